"""Documents for the format tests: a small fixed one, and strategies that make any."""

from __future__ import annotations

import json
from dataclasses import replace

from hypothesis import strategies as st

from translation.model.document import Document
from translation.model.draft import Draft
from translation.model.imported import ImportedFile
from translation.model.inline import CodeKind, InlineCode
from translation.model.language import ARABIC_TO_ENGLISH
from translation.model.segment import (
    Origin,
    Role,
    Segment,
    SegmentState,
    SourceFile,
    TranslationUnit,
    source_hash,
)

CODES = (
    InlineCode(CodeKind.OPEN, '<a href="https://example.org/?a=1&amp;b=2">', "a", pair=1),
    InlineCode(CodeKind.CLOSE, "</a>", "/a", pair=0),
    InlineCode(CodeKind.ALONE, "<br>", "br", deletable=True),
    InlineCode(CodeKind.ALONE, "\x00", "U+0000", deletable=True, movable=False),
    InlineCode(CodeKind.OPEN, "<b>", "b"),
)
A, END_A, BR, NUL, B = (chr(0xE000 + n) for n in range(len(CODES)))


def small_document() -> Document:
    """Every state, role and code once, with notes, references and drafts."""
    document = Document()
    units = (
        TranslationUnit("u1", "f1", Role.HEADLINE, anchor="0:10"),
        TranslationUnit("u2", "f1", Role.PARAGRAPH, CODES, "12:90", note="about this paragraph"),
        TranslationUnit("u3", "f1", Role.FURNITURE, anchor="92:100", role_found=Role.PARAGRAPH),
    )
    segments = (
        Segment("s1", "u1", "عنوان الخبر", "Headline", SegmentState.FINAL, Origin.HUMAN, 1),
        Segment("s2", "u2", f"زار {A}الوزير{END_A} واشنطن.", trail=" "),
        Segment(
            "s3",
            "u2",
            f"قال{BR} «نعم».",
            f"He said{BR} “yes”.",
            SegmentState.EDITED,
            Origin.MT,
            3,
            trail="\n",
            note="check <this> & that",
        ),
        Segment("s4", "u2", f"انتهى{NUL}.", "Over.", SegmentState.CONFIRMED, reference="It ended."),
        Segment("s5", "u2", "تم.", "Done.", SegmentState.REVIEWED, locked=True, lead="\t"),
        Segment("s6", "u2", "بلا مسودة."),
        Segment("s7", "u3", "اترك تعليقا"),
    )
    file = SourceFile("f1", "article.ar.txt", ARABIC_TO_ENGLISH, "txt", b"", "utf-8")
    document.add_file(file, units, segments)
    drafts = [("s1", "Title"), ("s2", f"The {A}minister{END_A} visited"), ("s3", "He said yes.")]
    document.drafts.add(
        Draft(
            number,
            id_,
            source_hash(document.segment(id_).source),
            text,
            "marian_ct2",
            "starter",
            "r1",
            json.dumps({"beam": 4}),
            -0.25 * number,
            ("loop", "missing_code"),
            "2026-01-02T03:04:05Z",
        )
        for number, (id_, text) in enumerate(drafts, start=1)
    )
    return document


_AWKWARD = (
    "اب ثوab XY.12\u0664،؟\"'<&>]{}/\t\n\r\u200f\u202b\u2067\u2069\u00a0\u0301\U0001f600"
    "\x00\x07\x85\x9f\ud83d\ufffe\u2028\ue0ff"
)
_texts = st.text(
    st.sampled_from(_AWKWARD + A + END_A + BR + NUL + B), max_size=12
) | st.sampled_from(
    ["{1}", "{{2/}", "]]>", "&amp;", "=1+1", "{U+0000}", f"{{{A}1}}", "a\tb", '"', " x "]
)
_sources = _texts.map(str.strip).filter(bool)


