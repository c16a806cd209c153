"""What every format keeps: a round trip as promised, and refusals in one sentence."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.translation.formats.bilingual_documents import (
    Facts,
    document_facts,
    documents,
    imported_facts,
    small_document,
)
from tests.translation.unfilled import unfilled
from translation.errors import ExportError, InputError
from translation.formats import FORMATS, Capability, FormatSpec, ReadOptions, WriteOptions
from translation.formats.code_table import SPECIAL
from translation.model.document import Document
from translation.model.edits import Say
from translation.model.language import ARABIC_TO_ENGLISH
from translation.model.notes import (
    WHOLE_DOCUMENT,
    StatedNote,
    notes_of_document,
    notes_of_people,
    notes_of_segment,
)
from translation.model.record import Note, Record, Reply
from translation.model.segment import SegmentState
from translation.work.building import build_document

DONE = (SegmentState.CONFIRMED, SegmentState.REVIEWED, SegmentState.FINAL)
shared_by_classes = settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.differing_executors, HealthCheck.too_slow],
)


SAID = (
    StatedNote(
        "Is this a name?\nIf so, whose?",
        "Huda, editor",
        1_764_000_000.25,
        (Reply("سمير", 1_764_000_003.0, "نعم، اسم\n[x]"), Reply("", 1_764_000_001.5, "Thanks.")),
        resolved=True,
    ),
    StatedNote(
        "[Ann, 2026-01-01T00:00:00Z, reply] said that, too\n\\[2026-01-01T00:00:00Z] x",
        "",
        1_764_000_001.0,
    ),
    StatedNote("نعم، اسم", "سمير", 1_764_000_002.0, (Reply("Ann, 2", 1_764_000_004.0, "Mine."),)),
)


def notes_in_order(document: Document) -> list[tuple[StatedNote, ...]]:
    """Return all notes of the segments that are in every export: confirmed text."""
    return [
        notes_of_segment(document, segment)
        for segment in document.segments
        if segment.state in DONE and segment.target and not document.is_furniture(segment)
    ]


def say(document: Document, segment_id: str, *notes: StatedNote) -> None:
    """Let people say something of a segment."""
    for note in notes:
        id_ = document.new_id("r")
        content = Note(note.text, note.replies, note.resolved)
        record = Record.of(id_, segment_id, content, note.author, note.time or 0.0)
        document.apply(Say(None, record))


class FormatContract:
    """Inherited by one class a format."""

    format_id: str

    @property
    def spec(self) -> FormatSpec:
        return next(spec for spec in FORMATS if spec.id == self.format_id)

    def write(self, document: Document) -> bytes:
        assert self.spec.write
        return self.spec.write(document, WriteOptions("out")).data

    def read(self, data: bytes) -> Facts:
        assert self.spec.read
        files = self.spec.read(data, ReadOptions("in", ARABIC_TO_ENGLISH))
        if Capability.LANGUAGES in self.spec.capabilities:
            assert [file.pair for file in files] == [ARABIC_TO_ENGLISH]
        return imported_facts(files)

    def promised(self, facts: Facts) -> Facts:
        """Return the facts without those the format does not promise to keep."""
        have = self.spec.capabilities
        rows = []
        for row in facts:
            if Capability.UNREVIEWED not in have and (row["state"] not in DONE or row["furniture"]):
                continue
            kept = dict(row)
            if Capability.UNITS not in have:
                for name in ("unit", "furniture", "lead", "trail", "locked", "origin"):
                    del kept[name]
            for capability, names in (
                (Capability.PROVENANCE, ("provenance",)),
                (Capability.DRAFTS, ("draft",)),
                (Capability.REFERENCES, ("reference",)),
                (Capability.NOTES, ("note",)),
            ):
                if capability not in have:
                    for name in names:
                        del kept[name]
            if Capability.CODES not in have:
                kept = {name: _bare(value) for name, value in kept.items()}
            rows.append(kept)
        return rows

    def same(self, document: Document, data: bytes) -> None:
        assert self.promised(self.read(data)) == self.promised(document_facts(document))

    def test_small_document_comes_back(self):
        document = small_document()
        self.same(document, self.write(document))

    @shared_by_classes
    @given(documents())
    def test_any_document_comes_back(self, document):
        try:
            data = self.write(document)
        except ExportError:  # a memory of no pairs
            data = b""
        if data:
            self.same(document, data)
        else:
            assert not self.promised(document_facts(document))

    def test_notes_of_people_come_back_with_answers_authors_and_times(self):
        if Capability.NOTES not in self.spec.capabilities:
            return
        document = small_document()
        say(document, "s1", *SAID)
        opened = self._opened(self.write(document))
        assert notes_in_order(opened) == notes_in_order(document)
        assert notes_in_order(self._opened(self.write(opened))) == notes_in_order(document)
        first = next(s for s in opened.segments if s.source == document.segment("s1").source)
        assert notes_of_people(opened, first) == SAID
        assert first.note == document.segment("s1").note

    def test_notes_on_the_document_come_back(self):
        if Capability.DOCUMENT_NOTES not in self.spec.capabilities:
            return
        document = small_document()
        say(document, WHOLE_DOCUMENT, *SAID)
        say(document, "s1", SAID[2])
        opened = self._opened(self.write(document))
        assert notes_of_document(opened) == SAID
        # Those alone that changed are reason enough to write it anew.
        say(opened, WHOLE_DOCUMENT, StatedNote("Later.", "Ann", 1_764_000_009.0))
        again = self._opened(self.write(opened))
        assert [note.text for note in notes_of_document(again)][-1] == "Later."
        assert notes_in_order(again) == notes_in_order(document)

    def _opened(self, data: bytes) -> Document:
        assert self.spec.read
        return build_document(self.spec.read(data, ReadOptions("in", ARABIC_TO_ENGLISH)))[0]

    def test_writing_again_gives_the_same_bytes(self):
        assert self.write(small_document()) == self.write(small_document())

    @pytest.mark.parametrize(
        "data",
        [
            b" \n\t\n ",
            b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01" + bytes(range(256)) * 20,
            "نص".encode() + b"\xff\xfe\xfa" + "عربي سليم في بقيته".encode() * 20,
        ],
        ids=["blank", "jpeg", "damaged_utf8"],
    )
    def test_refuses_in_a_sentence(self, data):
        assert self.spec.read
        with pytest.raises(InputError) as caught:
            self.spec.read(data, ReadOptions("bad.file"))
        assert "bad.file" in str(caught.value)
        assert not unfilled(caught.value)

    @shared_by_classes
    @given(st.data())
    def test_damaged_files_open_or_are_refused(self, data):
        whole = self.write(small_document())
        cut = data.draw(st.integers(1, len(whole) - 1))
        flip = data.draw(st.integers(0, cut - 1))
        byte = data.draw(st.integers(0, 255))
        damaged = bytearray(whole[:cut])
        damaged[flip] = byte
        assert self.spec.read
        try:
            files = self.spec.read(bytes(damaged), ReadOptions("in"))
        except InputError:
            return  # that is an answer too; any other exception fails
        assert any(file.units for file in files)


PIECES = [b"<p>", b"</p>", b"<b>", b"</div>", b"<div class=comments>", b"<br>", b"<h1>", b"<!--"]
PIECES += [b"<table><td>", b"<![CDATA[", b"]]>", b"<img src=x>", b"&amp;", b"&#0;", b"<li>", b"\0"]
PIECES += ["نص الخبر ".encode(), "كلمة".encode("cp1256"), b"\n", b"<script>", b"<time>", b"\xff"]


@pytest.mark.parametrize("spec", [spec for spec in FORMATS if spec.read], ids=lambda spec: spec.id)
@settings(max_examples=80, deadline=None)
@given(data=st.lists(st.sampled_from(PIECES), max_size=40).map(b"".join) | st.binary(max_size=99))
def test_anything_opens_or_is_refused(spec: FormatSpec, data: bytes):
    assert spec.read
    try:
        files = spec.read(data, ReadOptions("in"))
    except InputError:
        return
    assert any(file.units for file in files)


def _bare(value: object) -> object:
    return SPECIAL.sub("", value) if isinstance(value, str) else value


class TestXliff(FormatContract):
    format_id = "xliff"


class TestXliff2(FormatContract):
    format_id = "xliff2"


class TestTmx(FormatContract):
    format_id = "tmx"

    def promised(self, facts: Facts) -> Facts:
        rows = super().promised(facts)
        for row in rows:
            row["note"] = str(row["note"]).replace("\ufffd", "")  # what XML cannot hold
        return [row for row in rows if str(row["source"]).strip()]
