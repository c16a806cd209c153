"""Waiting for an issue that the checks find, where somebody asked before they were through."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from app.background.soon import Soon

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from app.editing.changes import Change
    from app.session import Session


class IssueWait(QObject):
    """Runs ``go_on`` once an issue is found outside the active segment, or the checks are through.

    It ends as soon as a person does something else: nobody is led away from what they do. A
    window has one at most.
    """

    def __init__(self, window: QWidget, session: Session, go_on: Callable[[], None]) -> None:
        super().__init__(window)
        self._session, self._go_on = session, go_on
        self._at = QApplication.focusWidget()
        self._soon = Soon(self, self._look)
        self._is_over = False
        session.issues.changed.connect(self._soon.ask)
        session.issues.progressed.connect(self._soon.ask)
        session.editor.active_changed.connect(self.end)
        session.editor.document_replaced.connect(self.end)
        session.editor.changed.connect(self._follow)

    def end(self, *_what: object) -> None:
        """Wait no longer."""
        self._is_over = True
        self.deleteLater()

    def _follow(self, change: Change) -> None:
        if change.batch is not None:
            self.end()

    def _look(self) -> None:
        if self._is_over:
            return
        if QApplication.focusWidget() is not self._at:
            self.end()
        elif is_elsewhere(self._session) or not self._session.issues.unchecked:
            self.end()
            self._go_on()


def is_elsewhere(session: Session) -> bool:
    """Tell whether a segment has an issue that is not the active one."""
    issues = session.issues
    return issues.count > len(issues.of(session.editor.active_id))
