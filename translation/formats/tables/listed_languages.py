"""Columns that say in each row which languages it is in: ``source_lang``, ``targetLanguage``."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from translation.text.language_names import languages_called, words_of

if TYPE_CHECKING:
    from collections.abc import Sequence

_SIDES = {"source": "source", "src": "source", "target": "target", "tgt": "target", "trg": "target"}
_LANGUAGE = frozenset({"lang", "language", "locale"})
_HUMP = re.compile("(?<=[a-z])(?=[A-Z])")


def listed_languages(header: Sequence[str], rows: Sequence[Sequence[str]]) -> tuple[str, str]:
    """Return the source and target language that all of these rows name, empty where none is."""
    found = {"source": "", "target": ""}
    for place, heading in enumerate(header):
        words = words_of(_HUMP.sub(" ", heading))
        if len(words) == 2 and words[0] in _SIDES and words[1] in _LANGUAGE:
            values = {row[place].strip() for row in rows if place < len(row)} - {""}
            called = languages_called(values.pop()) if len(values) == 1 else ()
            found[_SIDES[words[0]]] = next(iter(called), "")
    return found["source"], found["target"]
