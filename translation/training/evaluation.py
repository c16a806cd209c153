"""BLEU and chrF of a trained model on pairs, translated as the program translates."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from translation.text.tokenisers import bleu_tokeniser
from translation.training.converted import Converted

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from translation.training.pairs import Pair


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
    """Translate sentences through CTranslate2, converted for this once."""
    return Converted(model).translate(sources, beam_size)
