"""Names as a confirmed translation spells them: an Arabic name with the Latin words beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from translation.model.language import primary_subtag
from translation.quality.pairing import SHORTEST, SOUNDS_LIKE, how_far, source_words, target_words
from translation.quality.public_names import bare_forms
from translation.text.stems import english_stem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from translation.model.language import LanguagePair
    from translation.quality.pairing import SourceWord, TargetWord

LEAST_LETTERS = 3
_NEAR = 0.08
"""What a word that is none of names alone may be off, for each consonant."""
NEVER = -1.0


class SpeltName(NamedTuple):
    """A name of a source, folded and without clitics, as its target spells it."""

    arabic: str
    latin: str


def spelt_names(source: str, target: str, pair: LanguagePair) -> Iterator[SpeltName]:
    """Give the names of a source that its target spells by their sound, those in a row together.

    What a word means in English otherwise makes it no name.
    """
    if primary_subtag(pair.source) != "ar" or primary_subtag(pair.target) != "en":
        return
    arabic, latin = source_words(source), target_words(target)
    row: list[tuple[int, int]] = []
    for at, word in enumerate(arabic):
        heard = _heard(word, latin)
        if heard is None:
            continue
        yield _named(arabic, latin, [(at, heard)])
        is_next = row and row[-1] == (at - 1, heard - 1)
        if not is_next:
            row = []
        row.append((at, heard))
        if len(row) > 1:
            yield _named(arabic, latin, row)


def _heard(word: SourceWord, latin: tuple[TargetWord, ...]) -> int | None:
    """Return which word of the target spells a name, None where none or several may."""
    if len(word.folded) < SHORTEST:
        return None
    fits = [
        at
        for at, other in enumerate(latin)
        if other.is_capital
        and len(other.plain) >= LEAST_LETTERS
        and how_far(word.stems, other.plain) <= _allowed(word, other)
    ]
    spellings = {latin[at].text for at in fits}
    return fits[0] if len(spellings) == 1 else None


def _allowed(word: SourceWord, other: TargetWord) -> float:
    """Return how far a spelling may be: words of both languages sound alike by chance."""
    is_ordinary = other.known is not None and other.known.is_ordinary
    if not word.meanings:
        return _NEAR if is_ordinary else SOUNDS_LIKE
    if is_ordinary:
        return NEVER  # Both have a meaning: it is translated, not spelt.
    return SOUNDS_LIKE if english_stem(other.plain) in word.meanings else _NEAR


def _named(
    arabic: tuple[SourceWord, ...], latin: tuple[TargetWord, ...], row: list[tuple[int, int]]
) -> SpeltName:
    names = [_without_clitics(arabic[at], latin[heard]) for at, heard in row]
    spelt = (latin[heard].text.removesuffix("'s").removesuffix("’s") for _, heard in row)
    return SpeltName(" ".join(names), " ".join(spelt))


def _without_clitics(word: SourceWord, other: TargetWord) -> str:
    """Return the form of a word that comes nearest to its spelling."""
    return min(
        bare_forms(word.folded), key=lambda form: (how_far((form,), other.plain), -len(form))
    )
