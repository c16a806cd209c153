"""Drafting several files, and being interrupted."""

from __future__ import annotations

import csv
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from translation.cli.main import run
from translation.engines import tasks
from translation.engines.carrying import Part
from translation.model.draft import CARRIED

FILE = """<file original="{name}" source-language="{source}" target-language="{target}"
 datatype="plaintext"><body><trans-unit id="1"><source>{first}</source></trans-unit>
<trans-unit id="2"><source>{second}</source><target>Mine.</target></trans-unit></body></file>"""


def xliff(folder: Path, *files: str) -> Path:
    path = folder / "two.xlf"
    namespace = "urn:oasis:names:tc:xliff:document:1.2"
    body = "".join(files)
    path.write_text(f'<xliff version="1.2" xmlns="{namespace}">{body}</xliff>', encoding="utf-8")
    return path


ARABIC = FILE.format(
    name="one.txt", source="ar", target="en-GB", first="قال <g id='1'>نعم</g>.", second="لا."
)
ENGLISH = FILE.format(
    name="two.txt", source="en", target="ar", first="It rained.", second="It poured."
)


@pytest.mark.model
def test_files_in_other_languages_are_left_alone_and_named(tmp_path: Path, capsys):
    path, out = xliff(tmp_path, ARABIC, ENGLISH), tmp_path / "out.tsv"
    assert run(["translate", str(path), "-o", str(out)]) == 0
    assert capsys.readouterr().err == "two.txt is en → ar, which starter does not translate.\n"
    with out.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    assert [bool(row["draft"]) for row in rows] == [True, False, False, False]
    assert "{1}" in rows[0]["draft"]
    assert "{/2}" in rows[0]["draft"]
    assert [row["target"] for row in rows] == ["", "Mine.", "", "Mine."]


@pytest.mark.model
def test_where_no_file_fits_the_model_nothing_is_written(tmp_path: Path, capsys):
    path, out = xliff(tmp_path, ENGLISH), tmp_path / "out.tsv"
    assert run(["translate", str(path), "-o", str(out)]) == 3
    assert capsys.readouterr().err == "starter translates ar → en, not en → ar.\n"
    assert not out.exists()


INTERRUPTED = """
import os, signal, sys, threading, time
sys.path.insert(0, {repository!r})

def interrupt():
    while {moment!r} not in sys.modules:
        time.sleep(0.001)
    os.kill(os.getpid(), signal.SIGINT)

threading.Thread(target=interrupt, daemon=True).start()
sys.argv = ["main.py", "translate", {article!r}, "-o", {out!r}]
import runpy
runpy.run_path(os.path.join({repository!r}, "main.py"), run_name="__main__")
"""


@pytest.mark.model
@pytest.mark.skipif(sys.platform == "win32", reason="Windows interrupts otherwise")
@pytest.mark.parametrize("moment", ["argparse", "translation.work.documents", "ctranslate2"])
@pytest.mark.parametrize("suffix", [".xlf", ".muraji"])
def test_ctrl_c_leaves_one_line_and_no_file(
    moment: str, suffix: str, repository: Path, tmp_path: Path
):
    article = tmp_path / "long.txt"
    article.write_text("قال الوزير إن الحوار مهم جدا للجميع.\n" * 3_000, encoding="utf-8")
    out = tmp_path / f"out{suffix}"
    code = INTERRUPTED.format(
        repository=str(repository), moment=moment, article=str(article), out=str(out)
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, timeout=240, check=False
    )
    assert (done.returncode, done.stdout, done.stderr) == (130, "", "Interrupted.\n")
    assert list(tmp_path.iterdir()) == [article]


@pytest.mark.model
@pytest.mark.skipif(sys.platform == "win32", reason="needs a terminal of POSIX")
def test_progress_is_shown_on_a_terminal(repository: Path, tmp_path: Path):
    import pty

    article = tmp_path / "news.txt"
    article.write_text("عنوان الخبر\n\nقال الوزير نعم.\n", encoding="utf-8")
    ours, theirs = pty.openpty()
    command = [sys.executable, "main.py", "translate", article, "-o", tmp_path / "out.xlf"]
    with open(ours, "rb", buffering=0) as terminal:
        done = subprocess.run(
            command, cwd=repository, stdout=subprocess.PIPE, stderr=theirs, timeout=240, check=True
        )
        said = terminal.read(65536).decode("utf-8")
        os.close(theirs)
    assert done.stdout == b""
    assert "trial model" in said
    assert said.endswith("\r2 of 2 segments\r\n")


@pytest.mark.model
def test_what_is_wrong_with_drafts_is_said_by_their_lines(tmp_path: Path, capsys, monkeypatch):
    article, out = tmp_path / "a.txt", tmp_path / "o.jsonl"
    article.write_text(
        "قال الوزير نعم.\n\nزوروا {0} الآن.\n\nhttps://example.com/a\n", encoding="utf-8"
    )
    assert run(["translate", str(article), "-o", str(out)]) == 0
    assert capsys.readouterr().err == ""
    monkeypatch.setattr(tasks, "MOST_WAYS", 1)
    monkeypatch.setattr(tasks, "parts_of", lambda plain, *_: [Part(plain)])
    assert run(["translate", str(article), "-o", str(out)]) == 0
    said = capsys.readouterr().err.splitlines()
    assert said == ["Line 2: What must arrive unchanged is missing or changed: {0}"]
    drafts = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
    assert [CARRIED in row.get("marks", []) for row in drafts] == [False, True, False]
