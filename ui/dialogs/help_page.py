"""The help: its chapters at the side, a field to search in, and the page with its pictures."""

from __future__ import annotations

import re
from html import escape, unescape
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QImage, QImageReader, QTextCursor, QTextDocument
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QListWidget, QVBoxLayout, QWidget

from ui.keys import named
from ui.plain import OwnPage
from ui.theme import RESOURCES
from ui.widgets.aloud import say
from ui.widgets.card import quiet_label

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from ui.theme import Theme

HELP = RESOURCES / "help"
PICTURES = HELP / "pictures"

_KEYS = re.compile(r"\{key:(\w+)\}")
_CHAPTER = re.compile(r"<h2>(.*?)</h2>")
_TAG = re.compile(r"<[^>]*>")
_NAME = re.compile(r"[\w-]+\.png")
_PICTURE = re.compile(r'<img src="([\w-]+\.png)">')

MARGIN, LEAST = 14, 200
"""Pixels of the page beside a picture, and of a picture in the narrowest of windows."""
FIRST_WIDTH, PADDING = 960, 34
"""Pixels: of the dialog at first, and beside the titles of the chapters."""
SHARP = 2
"""Pictures are kept at so many times their size, for sharp screens."""


class HelpPage(QWidget):
    """Chapters, search and text. The keyboard begins in the field; Enter goes to the next place."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        text = help_text()
        self._html = _styled(_with_places(text), theme)
        self._across = 0
        self.chapters = QListWidget()
        self.chapters.setObjectName("pageList")
        self.chapters.setAccessibleName(self.tr("Chapters"))
        self.chapters.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.chapters.ensurePolished()  # an item asks once how high it is
        self.chapters.addItems([_plain(title) for title in _CHAPTER.findall(text)])
        self.chapters.setFixedWidth(self.chapters.sizeHintForColumn(0) + PADDING)
        self.field = QLineEdit()
        self.field.setClearButtonEnabled(True)
        self.field.setPlaceholderText(self.tr("Search the help; Enter goes on"))
        self.field.setAccessibleName(self.tr("Search the help"))
        self.text = OwnPage(picture=self._picture)
        self.text.setObjectName("helpText")
        self.text.setAccessibleName(self.tr("Help"))
        beside = QVBoxLayout()
        beside.setSpacing(8)
        beside.addWidget(self.field)
        self.nothing = quiet_label(
            self.tr("Nothing is found here. The other page lists every action with its keys.")
        )
        self.nothing.hide()
        beside.addWidget(self.nothing)
        beside.addWidget(self.text, 1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.setSpacing(14)
        layout.addWidget(self.chapters)
        layout.addLayout(beside, 1)
        self.setFocusProxy(self.field)
        self.chapters.currentRowChanged.connect(self._go_to)
        self.field.textChanged.connect(self._find_from_top)
        self.field.returnPressed.connect(self._find_next)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the pictures be as wide as the page has room."""
        super().resizeEvent(event)
        across = self.text.viewport().width()
        if across != self._across:
            self._across = across
            bar = self.text.verticalScrollBar()
            place = bar.value() / max(1, bar.maximum())
            self.text.show_page(_PICTURE.sub(self._sized, self._html))
            bar.setValue(round(place * bar.maximum()))

    def _width(self, name: str) -> int:
        """Return how wide a picture is shown, 0 for one that is not there."""
        width = QImageReader(str(PICTURES / name)).size().width() // SHARP
        return max(0, min(width, max(LEAST, self._across - 2 * MARGIN)))

    def _sized(self, found: re.Match[str]) -> str:
        width = self._width(found[1])
        return f'<img src="{found[1]}" width="{width}">' if width else ""

    def _picture(self, name: str) -> QImage | None:
        """Return a picture as this screen shows it: Qt would scale it without smoothing."""
        if not _NAME.fullmatch(name) or not self._width(name):
            return None
        ratio = self.devicePixelRatioF()
        smooth = Qt.TransformationMode.SmoothTransformation
        image = QImage(str(PICTURES / name)).scaledToWidth(round(self._width(name) * ratio), smooth)
        image.setDevicePixelRatio(ratio)
        return image

    def _go_to(self, chapter: int) -> None:
        self.text.scrollToAnchor(f"c{chapter}")

    def _find_from_top(self, _words: str) -> None:
        self.text.moveCursor(QTextCursor.MoveOperation.Start)
        self._find_next()

    def _find_next(self) -> None:
        """Mark the next place of the words, from the end to the top."""
        words = self.field.text()
        is_found = not words or self.text.find(words)
        if not is_found:
            self.text.moveCursor(QTextCursor.MoveOperation.Start)
            is_found = self.text.find(words, QTextDocument.FindFlag(0))
        self.nothing.setVisible(not is_found)
        if not is_found:
            say(self.field, self.nothing.text())


def help_text() -> str:
    """Return the help page in the interface's language, else in English, naming the keys."""
    for language in (QLocale().name().split("_")[0], "en"):
        path = HELP / ".".join(("help", language, "html"))
        if path.is_file():
            text = path.read_text(encoding="utf-8")
            return _KEYS.sub(lambda found: escape(format(named(), found[1])), text)
    raise FileNotFoundError("resources/help/help.en.html")


def _with_places(html: str) -> str:
    """Give each chapter a place that its title in the list leads to."""
    count = iter(range(len(html)))
    return _CHAPTER.sub(lambda found: f'<h2><a name="c{next(count)}">{found[1]}</a></h2>', html)


def _plain(title: str) -> str:
    return unescape(_TAG.sub("", title))


def _styled(html: str, theme: Theme) -> str:
    style = (
        "h2{font-size:17px;margin-top:18px} h3{font-size:14px;margin-top:12px}"
        f"h2 a{{color:{theme.text};text-decoration:none}}"
        "h2,h3,b{font-weight:600}"
        "p,li,td{font-size:13px;line-height:130%} td{padding:2px 14px 2px 0}"
    )
    return f"<style>{style}</style>{html}"
