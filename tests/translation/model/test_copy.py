"""A copy of a document for a worker stays as it was."""

from __future__ import annotations

from dataclasses import replace

from translation.model.document import Document
from translation.model.draft import Draft
from translation.model.edits import Insert, Put
from translation.model.language import ARABIC_TO_ENGLISH
from translation.model.segment import Segment, SegmentState, SourceFile, TranslationUnit


def test_a_copy_is_equal_and_apart():
    document = Document()
    file = SourceFile("f1", "a.txt", ARABIC_TO_ENGLISH, "txt", b"")
    segment = Segment("s3", "u2", "one two")
    document.add_file(file, [TranslationUnit("u2", "f1")], [segment])
    document.drafts.add([Draft(1, "s3", 0, "x", "e", "m")])
    twin = document.copy()
    done = replace(segment, target="eins", state=SegmentState.CONFIRMED)
    document.apply(Put(segment, done))
    document.apply(Insert(1, Segment(document.new_id("s"), "u2", "three")))
    document.drafts.add([Draft(2, "s3", 0, "y", "e", "m")])
    assert twin.snapshot() == (segment,)
    assert (twin.files, twin.units) == (document.files, document.units)
    assert twin.row("s3") == 0
    assert len(twin.drafts) == 1
    assert len(twin.drafts.history("s3")) == 1
    assert twin.progress.done == 0
    assert twin.progress.segments == 1
    assert twin.next_number == 4
