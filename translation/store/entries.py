"""What is written into a project: edits, drafts, small values, restore points."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from translation.model.draft import Draft
    from translation.model.edits import EditBatch
    from translation.model.segment import SourceFile, TranslationUnit
    from translation.store.history import Action


@dataclass(frozen=True, slots=True)
class Entry:
    """A batch that was applied to the document, for the journal and the tables.

    ``batch`` is what was applied: for "undo" the inverse, for "redo" the batch again.
    ``step`` is the undo step it belongs to; ``next_number`` the document's counter afterwards.
    """

    action: Action
    step: int
    batch: EditBatch
    next_number: int


@dataclass(frozen=True, slots=True)
class FileEntry:
    """A file that came into the project with its units; its segments are inserted by an edit."""

    file: SourceFile
    units: tuple[TranslationUnit, ...]


@dataclass(frozen=True, slots=True)
class DraftEntry:
    """Drafts that were put beside the document."""

    drafts: tuple[Draft, ...]


@dataclass(frozen=True, slots=True)
class MetaEntry:
    """A small value kept under a key, as JSON."""

    key: str
    value: object


@dataclass(frozen=True, slots=True)
class PointEntry:
    """A restore point: the document as it is after everything recorded before."""

    label: str
    time: float


@dataclass(frozen=True, slots=True)
class AcceptEntry:
    """Rows in doubt, by table and key, that are taken from now on for what they say."""

    rows: Mapping[str, tuple[object, ...]]


AnyEntry: TypeAlias = Entry | FileEntry | DraftEntry | MetaEntry | PointEntry | AcceptEntry

Between: TypeAlias = "Callable[[], None]"
"""Called between two entries: it may wait."""


def no_pause() -> None:
    """Let one entry follow the other."""


def pausing(entries: Iterable[AnyEntry], between: Between) -> Iterator[AnyEntry]:
    """Give the entries, each after a call."""
    for entry in entries:
        between()
        yield entry
