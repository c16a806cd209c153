"""Real MarianMT checkpoints of a few hundred kilobytes, made on the spot with random weights."""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import cache
from pathlib import Path

WORDS = "the minister arrived in city today and said that work begins soon with new people".split()


@cache
def _pieces() -> bytes:
    import io

    from sentencepiece import SentencePieceTrainer

    made = io.BytesIO()
    sentences = [" ".join(WORDS[(n * k) % len(WORDS)] for k in range(1, 7)) for n in range(1, 300)]
    SentencePieceTrainer.train(
        sentence_iterator=iter(sentences),
        model_writer=made,
        vocab_size=60,
        minloglevel=2,
        hard_vocab_limit=False,
    )
    return made.getvalue()


def vocabulary(codes: Sequence[str]) -> dict[str, int]:
    from sentencepiece import SentencePieceProcessor

    spm = SentencePieceProcessor(model_proto=_pieces())
    pieces = [spm.id_to_piece(n) for n in range(spm.get_piece_size())]
    tokens = ["</s>", "<unk>", *(f">>{code}<<" for code in codes)]
    tokens += [piece for piece in pieces if piece not in ("<s>", "</s>", "<unk>")]
    return {token: number for number, token in enumerate([*tokens, "<pad>"])}


def make_checkpoint(
    folder: Path,
    codes: Sequence[str] = (),
    source: str = "en",
    target: str = "ROMANCE",
    shard_size: str | None = None,
) -> Path:
    """Write a checkpoint; ``codes`` are the languages it is told of, ``target`` what it records."""
    import torch
    from transformers import MarianConfig, MarianMTModel

    ids = vocabulary(codes)
    torch.manual_seed(7)
    config = MarianConfig(
        vocab_size=len(ids), decoder_vocab_size=len(ids), d_model=32, encoder_layers=2,
        decoder_layers=2, encoder_attention_heads=4, decoder_attention_heads=4, encoder_ffn_dim=48,
        decoder_ffn_dim=48, max_position_embeddings=64, activation_function="swish",
        scale_embedding=True, static_position_embeddings=True, init_std=0.3,
        pad_token_id=ids["<pad>"], eos_token_id=0, decoder_start_token_id=ids["<pad>"],
        forced_eos_token_id=0,
    )  # fmt: skip
    model = MarianMTModel(config)
    model.save_pretrained(folder, **({"max_shard_size": shard_size} if shard_size else {}))
    for name in ("source.spm", "target.spm"):
        (folder / name).write_bytes(_pieces())
    (folder / "vocab.json").write_text(json.dumps(ids), encoding="utf-8")
    recorded = {"source_lang": source, "target_lang": target, "model_max_length": 64}
    (folder / "tokenizer_config.json").write_text(json.dumps(recorded), encoding="utf-8")
    return folder


def as_pytorch_bin(folder: Path) -> Path:
    """Turn the weights of a checkpoint into a pytorch_model.bin."""
    import torch
    from safetensors.torch import load_file

    torch.save(load_file(folder / "model.safetensors"), folder / "pytorch_model.bin")
    (folder / "model.safetensors").unlink()
    return folder
