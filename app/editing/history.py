"""Undo and redo: an edit batch as a QUndoCommand, and the stack of them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QUndoCommand, QUndoStack

from app.editing.changes import Cause
from app.editing.typing_steps import joined

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from PySide6.QtCore import QObject

    from app.editing.typing_steps import Keystroke
    from translation.model.edits import EditBatch
    from translation.store import History, UndoStep


_MERGEABLE = 1


class ApplyBatch(QUndoCommand):
    """One undo step, applied already when it is pushed.

    ``load`` gives the batches of a step from an earlier day when they are first wanted.
    """

    def __init__(
        self,
        history: EditHistory,
        step: int,
        label: str,
        load: Callable[[], Sequence[EditBatch]],
    ) -> None:
        super().__init__(label)
        self.step = step
        self._history = history
        self._load = load
        self._batches: tuple[EditBatch, ...] = ()
        self._is_applied = True

    @property
    def batches(self) -> tuple[EditBatch, ...]:
        """What was done, in order. Raises ProjectError where it cannot be read."""
        if not self._batches:
            self._batches = tuple(self._load())
        return self._batches

    def id(self) -> int:
        """Let Qt ask mergeWith."""
        return _MERGEABLE

    def mergeWith(self, other: QUndoCommand) -> bool:
        """Take in a keystroke that goes on with this step."""
        if not isinstance(other, ApplyBatch) or other.step != self.step:
            return False
        self._batches = (*self.batches[:-1], joined(self.batches[-1], other.batches[0]))
        return True

    def redo(self) -> None:
        """Apply the batches again."""
        if self._is_applied:  # Qt calls redo on push.
            self._is_applied = False
            return
        self._history.replay(Cause.REDO, self)

    def undo(self) -> None:
        """Apply the inverse batches, the last one first."""
        self._history.replay(Cause.UNDO, self)


class EditHistory:
    """The undo stack of one document. ``apply`` is told how, which step, what, and if more follows.

    ``breathe`` is called between the batches of a step that has several.
    """

    def __init__(
        self,
        parent: QObject,
        apply: Callable[[Cause, int, EditBatch, bool], None],
        breathe: Callable[[], None],
    ) -> None:
        self.stack = QUndoStack(parent)
        self._apply = apply
        self._breathe = breathe
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
        self._apply(Cause.DO, step, batch, False)
        self._next_step = step + 1
        self._last_key = key
        self.stack.push(ApplyBatch(self, step, batch.label, lambda: (batch,)))

    def do_after(self, first: EditBatch, batch: EditBatch, key: Keystroke | None) -> None:
        """Apply two batches as one step, which further keys go on with behind the second."""
        step = self._next_step
        self._apply(Cause.DO, step, first, True)
        self._apply(Cause.DO, step, batch, False)
        self._next_step = step + 1
        self._last_key = key
        self.stack.push(ApplyBatch(self, step, batch.label, lambda: (first, batch)))

    def do_all(self, batches: Iterable[EditBatch]) -> None:
        """Apply batches one after the other as one step, painting in between."""
        self.seal()
        step, self._next_step = self._next_step, self._next_step + 1
        done: list[EditBatch] = []
        try:
            for batch, more in _with_more(batches):
                self._apply(Cause.DO, step, batch, more)
                done.append(batch)
                self._breathe()
        finally:
            if done:
                self.stack.push(ApplyBatch(self, step, done[0].label, lambda: done))

    def undo(self) -> None:
        """Take the last step back. Raises ProjectError where an old step cannot be read."""
        self._move(self.stack.index() - 1, self.stack.undo)

    def redo(self) -> None:
        """Do the next step again. Raises ProjectError where an old step cannot be read."""
        self._move(self.stack.index(), self.stack.redo)

    def seal(self) -> None:
        """Let the next keystroke begin a new step."""
        self._last_key = None

    def replay(self, cause: Cause, command: ApplyBatch) -> None:
        """Apply what a command holds, for undo or redo."""
        self.seal()
        if self._is_loading:
            return
        batches: Iterable[EditBatch] = command.batches
        if cause is Cause.UNDO:  # Each turned round when its turn comes: of many it takes long.
            batches = (batch.inverse() for batch in reversed(command.batches))
        for batch, more in _with_more(batches):
            self._apply(cause, command.step, batch, more)
            if more:
                self._breathe()

    def load(self, history: History) -> None:
        """Take over the steps of a project as opened."""
        self.clear()
        self._is_loading = True
        for step in history.steps:
            load = partial(_batches, step)
            self.stack.push(ApplyBatch(self, step.id, step.label, load))
        self.stack.setIndex(history.index)
        self._is_loading = False
        self._next_step = history.next_step

    def clear(self) -> None:
        """Forget every step."""
        self.seal()
        self.stack.clear()
        self._next_step = 1

    def _move(self, place: int, move: Callable[[], None]) -> None:
        """Read the step first: an error inside Qt's call would be lost, and the step with it."""
        command = self.stack.command(place)
        if isinstance(command, ApplyBatch) and command.batches:
            move()


def _batches(step: UndoStep) -> Sequence[EditBatch]:
    return step.batches


def _with_more(batches: Iterable[EditBatch]) -> Iterator[tuple[EditBatch, bool]]:
    """Give each batch and whether another follows; each is taken when its turn comes."""
    last: EditBatch | None = None
    for batch in batches:
        if last is not None:
            yield last, True
        last = batch
    if last is not None:
        yield last, False
