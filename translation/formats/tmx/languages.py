"""Which two languages of a translation memory are read."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from translation.formats.xliff.names import LANG
from translation.model.language import ARABIC_TO_ENGLISH, LanguagePair, primary_subtag

if TYPE_CHECKING:
    from lxml import etree

ANY = "*all*"
"""``srclang`` of a memory in which every language may be the source."""


@lru_cache(maxsize=512)
def family(tag: str) -> str:
    """Return the language that a tag names, whatever its region and its case."""
    return primary_subtag(tag.strip())


def language_of(tuv: etree._Element) -> str:
    """Return the tag of a ``tuv``; TMX 1.1 and 1.2 call the attribute ``lang``."""
    return str(tuv.get(LANG) or tuv.get("lang") or "")


class LanguagesSeen:
    """The languages of a file as they turn up, each tag as it is spelled first."""

    def __init__(self) -> None:
        self._tags: dict[str, None] = {}

    def add(self, tag: str) -> None:
        """Take note of a tag."""
        self._tags.setdefault(tag)

    @property
    def count(self) -> int:
        """How many there are, varieties of one counted once."""
        return len({family(tag) for tag in self._tags} - {""})

    def pair(self, source_language: str, asked: LanguagePair | None) -> LanguagePair | None:
        """Choose the pair: the one asked for, else by the header's ``srclang``.

        None where the languages are not there. Of a memory in many languages, the two this
        program is mostly used for come first.
        """
        found: dict[str, str] = {}
        for tag in self._tags:
            found.setdefault(family(tag), tag)
        found.pop("", None)
        if asked is not None:
            wanted = (family(asked.source), family(asked.target))
            return asked if all(language in found for language in wanted) else None
        if len(found) < 2:  # two varieties of one language, such as en-US and en-GB
            tags = [tag for tag in dict.fromkeys(map(str.lower, self._tags)) if tag]
            spelled = {tag.lower(): tag for tag in reversed(self._tags)}
            return LanguagePair(spelled[tags[0]], spelled[tags[1]]) if len(tags) > 1 else None
        arabic, english = ARABIC_TO_ENGLISH.source, ARABIC_TO_ENGLISH.target
        named = family(source_language)
        if named not in found:
            named = arabic if arabic in found and english in found else next(iter(found))
        favoured = {arabic: english, english: arabic}.get(named, "")
        others = [language for language in found if language != named]
        return LanguagePair(found[named], found[favoured if favoured in others else others[0]])


def variants(
    tu: etree._Element, pair: LanguagePair
) -> tuple[etree._Element | None, etree._Element | None, int]:
    """Return the ``tuv`` of source and target, and how many more the unit has of the two.

    Each is of the very tag if there is one, else of its family; two varieties of one language
    are told apart by the whole tag.
    """
    all_ = [(language_of(tuv), tuv) for tuv in tu.iterchildren("{*}tuv")]
    if len(all_) == 2:  # as mostly
        (one, first), (other, second) = all_
        if (one, other) == (pair.source, pair.target):
            return first, second, 0
    by_tag = family(pair.source) == family(pair.target)
    sources = _of(pair.source, all_, by_tag)
    targets = _of(pair.target, all_, by_tag)
    more = max(0, len(sources) - 1) + max(0, len(targets) - 1)
    return next(iter(sources), None), next(iter(targets), None), more


def _of(tag: str, all_: list[tuple[str, etree._Element]], by_tag: bool) -> list[etree._Element]:
    wanted, name = tag.lower(), family(tag)
    exact = [tuv for other, tuv in all_ if other.lower() == wanted]
    if exact or by_tag:
        return exact
    return [tuv for other, tuv in all_ if family(other) == name]
