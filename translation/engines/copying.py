"""Sources without a letter (numbers, dates in figures, marks): copied, not translated."""

from __future__ import annotations

from translation.model.language import is_right_to_left
from translation.text.carried import western_digits

PUNCTUATION = str.maketrans(
    {"\u060c": ",", "\u061b": ";", "\u061f": "?", "\u066a": "%", "\u066b": ".", "\u066c": ","}
)
"""Arabic marks as the other scripts write them."""


def is_copied(text: str) -> bool:
    """Tell whether there is nothing in the text for a model to translate."""
    return not any(character.isalpha() for character in text)


def copied(text: str, target_language: str) -> str:
    """Return the text for the target side: figures and marks in the target's usual script."""
    if is_right_to_left(target_language):
        return text
    return western_digits(text).translate(PUNCTUATION)
