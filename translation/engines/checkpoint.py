"""A MarianMT checkpoint folder in Hugging Face layout: read, and checked before it is used.

The files come from strangers: only JSON, safetensors and SentencePiece models are read here,
sizes are bounded, and nothing in them is run.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from translation.engines.languages import bcp47
from translation.errors import ModelError

if TYPE_CHECKING:
    from pathlib import Path

SAFETENSORS = "model.safetensors"
PYTORCH_BIN = "pytorch_model.bin"
INDEX = ".index.json"
"""After the name of a weights file that is cut into shards: which tensor lies in which."""
RECORD = "card.json"
"""Our own facts about a model, beside its files: languages, revision, licence, quality."""

NEEDED_FILES = ("config.json", "source.spm", "target.spm", "vocab.json")
MAX_JSON_BYTES = 64 << 20
MAX_SHARDS = 200
MAX_LAYERS = 64
MAX_WIDTH = 1 << 16
MAX_POSITIONS = 1 << 16
DEFAULT_MAX_LENGTH = 512
"""Longest source, in tokens, of a model that records none."""

_SHARD = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_.-]*")

ACTIVATIONS = ("relu", "gelu", "swish", "silu")


@dataclass(frozen=True, slots=True)
class Shape:
    """The shape of the network, from config.json; the names are transformers' own."""

    d_model: int
    encoder_layers: int
    decoder_layers: int
    encoder_attention_heads: int
    decoder_attention_heads: int
    encoder_ffn_dim: int
    decoder_ffn_dim: int
    max_position_embeddings: int
    vocab_size: int
    decoder_vocab_size: int
    activation_function: str
    scale_embedding: bool


@dataclass(frozen=True, slots=True)
class Tokens:
    """Which tokens are special, and what the tokenizer records about the model."""

    eos: str
    unk: str
    pad: str
    separate_vocabs: bool
    source_code: str
    target_code: str
    max_length: int


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """A checked model folder.

    ``weights`` is its safetensors file, else its pytorch_model.bin; where that is cut into
    ``shards``, it is their index.
    """

    folder: Path
    name: str
    shape: Shape
    tokens: Tokens
    weights: Path
    record: dict[str, str]
    shards: tuple[Path, ...] = ()

    @property
    def weight_files(self) -> tuple[Path, ...]:
        """The files that hold tensors."""
        return self.shards or (self.weights,)

    @property
    def source_language(self) -> str:
        """The BCP 47 tag of the language it reads."""
        return self.record.get("source_language") or bcp47(self.tokens.source_code)

    @property
    def target_language(self) -> str:
        """The BCP 47 tag of the language it writes."""
        return self.record.get("target_language") or bcp47(self.tokens.target_code)

    @property
    def longest_source(self) -> int:
        """Source tokens, the end mark counted, that the model was trained on and has room for."""
        return min(self.tokens.max_length, self.shape.max_position_embeddings)

    def files(self) -> list[Path]:
        """Return the files that decide what the model does."""
        names = [*NEEDED_FILES, "tokenizer_config.json"]
        if self.tokens.separate_vocabs:
            names.append("target_vocab.json")
        found = [self.folder / name for name in names if (self.folder / name).is_file()]
        return [*found, self.weights, *self.shards]


def read_checkpoint(folder: Path, name: str = "") -> Checkpoint:
    """Read a model folder without loading its weights.

    Raises ModelError: missing_folder, missing_file, bad_file, not_marian.
    """
    name = name or folder.name
    if not folder.is_dir():
        raise ModelError("missing_folder", model=name)
    for file in NEEDED_FILES:
        if not (folder / file).is_file():
            raise ModelError("missing_file", model=name, file=file)
    config = read_json(folder / "config.json", name)
    kind = config.get("model_type")
    if kind != "marian":
        raise ModelError("not_marian", model=name, kind=str(kind)[:60])
    tokens = _tokens(folder, name)
    if tokens.separate_vocabs and not (folder / "target_vocab.json").is_file():
        raise ModelError("missing_file", model=name, file="target_vocab.json")
    weights = _weights(folder, name)
    return Checkpoint(
        folder=folder,
        name=name,
        shape=_shape(config, name),
        tokens=tokens,
        weights=weights,
        record=_record(folder, name),
        shards=_shards(weights, name),
    )


def read_json(path: Path, model: str) -> dict[str, Any]:
    """Read a JSON object of a model folder. Raises ModelError(bad_file)."""
    try:
        if path.stat().st_size > MAX_JSON_BYTES:
            raise ModelError("bad_file", model=model, file=path.name, detail="too large")
        found = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError) as error:
        detail = error.strerror if isinstance(error, OSError) else "not JSON"
        raise ModelError("bad_file", model=model, file=path.name, detail=detail) from error
    if not isinstance(found, dict):
        raise ModelError("bad_file", model=model, file=path.name, detail="not a JSON object")
    return found


