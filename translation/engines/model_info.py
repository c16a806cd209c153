"""What is said about a loaded model: in the window's chip, with each draft, in exports."""

from __future__ import annotations

from typing import TYPE_CHECKING

from translation.engines.checkpoint import read_json
from translation.engines.hashing import files_digest
from translation.engines.tokenizer import codes_among
from translation.model.ports import ModelInfo

if TYPE_CHECKING:
    from pathlib import Path

    from translation.engines.checkpoint import Checkpoint


def model_info(engine: str, checkpoint: Checkpoint, cache: Path) -> ModelInfo:
    """Return the facts of a checkpoint.

    The revision is the recorded one, where it came from a place that has revisions, else the
    first 12 hex digits of the hash of its files.
    """
    record = checkpoint.record
    return ModelInfo(
        engine=engine,
        name=checkpoint.name,
        revision=record.get("revision") or files_digest(checkpoint.files(), cache)[:12],
        source_language=checkpoint.source_language,
        target_language=checkpoint.target_language,
        longest_source=checkpoint.longest_source,
        quality=record.get("quality", ""),
        summary=record.get("summary", ""),
        licence=record.get("licence", ""),
        target_codes=codes_among(read_json(checkpoint.folder / "vocab.json", checkpoint.name)),
    )
