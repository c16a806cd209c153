"""What helps while one types, as a person wants it: corrections and quotation marks."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from translation.text.typing_aids import corrected, quoted

if TYPE_CHECKING:
    from collections.abc import Mapping

    from translation.text.typing_aids import Correction


@dataclass(frozen=True, slots=True)
class TypingAids:
    """``corrections`` lead from what is typed to what takes its place; none by themselves."""

    corrections: Mapping[str, str] = field(default_factory=dict)
    quotes: bool = False

    def look(self, text: str, caret: int, language: str) -> Correction | None:
        """Return what the character just typed before ``caret`` lets be put right."""
        found = corrected(text, caret, self.corrections)
        if found is None and self.quotes:
            found = quoted(text, caret, language)
        return found
