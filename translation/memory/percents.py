"""How much two sources are the same, in percent.

100 is the same text with the same inline codes; 101 the same between the same neighbours. Texts
that differ in what folding drops alone (case, Arabic marks, seats of hamza, stretching, kinds of
blanks) are 99. Of all others it is twice the number of characters that both folded texts have in
the same order, in hundredths of the characters of both together: 100 · 2·LCS / (a + b), rounded
down (rapidfuzz's normalised Indel similarity). Inline codes are not compared as characters: each
that one text has and the other has not, by its kind and label, costs one percent, at most five.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from translation.model.inline import codes_in, has_codes, strip_codes
from translation.model.memory_unit import EXACT

if TYPE_CHECKING:
    from collections.abc import Sequence

    from translation.model.inline import InlineCode

FOLDED_ALIKE = 99
"""Percent of texts that differ in their spelling alone."""
MOST_FOR_CODES = 5
"""Percent that differences of codes cost at most."""


def percent_of_folded(similarity: float) -> int:
    """Return the percent of texts that do not fold to the same one (``similarity`` 0 to 1)."""
    return min(int(100 * similarity + 1e-9), FOLDED_ALIKE)


def percent_of_same(source: str, other: str) -> int:
    """Return the percent of two texts that fold to the same one, codes left out of account."""
    same = " ".join(strip_codes(source).split()) == " ".join(strip_codes(other).split())
    return EXACT if same else FOLDED_ALIKE


def code_penalty(
    source: str, codes: Sequence[InlineCode], other: str, other_codes: Sequence[InlineCode]
) -> int:
    """Return what the differences of the inline codes of two texts cost."""
    if not has_codes(source) and not has_codes(other):
        return 0
    one, two = _shapes(source, codes), _shapes(other, other_codes)
    differences = (one - two).total() + (two - one).total()
    if not differences and list(one.elements()) != list(two.elements()):
        differences = 1
    return min(differences, MOST_FOR_CODES)


def _shapes(text: str, codes: Sequence[InlineCode]) -> Counter[tuple[str, str]]:
    """Return what each code of a text is, in their order."""
    return Counter(shape_of(codes, index) for index in codes_in(text))


def shape_of(codes: Sequence[InlineCode], index: int) -> tuple[str, str]:
    """Return by what a code is known in texts of other units: its kind and its label."""
    if index >= len(codes):
        return ("", "")
    return (codes[index].kind.value, codes[index].label)
