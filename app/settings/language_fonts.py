"""The fonts that a person chose for languages, as one setting keeps them."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.settings.table import kept_json
from translation.model.language import is_language_tag, primary_subtag

if TYPE_CHECKING:
    from collections.abc import Mapping

SIZES = (8, 60)
"""The least and the largest size, in pixels."""
LONGEST_FAMILY = 200


@dataclass(frozen=True, slots=True)
class LanguageFont:
    """The font of a language: a family and a size in pixels, "" and 0 for the usual ones."""

    family: str = ""
    size: int = 0


def read_fonts(text: str) -> dict[str, LanguageFont]:
    """Return the fonts by primary language subtag; what cannot be one is left out."""
    found = kept_json(text)
    if not isinstance(found, dict):
        return {}
    fonts = {}
    for language, chosen in found.items():
        if not is_language_tag(language) or not isinstance(chosen, dict):
            continue
        family, size = chosen.get("family", ""), chosen.get("size", 0)
        usable = isinstance(family, str) and family.isprintable() and len(family) <= LONGEST_FAMILY
        fits = type(size) is int and (size == 0 or SIZES[0] <= size <= SIZES[1])
        font = LanguageFont(family if usable else "", size if fits else 0)
        if font != LanguageFont():
            fonts[primary_subtag(language)] = font
    return fonts


def written_fonts(fonts: Mapping[str, LanguageFont]) -> str:
    """Return the fonts as text, "" where none was chosen."""
    chosen = {
        language: {"family": font.family, "size": font.size}
        for language, font in sorted(fonts.items())
        if font != LanguageFont()
    }
    return json.dumps(chosen, ensure_ascii=False) if chosen else ""
