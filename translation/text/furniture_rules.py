"""The tables that page furniture and bylines are known by; furniture.ar.txt says their form."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from translation.text.normalise import for_matching

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

Words = tuple[frozenset[str], ...]
"""The words of a line, each with what it is without the particles written with it."""

SHORTEST_BARE = 3
"""Letters that a word has at least without its particle."""

_KINDS = "=.?^>"
_WORD_KINDS = "&@%+"
_WORD = re.compile(r"[^\W\d_]+")
_PART = re.compile(r"[\[\]()|]|<[\w-]+>|[^\s\[\]()|]+")
_CLASS = re.compile(r"(<[\w-]+>)\s+(.*)")


def words_of(folded: str, *, is_line: bool = False) -> Words:
    """Return the words of a folded text; numbers and punctuation between them do not count.

    ``is_line`` keeps the particle of the first word: a line that starts with one is of a sentence.
    """
    found = _WORD.findall(folded)
    first = 1 if is_line else 0
    return (*(frozenset({word}) for word in found[:first]), *map(_bare, found[first:]))


def _bare(word: str) -> frozenset[str]:
    """Return a word and what stands behind an Arabic و, ب or ل ("للخبر" is "الخبر", too)."""
    found = {word}
    if word.startswith("و") and len(word) > SHORTEST_BARE:
        found.add(word[1:])
    for one in tuple(found):
        if one.startswith("لل") and len(one) > SHORTEST_BARE + 1:
            found.add("ال" + one[2:])
        if one.startswith(("ب", "ل")) and len(one) > SHORTEST_BARE:
            found.add(one[1:])
    return frozenset(found)


@dataclass(frozen=True, slots=True)
class Phrase:
    """The wordings of a rule: any of the rows, each of them its parts one after another.

    A part is a word or a phrase of its own; ``may_lack`` says that the phrase can be left out,
    ``is_sentence`` that it is a sentence of the page's own.
    """

    rows: tuple[tuple[str | Phrase, ...], ...]
    may_lack: bool = False
    is_sentence: bool = False

    def ends(self, words: Words, start: int) -> frozenset[int]:
        """Return where the phrase can end that starts at a place among the words."""
        found = {start} if self.may_lack else set()
        for row in self.rows:
            places = {start}
            for part in row:
                places = {end for place in places for end in _part_ends(part, words, place)}
            found |= places
        return frozenset(found)

    def is_all(self, words: Words) -> bool:
        """Tell whether the phrase is all there is."""
        return bool(words) and len(words) in self.ends(words, 0)

    def first_words(self) -> frozenset[str]:
        """Return the words that the phrase can start with."""
        found: set[str] = set()
        for row in self.rows:
            for part in row:
                found |= {part} if isinstance(part, str) else part.first_words()
                if isinstance(part, str) or not part.may_lack:
                    break
        return frozenset(found)


def _part_ends(part: str | Phrase, words: Words, start: int) -> frozenset[int]:
    if isinstance(part, Phrase):
        return part.ends(words, start)
    fits = start < len(words) and part in words[start]
    return frozenset({start + 1}) if fits else frozenset()


@dataclass(frozen=True, slots=True)
class Rules:
    """One table: phrases by the word they start with (``starts``), and which of them are what.

    ``plain`` are those that are nothing else, ``columns`` words that head a column or an article,
    too; ``list_heads`` and ``link_heads`` are what stands before a colon and names or a title;
    ``beside`` are words that may stand beside phrases; ``spoken`` are words with which a page
    speaks to its reader, ``around`` its own things and ``between`` the small words of such a line;
    ``patterns`` are for whole folded lines.
    """

    starts: Mapping[str, tuple[Phrase, ...]]
    plain: Phrase
    columns: Phrase
    list_heads: Phrase
    link_heads: Phrase
    beside: frozenset[str]
    spoken: frozenset[str]
    around: frozenset[str]
    between: frozenset[str]
    patterns: tuple[re.Pattern[str], ...]

    def starting(self, word: frozenset[str]) -> Iterator[Phrase]:
        """Give the phrases that can start with a word."""
        for spelling in word:
            yield from self.starts.get(spelling, ())


def read_rules(table: str, language: str) -> Rules:
    """Read a table; its words are folded as texts of ``language`` are."""
    classes: dict[str, Phrase] = {}
    found: dict[str, list[Phrase]] = {kind: [] for kind in _KINDS}
    patterns: list[re.Pattern[str]] = []
    words: dict[str, set[str]] = {kind: set() for kind in _WORD_KINDS}
    for line in table.splitlines():
        kind, _, wording = line.partition(" ")
        named = _CLASS.fullmatch(line)
        if named is not None:
            classes[named[1]] = _read(for_matching(named[2], language), classes)
        elif kind == "~":
            patterns.append(re.compile(wording))
        elif kind in words:
            words[kind].update(_WORD.findall(for_matching(wording, language)))
        elif kind in found:
            phrase = _read(for_matching(wording, language), classes)
            found[kind].append(replace(phrase, is_sentence=kind == "."))
    by_word: dict[str, list[Phrase]] = defaultdict(list)
    for phrase in (one for phrases in found.values() for one in phrases):
        for word in phrase.first_words():
            by_word[word].append(phrase)
    plain, columns, list_heads, link_heads = (
        Phrase(tuple((one,) for one in found[kind])) for kind in "=?^>"
    )
    starts = {word: tuple(phrases) for word, phrases in by_word.items()}
    beside, spoken, around, between = (frozenset(words[kind]) for kind in _WORD_KINDS)
    return Rules(
        starts,
        plain,
        columns,
        list_heads,
        link_heads,
        beside,
        spoken,
        around,
        between,
        tuple(patterns),
    )


def _read(wording: str, classes: Mapping[str, Phrase]) -> Phrase:
    return _either(iter(_PART.findall(wording)), classes)


def _either(
    parts: Iterator[str], classes: Mapping[str, Phrase], *, may_lack: bool = False
) -> Phrase:
    """Read alternatives up to the bracket that closes them, or to the end."""
    rows: list[tuple[str | Phrase, ...]] = []
    row: list[str | Phrase] = []
    for part in parts:
        if part in ")]":
            break
        if part == "|":
            rows.append(tuple(row))
            row = []
        elif part in "[(":
            row.append(_either(parts, classes, may_lack=part == "["))
        elif part.startswith("<"):
            row.append(classes[part])
        else:
            row.extend(_WORD.findall(part))
    return Phrase((*rows, tuple(row)), may_lack)
