"""Number words of Arabic: what each says by itself, whichever letters are written before it."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from translation.text.normalise import FOLD_ALL, character_table
from translation.text.numbers.units import UNITS

_LONGEST = 20
"""Letters; a longer word tells no number."""

UNIT, TEN, TENS, HUNDRED, SCALE, FRACTION, ORDINAL, DECADES, VAGUE = range(9)
"""What a word does in a number: 3, 10 (as in 13), 30, 300, 1 000, 1/3, 3rd, thirties, dozens."""
DUAL, CENTURY, MEASURE, HIJRI, CLOCK, SPAN, ADJECTIVE, PAIR = range(9, 17)
"""Two of a unit, a word for century, a unit; marks of the calendar and the clock; a hundredth
year; of so many parts; two of anything else."""


@dataclass(frozen=True, slots=True)
class Word:
    """What a word says: its part in a number, its value, and whether it may say something else."""

    part: int
    value: Decimal = Decimal(0)
    sure: bool = True
    unit: str = ""
    definite: bool = False
    joins: bool = False
    """Whether "and" stands before it, in one word with it."""


_FOLD = character_table(FOLD_ALL, True)


def folded_word(text: str) -> str:
    """Return a word without its marks, its letters folded together as in matching."""
    return text.translate(_FOLD)


NOT_COUNTED = frozenset(
    map(
        folded_word,
        "روميو بيتا وبيتا جاما غاما وأوميغا أوميغا برافو من في عند على إلى أن عن مع هو هي كان"
        " كانت قد لا ثم أو بعد قبل حتى التي الذي".split(),
    )
)
"""What follows alpha, written as two thousand is, and no thing that is counted."""


def _rows() -> dict[str, Word]:
    rows: dict[str, Word] = {}

    def put(
        part: int, value: Decimal | float | str, forms: str, sure: bool = True, unit: str = ""
    ) -> None:
        for form in forms.split():
            rows.setdefault(folded_word(form), Word(part, Decimal(str(value)), sure, unit))

    put(UNIT, 1, "واحد واحدة أحد إحدى", sure=False)
    put(UNIT, 2, "اثنان اثنين اثنتان اثنتين اثنا اثني اثنتا اثنتي إثنان إثنين")
    for value, forms in enumerate(
        ("ثلاث ثلاثة", "أربع أربعة", "خمس خمسة", "ست ستة", "سبع سبعة",
         "ثمان ثماني ثمانية", "تسع تسعة"), start=3,
    ):  # fmt: skip
        put(UNIT, value, forms)
    put(TEN, 10, "عشر عشرة")
    for value, form in enumerate("عشر ثلاث أربع خمس ست سبع ثمان تسع".split(), start=2):
        put(TENS, value * 10, f"{form}ون {form}ين")
        put(DECADES, value * 10, f"{form}ينيات {form}ينات {form}يني {form}ينية")
    put(HUNDRED, 100, "مئة مائة")
    put(HUNDRED, 200, "مئتان مئتين مئتا مئتي مائتان مائتين مائتا مائتي")
    for value, form in enumerate("ثلاث أربع خمس ست سبع ثمان تسع".split(), start=3):
        put(HUNDRED, value * 100, f"{form}مئة {form}مائة {form}ميه")
    put(HUNDRED, 800, "ثمانيمئة ثمانيمائة")
    put(SCALE, 1000, "ألف آلاف", sure=False)
    put(SCALE, 2000, "ألفان ألفين ألفا ألفي")
    for value, form, plural in (
        (10**6, "مليون", "ملايين"), (10**9, "مليار", "مليارات"), (10**9, "بليون", "بلايين"),
        (10**12, "تريليون", "تريليونات"), (10**12, "ترليون", "ترليونات"),
    ):  # fmt: skip
        put(SCALE, value, f"{form} {form}ا {plural}", sure=False)
        put(SCALE, 2 * value, f"{form}ان {form}ين {form}ي {form}ا")
    put(VAGUE, 10, "عشرات")
    put(VAGUE, 100, "مئات مائات")
    put(VAGUE, 1000, "ألوف")
    put(FRACTION, "0.5", "نصف نصفا")
    put(FRACTION, "0.25", "ربع ربعا")
    put(FRACTION, Decimal(1) / 3, "ثلث ثلثا")
    put(FRACTION, Decimal(2) / 3, "ثلثان ثلثين ثلثي")
    put(FRACTION, "0.25", "أرباع")
    put(FRACTION, Decimal(1) / 3, "أثلاث")
    put(FRACTION, "0.2", "أخماس")
    put(ORDINAL, 1, "أول أولى الحادي حادي حادية", sure=False)
    put(ORDINAL, 2, "ثاني ثان ثانية", sure=False)
    for value, forms in enumerate(
        ("ثالث ثالثة", "رابع رابعة", "خامس خامسة", "سادس سادسة", "سابع سابعة",
         "ثامن ثامنة", "تاسع تاسعة", "عاشر عاشرة"), start=3,
    ):  # fmt: skip
        put(ORDINAL, value, forms)
    put(CENTURY, 1, "قرن قرنا قرنين قرنان قرون")
    put(HIJRI, 0, "هجري هجرية للهجرة هـ ه")
    put(CLOCK, 0, "ساعة ساعه", unit="hour")
    for value, form in (
        (2, "ثنائي"), (3, "ثلاثي"), (4, "رباعي"), (5, "خماسي"), (6, "سداسي"), (7, "سباعي"),
        (8, "ثماني"), (10, "عشري"),
    ):  # fmt: skip
        put(ADJECTIVE, value, f"{form} {form}ة {form}ا")
    put(SPAN, 100, "مئوي مئوية المئوي المئوية")
    for unit in UNITS:
        put(DUAL, 2, unit.dual, unit=unit.id)
        put(MEASURE, 0, unit.arabic, unit=unit.id)
    return rows


_WORDS = _rows()
_NOT_NUMBERS = frozenset(map(folded_word, "لست كست بست فست كسبع".split()))
"""Words that look as if they were a number with a letter before it."""


_TWO = Decimal(2)
_PAIRED = frozenset(
    folded_word(name) + ending
    for name in (
        "ساق قدم ذراع رجل جناح أذن ولد طفل شخص هدف فريق كتاب فيلم جزء قسم نوع طرف جانب"
        " حزب رقم خط عنصر سبب لقب شوط فصل اسم اتجاه خيار رأس وجه مبنى مسجد نهر جبل كوكب قمر"
        " نجم طريق شارع باب جسر سيف كلب حصان طائر مشروع قرار اتفاق موقع مركز معسكر مسار مقعد"
        " صاروخ انفجار هجوم حادث شرط هاتف مفتاح لون حجم"
    ).split()
    for ending in ("ين", "ان")
) | {folded_word("معنيان"), folded_word("معنيين")}
"""Duals of masculine nouns that are not written as a plural or as another word."""
_SHORTEST_PAIR = 6
_OF_THEM = ("هم", "هن", "ها")
_PARTS_OF_THEM = {
    folded_word(form): Word(FRACTION, Decimal(1) / parts)
    for parts, form in enumerate("ثلث ربع خمس سدس سبع ثمن تسع عشر".split(), start=3)
}
"""What is a part when a pronoun is written together with it: a fifth of them, and not five."""


def _is_pair(form: str) -> bool:
    """Whether a word without its article is a dual: «ساقين», or by its feminine ending."""
    if not form.endswith(("ين", "ان")):
        return False
    if form in _PAIRED:
        return True
    feminine = form.endswith(("تين", "تان")) and len(form) >= _SHORTEST_PAIR
    return feminine and not form.endswith(("ستان", "متان", "يتان", "نتين", "وتين"))


@lru_cache(maxsize=16384)
def word(text: str) -> Word | None:
    """Return what a word says of a number, None where it says nothing."""
    if len(text) > _LONGEST:
        return None
    if text.endswith("أثنى"):
        return None  # It praises; two has no hamza.
    form = folded_word(text)
    found, joins, definite = _WORDS.get(form), False, False
    if found is None and form[:1] in ("و", "ف"):
        joins, form = form[0] == "و", form[1:]
        found = _WORDS.get(form)
    if found is None and form[:1] in ("ب", "ل", "ك") and form not in _NOT_NUMBERS:
        definite, form = form.startswith("لل"), form[2:] if form.startswith("لل") else form[1:]
        found = _WORDS.get(form)
    if found is None and form.startswith("ال") and text[0] != "أ":
        definite, form = True, form[2:]
        found = _WORDS.get(form)
    if found is None and not definite and _is_pair(form):
        return Word(PAIR, _TWO)
    if found is None and form.endswith(_OF_THEM):
        found = _PARTS_OF_THEM.get(form[:-2])
        definite = found is not None
    hundreds = found is not None and found.part in (HUNDRED, VAGUE) and form.startswith("مي")
    if found is None or (hundreds and "ئ" not in text):
        return None  # «ميتا» is dead, «مئتا» two hundred.
    return Word(found.part, found.value, found.sure, found.unit, definite, joins)
