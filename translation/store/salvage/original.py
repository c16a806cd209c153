"""The originals of a damaged project: whether they are what they were, and what stands in them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from translation.model.document import Document
from translation.model.language import ARABIC_TO_ENGLISH
from translation.model.segment import SourceFile
from translation.store.checksums import content_hash

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from translation.model.segment import Segment
    from translation.model.segment import TranslationUnit as Unit

_MOST = 0.9
_FIRST_FILE = "f1"
_TEXT = "txt"
"""The format under which a document goes whose own format nobody knows any more."""


class Originals:
    """The files with the best originals there are, and the document that they give read anew.

    ``wanted`` are segments that reading anew should give again: where their texts stand in what
    it gives, the original is taken for sound even without a checksum. ``has_the_ids`` says that the
    segments read anew have the ids that they had at first.
    """

    def __init__(
        self,
        files: Sequence[SourceFile],
        hashes: Mapping[str, object],
        name: str,
        wanted: Sequence[Segment],
        reread: Callable[[SourceFile], Document | None],
        beside: Sequence[Document],
    ) -> None:
        self.files = list(files)
        self.anew: Document | None = None
        self.has_the_ids = False
        self.lost: list[str] = []
        self.changed: list[str] = []
        self.replaced: list[str] = []
        self._wanted, self._hashes = wanted, hashes
        self._reread, self._beside = reread, beside
        if not self.files:
            self._make_up(name)
        self._judge_all()

    def _judge_all(self) -> None:
        for place, file in enumerate(self.files):
            self._judge(place, file)
        if self.anew is not None:
            self.has_the_ids = self._has_the_ids(self.anew)

    def _judge(self, place: int, file: SourceFile) -> None:
        kept = self._hashes.get(file.id)
        anew = self._reread(file) if file.original else None
        if kept is None:
            is_sound = anew is not None and self._has_the_texts(anew)
        else:
            is_sound = content_hash(file.original) == kept
        if anew is not None and (is_sound or (kept is None and self._share(anew) >= _MOST)):
            self.anew = self.anew or anew
        if is_sound:
            return
        other = next((d for d in self._beside if self._is_of(d, kept)), None)
        if other is not None:
            [found, *_] = other.files
            self.files[place] = replace(file, original=found.original)
            self.replaced.append(file.name)
            self.anew = self.anew or other
        else:
            (self.changed if file.original else self.lost).append(file.name)

    def _make_up(self, name: str) -> None:
        """Take the file of a document beside, or one that has no original."""
        for document in self._beside:
            if self._has_the_texts(document):
                self.files = list(document.files)
                return
        self.files = [SourceFile(_FIRST_FILE, name, ARABIC_TO_ENGLISH, _TEXT, b"")]

    def _is_of(self, document: Document, kept: object) -> bool:
        if kept is None:
            return self._has_the_texts(document)
        return any(content_hash(file.original) == kept for file in document.files)

    def _has_the_texts(self, document: Document) -> bool:
        return bool(self._wanted) and self._share(document) == 1

    def _share(self, document: Document) -> float:
        """Return how many of the wanted sources stand in the document: of none, all do."""
        text = "\n".join(
            "".join(s.lead + s.source + s.trail for s in segments)
            for _unit, segments in document.by_unit()
        )
        there = sum(segment.source in text for segment in self._wanted)
        return there / len(self._wanted) if self._wanted else 1

    def _has_the_ids(self, document: Document) -> bool:
        """Whether most segments it gives are those that had their ids."""
        anew = {segment.id: (segment.unit_id, segment.source) for segment in document.segments}
        wanted = [(s.id, (s.unit_id, s.source)) for s in self._wanted]
        same = sum(anew.get(id_) == what for id_, what in wanted)
        return not wanted or same / len(wanted) >= _MOST


def with_known_ids(anew: Document, units: Sequence[Unit], known: Sequence[Segment]) -> Document:
    """Return a document read anew with the ids that its units and segments had before.

    Rules of segmentation change: what was cut otherwise before is left out, for it is known.
    """
    document = Document()
    used = [*(unit.id for unit in units), *(s.id for s in known), *(s.unit_id for s in known)]
    document.reserve_ids(used)
    by_anchor = {unit.anchor: unit.id for unit in units if unit.anchor}
    of_unit: dict[str, list[Segment]] = {}
    for segment in known:
        of_unit.setdefault(segment.unit_id, []).append(segment)
    made: list[tuple[Unit, list[Segment]]] = []
    for unit, segments in anew.by_unit():
        id_ = by_anchor.get(unit.anchor) or document.new_id("u")
        left = of_unit.get(id_, [])
        own = [_with_known_id(segment, id_, left, document) for segment in segments]
        made.append((replace(unit, id=id_), [s for s in own if s is not None]))
    for file in anew.files:
        own_units = [(unit, found) for unit, found in made if unit.file_id == file.id]
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
