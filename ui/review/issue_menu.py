"""What can be done about the issues of the active segment, in a menu at the caret."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QMenu

from app.editing.dismissing import can_be_dismissed
from app.followers.issue_book import Kind
from translation.model.mark import Side
from ui import icons, texts
from ui.marked import QT_TRANSLATE_N_NOOP
from ui.plain import unmarked
from ui.review.issue_marks import fix_words
from ui.review.segment_row import segment_row

if TYPE_CHECKING:
    from PySide6.QtGui import QIcon

    from app.session import Session
    from translation.model.issue import Issue
    from ui.review.review_panel import ReviewPanel
    from ui.theme import Theme

CONTEXT = "IssueMenu"
_ALL = QT_TRANSLATE_N_NOOP(
    "IssueMenu", "Dismiss {count} issue of this kind…", "Dismiss all {count} issues of this kind…"
)
_LONGEST = 90
"""Characters of a sentence in a menu."""


class IssueMenu(QMenu):
    """The fixes of the issue at the caret and the way to let it stand; the others below it."""

    dismiss_wanted = Signal(list)
    """The issues that are to be dismissed."""

    def __init__(self, review: ReviewPanel, session: Session, theme: Theme) -> None:
        super().__init__(review)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._review = review
        self._session = session
        self._theme = theme
        first, *others = nearest_first(session.issues.of(review.current_id()), self._caret)
        self._fill(self, first)
        for issue in others:
            submenu = self.addMenu(self._icon(issue), _cut(issue))
            self._fill(submenu, issue)

    @property
    def _caret(self) -> int:
        return self._review.active.editor.caret

    def open(self) -> None:
        """Show it below the caret, its first line that does something chosen."""
        editor = self._review.active.editor
        place = editor.cursorRect().bottomLeft() + QPoint(0, 4)
        self.popup(editor.viewport().mapToGlobal(place))
        usable = [one for one in self.actions() if one.isEnabled() and one.text()]
        if usable:
            self.setActiveAction(usable[0])

    def _fill(self, menu: QMenu, issue: Issue) -> None:
        if menu is self:
            said = menu.addAction(self._icon(issue), _cut(issue))
            said.setEnabled(False)
        document = self._session.document
        row = segment_row(document, document.row(issue.segment_id))
        for fix in issue.fixes:
            mend = menu.addAction(unmarked(fix_words(row, fix)))
            mend.triggered.connect(partial(self._mend, issue.segment_id, fix))
        if not can_be_dismissed(issue):
            return
        if issue.fixes:
            menu.addSeparator()
        one = menu.addAction(self.tr("&Dismiss…"))
        one.triggered.connect(partial(self._dismiss, [issue]))
        kind = Kind(issue.check, issue.severity)
        count = self._session.issues.kinds.get(kind, 0)
        if count > 1:
            every = menu.addAction(texts.translated(CONTEXT, _ALL, count=count))
            every.triggered.connect(partial(self._dismiss_kind, kind, count))
        menu.addSeparator()

    def _icon(self, issue: Issue) -> QIcon:
        name = icons.severity_mark(issue.severity)
        return icons.icon(name, self._theme.color(name))

    def _mend(self, segment_id: str, fix: str, _on: bool = False) -> None:
        self._session.editor.mend(segment_id, fix)

    def _dismiss(self, issues: list[Issue], _on: bool = False) -> None:
        self.dismiss_wanted.emit(issues)

    def _dismiss_kind(self, kind: Kind, count: int, _on: bool = False) -> None:
        self.dismiss_wanted.emit(self._session.issues.of_kind(kind, count))


def nearest_first(issues: tuple[Issue, ...], caret: int) -> list[Issue]:
    """Return issues with those first that the caret stands in, the shortest before the others."""

    def key(issue: Issue) -> tuple[bool, int, int]:
        here = issue.side is Side.TARGET and issue.start <= caret <= issue.start + issue.length
        return not here or not issue.length, issue.length, -issue.severity

    return sorted(issues, key=key)


def _cut(issue: Issue) -> str:
    said = " ".join(texts.issue_text(issue).split())
    return unmarked(said if len(said) <= _LONGEST else f"{said[: _LONGEST - 1]}…")
