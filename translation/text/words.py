"""Words of a text, without loss, and word-level differences between two texts."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

_MARKS = "\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed"
_LETTER = f"[\\w{_MARKS}\u200c\u200d]"
_TOKEN = re.compile(
    "[\ue000-\uf8ff]+"  # a run of inline codes
    r"|\s+"
    r"|\d+(?:[.,\u066b\u066c]\d+)+"  # a number with its separators
    f"|{_LETTER}+(?:['\u2019]{_LETTER}+)*"
    r"|(.)\1*",  # punctuation, equal ones in a row together
    re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class DiffPart:
    """A stretch of a comparison; positions are Python indices into either text.

    ``text`` is in the text after for "equal" and "insert", in the text before for "delete".
    """

    kind: Literal["equal", "delete", "insert"]
    text: str
    start_before: int
    start_after: int


def words(text: str) -> list[str]:
    """Cut a text into words, white space, punctuation and runs of codes; joined, they are it."""
    return [token.group() for token in _TOKEN.finditer(text)]


def diff(before: str, after: str) -> list[DiffPart]:
    """Compare word by word. A replacement is a delete followed by an insert.

    Equal and deleted parts make up ``before``, equal and inserted ones ``after``.
    """
    from rapidfuzz.distance import Levenshtein

    old, new = words(before), words(after)
    blocks: list[tuple[bool, str, str]] = []
    for step in Levenshtein.opcodes(old, new):
        same = step.tag == "equal"
        removed = "".join(old[step.src_start : step.src_end])
        added = "".join(new[step.dest_start : step.dest_end])
        if blocks and same == blocks[-1][0]:
            _, earlier_removed, earlier_added = blocks.pop()
            removed, added = earlier_removed + removed, earlier_added + added
        blocks.append((same, removed, added))
    return _parts(_without_lone_blanks(blocks))


def _without_lone_blanks(blocks: list[tuple[bool, str, str]]) -> list[tuple[bool, str, str]]:
    """Draw a blank between two replacements into them: phrases read better than islands."""
    result: list[tuple[bool, str, str]] = []
    for index, (same, removed, added) in enumerate(blocks):
        lone = same and removed.isspace() and 0 < index < len(blocks) - 1
        if lone and all(blocks[index - 1][1:]) and all(blocks[index + 1][1:]):
            same = False
        if result and result[-1][0] == same:
            _, earlier_removed, earlier_added = result.pop()
            removed, added = earlier_removed + removed, earlier_added + added
        result.append((same, removed, added))
    return result


def _parts(blocks: list[tuple[bool, str, str]]) -> list[DiffPart]:
    parts: list[DiffPart] = []
    old_at = new_at = 0
    for same, removed, added in blocks:
        if same:
            parts.append(DiffPart("equal", added, old_at, new_at))
        else:
            if removed:
                parts.append(DiffPart("delete", removed, old_at, new_at))
            if added:
                parts.append(DiffPart("insert", added, old_at + len(removed), new_at))
        old_at, new_at = old_at + len(removed), new_at + len(added)
    return parts
