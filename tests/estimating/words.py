"""How well the scores of words tell wrong ones: ``python -m tests.estimating.words [SENTENCES]``.

The bundled model drafts FLORES, and is asked about the recorded drafts of others, too; both lie
in ``../shared``. A word counts as wrong where the reference has it neither in its place nor
elsewhere. That is rough: another word is not always a worse one. Printed are the area under the
ROC curve for four ways to fold the pieces of a word, and how many words below a score are wrong.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from difflib import SequenceMatcher

from tests.bench.decoding import SHARED
from translation.engines.continuing import About
from translation.engines.marian_ct2 import MarianCt2
from translation.engines.models import find
from translation.engines.tokenizer import MarianVocabulary
from translation.model.ports import DecodingOptions
from translation.system import preferences

WAYS: dict[str, Callable[[Sequence[float]], float]] = {
    "sum": sum,
    "least": min,
    "mean": lambda scores: sum(scores) / len(scores),
    "first": lambda scores: scores[0],
}
SYSTEMS = ("opusmt", "nllb", "google")
BELOW = (-10.0, -7.0, -5.0, -2.5, -1.5)


def main(sentences: int) -> None:
    """Print the tables."""
    lines = SHARED.read_text(encoding="utf-8").splitlines()[:sentences]
    pairs = [line.split("\t")[:2] for line in lines]
    engine = MarianCt2(find(None), preferences.cache_folder())
    sources = [source for source, _ in pairs]
    drafts = {"starter": [h.text for h in _drafted(engine, sources)]}
    for system in SYSTEMS:
        recorded = SHARED.parents[1] / "mt_outputs" / f"flores-dev.{system}.en"
        if recorded.is_file():
            drafts[system] = recorded.read_text(encoding="utf-8").splitlines()[:sentences]
    vocabulary = MarianVocabulary(find(None))
    print("drafts of", "words", "wrong", *WAYS, *(f"≤ {below}" for below in BELOW), sep="\t")
    for system, texts in drafts.items():
        rows = list(_judged(engine, vocabulary, pairs, texts))
        wrong = sum(is_wrong for _, is_wrong in rows)
        areas = [area([(way(s), is_wrong) for s, is_wrong in rows]) for way in WAYS.values()]
        shares = [_share_wrong(rows, below) for below in BELOW]
        figures = [f"{figure:.2f}" for figure in (wrong / len(rows), *areas)]
        print(system, len(rows), *figures, *shares, sep="\t")
    engine.close()


def area(rows: Sequence[tuple[float, bool]]) -> float:
    """Return the chance that a wrong word has a lower score than a right one."""
    right_before, lower = 0, 0
    wrong = sum(is_wrong for _, is_wrong in rows)
    right = len(rows) - wrong
    for _, is_wrong in sorted(rows):
        if is_wrong:
            lower += right - right_before
        else:
            right_before += 1
    return lower / max(1, wrong * right)


def wrong_words(draft: Sequence[str], reference: Sequence[str]) -> list[bool]:
    """Tell of each word of a draft whether the reference lacks it."""
    matched = [False] * len(draft)
    for block in SequenceMatcher(None, draft, reference, autojunk=False).get_matching_blocks():
        matched[block.a : block.a + block.size] = [True] * block.size
    left = Counter(reference)
    left.subtract(word for word, is_there in zip(draft, matched, strict=True) if is_there)
    for at, word in enumerate(draft):
        if not matched[at] and left[word] > 0:
            left[word] -= 1
            matched[at] = True
    return [not is_there for is_there in matched]


def _drafted(engine: MarianCt2, sources: Sequence[str]) -> Iterator:
    for start in range(0, len(sources), 8):
        yield from engine.translate(sources[start : start + 8], DecodingOptions())


def _judged(
    engine: MarianCt2,
    vocabulary: MarianVocabulary,
    pairs: Sequence[Sequence[str]],
    drafts: Sequence[str],
) -> Iterator[tuple[list[float], bool]]:
    """Give the log-probabilities of the pieces of each word, and whether it is wrong."""
    for (source, reference), draft in zip(pairs, drafts, strict=True):
        words = engine.word_scores(About(source), draft)
        scores = engine.score([source], [draft])[0]
        places = vocabulary.target_places(draft)
        here = [_bare(draft[w.start : w.start + w.length]) for w in words]
        wrong = wrong_words(here, [_bare(word) for word in reference.split()])
        for word, is_wrong in zip(words, wrong, strict=True):
            end = word.start + word.length
            yield (
                [
                    s
                    for (a, b), s in zip(places, scores, strict=False)
                    if a < end and b > word.start
                ],
                is_wrong,
            )


def _share_wrong(rows: Sequence[tuple[list[float], bool]], below: float) -> str:
    found = [is_wrong for scores, is_wrong in rows if sum(scores) <= below]
    share = sum(found) / max(1, len(found))
    return f"{share:.2f} of {len(found) / len(rows):.2f}"


def _bare(word: str) -> str:
    return re.sub(r"\W+", "", word.lower())


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 300)
