"""Every bad input of the list: refused in one sentence or opened without loss, within bounds.

Each file is opened and exported by the command line in a process of its own. How long that
takes is measured by ``python -m tests.bad_inputs`` and never asserted here.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest

from tests.bad_inputs.kinds import BadFile, Opened, Refused
from tests.bad_inputs.table import BAD_INPUTS, DESTINATIONS, LARGE, LAST, every_file
from tests.bad_inputs.trying import MEGABYTES, Trials, Tried

FILES = {label: file for label, file in every_file() if not label.startswith(f"{LARGE}.")}
PDF_READER = "translation.formats.pdf.worker"

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="processes are forked")


@pytest.fixture(scope="module")
def trials() -> Iterator[Trials]:
    with Trials() as running:
        yield running


def test_every_number_is_there_and_has_something_to_show():
    assert sorted(BAD_INPUTS) == list(range(1, LAST + 1))
    for number, bad in BAD_INPUTS.items():
        assert bad.what, number
        assert bad.files or bad.tests, number


CLOSER = {test for bad in BAD_INPUTS.values() for test in bad.tests}
CLOSER |= {test for tests in DESTINATIONS.values() for test in tests}


@pytest.mark.parametrize("test", sorted(CLOSER))
def test_the_tests_that_look_closer_are_there(test: str):
    path, *names = test.partition("[")[0].split("::")
    found: object = import_module(path.removesuffix(".py").replace("/", "."))
    for name in names:
        found = getattr(found, name)
    assert callable(found)
    case = test.partition("[")[2].removesuffix("]")
    assert not case or case in _cases(found), f"{test} has no such case"


def _cases(test: object) -> set[str]:
    marks = [mark for mark in getattr(test, "pytestmark", ()) if mark.name == "parametrize"]
    return {str(case) for mark in marks for case in (*mark.args[1], *mark.kwargs.get("ids", ()))}


@pytest.mark.slow
@pytest.mark.parametrize("label", FILES)
def test_it_is_refused_in_a_sentence_or_opened_without_loss(
    label: str, trials: Trials, tmp_path: Path
):
    file = FILES[label]
    path = tmp_path / file.name
    path.write_bytes(data := file.make())
    out = tmp_path / "out.jsonl"
    tried = trials.run("convert", path, "-o", out)
    assert path.read_bytes() == data
    harmless(tried, tmp_path)
    if isinstance(file.expected, Refused):
        assert tried.status == 2, tried.said
        assert file.expected.words in tried.said
        assert len(tried.said.splitlines()) == 1
        assert list(tmp_path.iterdir()) == [path]
        return
    assert tried.status == 0, tried.said
    opened_without_loss(file, file.expected, tried.said, out)
    assert_exported(file, file.expected, trials, path)


def harmless(tried: Tried, folder: Path) -> None:
    """Nothing is wanted of the network, started or written elsewhere, and memory is bounded."""
    assert tried.sockets == ()
    assert all(PDF_READER in program for program in tried.programs)
    elsewhere = [path for path in tried.written if Path(path).parent != folder]
    assert not [path for path in elsewhere if path not in ("/dev/null", str(folder))]
    assert tried.megabytes < MEGABYTES


def opened_without_loss(file: BadFile, expected: Opened, said: str, out: Path) -> None:
    assert expected.notice in said
    assert "Traceback" not in said
    assert all(file.name.rpartition(".")[2] in line for line in said.splitlines())
    rows = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
    assert rows
    assert expected.segments in (None, len(rows))
    sources = {row["source"] for row in rows}
    assert sources >= set(expected.holds)


def assert_exported(file: BadFile, expected: Opened, trials: Trials, path: Path) -> None:
    """An untouched file goes out as it came in, where its format is filled in place."""
    if not expected.is_rebuilt:
        return
    again = path.with_name(f"again.{path.name.rpartition('.')[2]}")
    tried = trials.run("convert", path, "-o", again)
    assert tried.status == 0, tried.said
    assert again.read_bytes() == path.read_bytes()
    harmless(tried, path.parent)
