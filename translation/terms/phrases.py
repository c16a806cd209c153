"""Phrases of one language, and where they stand in a text: a table by the forms of words."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeAlias, TypeVar

from translation.model.language import primary_subtag
from translation.terms.arabic import ArabicWords
from translation.terms.english import EnglishWords
from translation.terms.other import OtherWords
from translation.terms.relation import Relation

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from translation.terms.relation import WordRules

T = TypeVar("T")

_WORD = re.compile(
    "[^\\W_](?:[^\\W_]|[\u0300-\u036f\u0610-\u061a\u0640\u064b-\u065f\u0670\u200c])*(?:['’]s\\b)?"
)
"""A run of letters and digits with their marks, an English possessive with it."""
_BETWEEN = re.compile("[\\s\ue000-\uf8ff\u200e\u200f\u00ad()\"“”«»'’‘–-]*")
"""What may stand between two words of a phrase: nothing that ends a sentence or lists."""
MOST_WORDS = 1_000
"""Words of a text that are looked at."""
_KEPT = 20_000
LONGEST_PHRASE = 12
"""Words of a term; longer ones are sentences, and no terms."""


@dataclass(frozen=True, slots=True)
class Phrase(Generic[T]):
    """A term's words as they are compared, and what it stands for."""

    words: tuple[str, ...]
    spelt: tuple[str, ...]
    what: T


class Place(NamedTuple, Generic[T]):
    """Where a phrase stands: start and end in characters, and how its words go with it."""

    start: int
    end: int
    phrase: Phrase[T]
    relation: Relation
    form: str
    """The word of the text that is least like its counterpart: its meaning may be asked for."""
    is_spelt_so: bool
    """Whether it stands there as the term is spelt, but for clitics: names have no other form."""


_Beginning: TypeAlias = "dict[str, list[Phrase[T]]]"
_ROOT = "√"


class Word(NamedTuple):
    """A word of a text."""

    text: str
    start: int
    end: int


def rules_of(language: str) -> WordRules:
    """Return how words of a language (a BCP 47 tag) are inflected, as far as this is known."""
    match primary_subtag(language):
        case "ar":
            return ArabicWords()
        case "en":
            return EnglishWords()
    return OtherWords(language)


@lru_cache(maxsize=64)
def words_of(text: str) -> tuple[Word, ...]:
    """Return the words of a text."""
    found = islice(_WORD.finditer(text), MOST_WORDS)
    return tuple([Word(match[0], match.start(), match.end()) for match in found])


class Phrases(Generic[T]):
    """Terms of one language, looked up in texts.

    They lie by the forms of their first word, and then by those of the second: a list of names
    may have a thousand that begin alike.
    """

    def __init__(self, language: str, terms: Iterable[tuple[str, T, bool]]) -> None:
        """``terms`` have text, what they stand for, and whether a shared root is worth telling."""
        self._rules = rules_of(language)
        self._by_word: dict[str, list[Phrase[T]]] = defaultdict(list)
        self._begun: dict[str, _Beginning[T]] = {}
        self._count = 0
        for text, what, by_root in terms:
            texts = [word.text for word in words_of(text)]
            words = tuple(map(self._rules.citation, texts))
            if 0 < len(words) <= LONGEST_PHRASE:
                self._count += 1
                phrase = Phrase(words, tuple(map(self._rules.spelt, texts)), what)
                for key in self._keys_of_term(words[0], by_root=by_root):
                    self._by_word[key].append(phrase)

    def __len__(self) -> int:
        return self._count

    def places(self, text: str) -> Iterator[Place[T]]:
        """Give every place where a phrase may stand, in the order in which they begin."""
        if not self._by_word:
            return
        words = words_of(text)
        for at, word in enumerate(words):
            begun = self._beginning(word.text)
            if not begun:
                continue
            alone = begun.get("", [])
            has_more = at + 1 < len(words) and len(begun) > bool(alone)
            more = self._having(begun, words[at + 1].text) if has_more else ()
            for phrase in (*more, *alone):
                place = self._place(phrase, words, at, text)
                if place is not None:
                    yield place

    def _beginning(self, word: str) -> _Beginning[T]:
        """Return the phrases that a word may begin, by the keys of their second word."""
        begun = self._begun.get(word)
        if begun is None:
            if len(self._begun) >= _KEPT:
                self._begun.clear()
            begun = self._begun[word] = {}
            for phrase in self._having(self._by_word, word):
                if self._rules.relation(word, phrase.words[0]) is not Relation.NONE:
                    second = phrase.words[1] if len(phrase.words) > 1 else ""
                    for key in self._keys_of_term(second) if second else ("",):
                        begun.setdefault(key, []).append(phrase)
        return begun

    def _having(self, table: _Beginning[T], word: str) -> tuple[Phrase[T], ...]:
        """Return the phrases of a table that lie under a key of a text's word, each once."""
        rules = self._rules
        keys = (*rules.keys(word), *(f"{_ROOT}{root}" for root in rules.roots(word)))
        found = {id(phrase): phrase for key in keys for phrase in table.get(key, ())}
        return tuple(found.values())

    def _keys_of_term(self, citation: str, *, by_root: bool = True) -> tuple[str, ...]:
        root = self._rules.root(citation) if by_root else ""
        return (citation, f"{_ROOT}{root}") if root else (citation,)

    def _place(
        self, phrase: Phrase[T], words: tuple[Word, ...], at: int, text: str
    ) -> Place[T] | None:
        behind = at + len(phrase.words)
        if behind > len(words):
            return None
        worst, form, is_spelt_so = Relation.FORM, words[at].text, True
        for number, word in enumerate(words[at:behind]):
            gap = text[words[at + number - 1].end : word.start] if number else ""
            relation = self._rules.relation(word.text, phrase.words[number])
            if relation is Relation.NONE or not _BETWEEN.fullmatch(gap):
                return None
            if relation < worst:
                worst, form = relation, word.text
            if is_spelt_so:
                is_spelt_so = phrase.spelt[number] in self._rules.standing(word.text)
        start, end = words[at].start, words[behind - 1].end
        return Place(start, end, phrase, worst, form, is_spelt_so)
