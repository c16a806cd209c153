"""The LISA TMX Compliance Kit: every import test read, every export test equal at its level."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree

from tests.translation.formats.tmx_kit import (
    LEVEL_1,
    LEVEL_2,
    ImportTest,
    exported,
    paired_lines,
    paired_paragraphs,
)
from translation.formats import ReadOptions, WriteOptions, read_bytes
from translation.formats.tmx.read import read
from translation.formats.tmx.write import write
from translation.model.document import Document
from translation.model.edits import Put
from translation.model.imported import ImportedFile, ImportedSegment, ImportedUnit
from translation.model.inline import code_character, code_index, is_code, strip_codes
from translation.model.language import LanguagePair
from translation.model.segment import SegmentState
from translation.work.building import build_document
from translation.work.documents import open_document

pytestmark = pytest.mark.shared
PAIR = LanguagePair("en-us", "fr-ca")


@pytest.fixture
def kit(shared: Path) -> Path:
    return shared / "suites" / "tmx-compliance-kit"


def imported(kit: Path, test: ImportTest) -> ImportedFile:
    path = kit / f"{test.name}.tmx"
    [file] = read(read_bytes(path), ReadOptions(path.name, test.pair))
    return file


def test_every_file_of_the_kit_has_a_test(kit: Path):
    tested = {test.name for test in (*LEVEL_1, *LEVEL_2)}
    assert tested == {path.stem for path in kit.glob("ImportTest*.tmx")}
    assert set(EXPORTS) == {path.stem for path in kit.glob("ExportTest*.tmx")}


@pytest.mark.parametrize("test", LEVEL_1, ids=lambda t: f"{t.name}-{t.source or t.pair.source}")
def test_texts_are_those_of_the_paired_files(kit: Path, test: ImportTest):
    expected = list(test.expected)
    if test.source:
        sources, targets = paired_lines(kit / test.source), paired_lines(kit / test.target)
        expected = list(zip(sources, targets, strict=True))
    rows = [(u, s) for u in imported(kit, test).units for s in u.segments]
    found = [
        (strip_codes(s.lead + s.source + s.trail), strip_codes(s.target or "")) for _, s in rows
    ]
    if test.name == "ImportTest2B":
        found[3:5] = [tuple(" ".join(two) for two in zip(*found[3:5], strict=True))]
        found = [(source.strip(), target.strip()) for source, target in found]
        expected = [(source.strip(), target.strip()) for source, target in as_in_2b(expected)]
    assert found == expected


def as_in_2b(pairs: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Return the texts of the pages as the memory has them: the kit differs in two places."""
    *rest, (picture, image), (text, texte) = pairs
    return [*rest, (picture, image.replace(" :", ":")), (text, texte.replace("texte", "text"))]


def marked_up(unit: ImportedUnit, text: str) -> str:
    """Return a text with the markup of its codes; a ``hi`` is none of the page's."""
    pieces = []
    for character in text:
        code = unit.codes[code_index(character)] if is_code(character) else None
        if code is None:
            pieces.append(character)
        elif not code.markup.startswith(("<hi", "</hi")):
            pieces.append(code.markup)
    return "".join(pieces)


@pytest.mark.parametrize("test", LEVEL_2, ids=lambda test: test.name)
def test_codes_are_the_markup_of_the_paired_pages(kit: Path, test: ImportTest):
    units = imported(kit, test).units
    rows: list[ImportedSegment] = [s for u in units for s in u.segments]
    for side, page in (("source", test.source), ("target", test.target)):
        texts = [marked_up(u, getattr(s, side)) for u, s in zip(units, rows, strict=True)]
        texts[3:5] = [" ".join(texts[3:5])]  # two segments of one paragraph
        assert texts == paired_paragraphs(kit / page)
    assert units[0].segments[0].target.count(code_character(0)) == 1  # tied by x


