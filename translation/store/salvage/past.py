"""The journal of a damaged project: which of its batches can be read, and which can be kept."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from translation.model.document import StaleEditError
from translation.store import history, values
from translation.store.batches import parse_batch
from translation.store.past_states import PastStates
from translation.store.values import BadValueError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from translation.model.document import Document
    from translation.model.edits import EditBatch
    from translation.store.salvage.tables import Found, FoundRow

ROW = ("action", "step", "label", "author", "time", "batch")


@dataclass(slots=True)
class Past:
    """What the journal says; ``whole`` where nothing of it is missing, as far as can be told."""

    rows: dict[int, FoundRow] = field(default_factory=dict)
    batches: dict[int, EditBatch] = field(default_factory=dict)
    states: PastStates = field(default_factory=PastStates)
    whole: bool = True


def read_past(found: Found, original: Callable[[str], bytes]) -> Past:
    """Return the journal of what was found."""
    past = Past()
    for seq, row in sorted(found.best("journal", "seq").items()):
        if seq < 1 or row.fits is False or not row.is_clean:
            past.whole = False
            continue
        label, author, time, batch = (
            row.cells[name] for name in ("label", "author", "time", "batch")
        )
        try:
            values.count(seq), values.count(row.cells["step"])
            parsed = parse_batch(label, author, values.number(time), values.loads(batch), original)
        except BadValueError:
            past.whole = False
            continue
        past.rows[seq], past.batches[seq] = row, parsed
        past.states.take(parsed)
    last = max(past.rows, default=0)
    tallies = found.best("tallies", "name")
    counted = tallies["journal"].cells.get("rows") if "journal" in tallies else last
    marked = max((row.cells.get("seq") or 0 for row in found.rows["restore_points"]), default=0)
    past.whole &= len(past.rows) == last == max(last, marked) and counted == last
    return past


def lasting(past: Past, document: Document) -> list[int]:
    """Return the numbers of the last rows that lead to the document, one after the other.

    They are what can still be undone: taken back one by one they fit what is there.
    """
    doc, kept = document.copy(), []
    seq = max(past.rows, default=0)
    while seq in past.rows:
        try:
            doc.apply_batch(past.batches[seq].inverse())
        except (StaleEditError, KeyError):
            break
        kept.append(seq)
        seq -= 1
    return _coherent(past, kept[::-1])


def _coherent(past: Past, numbers: list[int]) -> list[int]:
    """Leave out the first rows up to the last that undoes or redoes what is not there any more."""
    left = numbers
    while left:
        rows = _Rows(past, left)
        try:
            history.rebuild(rows, lambda _step: ())
        except ValueError:
            left = left[rows.read :]
        else:
            break
    return left


class _Rows:
    """Rows of the journal for ``history.rebuild``; ``read`` counts those given."""

    def __init__(self, past: Past, numbers: list[int]) -> None:
        self._past, self._numbers = past, numbers
        self.read = 0

    def __iter__(self) -> Iterator[tuple[int, str, int, str]]:
        for seq in self._numbers:
            cells = self._past.rows[seq].cells
            self.read += 1
            yield seq, cells["action"], cells["step"], cells["label"]
