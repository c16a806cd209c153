"""Taking steps back and doing them again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QCoreApplication

from ui import texts
from ui.commands.desk import HasMessages
from ui.commands.going import GoingDesk, active

if TYPE_CHECKING:
    from collections.abc import Callable


class StepsDesk(GoingDesk, HasMessages, Protocol):
    """What these commands work with."""


def undo(desk: StepsDesk) -> None:
    """Take the last step back."""
    told = QCoreApplication.translate("SegmentCommands", "Undone: {what}")
    _moving(desk, desk.session.editor.undo, told, desk.session.editor.undo_stack.undoText())


def redo(desk: StepsDesk) -> None:
    """Do the step again that was last taken back."""
    told = QCoreApplication.translate("SegmentCommands", "Done again: {what}")
    _moving(desk, desk.session.editor.redo, told, desk.session.editor.undo_stack.redoText())


def _moving(desk: StepsDesk, move: Callable[[], None], told: str, what: str) -> None:
    """Undo or redo, and say what it was where that is not in the segment one is in."""
    before, document = active(desk), desk.session.document
    move()
    now = desk.session.editor.active_id
    if now != before and now in document:
        where = QCoreApplication.translate("SegmentCommands", "segment {number}")
        place = where.format(number=document.row(now) + 1)
        said = texts.listed((told.format(what=texts.step_name(what)), place))
        desk.messages.show_message(said, passing=True)
