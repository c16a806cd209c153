from __future__ import annotations

import argparse
import itertools
import json
import shutil
import signal
import warnings
from dataclasses import replace
from pathlib import Path

import pytest

from tests.translation.training.sentences import FIFTY, TINY, keep_time_steady, write_fifty
from translation.errors import ModelError, TrainingError, UsageError
from translation.system.cancel import Cancelled, CancelToken
from translation.training import Plan, Progress, train
from translation.training.command import add_train_arguments, run_train
from translation.training.converted import Converted
from translation.training.evaluation import score_model, translated
from translation.training.pairs import read_pairs
from translation.training.preparing import Order, prepare
from translation.training.preparing.back_translating import Models
from translation.training.preparing.command import add_prepare_arguments, run_prepare

pytestmark = [pytest.mark.slow, pytest.mark.model, pytest.mark.usefixtures("steady_clock")]
ENOUGH = 0.6  # minutes of the steady clock: 360 batches


@pytest.fixture(scope="module")
def learned(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A model that was trained on the fifty sentences."""
    folder = tmp_path_factory.mktemp("learned")
    with pytest.MonkeyPatch.context() as patch:
        keep_time_steady(patch)
        train(
            write_fifty(folder),
            folder / "model",
            plan=Plan(seconds=60 * ENOUGH),
            recipe=TINY,
            threads=1,
        )
    return folder / "model"


def test_fifty_sentences_are_learned_by_heart_and_spoken_alike_by_both_engines(learned):
    by_ct2 = translated(learned, [pair.source for pair in FIFTY])
    right = sum(said == pair.target for said, pair in zip(by_ct2, FIFTY, strict=True))
    assert right >= 45, by_ct2
    assert score_model(learned, FIFTY).bleu > 90
    by_torch = _translated_by_transformers(learned, [pair.source for pair in FIFTY[::5]])
    assert sum(a == b for a, b in zip(by_torch, by_ct2[::5], strict=True)) >= 9
    config = json.loads((learned / "tokenizer_config.json").read_text(encoding="utf-8"))
    assert config["model_max_length"] == 48


def test_an_interrupted_run_saves_and_resuming_goes_on_with_it(fifty, tmp_path):
    out, seen = tmp_path / "model", []
    with pytest.raises(Cancelled):
        train(
            fifty,
            out,
            plan=Plan(seconds=60 * ENOUGH),
            recipe=TINY,
            threads=1,
            cancel=_CancelAfter(60),
            progress=seen.append,
        )
    first: Progress = seen[-1]
    assert (out / "model.safetensors").is_file()
    assert first.spent > 5
    assert first.share == pytest.approx(first.spent / (60 * ENOUGH))
    planned = ENOUGH / 3
    report = train(fifty, out, plan=Plan(seconds=60 * planned), resume=True, recipe=TINY, threads=1)
    assert report.seconds == pytest.approx(60 * planned, abs=1)
    batches_left = (60 * planned - first.spent) / 0.1
    assert first.steps < report.steps <= first.steps + batches_left
    assert report.target_pieces > first.target_pieces
    assert report.loss < first.loss
    with pytest.raises(TrainingError, match="plan more"):
        train(fifty, out, plan=Plan(seconds=60 * planned), resume=True, recipe=TINY, threads=1)


def test_a_plan_by_pieces_ends_by_them_at_any_speed_and_is_gone_on_with(
    fifty, tmp_path, monkeypatch
):
    out = tmp_path / "model"
    first = train(fifty, out, plan=Plan(target_pieces=20_000), recipe=TINY, threads=1)
    slow = itertools.count(0, 9)  # seconds a batch: a machine that other work shares
    monkeypatch.setattr("translation.training.pace.monotonic", lambda: next(slow))
    again = train(fifty, tmp_path / "slow", plan=Plan(target_pieces=20_000), recipe=TINY, threads=1)
    assert 20_000 <= first.target_pieces < 20_000 + 2048
    assert (again.steps, again.target_pieces) == (first.steps, first.target_pieces)
    assert again.seconds > 10 * first.seconds
    plan = Plan(target_pieces=30_000)
    longer = train(fifty, out, plan=plan, resume=True, recipe=TINY, threads=1)
    assert 30_000 <= longer.target_pieces < 30_000 + 2048
    with pytest.raises(TrainingError, match=r"target pieces: 3\d,\d{3}\); plan more"):
        train(fifty, out, plan=plan, resume=True, recipe=TINY, threads=1)


def test_a_model_can_be_the_start_of_another(learned, fifty, tmp_path):
    first: list[Progress] = []
    with pytest.raises(Cancelled):
        train(
            fifty,
            tmp_path / "adapted",
            plan=Plan(seconds=60 * ENOUGH),
            from_checkpoint=learned,
            recipe=TINY,
            threads=1,
            progress=first.append,
            cancel=_CancelAfter(2),
        )
    assert first[-1].loss < 0.5  # from nothing it starts near 5
    vocabulary = (tmp_path / "adapted" / "vocab.json").read_bytes()
    assert vocabulary == (learned / "vocab.json").read_bytes()


def test_a_folder_in_use_is_not_written_over(fifty, tmp_path):
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "letter.txt").write_text("do not lose me")
    with pytest.raises(TrainingError, match="holds something already"):
        train(fifty, tmp_path / "mine", plan=Plan(seconds=60), recipe=TINY)
    with pytest.raises(TrainingError, match="no training"):
        train(fifty, tmp_path / "mine", plan=Plan(seconds=60), resume=True, recipe=TINY)
    assert [file.name for file in (tmp_path / "mine").iterdir()] == ["letter.txt"]


def test_what_cannot_be_learned_or_gone_on_with_is_said(fifty, tmp_path, learned):
    with pytest.raises(TrainingError, match="more than 2 pieces"):
        train(fifty, tmp_path / "a", plan=Plan(seconds=60), recipe=replace(TINY, longest=2))
    with pytest.raises(ModelError, match="no such model"):
        train(
            fifty,
            tmp_path / "b",
            plan=Plan(seconds=60),
            from_checkpoint=tmp_path / "none",
            recipe=TINY,
        )
    damaged = shutil.copytree(learned, tmp_path / "c")
    (damaged / "training" / "state.safetensors").write_bytes(b"\x08\0\0\0\0\0\0\0{}      ")
    with pytest.raises(TrainingError, match="damaged"):
        train(fifty, damaged, plan=Plan(seconds=540), resume=True, recipe=TINY)


def test_the_command_trains_tells_and_saves_at_an_interrupt(fifty, tmp_path, capsys, monkeypatch):
    parser = argparse.ArgumentParser()
    add_train_arguments(parser, int)
    model = tmp_path / "model"
    args = ["--pairs", str(fifty), "-o", str(model), "--threads", "1", "--minutes"]
    assert run_train(parser.parse_args([*args, "0.005", "--test", str(fifty)])) == 0
    said = capsys.readouterr().out.splitlines()
    assert said[0].startswith(f"{model}: ")
    assert said[1].startswith("fifty.tsv: 50 pairs, BLEU ")
    assert "tok:13a" in said[1]
    before = (model / "training" / "state.safetensors").read_bytes()

    def interrupted_clock() -> float:
        signal.raise_signal(signal.SIGINT)
        return 0.0

    monkeypatch.setattr("translation.training.pace.monotonic", interrupted_clock)
    with pytest.raises(Cancelled):
        run_train(parser.parse_args([*args, "1", "--resume"]))
    assert (model / "training" / "state.safetensors").read_bytes() == before


def test_the_command_learns_from_made_pairs_by_numbers_of_its_own(fifty, tmp_path, capsys):
    parser = argparse.ArgumentParser()
    add_train_arguments(parser, int)
    args = ["--pairs", str(fifty), "--made-pairs", str(fifty), "-o", str(tmp_path / "model")]
    args += ["--recipe", "batch=100", "--recipe", "micro_batch=100"]
    args += ["--recipe", "rate_scale=0.5", "--target-pieces", "1e3"]
    assert run_train(parser.parse_args([*args, "--threads", "1"])) == 0
    said = capsys.readouterr().out
    assert " over 100 pairs (0 too long)" in said
    assert int(said.split(" steps")[0].split()[-1]) >= 3


@pytest.mark.parametrize(
    "number", ["width=64", "batch=0", "batch=2.5", "smoothing=2", "dropout=", "x"]
)
def test_the_command_refuses_what_is_no_number_of_the_recipe(number, fifty, tmp_path, capsys):
    parser = argparse.ArgumentParser()
    add_train_arguments(parser, int)
    args = ["--pairs", str(fifty), "-o", str(tmp_path), "--minutes=1", "--recipe", number]
    with pytest.raises(SystemExit):
        parser.parse_args(args)
    assert "no number of the recipe" in capsys.readouterr().err


def test_a_model_judges_the_right_translations_likelier(learned):
    sources, targets = [pair.source for pair in FIFTY], [pair.target for pair in FIFTY]
    model = Converted(learned, threads=1)
    right = model.log_chances(sources, targets)
    wrong = model.log_chances(sources, [*targets[7:], *targets[:7]])
    assert all(a > b for a, b in zip(right, wrong, strict=True))
    assert max(right) <= 0


def test_a_text_is_translated_back_and_a_run_that_was_stopped_goes_on(
    learned, fifty, tmp_path, monkeypatch
):
    monkeypatch.setattr("translation.training.preparing.back_translating._AT_ONCE", 10)
    text, out = tmp_path / "text.txt", tmp_path / "out"
    text.write_text("".join(f"{pair.source}\n" for pair in FIFTY), encoding="utf-8")
    order = Order(
        [fifty], text=text, most_texts=40, models=Models(learned, learned), languages=("en", "ar")
    )
    cancel = CancelToken()
    with pytest.raises(Cancelled):
        prepare(order, out, cancel=cancel, progress=lambda share: share < 0.5 or cancel.cancel())
    drafts = out / "back-translated.tsv"
    begun = drafts.read_text(encoding="utf-8")
    assert begun.count("\n") == 20
    drafts.write_text(begun + begun.splitlines()[0][:30], encoding="utf-8")  # cut off
    assert prepare(order, out).translated == 40
    assert drafts.read_text(encoding="utf-8").startswith(begun)
    right = {pair.source: pair.target for pair in FIFTY}
    made = read_pairs(out / "made.tsv")
    assert sum(pair.source == f"\ue0b7 {right[pair.target]}" for pair in made) >= 25
    monkeypatch.setattr("translation.training.preparing.back_translating.Converted", None)
    assert prepare(order, out).translated == 40  # nothing is made again


def test_the_command_prepares_and_wants_both_models_for_a_text(learned, fifty, tmp_path, capsys):
    parser = argparse.ArgumentParser()
    add_prepare_arguments(parser, int)
    args = ["--pairs", str(fifty), "-o", str(tmp_path / "out"), "--text", str(fifty)]
    with pytest.raises(UsageError, match="--back-model and --judge-model"):
        run_prepare(parser.parse_args(args))
    args += ["--back-model", str(learned), "--judge-model", str(learned), "--most-texts", "3"]
    assert run_prepare(parser.parse_args([*args, "--copying", "10"])) == 0
    assert "pairs.tsv: 50 pairs and 0 that teach copying" in capsys.readouterr().out
    for wrong in ("--factor=un", "--factor=un=-1", "--copying=-1", "--copying=many"):
        with pytest.raises(SystemExit):
            parser.parse_args([*args, wrong])


@pytest.mark.parametrize(
    "plan",
    [
        *(["--minutes", amount] for amount in ("0", "-1", "nan", "ten")),
        *(["--target-pieces", amount] for amount in ("0", "0.5", "-1", "nan", "inf", "many")),
        [],
        ["--minutes=1", "--target-pieces=1000"],
    ],
)
def test_the_command_wants_one_plan_of_more_than_nothing(plan, fifty, tmp_path):
    parser = argparse.ArgumentParser()
    add_train_arguments(parser, int)
    with pytest.raises(SystemExit):
        parser.parse_args(["--pairs", str(fifty), "-o", str(tmp_path), *plan])


def test_the_command_trains_for_so_many_pieces(fifty, tmp_path, capsys):
    parser = argparse.ArgumentParser()
    add_train_arguments(parser, int)
    args = ["--pairs", str(fifty), "-o", str(tmp_path / "model"), "--threads", "1"]
    assert run_train(parser.parse_args([*args, "--target-pieces", "1e3"])) == 0
    assert f"{tmp_path / 'model'}: " in capsys.readouterr().out


class _CancelAfter(CancelToken):
    """Somebody who gives up after so many looks of the work at its token."""

    def __init__(self, looks: int) -> None:
        super().__init__()
        self._left = looks

    @property
    def is_cancelled(self) -> bool:
        self._left -= 1
        if self._left <= 0:
            self.cancel()
        return super().is_cancelled


def _translated_by_transformers(model: Path, sources: list[str]) -> list[str]:
    import torch

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from transformers import MarianMTModel, MarianTokenizer

        tokenizer = MarianTokenizer.from_pretrained(model)
        network = MarianMTModel.from_pretrained(model, dtype=torch.float32).eval()
        rows = tokenizer(sources, return_tensors="pt", padding=True)
        with torch.inference_mode():
            outputs = network.generate(**rows, num_beams=4, max_new_tokens=40)
    return tokenizer.batch_decode(outputs, skip_special_tokens=True)
