"""Sentence ends of joined lines: ahead of blingfire and of LanguageTool's rules on each text."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.bench.segmentation import measure
from translation.segmentation import split

BEST_OF_OTHERS = {
    ("flores-dev.ar-en.tsv", "ar"): 0.9458,
    ("flores-dev.ar-en.tsv", "en"): 0.9355,
    ("un-conflict.ar-en.tsv", "ar"): 0.8739,
    ("un-conflict.ar-en.tsv", "en"): 0.7768,
}
"""F of the better one of the two, as ``python -m tests.bench.segmentation`` prints it."""


@pytest.mark.shared
@pytest.mark.parametrize(("table", "language"), BEST_OF_OTHERS)
def test_ahead_of_others(shared: Path, table: str, language: str):
    found = measure(split, shared / "data" / "parallel" / table, language)
    assert found.f_score > BEST_OF_OTHERS[table, language]
