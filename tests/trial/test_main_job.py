"""The main job as a person does it: with keys, at a real window, without a network.

What was done is judged by the files it left, read by the command line.
"""

from __future__ import annotations

import csv
import json
import shutil
from pathlib import Path

import pytest

from tests.conftest import SHARED
from tests.trial.desk import Desk, Window, until
from tests.trial.work import confirmed, drafted, on_disk, work
from translation.cli.main import run

FORMATS = ("xlf", "tmx", "tsv", "html", "txt", "muraji")
STARTING_ARTICLE = SHARED / "data" / "articles" / "kuwait-us-dialogue.ar.txt"


def table(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t"))


def export_each(desk: Desk, window: Window, folder: Path, title: str) -> None:
    """Export every format through the dialog, which takes the format from the suffix."""
    folder.mkdir()
    for suffix in FORMATS:
        out = folder / f"reviewed.{suffix}"
        window.press("ctrl+e")
        window.wait_for("Export")
        window.press("Tab", "ctrl+a")
        window.type(str(out))
        window.press("Return")
        until(f"the export {out.name}", out.exists)
        window.wait_for(title)


@pytest.fixture
def article(own_article: Path, tmp_path: Path) -> Path:
    """The starting article where the shared material is, else one written for the tests."""
    if not STARTING_ARTICLE.is_file():
        return own_article
    return Path(shutil.copy(STARTING_ARTICLE, tmp_path))


def test_translate_correct_undo_export_close_and_go_on(
    desk: Desk, article: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    with desk.open(article) as window:
        window.press("F5")
        until("every draft", lambda: drafted(article))
        for number in range(1, 6):
            window.press("ctrl+End")
            window.type(f" fix {number}")
            window.press("ctrl+Return")
            until(f"confirm {number}", lambda: len(confirmed(article)) == number)  # noqa: B023
        window.press("ctrl+z")
        until("the confirm undone", lambda: len(confirmed(article)) == 4)
        # The caret stands where it stood when the segment was confirmed.
        window.type("!")
        until("going on where one was", lambda: fifth(article).endswith(" fix 5!"))
        window.press("BackSpace")
        until("the mark gone", lambda: fifth(article).endswith(" fix 5"))
        export_each(desk, window, tmp_path / "out", article.name)
        window.close()

    judge(article, tmp_path, capsys)

    with desk.open(article) as window:
        ends = (" fix 5!", " fix 5", " fix ", " fix 5", " fix 5!", " fix 5")
        for key, end in zip(("ctrl+z",) * 3 + ("ctrl+y",) * 3, ends, strict=True):
            window.press(key)
            until(f"{end} by {key}", lambda: fifth(article).endswith(end))  # noqa: B023
        window.press("ctrl+Return")
        until("the fifth confirm", lambda: len(confirmed(article)) == 5)
        window.close()
    assert all(text.endswith(f" fix {n}") for n, text in enumerate(confirmed(article), 1))


def fifth(article: Path) -> str:
    return work(on_disk(article))[4].target or ""


def judge(article: Path, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What the window left, as the command line reads it."""
    project, out = article.with_name(f"{article.name}.muraji"), folder / "judged.tsv"
    assert not list(article.parent.glob("*-wal"))
    assert run(["convert", str(project), "-o", str(out)]) == 0
    rows = [row for row in table(out) if row["draft"]]
    assert [row["state"] for row in rows[:6]] == ["confirmed"] * 4 + ["edited", "initial"]
    for number, row in enumerate(rows[:5], 1):
        assert row["target"] == f"{row['draft']} fix {number}"
    assert not any(row["target"] for row in rows[5:])
    assert (folder / "out" / "reviewed.tsv").read_bytes() == out.read_bytes()
    capsys.readouterr()
    assert run(["score", str(project), "--json"]) == 0
    scores = json.loads(capsys.readouterr().out)
    assert scores["segments"] == len(rows)
    assert 0 < scores["edits"]["BLEU"]["score"] < 100
    for name in ("xlf", "tmx", "muraji"):
        again = folder / f"{name}.tsv"
        assert run(["convert", str(folder / "out" / f"reviewed.{name}"), "-o", str(again)]) == 0
        targets = [row["target"] for row in table(again) if row["state"] == "confirmed"]
        assert targets == [row["target"] for row in rows[:4]]
    page = (folder / "out" / "reviewed.html").read_text(encoding="utf-8")
    text = (folder / "out" / "reviewed.txt").read_text(encoding="utf-8")
    assert all(f" fix {number}" in page and f" fix {number}" in text for number in range(1, 6))
