"""Lines in which a page speaks to its reader, of nothing but itself: known by its vocabulary."""

from __future__ import annotations

from typing import TYPE_CHECKING

from translation.text.furniture_rules import words_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from translation.text.furniture_rules import Rules

MOST_WORDS = 14
"""Words of such a line."""

SHORTEST_SENTENCE, FEWEST_IN_SENTENCE = 4, 2
"""Words of such a line that ends as a sentence, shorter ones people say to one another; and how
many of them speak to somebody."""

MOST_OTHERS = 1
"""Words in it that are none of a page's."""

ARTICLE = "ال"
"""The Arabic article, written with its word: "الحساب" is "حساب", too."""

YOURS = ("كم", "ك", "نا")
"""What is written at the end of an Arabic word for "your" and "our"."""

SHORTEST_OWNED = 3
"""Letters of a word that such an ending can be told from."""


def is_spoken(folded: str, rules: Rules, is_sentence: bool) -> bool:
    """Tell whether a page speaks here: of its own words, one at least said to somebody.

    A further such word makes up for one of another kind. A sentence has two and speaks of "your"
    or "our" things: others are steps of an instruction, or what people say.
    """
    words = words_of(folded, is_line=True)
    if not 2 <= len(words) <= MOST_WORDS:
        return False
    others = 0
    for word in words:
        others += not _is_of_page(word, rules)
        if others > MOST_OTHERS:
            return False
    spoken = sum(_speaks(word, rules) for word in words)
    if not is_sentence:
        return spoken > others
    return (
        not others
        and spoken >= FEWEST_IN_SENTENCE
        and len(words) >= SHORTEST_SENTENCE
        and any(_is_owned(word, rules) for word in words)
    )


def _is_of_page(word: frozenset[str], rules: Rules) -> bool:
    known = any(_is_among(word, words) for words in (rules.around, rules.between, rules.beside))
    return known or _speaks(word, rules)


def _speaks(word: frozenset[str], rules: Rules) -> bool:
    """Tell whether a word speaks to the reader: by itself, or by its "your" and "our"."""
    return _is_among(word, rules.spoken) or _is_owned(word, rules)


def _is_owned(word: frozenset[str], rules: Rules) -> bool:
    stems = {one.removesuffix(ending) for one in word for ending in YOURS if one.endswith(ending)}
    # An Arabic noun with something appended has ت for ة.
    nouns = {f"{stem[:-1]}ه" for stem in stems if stem.endswith("ت")}
    return _is_among((one for one in stems | nouns if len(one) >= SHORTEST_OWNED), rules.around)


def _is_among(words: Iterable[str], known: frozenset[str]) -> bool:
    return any(one in known or one.removeprefix(ARTICLE) in known for one in words)
