"""The pictures of the help and of the README, taken in the real window: `python -m tests.pictures`.

Each is a row of PICTURES: what is done in the window, and what of it is shown. They are taken at
twice the size, for sharp screens, and kept as PNG with a palette. One that cannot be taken is
named at the end; the others are made all the same.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["QT_SCALE_FACTOR"] = "2"  # before Qt is there

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from app.composition import program_session
from app.settings.store import Settings
from ui.appearance import Appearance
from ui.application import make_application
from ui.main_window import MainWindow
from ui.review.segment_view import SegmentView

ROOT = Path(__file__).resolve().parents[1]
HELP = ROOT / "resources" / "help"
FOLDER = HELP / "pictures"
SAMPLE = ROOT / "resources" / "samples" / "sample.ar.txt"

REVIEWED = (
    "Wadi al-Zaytoun Opens Its First Tram Line and New Public Library",
    "14 March 2025, Local news",
    "The city of Wadi al-Zaytoun yesterday, Thursday morning, opened the first tram line in its"
    " history, along with a new public library at the last station of the line.",
    "Hundreds of residents who had waited for the project for more than seven years attended the"
    " opening ceremony.",
)
"""What the reviewer made of the first segments."""
UNDER_WAY = "The line is 12.4 km long and links the old quarter with the university by 18 stations."
"""What stands in the segment that is being worked on."""
COLOURS, WIDEST = 192, 1520
"""Of a picture: so many at most, and its pixels, twice those that it takes in the help."""
PATIENCE = 120
"""Seconds to wait for the drafts at most."""


@dataclass(frozen=True)
class Picture:
    """One picture. ``show`` does what is to be seen and returns the widget that is taken.

    ``height`` cuts it off below, in pixels of the window.
    """

    name: str
    show: Callable[[Scene], QWidget]
    height: int = 0


def main(names: list[str]) -> int:
    """Take the pictures with these names, or all; return 1 where one could not be taken."""
    with tempfile.TemporaryDirectory() as home:
        for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"):
            os.environ[name] = str(Path(home) / name.lower())
        os.environ["MURAJI_SETTINGS"] = str(Path(home) / "settings.json")
        scene = Scene(Path(home))
        FOLDER.mkdir(exist_ok=True)
        failed = [
            one.name for one in PICTURES if one.name in (names or NAMES) and not take(scene, one)
        ]
        scene.close()
    total = sum(path.stat().st_size for path in FOLDER.glob("*.png"))
    print(f"{total // 1000} KB of pictures")
    if failed:
        print("could not be taken:", ", ".join(failed))
    return 1 if failed else 0


def take(scene: Scene, picture: Picture) -> bool:
    """Take one picture, and tell whether that went well."""
    try:
        shown = picture.show(scene)
        scene.settle()
        image = shown.grab().toImage()
    except Exception:
        traceback.print_exc()
        return False
    finally:
        scene.tidy()
    if picture.height:
        across, high = image.width(), round(picture.height * image.devicePixelRatio())
        image = image.copy(0, 0, across, min(high, image.height()))
    if image.width() > WIDEST:
        image = image.scaledToWidth(WIDEST, Qt.TransformationMode.SmoothTransformation)
    path = (HELP if picture.name == "window" else FOLDER) / f"{picture.name}.png"
    with_palette(image).save(str(path), "PNG", 0)
    print(f"{path.name}: {image.width()} x {image.height()}, {path.stat().st_size // 1000} KB")
    return True


def with_palette(image: QImage) -> QImage:
    """Return a picture in the colours that it has most of."""
    plain = image.convertToFormat(QImage.Format.Format_RGB32)
    pixels = memoryview(plain.constBits()).cast("B").cast("I")
    # Colours that differ in their last bits alone nobody tells apart: the one that is there most
    # often stands for all of them.
    alike: dict[int, int] = {}
    for colour, _count in Counter(pixels).most_common():
        alike.setdefault(colour & 0xFFFCFCFC, colour | 0xFF000000)
    table = list(alike.values())[:COLOURS]
    nearest = Qt.ImageConversionFlag.ThresholdDither | Qt.ImageConversionFlag.AvoidDither
    return plain.convertToFormat(QImage.Format.Format_Indexed8, table, nearest)


class Scene:
    """The window with the sample article, drafted by the starter model and partly reviewed."""

    def __init__(self, home: Path) -> None:
        self.app = make_application(["muraji"])
        settings = Settings()
        self.session = program_session(settings)
        appearance = Appearance(self.app, settings)
        appearance.choose("light")
        appearance.apply()
        self.window = MainWindow(self.session, appearance)
        self.window.resize(1180, 760)
        self.window.show()
        self._file = home / SAMPLE.name
        self._file.write_bytes(SAMPLE.read_bytes())

    @property
    def is_open(self) -> bool:
        """Whether the article is open."""
        return len(self.session.document) > 0

    def open(self) -> None:
        """Open the article, have it drafted, and review its beginning."""
        if self.is_open:
            return
        session = self.session
        session.engine.start()
        session.files.open(self._file)
        self.until(lambda: self.is_open and session.jobs.current is None)
        session.engine.translate(None)
        self.until(lambda: self._drafted() >= session.document.progress.segments)
        for text in REVIEWED:
            active = session.editor.active_id
            session.editor.type_text(active, text, 0, len(text))
            self.window.review.confirm_and_next()
        active = session.editor.active_id
        session.editor.type_text(active, UNDER_WAY, 0, len(UNDER_WAY))
        self.until(lambda: not session.issues.unchecked and session.jobs.current is None)
        self.settle()

    def _drafted(self) -> int:
        document = self.session.document
        return sum(document.shown_target(segment) != "" for segment in document.segments)

    def until(self, condition: Callable[[], bool]) -> None:
        """Let the window work until a condition holds."""
        end = time.monotonic() + PATIENCE
        while not condition():
            if time.monotonic() > end:
                raise TimeoutError("waited in vain")
            QTest.qWait(50)

    def settle(self) -> None:
        """Let everything be painted as it stays."""
        QTest.qWait(400)

    def act(self, action: str) -> None:
        """Do an action of the table."""
        self.open()
        self.window.actions_[action].trigger()
        self.settle()

    def dialog(self, action: str, kind: str) -> QWidget:
        """Open a dialog by its action, and return it by the name of its class."""
        self.act(action)
        return next(
            one
            for one in QApplication.topLevelWidgets()
            if type(one).__name__ == kind and one.isVisible()
        )

    def panel(self, name: str) -> QWidget:
        """Bring a panel to the front, with its title."""
        self.open()
        self.window.side.show_panel(name)
        self.settle()
        return self.window.side.panels[name].window().findChild(QWidget, name)

    def tidy(self) -> None:
        """Close the dialogs and bars of the last picture."""
        for one in QApplication.topLevelWidgets():
            if one is not self.window and one.isVisible():
                one.close()
        self.window.messages.clear()
        self.window.filter_field.clear()
        if self.window.desk.find_bar.isVisible():
            self.window.desk.find_bar.hide()
        self.settle()

    def close(self) -> None:
        """End the session and the program."""
        self.session.close(discard=True)
        self.window.close()


def welcome(scene: Scene) -> QWidget:
    """The window before anything is open."""
    return scene.window


def whole(scene: Scene) -> QWidget:
    """The window in the middle of a review."""
    scene.open()
    scene.window.messages.clear()
    to_the_top(scene)
    return scene.window


def table(scene: Scene) -> QWidget:
    """The table of segments alone."""
    scene.open()
    to_the_top(scene)
    return scene.window.review


def to_the_top(scene: Scene) -> None:
    """Show the first rows, none of them cut."""
    bar = scene.window.review.findChild(SegmentView).verticalScrollBar()
    bar.setValue(bar.minimum())


def backups(scene: Scene) -> QWidget:
    """The backups, once the work was closed and opened again."""
    scene.open()
    files = scene.session.files
    path = files.path
    files.close()
    scene.until(lambda: not scene.is_open)
    files.open(path)
    scene.until(lambda: scene.is_open)
    return scene.dialog("backups", "BackupsDialog")


def filtered(scene: Scene) -> QWidget:
    """The table with a filter."""
    scene.open()
    scene.window.filter_field.setText("الترام")
    scene.settle()
    return scene.window


def finding(scene: Scene) -> QWidget:
    """The bar for finding and replacing."""
    scene.open()
    scene.window.desk.find_bar.open("tram", replacing=True)
    scene.settle()
    return scene.window


def palette(scene: Scene) -> QWidget:
    """The command palette with a few letters in it."""
    shown = scene.dialog("palette", "PaletteDialog")
    shown.field.setText("conf")  # type: ignore[attr-defined]  # the dialog's own field
    return shown


PICTURES = (
    Picture("welcome", welcome),
    Picture("window", whole),
    Picture("table", table, height=442),
    Picture("changes", lambda scene: scene.panel("changes"), height=200),
    Picture("scores", lambda scene: scene.panel("scores")),
    Picture("filter", filtered, height=330),
    Picture("find", finding, height=330),
    Picture("palette", palette),
    Picture("keys", lambda scene: scene.dialog("key_sheet", "KeySheet")),
    Picture("models", lambda scene: scene.dialog("models", "ModelsDialog")),
    Picture("export", lambda scene: scene.dialog("export", "ExportDialog")),
    Picture("backups", backups),
)
"""The pictures, in the order in which they are taken: what is open stays open."""
NAMES = [one.name for one in PICTURES]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
