"""Whether the weights of a checkpoint are those that its config.json describes, and numbers."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from translation.engines.weights import damaged

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from translation.engines.checkpoint import Checkpoint
    from translation.engines.weights import Array

_LAYER = re.compile(r"model\.(encoder|decoder)\.layers\.(\d+)\.")
_ATTENTION = ("q_proj", "k_proj", "v_proj", "out_proj")
_SHARED = "model.shared.weight"


def check_weights(checkpoint: Checkpoint, weights: Mapping[str, Array]) -> None:
    """Compare every weight with the network's shape; look for values that are no numbers.

    Raises ModelError(bad_file), which names the weight.
    """
    _check_layers(checkpoint, weights)
    for name, shape in _shapes(checkpoint):
        if name not in weights:
            raise damaged(checkpoint, f"it lacks {name}")
        found = tuple(weights[name].shape)
        if found != shape:
            raise damaged(checkpoint, f"{name} has the shape {[*found]}, not {[*shape]}")
    _check_embeddings(checkpoint, weights)
    _check_finite(checkpoint, weights)


def _check_layers(checkpoint: Checkpoint, weights: Mapping[str, Array]) -> None:
    found: dict[str, set[int]] = {"encoder": set(), "decoder": set()}
    for name in weights:
        if layer := _LAYER.match(name):
            found[layer[1]].add(int(layer[2]))
    if not any(found.values()):
        raise damaged(checkpoint, "no MarianMT weights")
    for side, layers in found.items():
        wanted = getattr(checkpoint.shape, f"{side}_layers")
        if layers != {*range(wanted)}:
            detail = f"it has {len(layers)} {side} layers, config.json says {wanted}"
            raise damaged(checkpoint, detail)


def _shapes(checkpoint: Checkpoint) -> Iterator[tuple[str, tuple[int, ...]]]:
    """Give the name and shape of every weight that each layer must have."""
    shape = checkpoint.shape
    width = shape.d_model
    for side in ("encoder", "decoder"):
        inner = getattr(shape, f"{side}_ffn_dim")
        for number in range(getattr(shape, f"{side}_layers")):
            layer = f"model.{side}.layers.{number}"
            attentions = ("self_attn", "encoder_attn") if side == "decoder" else ("self_attn",)
            for attention in attentions:
                for part in _ATTENTION:
                    yield f"{layer}.{attention}.{part}.weight", (width, width)
                    yield f"{layer}.{attention}.{part}.bias", (width,)
            for norm in (*(f"{name}_layer_norm" for name in attentions), "final_layer_norm"):
                yield f"{layer}.{norm}.weight", (width,)
                yield f"{layer}.{norm}.bias", (width,)
            yield f"{layer}.fc1.weight", (inner, width)
            yield f"{layer}.fc1.bias", (inner,)
            yield f"{layer}.fc2.weight", (width, inner)
            yield f"{layer}.fc2.bias", (width,)


def _check_embeddings(checkpoint: Checkpoint, weights: Mapping[str, Array]) -> None:
    """Look at the matrices that have a row a token, of those that are stored."""
    shape = checkpoint.shape
    source, target = shape.vocab_size, shape.decoder_vocab_size
    if not checkpoint.tokens.separate_vocabs:
        target = source
    optional = {
        _SHARED: (source, shape.d_model),
        "model.encoder.embed_tokens.weight": (source, shape.d_model),
        "model.decoder.embed_tokens.weight": (target, shape.d_model),
        "lm_head.weight": (target, shape.d_model),
        "final_logits_bias": (1, target),
    }
    for side in ("encoder", "decoder"):
        name = f"model.{side}.embed_positions.weight"
        optional[name] = (shape.max_position_embeddings, shape.d_model)
        if not {_SHARED, f"model.{side}.embed_tokens.weight"} & weights.keys():
            raise damaged(checkpoint, f"it lacks the embeddings of the {side}")
    for name, wanted in optional.items():
        found = tuple(weights[name].shape) if name in weights else wanted
        if found != wanted:
            raise damaged(checkpoint, f"{name} has the shape {[*found]}, not {[*wanted]}")


def _check_finite(checkpoint: Checkpoint, weights: Mapping[str, Array]) -> None:
    import numpy as np

    for name, values in weights.items():
        if not np.isfinite(values).all():
            raise damaged(checkpoint, f"{name[:60]} holds values that are no numbers")
