"""Finding and replacing in the texts of segments: words, whole words and regular expressions.

What is found is a place in the text as it is, codes included. A place that holds a code is found,
but never replaced, so that no text loses its codes. Expressions are those of the ``regex`` module,
which ends one that would go on for ever.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from translation.errors import UsageError
from translation.model.inline import has_codes, is_code, strip_codes
from translation.model.language import primary_subtag
from translation.text.normalise import (
    ARABIC_MARKS,
    ARABIC_SCRIPT,
    FOLD_ALL,
    Folding,
    character_table,
    fold_characters,
)
from translation.text.spellings import spellings
from translation.text.together import TEXT_BREAK, break_for

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from typing import Any

LONGEST_SECONDS = 0.03
"""Processor time that an expression may take for one text."""
_TOGETHER_SECONDS = 0.01
"""Processor time that it may take for many at once, before they are searched one by one."""
FOLD_NOTHING = Folding(marks=False, tatweel=False, hamza=False, letters=False, digits=False)

_WORD = f"[\\w{ARABIC_MARKS}]"
_ARABIC = re.compile("[\u0600-\u06ff]")
_DIGIT = re.compile(r"(?<![\\{,\d])\d")
"""A digit that stands for itself: \\d finds those of every script, and {2,3} counts."""


@dataclass(frozen=True, slots=True)
class SearchText:
    """What somebody looks for.

    ``is_expression`` takes ``text`` as a regular expression; ``whole_words`` wants no letter at
    either end; with ``case`` capitals count; ``folding`` says which differences of Arabic
    writing do not, in texts of languages of the Arabic script.
    """

    text: str
    is_expression: bool = False
    whole_words: bool = False
    case: bool = False
    folding: Folding = FOLD_ALL


class Place(NamedTuple):
    """A stretch of a text, in Python indices; an expression may find one without length."""

    start: int
    end: int


class Replaced(NamedTuple):
    """A text in which something was replaced: the places in the text before, and what is there."""

    text: str
    places: tuple[tuple[Place, str], ...]


class TextFinder:
    """Finds one thing in texts of one language.

    Raises UsageError where an expression cannot be understood, or refers to what it has not.
    """

    def __init__(self, wanted: SearchText, language: str, template: str | None = None) -> None:
        arabic = primary_subtag(language) in ARABIC_SCRIPT
        self._table: dict[int, str | None] = {}
        self._folding = wanted.folding
        self._options: dict[str, Any] = {}
        self._pattern: Any
        self._break = None if TEXT_BREAK in wanted.text else TEXT_BREAK
        if wanted.is_expression:
            if arabic and (_ARABIC.search(wanted.text) or _DIGIT.search(wanted.text)):
                self._table = character_table(wanted.folding, arabic)
            self._pattern = _expression(_folded_expression(wanted, self._table))
            self._options = {"timeout": LONGEST_SECONDS}
            self._break = break_for(wanted.text)
        else:
            found = spellings(wanted.text, wanted.folding, arabic=arabic, case=wanted.case)
            self._pattern = re.compile(_whole(found, wanted.text) if wanted.whole_words else found)
        self._is_expression = wanted.is_expression
        self._parts = _parts(template or "", wanted.is_expression, self._pattern)

    def places(self, text: str) -> tuple[Place, ...]:
        """Return where it stands in a text, in order. UsageError where that takes too long."""
        return tuple(_place(m.span(), origins, text) for m, origins in self._matches(text))

    def found_in(self, texts: Sequence[str]) -> list[int]:
        """Return which of many texts hold it, in order, and of an expression maybe some more.

        One search in many texts takes a tenth of the time of many searches.
        """
        apart, limit = self._break, {}
        joined = "" if apart is None else apart.join(texts)
        if self._is_expression and apart is not None:
            joined, limit = self._bare(joined), {"timeout": _TOGETHER_SECONDS}
        if apart is None or joined.count(apart) != len(texts) - 1:
            return list(range(len(texts)))  # They cannot be told apart in one.
        found, text, start = list[int](), 0, 0
        try:
            while match := self._pattern.search(joined, start, **limit):
                text += joined.count(apart, start, match.start())
                found.append(text)
                text, start = text + 1, joined.find(apart, match.start()) + 1
                if not start:
                    break
        except TimeoutError:
            return list(range(len(texts)))
        return found

    def replaced(self, text: str, chosen: Callable[[Place], bool] = lambda _: True) -> Replaced:
        """Return the text with the template in the places chosen that hold no code."""
        found: list[tuple[Place, str]] = []
        pieces, at = [], 0
        for match, origins in self._matches(text):
            place = _place(match.span(), origins, text)
            if has_codes(text[place.start : place.end]) or not chosen(place):
                continue
            new = self._filled(text, match, origins)
            found.append((place, new))
            pieces += [text[at : place.start], new]
            at = place.end
        return Replaced("".join((*pieces, text[at:])), tuple(found))

    def _matches(self, text: str) -> Iterator[tuple[Any, list[int] | None]]:
        """Give each match, and where the characters it was found in stand in the text."""
        if not self._is_expression:
            # Searched as it is: codes and marks are part of the pattern.
            if self._pattern.search(text):
                yield from ((match, None) for match in self._pattern.finditer(text))
            return
        try:
            # Where each character stands is worked out where something is found: few texts.
            if self._pattern.search(self._bare(text), **self._options):
                shown, origins = _shown(text, self._table)
                for match in self._pattern.finditer(shown, **self._options):
                    yield match, origins
        except TimeoutError:
            raise UsageError("pattern_too_slow") from None

    def _bare(self, text: str) -> str:
        """Return a text as an expression sees it."""
        bare = strip_codes(text)
        return fold_characters(bare, self._folding, arabic=True) if self._table else bare

    def _filled(self, text: str, match: Any, origins: list[int] | None) -> str:
        """Return the template with the groups of a match put in, as they are written."""
        pieces = (
            part if isinstance(part, str) else _group(text, match, part.group, origins)
            for part in self._parts
        )
        return "".join(pieces)


@lru_cache(maxsize=64)
def finder(wanted: SearchText, language: str, template: str | None = None) -> TextFinder:
    """Return what finds something in a language; UsageError as ``TextFinder`` raises it."""
    return TextFinder(wanted, language, template)


def checked(wanted: SearchText) -> SearchText:
    """Return what is wanted as it is. UsageError where its expression cannot be understood."""
    finder(replace(wanted, folding=FOLD_NOTHING), "")
    return wanted


# --- patterns ------------------------------------------------------------------------------


def _whole(pattern: str, words: str) -> str:
    """Want no letter before and behind, where the words themselves begin or end with one."""
    bare = words.strip()
    before = f"(?<!{_WORD})" if bare[:1].isalnum() else ""
    behind = f"(?!{_WORD})" if bare[-1:].isalnum() or bare[-1:] in ARABIC_MARKS else ""
    return f"{before}{pattern}{behind}"


def _folded_expression(wanted: SearchText, table: dict[int, str | None]) -> tuple[str, bool]:
    text = wanted.text.translate(table) if _ARABIC.search(wanted.text) else wanted.text
    if wanted.whole_words:
        text = f"(?<!{_WORD})(?:{text})(?!{_WORD})"
    return text, wanted.case


_REASONS = (
    ("missing )", "unclosed_group"),
    ("unbalanced parenthesis", "unopened_group"),
    ("unterminated character set", "unclosed_class"),
    ("bad character range", "bad_range"),
    ("nothing to repeat", "nothing_to_repeat"),
    ("multiple repeat", "repeated_twice"),
    ("min repeat greater", "repeated_wrongly"),
    ("end of pattern", "ends_in_backslash"),
    ("bad escape", "unknown_escape"),
    ("group reference", "unknown_group"),
    ("unknown group", "unknown_group"),
)
"""What the module says of a pattern, and the sentence that says it to people."""


def _expression(wanted: tuple[str, bool]) -> Any:
    import regex

    text, case = wanted
    try:
        return regex.compile(text, 0 if case else regex.IGNORECASE)
    except regex.error as error:
        for said, reason in _REASONS:
            if said in error.msg:
                raise UsageError(f"pattern_{reason}") from None
        raise UsageError("pattern_wrong", detail=error.msg) from None


# --- from the text that is searched to the text as it is -----------------------------------


def _shown(text: str, table: dict[int, str | None]) -> tuple[str, list[int] | None]:
    """Return a text without codes and folded, and where each character stood; None: as it is."""
    if text.isascii() or not (table or has_codes(text)):
        return text, None
    kept: list[str] = []
    origins: list[int] = []
    for at, character in enumerate(text):
        folded = "" if is_code(character) else table.get(ord(character), character)
        if folded:
            kept.append(folded)
            origins.append(at)
    return "".join(kept), origins


def _place(span: tuple[int, int], origins: list[int] | None, text: str) -> Place:
    start, end = span
    if origins is None:
        return Place(start, end)
    first = origins[start] if start < len(origins) else len(text)
    return Place(first, origins[end - 1] + 1 if end > start else first)


def _group(text: str, match: Any, group: int | str, origins: list[int] | None) -> str:
    span = match.span(group)
    if span[0] < 0:
        return ""
    place = _place(span, origins, text)
    return strip_codes(text[place.start : place.end])


# --- templates -----------------------------------------------------------------------------


class _Group(NamedTuple):
    group: int | str


_TEMPLATE = re.compile(
    r"\$\$|\\\\|\\n|\\t"
    r"|\$(?P<dollar>\d{1,2}|&)|\$\{(?P<dollar_name>\w+)\}"
    r"|\\(?P<slash>\d{1,2})|\\g<(?P<slash_name>\w+)>"
)
_SIGNS = {"$$": "$", "\\\\": "\\", "\\n": "\n", "\\t": "\t"}


def _parts(template: str, is_expression: bool, pattern: Any) -> tuple[str | _Group, ...]:
    """Cut a template at its groups, which are written $1, ${name}, \\1, \\g<name> or $&."""
    template = strip_codes(template)
    if not is_expression:
        return (template,)
    parts: list[str | _Group] = []
    at = 0
    for found in _TEMPLATE.finditer(template):
        parts.append(template[at : found.start()])
        at = found.end()
        name = next((name for name in found.groups() if name), None)
        parts.append(_SIGNS[found.group()] if name is None else _known_group(name, pattern))
    return (*parts, template[at:])


def _known_group(name: str, pattern: Any) -> _Group:
    if name == "&":
        return _Group(0)
    if name.isdecimal() and int(name) <= pattern.groups:
        return _Group(int(name))
    if name in pattern.groupindex:
        return _Group(name)
    raise UsageError("pattern_no_such_group", name=name)
