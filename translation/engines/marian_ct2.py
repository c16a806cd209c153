"""The default engine: MarianMT run by CTranslate2, int8 on a processor, float16 on a GPU."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

from translation.engines.continuing import About, Written
from translation.engines.conversion import NARROW
from translation.engines.converted import converted_folder
from translation.engines.model_info import model_info
from translation.engines.tokenizer import MarianVocabulary
from translation.engines.word_scores import WordScore, word_scores
from translation.errors import EngineError, ModelError
from translation.model.ports import DecodingOptions, Hypothesis, ModelInfo
from translation.system.processor import int8_saturates

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from translation.engines.checkpoint import Checkpoint

MOST_LANES = 4


CPU_BATCH = 6
"""Sentences: measured best with one core a lane; larger ones fall out of its cache."""
GPU_BATCH = 64


class MarianCt2:
    """A checkpoint loaded into CTranslate2.

    Raises ModelError where the folder cannot be used. ``compute_type`` is empty for the best
    one here. ``translate`` may be called from as many threads at once as ``lanes`` says: one
    lane on one core with small batches gives more tokens a second than one batch spread over
    all cores (measured on two cores: 2 800 against 2 200 at beam 4), and smaller batches can
    be given up sooner.
    """

    def __init__(
        self,
        checkpoint: Checkpoint,
        cache: Path,
        threads: int = 0,
        compute_type: str = "",
        before_converting: Callable[[], None] = lambda: None,
    ) -> None:
        import ctranslate2

        self._vocabulary = MarianVocabulary(checkpoint)
        self._room = checkpoint.shape.max_position_embeddings
        device = "cuda" if not compute_type and ctranslate2.get_cuda_device_count() else "cpu"
        compute_type = compute_type or ("float16" if device == "cuda" else "int8")
        self._lanes, cores = (1, 0) if device == "cuda" else lanes_and_cores(threads)
        self._batch_sentences = GPU_BATCH if device == "cuda" else CPU_BATCH
        kind = NARROW if compute_type == "int8" and int8_saturates() else compute_type
        folder = converted_folder(checkpoint, self._vocabulary, kind, cache, before_converting)
        self._info = model_info("ct2", checkpoint, cache)
        try:
            self._translator: Any = ctranslate2.Translator(
                str(folder),
                device=device,
                compute_type=compute_type,
                inter_threads=self._lanes,
                intra_threads=cores,
            )
        except MemoryError as error:
            raise EngineError("no_memory", model=checkpoint.name) from error
        except (RuntimeError, ValueError) as error:
            raise ModelError("not_loaded", model=checkpoint.name, detail=str(error)) from error

    @property
    def info(self) -> ModelInfo:
        """Which model this is."""
        return self._info

    @property
    def lanes(self) -> int:
        """How many batches it can translate at the same time."""
        return self._lanes

    @property
    def batch_sentences(self) -> int:
        """Of how many sentences a batch is best made."""
        return self._batch_sentences

    def count_tokens(self, texts: Sequence[str]) -> list[int]:
        """Return the length of each source in tokens, the end mark counted."""
        return [len(pieces) for pieces in self._vocabulary.source_pieces(texts)]

    def translate(self, sources: Sequence[str], options: DecodingOptions) -> list[Hypothesis]:
        """Translate one batch; a source longer than the network has room for is cut off.

        Raises EngineError.
        """
        if not sources:
            return []
        most = min(options.max_length, self._room)
        results = self._run(
            self._translator.translate_batch,
            self._vocabulary.source_pieces(sources, options.target_language),
            beam_size=options.beam_size,
            patience=1,
            length_penalty=options.length_penalty,
            max_decoding_length=most,
            max_input_length=self._room,
            return_scores=True,
        )
        return [
            Hypothesis(
                self._vocabulary.target_text(result.hypotheses[0]),
                _per_token(result.scores[0], len(result.hypotheses[0]), most, options),
            )
            for result in results
        ]

    def score(self, sources: Sequence[str], targets: Sequence[str]) -> list[list[float]]:
        """Return the log-probability of each token of each target, the end mark last."""
        if not sources:
            return []
        results = self._run(
            self._translator.score_batch,
            self._vocabulary.source_pieces(sources),
            self._vocabulary.target_pieces(targets),
            max_input_length=self._room,
        )
        return [list(result.log_probs) for result in results]

    def pieces_of(self, text: str) -> list[str]:
        """Return the pieces of a text of the target."""
        return self._vocabulary.target_pieces([text])[0]

    def continued(self, about: About, before: Sequence[str], ways: int, most: int) -> list[Written]:
        """Return the ``ways`` likeliest pieces after ``before``, each continued greedily.

        CTranslate2 counts the end of the text among them only after the first piece.
        ``before`` is read in one pass, so that it hardly matters how much is typed already.
        Raises EngineError.
        """
        known = len(before)
        if known + most > self._room:
            return []
        (result,) = self._run(
            self._translator.translate_batch,
            self._vocabulary.source_pieces([about.source], about.target),
            target_prefix=[list(before)],
            beam_size=1,
            num_hypotheses=ways,
            return_alternatives=True,
            min_decoding_length=0,
            max_decoding_length=known + most,
            max_input_length=self._room,
        )
        return [
            Written(tuple(pieces[known:]), ended=len(pieces) - known < most)
            for pieces in result.hypotheses
        ]

    def word_scores(self, about: About, text: str) -> list[WordScore]:
        """Return how likely each word of a translation is. Raises EngineError."""
        pieces = self.pieces_of(text)
        if not pieces or len(pieces) >= self._room:
            return []
        (result,) = self._run(
            self._translator.score_batch,
            self._vocabulary.source_pieces([about.source], about.target),
            [pieces],
            max_input_length=self._room,
        )
        return word_scores(text, self._vocabulary.target_places(text), result.log_probs)

    def end_score(self, about: About, before: Sequence[str]) -> float:
        """Return the log-probability that the text ends after ``before``. Raises EngineError."""
        if len(before) >= self._room:
            return 0.0
        (result,) = self._run(
            self._translator.score_batch,
            self._vocabulary.source_pieces([about.source], about.target),
            [list(before)],
            max_input_length=self._room,
        )
        return float(result.log_probs[-1])

    def close(self) -> None:
        """Free the model's memory."""
        self._translator.unload_model()

    def _run(self, decode: Callable[..., Any], *batch: Any, **settings: Any) -> Any:
        try:
            return decode(*batch, **settings)
        except MemoryError as error:
            raise EngineError("no_memory", model=self._info.name) from error
        except (RuntimeError, ValueError) as error:
            raise EngineError("failed", detail=str(error)) from error


def lanes_and_cores(threads: int) -> tuple[int, int]:
    """Return how many batches to run at once and with how many cores each; 0 threads: all."""
    threads = threads if threads > 0 else usable_cores()
    lanes = min(threads, MOST_LANES)
    return lanes, max(1, threads // lanes)


def usable_cores() -> int:
    """Return how many cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _per_token(score: float, length: int, most: int, options: DecodingOptions) -> float:
    """Return log-probability per token, the end mark counted, from CTranslate2's score.

    CTranslate2 divides the sum by length to the power of the penalty, and counts the end mark
    unless the output was cut off at the maximum length.
    """
    counted = length + 1 if length < most else length
    total = score * float(counted**options.length_penalty)
    return min(0.0, total / max(1, counted))
