"""Undo and redo: an edit batch as a QUndoCommand, and the stack of them."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtGui import QUndoCommand, QUndoStack

from app.typing_steps import joined

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtCore import QObject

    from app.typing_steps import Keystroke
    from translation.model.edits import EditBatch


class Action(StrEnum):
    """How a batch came to be applied: what the journal keeps of it."""

    DO = "do"
    UNDO = "undo"
    REDO = "redo"


_MERGEABLE = 1


class ApplyBatch(QUndoCommand):
    """One undo step: the batches of a step, applied already when it is pushed."""

    def __init__(self, history: EditHistory, step: int, batches: Sequence[EditBatch]) -> None:
        super().__init__(batches[0].label)
        self.step = step
        self.batches = tuple(batches)
        self._history = history
        self._is_applied = True

    def id(self) -> int:
        """Let Qt ask mergeWith."""
        return _MERGEABLE

    def mergeWith(self, other: QUndoCommand) -> bool:
        """Take in a keystroke that goes on with this step."""
        if not isinstance(other, ApplyBatch) or other.step != self.step:
            return False
        self.batches = (*self.batches[:-1], joined(self.batches[-1], other.batches[0]))
        return True

    def redo(self) -> None:
        """Apply the batches again."""
        if self._is_applied:  # Qt calls redo on push.
            self._is_applied = False
            return
        self._history.replay(Action.REDO, self.step, self.batches)

    def undo(self) -> None:
        """Apply the inverse batches, the last one first."""
        inverse = tuple(batch.inverse() for batch in reversed(self.batches))
        self._history.replay(Action.UNDO, self.step, inverse)


class EditHistory:
    """The undo stack of one document. ``apply`` is told how, which step, and what."""

    def __init__(self, parent: QObject, apply: Callable[[Action, int, EditBatch], None]) -> None:
        self.stack = QUndoStack(parent)
        self._apply = apply
        self._next_step = 1
        self._last_key: Keystroke | None = None
        self._is_loading = False

    def do(self, batch: EditBatch, key: Keystroke | None = None) -> None:
        """Apply a batch and make it a step, or part of the last one where ``key`` continues it.

        Applied here rather than by Qt's call of redo, so that an error surfaces and leaves no
        step behind.
        """
        merges = key is not None and self._last_key is not None and key.continues(self._last_key)
        step = self._next_step - 1 if merges else self._next_step
        self._apply(Action.DO, step, batch)
        self._next_step = step + 1
        self._last_key = key
        self.stack.push(ApplyBatch(self, step, [batch]))

    def seal(self) -> None:
        """Let the next keystroke begin a new step."""
        self._last_key = None

    def replay(self, action: Action, step: int, batches: Sequence[EditBatch]) -> None:
        """Apply the batches of a step for undo or redo."""
        self.seal()
        if not self._is_loading:
            for batch in batches:
                self._apply(action, step, batch)

    def load(
        self, steps: Sequence[tuple[int, Sequence[EditBatch]]], index: int, next_step: int
    ) -> None:
        """Take over the steps of a project as opened; those from ``index`` on were undone."""
        self.clear()
        self._is_loading = True
        for step, batches in steps:
            self.stack.push(ApplyBatch(self, step, batches))
        self.stack.setIndex(index)
        self._is_loading = False
        self._next_step = next_step

    def clear(self) -> None:
        """Forget every step."""
        self.seal()
        self.stack.clear()
        self._next_step = 1
