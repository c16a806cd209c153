"""Number words of English: what each says by itself."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from translation.text.numbers.number import Kind
from translation.text.numbers.units import CUBED, SQUARED, UNITS

_ONES = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
    " sixteen seventeen eighteen nineteen"
).split()
_ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth"
    " fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
SCALES: dict[str, Decimal] = {
    "thousand": Decimal(1000),
    "million": Decimal(10**6),
    "billion": Decimal(10**9),
    "trillion": Decimal(10**12),
    "millennia": Decimal(1000),
}
SHORT_SCALES: dict[str, Decimal] = {
    "k": Decimal(1000),
    "kya": Decimal(1000),
    "kyr": Decimal(1000),
    "ka": Decimal(1000),
    "m": Decimal(10**6),
    "mn": Decimal(10**6),
    "mln": Decimal(10**6),
    "bn": Decimal(10**9),
    "b": Decimal(10**9),
    "tn": Decimal(10**12),
}
ONE, TENS, HUNDRED, SCALE, OTHER = range(5)
"""What a word does in a number: 7, 30, hundred, thousand; a number all by itself."""


@dataclass(frozen=True, slots=True)
class Word:
    """What a word says: its part in a number, its values, and whether a source must say it, too."""

    part: int
    values: tuple[Decimal, ...]
    kind: Kind = Kind.PLAIN
    sure: bool = True
    unit: str = ""


def _rows() -> dict[str, Word]:
    rows: dict[str, Word] = {}

    def put(
        forms: str, *values: str, part: int = OTHER, kind: Kind = Kind.PLAIN, sure: bool = False
    ) -> None:
        for form in forms.split():
            rows[form] = Word(part, tuple(map(Decimal, values)), kind, sure)

    third = str(Decimal(1) / 3)
    for value, form in enumerate(_ONES, start=1):
        put(form, str(value), part=ONE, sure=value >= 3)
    for value, form in enumerate(_ORDINALS, start=1):
        put(form, str(value), part=ONE, kind=Kind.ORDINAL, sure=value >= 3)
    for value, form in enumerate(_TENS, start=2):
        put(form, str(value * 10), part=TENS, sure=True)
        stem = form.removesuffix("y")
        put(f"{stem}ieth", str(value * 10), part=TENS, kind=Kind.ORDINAL, sure=True)
        put(f"{stem}ies", *(str(c + value * 10) for c in (0, 1900, 1800, 2000, 1700, 1600)),
            kind=Kind.DECADE)  # fmt: skip
    put("hundred", "100", part=HUNDRED, sure=True)
    put("hundredth", "100", part=HUNDRED, kind=Kind.ORDINAL)
    for form, scale in SCALES.items():
        if form == "millennia":
            continue
        put(form, str(scale), part=SCALE, sure=True)
        put(f"{form}th", str(scale), part=SCALE, kind=Kind.ORDINAL)
        put(f"{form}s", str(scale), kind=Kind.VAGUE)
    put("hundreds", "100", kind=Kind.VAGUE)
    put("tens dozens scores", "10", kind=Kind.VAGUE)
    put("third", "3", third, part=ONE, kind=Kind.ORDINAL)
    put("thirds", third)
    put("fifth", "5", "0.2", part=ONE, kind=Kind.ORDINAL)
    put("fifths", "0.2")
    put("half halves semi halfway midway", "0.5")
    put("quarter quarters", "0.25")
    put("zero nil", "0")
    put("once single sole alone", "1")
    put("twice double doubles doubled doubling both couple pair pairs twin twins twofold duo"
        " dual either bilateral biannual biennial neither other another respective respectively"
        " between bipedal bilingual deuce brace each counterparts", "2")  # fmt: skip
    put(
        "thrice triple tripled treble trebled triples threefold trio triad triplets trilateral"
        " triennial tripartite trilogy",
        "3",
    )
    put("quadruple quadrupled fourfold quartet quadrilateral", "4")
    put("fivefold quintet pentagon", "5")
    put("sixfold hexagon", "6")
    put("dozen", "12", part=HUNDRED)
    put("noon midday", "12", "1200")
    put("midnight", "0", "12", "24", "1200", "2400")
    put("decade decades", "10", kind=Kind.SPAN)
    put("century centuries centenary centennial", "100", kind=Kind.SPAN)
    put("millennium millennia", "1000", kind=Kind.SPAN)
    put("fortnight fortnights fortnightly", "2", "14", kind=Kind.SPAN)
    return rows


WORDS = _rows()
UNIT_OF = {form: unit.id for unit in UNITS for form in unit.english.split()}
POWERS = {
    **dict.fromkeys(("square", "sq", "squared"), SQUARED),
    **dict.fromkeys(("cubic", "cu", "cubed"), CUBED),
}
FRACTIONS = {
    "½": Decimal("0.5"),
    "¼": Decimal("0.25"),
    "¾": Decimal("0.75"),
    "⅓": Decimal(1) / 3,
    "⅔": Decimal(1) * 2 / 3,
}
_ROMAN = re.compile(r"(?=.)(C{0,3})(XC|XL|L?X{0,3})(IX|IV|V?I{0,3})")
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}


def roman(text: str) -> Decimal | None:
    """Return the value of a Roman numeral under 400, None where a word is none."""
    if not _ROMAN.fullmatch(text):
        return None
    digits = [_ROMAN_VALUES[letter] for letter in text]
    following = [*digits[1:], 0]
    return Decimal(sum(-d if d < n else d for d, n in zip(digits, following, strict=True)))
