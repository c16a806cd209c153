"""A memory in a file: what every memory keeps, and what may befall a file."""

from __future__ import annotations

import itertools
import os
import random
import sqlite3
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path

import pytest

from tests.translation.memory.contract import MemoryContract
from tests.translation.memory.small_units import NEWS, memory_of, placed
from translation.errors import TranslationMemoryError
from translation.memory import MemoryFile, filling
from translation.memory.filling import Taken, take_in
from translation.memory.port import Side
from translation.model.memory_unit import MemoryUnit

ROOT = Path(__file__).resolve().parents[3]


class TestMemoryFile(MemoryContract):
    @pytest.fixture
    def make(self, tmp_path):
        numbers = itertools.count()
        return lambda: MemoryFile.at(tmp_path / f"{next(numbers)}.murajitm")


def many(count: int) -> list[MemoryUnit]:
    chosen = random.Random(3)
    words = [word for unit in NEWS for word in unit.source.split()]
    return [
        MemoryUnit(
            " ".join(chosen.choices(words, k=6)),
            f"text {number}",
            document="d",
            segment=str(number),
        )
        for number in range(count)
    ]


def held(memory: MemoryFile) -> list[MemoryUnit]:
    return [stored.unit for stored in memory]


def test_what_is_taken_in_at_once_is_found_like_what_is_put_one_by_one(tmp_path, monkeypatch):
    monkeypatch.setattr(filling, "INDEXED_AT_ONCE", 70)
    monkeypatch.setattr(filling, "_AT_ONCE", 40)
    units = many(200)
    one, other = MemoryFile.at(tmp_path / "a.murajitm"), MemoryFile.at(tmp_path / "b.murajitm")
    one.put(units)
    assert take_in(other, units) == Taken(200, 0)
    assert held(one) == held(other)
    for side, word in ((Side.SOURCE, "وزير"), (Side.TARGET, "7"), (Side.TARGET, "text")):
        assert list(one.holding([[word]], side)) == list(other.holding([[word]], side))
    like = units[5].source
    assert {s for _, s in one.like(like, 0.5, 9)} == {s for _, s in other.like(like, 0.5, 9)}
    other.take_out([("d", "7"), ("d", "199")])
    other.put([units[7]])
    assert held(other) == [*units[:7], *units[8:199], units[7]]
    assert list(other.holding([["7"]], Side.TARGET)) == [201]


def test_taking_in_again_adds_nothing(tmp_path, monkeypatch):
    monkeypatch.setattr(filling, "_AT_ONCE", 20)
    memory = MemoryFile.at(tmp_path / "a.murajitm")
    assert take_in(memory, many(30)) == Taken(30, 0)
    assert take_in(memory, [*many(50), *many(10), NEWS[0], NEWS[0]]) == Taken(21, 41)
    assert len(memory) == 51


KILLED = """
import os, sys
from pathlib import Path
from tests.translation.memory.test_memory_file import many
from translation.memory import MemoryFile, filling
filling.INDEXED_AT_ONCE = filling._AT_ONCE = 40
def dying():
    for number, unit in enumerate(many(200)):
        if number == int(sys.argv[2]):
            os.kill(os.getpid(), 9)
        yield unit
filling.take_in(MemoryFile.at(Path(sys.argv[1])), dying())
"""


@pytest.mark.skipif(os.name == "nt", reason="no SIGKILL")
@pytest.mark.parametrize("after", [0, 130])
@pytest.mark.parametrize("before", [(), NEWS])
def test_killed_while_importing_it_opens_as_it_was(tmp_path, after, before):
    path = tmp_path / "a.murajitm"
    memory_of(path, *before).close()
    run = subprocess.run([sys.executable, "-c", KILLED, str(path), str(after)], cwd=ROOT)
    assert run.returncode == -9
    memory = MemoryFile(path)
    assert held(memory) == list(before)
    assert take_in(memory, many(200)) == Taken(200, 0)
    assert len(memory) == 200 + len(before)


IN_MID_COMMIT = """
import os, sys
from pathlib import Path
from tests.translation.memory.test_memory_file import many
from translation.memory import MemoryFile
memory = MemoryFile(Path(sys.argv[1]))
memory._connection.execute("PRAGMA cache_size = 1")
with memory.writing():
    for unit in many(400):
        memory._put(unit)
    os.kill(os.getpid(), 9)
"""


@pytest.mark.skipif(os.name == "nt", reason="no SIGKILL")
def test_killed_with_half_a_transaction_on_the_disk_it_is_as_before(tmp_path):
    path = tmp_path / "a.murajitm"
    memory_of(path, *NEWS).close()
    subprocess.run([sys.executable, "-c", IN_MID_COMMIT, str(path)], cwd=ROOT)
    assert Path(f"{path}-journal").stat().st_size
    assert held(MemoryFile(path)) == list(NEWS)


def test_a_file_that_was_begun_and_not_made_is_made(tmp_path):
    path = tmp_path / "a.murajitm"
    path.touch()
    memory = MemoryFile(path)
    memory.put(NEWS)
    assert len(memory) == len(NEWS)


