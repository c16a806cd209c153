"""A MarianMT checkpoint turned into the variables of a CTranslate2 Transformer.

CTranslate2's own TransformersConverter does the same through transformers and torch; this one
needs numpy alone and takes a fraction of a second, so that nothing on the way to the first
draft imports torch. The names are those of ctranslate2.specs.TransformerSpec, revision 7; a
test holds the result equal, byte for byte, to that of TransformersConverter but for one thing.

Marian's decoder starts from a zero embedding. CTranslate2's converter asks for that by an option
that zeroes the first position of each pass; a prefix of several tokens is one pass, in which the
zero falls on the wrong place. So ``<pad>``, whose embedding is zero, stays in the vocabulary, as
in the checkpoint, and the decoder starts with it like with any other token; its output bias
keeps it from ever being written.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

from translation.engines.tokenizer import ordered_tokens
from translation.errors import ModelError

if TYPE_CHECKING:
    from collections.abc import Mapping

    import numpy as np

    from translation.engines.checkpoint import Checkpoint
    from translation.engines.tokenizer import MarianVocabulary
    from translation.engines.weights import Array

ACTIVATION_NUMBERS = {"relu": 0, "swish": 2, "silu": 2, "gelu": 3}
"""ctranslate2.specs.common_spec.Activation."""

NARROW = "int8-narrow"
"""int8 whose weights end at ±63, for processors that add products in pairs in 16 bits."""
COMPUTE_TYPES = ("int8", NARROW, "float16", "float32")
LARGEST = {"int8": 127, NARROW: 63}
"""The largest whole number that stands for a weight: 2 * 255 * 63 fits into 16 bits."""

NEVER = -1e4
"""Output bias of ``<pad>``: no chance at all, and a number that float16 can hold."""


class MarianConverter:
    """Turns the weights of one checkpoint into CTranslate2 variables."""

    def __init__(
        self,
        checkpoint: Checkpoint,
        vocabulary: MarianVocabulary,
        weights: Mapping[str, Array],
        compute_type: str,
    ) -> None:
        if compute_type not in COMPUTE_TYPES:
            raise ValueError(f"compute type {compute_type!r}")
        self._checkpoint = checkpoint
        self._shape = checkpoint.shape
        self._weights = weights
        self._compute_type = compute_type
        self.variables: dict[str, Array] = {}
        self.source_tokens = ordered_tokens(vocabulary.source_ids)
        self.target_tokens = ordered_tokens(vocabulary.target_ids)
        self._pad = vocabulary.target_ids[vocabulary.pad]

    def convert(self) -> dict[str, Array]:
        """Return the variables by name. Raises ModelError(bad_file) for missing weights."""
        for side in ("encoder", "decoder"):
            self._settings(side)
            self._put(f"{side}/position_encodings/encodings", self._positions(side))
            for number in range(getattr(self._shape, f"{side}_layers")):
                self._layer(side, number)
        self._embeddings()
        return self.variables

    def _settings(self, side: str) -> None:
        import numpy as np

        shape = self._shape
        settings: dict[str, Any] = {
            "activation": np.int8(ACTIVATION_NUMBERS[shape.activation_function]),
            "num_heads": np.int16(getattr(shape, f"{side}_attention_heads")),
            "pre_norm": np.int8(0),
            "scale_embeddings": np.float32(
                math.sqrt(shape.d_model) if shape.scale_embedding else 1
            ),
        }
        if side == "encoder":
            settings |= {"embeddings_merge": np.int8(0), "multi_query_attention": np.int8(0)}
        else:
            settings |= {
                "alibi": np.int8(0),
                "alibi_use_positive_positions": np.int8(0),
                "alignment_heads": np.int16(1),
                "alignment_layer": np.int16(-1),
                "scale_alibi": np.int8(0),
                "start_from_zero_embedding": np.int8(0),
            }
        for name, value in settings.items():
            self.variables[f"{side}/{name}"] = np.asarray(value)

    def _embeddings(self) -> None:
        """Put the three vocabulary matrices and the output bias."""
        import numpy as np

        shared = self._weights.get("model.shared.weight")
        encoder = self._weights.get("model.encoder.embed_tokens.weight", shared)
        decoder = self._weights.get("model.decoder.embed_tokens.weight", shared)
        projection = self._weights.get("lm_head.weight", decoder)
        source, target = len(self.source_tokens), len(self.target_tokens)
        for name, matrix, rows in (
            ("encoder/embeddings_0", encoder, source),
            ("decoder/embeddings", decoder, target),
            ("decoder/projection", projection, target),
        ):
            if matrix is None:
                raise self._refuse("it lacks the embeddings")
            self._matrix(
                f"{name}/weight", self._checked(name, matrix, width=self._shape.d_model)[:rows]
            )
        bias = self._weights.get("final_logits_bias")
        biases = np.zeros(target, np.float32) if bias is None else bias.reshape(-1)[:target]
        biases = biases.astype(np.float32)
        biases[self._pad] = NEVER
        self._put("decoder/projection/bias", biases)

    def _layer(self, side: str, number: int) -> None:
        width, inner = self._shape.d_model, getattr(self._shape, f"{side}_ffn_dim")
        ours, theirs = f"{side}/layer_{number}", f"model.{side}.layers.{number}"
        fused = ("q_proj", "k_proj", "v_proj")
        attention = f"{ours}/self_attention"
        self._linear(f"{attention}/linear_0", f"{theirs}.self_attn", fused, (width, width))
        self._linear(f"{attention}/linear_1", f"{theirs}.self_attn", ("out_proj",), (width, width))
        self._norm(f"{attention}/layer_norm", f"{theirs}.self_attn_layer_norm")
        if side == "decoder":
            attention, cross = f"{ours}/attention", f"{theirs}.encoder_attn"
            self._linear(f"{attention}/linear_0", cross, fused[:1], (width, width))
            self._linear(f"{attention}/linear_1", cross, fused[1:], (width, width))
            self._linear(f"{attention}/linear_2", cross, ("out_proj",), (width, width))
            self._norm(f"{attention}/layer_norm", f"{cross}_layer_norm")
        self._linear(f"{ours}/ffn/linear_0", theirs, ("fc1",), (inner, width))
        self._linear(f"{ours}/ffn/linear_1", theirs, ("fc2",), (width, inner))
        self._norm(f"{ours}/ffn/layer_norm", f"{theirs}.final_layer_norm")

    def _linear(
        self, ours: str, theirs: str, parts: tuple[str, ...], shape: tuple[int, int]
    ) -> None:
        import numpy as np

        rows, width = shape
        weights = [self._weight(f"{theirs}.{part}.weight", rows, width) for part in parts]
        biases = [self._weight(f"{theirs}.{part}.bias", rows) for part in parts]
        self._matrix(f"{ours}/weight", np.concatenate(weights))
        self._put(f"{ours}/bias", np.concatenate(biases))

    def _norm(self, ours: str, theirs: str) -> None:
        self._put(f"{ours}/gamma", self._weight(f"{theirs}.weight", self._shape.d_model))
        self._put(f"{ours}/beta", self._weight(f"{theirs}.bias", self._shape.d_model))

    def _positions(self, side: str) -> Array:
        stored = self._weights.get(f"model.{side}.embed_positions.weight")
        rows, width = self._shape.max_position_embeddings, self._shape.d_model
        if stored is not None:
            return self._checked(f"{side} positions", stored, rows, width)
        return sinusoidal_positions(rows, width)

    def _matrix(self, name: str, values: Array) -> None:
        """Put a weight matrix, with one scale a row where it is stored as int8."""
        largest = LARGEST.get(self._compute_type)
        if largest is None:
            self._put(name, values)
            return
        self.variables[name], self.variables[f"{name}_scale"] = quantized(values, largest)

    def _put(self, name: str, values: Array) -> None:
        kind = "float16" if self._compute_type == "float16" else "float32"
        self.variables[name] = values.astype(kind)

    def _weight(self, name: str, *shape: int) -> Array:
        values = self._weights.get(name)
        if values is None:
            raise self._refuse(f"it lacks {name}")
        return self._checked(name, values, *shape)

    def _checked(
        self, name: str, values: Array, rows: int | None = None, width: int | None = None
    ) -> Array:
        wanted = [size for size in (rows, width) if size is not None]
        if list(values.shape)[-len(wanted) :] != wanted or values.ndim != (2 if width else 1):
            raise self._refuse(f"{name} has the shape {list(values.shape)}")
        return values

    def _refuse(self, detail: str) -> ModelError:
        file = self._checkpoint.weights.name
        return ModelError("bad_file", model=self._checkpoint.name, file=file, detail=detail)


def quantized(values: Array, most: int = 127) -> tuple[np.ndarray[Any, Any], np.ndarray[Any, Any]]:
    """Return rows as int8 with the scale of each: value = int8 / scale, largest at ±``most``."""
    import numpy as np

    rows = values.astype(np.float32)
    largest = np.abs(rows).max(axis=1)
    largest[largest == 0] = most
    largest = np.maximum(largest, np.float32(most) / np.finfo(np.float32).max)
    scale = (np.float32(most) / largest).astype(np.float32)
    return np.rint(rows * scale[:, None]).astype(np.int8), scale


def sinusoidal_positions(count: int, width: int) -> Array:
    """Return Marian's position encodings: sines in the first half, cosines in the second."""
    import numpy as np

    timescales = np.power(10000.0, 2 * (np.arange(width) // 2) / width)
    angles = np.arange(count)[:, None] / timescales[None, :]
    return np.concatenate([np.sin(angles[:, 0::2]), np.cos(angles[:, 1::2])], axis=1).astype(
        np.float32
    )
