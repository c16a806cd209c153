"""Languages that nobody named: which were taken instead is said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from translation.model.imported import Notice
from translation.model.language import ARABIC_TO_ENGLISH

if TYPE_CHECKING:
    from translation.formats.spec import ReadOptions
    from translation.model.language import LanguagePair


def guessed_languages(
    source: str | None, target: str | None, pair: LanguagePair | None, options: ReadOptions
) -> tuple[Notice, ...]:
    """Say which languages of a pair nobody named: neither the file nor the person."""
    if options.pair is not None:
        return ()
    taken = pair or ARABIC_TO_ENGLISH
    guesses = (
        ("source_language_guessed", source, taken.source),
        ("target_language_guessed", target, taken.target),
    )
    return tuple(
        Notice(code, (("file", options.name), ("language", language)))
        for code, said, language in guesses
        if not said
    )
