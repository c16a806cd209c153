"""Clauses and sentences of an Arabic source of which the English target has nothing.

Each word of the target can stand for one of the source. What the rest of the source explains is
taken first; a clause is lost where nothing is left for it, and where the target has no words left
over either, which may be said of it in some other way.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING

from translation.model.issue import Severity
from translation.model.mark import Side
from translation.quality.check import Check, CheckGroup
from translation.quality.pairing import MOST_WORDS, SOUNDS_LIKE, pairing_of
from translation.quality.subject import Finding
from translation.text.stems import english_stem, folded_arabic

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from translation.quality.pairing import Pairing, SourceWord
    from translation.quality.subject import Subject

    _Place = tuple[int, int]
    _Options = Sequence[tuple[int, frozenset[str]]]

_LONGER = 1.3
"""So many words of a target for each of the source have nothing left out."""
_FEWEST = 3
"""Words with a meaning of their own that a clause has at least."""
_MORE = 2
"""So many more words with a meaning of their own a source has than its target, at least."""
_NUMBER = re.compile(r"\d{1,20}")
_OF_ACRONYM = 3
"""So many further words an acronym may stand for."""
_UNTOLD = ""
"""The stem of what acronyms may say, which no word takes."""
_ONE_OF = 8
"""Of so many words of a clause one may stand in the target by chance."""
_LEAST = 0.35
"""What share of a sentence may stand there, where the target has fewer sentences."""
_END = re.compile(
    r"(?<!\d)[.,:،](?!\d)|(?<!\d)[.,:،](?=\d)|(?<=\d)[.,:،](?!\d)|[!?؟؛;()\[\]«»\"“”–—\n]"
)
_SENTENCE = re.compile(r"(?<![.!?؟])[.!?؟]++[\s\"”»]++(?=\S)")
_SOURCE_WORDS = frozenset(
    folded_arabic(word)
    for word in (
        "في من على إلى عن أن أو ثم قد لقد هذا هذه ذلك تلك التي الذي الذين مع كان كانت كما هو هي هم"
        " لا ما لم لن ليس كل بعد قبل عند حتى إذا إذ بين حيث إنه إنها غير كانوا يكون تكون تم يتم"
        " فقد لكن إلا به بها له لها فيه فيها منه منها عليه عليها أي نحو خلال أثناء ضمن لدى بعض"
        " هناك أيضا جدا إنهم لهم بما مما عما فيما لأن لأنه لأنها مثل سوف حين حينما بينما منذ كانا"
        " يكونوا هنا نفس ذات أحد إحدى أكثر أقل كذلك ساعة الساعة صباحا مساء ظهرا واحد واحدة اثنان"
        " اثنين ثلاثة أربعة خمسة ستة سبعة ثمانية تسعة عشرة الثانية الثالثة الرابعة الخامسة السادسة"
        " السابعة الثامنة التاسعة العاشرة"
    ).split()
)
_TARGET_STEMS = frozenset(
    english_stem(word)
    for word in (
        "the of a an to in and is are was were be been being that this it its for on with as by at"
        " from or which has have had will would not no but he she they we i you his her their our"
        " your my who whom what when where there these those so than then also can may do does did"
        " into if s t about him them us me over under out up down more most some any all one two"
        " such only other after before between during while because through own very just"
    ).split()
)
"""Words without a meaning of their own, and numbers, which checks of numbers look at."""


def _lost_clauses(subject: Subject) -> Iterator[Finding]:
    """Find clauses of three words or more, and sentences, of which the target has nothing."""
    pairing = pairing_of(subject)
    if pairing is None or len(pairing.target) > _LONGER * len(pairing.source):
        return
    words = [(at, word) for at, word in enumerate(pairing.source) if not _is_empty(word.folded)]
    if len(words) < _FEWEST:
        return
    content = _content(pairing)
    capitals = [pairing.target[at].text for at in pairing.capitals]
    acronyms = [text for text in capitals if len(text) > 2 and text.isupper()]
    content[_UNTOLD] = _OF_ACRONYM * len(acronyms)
    if len(words) < sum(content.values()) + _MORE:
        return
    starts = pairing.source_starts()
    options = [(starts[at], _options(word, pairing) - _TARGET_STEMS) for at, word in words]
    if len(words) - _take(content.copy(), [choice for _, choice in options]) < _FEWEST:
        return
    numbers = set(_numbers(subject.target))
    lost = [
        (start, end)
        for start, end in _clauses(subject.source)
        if _is_lost((start, end), options, content)
        and numbers.isdisjoint(_numbers(subject.source[start:end]))
    ]
    if not lost and _sentences(subject.target) < _sentences(subject.source):
        lost = _least_told(subject.source, options, content)
    for start, end in lost:
        text = subject.source[start:end].strip()
        yield Finding(
            (("text", text),), subject.source.index(text, start), len(text), side=Side.SOURCE
        )


def _is_lost(place: _Place, options: _Options, content: Counter[str]) -> bool:
    words, found, spare = _told(place, options, content)
    return words >= _FEWEST and found <= words / _ONE_OF and words - found - spare >= 0.5


def _least_told(source: str, options: _Options, content: Counter[str]) -> list[_Place]:
    """Return the sentence of which the target has least, where that is next to nothing."""
    told = []
    for place in _pieces(source, _SENTENCE):
        words, found, spare = _told(place, options, content)
        if words >= _FEWEST and words - found - spare >= 0.5:
            told.append((found / words, place))
    return [place for share, place in sorted(told)[:1] if share <= _LEAST]


def _told(place: _Place, options: _Options, content: Counter[str]) -> tuple[int, int, int]:
    """Return the words of a place, those with a counterpart, and the words that have none left."""
    start, end = place
    inside = [choice for at, choice in options if start <= at < end]
    if len(inside) < _FEWEST:
        return len(inside), 0, 0
    left = content.copy()
    if not _take(left, [choice for at, choice in options if not start <= at < end]):
        return 0, 0, 0  # The target says something else altogether: nothing is left out of it.
    found = _take(left, inside)
    return len(inside), found, sum(left.values())


def _numbers(text: str) -> list[str]:
    return [str(int(number)) for number in _NUMBER.findall(text)]


def _sentences(text: str) -> int:
    return sum(1 for _ in _pieces(text, _SENTENCE))


@lru_cache(maxsize=20_000)
def _is_empty(folded: str) -> bool:
    """Whether a folded word has no meaning of its own."""
    return (
        len(folded) < 2
        or folded in _SOURCE_WORDS
        or (folded[0] in "وفبلك" and folded[1:] in _SOURCE_WORDS)
    )


def _options(word: SourceWord, pairing: Pairing) -> frozenset[str]:
    """Return the stems of the target that may stand for a word: by meaning, or one by sound."""
    found = word.meanings & pairing.stems
    if found:
        return found
    there = pairing.target
    named = [(far, there[at].stem) for far, at in pairing.sounding(word) if there[at].plain[2:]]
    far, stem = min(named, default=(1.0, ""))
    return frozenset({stem} if far < (0.3 if word.meanings else SOUNDS_LIKE) else ())


def _content(pairing: Pairing) -> Counter[str]:
    """Count the stems of the target that have a meaning of their own."""
    words = pairing.target
    return Counter(
        [word.stem for word in words if word.stem not in _TARGET_STEMS and word.plain[1:]]
    )


def _take(left: Counter[str], options: Iterable[frozenset[str]]) -> int:
    """Take for each word one of what is left; return for how many there was one."""
    found = 0
    for choice in sorted(options, key=len):
        there = [stem for stem in choice if left[stem] > 0]
        if there:
            stem = there[0] if len(there) == 1 else min(there, key=lambda s: (left[s], s))
            left[stem] -= 1
            found += 1
    return found


def _clauses(source: str) -> Iterator[_Place]:
    return islice(_pieces(source, _END), MOST_WORDS)


def _pieces(text: str, between: re.Pattern[str]) -> Iterator[_Place]:
    start = 0
    for mark in between.finditer(text):
        if mark.start() > start:
            yield start, mark.start()
        start = mark.end()
    if text[start:].strip():
        yield start, len(text)


OMISSIONS = (
    Check(
        "lost_clause",
        CheckGroup.MEANING,
        Severity.WARNING,
        "Nothing in the translation stands for: {text}",
        _lost_clauses,
        words="Clauses and sentences that are left out",
    ),
)
