"""Strokes that stretch Arabic words to full lines (kashida): drawn, but no text.

Programs name them as they like: LibreOffice gives the stroke's glyph the name of whatever it has
at hand. What it is shows in its use: it joins Arabic letters, time and again, and nothing else.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from translation.formats.pdf.order import SPACE, Kind, is_mark, kind_of
from translation.formats.pdf.rows import rows

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from translation.formats.pdf.order import Glyph, Shape

_FEWEST_USES = 4
_MOSTLY = 0.9
"""Uses of a glyph, and their share between letters that it joins, that make it a stroke."""

_TOUCHING, _NEAR = 0.06, 1.5
"""Of the letters' size: how far a stroke's advance ends from the letter on one side, and on the
other: its ink reaches farther."""

_GAP = 0.3
"""Of the letters' size: a gap no narrower than that ends a word."""

_LIKELY = frozenset("-_\ufffc\u0640\u00ad\u2010\u2011")
"""What a stroke is named most often: one of these between two letters it joins is one."""

SILENT = "\ufffc"
"""The text of a glyph that moves the pen but has none: a stroke, or one the file does not name."""

LOST = "\ufffd"
"""What stands for a letter in a word that the file does not name."""

_FEWEST_SPACES, _SPACES = 8, 0.08
"""Glyphs of a page, and their share, that are its spaces; those of prose are a sixth of it."""

_FEWEST_LETTERS = 3
"""Letters with a name that make a font one of letters."""

_JOINING = frozenset(map(chr, (0x626, 0x628, *range(0x62A, 0x62F), *range(0x633, 0x63B)))) | {
    *map(chr, (*range(0x641, 0x648), 0x64A, 0x67E, 0x686, 0x6A9, 0x6AF, 0x6CC))
}
"""Letters that join the one after them (Unicode's Joining_Type=D)."""


class _Use(NamedTuple):
    """Glyphs of one shape beside each other, and what stands on both sides of them."""

    left: Glyph | None
    chain: list[Glyph]
    right: Glyph | None


def with_strokes_told(glyphs: Sequence[Glyph]) -> list[Glyph]:
    """Return the glyphs, the strokes among them as ``SILENT``, letters without a name ``LOST``."""
    glyphs = _with_spaces_named(glyphs)
    uses = [use for row in _bare_rows(glyphs) for use in _uses(row)]
    ends = _word_ends(uses)
    shapes = _shapes(uses, ends)
    fonts = _fonts_of_letters(glyphs)
    others = {use.chain[0].shape for use in uses if not _joins(use)}
    texts: dict[int, str] = {}
    for use in uses:
        glyph = use.chain[0]
        is_sign = glyph.shape in others and glyph.text != SILENT
        if glyph.shape in shapes or (_is_stroke(use, ends) and not is_sign):
            texts.update(dict.fromkeys((one.index for one in use.chain), SILENT))
        elif glyph.text == SILENT and glyph.shape and glyph.shape[0] in fonts:
            texts.update(dict.fromkeys((one.index for one in use.chain), LOST))
    return [
        replace(glyph, text=texts[glyph.index]) if glyph.index in texts else glyph
        for glyph in glyphs
    ]


def _with_spaces_named(glyphs: Sequence[Glyph]) -> Sequence[Glyph]:
    """Name the space where a file does not: of a page without one it is what comes so often."""
    unnamed = Counter(glyph.shape for glyph in glyphs if glyph.text == SILENT)
    if not unnamed or any(glyph.text == SPACE for glyph in glyphs):
        return glyphs
    shape, count = unnamed.most_common(1)[0]
    if count < max(_FEWEST_SPACES, _SPACES * len(glyphs)):
        return glyphs
    return [
        replace(glyph, text=SPACE) if glyph.text == SILENT and glyph.shape == shape else glyph
        for glyph in glyphs
    ]


def _fonts_of_letters(glyphs: Sequence[Glyph]) -> set[int]:
    """Return the fonts with named letters: what has no name in these is one; icons have fonts."""
    named = Counter(glyph.shape[0] for glyph in glyphs if glyph.shape and glyph.text[:1].isalnum())
    return {font for font, count in named.items() if count >= _FEWEST_LETTERS}


def _is_stroke(use: _Use, ends: set[Shape]) -> bool:
    """Tell whether this one use is enough: Latin letters and dashes do not join Arabic letters."""
    text = use.chain[0].text
    if not _joins(use) or (use.right and use.right.shape in ends):
        return False
    return set(text) <= _LIKELY or kind_of(text) is Kind.LEFT


def _shapes(uses: Sequence[_Use], ends: set[Shape]) -> set[Shape]:
    """Return which glyphs stand between letters that they join, and hardly anywhere else."""
    inside: Counter[Shape] = Counter()
    count: Counter[Shape] = Counter()
    for use in uses:
        shape = use.chain[0].shape
        if shape and kind_of(use.chain[0].text) not in (Kind.RIGHT, Kind.DIGIT):
            joins = _joins(use)
            if joins and use.right and use.right.shape in ends:
                continue  # this letter may have ended its word; a slash says the same of a date
            count[shape] += 1
            inside[shape] += joins
    return {
        shape
        for shape, times in inside.items()
        if times >= _FEWEST_USES and times >= _MOSTLY * count[shape]
    }


def _word_ends(uses: Sequence[_Use]) -> set[Shape]:
    """Return the shapes of letters seen at the end of a word: before a space or a wide gap."""
    found: set[Shape] = set()
    for use in uses:
        first = use.chain[0]
        if first.shape and kind_of(first.text) is Kind.RIGHT:
            left = use.left
            if left is None or left.text == SPACE or _is_apart(left, first):
                found.add(first.shape)
    return found


def _is_apart(left: Glyph, letter: Glyph) -> bool:
    """Tell whether a gap parts two letters; beside a stroke it parts none."""
    is_wide = letter.left - left.right > _GAP * letter.size
    return is_wide and kind_of(left.text) is Kind.RIGHT


def _bare_rows(glyphs: Sequence[Glyph]) -> Iterator[list[Glyph]]:
    for row in rows([glyph for glyph in glyphs if not is_mark(glyph.text)]):
        yield sorted(row, key=lambda glyph: glyph.left)


def _uses(row: Sequence[Glyph]) -> Iterator[_Use]:
    groups = [
        list(group)
        for _, group in groupby(row, key=lambda glyph: (glyph.shape or glyph.index, glyph.text))
    ]
    for at, group in enumerate(groups):
        if group[0].text != SPACE:
            left = groups[at - 1][-1] if at else None
            yield _Use(left, group, groups[at + 1][0] if at + 1 < len(groups) else None)


def _joins(use: _Use) -> bool:
    """Tell whether the glyphs stand between a letter that joins the next one, and that one."""
    if use.left is None or use.right is None or kind_of(use.left.text) is not Kind.RIGHT:
        return False
    letters = [letter for letter in use.right.text if not is_mark(letter)]
    return bool(letters) and letters[-1] in _JOINING and _touches(use)


def _touches(use: _Use) -> bool:
    assert use.left
    assert use.right
    size = use.chain[0].size
    gaps = (use.chain[0].left - use.left.right, use.right.left - use.chain[-1].right)
    return min(gaps) < _TOUCHING * size and max(gaps) < _NEAR * size