def test_many_may_make_it_at_the_same_moment(tmp_path):
    for number in range(10):
        path = tmp_path / f"{number}.murajitm"
        path.touch()
        with ThreadPoolExecutor(4) as threads:
            made = list(threads.map(MemoryFile, [path] * 4))
        assert [len(memory) for memory in made] == [0] * 4
        for memory in made:
            memory.close()


def test_its_owner_alone_may_read_it(tmp_path):
    if os.name == "nt":
        pytest.skip("modes say nothing")
    MemoryFile.at(tmp_path / "a.murajitm").close()
    assert (tmp_path / "a.murajitm").stat().st_mode & 0o777 == 0o600


def test_two_may_have_it_open(tmp_path):
    one = memory_of(tmp_path / "a.murajitm", placed(0))
    other = MemoryFile(tmp_path / "a.murajitm")
    other.put([placed(1), placed(2)])
    one.put([placed(3)])
    assert held(one) == held(other) == [placed(number) for number in (0, 1, 2, 3)]
    assert one.like(placed(2).source, 0.5, 1)[0][0] == 3


def test_what_may_only_be_read_is_read(tmp_path):
    if os.name == "nt" or os.geteuid() == 0:
        pytest.skip("nothing is forbidden here")
    memory_of(tmp_path / "a.murajitm", *NEWS).close()
    (tmp_path / "a.murajitm").chmod(0o400)
    memory = MemoryFile(tmp_path / "a.murajitm")
    assert len(memory) == len(NEWS)
    with pytest.raises(TranslationMemoryError, match="read"):
        memory.put([placed(9)])


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("text", b"just a text, no memory at all", "not_a_memory"),
        ("cut", b"SQLite format 3\0" + bytes(100), "not_a_memory"),
    ],
)
def test_what_is_no_memory_is_refused(tmp_path, name, data, reason):
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(TranslationMemoryError) as refused:
        MemoryFile(path)
    assert refused.value.reason == reason
    assert path.read_bytes() == data


def test_a_missing_file_a_folder_and_other_databases_are_refused(tmp_path):
    for path in (tmp_path / "none.murajitm", tmp_path):
        with pytest.raises(TranslationMemoryError, match="no such memory"):
            MemoryFile(path)
    other = tmp_path / "other.murajitm"
    with sqlite3.connect(other) as connection:
        connection.execute("CREATE TABLE units (id INTEGER)")
    connection.close()
    with pytest.raises(TranslationMemoryError, match="not a translation memory"):
        MemoryFile(other)


def damaged(path: Path, *statements: str) -> Path:
    memory_of(path, *NEWS).close()
    connection = sqlite3.connect(path, isolation_level=None)
    for statement in statements:
        connection.execute(statement)
    connection.close()
    return path


def test_a_memory_of_a_newer_program_says_so(tmp_path):
    path = damaged(tmp_path / "a.murajitm", "PRAGMA user_version = 99")
    with pytest.raises(TranslationMemoryError, match="newer Muraji"):
        MemoryFile(path)


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE TRIGGER t AFTER INSERT ON units BEGIN DELETE FROM units; END",
        "CREATE VIEW v AS SELECT 1",
        "DROP INDEX units_by_source",
    ],
)
def test_tables_that_somebody_changed_are_refused(tmp_path, statement):
    path = damaged(tmp_path / "a.murajitm", statement)
    with pytest.raises(TranslationMemoryError, match="damaged"):
        MemoryFile(path)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE units SET codes = '[1]'",
        "UPDATE units SET codes = '{'",
        'UPDATE units SET codes = \'[["open", "<b>", "b", 9, false, true]]\'',
        "UPDATE units SET source = x'ff'",
        "UPDATE units SET time = 'soon'",
        "UPDATE languages SET target = x'00'",
        "DELETE FROM facts",
    ],
)
def test_odd_values_are_told_and_never_crash(tmp_path, statement):
    memory = MemoryFile(damaged(tmp_path / "a.murajitm", statement))
    with pytest.raises(TranslationMemoryError, match="damaged"):
        print(len(memory), list(memory))


@pytest.mark.parametrize(
    "statement", ["UPDATE words SET units = x'010203'", "UPDATE lengths SET characters = x'01'"]
)
def test_an_odd_index_is_told_and_never_crashes(tmp_path, statement):
    memory = MemoryFile(damaged(tmp_path / "a.murajitm", statement))
    with pytest.raises(TranslationMemoryError, match="damaged"):
        memory.like(NEWS[0].source, 0.5, 9)


def test_bits_that_fell_over_never_crash(tmp_path):
    path = tmp_path / "a.murajitm"
    take_in(MemoryFile.at(path), many(300))
    whole = path.read_bytes()
    chosen = random.Random(1)
    for _ in range(40):
        data = bytearray(whole)
        for _ in range(20):
            data[chosen.randrange(len(data))] ^= 1 << chosen.randrange(8)
        path.write_bytes(data)
        with suppress(TranslationMemoryError):
            memory = MemoryFile(path)
            list(memory)
            memory.like(NEWS[0].source, 0.5, 9)
            memory.holding([["text"]], Side.TARGET)
