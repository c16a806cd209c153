"""Months in both languages: the sets of Arabic names, those of the Hijri year, English ones."""

from __future__ import annotations

from decimal import Decimal

from translation.text.numbers.arabic_words import folded_word

HIJRI = 100
"""What is added to the number of a month of the Hijri year."""

ARABIC = (
    # Egypt and the Gulf; the Levant and Iraq; the Maghreb (Tunisia and Algeria, Morocco).
    "يناير|كانون الثاني|كانون ثاني|جانفي",
    "فبراير|شباط|فيفري",
    "مارس|آذار|اذار",
    "أبريل|إبريل|نيسان|أفريل",
    "مايو|أيار|ماي",
    "يونيو|يونية|يونيه|حزيران|جوان",
    "يوليو|يولية|يوليه|تموز|جويلية|يوليوز",
    "أغسطس|أوغسطس|اغسطوس|آب|أوت|غشت",
    "سبتمبر|أيلول|شتنبر",
    "أكتوبر|تشرين الأول|تشرين أول",
    "نوفمبر|تشرين الثاني|تشرين ثاني|نونبر",
    "ديسمبر|كانون الأول|كانون أول|دجنبر",
)
"""The names of each month, the usual one first."""
_HIJRI = (
    "محرم",
    "صفر",
    "ربيع الأول|ربيع أول",
    "ربيع الثاني|ربيع الآخر|ربيع ثاني",
    "جمادى الأولى|جمادى الأول|جمادى أولى",
    "جمادى الآخرة|جمادى الثانية|جمادى الثاني|جمادى ثانية",
    "رجب",
    "شعبان",
    "رمضان",
    "شوال",
    "ذو القعدة|ذي القعدة|ذو قعدة",
    "ذو الحجة|ذي الحجة|ذو حجة",
)
ENGLISH = (
    "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul",
    "august aug", "september sep sept", "october oct", "november nov", "december dec",
)  # fmt: skip
_HIJRI_ENGLISH = (
    "muharram", "safar", "rabi", "rabi", "jumada", "jumada", "rajab", "shaban sha'ban",
    "ramadan ramadhan", "shawwal", "dhu", "dhu",
)  # fmt: skip
_OTHERWISE = frozenset(
    map(folded_word, "مارس ماي جوان أوت محرم صفر رجب شعبان رمضان آب نيسان".split())
)
"""Names that are other words or names of people, too."""
_OTHERWISE_ENGLISH = frozenset({"may", "march", "mar", "august", "jan", "jun", "dhu", "rabi"})


def _forms() -> dict[str, Decimal]:
    rows: dict[str, Decimal] = {}
    for sets, first in ((ARABIC, 1), (_HIJRI, HIJRI + 1)):
        for number, names in enumerate(sets, start=first):
            for name in names.split("|"):
                rows[folded_word(name)] = Decimal(number)
    return rows


_FORMS = _forms()
_BEFORE = ("و", "ف", "ب", "ل", "ك")
_FIRST_WORDS = frozenset(name.split()[0] for name in _FORMS if " " in name)
_ENGLISH_FORMS = {
    name: Decimal(number)
    for sets, first in ((_HIJRI_ENGLISH, HIJRI + 1), (ENGLISH, 1))
    for number, names in enumerate(sets, start=first)
    for name in names.split()
}


def arabic_month(word: str, following: str) -> tuple[Decimal, int, bool] | None:
    """Return the month that a word names, or two do, how many words, and whether it surely is one.

    A letter may be written before it (لرمضان), as Arabic does with "in" and "and".
    """
    for name in _arabic_names(word):
        if name in _FIRST_WORDS:
            both = _FORMS.get(f"{name} {folded_word(following)}")
            if both is not None:
                return both, 2, True
        if name in _FORMS:
            return _FORMS[name], 1, name not in _OTHERWISE
    return None


def begins_arabic_month(word: str) -> bool:
    """Tell whether a month may be named from this word on."""
    return any(name in _FORMS or name in _FIRST_WORDS for name in _arabic_names(word))


def _arabic_names(word: str) -> tuple[str, ...]:
    form = folded_word(word)
    return (form, form[1:]) if form[:1] in _BEFORE else (form,)


def english_month(word: str) -> tuple[Decimal, bool] | None:
    """Return the month that a word names, and whether it surely is one."""
    form = word.lower()
    if form not in _ENGLISH_FORMS or not word[:1].isupper():
        return None
    return _ENGLISH_FORMS[form], form not in _OTHERWISE_ENGLISH and not word.isupper()
