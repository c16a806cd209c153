"""The files of a CTranslate2 model: model.bin (binary version 6), config.json, vocabularies."""

from __future__ import annotations

import hashlib
import json
import struct
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path
    from typing import BinaryIO

    from translation.engines.weights import Array

BINARY_VERSION = 6
SPEC_NAME = "TransformerSpec"
SPEC_REVISION = 7
DATA_TYPES = ("float32", "int8", "int16", "int32", "float16")
"""In the order of the DataType enumeration of include/ctranslate2/types.h."""


def write_model(
    folder: Path,
    variables: Mapping[str, Array],
    source_tokens: Sequence[str],
    target_tokens: Sequence[str],
    eos: str,
    unk: str,
    start: str,
) -> None:
    """Write a Transformer model, whose decoder begins with ``start``, into an existing folder."""
    with (folder / "model.bin").open("wb") as file:
        _write_variables(file, variables)
    config = {
        "add_source_bos": False,
        "add_source_eos": False,
        "bos_token": "<s>",
        "decoder_start_token": start,
        "eos_token": eos,
        "layer_norm_epsilon": None,
        "multi_query_attention": False,
        "unk_token": unk,
    }
    _write_json(folder / "config.json", config)
    if source_tokens == target_tokens:
        _write_json(folder / "shared_vocabulary.json", list(source_tokens))
    else:
        _write_json(folder / "source_vocabulary.json", list(source_tokens))
        _write_json(folder / "target_vocabulary.json", list(target_tokens))


def _write_variables(file: BinaryIO, variables: Mapping[str, Array]) -> None:
    aliases = _aliases(variables)
    kept = [name for name in sorted(variables) if name not in aliases]
    kept = [name for name in kept if not _scale_of_alias(name, aliases)]
    file.write(struct.pack("=I", BINARY_VERSION))
    _write_string(file, SPEC_NAME)
    file.write(struct.pack("=II", SPEC_REVISION, len(kept)))
    for name in kept:
        values = variables[name]
        _write_string(file, name)
        file.write(struct.pack("=B", values.ndim))
        file.write(struct.pack(f"={values.ndim}I", *values.shape))
        file.write(struct.pack("=BI", DATA_TYPES.index(values.dtype.name), values.nbytes))
        file.write(values.tobytes())
    file.write(struct.pack("=I", len(aliases)))
    for name in sorted(aliases):
        _write_string(file, name)
        _write_string(file, aliases[name])


def _aliases(variables: Mapping[str, Array]) -> dict[str, str]:
    """Return, for each matrix or vector stored under an earlier name already, that name.

    The scale of an int8 matrix goes with its matrix and is never an alias itself.
    """
    first: dict[tuple[object, ...], str] = {}
    aliases: dict[str, str] = {}
    for name in sorted(variables):
        values = variables[name]
        if values.ndim == 0 or name.endswith("_scale"):
            continue
        digest = hashlib.blake2b(values.tobytes(), digest_size=16).digest()
        scale = variables.get(f"{name}_scale")
        scales = scale.tobytes() if scale is not None else b""
        earlier = first.setdefault((values.dtype.name, values.shape, digest, scales), name)
        if earlier != name:
            aliases[name] = earlier
    return aliases


def _scale_of_alias(name: str, aliases: Mapping[str, str]) -> bool:
    return name.endswith("_scale") and name.removesuffix("_scale") in aliases


def _write_string(file: BinaryIO, text: str) -> None:
    encoded = text.encode("utf-8")
    file.write(struct.pack("=H", len(encoded) + 1) + encoded + b"\0")


def _write_json(path: Path, value: object) -> None:
    path.write_text(json.dumps(value, indent=2, sort_keys=True), encoding="utf-8")
