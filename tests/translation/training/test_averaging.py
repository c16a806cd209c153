"""The mean of two models."""

from __future__ import annotations

import argparse
from dataclasses import replace
from pathlib import Path

import pytest

from translation.errors import ModelError, TrainingError
from translation.training.averaging_command import add_average_arguments, run_average
from translation.training.model_folder import PIECE_FILES, read_weights, write_model
from translation.training.shape import Shape
from translation.training.weights import Weights

pytestmark = pytest.mark.model
SHAPE = Shape(32, 2, 1, 4, 48, vocabulary=60, outputs=40, pad=59)


@pytest.fixture
def first(tmp_path: Path) -> Path:
    return drawn(tmp_path / "first", SHAPE, seed=1)


@pytest.fixture
def second(tmp_path: Path) -> Path:
    return drawn(tmp_path / "second", SHAPE, seed=2)


def drawn(folder: Path, shape: Shape, seed: int) -> Path:
    """Write a model with weights drawn by chance."""
    import torch

    torch.manual_seed(seed)
    weights = Weights(shape, torch.device("cpu"))
    weights.initialise()
    folder.mkdir()
    for name in PIECE_FILES:
        (folder / name).write_text(name)
    write_model(folder, shape, weights.by_name, torch.zeros(60), 48, ("ar", "en"))
    return folder


def averaged(*args: Path | str) -> int:
    parser = argparse.ArgumentParser()
    add_average_arguments(parser)
    return run_average(parser.parse_args([str(arg) for arg in args]))


@pytest.mark.parametrize(("options", "share"), [((), 0.5), (("--share", "0.25"), 0.25)])
def test_every_weight_lies_between_those_of_the_two(first, second, tmp_path, options, share):
    import torch

    out = tmp_path / "mean"
    assert averaged(first, second, "-o", out, *options) == 0
    ours, theirs, mean = map(read_weights, (first, second, out))
    for name, tensor in mean.items():
        expected = (1 - share) * ours[name] + share * theirs[name]
        torch.testing.assert_close(tensor, expected.half().float(), atol=1e-3, rtol=1e-3)
    assert {file.name for file in out.iterdir()} == {file.name for file in first.iterdir()}
    config = "config.json"
    assert (out / config).read_bytes() == (first / config).read_bytes()


def test_models_of_other_kinds_and_vocabularies_have_no_mean(first, second, tmp_path):
    out = tmp_path / "mean"
    deeper = drawn(tmp_path / "deeper", replace(SHAPE, encoder_layers=3), seed=3)
    with pytest.raises(ModelError, match="other layers"):
        averaged(first, deeper, "-o", out)
    narrower = drawn(tmp_path / "narrower", replace(SHAPE, feed_forward=40), seed=3)
    with pytest.raises(ModelError, match="another size"):
        averaged(first, narrower, "-o", out)
    (second / "vocab.json").write_text("another")
    with pytest.raises(ModelError, match="another vocabulary"):
        averaged(first, second, "-o", out)
    with pytest.raises(ModelError, match="no such model"):
        averaged(first, tmp_path / "none", "-o", out)
    assert not out.exists()


def test_a_folder_in_use_is_not_written_over(first, second):
    before = read_weights(second)
    with pytest.raises(TrainingError, match="holds something already"):
        averaged(first, second, "-o", second)
    assert all((read_weights(second)[name] == tensor).all() for name, tensor in before.items())


@pytest.mark.parametrize("share", ["-0.1", "1.1", "nan", "half"])
def test_a_share_is_from_0_to_1(share, first, second, tmp_path):
    with pytest.raises(SystemExit):
        averaged(first, second, "-o", tmp_path / "mean", "--share", share)
