"""From where the pen stood to the order in which people read: the lines of pages in Arabic.

As ``order``, but for glyphs of which the pen's place, the advance and the place in the file are
known (``drawn``). Ink overhangs its neighbours and marks lie anywhere; the pen does not lie.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from unicodedata import normalize

from translation.formats.pdf.brackets import with_brackets_seen
from translation.formats.pdf.columns import Page
from translation.formats.pdf.order import (
    MIRRORED,
    SPACE,
    Kind,
    is_mark,
    is_read_to_the_left,
    kind_of,
    left_to_right,
    right_to_left,
)
from translation.formats.pdf.rows import line_of, pieces
from translation.formats.pdf.strokes import SILENT, with_strokes_told

if TYPE_CHECKING:
    from collections.abc import Sequence

    from translation.formats.pdf.drawn import DrawnPage
    from translation.formats.pdf.order import Glyph

_SPACE_SHARE = 0.18
_WIDE_GAP = 0.4
"""Of the letters' size: a wider gap between the pen's way and its next place is a space. Letters
of a word are pulled farther apart on lines that are stretched; those have spaces of their own."""

_NO_ADVANCE = 0.02
_SAME_PLACE = 0.03
"""Of the letters' size: what moves the pen no more, and how near two places are one."""

_BRIDGE = 0.12
"""Of the letters' size: how near a gap lies what shows that it parts no words: a stroke."""

_NEAR_IN_FILE = 4
_NEAR = 1.0
_OVERHANG = 0.3
"""Glyphs, and letters' sizes, that a mark is away from its letter at most; the last for one that
was drawn after it."""

_MARKS = "\u064b-\u0652\u0670"
_ALEF_LAM = re.compile(rf"([\u0622\u0623\u0625\u0627])(\u0644)([{_MARKS}]*)")
_MARKED_ALEF = re.compile(rf"^(\u0644)(\u0627)([{_MARKS}]+)$")
"""A lam-alef with marks: they stand on its lam, a bare alef has none."""

_WRONG_END = re.compile(
    rf"(?<![^\s])[)\]\u00bb](?=\w)"
    rf"|(?<=[\w.!?\u061f{_MARKS}])[(\[\u00ab](?![^\s.,:;!?\u060c\u061b\u061f])"
)
"""What closes where a word begins or opens where one ends: some programs name both alike."""


@dataclass(slots=True)
class _Token:
    """A glyph with the marks that stand on it."""

    glyph: Glyph
    text: str


def page_of(drawn: DrawnPage, rtl: bool) -> Page:
    """Return a page with its lines from the top down."""
    glyphs = with_strokes_told(_settled(drawn.glyphs))
    cut = [piece for piece in pieces(glyphs) if any(not is_mark(glyph.text) for glyph in piece)]
    found = [line_of(piece, _text(piece, rtl)) for piece in with_brackets_seen(cut)]
    return Page(drawn.height, tuple(line for line in found if line.text.strip()))


def _settled(glyphs: Sequence[Glyph]) -> list[Glyph]:
    """Put marks on the baseline of the letter they stand beside in the file."""
    made = list(glyphs)
    for at, mark in enumerate(glyphs):
        if is_mark(mark.text):
            near = [letter for step in (-1, 1) if (letter := _letter_beside(glyphs, at, step))]
            if near:
                nearest = min(near, key=lambda letter: _distance(letter, mark.left))
                made[at] = replace(mark, baseline=nearest.baseline)
    return made


def _letter_beside(glyphs: Sequence[Glyph], at: int, step: int) -> Glyph | None:
    mark = glyphs[at]
    for place in range(at + step, at + step * _NEAR_IN_FILE, step):
        if not 0 <= place < len(glyphs):
            break
        if not is_mark(glyphs[place].text):
            letter = glyphs[place]
            is_near = _distance(letter, mark.left) < 0.7 * mark.size
            is_near = is_near and abs(letter.baseline - mark.baseline) < 1.2 * mark.size
            return letter if is_near else None
    return None


def _distance(letter: Glyph, x: float) -> float:
    return max(letter.left - x, x - letter.right, 0.0)


def _text(piece: Sequence[Glyph], rtl: bool) -> str:
    tokens = _tokens([glyph for glyph in piece if glyph.text not in (SPACE, SILENT)])
    kinds = [kind_of(token.text) for token in tokens]
    texts, kinds = _with_spaces(tokens, kinds, piece)
    runs_left = is_read_to_the_left(kinds, "".join(texts), rtl)
    made = right_to_left(texts, kinds) if runs_left else left_to_right(texts, kinds)
    made = _WRONG_END.sub(lambda found: found[0].translate(MIRRORED), made)
    return normalize("NFC", made)


