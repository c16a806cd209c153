"""A file that nobody translated leaves as it came: every sample, and every file of others.

Byte for byte where the format is rebuilt from its original; the exceptions are listed with
their reason.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from translation.errors import InputError
from translation.formats import FORMATS, WriteOptions, find_writer
from translation.formats.spec import Purpose
from translation.formats.tables.rows_in_place import tables_of_others
from translation.work.documents import open_document

SAMPLES = Path(__file__).resolve().parents[3] / "resources" / "samples"
SUFFIXES = {suffix for spec in FORMATS for suffix in spec.suffixes if spec.read is not None}
NOT_DOCUMENTS = ("labels", "mt_outputs", "parallel", "termbase", "heldout", "srx")
"""Folders of material that is no file to translate."""

NEVER_REBUILT = frozenset({"jsonl", "docx-table", "pdf", "rtf"})
"""Formats that are written anew each time: tables of our own, and PDFs, which nobody edits; or,
as RTF, not at all."""
OWN_TABLES = frozenset({"tsv", "csv", "xlsx"})
"""Formats whose tables are written anew where they are of our own; those of others are not."""


def files_below(folder: Path) -> list[Path]:
    return sorted(
        path
        for path in folder.rglob("*")
        if path.suffix.lower() in SUFFIXES and not set(NOT_DOCUMENTS) & set(path.parts)
    )


def leaves_as_it_came(path: Path) -> bool:
    """Whether the file could be opened; raises AssertionError where it changed on its way."""
    original = path.read_bytes()
    try:
        opened = open_document(path)
    except InputError:
        return False
    if {file.format for file in opened.document.files} & NEVER_REBUILT:
        return True
    spec = find_writer(path, opened.document)
    if spec.id in OWN_TABLES and not tables_of_others(opened.document, spec.id):
        return True
    assert spec.write is not None
    written = spec.write(opened.document, WriteOptions(path.name))
    assert written.data == original, f"{path} is changed by opening it"
    return True


@pytest.mark.parametrize("path", files_below(SAMPLES), ids=lambda path: path.name)
def test_our_samples(path: Path):
    assert leaves_as_it_came(path)


@pytest.mark.shared
@pytest.mark.parametrize("folder", ["data", "suites/tmx-compliance-kit"])
def test_the_files_of_others(shared: Path, folder: str):
    found = files_below(shared / folder)
    assert found
    opened = [path for path in found if leaves_as_it_came(path)]
    assert len(opened) > len(found) * 0.9, set(found) - set(opened)


@pytest.mark.shared
@pytest.mark.slow
def test_the_files_of_the_xliff_suites(shared: Path):
    valid = [
        path
        for path in files_below(shared / "suites" / "oasis")
        if "invalid" not in str(path.parent).lower()
    ]
    assert sum(leaves_as_it_came(path) for path in valid) > 50


def test_every_format_for_readers_is_rebuilt_or_listed():
    for spec in FORMATS:
        if spec.read is not None and spec.purpose is Purpose.TRANSLATED:
            assert spec.write is not None or spec.id in NEVER_REBUILT
