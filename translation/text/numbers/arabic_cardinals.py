"""Cardinal numbers in Arabic words, put together: «ألف وتسعمائة وخمسة وثمانون» is 1985."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from translation.text.numbers.arabic_words import HUNDRED, SCALE, TEN, TENS, UNIT, folded_word

if TYPE_CHECKING:
    from translation.text.numbers.arabic_words import Word
    from translation.text.numbers.tokens import Token

_PARTS = frozenset({UNIT, TEN, TENS, HUNDRED, SCALE})
_PLURALS = ("الاف", "ملايين", "مليارات", "بلايين", "تريليونات", "ترليونات")
_FEW = 3
"""Numbers under three may be no numbers: one of them, the two."""


@dataclass(frozen=True, slots=True)
class Cardinal:
    """A number in words: ``end`` is the place of the token behind it, ``scale`` its last scale."""

    values: tuple[Decimal, ...]
    end: int
    sure: bool
    scale: Decimal
    vague: bool
    """Thousands, millions of something, nobody says how many."""


def cardinal(tokens: list[Token], words: list[Word | None], at: int) -> Cardinal:
    """Read the number that begins with the token at this place."""
    sum_ = _Sum()
    first = words[at]
    end = at
    while end < len(tokens):
        word = words[end]
        if word is None or word.part not in _PARTS or (end > at and not tokens[end].joined):
            break
        if not sum_.take(word, beginning=end == at):
            break
        end += 1
    values: tuple[Decimal, ...] = (sum_.value,)
    alone = first if end == at + 1 else None
    sure = sum_.value >= _FEW
    if alone is not None:
        sure = alone.sure and (not alone.definite or alone.value >= _FEW)
        if alone.part in (UNIT, TEN) and alone.value >= 3 and len(tokens[at].text) <= 4:
            values = (sum_.value, 1 / sum_.value)  # «خمس» is five, or a fifth
    vague = alone is not None and folded_word(tokens[at].text).endswith(_PLURALS)
    return Cardinal(values, end, sure, sum_.scale, vague)


class _Sum:
    """A number that grows word by word; a word that does not go on with it is not taken."""

    def __init__(self) -> None:
        self._total = Decimal(0)
        """What has its scale already."""
        self._group = Decimal(0)
        """What stands under a thousand and may be given one."""
        self.scale = Decimal(1)
        """The last scale: a half behind the number is half of it."""

    @property
    def value(self) -> Decimal:
        return self._total + self._group

    def take(self, word: Word, beginning: bool) -> bool:
        """Take a word in; False where it begins another number."""
        if beginning:
            if word.part == SCALE:
                self._total, self.scale = word.value, _base(word.value)
            else:
                self._group = word.value
            return True
        return self._add(word) if word.joins else self._multiply(word)

    def _add(self, word: Word) -> bool:
        if word.part == SCALE:
            fits = not self._group and _base(word.value) < self.scale
            if fits:
                self._total += word.value
                self.scale = _base(word.value)
            return fits
        under_hundred = self._group % 100
        has_more = self.value > under_hundred
        fits = {
            UNIT: under_hundred == 0 and has_more,
            TEN: under_hundred == 0 and has_more,
            TENS: under_hundred < 10 and self.value > 0,
            HUNDRED: not self._group and self._total > 0,
        }[word.part]
        if fits:
            self._group += word.value
            if self._total and word.part != SCALE:
                self.scale = Decimal(1)
        return bool(fits)

    def _multiply(self, word: Word) -> bool:
        under_hundred = self._group % 100
        if word.part == TEN and 0 < under_hundred < 10:
            self._group += 10
        elif word.part == HUNDRED and word.value == 100 and 3 <= under_hundred < 10:
            self._group += under_hundred * 99
        elif word.part == SCALE and self._group:
            self.scale = _base(word.value)
            self._total += self._group * self.scale
            self._group = Decimal(0)
        elif word.part == SCALE and _base(word.value) > self.scale > 1:
            self.scale = _base(word.value)
            self._total *= self.scale
        else:
            return False
        return True


def _base(value: Decimal) -> Decimal:
    """Return the scale of a word that says one or two of it."""
    return value / 2 if str(value)[0] == "2" else value
