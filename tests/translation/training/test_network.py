"""The network against transformers and against torch's own gradients."""

from __future__ import annotations

import json
import warnings
from pathlib import Path
from typing import Any

import pytest

from translation.training.model_folder import read_config, read_weights, write_model
from translation.training.network import Network
from translation.training.optimiser import orthogonalised
from translation.training.output_loss import output_loss
from translation.training.shape import Shape, shape_of_config
from translation.training.weights import Weights

pytestmark = [pytest.mark.slow, pytest.mark.model]
SHAPE = Shape(32, 2, 1, 4, 48, vocabulary=60, outputs=40, pad=59)


@pytest.fixture
def weights() -> Weights:
    import torch

    torch.manual_seed(1)
    weights = Weights(SHAPE, torch.device("cpu"))
    weights.initialise()
    return weights


def batch() -> tuple[Any, Any]:
    import torch

    source = torch.tensor([[5, 6, 7, 45, 0], [8, 50, 0, 59, 59]])
    prefix = torch.tensor([[59, 3, 4, 9], [59, 12, 0, 59]])
    return source, prefix


def test_the_network_computes_what_transformers_computes(weights, tmp_path: Path):
    import torch

    source, prefix = batch()
    write_model(tmp_path, SHAPE, weights.by_name, torch.zeros(60), 48, ("ar", "en"))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from transformers import MarianMTModel

        theirs = MarianMTModel.from_pretrained(tmp_path, dtype=torch.float32).eval()
    mine = Network(read_weights(tmp_path), SHAPE, torch.float32)
    with torch.inference_mode():
        expected = theirs.model(
            input_ids=source, attention_mask=(source != 59).long(), decoder_input_ids=prefix
        ).last_hidden_state
        got = mine.hidden(source, prefix)
    shown = prefix.new_tensor([[1, 1, 1, 1], [1, 1, 1, 0]]).bool()
    torch.testing.assert_close(got[shown], expected[shown], atol=1e-5, rtol=1e-4)
    bias = theirs.final_logits_bias[0]
    assert (bias[:40] == 0).all()
    assert (bias[40:] < -50).all()


def test_a_written_config_is_read_back_as_the_same_shape(weights, tmp_path):
    import torch

    class Vocabulary:
        size, outputs, pad = 60, 40, 59

    write_model(tmp_path, SHAPE, weights.by_name, torch.zeros(60), 48, ("ar", "en"))
    for name in ("source.spm", "target.spm", "vocab.json"):
        (tmp_path / name).touch()
    assert shape_of_config(read_config(tmp_path), Vocabulary(), "m") == SHAPE
    recorded = json.loads((tmp_path / "tokenizer_config.json").read_text())
    assert recorded["model_max_length"] == 48
    assert (recorded["source_lang"], recorded["target_lang"]) == ("ara", "eng")


def test_the_loss_and_its_gradients_are_torchs_own(weights):
    import torch
    from torch.nn import functional

    states = torch.randn(700, 32, requires_grad=True)  # more than one part
    embedding = torch.randn(40, 32, requires_grad=True)
    wanted, bias = torch.randint(0, 40, (700,)), torch.randn(40)
    expected = functional.cross_entropy(
        states @ embedding.t() + bias, wanted, label_smoothing=0.1, reduction="sum"
    )
    expected.backward()
    got = output_loss(states.detach(), embedding.detach(), wanted, bias, 0.1)
    assert got.total == pytest.approx(expected.item(), rel=1e-4)
    torch.testing.assert_close(got.states_gradient, states.grad, atol=1e-4, rtol=1e-3)
    torch.testing.assert_close(got.embedding_gradient, embedding.grad, atol=1e-3, rtol=1e-3)


def test_gradients_gather_in_the_one_row(weights):
    import torch

    source, prefix = batch()
    Network(weights.by_name, SHAPE, torch.float32).hidden(source, prefix).square().sum().backward()
    gathered = weights.views("gradient")
    untouched = [n for n, g in gathered.items() if not g.any() and not n.endswith("k_proj.bias")]
    assert untouched == []
    assert weights.by_name["model.encoder.layers.0.fc1.weight"].grad is not None


@pytest.mark.parametrize("precision", ["bfloat16", "float32"])
@pytest.mark.parametrize("size", [(3, 16, 40), (2, 40, 16), (1, 24, 24)])
def test_orthogonalised_matrices_have_singular_values_near_one(size, precision):
    import torch

    torch.manual_seed(2)
    values = torch.linalg.svdvals(orthogonalised(torch.randn(*size) * 7, getattr(torch, precision)))
    assert values.max() < 1.3
    assert values.median() > 0.6
