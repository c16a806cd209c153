"""The table of formats names functions that exist, and imports none of their modules itself."""

from __future__ import annotations

import importlib
import subprocess
import sys
from pathlib import Path

import pytest

from translation.formats import FORMATS, WriteOptions
from translation.model.imported import ImportedFile, ImportedSegment, ImportedUnit
from translation.model.segment import SegmentState
from translation.system.cancel import Cancelled
from translation.work.building import build_document

ROOT = Path(__file__).resolve().parents[3]
NAMED = [
    (spec, function.__name__)
    for spec in FORMATS
    for function in (spec.read, spec.write, spec.recognises)
    if function is not None
]


@pytest.mark.parametrize(("spec", "named"), NAMED, ids=lambda value: getattr(value, "id", value))
def test_every_function_of_the_table_exists_and_its_module_knows_the_format(spec, named):
    module_name, _, name = named.rpartition(".")
    module = importlib.import_module(f"translation.formats.{module_name}")
    assert callable(getattr(module, name))
    if hasattr(module, "FORMAT"):
        assert spec.id in {value for key, value in vars(module).items() if key.endswith("FORMAT")}


@pytest.mark.parametrize("module", ["translation.work.documents", "translation.formats.pdf.worker"])
def test_the_modules_of_formats_are_imported_when_they_are_needed(module):
    code = f"import sys, {module}; print(*sys.modules)"
    run = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, check=True
    )
    ours = {name.removeprefix("translation.formats.") for name in run.stdout.split()}
    functions = {named.rpartition(".")[0] for _, named in NAMED}
    assert functions & ours == {"plain_text"}  # which also takes what is pasted


MADE_ANEW = [
    spec
    for spec in FORMATS
    if spec.write is not None and not spec.needs_original and not spec.id.startswith("pdf")
]
"""Formats any document can be written in; PDFs are printed by the window's toolkit."""


@pytest.mark.parametrize("spec", MADE_ANEW, ids=lambda spec: spec.id)
def test_writing_can_be_given_up(spec):
    sentence = "قال الوزير إن الحوار مهم."
    units = tuple(ImportedUnit(segments=(confirmed(sentence),)) for _ in range(5))
    document, _ = build_document([ImportedFile("a.x", "x", b"", units)])
    told = []

    def give_up(done: int, total: int) -> None:
        told.append((done, total))
        raise Cancelled

    with pytest.raises(Cancelled):
        spec.write(document, WriteOptions("out", report=give_up))
    assert len(told) == 1


def confirmed(source: str) -> ImportedSegment:
    return ImportedSegment(source, "It matters.", SegmentState.CONFIRMED)
