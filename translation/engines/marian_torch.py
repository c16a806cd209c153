"""The reference engine: MarianMT run by transformers in float32, slow and exact.

It says what a checkpoint means; tests hold the default engine to it. Beam search stops as
CTranslate2's with ``patience`` 1 does, once ``beam_size`` hypotheses are finished: that is
transformers' ``early_stopping=True``. No end mark is forced at the maximum length, and
<pad>, which Marian itself does not have, is never produced.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from translation.engines.model_info import model_info
from translation.engines.tokenizer import MarianVocabulary, ordered_tokens
from translation.errors import EngineError, ModelError
from translation.model.ports import DecodingOptions, Hypothesis, ModelInfo

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from translation.engines.checkpoint import Checkpoint


class MarianTorch:
    """A checkpoint loaded into transformers' MarianMTModel, from its folder alone.

    Raises ModelError: bad_file, reference_needs_torch, not_loaded.
    """

    lanes = 1
    batch_sentences = 8

    def __init__(self, checkpoint: Checkpoint, cache: Path, threads: int = 0) -> None:
        self._vocabulary = MarianVocabulary(checkpoint)
        self._target_tokens = ordered_tokens(self._vocabulary.target_ids)
        self._room = checkpoint.shape.max_position_embeddings
        self._info = model_info("torch", checkpoint, cache)
        try:
            import torch
            from transformers import MarianMTModel
            from transformers.utils import logging
        except ImportError as error:
            raise ModelError("reference_needs_torch", model=checkpoint.name) from error
        logging.disable_progress_bar()  # it would stand among what the program itself says
        if threads > 0:
            torch.set_num_threads(threads)
        try:
            self._model: Any = MarianMTModel.from_pretrained(
                checkpoint.folder, dtype=torch.float32, local_files_only=True, weights_only=True
            ).eval()
        except MemoryError as error:
            raise EngineError("no_memory", model=checkpoint.name) from error
        except Exception as error:  # transformers raises many kinds for a damaged checkpoint
            raise ModelError("not_loaded", model=checkpoint.name, detail=str(error)) from error
        self._torch: Any = torch

    @property
    def info(self) -> ModelInfo:
        """Which model this is."""
        return self._info

    def count_tokens(self, texts: Sequence[str]) -> list[int]:
        """Return the length of each source in tokens, the end mark counted."""
        return [len(pieces) for pieces in self._vocabulary.source_pieces(texts)]

    def translate(self, sources: Sequence[str], options: DecodingOptions) -> list[Hypothesis]:
        """Translate one batch; a source longer than the network has room for is cut off.

        Raises EngineError.
        """
        if not sources:
            return []
        rows = self.generate(sources, options)
        scores = self._log_probabilities(*self._source(sources, options.target_language), rows)
        pieces = [[self._target_tokens[token] for token in row] for row in rows]
        return [
            Hypothesis(self._vocabulary.target_text(text), min(0.0, sum(score) / len(score)))
            for text, score in zip(pieces, scores, strict=True)
        ]

    def generate(self, sources: Sequence[str], options: DecodingOptions) -> list[list[int]]:
        """Return the target tokens of each source by number, the end mark last where it came.

        Raises EngineError.
        """
        config = self._model.config
        tokens, mask = self._source(sources, options.target_language)
        try:
            with self._torch.inference_mode():
                found = self._model.generate(
                    input_ids=tokens,
                    attention_mask=mask,
                    num_beams=options.beam_size,
                    do_sample=False,
                    length_penalty=options.length_penalty if options.beam_size > 1 else None,
                    early_stopping=options.beam_size > 1,
                    max_new_tokens=min(options.max_length, self._room - 1),
                    max_length=None,
                    forced_eos_token_id=None,
                    bad_words_ids=[[config.pad_token_id]],
                )
        except (RuntimeError, MemoryError) as error:
            raise EngineError("failed", detail=str(error)) from error
        return [self._kept(row) for row in found.tolist()]

    def score(self, sources: Sequence[str], targets: Sequence[str]) -> list[list[float]]:
        """Return the log-probability of each token of each target, the end mark last."""
        if not sources:
            return []
        ids, end = self._vocabulary.target_ids, self._model.config.eos_token_id
        rows = [
            [ids[piece] for piece in pieces] + [end]
            for pieces in self._vocabulary.target_pieces(targets)
        ]
        return self._log_probabilities(*self._source(sources), rows)

    def close(self) -> None:
        """Free the model's memory."""
        self._model = None

    def _source(self, sources: Sequence[str], target: str = "") -> tuple[Any, Any]:
        """Return token numbers, padded, and which of them count; both batch × length."""
        ids = self._vocabulary.source_ids
        rows = [
            [ids[piece] for piece in pieces][: self._room]
            for pieces in self._vocabulary.source_pieces(sources, target)
        ]
        return self._padded(rows), self._padded([[1] * len(row) for row in rows], 0)

    def _padded(self, rows: list[list[int]], filling: int | None = None) -> Any:
        filling = self._model.config.pad_token_id if filling is None else filling
        width = max(len(row) for row in rows)
        return self._torch.tensor([row + [filling] * (width - len(row)) for row in rows])

    def _kept(self, row: list[int]) -> list[int]:
        """Return the tokens between the start and the end mark, the end mark kept if there."""
        config = self._model.config
        tokens = row[1:]
        if config.eos_token_id in tokens:
            return tokens[: tokens.index(config.eos_token_id) + 1]
        return [token for token in tokens if token != config.pad_token_id]

    def _log_probabilities(
        self, tokens: Any, mask: Any, rows: list[list[int]]
    ) -> list[list[float]]:
        """Return the log-probability of each token of each row, decoded from the model's start.

        As in Marian, <pad> has no share: left in, as transformers' own generate leaves it, it
        lowers each token of the starter model by up to 0.0005.
        """
        torch, config = self._torch, self._model.config
        start = [[config.decoder_start_token_id, *row[:-1]] for row in rows]
        with torch.inference_mode():
            logits = self._model(
                input_ids=tokens, attention_mask=mask, decoder_input_ids=self._padded(start)
            ).logits
            logits[..., config.pad_token_id] = float("-inf")
            wanted = self._padded(rows).unsqueeze(-1)
            chosen = logits.log_softmax(-1).gather(-1, wanted).squeeze(-1).tolist()
        return [line[: len(row)] for line, row in zip(chosen, rows, strict=True)]
