"""What a translation carries unchanged: found in a source, and looked for in a target."""

from __future__ import annotations

import html
import re
import unicodedata
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache

from translation.text.carried_kinds import (
    AMOUNT,
    EMOJI_KIND,
    ENTITY,
    FIGURE,
    FOREIGN,
    KINDS,
    LATIN,
    MONEY,
    SIGN,
    TAG,
    WORDS,
    Kind,
)
from translation.text.emoji import EMOJI_LETTER

_SIGNS = re.compile(rf"[@\#%{{}}<&\\$€£¥₹₽₺₪₩₫₴₦₱₿¢\[{LATIN}{EMOJI_LETTER[1:-1]}]")
_JOINED = re.compile(r"[\d+/](?:(?<=\d)[-/.:]\d|(?<=\+)\d|(?<=/)\w)")
"""What every span has something of: the one or the other, each soon looked for."""

_FIRST = rf"[@\#%{{<&\\$€£¥₹₽₺₪₩₫₴₦₱₿¢\[./~*+]|{EMOJI_LETTER}"
"""What spans start with that start with no letter or digit."""

_TRANSLATED = re.compile(
    r"""\s(?:title|alt|aria-label|placeholder|lang|dir)\s*=\s*(?:"[^"]*"|'[^']*')"""
)
"""Attributes of a tag that a translation changes."""

_EXACT = re.compile(r"[@\#%{}<\\$\[]")
_ADDRESSES = ("://", "www.", "mailto:", "tel:")
_EMOJI_LETTER = re.compile(EMOJI_LETTER)

_OTHER_LETTER = re.compile(rf"[^\W\d_{LATIN}]")
_LATIN_LETTER = re.compile(f"[{LATIN}]")
_TRAILING = re.compile(r"[.,:;!?…'’*\u061f\u060c\u061b]+$")
_BRACKETS = {")": "(", "]": "[", "}": "{"}
_MONEY_SIGN = re.compile(rf"{SIGN}|{MONEY}")
_FIGURE = re.compile(FIGURE)
_GROUPING = re.compile(r"[.,](?=\d{3}(?!\d))")


@dataclass(frozen=True, slots=True)
class Span:
    """A place in a text: ``text`` is what stands from ``start`` to ``end``."""

    kind: Kind
    start: int
    end: int
    text: str


def find_carried(text: str, foreign: bool | None = None) -> list[Span]:
    """Return the spans of a text that its translation carries unchanged, in order, apart.

    ``foreign`` tells whether the text is in a language not written in Latin letters, None that
    its letters decide.
    """
    if not _may_have_any(text):
        return []
    if foreign is None:
        foreign = is_foreign_to_latin(text)
    kinds = KINDS + FOREIGN if foreign else KINDS
    pattern, spans, done = _pattern(foreign, "@" in text), list[Span](), 0
    while found := pattern.search(text, done):
        kind = kinds[int(str(found.lastgroup)[1:])]
        shown = _without_marks(found.group()) if kind.id == "address" else found.group()
        done = found.start() + len(shown)
        spans.append(Span(kind, found.start(), done, shown))
    return spans


def is_foreign_to_latin(text: str) -> bool:
    """Tell by its letters whether the text is in another script, so that Latin words stand out."""
    others = len(_OTHER_LETTER.findall(text))
    return others > 0 and others * 3 >= len(_LATIN_LETTER.findall(text))


def has_other_letters(text: str) -> bool:
    """Tell whether the text has letters of another script than the Latin one."""
    return _OTHER_LETTER.search(text) is not None


def has_emoji(text: str) -> bool:
    """Tell whether the text has a character that every emoji has one of."""
    return _EMOJI_LETTER.search(text) is not None


def lost_carried(source: str, target: str, foreign: bool | None = None) -> list[Span]:
    """Return the spans of the source that the target lacks or has changed, in source order.

    ``foreign`` as in find_carried; a source is foreign, too, where other letters than Latin ones
    are gone in the target.
    """
    if not _may_have_any(source):
        return []
    if foreign is None and has_other_letters(source) and not has_other_letters(target):
        foreign = True
    foreign = is_foreign_to_latin(source) if foreign is None else foreign
    wanted = find_carried(source, foreign)
    if not wanted:
        return []
    left = _Left(target, foreign)
    longest_first = sorted(wanted, key=lambda span: -len(span.text))
    lost = {span.start for span in longest_first if not left.take(span)}
    return [span for span in wanted if span.start in lost]


def invented_carried(source: str, target: str) -> list[Span]:
    """Return addresses, placeholders, tags and handles of the target that the source lacks."""
    if not _may_have_exact(target):
        return []
    found = [
        span
        for span in find_carried(target, foreign=False)
        if span.kind.exact and span.kind.id != EMOJI_KIND
    ]
    allowed = Counter(map(_key, find_carried(source, foreign=False)))
    invented = []
    for span in found:
        if allowed[_key(span)] > 0:
            allowed[_key(span)] -= 1
        elif span.text not in source:
            invented.append(span)
    return invented


def _may_have_any(text: str) -> bool:
    return _SIGNS.search(text) is not None or _JOINED.search(text) is not None


