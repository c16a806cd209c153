"""The originals of a damaged project: whether they are what they were, and what stands in them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeAlias

from translation.model.document import Document
from translation.model.language import ARABIC_TO_ENGLISH
from translation.model.segment import SourceFile
from translation.store.checksums import content_hash

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from translation.model.segment import Segment
    from translation.model.segment import TranslationUnit as Unit
Reread: TypeAlias = "Callable[[SourceFile], Document | None]"
"""Makes a document of an original as it was made first; None where that cannot be."""
Beside: TypeAlias = "Callable[[], Sequence[Document]]"
"""Gives documents that may have been made of the same original."""

_MOST = 0.9
_MOST_SEARCHED = 1000
_FIRST_FILE = "f1"
TEXT = "txt"
"""The format under which a document goes whose own format nobody knows any more."""


class Originals:
    """The files with the best originals there are, and the document that they give read anew.

    ``wanted`` are segments that reading anew should give again: where their texts stand in what
    it gives, the original is taken for sound even without a checksum. ``named`` are the files that
    units belong to: one whose row is lost is taken from what was read anew, or made up; None where
    that is not asked.
    ``has_the_ids`` says that the segments read anew have the ids that they had at first.
    """

    def __init__(
        self,
        files: Sequence[SourceFile],
        hashes: Mapping[str, object],
        name: str,
        named: Iterable[str] | None,
        wanted: Sequence[Segment],
        reread: Reread,
        beside: Beside,
    ) -> None:
        self.files = list(files)
        self.anew: Document | None = None
        self.has_the_ids = False
        self.lost: list[str] = []
        self.changed: list[str] = []
        self.replaced: list[str] = []
        self.made: list[str] = []
        """Names of files whose rows are lost, but which stand in what was read anew."""
        self._wanted, self._hashes = wanted, hashes
        self._reread, self._beside = reread, beside
        if not self.files:
            self._take_from_beside()
        for place, file in enumerate(self.files):
            read = self._judge(place, file)
            self.anew = self.anew or read
        if self.anew is not None:
            self.has_the_ids = self._has_the_ids(self.anew)
        if named is not None:
            self._add_lost_files(name, named)

    def _judge(self, place: int, file: SourceFile) -> Document | None:
        """Note how an original is, and return the document that it, or a better one, gives."""
        kept = self._hashes.get(file.id)
        anew = self._reread(file) if file.original else None
        # Where it gives other texts than were made of it once it is no witness of them.
        close = anew if anew is not None and self._share(anew) >= _MOST else None
        if kept is None:
            is_sound = anew is not None and self._has_the_texts(anew)
        else:
            is_sound = content_hash(file.original) == kept
        if is_sound:
            return close
        other = next((d for d in self._beside() if self._is_of(d, kept)), None)
        if other is not None:
            [found, *_] = other.files
            self.files[place] = replace(file, original=found.original)
            self.replaced.append(file.name)
        else:
            (self.changed if file.original else self.lost).append(file.name)
        return other or (close if kept is None else None)

    def _take_from_beside(self) -> None:
        for document in self._beside():
            if self._has_the_texts(document):
                self.files = list(document.files)
                return

    def _add_lost_files(self, name: str, named: Iterable[str]) -> None:
        """Put in the files whose rows are lost, in the order in which they were read at first."""
        there = {file.id: file for file in self.files}
        read = {file.id: file for file in self.anew.files} if self.anew and self.has_the_ids else {}
        for id_ in dict.fromkeys([*read, *named] or [_FIRST_FILE]):
            if id_ not in there:
                there[id_] = read.get(id_) or SourceFile(id_, name, ARABIC_TO_ENGLISH, TEXT, b"")
                (self.made if id_ in read else self.lost).append(there[id_].name)
        places = {id_: place for place, id_ in enumerate(read)}
        self.files = sorted(there.values(), key=lambda file: places.get(file.id, len(places)))

    def _is_of(self, document: Document, kept: object) -> bool:
        if kept is None:
            return self._has_the_texts(document)
        return any(content_hash(file.original) == kept for file in document.files)

    def _has_the_texts(self, document: Document) -> bool:
        return bool(self._wanted) and self._share(document) == 1

    def _share(self, document: Document) -> float:
        """Return how many of the wanted sources stand in the document: of none, all do."""
        sources = {segment.source for segment in document.segments}
        others = [s.source for s in self._wanted if s.source not in sources]
        # Cut otherwise by the rules of then: these are looked for in the whole text, a few only.
        text = "\n".join(texts_of(document).values())
        missing = sum(source not in text for source in others[:_MOST_SEARCHED])
        missing += len(others[_MOST_SEARCHED:])
        return 1 - missing / len(self._wanted) if self._wanted else 1

    def _has_the_ids(self, document: Document) -> bool:
        """Whether most segments it gives are those that had their ids."""
        anew = {segment.id: (segment.unit_id, segment.source) for segment in document.segments}
        wanted = [(s.id, (s.unit_id, s.source)) for s in self._wanted]
        same = sum(anew.get(id_) == what for id_, what in wanted)
        return not wanted or same / len(wanted) >= _MOST


def texts_of(document: Document) -> dict[tuple[int, str], str]:
    """Return the source of each unit by the place of its file and its anchor there."""
    places = {file.id: place for place, file in enumerate(document.files)}
    return {
        (places[unit.file_id], unit.anchor): "".join(s.lead + s.source + s.trail for s in segments)
        for unit, segments in document.by_unit()
    }


def with_known_ids(
    anew: Document,
    files: Sequence[SourceFile],
    units: Sequence[Unit],
    known: Sequence[Segment],
    number: int = 1,
) -> Document:
    """Return a document read anew with the ids that its units and segments had before.

    Those that had none are counted from ``number`` on.

    Rules of segmentation change: what was cut otherwise before is left out, for it is known.
    """
    document = Document()
    document.next_number = number
    used = [*(unit.id for unit in units), *(s.id for s in known), *(s.unit_id for s in known)]
    document.reserve_ids(used)
    # Anchors are of one file, and the files stand in the order in which they did.
    order = {file.id: place for place, file in enumerate(files)}
    anew_order = {file.id: place for place, file in enumerate(anew.files)}
    by_anchor = {(order.get(u.file_id), u.anchor): u.id for u in units if u.anchor}
    of_unit: dict[str, list[Segment]] = {}
    for segment in known:
        of_unit.setdefault(segment.unit_id, []).append(segment)
    made: list[tuple[Unit, list[Segment]]] = []
    for unit, segments in anew.by_unit():
        place = anew_order[unit.file_id]
        id_ = by_anchor.get((place, unit.anchor)) or document.new_id("u")
        file_id = files[place].id if place < len(files) else unit.file_id
        left = of_unit.get(id_, [])
        own = [_with_known_id(segment, id_, left, document) for segment in segments]
        found = [segment for segment in own if segment is not None]
        made.append((replace(unit, id=id_, file_id=file_id), found))
    for file in files:
        own_units = [(unit, segments) for unit, segments in made if unit.file_id == file.id]
        document.add_file(file, [u for u, _ in own_units], [s for _, f in own_units for s in f])
    return document


def _with_known_id(
    segment: Segment, unit_id: str, known: list[Segment], document: Document
) -> Segment | None:
    """Return the segment under the id it had, under a new one where none of the text is known.

    None where the text was cut otherwise. What was found is taken out of ``known``.
    """
    for before in known:
        if before.source == segment.source:
            known[:] = [other for other in known if other.id != before.id]
            return replace(segment, id=before.id, unit_id=unit_id)
        if before.source in segment.source or segment.source in before.source:
            return None
    return replace(segment, id=document.new_id("s"), unit_id=unit_id)
