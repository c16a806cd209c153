"""Damaged files of every format: refused in a sentence or opened, never anything else.

Each reader gets MURAJI_FUZZ_SECONDS (2 where it is not set) of the same endless row of damages,
from MURAJI_FUZZ_FIRST on; what was found once is kept in ``cases`` and tried every time.
How long the slowest took is printed (``pytest -s``) with the number that makes it again.
"""

from __future__ import annotations

import os
import time
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path

import pytest

from tests.fuzz.mutation import mutate
from tests.fuzz.seeds import readable, seeds
from translation.errors import ExportError, InputError, notice_sentence
from translation.formats import FormatSpec, ReadOptions, WriteOptions
from translation.model.document import Document
from translation.model.imported import Notice
from translation.model.inline import codes_in
from translation.model.language import ARABIC_TO_ENGLISH
from translation.work.building import build_document

CASES = Path(__file__).resolve().parent / "cases"
SECONDS = float(os.environ.get("MURAJI_FUZZ_SECONDS", "2"))
FIRST = int(os.environ.get("MURAJI_FUZZ_FIRST", "0"))


def try_out(spec: FormatSpec, data: bytes) -> str:
    """Open what can be opened and write it again; return what came of it."""
    assert spec.read is not None
    try:
        files = spec.read(data, ReadOptions("damaged", ARABIC_TO_ENGLISH))
    except InputError as error:
        said = str(error)
        assert "damaged" in said
        assert len(said.splitlines()) == 1
        return error.reason
    document, notices = build_document(files)
    check(document, notices)
    if spec.write is not None:
        with suppress(ExportError):  # a memory of no pairs, an original that others spoilt
            spec.write(document, WriteOptions("out"))
    return "opened"


def check(document: Document, notices: tuple[Notice, ...]) -> None:
    assert len(document)
    for notice in notices:
        assert notice_sentence(notice)
    for unit, segments in document.by_unit():
        for segment in segments:
            for text in (segment.source, segment.target or ""):
                assert all(index < len(unit.codes) for index in codes_in(text))
                assert not any("\ud800" <= character <= "\udfff" for character in text)


@pytest.mark.slow
@pytest.mark.parametrize("spec", readable(), ids=lambda spec: spec.id)
def test_damaged_files(spec: FormatSpec):
    damage_for_a_while(spec, seeds(spec, "ours"), CASES)


@pytest.mark.slow
@pytest.mark.shared
@pytest.mark.parametrize("format_id", ["docx", "html", "xliff", "tmx"])
def test_damaged_files_of_others(format_id: str, tmp_path: Path, shared: Path):
    spec = next(spec for spec in readable() if spec.id == format_id)
    damage_for_a_while(spec, seeds(spec, "others"), tmp_path)


def damage_for_a_while(spec: FormatSpec, wholes: tuple[bytes, ...], cases: Path) -> None:
    """Try damaged files; one that fails is put into ``cases``."""
    if not wholes:
        pytest.skip(f"no file of the format {spec.id} here to damage")
    number, end = FIRST, time.monotonic() + SECONDS
    slowest = (0.0, FIRST)
    while (start := time.monotonic()) < end:
        data = mutate(wholes[number % len(wholes)], number, wholes)
        try:
            try_out(spec, data)
        except Exception:
            keep(spec, data, cases)
            raise
        slowest = max(slowest, (time.monotonic() - start, number))
        number += 1
    assert number > FIRST
    seconds, culprit = slowest
    print(f"{spec.id}: {number - FIRST} files, the slowest {seconds:.2f} s (number {culprit})")


def keep(spec: FormatSpec, data: bytes, cases: Path) -> None:
    """Keep a finding as a case."""
    cases.mkdir(exist_ok=True)
    (cases / f"{spec.id}.{blake2b(data, digest_size=4).hexdigest()}").write_bytes(data)


@pytest.mark.parametrize("case", sorted(CASES.glob("*")), ids=lambda path: path.name)
def test_what_was_found_once(case: Path):
    format_id = case.name.rpartition(".")[0]
    spec = next(spec for spec in readable() if spec.id == format_id)
    try_out(spec, case.read_bytes())
