"""Killed in the middle of what is done to many segments: a step is on the disk whole or not."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from pathlib import Path

import openpyxl
import pytest

from tests.app.mass_worker import digest
from translation.formats import FORMATS, WriteOptions
from translation.store import ProjectFile
from translation.work.documents import open_document

ROWS = 300
KILLS = 6
WORKER = Path(__file__).with_name("mass_worker.py")


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path, Path]:
    """The table, what comes back of it, and what is to be added."""
    (tmp_path / "work").mkdir()
    table = tmp_path / "work" / "tram.ar.tsv"
    said = "افتتحت البلدية خط الترام {0} يوم الأحد.\tThe city opened line {0} on Sunday."
    rows = [said.format(number) for number in range(ROWS)]
    table.write_text("\n".join(("Arabic\tEnglish", *rows, "")), encoding="utf-8")
    sending = next(spec for spec in FORMATS if spec.id == "xlsx")
    sent = sending.write(open_document(table).document, WriteOptions("returned.xlsx")).data
    returned = tmp_path / "returned.xlsx"
    returned.write_bytes(sent)
    book = openpyxl.load_workbook(returned)
    for row in range(2, ROWS + 2):
        book.active.cell(row, 4).value = f"They opened line {row}."
    book.save(returned)
    more = tmp_path / "more.txt"
    more.write_text("وقال رئيس البلدية إن الخط مهم.\n" * ROWS, encoding="utf-8")
    return table, returned, more


def begin(files: tuple[Path, Path, Path], repository: Path) -> subprocess.Popen[str]:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(repository)}
    command = [sys.executable, str(WORKER), *map(str, files)]
    return subprocess.Popen(
        command, stdout=subprocess.PIPE, text=True, env=environment, cwd=repository
    )


def whole_lines(said: str) -> list[list[str]]:
    return [line.split() for line in said.splitlines(keepends=True) if line.endswith("\n")]


@pytest.mark.slow
@pytest.mark.timeout(3000)
@pytest.mark.skipif(sys.platform == "win32", reason="kills with SIGKILL")
def test_a_step_is_on_the_disk_whole_or_not_at_all(files, repository):
    table = files[0]
    project = table.with_name(f"{table.name}.muraji")
    child = begin(files, repository)
    whole = whole_lines(child.communicate()[0])
    assert whole[-1] == ["end"]
    digests = [line[2] for line in whole if line[0] == "done"]
    assert len(set(digests)) >= 8
    chance = random.Random(20261)
    in_mid_work = 0
    for _ in range(KILLS):
        for file in table.parent.glob(f"{project.name}*"):
            file.unlink()
        stop_after = chance.randrange(len(whole) - 1)
        child = begin(files, repository)
        heard = "".join(child.stdout.readline() for _ in range(stop_after + 1))
        try:
            # Between the lines, too: some of the next step is done, or written.
            child.wait(chance.uniform(0.0, 0.05))
        except subprocess.TimeoutExpired:
            child.kill()
        heard += child.stdout.read()
        child.stdout.close()
        child.wait()
        said = whole_lines(heard)
        saved = max((int(line[1]) for line in said if line[0] == "saved"), default=0)
        kept = ProjectFile.open(project)
        assert not kept.read_only
        assert kept.verify().is_sound
        assert digest(kept.document) in digests[saved:], (saved, said[-3:])
        assert kept.history.index <= len(kept.history.steps)
        kept.close()
        in_mid_work += ["end"] not in said
    assert in_mid_work > KILLS // 2
