"""Bidirectional text for showing (UAX 9): isolating runs.

Nothing here is ever stored: isolates are put around runs when a text is shown, and positions
are mapped back.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from typing import NamedTuple
from unicodedata import bidirectional

LRM, RLM = "\u200e", "\u200f"
LRI, RLI, FSI, PDI = "\u2066", "\u2067", "\u2068", "\u2069"

_CONTROL = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_LATIN = "A-Za-z\u00aa\u00b5\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02b8\u0370-\u052f\u1e00-\u1fff"
_ARABIC = (
    "\u0590-\u05ff\u0620-\u065f\u066e-\u06d3\u06d5-\u06ef\u06fa-\u08ff\ufb1d-\ufdff\ufe70-\ufefc"
)
_INNER = " \u00a0\ue000-\uf8ff.,:/&+%$€£#@_'\u2019\u2013\u2014-"
_DIGIT = "0-9"


_ISOLATES = re.compile(f"[{LRI}{RLI}{FSI}{PDI}]")


def _run(letters: str) -> re.Pattern[str]:
    core = f"[{letters}{_DIGIT}]"
    return re.compile(f"{core}(?:[{letters}{_DIGIT}{_INNER}]*{core})?%?")


_LATIN_RUN, _ARABIC_RUN = _run(_LATIN), _run(_ARABIC + "\u0660-\u0669\u06f0-\u06f9،؛؟")
_HAS_LATIN, _HAS_ARABIC = re.compile(f"[{_LATIN}]"), re.compile(f"[{_ARABIC}]")


@dataclass(frozen=True, slots=True)
class PositionMap:
    """Positions between a text and the same text with isolates, as Python indices."""

    inserted: tuple[int, ...] = ()
    """Where the isolates stand in the shown text, ascending."""

    def to_shown(self, index: int) -> int:
        """Return where a position of the text stands in the shown text, inside the isolates."""
        for place in self.inserted:
            if place > index:
                break
            index += 1
        return index

    def to_text(self, index: int) -> int:
        """Return the position of the text at a position of the shown text."""
        return index - bisect_left(self.inserted, index)


class Isolated(NamedTuple):
    """A text as it is shown, and the way back to the positions of the text itself."""

    shown: str
    positions: PositionMap


def isolate(text: str, opening: str = FSI) -> str:
    """Put a text between FSI, LRI or RLI and PDI: it cannot disturb what stands around it.

    Isolates left open inside are closed and stray PDIs taken out, else they would end this one.
    """
    depth = 0
    kept: list[str] = []
    for character in text:
        if character == PDI:
            if depth == 0:
                continue
            depth -= 1
        elif character in (LRI, RLI, FSI):
            depth += 1
        kept.append(character)
    return opening + "".join(kept) + PDI * (depth + 1)


def without_isolates(text: str) -> str:
    """Return a text without the characters that set parts of it apart."""
    return _ISOLATES.sub("", text)


def runs_right_to_left(text: str) -> bool:
    """Tell whether a text's first letter is of a script written from right to left (UAX 9, P2)."""
    classes = (bidirectional(character) for character in text)
    return next((kind for kind in classes if kind in ("L", "R", "AL")), "L") != "L"


def isolate_foreign_runs(text: str, rtl: bool) -> Isolated:
    """Isolate the runs of the other direction that hold numbers or several words.

    So "31 January 2022" keeps its order inside Arabic. ``rtl`` says how the text as a whole
    runs. A text with bidi controls of its own is shown as its writer ordered it.
    """
    if _CONTROL.search(text):
        return Isolated(text, PositionMap())
    run, letters = (_LATIN_RUN, _HAS_LATIN) if rtl else (_ARABIC_RUN, _HAS_ARABIC)
    opening = LRI if rtl else RLI
    shown: list[str] = []
    inserted: list[int] = []
    done = 0
    for found in run.finditer(text):
        if not letters.search(found.group()) or found.group().isalpha():
            continue
        start, end = found.span()
        inserted += [start + len(inserted), end + len(inserted) + 1]
        shown += [text[done:start], opening, found.group(), PDI]
        done = end
    return Isolated("".join(shown) + text[done:], PositionMap(tuple(inserted)))
