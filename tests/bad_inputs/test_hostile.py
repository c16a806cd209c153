"""Hostile files are opened and exported without fetching, starting or writing anything else.

Somebody listens where the files want something fetched from; a secret lies where they want
something read from; and each process is watched from inside.
"""

from __future__ import annotations

import csv
import io
import re
import socket
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.bad_inputs.hostile_files import FORMULA, HOSTILE, make
from tests.bad_inputs.test_listed import harmless
from tests.bad_inputs.trying import REPOSITORY, Trials

SECRET = "what nobody else may read"
OUTPUTS = {
    "tsv": "out.tsv", "csv": "out.csv", "xlsx": "out.xlsx", "docx-table": "out.docx",
    "docx": "new.docx", "html": "new.html",
    "html-sides": "sides.html", "html-changes": "changes.html",
    "xliff": "out.xlf", "xliff2": "out2.xlf", "jsonl": "out.jsonl", "txt": "out.txt",
}  # fmt: skip
_LIVE = re.compile(r"<(?:script|iframe|object|embed|link|base|img)\b|\son\w+=|url\(", re.IGNORECASE)

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="processes are forked")


@pytest.fixture(scope="module")
def trials() -> Iterator[Trials]:
    with Trials() as running:
        yield running


@pytest.fixture
def listener() -> Iterator[socket.socket]:
    with socket.create_server(("127.0.0.1", 0)) as waiting:
        waiting.setblocking(False)
        yield waiting


@pytest.mark.slow
@pytest.mark.parametrize("name", HOSTILE)
def test_it_gets_nothing_of_what_it_wants(
    name: str, trials: Trials, listener: socket.socket, tmp_path: Path
):
    secret = tmp_path / "elsewhere" / "secret.txt"
    secret.parent.mkdir()
    secret.write_text(SECRET, encoding="utf-8")
    folder = tmp_path / "work"
    folder.mkdir()
    path = folder / name
    path.write_bytes(make(name, f"http://127.0.0.1:{listener.getsockname()[1]}", secret))
    written = [path]
    for format_id, out in (*OUTPUTS.items(), ("", f"again{path.suffix}")):
        if path.suffix == ".pdf" and not format_id:
            continue  # nobody prints here
        chosen = ["--format", format_id] if format_id else []
        tried = trials.run("convert", path, "-o", folder / out, *chosen)
        assert tried.status == 0 or "no segment is confirmed" in tried.said, tried.said
        harmless(tried, folder)
        written.append(folder / out)
        if tried.status == 0:
            assert (folder / out).is_file()
            assert tried.written
            assert SECRET not in whole_text(folder / out)
    assert {*folder.iterdir()} <= {*written}
    assert [place.name for place in secret.parent.iterdir()] == ["secret.txt"]
    nothing_is_live(folder)
    with pytest.raises(BlockingIOError):
        listener.accept()


def _tbx(address: str, secret: Path) -> str:
    return (
        f'<!DOCTYPE martif SYSTEM "{address}/TBXcoreStructV02.dtd">'
        f'<?xml-stylesheet href="{secret.as_uri()}"?><martif type="TBX" xml:lang="ar"><text><body>'
        f'<termEntry><langSet xml:lang="ar"><tig><term>{FORMULA}</term></tig></langSet>'
        '<langSet xml:lang="en"><tig><term>+1</term></tig></langSet></termEntry>'
        "</body></text></martif>"
    )


