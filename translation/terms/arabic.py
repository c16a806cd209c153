"""Which form of an Arabic word a text may have: with clitics, inflected, with a broken plural.

A word of a text is taken for a term's where what is left of it without clitics is the term, or
where a table of endings or of plurals leads from one to the other. A shared root alone proves
nothing: ambassador and embassy have one.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from translation.model.language import primary_subtag
from translation.terms.relation import Relation
from translation.text.normalise import ARABIC_MARKS
from translation.text.stems import folded_arabic

if TYPE_CHECKING:
    from collections.abc import Iterable

_LEAST = 2
"""Letters that a word keeps at least when something is cut off."""
_LONGEST = 30
"""Letters; longer runs are no words, but what a hostile file may hold."""
_SHORT = 3
"""Letters of a word that too many others with endings look like."""
_LEAST_ROOT = 3
"""Consonants that two words share at least where only their root is the same."""
_PRONOUNS = ("هما", "كما", "ها", "هم", "هن", "كم", "نا", "ه", "ك")
_NOUN_ENDINGS = (
    ("تان", "ه"), ("تين", "ه"), ("ات", "ه"), ("ات", ""), ("ان", ""), ("ين", ""), ("ون", ""),
    ("ات", "ا"), ("تا", "ه"), ("تي", "ه"), ("ه", ""), ("ا", ""), ("و", ""),
)  # fmt: skip
"""What a noun or adjective ends in, and what its singular ends in instead."""
_VERB_BEGINNINGS = ("ي", "ت", "ن")
_CLITIC = re.compile("[بكل](?=.{2})|س(?=[يتن])")
"""A preposition, or the sign of the future before a verb."""
_VERB_ENDINGS = ("وا", "ون", "ان", "تا", "تم", "نا", "ت", "ا", "")
_WEAK = re.compile("[اويهء]")
_CONSONANT = re.compile("[^اويهء]")
_REPEATED = re.compile(r"(.)\1+")

_PLURALS = {
    singular: frozenset(plurals.split())
    for singular, plurals in {
        "CCC": "اCCاC CCوC CCاC اCCC CCC CCCان CCCاء CCCه",
        "CC": "CCوC اCCاC CCاC",
        "CCCه": "CCC CCاC اCCC CCCاء CCاCي",
        "CCه": "CCC",
        "CاCC": "CCاC CCCه CCCاء CواCC CCوC اCCاC",
        "CاCCه": "CواCC",
        "CCاC": "اCCCه CCC CCايC CCCاء",
        "CCاCه": "CCايC",
        "CCيC": "CCCاء CCاC اCCCاء CCCي CCCان CCايC CCاCي CCCه",
        "CCيCه": "CCايC CCC",
        "CCوC": "CCC CCايC اCCCه",
        "CCوCه": "CCايC",
        "CCCC": "CCاCC CCاCيC CCاCCه",
        "CCCCه": "CCاCC CCاCيC",
        "CCCيC": "CCاCيC",
        "CCCوC": "CCاCيC",
        "CCCاC": "CCاCيC CCاCCه",
        "CCCوCه": "CCاCيC",
        "CCCيCه": "CCاCيC",
        "CاC": "اCواC CيCان CوC",
        "CوC": "اCواC CيCان",
        "CيC": "اCياC CيوC",
        "CCاء": "اCCيه CCي",
        "CCي": "اCCياء CCايا",
        "CCو": "اCCاء",
        "CCCي": "CCوC CCاCي",
        "CCيه": "CCايا",
        "CاCي": "CCاه CوCي",
        "CاCه": "CواC CوCي",
        "CاCوC": "CواCيC",
        "CاCيC": "CواCيC",
        "CوCه": "CوC",
        "اCC": "اCوC اواCC",
        "اCيC": "اCCاء اCCي",
    }.items()
}
"""The plurals that grammar breaks, by the shape of the singular: C is a consonant."""
_DEFINITE = re.compile("[وف]?(?:[بك]?ال|لل)")


class Forms(NamedTuple):
    """What a word of a text may be, folded and without its article."""

    bare: frozenset[str]
    """Without what is written in one with it."""
    inflected: frozenset[str]
    """Without endings of number, gender and case."""
    verbal: frozenset[str]
    """Without beginnings and endings of a verb."""


class ArabicWords:
    """How the words of an Arabic term stand in texts."""

    def citation(self, word: str) -> str:
        """Return a term's word folded and without its article."""
        return _citation(word)

    def spelt(self, word: str) -> str:
        """Return a term's word folded, its article too."""
        return folded_arabic(word)

    def standing(self, word: str) -> Iterable[str]:
        """Return a text's word with and without clitics, its article kept."""
        return _standing(word)

    def keys(self, word: str) -> Iterable[str]:
        """Return the citations that a word of a text may be a form of."""
        return _keys(word)

    def roots(self, word: str) -> Iterable[str]:
        """Return the roots that a word of a text may have."""
        return _roots(word)

    def root(self, citation: str) -> str:
        """Return the root by which a term's word is found."""
        return root(citation)

    def relation(self, word: str, citation: str) -> Relation:
        """Return whether a word of a text is a form of a term's."""
        return _relation(word, citation)


