"""The words by which a text is found in a memory."""

from __future__ import annotations

import re
from hashlib import blake2b

from translation.text.normalise import for_matching

_ONE_BY_ONE = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff"
"""Scripts that put no blanks between words: there each letter counts as one."""
LONGEST_WORD = 40
"""Letters of a word at most; longer runs are addresses, or what a hostile file holds: cut up."""
_WORD = re.compile(rf"[^\W{_ONE_BY_ONE}]{{1,{LONGEST_WORD}}}|[{_ONE_BY_ONE}]")
FOLDING = 1
"""Counts the ways in which texts were folded so far: a memory folded otherwise is indexed anew."""


def words_of(folded: str) -> list[str]:
    """Return the words of a folded text in their order."""
    return _WORD.findall(folded)


def hash_of(*texts: str | None) -> int:
    """Return a number of 64 bits, signed as SQLite has them, that stands for some texts."""
    whole = "\x1f".join("\x1e" if text is None else text for text in texts)
    digest = blake2b(whole.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "little", signed=True)


__all__ = ["FOLDING", "LONGEST_WORD", "for_matching", "hash_of", "words_of"]
