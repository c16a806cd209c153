"""Taking steps back and doing them again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QCoreApplication

from app.editing.changes import TYPE
from app.editing.history import ApplyBatch
from translation.errors import ProjectError
from ui import texts
from ui.commands.desk import HasMessages
from ui.commands.going import GoingDesk, active

if TYPE_CHECKING:
    from collections.abc import Callable


STEPS = "steps"
"""The topic of what is said of steps: the next one takes its place."""


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
    """Undo or redo, and say what it was, but for typing that one sees go."""
    before, document = active(desk), desk.session.document
    move()
    now = desk.session.editor.active_id
    said = [told.format(what=texts.step_name(what))]
    if now != before and now in document:
        where = QCoreApplication.translate("SegmentCommands", "segment {number}")
        said.append(where.format(number=document.row(now) + 1))
    elif what == TYPE:
        return  # seen where one looks
    desk.messages.clear(topic=STEPS)
    desk.messages.show_message(texts.listed(said), passing=True, topic=STEPS)


def undoes_elsewhere(desk: GoingDesk) -> bool:
    """Tell whether the step that undo would take back is not one of the segment one is in."""
    stack = desk.session.editor.undo_stack
    step = stack.command(stack.index() - 1)
    if not isinstance(step, ApplyBatch):
        return True
    try:
        return all(batch.segment_id != active(desk) for batch in step.batches)
    except ProjectError:
        return True
