"""Whoever confirms what stands there changes states and nothing else: of samples, and of every
bilingual file of others.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree

from tests.translation.formats.gettext_tools import catalogue
from tests.translation.formats.test_phrase_and_wordfast import LOCKS, OPEN_, mxliff, txlf
from tests.translation.formats.xliff2_files import WITHOUT_TEXT
from translation.errors import InputError
from translation.formats.xliff.names import TOOL
from translation.model.document import Document
from translation.model.edits import Put
from translation.model.segment import SegmentState
from translation.work.documents import open_document
from translation.work.exporting import export

SUFFIXES = {".xlf", ".xliff", ".sdlxliff", ".mqxliff", ".mxliff", ".txlf", ".tmx", ".po"}
TEXTS = {"source", "seg-source", "target", "seg"}
UNITS = {"trans-unit", "segment", "tu"}
STATES = {"state", "state-qualifier", "approved", "subState", "conf", "{MQXliff}status"}
STATES |= {"{http://www.memsource.com/mxlf/2.0}confirmed"}
Facts = tuple[object, ...]


def confirm(document: Document) -> None:
    """Confirm every segment as it is shown: its target, else its draft, else its source."""
    for segment in document.snapshot():
        draft = document.current_draft(segment)
        shown = segment.source if draft is None else draft.text
        target = shown if segment.target is None else segment.target
        if not segment.locked:
            confirmed = replace(segment, target=target, state=SegmentState.CONFIRMED)
            document.apply(Put(segment, confirmed))


def confirmed(path: Path, folder: Path) -> bytes:
    """Return what is written over a file all of whose segments were confirmed."""
    document = open_document(path).document
    confirm(document)
    written = folder / path.name
    export(document, written, document.files[0].format)
    return written.read_bytes()


def name_of(element: etree._Element) -> str:
    return str(element.tag).rpartition("}")[2]


def without_states(element: etree._Element) -> dict[str, str]:
    return {name: value for name, value in sorted(element.attrib.items()) if name not in STATES}


def canonical(element: etree._Element) -> Facts:
    """A text with all its white space; c14n refuses the namespace of memoQ."""
    return (
        element.tag,
        without_states(element),
        element.text or "",
        *((canonical(child), child.tail or "") for child in element),
    )


def has_text(unit: etree._Element) -> bool:
    """Whether a unit was translated; a machine's match is shown before a copy of the source."""
    source = next(unit.iterchildren("{*}source"), None)
    target = next(unit.iterchildren("{*}target"), None)
    if source is None or target is None:
        return False
    is_copy = "".join(target.itertext()) == "".join(source.itertext())
    if is_copy and (unit.xpath("../*[local-name()='matches']|*[local-name()='alt-trans']")):
        return False
    return bool("".join(target.itertext()).strip() or len(target))


def facts(element: etree._Element) -> Facts:
    """What a file says, but for states and the white space between elements."""
    if name_of(element) in TEXTS:
        return canonical(element)
    return (
        name_of(element),
        without_states(element),
        (element.text or "").strip(),
        *(facts(child) for child in element if isinstance(child.tag, str)),
    )


def only_what_was_translated(
    original: etree._Element, written: etree._Element
) -> Iterator[tuple[Facts, Facts]]:
    """Give both as facts, without the targets of units that had none."""
    units = [[e for e in root.iter("*") if name_of(e) in UNITS] for root in (original, written)]
    for one, other in zip(*units, strict=True):
        if name_of(one) == "tu" and len(one.findall("{*}tuv")) < len(other.findall("{*}tuv")):
            other.remove(other.findall("{*}tuv")[-1])
        elif name_of(one) != "tu" and not has_text(one):
            for unit in (one, other):
                for target in unit.findall("{*}target"):
                    unit.remove(target)
        yield facts(one), facts(other)
    for root in (original, written):
        for name in ("trgLang", "target-language"):
            for element in root.iter("*"):
                element.attrib.pop(name, None)
    yield facts(original), facts(written)


def parsed(data: bytes) -> etree._Element:
    return etree.fromstring(data, etree.XMLParser(recover=True, remove_comments=True))


def is_ours(data: bytes) -> bool:
    return f'tool-id="{TOOL}"'.encode() in data or b'category="muraji"' in data


def differences(path: Path, folder: Path) -> list[str]:
    """Return what else than states was changed by confirming a file as it stands."""
    original, written = path.read_bytes(), confirmed(path, folder)
    if path.suffix == ".po":
        # Latin-1 holds any bytes, and the two are only compared with one another.
        before, after = (catalogue(one, "latin-1") for one in (path, folder / path.name))
        return [f"{path}: {key}" for key, text in before.items() if after.get(key) != text]
    pairs = list(only_what_was_translated(parsed(original), parsed(written)))
    return [f"{path}: {one} became {other}" for one, other in pairs if one != other]


def held(paths: list[Path], folder: Path) -> int:
    """Hold files that can be opened to it, and return how many there were."""
    count, wrong = 0, []
    for path in paths:
        if is_ours(path.read_bytes()):
            continue
        try:
            wrong += differences(path, folder)
        except InputError:
            continue
        count += 1
    assert not wrong, f"{len(wrong)} differences\n" + "\n".join(wrong[:10])
    return count


def bilingual(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.suffix.lower() in SUFFIXES)


@pytest.mark.shared
def test_inputs_that_were_changed_once(shared: Path, tmp_path: Path):
    assert held(bilingual(shared / "cases" / "bilingual"), tmp_path) > 10


@pytest.mark.shared
@pytest.mark.slow
@pytest.mark.parametrize("folder", ["data", "suites"])
def test_the_files_of_others(shared: Path, tmp_path: Path, folder: str):
    found = bilingual(shared / folder)
    assert held(found, tmp_path) > len(found) / 2


def test_files_of_phrase_and_wordfast(tmp_path: Path):
    folder = tmp_path / "theirs"
    folder.mkdir()
    units = (
        {"source": "A {1&gt;b&lt;1}", "target": "أ {1&gt;ب&lt;1} ", "confirmed": "1"},
        {"source": "B", "target": "ب", "locked": "true"},
        {"source": "C {1}", "target": "ت {1}{1}", "origin": "mt"},
        {"source": "D", "target": "ث", "edited": "true"},
    )
    for level in (1, 2):
        text = mxliff(*units, level=level)
        (folder / f"{level}.mxliff").write_text(text, encoding="utf-8")
    (folder / "a.txlf").write_text(txlf(*LOCKS, *OPEN_), encoding="utf-8")
    assert held(bilingual(folder), tmp_path) == 3


@pytest.mark.shared
@pytest.mark.slow
def test_the_files_of_others_in_version_2_2(shared: Path, tmp_path: Path):
    folder = tmp_path / "theirs"
    folder.mkdir()
    suite = shared / "suites" / "oasis" / "xliff-21" / "test-suite"
    for place in ("core/valid", "core/in-out", "modules/valid"):
        for path in sorted((suite / place).glob("*.xlf")):
            if path.name in WITHOUT_TEXT:
                continue
            data = path.read_bytes().replace(b":document:2.0", b":document:2.2")
            data = re.sub(rb'(<(?:\w+:)?xliff[^>]*?version=")2.[01]"', rb'\g<1>2.2"', data)
            (folder / path.name).write_bytes(data)
    assert held(bilingual(folder), tmp_path) > 60
    for path in bilingual(folder):
        told = {notice.code for notice in open_document(path, strict=True).notices}
        assert told <= {"target_language_guessed"}, path.name
