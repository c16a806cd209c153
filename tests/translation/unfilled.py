"""What a sentence about an error still waits for: facts that nobody gave it."""

from __future__ import annotations

from string import Formatter

from translation.errors import SENTENCES, MurajiError


def unfilled(error: MurajiError) -> set[str]:
    """Return the placeholders of the sentence that the error has no fact for.

    Looked for in the sentence itself: a fact is a file's own words, and may hold braces.
    """
    names = {name for _, name, _, _ in Formatter().parse(SENTENCES[error.code]) if name}
    return names - set(error.facts)