def _weights(folder: Path, name: str) -> Path:
    for file in (SAFETENSORS, SAFETENSORS + INDEX, PYTORCH_BIN, PYTORCH_BIN + INDEX):
        if (folder / file).is_file():
            return folder / file
    raise ModelError("missing_file", model=name, file=SAFETENSORS)


def read_index(index: Path, model: str) -> dict[str, str]:
    """Return which tensor lies in which shard. Raises ModelError(bad_file)."""

    def refuse(detail: str) -> ModelError:
        return ModelError("bad_file", model=model, file=index.name, detail=detail)

    places = read_json(index, model).get("weight_map")
    if not isinstance(places, dict) or not places:
        raise refuse("it has no weight_map")
    kind = ".safetensors" if index.name.startswith(SAFETENSORS) else ".bin"
    for shard in places.values():
        if not isinstance(shard, str) or not _SHARD.fullmatch(shard) or not shard.endswith(kind):
            raise refuse(f"it names {str(shard)[:60]!r} as a file of weights")
    if len(set(places.values())) > MAX_SHARDS:
        raise refuse(f"it names more than {MAX_SHARDS} files")
    return places


def _shards(weights: Path, model: str) -> tuple[Path, ...]:
    """Return the files that an index names, in order; none where the weights are one file."""
    if not weights.name.endswith(INDEX):
        return ()
    found = tuple(
        weights.with_name(name) for name in sorted({*read_index(weights, model).values()})
    )
    for path in found:
        if not path.is_file():
            raise ModelError("missing_file", model=model, file=path.name)
    return found


def _shape(config: dict[str, Any], model: str) -> Shape:
    def whole(key: str, largest: int, default: int | None = None) -> int:
        value = config.get(key, default)
        if type(value) is not int or not 0 < value <= largest:
            detail = f"{key} is {str(value)[:40]}"
            raise ModelError("bad_file", model=model, file="config.json", detail=detail)
        return value

    for flag in ("normalize_before", "normalize_embedding", "add_final_layer_norm"):
        if config.get(flag):
            raise ModelError("bad_file", model=model, file="config.json", detail=f"{flag} is set")
    activation = config.get("activation_function", "gelu")
    if activation not in ACTIVATIONS:
        detail = f"activation_function is {str(activation)[:40]}"
        raise ModelError("bad_file", model=model, file="config.json", detail=detail)
    vocabulary = whole("vocab_size", 1 << 24)
    shape = Shape(
        d_model=whole("d_model", MAX_WIDTH),
        encoder_layers=whole("encoder_layers", MAX_LAYERS),
        decoder_layers=whole("decoder_layers", MAX_LAYERS),
        encoder_attention_heads=whole("encoder_attention_heads", MAX_WIDTH),
        decoder_attention_heads=whole("decoder_attention_heads", MAX_WIDTH),
        encoder_ffn_dim=whole("encoder_ffn_dim", MAX_WIDTH),
        decoder_ffn_dim=whole("decoder_ffn_dim", MAX_WIDTH),
        max_position_embeddings=whole("max_position_embeddings", MAX_POSITIONS, 512),
        vocab_size=vocabulary,
        decoder_vocab_size=whole("decoder_vocab_size", 1 << 24, vocabulary),
        activation_function=str(activation),
        scale_embedding=bool(config.get("scale_embedding", False)),
    )
    if shape.d_model % shape.encoder_attention_heads or shape.d_model % (
        shape.decoder_attention_heads
    ):
        detail = "attention heads do not divide d_model"
        raise ModelError("bad_file", model=model, file="config.json", detail=detail)
    return shape


def _tokens(folder: Path, model: str) -> Tokens:
    path = folder / "tokenizer_config.json"
    config = read_json(path, model) if path.is_file() else {}

    def text(key: str, default: str) -> str:
        value = config.get(key)
        if isinstance(value, dict):  # an AddedToken written out
            value = value.get("content")
        return value if isinstance(value, str) else default

    longest = config.get("model_max_length")
    fits = type(longest) is int and 2 <= longest <= MAX_POSITIONS
    return Tokens(
        eos=text("eos_token", "</s>"),
        unk=text("unk_token", "<unk>"),
        pad=text("pad_token", "<pad>"),
        separate_vocabs=config.get("separate_vocabs") is True,
        source_code=text("source_lang", ""),
        target_code=text("target_lang", ""),
        max_length=longest if fits and isinstance(longest, int) else DEFAULT_MAX_LENGTH,
    )


def _record(folder: Path, model: str) -> dict[str, str]:
    path = folder / RECORD
    if not path.is_file():
        return {}
    return {key: value for key, value in read_json(path, model).items() if isinstance(value, str)}
