"""Segments of a file that forbids it are neither split nor merged."""

from __future__ import annotations

import pytest

from app.editing import restructuring
from translation.errors import UsageError
from translation.model.document import Document
from translation.model.language import ARABIC_TO_ENGLISH
from translation.model.segment import FIXED_SEGMENTS, Segment, SourceFile, TranslationUnit


def test_splitting_and_merging_are_refused_in_a_sentence():
    document = Document()
    file = SourceFile("f1", "a.xlf", ARABIC_TO_ENGLISH, "xliff2", b"")
    unit = TranslationUnit("u1", "f1", anchor=f"0{FIXED_SEGMENTS}")
    segments = [Segment("s1", "u1", "أ ب"), Segment("s2", "u1", "ت")]
    document.add_file(file, [unit], segments)
    with pytest.raises(UsageError) as split:
        restructuring.split(document, segments[0], 2)
    with pytest.raises(UsageError) as merged:
        restructuring.merged(document, segments[0])
    assert str(split.value) == str(merged.value)
    assert "forbids" in str(split.value)
