"""Model folders with a missing or wrong file: refused in a sentence that names both."""

from __future__ import annotations

import json
import pickle
import struct
from collections.abc import Callable
from pathlib import Path

import pytest

from translation.engines.checkpoint import Checkpoint, read_checkpoint
from translation.engines.converted import converted_folder
from translation.engines.languages import bcp47
from translation.engines.marian_ct2 import MarianCt2
from translation.engines.tokenizer import MarianVocabulary
from translation.errors import ModelError


def use(folder: Path, cache: Path) -> None:
    MarianCt2(read_checkpoint(folder), cache)


def settings(**changes: object) -> Callable[[bytes], bytes]:
    return lambda data: json.dumps(json.loads(data) | changes).encode()


def test_the_bundled_model_is_read(starter: Checkpoint) -> None:
    assert (starter.source_language, starter.target_language) == ("ar", "en")
    assert starter.longest_source == 160
    assert starter.shape.encoder_layers == 6
    assert starter.record["quality"] == "trial"


@pytest.mark.parametrize(
    "file", ["config.json", "vocab.json", "source.spm", "target.spm", "model.safetensors"]
)
def test_a_missing_file_is_named(copy_of_starter: Path, cache: Path, file: str) -> None:
    (copy_of_starter / file).unlink()
    with pytest.raises(ModelError) as caught:
        use(copy_of_starter, cache)
    assert caught.value.code == "model.missing_file"
    assert file in str(caught.value)
    assert "model" in str(caught.value)


WRONG: dict[str, tuple[str, Callable[[bytes], bytes]]] = {
    "config is no JSON": ("config.json", lambda _: b"{"),
    "config is a list": ("config.json", lambda _: b"[]"),
    "config is deeply nested": ("config.json", lambda _: b"[" * 200_000),
    "config is not UTF-8": ("config.json", lambda _: b'{"model_type": "\xff"}'),
    "width is text": ("config.json", settings(d_model="256")),
    "width is huge": ("config.json", settings(d_model=1 << 40)),
    "no layers": ("config.json", settings(encoder_layers=0)),
    "true is no number": ("config.json", settings(encoder_layers=True)),
    "heads do not divide": ("config.json", settings(encoder_attention_heads=3)),
    "activation unknown": ("config.json", settings(activation_function="__import__")),
    "norm before": ("config.json", settings(normalize_before=True)),
    "vocabulary larger": ("config.json", settings(vocab_size=9596)),
    "vocabulary of text": ("vocab.json", lambda _: b'{"a": "b"}'),
    "vocabulary with gaps": ("vocab.json", settings(extra=100_000)),
    "vocabulary without its end mark": (
        "vocab.json",
        lambda data: data.replace(b'"</s>"', b'"</z>"'),
    ),
    "pieces damaged": ("source.spm", lambda _: b"garbage" * 50),
    "pieces empty": ("target.spm", lambda _: b""),
    "weights cut off": ("model.safetensors", lambda data: data[:-1000]),
    "weights empty": ("model.safetensors", lambda _: b""),
    "weights header huge": (
        "model.safetensors",
        lambda data: struct.pack("<Q", 1 << 60) + data[8:],
    ),
    "weights are HTML": ("model.safetensors", lambda _: b"<!DOCTYPE html>" * 100),
    "weights of another shape": ("config.json", settings(encoder_ffn_dim=512)),
    "weights with fewer layers": ("config.json", settings(decoder_layers=3)),
}


@pytest.mark.parametrize("name", WRONG)
def test_a_wrong_file_is_named(
    edit: Callable[[str, Callable[[bytes], bytes]], Path], cache: Path, name: str
) -> None:
    file, how = WRONG[name]
    with pytest.raises(ModelError) as caught:
        use(edit(file, how), cache)
    assert caught.value.code == "model.bad_file"
    assert caught.value.exit_status == 3
    assert "damaged or of another kind" in str(caught.value)


def test_another_kind_of_model_is_named(edit, cache: Path) -> None:
    with pytest.raises(ModelError) as caught:
        use(edit("config.json", settings(model_type="bert")), cache)
    assert str(caught.value) == "model is no MarianMT model but “bert”."


def test_a_folder_that_is_not_there(tmp_path: Path, cache: Path) -> None:
    with pytest.raises(ModelError) as caught:
        use(tmp_path / "absent", cache)
    assert caught.value.code == "model.missing_folder"


def test_pieces_of_another_model_are_noticed(copy_of_starter: Path, cache: Path) -> None:
    from sentencepiece import SentencePieceTrainer

    sentences = ("".join(chr(0x4E00 + (n * k) % 60) for k in range(1, 9)) for n in range(500))
    SentencePieceTrainer.train(
        sentence_iterator=sentences,
        model_prefix=str(copy_of_starter / "other"),
        vocab_size=150,
        minloglevel=2,
        hard_vocab_limit=False,
    )
    (copy_of_starter / "other.model").replace(copy_of_starter / "source.spm")
    with pytest.raises(ModelError, match="not those of the vocabulary"):
        use(copy_of_starter, cache)


class Bomb:
    def __init__(self, path: Path) -> None:
        self.path = path

    def __reduce__(self) -> tuple[object, tuple[object, ...]]:
        return Path.touch, (self.path,)


def test_a_pickle_that_runs_code_is_refused_and_not_run(
    copy_of_starter: Path, cache: Path, tmp_path: Path
) -> None:
    (copy_of_starter / "model.safetensors").unlink()
    (copy_of_starter / "pytorch_model.bin").write_bytes(pickle.dumps(Bomb(tmp_path / "run")))
    with pytest.raises(ModelError) as caught:
        use(copy_of_starter, cache)
    assert caught.value.code == "model.bad_file"
    assert not (tmp_path / "run").exists()


def test_pytorch_weights_give_the_same_model(
    starter: Checkpoint, copy_of_starter: Path, cache: Path
) -> None:
    import torch
    from safetensors.torch import load_file

    weights = load_file(copy_of_starter / "model.safetensors")
    torch.save(weights, copy_of_starter / "pytorch_model.bin")
    (copy_of_starter / "model.safetensors").unlink()
    there = read_checkpoint(copy_of_starter)
    made = [
        converted_folder(checkpoint, MarianVocabulary(checkpoint), "int8", cache)
        for checkpoint in (starter, there)
    ]
    assert made[0] != made[1]
    assert (made[0] / "model.bin").read_bytes() == (made[1] / "model.bin").read_bytes()


def test_length_is_512_where_none_is_recorded(edit) -> None:
    folder = edit("tokenizer_config.json", lambda _: b'{"source_lang": "ara"}')
    checkpoint = read_checkpoint(folder)
    assert checkpoint.longest_source == 512
    huge = edit("tokenizer_config.json", lambda _: b'{"model_max_length": 1e30}')
    assert read_checkpoint(huge).longest_source == 512


def test_language_codes() -> None:
    assert [bcp47(code) for code in ("ara", "ar", "eng", "xyz", "")] == [
        "ar",
        "ar",
        "en",
        "xyz",
        "",
    ]
