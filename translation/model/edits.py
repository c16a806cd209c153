"""The edits: Put, Insert, Remove, Say and Arrange, and batches of them with their inverse."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

from translation.model.segment import Segment

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from translation.model.record import Record
    from translation.model.segment import SourceFile, TranslationUnit


@dataclass(frozen=True, slots=True)
class Put:
    """Replace a segment, unit or file by another value with the same id."""

    before: Segment | TranslationUnit | SourceFile
    after: Segment | TranslationUnit | SourceFile

    def inverse(self) -> Put:
        """Return the edit that takes this one back."""
        return Put(self.after, self.before)

    @property
    def puts_segment(self) -> bool:
        """Whether it puts a segment in the place of one."""
        return type(self.before) is Segment and type(self.after) is Segment


@dataclass(frozen=True, slots=True)
class Insert:
    """Insert a segment so that it stands at ``row`` (0-based, in document order)."""

    row: int
    segment: Segment

    def inverse(self) -> Remove:
        """Return the edit that takes this one back."""
        return Remove(self.row, self.segment)


@dataclass(frozen=True, slots=True)
class Remove:
    """Remove the segment that stands at ``row``."""

    row: int
    segment: Segment

    def inverse(self) -> Insert:
        """Return the edit that takes this one back."""
        return Insert(self.row, self.segment)


@dataclass(frozen=True, slots=True)
class Say:
    """Say something of a segment beside its text, say it otherwise, or take it back.

    ``before`` is None for a new record, ``after`` for one that is taken back.
    """

    before: Record | None
    after: Record | None

    def inverse(self) -> Say:
        """Return the edit that takes this one back."""
        return Say(self.after, self.before)


@dataclass(frozen=True, slots=True)
class Arrange:
    """Put the files of the project, by id, into another order."""

    before: tuple[str, ...]
    after: tuple[str, ...]

    def inverse(self) -> Arrange:
        """Return the edit that takes this one back."""
        return Arrange(self.after, self.before)


Edit: TypeAlias = Put | Insert | Remove | Say | Arrange


def runs(edits: Iterable[Edit]) -> Iterator[tuple[Edit, ...]]:
    """Give the edits in order, those together that can be applied at once.

    That are such as put segments, and such as insert or remove neighbouring rows: rows are inserted
    downwards and removed upwards, so that the inverse of a run is one, too.
    """
    whole = tuple(edits)
    if len(whole) > 1 and all(isinstance(edit, Put) and edit.puts_segment for edit in whole):
        yield whole  # as mostly, where there are many
        return
    run: list[Edit] = []
    for edit in whole:
        if run and not _goes_on(run[-1], edit):
            yield tuple(run)
            run = []
        run.append(edit)
    if run:
        yield tuple(run)


def _goes_on(last: Edit, edit: Edit) -> bool:
    if isinstance(last, Put) and isinstance(edit, Put):
        return last.puts_segment and edit.puts_segment
    if isinstance(last, Insert) and isinstance(edit, Insert):
        return edit.row == last.row + 1
    if isinstance(last, Remove) and isinstance(edit, Remove):
        return edit.row == last.row - 1
    return False


@dataclass(frozen=True, slots=True)
class EditBatch:
    """What a person did at once: one undo step or a part of it, one transaction on disk.

    ``label`` is an identifier from the action table ("type", "confirm", "split", ...);
    ``time`` is seconds since 1970; carets are positions in the target of ``segment_id``, in
    UTF-16 units, restored by undo and redo.
    """

    label: str
    edits: tuple[Edit, ...]
    author: str = ""
    time: float = 0.0
    segment_id: str = ""
    caret_before: int | None = None
    caret_after: int | None = None
    keeps_texts_at: int | None = field(default=None, compare=False)
    """Where it is known to leave every text as it is shown: the id that the next draft has, for
    another draft may be shown where a target is taken back. Not kept in a project."""

    def inverse(self) -> EditBatch:
        """Return the batch that takes this one back: inverse edits in reverse order."""
        return EditBatch(
            self.label,
            tuple(edit.inverse() for edit in reversed(self.edits)),
            self.author,
            self.time,
            self.segment_id,
            self.caret_after,
            self.caret_before,
            self.keeps_texts_at,
        )
