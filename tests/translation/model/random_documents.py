"""Random documents and random things a person does to them, for hypothesis."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import strategies as st

from translation.model.document import Document
from translation.model.draft import Draft
from translation.model.edits import Arrange, Edit, EditBatch, Insert, Put, Remove, Say
from translation.model.inline import CodeKind, InlineCode
from translation.model.language import LanguagePair
from translation.model.record import Record
from translation.model.segment import (
    Origin,
    Role,
    Segment,
    SegmentState,
    SourceFile,
    TranslationUnit,
    source_hash,
)

ODD = "\x00\x01\t\r\n\u2028\u2029\ue000\ue001\uf8ff\ufeff\ufffd\ud800\udfff\ud83d\ude00\U0001f600"
TEXTS = st.text(
    st.one_of(st.characters(codec="utf-8"), st.sampled_from(ODD + "ab ابج،")), max_size=12
)
NAMES = st.text(st.sampled_from("fus0123456789é\ud800-"), min_size=1, max_size=4)
CODES = st.builds(
    InlineCode, st.sampled_from(CodeKind), TEXTS, TEXTS, st.none(), st.booleans(), st.booleans()
)
TARGETS = st.one_of(st.none(), TEXTS)
KINDS = (
    "type",
    "state",
    "role",
    "pair",
    "split",
    "merge",
    "insert",
    "say",
    "say",
    "arrange",
    "remove_file",
)


@st.composite
def documents(draw: st.DrawFn) -> Document:
    """A document of one or two files with odd texts, some ids from outside, some drafts."""
    document = Document()
    for _ in range(draw(st.integers(1, 2))):
        file = SourceFile(
            document.new_id("f"),
            draw(TEXTS),
            LanguagePair(draw(TEXTS), "en"),
            "txt",
            draw(st.binary(max_size=8)),
            draw(TEXTS),
            draw(TEXTS),
        )
        units = [
            draw(_units(document.new_id("u"), file.id)) for _ in range(draw(st.integers(0, 3)))
        ]
        segments = [
            draw(_segments(document.new_id("s"), unit.id))
            for unit in units
            for _ in range(draw(st.integers(0, 3)))
        ]
        document.add_file(file, units, segments)
    document.drafts.add(draw(drafts(document, 1)))
    return document


def _units(unit_id: str, file_id: str) -> st.SearchStrategy[TranslationUnit]:
    return st.builds(
        TranslationUnit,
        st.just(unit_id),
        st.just(file_id),
        st.sampled_from(Role),
        st.lists(CODES, max_size=2).map(tuple),
        TEXTS,
        st.one_of(st.none(), st.sampled_from(Role)),
        TEXTS,
    )


def _segments(segment_id: str, unit_id: str) -> st.SearchStrategy[Segment]:
    return st.builds(
        Segment,
        st.just(segment_id),
        st.just(unit_id),
        TEXTS,
        TARGETS,
        st.sampled_from(SegmentState),
        st.one_of(st.none(), st.sampled_from(Origin)),
        st.one_of(st.none(), st.integers(1, 9)),
        TEXTS,
        TEXTS,
        TEXTS,
        st.booleans(),
        TARGETS,
    )


@st.composite
def drafts(draw: st.DrawFn, document: Document, first: int) -> list[Draft]:
    """A few new drafts for segments of the document."""
    if not len(document):
        return []
    chosen = draw(st.lists(st.sampled_from(document.snapshot()), max_size=3))
    return [
        Draft(
            number,
            segment.id,
            source_hash(segment.source),
            draw(TEXTS),
            "ct2",
            draw(TEXTS),
            score=draw(st.one_of(st.none(), st.floats(-9, 0))),
            marks=draw(st.sampled_from([(), ("loop",), ("empty", "split_source")])),
        )
        for number, segment in enumerate(chosen, first)
    ]


@st.composite
def batches(draw: st.DrawFn, document: Document) -> EditBatch:
    """One thing a person may do to the document as it is now."""
    kind = draw(st.sampled_from(KINDS))
    edits = _edits(draw, document, kind)
    caret = draw(st.one_of(st.none(), st.integers(0, 99)))
    return EditBatch(kind, tuple(edits), draw(TEXTS), 1.5, "s1", caret, None)


def _edits(draw: st.DrawFn, document: Document, kind: str) -> list[Edit]:
    if kind == "pair":
        file = draw(st.sampled_from(document.kept_files))
        return [Put(file, replace(file, pair=LanguagePair("en", draw(TEXTS)), encoding="utf-8"))]
    if kind == "arrange":
        order = tuple(file.id for file in document.kept_files)
        return [Arrange(order, tuple(draw(st.permutations(order))))]
    if kind == "role" and document.units:
        unit = draw(st.sampled_from(document.units))
        return [Put(unit, replace(unit, role=draw(st.sampled_from(Role)), role_found=unit.role))]
    if kind == "insert" and document.units:
        unit = draw(st.sampled_from(document.units))
        rows = document.unit_rows(unit.id)
        row = draw(st.integers(rows.start, rows.stop))
        return [Insert(row, draw(_segments(document.new_id("s"), unit.id)))]
    if not len(document):
        return []
    if kind == "say":
        return [_said(draw, document)]
    if kind == "remove_file":
        gone = draw(st.sampled_from(document.files)).id
        rows = [n for n, s in enumerate(document.segments) if document.file_of(s).id == gone]
        return [Remove(row, document.segments[row]) for row in reversed(rows)]
    row = draw(st.integers(0, len(document) - 1))
    return _segment_edits(draw, document, kind, row)


def _said(draw: st.DrawFn, document: Document) -> Say:
    """Something new, something said otherwise, moved or taken back; odd kinds and values too."""
    known = draw(st.sampled_from([None, *document.records]))
    segment_id = draw(st.sampled_from(document.snapshot())).id
    if known is None:
        id_, kind = document.new_id("r"), draw(st.sampled_from(["note", "bookmark", "mqm"]))
        return Say(None, Record(id_, kind, segment_id, draw(TEXTS), 1.5, draw(TEXTS)))
    changed = replace(known, segment_id=segment_id, value=draw(TEXTS))
    return Say(known, draw(st.sampled_from([changed, None])))


def _segment_edits(draw: st.DrawFn, document: Document, kind: str, row: int) -> list[Edit]:
    segment = document.segments[row]
    if kind == "split":
        place = draw(st.integers(0, len(segment.source)))
        first, second = segment.source[:place], segment.source[place:]
        left = replace(segment, id=document.new_id("s"), source=first)
        right = replace(segment, id=document.new_id("s"), source=second, target=None)
        return [Remove(row, segment), Insert(row, left), Insert(row + 1, right)]
    if kind == "merge" and row + 1 < len(document):
        following = document.segments[row + 1]
        if following.unit_id == segment.unit_id:
            both = replace(segment, source=segment.source + following.source)
            return [Put(segment, both), Remove(row + 1, following)]
    if kind == "state":
        return [Put(segment, replace(segment, state=draw(st.sampled_from(SegmentState))))]
    typed = replace(segment, target=draw(TARGETS), origin=Origin.HUMAN, note=draw(TEXTS))
    return [Put(segment, typed)]
