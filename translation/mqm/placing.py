"""Where a marked error stands now: its words are found again after the text was edited.

A record keeps the words and some characters beside them, not a place alone; so it needs no
change when somebody types elsewhere in the text, splits or merges segments, or undoes any of it.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from translation.model.record import MarkedError

if TYPE_CHECKING:
    from collections.abc import Iterator

CONTEXT = 24
"""Characters kept on each side of the words."""
ENOUGH = 5
"""So many of them on one side, or all there are, tell that it is the same place."""
LONG = 8
"""Words of so many characters, which stand there once, are known without what is beside them."""
_MOST_PLACES = 500
"""Places that are looked at: a letter can stand a hundred thousand times in a hostile text."""


def marked_error(
    side: str, text: str, start: int, end: int, category: str, severity: str, note: str = ""
) -> MarkedError:
    """Return an error over a stretch of a text, in characters; an empty one is the whole text."""
    words = text[start:end]
    if not words.strip():
        return MarkedError(side, 0, "", category, severity, note)
    before, after = text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT]
    return MarkedError(side, start, words, category, severity, note, before, after)


@lru_cache(maxsize=4096)
def place_of(error: MarkedError, text: str) -> tuple[int, int] | None:
    """Return where the words of an error stand in the text as it is now: start and end.

    None where they do not any more: they were changed, and with them, perhaps, what was wrong.
    An error of the whole segment stands at (0, 0).
    """
    words = error.text
    if not words:
        return 0, 0
    best, best_fit, count = -1, (-1, -1, 0), 0
    for start in _places(error, text):
        count += 1
        left, right = _beside(error, text, start)
        fit = (left + right, max(left, right), -abs(start - error.start))
        if fit > best_fit:
            best, best_fit = start, fit
    if best < 0:
        return None
    left, right = _beside(error, text, best)
    is_known = left >= min(ENOUGH, len(error.before) or 1)
    is_known = is_known or right >= min(ENOUGH, len(error.after) or 1)
    is_alone = count == 1 and len(words) >= LONG
    return (best, best + len(words)) if is_known or is_alone else None


def _places(error: MarkedError, text: str) -> Iterator[int]:
    """Give the places at which the words stand, as parts of longer ones only where they were."""
    words = error.text
    cuts_first = _is_within(error.before[-1:] + words[:1])
    cuts_last = _is_within(words[-1:] + error.after[:1])
    start = text.find(words)
    for _time in range(_MOST_PLACES):
        if start < 0:
            return
        end = start + len(words)
        first, last = text[max(0, start - 1) : start + 1], text[end - 1 : end + 1]
        if (cuts_first or not _is_within(first)) and (cuts_last or not _is_within(last)):
            yield start
        start = text.find(words, start + 1)


def _is_within(both: str) -> bool:
    """Whether a word goes on from one of two characters to the other."""
    return len(both) == 2 and both.isalnum()


def _beside(error: MarkedError, text: str, start: int) -> tuple[int, int]:
    """Return how many characters before and after the words are those that were there.

    The edge of the text counts as one where the words stood at it.
    """
    end = start + len(error.text)
    left = _same(reversed(error.before), text[max(0, start - CONTEXT) : start][::-1])
    right = _same(iter(error.after), text[end : end + CONTEXT])
    left += not error.before and start == 0
    right += not error.after and end == len(text)
    return left, right


def _same(one: Iterator[str], other: str) -> int:
    count = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        count += 1
    return count
