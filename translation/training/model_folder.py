"""Model folders in Hugging Face Marian layout: written for the engines, read to go on from."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from translation.errors import ModelError
from translation.system.atomic import write_atomically

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from translation.training.shape import Shape

WEIGHTS, CONFIG, BIAS = "model.safetensors", "config.json", "final_logits_bias"
PIECE_FILES = ("source.spm", "target.spm", "vocab.json")
OTHER_FILES = ("tokenizer_config.json", "generation_config.json")
NEVER = -100.0
"""The output bias of pieces that no translation holds: training left their scores alone."""

_ISO_639_3 = {"ar": "ara", "en": "eng", "fr": "fra", "de": "deu", "es": "spa", "ru": "rus"}


def write_model(
    out: Path,
    shape: Shape,
    weights: Mapping[str, Any],
    bias: Any,
    longest: int,
    languages: tuple[str, str],
) -> None:
    """Write the network beside its vocabulary, as float16; every file is replaced in one move.

    ``bias``: the output bias of every id, float32 of shape (vocabulary,). Raises ExportError.
    """
    ending = bias.clone()
    ending[shape.outputs :] = NEVER
    source, target = (_ISO_639_3.get(language, language) for language in languages)
    tokenizer = {
        "source_lang": source,
        "target_lang": target,
        "model_max_length": longest,
        "separate_vocabs": False,
        "tokenizer_class": "MarianTokenizer",
    }
    tokenizer_config, generation_config = OTHER_FILES
    _write_json(out / tokenizer_config, tokenizer)
    _write_json(out / CONFIG, shape.config())
    _write_json(out / generation_config, _generation(shape))
    write_atomically(out / WEIGHTS, packed({**weights, BIAS: ending[None]}))


def packed(tensors: Mapping[str, Any]) -> bytes:
    """Return the content of model.safetensors, the weights as float16."""
    import torch
    from safetensors.torch import save

    halves = {
        name: tensor.detach().to("cpu", torch.float16).contiguous().clone()
        for name, tensor in tensors.items()
    }
    content: bytes = save(halves, metadata={"format": "pt"})
    return content


def read_config(folder: Path) -> dict[str, Any]:
    """Read config.json. Raises ModelError."""
    if not folder.is_dir():
        raise ModelError("missing_folder", model=folder)
    for name in (CONFIG, WEIGHTS, *PIECE_FILES):
        if not (folder / name).is_file():
            raise ModelError("missing_file", model=folder.name, file=name)
    try:
        config = json.loads((folder / CONFIG).read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise _damaged(folder, CONFIG, error) from error
    if not isinstance(config, dict):
        raise ModelError("bad_file", model=folder.name, file=CONFIG, detail="no object")
    return config


def read_weights(folder: Path) -> dict[str, Any]:
    """Read the weights, as float32 tensors by name. Raises ModelError."""
    from safetensors import SafetensorError
    from safetensors.torch import load_file

    try:
        tensors = load_file(folder / WEIGHTS)
    except (OSError, SafetensorError, ValueError) as error:
        raise _damaged(folder, WEIGHTS, error) from error
    return {name: tensor.float() for name, tensor in tensors.items()}


def _damaged(folder: Path, file: str, error: Exception) -> ModelError:
    return ModelError("bad_file", model=folder.name, file=file, detail=type(error).__name__)


def _generation(shape: Shape) -> dict[str, Any]:
    return {
        "num_beams": 4,
        "max_length": 256,
        "bad_words_ids": [[shape.pad]],
        "pad_token_id": shape.pad,
        "decoder_start_token_id": shape.pad,
        "eos_token_id": 0,
        "bos_token_id": 0,
        "forced_eos_token_id": 0,
    }


def _write_json(file: Path, content: dict[str, Any]) -> None:
    text = json.dumps(content, ensure_ascii=False, indent=2) + "\n"
    write_atomically(file, text.encode())
