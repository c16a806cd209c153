"""The article as continuous text, as it will leave: live, the active segment lit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QComboBox, QFrame, QTextEdit

from app.background.soon import Soon
from translation.model.mark import Side
from translation.text.page_texts import window
from ui.panels.page_writing import PageWriter
from ui.panels.preview_page import BOTH, PreviewPage
from ui.widgets.card import Card

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData
    from PySide6.QtGui import QKeyEvent, QMouseEvent, QShowEvent

    from app.editing.changes import Change
    from app.session import Session
    from ui.theme import Theme

UNITS, CHARACTERS = 60, 8_000
"""The part of a document that is set as a page at a time, around the active segment."""
MARGIN = 6
"""Segments from the edge of that part from which on another part is set."""
MANY = 500
"""Segments that changed at once, from which on the part is set anew."""
SETTLED = 180
"""Milliseconds after which another part is set: whoever runs through rows waits for none."""
SCALE = 0.8
"""Size of the letters against those of the table."""
_SIDES = (("target", (Side.TARGET,)), ("source", (Side.SOURCE,)), ("both", BOTH))


class PreviewPanel(Card):
    """Shows a part of the document around the active segment; a click goes to what is clicked."""

    def __init__(self, session: Session, theme: Theme) -> None:
        super().__init__(QCoreApplication.translate("PreviewPanel", "Preview"), theme)
        self._session = session
        self._work = session.editor
        self.sides = QComboBox()
        self.sides.setAccessibleName(self.tr("What the preview shows"))
        words = (self.tr("Translation"), self.tr("Source"), self.tr("Both"))
        for word, (name, _sides) in zip(words, _SIDES, strict=True):
            self.sides.addItem(word, name)
        self.header.addWidget(self.sides)
        self.view = _PageView()
        self.view.setAccessibleName(self.tr("The article as continuous text"))
        self.view.setMinimumHeight(90)
        self.body.addWidget(self.view)
        self._page: PreviewPage | None = None
        self._later = Soon(self, self.refresh)
        # Several signals follow one keystroke; the page is brought up to date once.
        self._changed: set[str] = set()
        self._soon = Soon(self, self._renew)
        self._connect()

    def _connect(self) -> None:
        self._work.active_changed.connect(self._go_along)
        self._work.document_replaced.connect(self._replace)
        self._work.changed.connect(self._take)
        self._session.page_places.changed.connect(self._refresh_soon)
        self.sides.currentIndexChanged.connect(self.refresh)
        self.view.clicked.connect(self._go_to)

    @property
    def text(self) -> str:
        """What is shown, as plain text."""
        return self.view.toPlainText()

    def set_theme(self, theme: Theme) -> None:
        """Take another look."""
        super().set_theme(theme)
        self._refresh_soon()

    def showEvent(self, event: QShowEvent) -> None:
        """Set the page when it is to be seen: hidden, the panel does nothing."""
        super().showEvent(event)
        self.refresh()

    def refresh(self) -> None:
        """Set the part around the active segment anew."""
        self._later.stop()
        self._soon.stop()
        self._changed.clear()
        self._page = None
        if not self.isVisible():
            return
        document, active = self._work.document, self._work.active_id
        if active not in document:
            self.view.clear()
            return
        segment = document.segment(active)
        sides = _SIDES[self.sides.currentIndex()][1]
        shown = self.view.document()
        page = PreviewPage(
            shown,
            PageWriter(shown, self.theme, SCALE),
            document,
            sides,
            self._session.page_places,
        )
        self.view.setUpdatesEnabled(False)
        page.fill(window(document, segment, UNITS, CHARACTERS))
        self._page = page
        self._light()
        self.view.setUpdatesEnabled(True)

    # --- going along -------------------------------------------------------------------------

    def _replace(self) -> None:
        self._page = None
        self.view.clear()
        self._refresh_soon()

    def _refresh_soon(self) -> None:
        if self.isVisible():
            self._later.start(0 if self._page is None else SETTLED)

    def _go_along(self) -> None:
        if self._page is None or not self.isVisible():
            self._refresh_soon()
            return
        if self._page.edge(self._work.active_id, MARGIN) and self._has_more():
            self._later.start(SETTLED)
        self._light()

    def _has_more(self) -> bool:
        """Tell whether the document goes on beyond what is set."""
        page, document = self._page, self._work.document
        if page is None or not page.pieces:
            return True
        first, last = page.pieces[0].segment_id, page.pieces[-1].segment_id
        if self._work.active_id not in {piece.segment_id for piece in page.pieces}:
            return True
        if first not in document or last not in document:
            return True
        row, top, end = (document.row(id_) for id_ in (self._work.active_id, first, last))
        return (row - top < MARGIN and top > 0) or (end - row < MARGIN and end < len(document) - 1)

    def _take(self, change: Change) -> None:
        if self._page is None or not self.isVisible():
            return
        shifted = change.inserted or change.removed or change.arranged
        if shifted or change.units or len(change.present) > MANY:
            self._later.start(0)
            return
        document = self._work.document
        shown = self._page.units
        here = {document.segment(id_).unit_id for id_ in change.present if id_ in document}
        if here & shown:
            self._changed |= here & shown
            self._soon.start(0)

    def _renew(self) -> None:
        page, document = self._page, self._work.document
        changed, self._changed = self._changed, set()
        if page is None:
            return
        for unit_id in changed:
            if not page.renew(document.unit(unit_id)):
                self._later.start(0)
        self._light()

    def _light(self) -> None:
        """Light the active segment, and bring it into view where it is not."""
        if self._page is None:
            return
        pieces = self._page.of(self._work.active_id)
        made = []
        for piece in pieces:
            lit = QTextEdit.ExtraSelection()
            lit.cursor = QTextCursor(self.view.document())
            lit.cursor.setPosition(piece.start)
            lit.cursor.setPosition(piece.end, QTextCursor.MoveMode.KeepAnchor)
            lit.format.setBackground(self.theme.color("active_row"))
            lit.format.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
            lit.format.setUnderlineColor(self.theme.color("accent"))
            made.append(lit)
        self.view.setExtraSelections(made)
        if pieces:
            self.view.bring(pieces[-1].start, pieces[-1].end)

    def _go_to(self, position: int) -> None:
        piece = self._page.at(position) if self._page else None
        if piece is not None:
            self.segment_wanted.emit(piece.segment_id)


class _PageView(QTextEdit):
    """Shows text that was written by cursors; it takes no HTML, fetches and opens nothing."""

    clicked = Signal(int)
    """The place in the text that was clicked, or where Enter was pressed."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("plainView")
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.document().setDocumentMargin(2)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Take nothing."""
        return False

    def bring(self, start: int, end: int) -> None:
        """Scroll so that a stretch is seen, with what stands around it."""
        cursor = QTextCursor(self.document())
        cursor.setPosition(start)
        top = self.cursorRect(cursor).top()
        cursor.setPosition(end)
        bottom = self.cursorRect(cursor).bottom()
        height = self.viewport().height()
        if top < 0 or bottom > height:
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + top - height // 3)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Go to what is clicked; what is chosen with the mouse is to be copied."""
        super().mouseReleaseEvent(event)
        is_left = event.button() is Qt.MouseButton.LeftButton
        if is_left and not self.textCursor().hasSelection():
            self.clicked.emit(self.cursorForPosition(event.position().toPoint()).position())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the segment at the caret with Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.clicked.emit(self.textCursor().position())
        else:
            super().keyPressEvent(event)
