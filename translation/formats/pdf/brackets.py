"""Which way the brackets of a page open: by what stands inside them, not by what a file calls them.

A file names a glyph once, in Arabic often by the bracket that was typed, of which the page shows
the mirror image, and may name both of a pair alike. But an opening bracket, however it came to
be there, has its word close to its right and a gap to its left.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from translation.formats.pdf.order import MIRRORED, SPACE, SPACE_SHARE, is_mark

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from translation.formats.pdf.order import Glyph

_OPENING = frozenset("([{\u00ab\u2039")
_BRACKETS = _OPENING | frozenset(character.translate(MIRRORED) for character in _OPENING)


def with_brackets_seen(pieces: Sequence[list[Glyph]]) -> list[list[Glyph]]:
    """Return the pieces of a page's lines, each bracket as the one that is seen there."""
    if not any(glyph.text in _BRACKETS for piece in pieces for glyph in piece):
        return list(pieces)
    opens: Counter[object] = Counter()
    for piece in pieces:
        for glyph, sign in _signs(piece):
            opens[_name(glyph)] += sign
    return [
        [_seen(glyph, opens[_name(glyph)]) if glyph.text in _BRACKETS else glyph for glyph in piece]
        for piece in pieces
    ]


def _name(glyph: Glyph) -> object:
    return glyph.shape or glyph.text


def _seen(glyph: Glyph, opens: int) -> Glyph:
    is_wrong = opens < 0 if glyph.text in _OPENING else opens > 0
    return replace(glyph, text=glyph.text.translate(MIRRORED)) if is_wrong else glyph


def _signs(piece: Sequence[Glyph]) -> Iterator[tuple[Glyph, int]]:
    """Give each bracket that stands at one end of a word: 1 where it opens, -1 where it closes."""
    ordered = sorted(
        (glyph for glyph in piece if not is_mark(glyph.text)),
        key=lambda glyph: (glyph.left, glyph.right),
    )
    for at, glyph in enumerate(ordered):
        if glyph.text in _BRACKETS:
            before = ordered[at - 1] if at else None
            after = ordered[at + 1] if at + 1 < len(ordered) else None
            word_before, word_after = _is_word(before, glyph), _is_word(glyph, after)
            if word_before is not word_after:
                yield glyph, 1 if word_after else -1


def _is_word(one: Glyph | None, other: Glyph | None) -> bool:
    """Tell whether of two neighbours, one of them a bracket, the other is a letter close to it."""
    if one is None or other is None or SPACE in (one.text, other.text):
        return False
    if other.left - one.right > SPACE_SHARE * other.size:
        return False
    return (one if other.text in _BRACKETS else other).text[:1].isalnum()
