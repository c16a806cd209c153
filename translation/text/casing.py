"""Changing the case of a text as word processors do: lower, Each Word, UPPER, and round again."""

from __future__ import annotations

import re

from translation.model.language import primary_subtag

_WORD = re.compile(r"[^\W\d_](?:[\w'\u2019])*")
_DOTLESS = frozenset({"tr", "az"})
"""Languages in which i and ı are two letters, and so are İ and I."""


def next_case(text: str, language: str = "") -> str:
    """Return the text in the next case: lower after anything mixed or upper, then titled, upper.

    Inline codes and what has no case stay as they are.
    """
    lowered, titled, raised = (lower(text, language), title(text, language), upper(text, language))
    if text == lowered:
        return titled if titled != text else raised
    if text == titled and titled != raised:
        return raised
    return lowered


def lower(text: str, language: str = "") -> str:
    """Return the text in small letters."""
    if primary_subtag(language) in _DOTLESS:
        text = text.replace("I", "ı").replace("İ", "i")
    return text.lower()


def upper(text: str, language: str = "") -> str:
    """Return the text in capitals."""
    if primary_subtag(language) in _DOTLESS:
        text = text.replace("i", "İ")
    return text.upper()


def title(text: str, language: str = "") -> str:
    """Return the text with the first letter of each word a capital: "Don't Stop"."""

    def titled(found: re.Match[str]) -> str:
        first = found[0][0]
        dotless = first == "i" and primary_subtag(language) in _DOTLESS
        return ("İ" if dotless else first.title()) + lower(found[0][1:], language)

    return _WORD.sub(titled, text)


def word_at(text: str, index: int) -> tuple[int, int]:
    """Return start and end of the word that a place between two characters lies in or touches."""
    for found in _WORD.finditer(text):
        if found.start() <= index <= found.end():
            return found.span()
    return index, index
