"""A model as CTranslate2 runs it, for translating and judging many sentences at once."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from translation.errors import ModelError
from translation.system.processor import int8_saturates
from translation.training.model_folder import read_config
from translation.training.pieces import ENDING

if TYPE_CHECKING:
    from collections.abc import Sequence

_LONGEST_OUTPUT = 256
_BATCH = 1024  # pieces


class Converted:
    """A model folder, converted in a temporary folder for as long as this is open.

    In int8 where the processor adds it up exactly, else in float32. ``threads`` sentences are
    worked on at once, 0 for CTranslate2's own choice. Raises ModelError.
    """

    def __init__(self, model: Path, threads: int = 0) -> None:
        import ctranslate2
        import sentencepiece

        read_config(model)
        with tempfile.TemporaryDirectory() as place:
            converted = str(Path(place) / "model")
            try:
                self._sides = {
                    side: sentencepiece.SentencePieceProcessor(
                        model_file=str(model / f"{side}.spm")
                    )
                    for side in ("source", "target")
                }
                _convert(model, converted)
            except (OSError, RuntimeError, ValueError, KeyError) as error:
                raise ModelError("not_converted", model=model.name, detail=error) from error
            apart = {"inter_threads": threads, "intra_threads": 1} if threads else {}
            self._translator = ctranslate2.Translator(converted, compute_type=_numbers(), **apart)

    def translate(self, sources: Sequence[str], beam_size: int = 4) -> list[str]:
        """Translate sentences."""
        results = self._translator.translate_batch(
            self._pieces("source", sources),
            beam_size=beam_size,
            max_batch_size=_BATCH,
            batch_type="tokens",
            max_decoding_length=_LONGEST_OUTPUT,
        )
        return [self._sides["target"].decode(result.hypotheses[0]) for result in results]

    def log_chances(self, sources: Sequence[str], targets: Sequence[str]) -> list[float]:
        """Return for each translation the mean log-probability of its pieces, in nats."""
        results = self._translator.score_batch(
            self._pieces("source", sources),
            [row[:-1] for row in self._pieces("target", targets)],  # it adds the end mark itself
            max_batch_size=_BATCH,
            batch_type="tokens",
        )
        return [sum(result.log_probs) / max(1, len(result.log_probs)) for result in results]

    def _pieces(self, side: str, texts: Sequence[str]) -> list[list[str]]:
        return [[*row, ENDING] for row in self._sides[side].encode(list(texts), out_type=str)]


def _convert(model: Path, place: str) -> Any:
    import warnings

    from ctranslate2.converters import TransformersConverter
    from transformers.utils import logging

    logging.disable_progress_bar()  # it would stand among what the program itself says
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # transformers recommends sacremoses, which is not used
        return TransformersConverter(str(model)).convert(place, quantization=_numbers())


def _numbers() -> str:
    return "float32" if int8_saturates() else "int8"
