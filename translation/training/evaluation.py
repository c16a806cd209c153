"""BLEU and chrF of a trained model on pairs, translated as the program translates."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from translation.system.processor import int8_saturates
from translation.text.tokenisers import bleu_tokeniser

if TYPE_CHECKING:
    from collections.abc import Sequence

    from translation.training.pairs import Pair

_LONGEST_OUTPUT = 256


@dataclass(frozen=True, slots=True)
class CorpusScores:
    """Corpus scores with their sacrebleu signatures."""

    pairs: int
    bleu: float
    bleu_signature: str
    chrf: float
    chrf_signature: str


def score_model(
    model: Path, pairs: Sequence[Pair], beam_size: int = 4, target_language: str = "en"
) -> CorpusScores:
    """Translate the pairs' sources through CTranslate2 and score against the targets."""
    import sacrebleu

    tokenise = bleu_tokeniser(target_language)
    drafts = translated(model, [pair.source for pair in pairs], beam_size)
    references = [[pair.target for pair in pairs]]
    bleu, chrf = sacrebleu.BLEU(tokenize=tokenise), sacrebleu.CHRF()
    return CorpusScores(
        pairs=len(drafts),
        bleu=bleu.corpus_score(drafts, references).score,
        bleu_signature=str(bleu.get_signature()),
        chrf=chrf.corpus_score(drafts, references).score,
        chrf_signature=str(chrf.get_signature()),
    )


def translated(model: Path, sources: Sequence[str], beam_size: int = 4) -> list[str]:
    """Translate sentences through CTranslate2, converted for this once.

    In int8 where the processor adds it up exactly, else in float32.
    """
    import ctranslate2
    import sentencepiece

    sides = {
        side: sentencepiece.SentencePieceProcessor(model_file=str(model / f"{side}.spm"))
        for side in ("source", "target")
    }
    with tempfile.TemporaryDirectory() as place:
        converted = str(Path(place) / "model")
        _convert(model, converted)
        translator = ctranslate2.Translator(converted, compute_type=_numbers())
        rows = [[*row, "</s>"] for row in sides["source"].encode(list(sources), out_type=str)]
        results = translator.translate_batch(
            rows,
            beam_size=beam_size,
            max_batch_size=1024,
            batch_type="tokens",
            max_decoding_length=_LONGEST_OUTPUT,
        )
        return [sides["target"].decode(result.hypotheses[0]) for result in results]


def _convert(model: Path, place: str) -> Any:
    import warnings

    from ctranslate2.converters import TransformersConverter

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # transformers recommends sacremoses, which is not used
        return TransformersConverter(str(model)).convert(place, quantization=_numbers())


def _numbers() -> str:
    return "float32" if int8_saturates() else "int8"
