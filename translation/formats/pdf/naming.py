"""Marks that a file names with the letter they first stood on, and what that tells of letters.

Some programs give the text of a letter and its marks to the first of their glyphs alone: a fatha
is then called "alef, hamza, fatha" wherever it stands, and that first alef has no name at all.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING
from unicodedata import normalize

from translation.formats.pdf.order import SPACE, is_mark
from translation.formats.pdf.strokes import SILENT

if TYPE_CHECKING:
    from collections.abc import Sequence

    from translation.formats.pdf.order import Glyph, Shape

_NO_ADVANCE = 0.02
_NEAR = 0.15
"""Of the letters' size: what moves the pen no more, and how far outside its letter a mark is."""


class Names:
    """What the glyphs of a file are called in truth, learnt page by page."""

    def __init__(self) -> None:
        self._letters: dict[Shape, str] = {}
        self._met: set[Shape] = set()

    def applied(self, glyphs: Sequence[Glyph]) -> list[Glyph]:
        """Return the glyphs of a page, marks called marks and letters what is known of them."""
        made = list(glyphs)
        for at, glyph in enumerate(glyphs):
            split = _letter_and_marks(glyph)
            letter = _under(glyphs, at) if split else None
            if split and letter:
                made[at] = replace(glyph, text=split[1])
                self._learn(glyph, letter, split[0])
        return [
            replace(glyph, text=self._letters.get(glyph.shape, SILENT))
            if glyph.text == SILENT and glyph.shape
            else glyph
            for glyph in made
        ]

    def _learn(self, mark: Glyph, letter: Glyph, name: str) -> None:
        """Take the name from the letter's first mark: only that one was meant for it."""
        if mark.shape and letter.shape and mark.shape not in self._met:
            self._met.add(mark.shape)
            if letter.text == SILENT:
                self._letters.setdefault(letter.shape, name)


def _letter_and_marks(glyph: Glyph) -> tuple[str, str] | None:
    """Split the name of what moves the pen no more: None where it is not a letter with marks."""
    if glyph.shape is None or glyph.right - glyph.left > _NO_ADVANCE * glyph.size:
        return None
    text = normalize("NFC", glyph.text)
    if is_mark(text[0]) or not is_mark(text[1:]):
        return None
    return text[0], text[1:]


def _under(glyphs: Sequence[Glyph], at: int) -> Glyph | None:
    """Return the letter that a mark is drawn over: one of its neighbours in the file."""
    mark = glyphs[at]
    near = _NEAR * mark.size
    for place in (at + 1, at - 1, at + 2, at - 2):
        if 0 <= place < len(glyphs):
            letter = glyphs[place]
            is_letter = letter.text != SPACE and letter.right - letter.left > near
            if is_letter and letter.left - near <= mark.left <= letter.right + near:
                return letter
    return None
