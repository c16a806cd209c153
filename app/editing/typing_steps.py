"""When a keystroke goes on with the undo step before it, and when it begins a new one."""

from __future__ import annotations

from dataclasses import dataclass

from translation.model.edits import EditBatch, Put
from translation.text.texts_apart import difference

_LONGEST_KEY = 4
"""Characters one key can type (lam-alef types two); more at once was pasted or dropped."""


@dataclass(frozen=True, slots=True)
class Keystroke:
    """What one change of the text took out and put in, and where it left the caret."""

    segment_id: str
    removed: str
    inserted: str
    caret_before: int
    caret_after: int

    def continues(self, before: Keystroke) -> bool:
        """Whether both are one step: the same word, still typing or still deleting.

        Time plays no part: a pause in mid-word does not split a step. A jump of the caret, a
        paste, turning from typing to deleting, and the first letter of the next word do.
        """
        if self.segment_id != before.segment_id or self.caret_before != before.caret_after:
            return False
        if not (_is_key(self.inserted) and _is_key(before.inserted)):
            return False
        if self.inserted:
            now, then = self.inserted, before.inserted
            same_kind = not self.removed and bool(before.inserted)
        else:
            now, then = self.removed, before.removed
            same_kind = not before.inserted and len(now) == 1 and len(then) == 1
        return same_kind and not (_in_word(now[0]) and not _in_word(then[-1]))


def keystroke(segment_id: str, before: str, after: str, carets: tuple[int, int]) -> Keystroke:
    """Find what changed between two texts of a segment; ``carets`` are those before and after."""
    _start, removed, inserted = difference(before, after)
    return Keystroke(segment_id, removed, inserted, *carets)


def joined(first: EditBatch, second: EditBatch) -> EditBatch:
    """Return one batch for two keystrokes of one step, as if typed at once."""
    before, after = first.edits[0], second.edits[0]
    assert isinstance(before, Put)
    assert isinstance(after, Put)
    return EditBatch(
        first.label,
        (Put(before.before, after.after),),
        first.author,
        second.time,
        first.segment_id,
        first.caret_before,
        second.caret_after,
    )


def _is_key(inserted: str) -> bool:
    one = len(inserted) < 2
    return one or (len(inserted) <= _LONGEST_KEY and not any(c.isspace() for c in inserted))


def _in_word(character: str) -> bool:
    return not character.isspace()
