"""What every format keeps that writes the translation into the original file.

Inherited by one class a format, which gives ``samples``: small files of that format, each with
something special in it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from translation.errors import ExportError
from translation.formats import FORMATS, FormatSpec, ReadOptions, WriteOptions
from translation.model.document import Document
from translation.model.draft import Draft
from translation.model.edits import Insert, Put, Remove
from translation.model.inline import codes_in, strip_codes
from translation.model.language import ARABIC_TO_ENGLISH
from translation.model.segment import Segment, SegmentState, source_hash
from translation.work.building import build_document

AWKWARD = 'Said: <b>&amp; "it" ]]> 100% {0} \u200f؟\u200e 🎈 \\n --> # * [x](y)'
"""Characters that mean something to one format or another, and must come back as text."""


def opened(spec: FormatSpec, data: bytes) -> Document:
    assert spec.read
    return build_document(spec.read(data, ReadOptions("in", ARABIC_TO_ENGLISH)))[0]


def translate(document: Document, make: Callable[[int, Segment], str]) -> None:
    """Give every segment that is not furniture a target with the codes of its source."""
    for number, segment in enumerate(document.snapshot()):
        if not document.is_furniture(segment):
            target = make(number, segment)
            codes = [c for c in segment.source if not strip_codes(c)]
            if codes:  # one code before the text, the others after, in their order
                target = codes[0] + target + "".join(codes[1:])
            after = replace(segment, target=target, state=SegmentState.CONFIRMED)
            document.apply(Put(segment, after))


def texts(document: Document) -> list[str]:
    """Return the text of each unit that is no furniture, white space collapsed, codes out."""
    return [
        " ".join(strip_codes("".join(s.lead + s.source + s.trail for s in segments)).split())
        for unit, segments in document.by_unit()
        if not unit.is_furniture
    ]


def shown(document: Document) -> list[str]:
    """Return the same of the targets."""
    return [
        " ".join(strip_codes(" ".join(s.target or s.source for s in segments)).split())
        for unit, segments in document.by_unit()
        if not unit.is_furniture
    ]


class InPlaceContract:
    """Inherited by one class a format."""

    format_id: str
    samples: dict[str, bytes]
    same_bytes = True
    """Whether an unchanged export is the original byte for byte."""

    @property
    def spec(self) -> FormatSpec:
        return next(spec for spec in FORMATS if spec.id == self.format_id)

    def write(self, document: Document) -> bytes:
        assert self.spec.write
        return self.spec.write(document, WriteOptions("out")).data

    def documents(self) -> list[Document]:
        return [opened(self.spec, data) for data in self.samples.values()]

    def test_there_are_samples_with_text(self):
        assert all(any(texts(document)) for document in self.documents())

    def test_an_unchanged_document_is_the_original(self):
        for name, data in self.samples.items():
            written = self.write(opened(self.spec, data))
            assert not self.same_bytes or written == data, name
            assert texts(opened(self.spec, written)) == texts(opened(self.spec, data)), name

    def test_each_translation_stands_in_its_place(self):
        for document in self.documents():
            translate(document, lambda number, _: f"Translation number {number} is here.")
            again = opened(self.spec, self.write(document))
            assert texts(again) == shown(document)

    def test_codes_come_back_with_their_text(self):
        for document in self.documents():
            translate(document, lambda number, _: f"Translation {number}.")
            again = opened(self.spec, self.write(document))
            pairs = zip(document.by_unit(), again.by_unit(), strict=True)
            for (unit, segments), (_, others) in pairs:
                if not unit.is_furniture:
                    before = sum(len(codes_in(s.source)) for s in segments)
                    assert sum(len(codes_in(s.source)) for s in others) == before

    def test_awkward_characters_are_text(self):
        for document in self.documents():
            translate(document, lambda number, _: f"{number} {AWKWARD} end")
            again = opened(self.spec, self.write(document))
            assert texts(again) == shown(document)

    def test_one_translated_paragraph_leaves_the_others_alone(self):
        for name, data in self.samples.items():
            document = opened(self.spec, data)
            before = texts(document)
            rows = [s for s in document.snapshot() if not document.is_furniture(s)]
            chosen = rows[len(rows) // 2]
            codes = "".join(c for c in chosen.source if not strip_codes(c))
            document.apply(Put(chosen, replace(chosen, target="Only this." + codes)))
            after = texts(opened(self.spec, self.write(document)))
            changed = [
                place for place, (old, now) in enumerate(zip(before, after, strict=True))
                if old != now
            ]  # fmt: skip
            assert len(changed) == 1, name
            assert "Only this." in after[changed[0]]

    def test_a_draft_fills_and_is_said(self):
        for document in self.documents():
            row = next(s for s in document.segments if not document.is_furniture(s))
            draft = Draft(1, row.id, source_hash(row.source), "A draft.", "ct2", "m")
            document.drafts.add([draft])
            assert self.spec.write
            written = self.spec.write(document, WriteOptions("out"))
            assert "unreviewed_drafts" in {notice.code for notice in written.notices}
            assert any("A draft." in text for text in texts(opened(self.spec, written.data)))

    def test_merged_and_split_segments_fill_their_paragraph(self):
        for document in self.documents():
            translate(document, lambda number, _: f"Part {number}.")
            first = next(s for s in document.segments if not document.is_furniture(s))
            row = document.row(first.id)
            half = replace(first, target="First half.", trail=" ")
            rest = replace(first, id=document.new_id("s"), source="", target="Second half.")
            document.apply(Put(first, half))
            document.apply(Insert(row + 1, rest))
            text = next(t for t in texts(opened(self.spec, self.write(document))) if "half" in t)
            assert text.index("First half.") < text.index("Second half.")
            document.apply(Remove(row + 1, rest))

    def test_codes_left_out_or_crossed_do_no_harm(self):
        for document in self.documents():
            for segment in document.snapshot():
                codes = [c for c in segment.source if not strip_codes(c)]
                if codes and not document.is_furniture(segment):
                    target = "".join(reversed(codes[: len(codes) // 2 + 1])) + "Crossed."
                    document.apply(Put(segment, replace(segment, target=target)))
            again = opened(self.spec, self.write(document))
            assert texts(again) == shown(document)

    def test_another_kind_of_original_is_refused(self):
        if not self.spec.needs_original:
            return
        assert self.spec.write
        with pytest.raises(ExportError) as caught:
            self.spec.write(Document(), WriteOptions("out"))
        assert caught.value.reason == "wrong_original"