@pytest.mark.parametrize("test", [*LEVEL_1, *LEVEL_2], ids=lambda test: test.name)
def test_untouched_it_is_written_as_it_came_and_edited_it_is_valid(
    kit: Path, tmx_dtd: etree.DTD, test: ImportTest
):
    file = imported(kit, test)
    document, _ = build_document([file])
    assert write(document, WriteOptions("out.tmx")).data == file.original
    row = document.segments[0]
    document.apply(Put(row, replace(row, target="Autre «texte».", state=SegmentState.CONFIRMED)))
    data = write(document, WriteOptions("out.tmx")).data
    assert tmx_dtd.validate(etree.fromstring(data)), tmx_dtd.error_log
    [again] = read(data, ReadOptions("again.tmx", test.pair))
    was = [s for u in file.units for s in u.segments]
    now = [s for u in again.units for s in u.segments]
    assert now == [replace(was[0], target="Autre «texte».", state=now[0].state), *was[1:]]


def opened(path: Path) -> Document:
    return open_document(path, pair=PAIR).document


def from_pages(kit: Path, name: str) -> Document:
    """Open a page and translate it with its translated page, code by code."""
    document, other = opened(kit / f"{name}.htm"), opened(kit / f"{name}_fr.htm")
    rows = zip(document.snapshot(), other.snapshot(), strict=True)
    for segment, translated in rows:
        unit, theirs = document.unit_of(segment), other.unit_of(translated)
        left = [(index, code.markup) for index, code in enumerate(unit.codes)]
        target = []
        for character in translated.source:
            if is_code(character):
                markup = theirs.codes[code_index(character)].markup
                index = next(index for index, known in left if known == markup)
                left.remove((index, markup))
                character = code_character(index)
            target.append(character)
        confirm(document, segment, "".join(target))
    return document


def confirm(document: Document, segment, target: str) -> None:
    done = replace(segment, target=target, state=SegmentState.CONFIRMED)
    document.apply(Put(segment, done))


def from_lines(kit: Path, name: str) -> Document:
    """Make a document of pairs: the program does not open .rc and .properties."""
    pairs = zip(lines_of(kit, name), lines_of(kit, f"{name}_fr"), strict=True)
    units = tuple(
        ImportedUnit(segments=(ImportedSegment(a, b, SegmentState.CONFIRMED),)) for a, b in pairs
    )
    return build_document([ImportedFile(name, "txt", b"", units, PAIR)])[0]


def lines_of(kit: Path, name: str) -> list[str]:
    path = next(path for path in kit.glob(f"{name}.*") if path.suffix != ".tmx")
    text = path.read_bytes().decode("cp1252")
    if path.suffix == ".properties":
        lines = [line.split(" ", 1)[1] for line in text.splitlines() if line]
        return [line.encode("latin-1").decode("unicode_escape") for line in lines]
    lines = [line for line in text.splitlines() if line.lstrip().startswith(("10", "msgstr"))]
    return [line[line.index('"') + 1 : line.rindex('"')] for line in lines]


def from_xliff(kit: Path, name: str) -> Document:
    """Open the XLIFF 1.0; the test takes the translation from its alt-trans."""
    document = opened(kit / f"{name}.xlf")
    root = etree.fromstring((kit / f"{name}.xlf").read_bytes())
    targets = [element.findtext("target") for element in root.iter("alt-trans")]
    for segment, target in zip(document.snapshot(), targets, strict=True):
        confirm(document, segment, target)
    return document


EXPORTS = {
    "ExportTest1A": from_lines,
    "ExportTest1B": from_pages,
    "ExportTest1C": from_lines,
    "ExportTest1D": from_lines,  # its PO has ids for sources, which only its pairs make sense of
    "ExportTest1E": from_xliff,
    "ExportTest2A": from_pages,
}


@pytest.mark.parametrize("name", EXPORTS)
def test_exports_are_equal_at_the_level_of_the_kit(kit: Path, tmx_dtd: etree.DTD, name: str):
    document = EXPORTS[name](kit, name)
    data = write(document, WriteOptions("out.tmx")).data
    assert tmx_dtd.validate(etree.fromstring(data)), tmx_dtd.error_log
    with_codes = name.startswith("ExportTest2")
    assert exported(data, with_codes) == exported(kit / f"{name}.tmx", with_codes)
