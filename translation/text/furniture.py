"""Page furniture: what a news page carries around its article, known by tables in resources."""

from __future__ import annotations

import re
from functools import lru_cache

import resources
from translation.model.language import primary_subtag
from translation.text.furniture_rules import Rules, read_rules, words_of
from translation.text.normalise import for_matching
from translation.text.spoken import is_spoken

LISTS = resources.FOLDER / "text"
LONGEST = 120
"""Furniture lines are short; longer text (in characters) is never taken for one."""

MOST_BESIDE = 3
"""Words beside the phrases of a line; two words at least are of phrases."""

MOST_NAME_WORDS = 6
MOST_TITLE_WORDS = 20
"""Words that a name in a list (a tag) and the title of a linked article can have."""

_HEAD = re.compile(r"\s*([^:|»]+?)\s*[:|»]+\s*(.*)")
_BETWEEN_NAMES = re.compile(r"[,،;؛|/#•·–—-]+")
_SENTENCE_END = re.compile(r"(?:(?<!\.)[.۔]|[!?؟،؛,;])[\s\"'”»)\]]*\Z")
_NOT_LAST = (".", "۔")
"""How the rest of a line does not end: tags and links are no sentences."""


def is_furniture(text: str, language: str) -> bool:
    """Tell whether a line is page furniture ("share", ": 205", "leave a comment").

    English furniture is known on pages of any language: chrome is often left untranslated. A line
    is furniture by its whole, never by its start, so that no sentence is taken for it.
    """
    if len(text) > LONGEST:
        return False
    own = primary_subtag(language)
    folded = for_matching(text, own)  # Folded as Arabic an English phrase is what it was.
    tables = _tables(own)
    return (
        _is_made_of(folded, tables)
        or _is_headed(folded, tables)
        or any(is_spoken(folded, rules, _ends(folded)) for rules in tables if rules.spoken)
        or any(pattern.fullmatch(folded) for rules in tables for pattern in rules.patterns)
    )


def may_head(text: str, language: str) -> bool:
    """Tell whether a line of furniture is a word that can stand above an article, too."""
    own = primary_subtag(language)
    words = words_of(for_matching(text, own))
    return any(rules.columns.is_all(words) for rules in _tables(own))


def _is_made_of(folded: str, tables: tuple[Rules, ...]) -> bool:
    """Tell whether phrases of the tables, and a few words beside them, are all there is.

    Where the line ends as a sentence does, the last phrase has to be one of the page's own.
    """
    words = words_of(folded, is_line=True)
    is_sentence = _ends(folded)
    reached = {0: 0}  # Where phrases can end, and the fewest words beside them so far.
    for start in range(len(words)):
        if start not in reached:
            continue
        lacking = reached[start]
        for phrase in (one for rules in tables for one in rules.starting(words[start])):
            for end in phrase.ends(words, start) - {start}:
                if end < len(words) or phrase.is_sentence or not is_sentence:
                    reached[end] = min(lacking, reached.get(end, lacking))
        if not is_sentence and any(words[start] & rules.beside for rules in tables):
            reached[start + 1] = min(lacking + 1, reached.get(start + 1, lacking + 1))
    fewest = reached.get(len(words), len(words))
    return bool(words) and (fewest == 0 or fewest <= min(MOST_BESIDE, len(words) - 2))


def _ends(folded: str) -> bool:
    """Tell whether a line ends as sentences do."""
    return _SENTENCE_END.search(folded) is not None


def _is_headed(folded: str, tables: tuple[Rules, ...]) -> bool:
    """Tell whether a line is a head known by the tables, a colon, and names or a title."""
    found = _HEAD.fullmatch(folded)
    if found is None or found[2].endswith(_NOT_LAST):
        return False
    head, rest = words_of(found[1]), found[2]
    if any(rules.link_heads.is_all(head) for rules in tables):
        return len(rest.split()) <= MOST_TITLE_WORDS
    names = _BETWEEN_NAMES.split(rest)
    return any(rules.list_heads.is_all(head) for rules in tables) and all(
        len(name.split()) <= MOST_NAME_WORDS for name in names
    )


@lru_cache(maxsize=8)
def _tables(language: str) -> tuple[Rules, ...]:
    found = [LISTS / f"furniture.{name}.txt" for name in dict.fromkeys((language, "en"))]
    return tuple(
        read_rules(path.read_text(encoding="utf-8"), language) for path in found if path.is_file()
    )