def _may_have_exact(text: str) -> bool:
    """Whether a text has something of what every span of an exact kind has.

    Asked of every target: plain words and a class of few characters are found in no time, while
    one expression of all would try each of them at each character.
    """
    if _EXACT.search(text) or any(map(text.__contains__, _ADDRESSES)):
        return True
    return not text.isascii() and has_emoji(text)


def western_digits(text: str) -> str:
    """Return the text with the digits of every script as 0 to 9, one for one."""
    if text.isascii():
        return text
    return "".join(
        character if (digit := unicodedata.decimal(character, None)) is None else str(digit)
        for character in text
    )


def _key(span: Span) -> str:
    """Return what two spans that count as the same have in common."""
    if span.kind.id == AMOUNT:
        return _amount(span.text)
    return _TRANSLATED.sub("", span.text) if span.kind.id == TAG else span.text


def _amount(text: str) -> str:
    """Return sign and figure of an amount, whichever comes first and however it is grouped."""
    text = western_digits(text).translate({0x66B: ".", 0x66C: ",", 0xA0: None, 0x202F: None})
    sign, figure = _MONEY_SIGN.search(text), _FIGURE.search(text)
    grouped = _GROUPING.sub("", figure.group()) if figure else ""
    return f"{sign.group() if sign else ''}{grouped.replace(',', '.')}"


class _Left:
    """A target, from which each span is taken as often as it is found."""

    def __init__(self, target: str, foreign: bool) -> None:
        self._text = target
        self._folded = western_digits(target)
        self._spans: dict[str, list[Span]] = {}
        for language in {False, foreign}:
            for span in find_carried(target, language):
                self._spans.setdefault(_key(span), []).append(span)

    def take(self, span: Span) -> bool:
        """Take one occurrence out; False where there is none."""
        for own in self._spans.get(_key(span), ()):
            if self._text[own.start : own.end] == own.text:
                self._take_out(own.start, own.end)
                return True
        if span.kind.id == AMOUNT:
            return False
        if span.kind.exact:
            return self._take(span.text, span.kind, self._text)
        texts = [western_digits(span.text)]
        if span.kind.id == ENTITY:
            texts.append(html.unescape(span.text))
        return any(self._take(text, span.kind, self._folded) for text in texts)

    def _take(self, text: str, kind: Kind, target: str) -> bool:
        found = _standing(text, kind).search(target)
        if found is not None:
            self._take_out(found.start(), found.end())
        return found is not None

    def _take_out(self, start: int, end: int) -> None:
        gap = "\0" * (end - start)
        self._text = f"{self._text[:start]}{gap}{self._text[end:]}"
        self._folded = f"{self._folded[:start]}{gap}{self._folded[end:]}"


@lru_cache(maxsize=4096)
def _standing(text: str, kind: Kind) -> re.Pattern[str]:
    """Return what finds a span that stands for itself, and not as a part of a longer one."""
    first, rest = re.escape(text[:1]), re.escape(text[1:]).replace(r"\ ", r"\s+")
    if kind.id == WORDS and text[:1].islower():  # it may start a sentence there
        first = f"[{first}{re.escape(text[:1].upper())}]"
    before, after = "", ""
    if kind.id == EMOJI_KIND:
        before, after = "(?<!\u200d)", "(?![\u200d\ufe0f\U0001f3fb-\U0001f3ff])"
    elif kind.id in ("address", "email"):
        before = rf"(?<![{LATIN}0-9@])(?<![{LATIN}0-9_][._%+-])"
        after = rf"(?![{LATIN}0-9_/=&@]|[.?:-][{LATIN}0-9_])"
    else:
        if text[:1].isalnum() or text[:1] in "@#":
            before = rf"(?<![{LATIN}0-9_@])"
        if text[-1:].isalnum() and text[:1] != "%":  # "%1$sread more%2$s"
            after = rf"(?:s?)(?![{LATIN}0-9_]|[-.][{LATIN}0-9_])"
    plain_words = kind.id == WORDS and text.islower()
    return re.compile(f"{before}{first}{rest}{after}", re.IGNORECASE if plain_words else 0)


@lru_cache(maxsize=4)
def _pattern(foreign: bool, any_letter: bool) -> re.Pattern[str]:
    """Return what finds a span of any kind; a look at its first character spares most of it.

    ``any_letter`` lets it start with a letter of every script, as a mailbox may.
    """
    kinds = KINDS + FOREIGN if foreign else KINDS
    named = "|".join(f"(?P<k{n}>{kind.pattern})" for n, kind in enumerate(kinds))
    word = r"\b(?=\w)|" if any_letter else ""
    return re.compile(rf"(?:{word}(?<![{LATIN}\d_])(?=[{LATIN}\d])|(?={_FIRST}))(?:{named})")


def _without_marks(address: str) -> str:
    """Return an address without the marks of the sentence around it."""
    while True:
        kept = _TRAILING.sub("", address)
        opening = _BRACKETS.get(kept[-1:])
        if opening and kept.count(kept[-1]) > kept.count(opening):
            kept = kept[:-1]
        if kept == address:
            return address
        address = kept
