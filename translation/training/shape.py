"""The shape of a Marian network, and its config.json."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from translation.errors import ModelError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from translation.training.pieces import Pieces
    from translation.training.recipe import Recipe

MOST_POSITIONS = 512
_ACTIVATIONS = {"swish": "silu", "silu": "silu", "relu": "relu", "gelu": "gelu"}
"""config.json's name of an activation to torch's."""


@dataclass(frozen=True, slots=True)
class Shape:
    """Sizes of the network; ``outputs`` is how many of the vocabulary's ids can be written."""

    width: int
    encoder_layers: int
    decoder_layers: int
    heads: int
    feed_forward: int
    vocabulary: int
    outputs: int
    pad: int
    activation: str = "silu"
    scaled: bool = True
    most_positions: int = MOST_POSITIONS

    def weight_sizes(self) -> dict[str, tuple[int, ...]]:
        """Return every trained weight's name and size."""
        d, f = self.width, self.feed_forward
        sizes: dict[str, tuple[int, ...]] = {"model.shared.weight": (self.vocabulary, d)}
        for side, layers in (("encoder", self.encoder_layers), ("decoder", self.decoder_layers)):
            attentions = ("self_attn",) if side == "encoder" else ("self_attn", "encoder_attn")
            for layer in range(layers):
                name = f"model.{side}.layers.{layer}."
                for attention in attentions:
                    for part in ("q_proj", "k_proj", "v_proj", "out_proj"):
                        sizes[f"{name}{attention}.{part}.weight"] = (d, d)
                        sizes[f"{name}{attention}.{part}.bias"] = (d,)
                    sizes |= _norm(f"{name}{attention}_layer_norm", d)
                sizes |= {f"{name}fc1.weight": (f, d), f"{name}fc1.bias": (f,)}
                sizes |= {f"{name}fc2.weight": (d, f), f"{name}fc2.bias": (d,)}
                sizes |= _norm(f"{name}final_layer_norm", d)
        return sizes

    def config(self) -> dict[str, Any]:
        """Return the content of config.json."""
        return {
            "architectures": ["MarianMTModel"],
            "model_type": "marian",
            "d_model": self.width,
            "encoder_layers": self.encoder_layers,
            "decoder_layers": self.decoder_layers,
            "encoder_attention_heads": self.heads,
            "decoder_attention_heads": self.heads,
            "encoder_ffn_dim": self.feed_forward,
            "decoder_ffn_dim": self.feed_forward,
            "vocab_size": self.vocabulary,
            "decoder_vocab_size": self.vocabulary,
            "pad_token_id": self.pad,
            "decoder_start_token_id": self.pad,
            "eos_token_id": 0,
            "bos_token_id": 0,
            "forced_eos_token_id": 0,
            "activation_function": next(k for k, v in _ACTIVATIONS.items() if v == self.activation),
            "scale_embedding": self.scaled,
            "max_position_embeddings": self.most_positions,
            "static_position_embeddings": True,
            "share_encoder_decoder_embeddings": True,
            "tie_word_embeddings": True,
            "is_encoder_decoder": True,
            "use_cache": True,
            "dropout": 0.0,
            "init_std": self.width**-0.5,
            "torch_dtype": "float16",
        }


def _norm(name: str, width: int) -> dict[str, tuple[int, ...]]:
    return {f"{name}.weight": (width,), f"{name}.bias": (width,)}


def shape_of_recipe(recipe: Recipe, pieces: Pieces) -> Shape:
    """Return the shape that a recipe asks for, over a vocabulary."""
    return Shape(
        width=recipe.width,
        encoder_layers=recipe.encoder_layers,
        decoder_layers=recipe.decoder_layers,
        heads=recipe.heads,
        feed_forward=recipe.feed_forward,
        vocabulary=pieces.size,
        outputs=pieces.outputs,
        pad=pieces.pad,
        most_positions=max(MOST_POSITIONS, recipe.longest),
    )


def shape_of_config(config: Mapping[str, Any], pieces: Pieces, model: str) -> Shape:
    """Return the shape that a checkpoint's config.json states.

    Raises ModelError where it is no Marian model, or of a kind that this training cannot go on
    with (two vocabularies, different heads on the two sides, norms elsewhere).
    """
    if config.get("model_type") != "marian":
        raise ModelError("not_marian", model=model, kind=str(config.get("model_type"))[:60])
    try:
        sides = [
            (int(config[f"{side}_attention_heads"]), int(config[f"{side}_ffn_dim"]))
            for side in ("encoder", "decoder")
        ]
        shape = Shape(
            width=int(config["d_model"]),
            encoder_layers=int(config["encoder_layers"]),
            decoder_layers=int(config["decoder_layers"]),
            heads=sides[0][0],
            feed_forward=sides[0][1],
            vocabulary=int(config["vocab_size"]),
            outputs=pieces.outputs,
            pad=int(config["pad_token_id"]),
            activation=_ACTIVATIONS[config.get("activation_function", "swish")],
            scaled=bool(config.get("scale_embedding", True)),
            most_positions=int(config.get("max_position_embeddings", MOST_POSITIONS)),
        )
    except (KeyError, TypeError, ValueError) as error:
        raise _not_trainable(model, f"{error} is missing or unknown") from error
    tied = config.get("share_encoder_decoder_embeddings", True)
    if not tied or sides[0] != sides[1] or shape.width % shape.heads:
        raise _not_trainable(model, "its two sides differ in kind")
    if shape.vocabulary != pieces.size or shape.pad != pieces.pad:
        raise _not_trainable(model, "it does not fit its vocabulary")
    return shape


def _not_trainable(model: str, detail: str) -> ModelError:
    return ModelError("bad_file", model=model, file="config.json", detail=detail)