@st.composite
def documents(draw: st.DrawFn) -> Document:
    """A document of one file with any texts, states, codes, notes and drafts."""
    document = Document()
    units: list[TranslationUnit] = []
    segments: list[Segment] = []
    drafts: list[Draft] = []
    for _ in range(draw(st.integers(1, 3))):
        unit = TranslationUnit(
            document.new_id("u"),
            "f1",
            draw(st.sampled_from(Role)),
            CODES,
            draw(st.sampled_from(["", "0:5"])),
            draw(st.none() | st.sampled_from(Role)),
            draw(_texts),
        )
        units.append(unit)
        for _ in range(draw(st.integers(1, 3))):
            segment = draw(_segments(document.new_id("s"), unit.id))
            if draw(st.booleans()):
                draft = _draft(draw, len(drafts) + 1, segment)
                drafts.append(draft)
                if segment.target is not None and draw(st.booleans()):
                    segment = replace(segment, draft_id=draft.id)
            segments.append(segment)
    file = SourceFile("f1", "article.txt", ARABIC_TO_ENGLISH, "txt", b"", "utf-8")
    document.add_file(file, units, segments)
    document.drafts.add(drafts)
    return document


@st.composite
def _segments(draw: st.DrawFn, id_: str, unit_id: str) -> Segment:
    state = draw(st.sampled_from(SegmentState))
    initial = state is SegmentState.INITIAL
    return Segment(
        id_,
        unit_id,
        draw(_sources),
        None if initial else draw(_texts),
        state,
        None if initial else draw(st.sampled_from(Origin)),
        lead=draw(st.sampled_from(["", " ", "\n\t"])),
        trail=draw(st.sampled_from(["", " ", "\u00a0\r\n"])),
        note=draw(_texts),
        locked=draw(st.booleans()),
        reference=draw(st.none() | _texts),
    )


def _draft(draw: st.DrawFn, number: int, segment: Segment) -> Draft:
    return Draft(
        number,
        segment.id,
        source_hash(segment.source),
        draw(_texts),
        draw(st.sampled_from(["marian_ct2", ""])),
        "starter",
        draw(st.sampled_from(["", "abc"])),
        draw(st.sampled_from(["{}", '{"beam": 4}'])),
        draw(st.none() | st.floats(-20, 0)),
        draw(st.sampled_from([(), ("loop",), ("loop", "empty")])),
        draw(st.sampled_from(["", "2026-01-02T03:04:05Z"])),
    )


Facts = list[dict[str, object]]


def document_facts(document: Document) -> Facts:
    """What a format may carry of a document, a row for each segment."""
    rows = []
    for unit, segments in document.by_unit():
        for segment in segments:
            draft = document.drafts.base(segment)
            provenance = draft and (
                draft.engine,
                draft.model,
                draft.revision,
                draft.score,
                draft.parameters,
                draft.marks,
                draft.created,
                draft.id == segment.draft_id,
            )
            unit_row = (unit.id, unit.role, unit.role_found, unit.anchor, unit.codes, unit.note)
            row = _row(segment, draft and draft.text, provenance, segment.origin)
            rows.append({"unit": unit_row, "furniture": unit.is_furniture, **row})
    return rows


def imported_facts(files: list[ImportedFile]) -> Facts:
    """The same of what a reader found."""
    rows = []
    for file in files:
        for unit in file.units:
            for segment in unit.segments:
                draft = segment.draft
                provenance = draft and (
                    draft.engine,
                    draft.model,
                    draft.revision,
                    draft.score,
                    draft.parameters,
                    draft.marks,
                    draft.created,
                    draft.accepted,
                )
                unit_row = (
                    unit.id,
                    unit.role,
                    unit.role_found,
                    unit.anchor,
                    unit.codes,
                    unit.note,
                )
                row = _row(segment, draft and draft.text, provenance, segment.origin)
                furniture = unit.role is Role.FURNITURE
                rows.append({"unit": unit_row, "furniture": furniture, **row})
    return rows


def _row(segment: object, draft: object, provenance: object, origin: object) -> dict[str, object]:
    names = ("id", "source", "target", "state", "lead", "trail", "note", "locked", "reference")
    return {name: getattr(segment, name) for name in names} | {
        "draft": draft,
        "provenance": provenance,
        "origin": origin,
    }