def _tokens(glyphs: Sequence[Glyph]) -> list[_Token]:
    """Return the letters by the pen's place, from the left, each with its marks."""
    ordered = sorted(
        (glyph for glyph in glyphs if not is_mark(glyph.text)),
        key=lambda glyph: (glyph.left, glyph.right, -glyph.index),
    )
    for at in range(len(ordered) - 1):
        if _stands_on(ordered[at + 1], ordered[at]):
            ordered[at], ordered[at + 1] = ordered[at + 1], ordered[at]
    tokens = [_Token(glyph, _lam_alef(glyph.text)) for glyph in ordered]
    for mark in sorted((g for g in glyphs if is_mark(g.text)), key=lambda g: -g.index):
        tokens[_letter_of(mark, ordered)].text += mark.text
    for token in tokens:
        token.text = _MARKED_ALEF.sub(r"\1\3\2", token.text)
    return tokens


def _lam_alef(text: str) -> str:
    """Return a glyph's letters, its lam before its alef: no glyph joins them the other way."""
    found = _ALEF_LAM.fullmatch(text)
    return found[2] + found[1] + found[3] if found else text


def _stands_on(later: Glyph, glyph: Glyph) -> bool:
    """Tell whether a letter without an advance (an alef on its lam) came first in the file."""
    return (
        later.index < glyph.index
        and later.left - glyph.left < _SAME_PLACE * glyph.size
        and later.right - later.left < _NO_ADVANCE * later.size < glyph.right - glyph.left
    )


def _letter_of(mark: Glyph, ordered: Sequence[Glyph]) -> int:
    """Return which letter a mark stands on.

    Programs draw a mark next to its letter in the file; those that draw from the left draw it
    before, those that draw from the right after: of both neighbours it is the one to the right.
    """
    arabic = [kind_of(glyph.text) is Kind.RIGHT for glyph in ordered]
    near = [
        (glyph.index, place)
        for place, glyph in enumerate(ordered)
        if arabic[place] >= _is_arabic(mark.text)
        and abs(glyph.index - mark.index) <= _NEAR_IN_FILE
        and glyph.left - _NEAR * mark.size < mark.left < glyph.right + _NEAR * mark.size
    ]
    following = min((one for one in near if one[0] > mark.index), default=None)
    before = max((one for one in near if one[0] < mark.index), default=None)
    if following and before:
        return max(following[1], before[1])
    if following:
        return following[1]
    if before and _is_over(ordered[before[1]], mark):
        return before[1]
    cells = [
        place
        for place, glyph in enumerate(ordered)
        if arabic[place] and glyph.left <= mark.left + _SAME_PLACE * glyph.size
    ]
    return max(cells, default=before[1] if before else 0)


def _is_over(letter: Glyph, mark: Glyph) -> bool:
    return letter.left - _OVERHANG * mark.size <= mark.left <= letter.right


def _is_arabic(mark: str) -> bool:
    return "\u0600" <= mark[0] <= "\u06ff"


def _with_spaces(
    tokens: Sequence[_Token], kinds: Sequence[Kind], piece: Sequence[Glyph]
) -> tuple[list[str], list[Kind]]:
    """Put in the spaces of the file, and one where a gap is too wide for letters of a word."""
    wide = [glyph for glyph in piece if glyph.right - glyph.left > _NO_ADVANCE * glyph.size]
    spaces = [glyph.left for glyph in wide if glyph.text == SPACE]
    bridges = [glyph for glyph in wide if glyph.text == SILENT or is_mark(glyph.text)]
    texts: list[str] = []
    made: list[Kind] = []
    before: Glyph | None = None
    edge = 0.0
    for token, kind in zip(tokens, kinds, strict=True):
        glyph = token.glyph
        is_in_arabic = kind is Kind.RIGHT and made[-1:] == [Kind.RIGHT]
        widest = (_WIDE_GAP if spaces and is_in_arabic else _SPACE_SHARE) * glyph.size
        if before is not None and (
            any(before.left < place <= glyph.left for place in spaces)
            or (glyph.left - edge > widest and not _is_bridged(edge, glyph, bridges))
        ):
            texts.append(SPACE)
            made.append(Kind.OTHER)
        texts.append(token.text)
        made.append(kind)
        edge = glyph.right if before is None else max(edge, glyph.right)
        before = glyph
    return texts, made


def _is_bridged(edge: float, glyph: Glyph, bridges: Sequence[Glyph]) -> bool:
    near = _BRIDGE * glyph.size
    return any(edge - near < one.right and one.left < glyph.left + near for one in bridges)
