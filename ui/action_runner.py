"""Doing what was asked for, and saying why where that did nothing: silence looks like a fault."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QApplication

from translation.model.effort import KeyKind
from ui.commands.nothing_done import reason
from ui.commands.steps import undoes_elsewhere
from ui.situation import why_not
from ui.widgets.message_bar import NOTHING

if TYPE_CHECKING:
    from typing import Any

    from app.editing.changes import Change
    from ui.action_spec import ActionSpec
    from ui.commands.desk import Desk


class ActionRunner(QObject):
    """Runs actions; says why one cannot be used now, and why one that ran changed nothing.

    What was done is seen by its traces: a change, a message, a dialog, the keyboard elsewhere,
    work begun. Commands need not tell.
    """

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.window)
        self._desk = desk
        self._traces = 0
        session, side = desk.session, desk.side
        for signal in (
            session.editor.changed,
            session.editor.active_changed,
            session.editor.document_replaced,
            session.noticed,
            session.failed,
            session.jobs.changed,
            session.files.columns_asked,
            session.engine.changed,
            side.visibility_changed,
            desk.appearance.settings.changed,
            desk.messages.said,
            desk.review.chosen.changed,
            QApplication.clipboard().dataChanged,
        ):
            signal.connect(self._trace)
        session.editor.changed.connect(self._forget)
        self._idle = False

    def run(self, spec: ActionSpec[Any]) -> None:
        """Do what an action does, and say so where that was nothing."""
        self._desk.session.effort.key(KeyKind.COMMAND)
        if spec.id == "undo" and self._asks_back():
            return
        before, seen = self._traces, self._seen()
        spec.handler(self._desk)
        self._idle = self._traces == before and self._seen() == seen
        if self._idle:
            self._say(reason(self._desk, spec))

    def refuse(self, spec: ActionSpec[Any]) -> None:
        """Say why an action cannot be used now."""
        shown = bool(self._desk.review.current_id())
        told = why_not(self._desk.session, spec.enabled_when, shown)
        self._idle = True
        self._say(told)

    def _asks_back(self) -> bool:
        """Tell, once, that there is nothing to undo of what did nothing; the next time it is done.

        Who presses a key in vain takes it back by reflex, and with it an earlier step elsewhere.
        """
        idle, self._idle = self._idle, False
        editor = self._desk.session.editor
        if not idle or not editor.undo_stack.canUndo() or not undoes_elsewhere(self._desk):
            return False
        told = QCoreApplication.translate(
            "ActionRunner",
            "The last command changed nothing. Undo once more takes back an earlier step.",
        )
        self._say(told)
        return True

    def _say(self, sentence: str) -> None:
        if sentence:
            self._desk.messages.clear(topic=NOTHING)
            self._desk.messages.show_message(sentence, passing=True, topic=NOTHING)

    def _trace(self, *_what: object) -> None:
        self._traces += 1

    def _forget(self, change: Change) -> None:
        self._idle = False
        if change.batch is not None:
            self._desk.messages.clear(topic=NOTHING)

    def _seen(self) -> tuple[object, ...]:
        """Return what one sees of commands that send no signal."""
        desk = self._desk
        windows = tuple(id(one) for one in QApplication.topLevelWidgets() if one.isVisible())
        view = (desk.review.shows_furniture, desk.review.shown_count(), desk.window.windowState())
        cursor = desk.review.active.editor.textCursor()
        caret = (cursor.anchor(), cursor.position())
        # The table follows the filter a moment later.
        return (windows, view, caret, desk.filter_field.text(), id(QApplication.focusWidget()))
