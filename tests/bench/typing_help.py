"""Help while typing: from a key to what is offered, and how much typing it saves.

References of FLORES are typed key by key. The pause that the window makes before it asks is not
counted in the times; a person who types without a rest is not asked for at all.
"""

from __future__ import annotations

import json
import queue
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from tests.bench.decoding import SHARED
from tests.bench.rows import Row
from translation.engines.client import EngineClient
from translation.engines.continuing import About, Continuing
from translation.engines.events import EngineStateChanged, Event
from translation.engines.marian_ct2 import MarianCt2
from translation.engines.models import find
from translation.engines.protocol import Continued
from translation.system import preferences

TIMED = 6
"""Sentences typed against the clock with each model."""
TYPED = 60
"""Sentences typed to count what is saved; ``python -m tests.bench.typing_help 300`` types more."""
PATIENCE = 60
OPUS_VOCABULARY = 62_834


def run() -> Iterator[Row]:
    """Measure; takes a few minutes."""
    pairs = references()
    for name, bar, model in (("starter", 60, None), ("the shape of opus-mt", 150, opus_shape())):
        times = keys_to_offers(model, pairs[:TIMED])
        p95 = 1000 * times[int(0.95 * len(times))]
        half = 1000 * times[len(times) // 2]
        what = f"key to what is offered, {name}, 95th of 100"
        yield Row(what, p95, "ms", f"≤ {bar}", p95 <= bar, f"{len(times)} keys, half {half:.0f} ms")
    saved, keys = saved_by_offers(pairs[:TYPED])
    yield Row(
        "characters that are taken, not typed, starter", saved, "%",
        note=f"{min(TYPED, len(pairs))} references, {keys:,} keys",
    )  # fmt: skip


def references() -> list[tuple[str, str]]:
    """Return real sources and references, none where FLORES is not beside the repository."""
    if not SHARED.is_file():
        return []
    lines = SHARED.read_text(encoding="utf-8").splitlines()
    pairs = [(source, target) for source, target, *_ in (line.split("\t") for line in lines)]
    return [pair for pair in pairs if 60 < len(pair[1]) < 220]


def keys_to_offers(model: str | None, pairs: list[tuple[str, str]]) -> list[float]:
    """Return the seconds from each key to the answer, the engine process between, sorted."""
    events: queue.Queue[Event] = queue.Queue()
    client = EngineClient(events.put)
    client.start()
    client.load(model)
    _until(events, lambda e: isinstance(e, EngineStateChanged) and e.state == "ready")
    times, ask = [], 0
    for source, target in pairs:
        for end in range(len(target)):
            ask += 1
            start = time.perf_counter()
            client.continue_text(ask, About(source), target[:end])
            _until(events, lambda e, ask=ask: isinstance(e, Continued) and e.ask == ask)
            times.append(time.perf_counter() - start)
    client.close()
    return sorted(times)


def saved_by_offers(pairs: list[tuple[str, str]]) -> tuple[float, int]:
    """Type references, taking each word that is offered right; return per cent saved and keys.

    A word is taken by one key. What is not offered is typed.
    """
    engine = MarianCt2(find(None), preferences.cache_folder())
    continuing = Continuing(engine)
    taken = keys = characters = 0
    for source, target in pairs:
        at = 0
        while at < len(target):
            offered = continuing.completed(About(source), target[:at])
            word = _first_word(offered)
            rest = target[at:]
            keys += 1
            fits = len(word) > 1 and rest.startswith(word)
            if fits and not rest[len(word) : len(word) + 1].isalnum():
                taken += len(word)
                at += len(word)
            else:
                at += 1
        characters += len(target)
    engine.close()
    return 100 * taken / max(1, characters), keys


def opus_shape() -> str:
    """Write a checkpoint of the size of opus-mt, its weights by chance, and return its folder."""
    import torch
    from transformers import MarianConfig, MarianMTModel

    folder = Path(tempfile.mkdtemp(prefix="muraji-bench-")) / "opus-shape"
    starter = find(None).folder
    ids = json.loads((starter / "vocab.json").read_text(encoding="utf-8"))
    tokens = [token for token in sorted(ids, key=ids.__getitem__) if token != "<pad>"]
    tokens += [f"▁filler{n}" for n in range(OPUS_VOCABULARY - 1 - len(tokens))]
    vocabulary = {token: number for number, token in enumerate([*tokens, "<pad>"])}
    torch.manual_seed(1)
    pad = vocabulary["<pad>"]
    config = MarianConfig(
        vocab_size=len(vocabulary), d_model=512, encoder_layers=6, decoder_layers=6,
        encoder_attention_heads=8, decoder_attention_heads=8, encoder_ffn_dim=2048,
        decoder_ffn_dim=2048, max_position_embeddings=512, activation_function="swish",
        scale_embedding=True, static_position_embeddings=True, pad_token_id=pad, eos_token_id=0,
        decoder_start_token_id=pad, forced_eos_token_id=0,
    )  # fmt: skip
    MarianMTModel(config).save_pretrained(folder)
    for name in ("source.spm", "target.spm"):
        (folder / name).write_bytes((starter / name).read_bytes())
    (folder / "vocab.json").write_text(json.dumps(vocabulary), encoding="utf-8")
    recorded = {"source_lang": "ar", "target_lang": "en", "model_max_length": 512}
    (folder / "tokenizer_config.json").write_text(json.dumps(recorded), encoding="utf-8")
    return str(folder)


def _first_word(offered: str) -> str:
    lead = len(offered) - len(offered.lstrip())
    return offered[:lead] + offered.strip().split(" ")[0] if offered.strip() else ""


def _until(events: queue.Queue[Event], wanted) -> Event:
    while True:
        event = events.get(timeout=PATIENCE)
        if wanted(event):
            return event


if __name__ == "__main__":
    import sys

    print(saved_by_offers(references()[: int(sys.argv[1])]))
