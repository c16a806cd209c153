"""Other people's programs, driven as a person would: LibreOffice, OmegaT, Poedit, Lokalize.

Each works in a home of its own, without a network of any use to it and without the person's
own settings.
"""

from __future__ import annotations

import shutil
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path

from tests.trial.desk import PATIENCE, Desk, until

_LOKALIZE_IDENTITY = """[Identity]
authorName=Reviewer
authorEmail=reviewer@example.org
authorLocalizedName=Reviewer
"""
_LOKALIZE_DIALOGS = """[Notification Messages]
alttrans_view_notification=false
"""


@dataclass(frozen=True, slots=True)
class Editor:
    """A program with a window that edits bilingual files.

    ``place`` is where its text field is, as parts of the window's width and height.
    """

    program: str
    place: tuple[float, float]
    settings: tuple[tuple[str, str], ...] = ()


POEDIT = Editor("poedit", (0.4, 0.9))
LOKALIZE = Editor("lokalize", (0.6, 0.5), (("lokalizerc", _LOKALIZE_IDENTITY + _LOKALIZE_DIALOGS),))


def missing(*programs: str) -> list[str]:
    """Return the programs among these that this machine lacks."""
    return [name for name in programs if shutil.which(name) is None]


def type_into(editor: Editor, file: Path, text: str, home: Path) -> None:
    """Open ``file``, type at the end of the first translation, save, and leave.

    Ends when the file on disk holds what was typed.
    """
    with Desk(home) as desk:
        environment = desk.environment | {"XDG_RUNTIME_DIR": str(home)}
        del environment["PYTHONPATH"]
        settings = Path(environment["XDG_CONFIG_HOME"])
        settings.mkdir(parents=True, exist_ok=True)
        for name, written in editor.settings:
            (settings / name).write_text(written, encoding="utf-8")
        running = subprocess.Popen(
            ["dbus-run-session", "--", editor.program, str(file)],
            env=environment,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            _edit(desk, editor, file, text)
        except AssertionError:
            desk.picture(home / "screen.png")
            raise
        finally:
            running.terminate()
            running.wait(PATIENCE)


def _edit(desk: Desk, editor: Editor, file: Path, text: str) -> None:
    until(f"{editor.program}'s window", lambda: _window(desk, editor, file))
    desk.settle()
    _answer_questions(desk, editor, file)
    window = _window(desk, editor, file)
    desk.x("windowactivate", "--sync", window)
    left, top, width, height = _geometry(desk, window)
    across, down = editor.place
    x, y = left + int(width * across), top + int(height * down)
    desk.x("mousemove", str(x), str(y), "click", "1")
    desk.settle()
    desk.x("key", "ctrl+End")
    desk.x("type", "--delay", "40", text)
    desk.settle()
    desk.x("key", "ctrl+s")
    wanted = text.strip()
    until(f"{wanted} in {file.name}", lambda: wanted in file.read_text(encoding="utf-8"))
    time.sleep(0.5)


def _window(desk: Desk, editor: Editor, file: Path) -> str:
    """Return the number of the program's main window, or nothing."""
    named = desk.x("search", "--onlyvisible", "--name", file.name)
    classed = desk.x("search", "--onlyvisible", "--class", editor.program)
    found = (named or classed).split()
    sized = [(_area(desk, window), window) for window in found]
    return max(sized)[1] if sized else ""


def _area(desk: Desk, window: str) -> int:
    _, _, width, height = _geometry(desk, window)
    return width * height


def _answer_questions(desk: Desk, editor: Editor, file: Path) -> None:
    """Close the questions a program asks before one can work."""
    for _ in range(5):
        active = desk.x("getactivewindow")
        if not active or active == _window(desk, editor, file):
            return
        desk.x("key", "Escape")
        desk.settle()


def _geometry(desk: Desk, window: str) -> tuple[int, int, int, int]:
    said = desk.x("getwindowgeometry", "--shell", window)
    facts = dict(line.split("=", 1) for line in said.splitlines() if "=" in line)
    return (int(facts["X"]), int(facts["Y"]), int(facts["WIDTH"]), int(facts["HEIGHT"]))


def convert_with_office(file: Path, to: str, folder: Path) -> Path:
    """Let LibreOffice open ``file`` and save it as ``to`` ("pdf", "docx", …) in ``folder``."""
    folder.mkdir(parents=True, exist_ok=True)
    profile = folder / "profile"
    done = subprocess.run(
        [
            "soffice", "--headless", f"-env:UserInstallation={profile.as_uri()}",
            "--convert-to", to, "--outdir", str(folder), str(file),
        ],
        capture_output=True, text=True, timeout=5 * PATIENCE, check=False,
    )  # fmt: skip
    made = folder / f"{file.stem}.{to.partition(':')[0]}"
    assert made.is_file(), done.stderr
    return made


def has_impress() -> bool:
    """Tell whether the LibreOffice here opens presentations: distributions pack that apart."""
    program = shutil.which("soffice")
    return program is not None and (Path(program).resolve().parent / "libsdlo.so").is_file()


def text_of_pdf(file: Path) -> str:
    """Return the text of a PDF as poppler reads it."""
    done = subprocess.run(
        ["pdftotext", "-enc", "UTF-8", str(file), "-"], capture_output=True, check=True
    )
    return done.stdout.decode("utf-8")


def translate_with_omegat(project: Path) -> None:
    """Let OmegaT make the target files of a project folder, as its console mode does."""
    subprocess.run(
        ["omegat", str(project), "--mode=console-translate", "--disable-project-locking"],
        capture_output=True, timeout=5 * PATIENCE, check=True,
        env={"HOME": str(project.parent), "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"},
    )  # fmt: skip
