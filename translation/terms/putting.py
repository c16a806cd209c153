"""A term put in the place of other words: in their number, and with their capital."""

from __future__ import annotations

from translation.terms.english import is_plural, like

_ARTICLES = ("the ", "a ", "an ")


def put(text: str, start: int, end: int, term: str) -> str:
    """Return a text with a term in the place of the words from ``start`` to ``end``.

    A term that several words make up takes their number in its last; an article that the
    words begin with stays where the term has none.
    """
    before = text[start:end]
    article = next((one for one in _ARTICLES if before.lower().startswith(one)), "")
    kept = before[: len(article)] if not term.lower().startswith(_ARTICLES) else ""
    words = term.split(" ")
    if words[-1].isascii() and is_plural(before.split(" ")[-1]):
        words[-1] = like(words[-1], before.split(" ")[-1])
    new = f"{kept}{' '.join(words)}"
    is_beginning = not any(map(str.isalnum, text[:start]))
    if is_beginning and before[:1].isupper() and new[:1].islower():
        new = new[:1].upper() + new[1:]
    return f"{text[:start]}{new}{text[end:]}"