@pytest.mark.slow
@pytest.mark.parametrize("name", ["a.tbx", "a.csv"])
def test_a_termbase_gets_nothing_either(
    name: str, trials: Trials, listener: socket.socket, tmp_path: Path
):
    address = f"http://127.0.0.1:{listener.getsockname()[1]}"
    table = f'ar,en\n"{FORMULA}",+1\n"=WEBSERVICE(""{address}"")",@x\n'
    path = tmp_path / name
    path.write_text(table if name == "a.csv" else _tbx(address, tmp_path), encoding="utf-8")
    for suffix in ("csv", "xlsx", "tbx", "tsv"):
        tried = trials.run("terms", path, "-o", tmp_path / f"out.{suffix}")
        assert tried.status == 0, tried.said
        harmless(tried, tmp_path)
    no_formulas_in_table(tmp_path / "out.csv")
    assert formulas(tmp_path / "out.xlsx") == 0
    assert len(list(tmp_path.iterdir())) == 5
    with pytest.raises(BlockingIOError):
        listener.accept()


def whole_text(path: Path) -> str:
    data = path.read_bytes()
    if not data.startswith(b"PK"):
        return data.decode(errors="replace")
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return "".join(archive.read(part).decode(errors="replace") for part in archive.namelist())


def nothing_is_live(folder: Path) -> None:
    """What is made anew runs nothing and wants nothing, whatever its texts say."""
    # A table of others goes back as it came: what it had itself, and not a cell more.
    if (folder / "a.csv").exists():
        assert (folder / "out.csv").read_bytes() == (folder / "a.csv").read_bytes()
    else:
        no_formulas_in_table(folder / "out.csv")
    if (folder / "a.xlsx").exists():
        assert formulas(folder / "out.xlsx") == formulas(folder / "a.xlsx")
    else:
        assert formulas(folder / "out.xlsx") == 0
    for document in ("out.docx", "new.docx"):
        in_place = document == "new.docx" and (folder / "a.docx").exists()
        said = "" if in_place else whole_text(folder / document)
        assert not re.search("instrText|fldSimple|altChunk|TargetMode", said)
    made = ["sides.html", "changes.html"]
    made += [] if (folder / "a.html").exists() else ["new.html"]
    for page in made:
        shown = (folder / page).read_text(encoding="utf-8")
        assert not _LIVE.search(re.sub(r"&lt;.*?&gt;", "", shown))


def no_formulas_in_table(table: Path) -> None:
    with table.open(encoding="utf-8-sig", newline="") as rows:
        cells = [cell for row in csv.reader(rows) for cell in row]
    assert cells
    assert not [cell for cell in cells if cell.lstrip().startswith(("=", "+", "-", "@"))]


def formulas(workbook: Path) -> int:
    with zipfile.ZipFile(workbook) as book:
        assert not [part for part in book.namelist() if "external" in part.lower()]
        sheets = [part for part in book.namelist() if part.startswith("xl/worksheets/")]
        assert sheets
        return sum(book.read(part).count(b"<f>") for part in sheets)


_GUILTY = """
import os, socket, subprocess, sys
from tests.bad_inputs.trying import Watch
sys.addaudithook(Watch(1))
open(sys.argv[1], "w").close()
os.rename(sys.argv[1], sys.argv[1] + ".2")
subprocess.run([sys.executable, "--version"], capture_output=True)
try:
    socket.create_connection(("127.0.0.1", 9), timeout=1)
except OSError:
    pass
"""


def test_the_watch_sees(tmp_path: Path):
    words = [sys.executable, "-c", _GUILTY, str(tmp_path / "a")]
    seen = subprocess.run(words, cwd=REPOSITORY, capture_output=True, text=True, check=True).stdout
    for kind in ("written", "programs", "sockets"):
        assert f'["{kind}", ' in seen
    assert str(tmp_path / "a") in seen


@pytest.mark.parametrize("format_id", ["html", "html-sides", "html-changes"])
def test_a_name_turns_nothing_around_in_a_page(format_id: str, trials: Trials, tmp_path: Path):
    path = tmp_path / "report\u202efdp.txt"
    path.write_text("قال الوزير نعم.\n", encoding="utf-8")
    out = tmp_path / "out.html"
    assert trials.run("convert", path, "-o", out, "--format", format_id).status == 0
    page = out.read_text(encoding="utf-8")
    assert "report[U+202E]fdp" in page
    assert "\u202e" not in page
