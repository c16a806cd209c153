"""Segmentation rules: SRX's ordered break and no-break pairs, read from resources."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import resources
from translation.model.language import primary_subtag

RULES = resources.FOLDER / "segmentation"

LOOK_BACK = 24
"""Characters before a candidate that a rule's ``before`` can see."""

_MARKS = "".join(
    map(chr, (*range(0x610, 0x61B), *range(0x64B, 0x660), 0x670, *range(0x300, 0x370)))
)
_OF_TOKENS = frozenset(f".°{_MARKS}")
_BARE = str.maketrans("", "", _MARKS)

_LIST = re.compile(r"\{([a-z]+)\}")


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: all its conditions must hold at a place; then ``breaks`` decides."""

    breaks: bool
    before: re.Pattern[str] | None
    after: re.Pattern[str] | None
    token: re.Pattern[str] | None

    def matches(self, text: str, place: int, token: str) -> bool:
        """Tell whether the rule holds at ``place``, with ``token`` standing before it."""
        if self.after is not None and not self.after.match(text, place):
            return False
        if self.token is not None and not self.token.fullmatch(token):
            return False
        return self.before is None or bool(
            self.before.search(text, max(0, place - LOOK_BACK), place)
        )


@dataclass(frozen=True, slots=True)
class RuleSet:
    """The rules of a language; ``candidates`` finds the places they are tried at."""

    language: str
    candidates: re.Pattern[str]
    rules: tuple[Rule, ...]

    def breaks_at(self, text: str, place: int) -> bool:
        """Tell whether a sentence ends at a candidate."""
        token = _token_before(text, place)
        for rule in self.rules:
            if rule.matches(text, place, token):
                return rule.breaks
        return True


def rules_for(language: str) -> RuleSet:
    """Return the rules for a language (a BCP 47 tag), the general ones where it has none."""
    return _load(primary_subtag(language))


@lru_cache(maxsize=16)
def _load(language: str) -> RuleSet:
    path = RULES / f"{language}.json"
    if not language.isalpha() or not path.is_file():
        path = RULES / "default.json"
    data: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    lists: dict[str, list[str]] = data["lists"]
    return RuleSet(
        data["language"],
        re.compile(_with_lists(data["candidates"], lists)),
        tuple(_rule(entry, lists, data["prefixes"]) for entry in data["rules"]),
    )


def _rule(entry: dict[str, Any], lists: dict[str, list[str]], prefixes: str) -> Rule:
    token = _with_lists(entry.get("token") or "", lists)
    if "words" in entry:
        token = prefixes + _any_of(lists[entry["words"]])
    before, after = entry.get("before"), entry.get("after")
    return Rule(
        entry["break"],
        re.compile(f"(?:{_with_lists(before, lists)})\\Z") if before else None,
        re.compile(_with_lists(after, lists)) if after else None,
        re.compile(token) if token else None,
    )


def _with_lists(expression: str, lists: dict[str, list[str]]) -> str:
    return _LIST.sub(lambda name: _any_of(lists[name[1]]), expression)


def _any_of(words: list[str]) -> str:
    return f"(?:{'|'.join(map(re.escape, sorted(words, key=len, reverse=True)))})"


def _token_before(text: str, place: int) -> str:
    """Return the run of letters, digits and full stops that ends at ``place``.

    Vowel marks belong to their letters and are left out: the rules name letters.
    """
    start, first = place, max(0, place - LOOK_BACK)
    while start > first and (text[start - 1] in _OF_TOKENS or text[start - 1].isalnum()):
        start -= 1
    return text[start:place].translate(_BARE)
