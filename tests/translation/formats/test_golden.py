"""Exports of the small document, looked at once by a person and kept.

Where an export changes on purpose, look at the difference, then write the files anew with
``python -m tests.translation.formats.test_golden``.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree

from tests.translation.formats.bilingual_documents import small_document
from translation import __version__
from translation.formats import FORMATS, FormatSpec, WriteOptions

GOLDEN = Path(__file__).parent / "golden"
XML = ("xliff", "xliff2", "tmx")
PACKED = (".docx", ".odt", ".pdf", ".xlsx")
"""What is compressed or holds the date of its making is looked at by the tests of its format."""

COMPARED = [
    spec
    for spec in FORMATS
    if spec.write is not None and not spec.needs_original and spec.suffixes[0] not in PACKED
]


def export(spec: FormatSpec) -> bytes:
    assert spec.write
    made = spec.write(small_document(), WriteOptions("small")).data
    return made.replace(__version__.encode(), b"VERSION")


def golden_file(spec: FormatSpec) -> Path:
    suffix = spec.suffixes[0]
    first = next(other for other in FORMATS if suffix in other.suffixes)
    return GOLDEN / (f"small{suffix}" if first is spec else f"small.{spec.id}{suffix}")


@pytest.mark.parametrize("spec", COMPARED, ids=lambda spec: spec.id)
def test_the_export_is_what_it_was(spec: FormatSpec):
    made, kept = export(spec), golden_file(spec).read_bytes()
    if spec.id in XML:
        assert _canonical(made) == _canonical(kept)
    else:
        assert made == kept


def _canonical(data: bytes) -> bytes:
    return etree.tostring(etree.fromstring(data), method="c14n2")


if __name__ == "__main__":
    for each in COMPARED:
        golden_file(each).write_bytes(export(each))
