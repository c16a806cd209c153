"""Which code page a text is in, by how likely its letters and words are as Arabic or English."""

from __future__ import annotations

import re
from dataclasses import dataclass
from math import log
from unicodedata import normalize

CANDIDATES = {
    "cp1256": 0.0,
    "iso8859-6": 0.05,
    "cp1252": 0.05,
    "cp720": 0.25,
    "mac-arabic": 0.25,
    "cp864": 0.85,
}
"""What Arabic and English texts were stored in before Unicode, and how much likelier a text must
be, in nats a character, to be taken for the rarer ones: a few letters decide nothing. DOS 864 has
letters by their forms, many of them where ISO 8859-6 has the letter itself."""

NEAR = 0.4
"""Two readings closer than this, in nats a character, are told together."""

_PERCENT = {
    "ا": 12.5, "ل": 11.5, "ي": 6.8, "م": 6.1, "و": 5.9, "ن": 5.8, "ر": 5.0, "ت": 4.8, "ب": 3.5,
    "ع": 3.5, "د": 3.0, "ه": 3.0, "س": 2.8, "ف": 2.7, "ة": 2.7, "أ": 2.5, "ق": 2.5, "ك": 2.3,
    "ح": 2.0, "ج": 1.4, "إ": 1.2, "ش": 1.2, "ص": 1.2, "ط": 1.1, "ى": 0.9, "خ": 0.9, "ذ": 0.9,
    "ز": 0.7, "ض": 0.7, "ث": 0.7, "غ": 0.6, "ئ": 0.5, "ء": 0.5, "آ": 0.3, "ظ": 0.2, "ؤ": 0.2,
}  # fmt: skip
"""How often a letter comes in Arabic prose, in percent (counted on news, rounded)."""

_LIKELY = {letter: log(share / 100) for letter, share in _PERCENT.items()}
_PLAIN, _RARE, _STRANGE, _ALIEN = -3.0, -5.0, -8.0, -11.0
_RARE_CHARACTERS = re.compile("[\u060c\u061b\u061f\u0640\u064b-\u0652\u0660-\u0669«»“”‘’–—…]")
_ACCENTED = re.compile("[\u00c0-\u00ff\u0152\u0153]")
_IN_WORD = re.compile("(?<=[A-Za-z])[\u00c0-\u00ff]|[\u00c0-\u00ff](?=[A-Za-z])")
_MIXED = re.compile("[A-Za-z][\u0621-\u0652]|[\u0621-\u0652][A-Za-z]|[a-z][\u00c0-\u00de]")
_FORMS = re.compile("[\ufb50-\ufefc]")
_WORD = re.compile("[\u0621-\u0652]+")
_KNOWN = frozenset(
    "في من على إلى أن إن عن التي الذي هذا هذه ما لا مع كان كانت قال وقال بعد قبل كل بين أو ثم قد"
    " لم هو هي وأن وفي ومن وعلى كما عام يوم غير حتى عند منذ خلال أكثر حيث ذلك أي أنه له".split()
)
_CONTROL = re.compile("[\x80-\x9f]")
_BLANKS = re.compile(r"\s")


@dataclass(frozen=True, slots=True)
class Reading:
    """A text as one code page reads it; ``likelihood`` in nats a character."""

    text: str
    encoding: str
    likelihood: float


def readings(data: bytes) -> list[Reading]:
    """Return what the candidates make of the bytes, the likeliest first."""
    found = []
    for encoding, handicap in CANDIDATES.items():
        try:
            text = data.decode(encoding)
        except UnicodeError:
            continue  # this code page it is not
        if not _CONTROL.search(text):
            found.append(Reading(text, encoding, likelihood(text) - handicap))
    return sorted(found, key=lambda reading: -reading.likelihood)


def likelihood(text: str) -> float:
    """Return how likely the text is as Arabic or English prose, in nats a character.

    Single letters by their frequency, and more for the commonest words of Arabic; less for
    letters of two scripts in a word, and for blanks that do not break where all others do.
    """
    if _FORMS.search(text):  # as DOS 864 has its letters
        text = normalize("NFKC", text)
    shown = _BLANKS.sub("", text)
    if not shown:
        return 0.0
    total = sum(_LIKELY[c] if c in _LIKELY else _other(c) for c in shown)
    total += (_STRANGE - _PLAIN) * len(_MIXED.findall(text))
    total += (_PLAIN - _STRANGE) * len(_IN_WORD.findall(text))
    if text.count("\u00a0") > text.count(" "):
        total += _RARE * text.count("\u00a0")
    words = _WORD.findall(text)
    known = sum(word in _KNOWN or word.startswith(("ال", "وال", "بال")) for word in words)
    known_share = known / len(words) if words else 0.0
    return total / len(shown) + known_share


def _other(character: str) -> float:
    if "!" <= character <= "~":
        return _PLAIN
    if _RARE_CHARACTERS.match(character):
        return _RARE
    return _STRANGE if _ACCENTED.match(character) else _ALIEN
