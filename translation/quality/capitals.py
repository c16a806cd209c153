"""What the checks find of capital letters in English."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from translation.model.issue import Severity
from translation.model.language import primary_subtag
from translation.quality.check import Check, CheckGroup
from translation.quality.subject import Finding
from translation.text.carried import is_foreign_to_latin

if TYPE_CHECKING:
    from collections.abc import Iterator

    from translation.quality.subject import Subject

_CAPITALISED = (
    "monday tuesday wednesday thursday friday saturday sunday january february april june july"
    " september october november december ramadan christmas easter afghan african albanian"
    " algerian american arab arabic argentine armenian asian australian austrian bahraini"
    " belgian bosnian brazilian british bulgarian canadian chinese colombian croatian cuban"
    " czech dutch egyptian emirati english estonian ethiopian european filipino finnish french"
    " german ghanaian greek hebrew hungarian indian indonesian iranian iraqi irish israeli"
    " italian japanese jordanian kenyan korean kurdish kuwaiti lebanese libyan lithuanian"
    " malaysian mauritanian mexican moroccan nigerian norwegian omani pakistani palestinian"
    " persian peruvian philippine portuguese qatari romanian russian saudi scottish serbian"
    " somali spanish sudanese swedish syrian taiwanese thai tunisian turkish ukrainian"
    " vietnamese welsh yemeni afghanistan algeria argentina australia austria bahrain belgium"
    " brazil britain bulgaria canada croatia cuba denmark egypt england ethiopia finland france"
    " germany greece hungary india indonesia iran iraq ireland israel italy japan kenya kuwait"
    " lebanon libya malaysia mexico morocco netherlands nigeria norway oman pakistan palestine"
    " poland portugal qatar romania russia somalia spain sudan sweden switzerland syria taiwan"
    " thailand tunisia ukraine yemen islam islamic muslim muslims christian christians jewish"
    " quran koran europe africa asia"
)
_WORDS = frozenset(_CAPITALISED.split())
_LONGEST_FIRST = sorted(_WORDS, key=len, reverse=True)
_LETTERS = re.compile("[a-z]+")
_SMALL = re.compile(rf"(?<![\w@#./'’-])(?:{'|'.join(_LONGEST_FIRST)})(?![\w@./-])")
_CAPITALS = re.compile(r"\b[A-Z]{2,}\b")
_MANY = 4
"""Words in capitals that are no run of abbreviations any more."""


def _small_name(subject: Subject) -> Iterator[Finding]:
    """Find days, months, peoples and countries that begin with a small letter."""
    if primary_subtag(subject.pair.target) != "en":
        return
    if _WORDS.isdisjoint(_LETTERS.findall(subject.target)):
        return  # So it is nearly always, which is found in a third of the time.
    for found in _SMALL.finditer(subject.target):
        if found[0] not in subject.source:
            at = found.start()
            fix = subject.target[:at] + found[0].capitalize() + subject.target[found.end() :]
            yield Finding((("texts", found[0]),), at, len(found[0]), (fix,))


def _all_capitals(subject: Subject) -> Iterator[Finding]:
    """Find targets all in capitals, of sources in a script that has none."""
    words = _CAPITALS.findall(subject.target)
    if len(words) >= _MANY and subject.target.isupper() and is_foreign_to_latin(subject.source):
        yield Finding((), 0, len(subject.target))


CAPITALS = (
    Check(
        "small_name",
        CheckGroup.WRITING,
        Severity.NOTE,
        "This is written with a capital letter in English: {texts}",
        _small_name,
        words="Days, months, peoples and countries with a small letter",
    ),
    Check(
        "all_capitals",
        CheckGroup.WRITING,
        Severity.NOTE,
        "The translation is all in capital letters.",
        _all_capitals,
        words="Translations all in capital letters",
    ),
)
