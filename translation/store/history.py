"""The undo history of a project, rebuilt from its journal."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from translation.model.edits import EditBatch

Action: TypeAlias = Literal["do", "undo", "redo"]
LARGEST_STEP = 1 << 53
"""No history has so many steps: an id beyond was not given by this program."""
ACTIONS: tuple[Action, ...] = ("do", "undo", "redo")


@dataclass(frozen=True, slots=True)
class UndoStep:
    """One undo step: its id, what it was, and its batches, read from the project when asked.

    A long history thus costs neither time nor memory before somebody goes back that far.
    """

    id: int
    label: str
    first: int
    last: int
    _load: Callable[[UndoStep], tuple[EditBatch, ...]]

    @property
    def batches(self) -> tuple[EditBatch, ...]:
        """What was done, in order; neighbouring batches of typing come as one.

        Raises ProjectError where the project cannot be read.
        """
        return self._load(self)


@dataclass(frozen=True, slots=True)
class History:
    """Undo steps, oldest first; those before ``index`` are done, the others undone.

    ``next_step`` is an id that no step ever had; ``last_row`` is the number of the last row of
    the journal, 0 where it has none.
    """

    steps: tuple[UndoStep, ...] = ()
    index: int = 0
    next_step: int = 1
    last_row: int = 0


def rebuild(
    journal: Iterable[tuple[int, str, int, str]],
    load: Callable[[UndoStep], tuple[EditBatch, ...]],
) -> History:
    """Return the history that a journal (seq, action, step, label; in order) leads to.

    Rows of one step that follow one another make one step, which is called as the last of them:
    what a person did comes behind what had to be kept for it. A row that fits nothing, such as
    the undo of an unknown step, raises ValueError.
    """
    steps: list[UndoStep] = []
    index = last_step = seq = 0
    for seq, action, step, label in journal:
        if step < LARGEST_STEP:  # The next ids follow those that were given honestly.
            last_step = max(last_step, step)
        if action == "do":
            del steps[index:]
            if steps and steps[-1].id == step:
                steps[-1] = UndoStep(step, label, steps[-1].first, seq, load)
            else:
                steps.append(UndoStep(step, label, seq, seq, load))
            index = len(steps)
        elif action == "undo":
            index = _find(steps, step, index - 1, index)
        elif action == "redo":
            index = _find(steps, step, index, index - 1) + 1
        else:
            raise ValueError(f"“{action}” is nothing that is done to a step")
    return History(tuple(steps), index, last_step + 1, seq)


def _find(steps: list[UndoStep], step: int, first: int, second: int) -> int:
    """Return where the step stands: ``second`` where a part of it was taken back before."""
    for place in (first, second):
        if 0 <= place < len(steps) and steps[place].id == step:
            return place
    raise ValueError(f"step {step} is not where it could be undone or redone")
