"""Texts that others wrote, shown letter for letter: the one place that hands them to Qt.

Labels and tool tips take a text for HTML where it looks like some (Qt.mightBeRichText), and open
what it names: a file called "<img src='pipe'>" would freeze the window. Buttons, menus and tabs
take "&" for the mark of a key, window titles take "[*]" for that of changes. So whatever shows
names of files, models and languages, words of files or of other programs is made or filled here,
and boxes in ui.asking; tests/architecture/test_plain_texts.py forbids the bare calls elsewhere.
"""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QLabel, QPushButton, QTextBrowser, QToolTip, QWidget

from app.printing.no_picture import no_picture

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QMimeData
    from PySide6.QtGui import QAction, QHelpEvent, QImage
    from PySide6.QtWidgets import QFormLayout

MOST_SHOWN = 2000
"""Characters of a label or a tip: more nobody reads there, and laying it out takes seconds."""

LONGEST_HTML = 2_000_000
"""Characters of HTML that are read where text is pasted or dropped."""

_PRE = '<p style="white-space: pre-wrap">'


def shortened(text: str) -> str:
    """Return the text as a label or a tip can hold it: its beginning where it is too long.

    Halves of surrogate pairs, as names of files have them, become U+FFFD.
    """
    whole = text if len(text) <= MOST_SHOWN else text[: MOST_SHOWN - 1] + "…"
    return whole.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


class PlainLabel(QLabel):
    """A label whose text is never markup."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(text)

    def setText(self, text: str) -> None:
        """Show a text as it is."""
        super().setText(shortened(text))


class PlainButton(QPushButton):
    """A button whose text has no mnemonic: "&" is shown as "&"."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(text)

    def setText(self, text: str) -> None:
        """Show a text as it is."""
        super().setText(unmarked(shortened(text)))

    def text(self) -> str:
        """Return the text that is shown."""
        return super().text().replace("&&", "&")


class OwnPage(QTextBrowser):
    """A page of our own HTML. It fetches and starts nothing: its links go to places on it.

    Its pictures are what ``picture`` gives for a name, None being no picture.
    """

    def __init__(
        self, html: str = "", picture: Callable[[str], QImage | None] = lambda _name: None
    ) -> None:
        super().__init__()
        self._picture = picture
        self.setOpenExternalLinks(False)
        self.setHtml(html)

    def show_page(self, html: str) -> None:
        """Show another page of our own in the place of this one."""
        self.setHtml(html)

    def loadResource(self, _kind: int, name: QUrl | str) -> QImage:
        """Load nothing but the page's own pictures, neither from the disk nor from elsewhere."""
        own = self._picture(name if isinstance(name, str) else name.toString())
        return no_picture() if own is None else own

    def doSetSource(
        self,
        name: QUrl | str,
        /,
        type: QTextDocument.ResourceType = QTextDocument.ResourceType.UnknownResource,
    ) -> None:
        """Go to a place on this page, nowhere else."""
        if not QUrl(name).toString().partition("#")[0]:
            super().doSetSource(name, type)


class _Unfetching(QTextDocument):
    """A document of HTML that fetches nothing that it names, neither from disk nor elsewhere."""

    def loadResource(self, _kind: int, name: QUrl | str) -> QImage:
        """Load nothing."""
        return no_picture()


def text_in(data: QMimeData | None) -> str:
    """Return the text that is on the clipboard or dragged: that of its HTML where that is all.

    Blanks that do not break are kept; paragraphs and cells are lines.
    """
    if data is None or data.text() or not data.hasHtml():
        return data.text() if data is not None else ""  # an empty clipboard has none
    page = _Unfetching()
    page.setHtml(data.html()[:LONGEST_HTML])
    lines = re.split("[\u2029\ufdd0\ufdd1]+", page.toRawText().replace("\ufffc", ""))
    return "\n".join(lines).strip("\n")


def unmarked(text: str) -> str:
    """Return the text for a button, a menu or a tab, with no letter marked as its key."""
    return text.replace("&", "&&")


def tip(text: str) -> str:
    """Return the text for a tool tip: Qt then shows it as it is, in as many lines as it needs.

    A tool tip has no text format, so that its text is made into HTML that says it.
    """
    return f"{_PRE}{escape(shortened(text))}</p>" if text else ""


def show_tip(event: QHelpEvent, text: str, of: QWidget) -> None:
    """Show a text where the mouse asked for a tip; none where it is empty."""
    QToolTip.showText(event.globalPos(), tip(text) if text else "", of)


def set_tip(of: QWidget | QAction, text: str) -> None:
    """Give a widget or an action its tool tip; of a widget a screen reader reads it as it is."""
    of.setToolTip(tip(text))
    if isinstance(of, QWidget):
        of.setAccessibleDescription(shortened(text))


def set_title(window: QWidget, text: str) -> None:
    """Call a window so."""
    window.setWindowTitle(shortened(text).replace("[*]", "[*][*]"))


def add_row(form: QFormLayout, name: str | QLabel, field: QWidget) -> None:
    """Add a named line to a form."""
    form.addRow(PlainLabel(name) if isinstance(name, str) else name, field)