_JOINED = re.compile("[وف]?(?:[بك](?=ال)|(?P<to>لل)(?=..))")


def without_clitics(phrase: str, language: str) -> str:
    """Return words as a termbase has them: without what is written in one with an article."""
    words = phrase.split()
    if primary_subtag(language) != "ar" or not words:
        return phrase
    joined = _JOINED.match(words[0])
    if joined is None:
        return phrase
    first = words[0][joined.end() :]
    return " ".join((f"ال{first}" if joined["to"] else first, *words[1:]))


@lru_cache(maxsize=50_000)
def forms(word: str) -> Forms:
    """Return what a word of a text may be."""
    folded = folded_arabic(word)
    if len(folded) > _LONGEST:
        return Forms(frozenset({folded}), frozenset(), frozenset())
    bare = set(map(_without_article, _without_clitics(folded)))
    if not word.rstrip(ARABIC_MARKS).endswith("ة"):
        bare = _without_pronoun(bare)
    inflected = {form for one in bare for form in _singulars(one)}
    verbal = {form for one in bare for form in _past(one)}
    return Forms(frozenset(bare), frozenset(inflected), frozenset(verbal))


@lru_cache(maxsize=50_000)
def _standing(word: str) -> frozenset[str]:
    return frozenset(_without_clitics(folded_arabic(word)))


@lru_cache(maxsize=50_000)
def _keys(word: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(form for part in forms(word) for form in part))


@lru_cache(maxsize=50_000)
def _roots(word: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(map(root, _keys(word))))


@lru_cache(maxsize=50_000)
def root(form: str) -> str:
    """Return the consonants of a folded form, one of two alike: what its plurals share."""
    return _REPEATED.sub(r"\1", _WEAK.sub("", form))


@lru_cache(maxsize=20_000)
def _citation(word: str) -> str:
    return _without_article(folded_arabic(word))


@lru_cache(maxsize=50_000)
def _relation(word: str, citation: str) -> Relation:
    found = forms(word)
    if citation in found.bare:
        return Relation.FORM
    if citation in found.inflected:
        return Relation.FORM if len(citation) > _SHORT else Relation.LIKELY
    if citation in found.verbal or any(_may_be_plural(one, citation) for one in found.bare):
        return Relation.LIKELY
    if f"{citation}ي" in found.bare and not _DEFINITE.match(folded_arabic(word)):
        return Relation.LIKELY  # The plural of a construct, as in مواطني.
    own = root(citation)
    if len(own) >= _LEAST_ROOT and any(root(form) == own for part in found for form in part):
        return Relation.ROOT
    return Relation.NONE


def _may_be_plural(form: str, singular: str) -> bool:
    """Tell whether a form can be a broken plural."""
    allowed = _PLURALS.get(_shape(singular), frozenset())
    is_adverbial = form.endswith("ا") and form[-2:-1] not in "اويه"
    return any(
        _shape(one) in allowed and root(one) == root(singular)
        for one in ((form, form[:-1]) if is_adverbial else (form,))
    )


def _shape(form: str) -> str:
    shape = _CONSONANT.sub("C", form)
    return f"C{shape[1:]}" if shape[:1] in ("و", "ي") else shape


def _without_article(word: str) -> str:
    return word[2:] if word[:2] == "ال" and len(word) > 2 + _LEAST else word


def _without_clitics(word: str) -> set[str]:
    """Return a word with and without conjunction, preposition and future; its article stays."""
    found = {word}
    if word[:1] in ("و", "ف") and len(word) > _LEAST + 1:
        found.add(word[1:])
    for form in tuple(found):
        if form[:2] == "لل" and len(form) >= 2 + _LEAST:
            found |= {f"ا{form[1:]}", form[1:]}  # للغة is "for a language", too.
        elif _CLITIC.match(form):
            found.add(form[1:])
    return found


def _without_pronoun(found: set[str]) -> set[str]:
    """Add forms without the pronoun behind them, before which ة is a ت and a hamza has a seat."""
    more = set(found)
    for form in found:
        ending = next((one for one in _PRONOUNS if form.endswith(one)), "")
        own = form[: len(form) - len(ending)]
        if ending and len(own) >= _LEAST:
            more.add(own)
            if own.endswith("ت"):
                more.add(f"{own[:-1]}ه")
            if own.endswith(("اي", "او")):
                more.add(f"{own[:-1]}ء")
    return more


def _singulars(form: str) -> set[str]:
    return {
        f"{form[: -len(ending)]}{instead}"
        for ending, instead in _NOUN_ENDINGS
        if form.endswith(ending) and len(form) - len(ending) >= _LEAST
    }


def _past(form: str) -> set[str]:
    """Return a verb's forms as dictionaries have them: the past of the third person."""
    found = set()
    for ending in _VERB_ENDINGS:
        own = form[: len(form) - len(ending)]
        if form.endswith(ending) and len(own) > _LEAST:
            found.add(own)
            if own[0] in _VERB_BEGINNINGS and len(own) > _LEAST + 1:
                found |= {own[1:], f"ا{own[1:]}"}
    return found
