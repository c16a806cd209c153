"""COMET, run as a real process: scores, what is asked of it, and everything that goes wrong.

unbabel-comet 2.2.7 wants NumPy below 2, transformers below 5 and huggingface-hub below 1, so it
cannot be installed beside this program: ``installed/comet`` stands for it, in a process that is
real. The scores are checked by hand; that the calls are COMET's own was read in its source.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

import pytest

from translation.cli.main import run
from translation.errors import ScoreError
from translation.scoring.learned import Judged
from translation.system import preferences
from translation.system.cancel import Cancelled
from translation.work.comet_apart import AT_A_TIME, Comet, checkpoint_file, model_name

INSTALLED = Path(__file__).parent / "installed"
ROWS = (
    ("قال نعم", "he said yes", "he said no"),
    ("ذهب", "he went away", "he went away"),
    ("سأل", "she asked", "they asked him"),
)
SHARES = [2 / 3, 1.0, 1 / 3]


@pytest.fixture
def checkpoint(tmp_path, monkeypatch):
    """The folder of a checkpoint, and COMET installed where this Python looks."""
    monkeypatch.setenv("PYTHONPATH", str(INSTALLED))
    folder = tmp_path / "models--Unbabel--wmt22-comet-da" / "snapshots" / "abc"
    (folder / "checkpoints").mkdir(parents=True)
    (folder / "checkpoints" / "model.ckpt").write_text("", encoding="utf-8")
    (folder / "hparams.yaml").write_text("class_identifier: regression_metric\n", encoding="utf-8")
    return folder


@pytest.fixture
def table(tmp_path):
    path = tmp_path / "drafts.tsv"
    rows = [f"{s}\t{d}\t{d}\tconfirmed\t{r}" for s, d, r in ROWS]
    text = "\n".join(("source\tdraft\ttarget\tstate\treference", *rows))
    path.write_text(text + "\n", encoding="utf-8")
    return path


def asked(checkpoint):
    lines = (checkpoint / "checkpoints" / "model.ckpt.asked").read_text("utf-8").splitlines()
    return [json.loads(line) for line in lines]


def test_it_stands_beside_the_other_metrics(checkpoint, table, capsys):
    assert run(["score", str(table), "--json", "--comet", str(checkpoint)]) == 0
    found = json.loads(capsys.readouterr().out)
    for against in ("draft_vs_reference", "target_vs_reference"):
        comet = found[against]["COMET"]
        assert comet["score"] == pytest.approx(100 * sum(SHARES) / 3)
        assert comet["signature"] == (
            "nrefs:1|model:Unbabel/wmt22-comet-da|scale:100|version:2.2.7"
        )
    assert "COMET" not in found["edits"]
    rows = asked(checkpoint)
    assert [row[0] for row in rows] == [
        {"src": source, "mt": draft, "ref": reference} for source, draft, reference in ROWS
    ]
    assert {(row[2], *row[3]) for row in rows} == {(0, "1", "1")}
    assert os.getpid() not in {row[4] for row in rows}


def test_without_being_asked_for_it_is_not_run(checkpoint, table, capsys):
    preferences.change({"comet": str(checkpoint)})
    assert run(["score", str(table), "--json"]) == 0
    assert "COMET" not in json.loads(capsys.readouterr().out)["draft_vs_reference"]
    assert run(["score", str(table), "--comet", "-"]) == 0
    assert "COMET 66.7" in capsys.readouterr().out


def test_drafts_are_compared_by_it_with_intervals(checkpoint, table, tmp_path, capsys):
    better = tmp_path / "better.txt"
    better.write_text("".join(f"{r}\n" for _, _, r in ROWS), encoding="utf-8")
    command = ["compare", str(table), str(better), "--reference", str(table), "--json"]
    assert run([*command, "--comet", str(checkpoint)]) == 0
    first, second = json.loads(capsys.readouterr().out)["systems"]
    assert first["scores"]["COMET"]["score"] == pytest.approx(100 * sum(SHARES) / 3)
    assert second["scores"]["COMET"]["score"] == 100
    assert second["scores"]["COMET"]["difference"]["interval"]["low"] >= 0
    assert run(["compare", str(better), str(better), "--reference", str(better), "--comet",
                str(checkpoint)]) == 2  # fmt: skip
    assert "none of these files has" in capsys.readouterr().err


@pytest.mark.parametrize("edition", ["en", "ar"])
def test_a_report_says_how_to_read_it(checkpoint, table, tmp_path, edition):
    out = tmp_path / "r.html"
    command = ["report", str(table), "-o", str(out), "--edition", edition]
    assert run([*command, "--comet", str(checkpoint)]) == 0
    text = out.read_text("utf-8")
    assert "COMET|nrefs:1|model:Unbabel/wmt22-comet-da" in text
    assert {"en": "trained model makes of", "ar": "يراه نموذج مدرَّب"}[edition] in text
    assert run(command) == 0
    assert "COMET" not in out.read_text("utf-8")


@pytest.mark.parametrize(
    ("trouble", "told"),
    [
        ("weights are missing", "RuntimeError: weights are missing"),
        ("crash", "it ended without a word"),
        ("nan", "no score for each"),
    ],
)
def test_what_goes_wrong_is_one_sentence(checkpoint, table, capsys, trouble, told):
    (checkpoint / "checkpoints" / "model.ckpt").write_text(trouble, encoding="utf-8")
    assert run(["score", str(table), "--comet", str(checkpoint)]) == 2
    said = capsys.readouterr()
    assert told in said.err
    assert not said.out


def test_what_is_not_there_is_said(checkpoint, table, tmp_path, capsys, monkeypatch):
    command = ["score", str(table), "--comet"]
    assert run([*command, str(tmp_path)]) == 2
    assert "checkpoints/model.ckpt and hparams.yaml" in capsys.readouterr().err
    assert run([*command, "-"]) == 2
    assert "name no checkpoint" in capsys.readouterr().err
    assert run([*command, str(checkpoint), "--comet-python", str(tmp_path / "python")]) == 2
    assert "no Python that can be started" in capsys.readouterr().err
    monkeypatch.delenv("PYTHONPATH")
    assert run([*command, str(checkpoint), "--comet-python", sys.executable]) == 2
    assert "Install unbabel-comet" in capsys.readouterr().err


def test_long_work_is_told_and_can_be_cancelled(checkpoint):
    wanted = [Judged("أ", f"word{n}", f"word{n} and") for n in range(AT_A_TIME + 1)]
    told = []
    metric = Comet(checkpoint, report=lambda *step: told.append(step))([*wanted, *wanted])
    assert metric.statistics("word3", "word3 and", source="أ") == (0.5, 1.0)
    assert set(told) == {(0, AT_A_TIME + 1), (AT_A_TIME, AT_A_TIME + 1)}
    assert len(asked(checkpoint)) == AT_A_TIME + 1

    def cancel(*_step):
        raise Cancelled

    with pytest.raises(Cancelled):
        Comet(checkpoint, report=cancel)(wanted)


def test_several_references_count_alike_and_none_is_judged_for_nothing(checkpoint):
    metric = Comet(checkpoint)([Judged("س", "a b", "a c"), Judged("س", "a b", "a b")])
    assert metric.statistics("a b", "a c", "a b", source="س") == (0.75, 1.0)
    assert metric.corpus_score((1.5, 2.0), 2).signature.startswith("nrefs:2|")
    assert Comet(checkpoint)([]).id == "COMET"
    with pytest.raises(ScoreError):
        Comet(checkpoint)([Judged("", "a", "a")])


def test_a_checkpoint_is_a_folder_or_its_file(checkpoint):
    file = checkpoint / "checkpoints" / "model.ckpt"
    assert checkpoint_file(checkpoint) == checkpoint_file(file) == file
    assert model_name(file) == "Unbabel/wmt22-comet-da"
    other = file.rename(file.with_name("epoch=2.ckpt"))
    assert checkpoint_file(checkpoint) == other
