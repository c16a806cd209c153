"""A word as a pattern that finds every spelling a reader takes for the same, in texts as they are.

Texts need not be folded to be searched: 200 000 of them take a tenth of a second this way, and a
place that is found is a place in the text itself.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from translation.text.normalise import (
    ARABIC_MARKS,
    Folding,
    character_table,
)

_RANGES = (
    (0x0021, 0x0250),
    (0x0370, 0x0590),
    (0x05D0, 0x0700),
    (0x0750, 0x0780),
    (0x08A0, 0x0900),
    (0x1E00, 0x2150),
    (0xFB00, 0xFE00),
    (0xFE70, 0xFEFC + 1),
    (0xFF01, 0xFF5F),
)
"""Where letters and signs stand that may be written for one another."""
_OTHER_SIGNS = ("<super>", "<sub>", "<circle>", "<square>", "<fraction>")
"""Compatible in Unicode's terms, but not to a reader: m² is not m2."""
_CODES = "\ue000-\uf8ff"
_COMBINING = "\u0300-\u036f"
_BREAK = "\n"
"""Stands between signs that are folded together: none of them, and folding leaves it alone."""


def spellings(words: str, folding: Folding, *, arabic: bool, case: bool) -> str:
    """Return a pattern (for ``re``) of the spellings of some words.

    Inline codes and invisible characters may stand between the letters; a blank is any white
    space. ``arabic`` says whether the differences of Arabic writing that ``folding`` names
    do not count; with ``case`` that of letters does.
    """
    table = character_table(folding, arabic)
    left_out = {chr(code) for code, kept in table.items() if kept is None}
    composed = unicodedata.normalize("NFC", words)
    letters = _folded(composed, table, case=case)
    if not letters:
        return re.escape(words)  # Somebody looks for what folding leaves out: it is meant.
    between = f"[{_class(left_out)}{_CODES}]*"
    known, joined = _known(folding, arabic, case)
    parts, at = [], 0
    while at < len(letters):
        ligature = next((n for n in (4, 3, 2) if letters[at : at + n] in joined), 0)
        ones = [_one(letter, known) for letter in letters[at : at + (ligature or 1)]]
        part = between.join(ones)
        if ligature:
            others = _class(joined[letters[at : at + ligature]])
            part = f"(?:{part}|[{others}])"
        parts.append(part)
        at += ligature or 1
    # A letter has its own marks with it: without them it would be another one.
    own = f"[{_class(left_out & set(ARABIC_MARKS))}]*" if arabic and folding.marks else ""
    return f"{between.join(parts)}{own}(?![{_COMBINING}])"


def _folded(words: str, table: dict[int, str | None], *, case: bool) -> str:
    composed = "".join(
        unicodedata.normalize("NFKC", letter) if not letter.isspace() else letter
        for letter in words
        if not "\ue000" <= letter <= "\uf8ff"
    )
    kept = composed.translate(table)
    return kept if case else kept.casefold()


def _one(letter: str, known: dict[str, frozenset[str]]) -> str:
    if letter == " ":
        return r"\s"
    same = known.get(letter, frozenset()) | {letter}
    apart = {unicodedata.normalize("NFD", one) for one in same}
    several = sorted(re.escape(one) for one in apart if len(one) > 1)
    alone = f"[{_class(same)}]" if len(same) > 1 else re.escape(letter)
    return f"(?:{'|'.join((*several, alone))})" if several else alone


def _class(letters: frozenset[str] | set[str]) -> str:
    return "".join(re.escape(letter) for letter in sorted(letters))


@lru_cache(maxsize=64)
def _known(
    folding: Folding, arabic: bool, case: bool
) -> tuple[dict[str, frozenset[str]], dict[str, frozenset[str]]]:
    """Return which signs are written for a letter, and which one sign for several of them."""
    signs, composed = _signs()
    folded = composed.translate(character_table(folding, arabic))
    ones: dict[str, set[str]] = {}
    joined: dict[str, set[str]] = {}
    every = (folded if case else folded.casefold()).split(_BREAK)
    for (sign, is_compatible), letters in zip(signs, every, strict=True):
        if letters and letters != sign and (folding.letters or not is_compatible):
            (ones if len(letters) == 1 else joined).setdefault(letters, set()).add(sign)
    return (
        {letter: frozenset(signs) for letter, signs in ones.items()},
        {letters: frozenset(signs) for letters, signs in joined.items() if len(letters) <= 4},
    )


@lru_cache(maxsize=1)
def _signs() -> tuple[list[tuple[str, bool]], str]:
    """Return the signs that may be written for others, and their composed forms in one text.

    With each stands whether it is compatible with these, and no more than that.
    """
    signs: list[tuple[str, bool]] = []
    composed: list[str] = []
    for sign in (chr(code) for first, end in _RANGES for code in range(first, end)):
        decomposed = unicodedata.decomposition(sign)
        if not decomposed.startswith(_OTHER_SIGNS) and unicodedata.category(sign) != "Mn":
            signs.append((sign, decomposed.startswith("<")))
            composed.append(sign if sign.isspace() else unicodedata.normalize("NFKC", sign))
    return signs, _BREAK.join(composed)
