"""The originals of a damaged project that has several: each is read anew and judged by itself."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from translation.model.document import Document
from translation.model.language import ARABIC_TO_ENGLISH
from translation.model.segment import SourceFile
from translation.store.salvage.original import TEXT, Originals, with_known_ids

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from translation.model.segment import Segment
    from translation.model.segment import TranslationUnit as Unit
    from translation.store.salvage.original import Beside, Reread


def groups(files: Sequence[SourceFile], hashes: Mapping[str, object]) -> list[list[SourceFile]]:
    """Return the files by the originals that they are parts of: neighbours of the same bytes.

    The hash tells that of bytes that are damaged, too.
    """
    found: list[list[SourceFile]] = []
    for file in files:
        if found and _made_of(found[-1][0], hashes) == _made_of(file, hashes):
            found[-1].append(file)
        else:
            found.append([file])
    return found


def _made_of(file: SourceFile, hashes: Mapping[str, object]) -> object:
    return file.format, hashes.get(file.id) or file.original or file.id


class SeveralOriginals:
    """What ``Originals`` is for one, over all: the files, and one document of what they give.

    ``wanted`` are segments that reading anew should give again, ``known`` those that have or had
    an id; ``units`` say which file a segment is of.
    """

    def __init__(
        self,
        parts: Sequence[Sequence[SourceFile]],
        hashes: Mapping[str, object],
        name: str,
        units: Sequence[Unit],
        wanted: Sequence[Segment],
        known: Sequence[Segment],
        reread: Reread,
        beside: Beside,
    ) -> None:
        self.files: list[SourceFile] = []
        self.lost: list[str] = []
        self.changed: list[str] = []
        self.replaced: list[str] = []
        self.made: list[str] = []
        self.anew: Document | None = None
        self._units, self._known = units, known
        file_of = {unit.id: unit.file_id for unit in units}
        for part in parts:
            ids = {file.id for file in part}
            own = [segment for segment in wanted if file_of.get(segment.unit_id) in ids]
            one = Originals(part, hashes, name, None, own, reread, beside)
            self.files += one.files
            self.lost += one.lost
            self.changed += one.changed
            self.replaced += one.replaced
            self._join(one, has_ids=one.has_the_ids and bool(own))
        self._add_lost_files(name, file_of.values())

    def _join(self, one: Originals, *, has_ids: bool) -> None:
        """Put what an original gives behind what the others give, under the ids that it had."""
        if one.anew is None:
            return
        whole = self.anew = self.anew or Document()
        read = one.anew
        if not has_ids:
            read = with_known_ids(read, one.files, self._units, self._known, whole.next_number)
        taken = {unit.id for unit in whole.units} | {segment.id for segment in whole.segments}
        for file in read.files:
            units = [unit for unit in read.units if unit.file_id == file.id]
            segments = [segment for segment in read.segments if read.file_of(segment) is file]
            ids = chain((unit.id for unit in units), (segment.id for segment in segments))
            if file.id not in {known.id for known in whole.files} and taken.isdisjoint(ids):
                whole.add_file(file, units, segments)
        if has_ids:
            whole.drafts.add(d for d in read.drafts if whole.drafts.by_id(d.id) is None)
        whole.next_number = max(whole.next_number, read.next_number)

    def _add_lost_files(self, name: str, named: Iterable[str]) -> None:
        there = {file.id for file in self.files}
        for id_ in dict.fromkeys(named):
            if id_ not in there:
                self.files.append(SourceFile(id_, name, ARABIC_TO_ENGLISH, TEXT, b""))
                self.lost.append(name)
