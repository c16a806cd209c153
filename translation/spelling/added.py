"""The words that people added to the spelling: how they are kept, and when a word is one."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from translation.text.spelled import plain_word, stem_of_name

if TYPE_CHECKING:
    from collections.abc import Mapping

PROJECT_WORDS = "spelling_words"
"""The key under which a project keeps its own words, by language."""


def words_by_language(kept: object) -> Mapping[str, frozenset[str]]:
    """Return words by primary subtag, as they were kept as JSON; what is no word is left out."""
    if not isinstance(kept, dict):
        return {}
    return {
        language: frozenset(word for word in words if isinstance(word, str))
        for language, words in kept.items()
        if isinstance(words, list)
    }


def words_of_json(kept: str) -> Mapping[str, frozenset[str]]:
    """Return words by primary subtag of the text they were kept as; of any other text none."""
    try:
        return words_by_language(json.loads(kept))
    except (ValueError, RecursionError):
        return {}


def forms_of(word: str) -> frozenset[str]:
    """Return the forms of which one, where somebody added it, lets a word be right."""
    forms = {plain_word(word), stem_of_name(word)}
    return frozenset(
        forms | {form.lower() for form in forms} | {form[:1].lower() + form[1:] for form in forms}
    )
