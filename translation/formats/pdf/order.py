"""From where glyphs stand on a line to the order in which people read them.

A PDF says which glyph stands where, seldom in which order they are read. The order is got back
from the places alone, by the rules of UAX 9 turned round: on a line of Arabic, runs of Latin and
numbers are read to the right, all else to the left. Whether letters were drawn in an order that
no reader sees (some programs draw Arabic from left to right) shows in its words.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect
from dataclasses import dataclass, replace
from enum import Enum
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


Shape = tuple[int, int]
"""A font, and a glyph's number in it."""


@dataclass(frozen=True, slots=True)
class Glyph:
    """One glyph: its text, sides, baseline and size in points, y from below.

    ``text`` is more than one letter for a ligature, in the order the file gives. ``index``
    counts the glyphs in the file; ``follows_space`` says that a space without a width stood
    before this one. One that has a width is a glyph whose text is ``SPACE``. ``shape`` is the
    glyph's font and number, where they are known.
    """

    text: str
    left: float
    right: float
    baseline: float
    size: float
    index: int = 0
    follows_space: bool = False
    shape: Shape | None = None


class Kind(Enum):
    """How a character runs, as far as lines are concerned."""

    RIGHT = "r"
    LEFT = "l"
    DIGIT = "d"
    JOINER = "j"
    """Between two digits part of their number: UAX 9's CS."""
    OTHER = "o"


_TOUCHING = 0.02
"""Of the letters' size: sides that are one."""

SPACE = " "
SPACE_SHARE = 0.12
"""Of the letters' size: a gap wider than that is a space. Spaces of fonts have 0.2 to 0.3."""

_FOREIGN = 4
"""So many times as many letters of the other direction make a line run that way."""

_FORMS = re.compile("[\ufb50-\ufd3d\ufd50-\ufdef\ufe70-\ufefc]")
_ALEF_LAM = re.compile("([\u0622\u0623\u0625\u0627])(\u0644)")
MIRRORED = str.maketrans("()[]{}<>\u00ab\u00bb\u2039\u203a", ")(][}{><\u00bb\u00ab\u203a\u2039")
_WRONG_END = re.compile(r"(?<![^\s])[)\]](?=\w)|(?<=\w)[(\[](?![^\s.,:;!?\u060c\u061b\u061f])")
"""Brackets that close where a word begins or open where one ends: some programs name both alike."""

_WORD = re.compile("[\u0621-\u064a]+")
_OFTEN = frozenset("في من على إلى أن التي الذي هذا هذه كان قال عن مع بين كما وقد بعد قبل".split())
_OFTEN_REVERSED = frozenset(word[::-1] for word in _OFTEN)
_CLOSING = frozenset(")]}")
_LONGEST_IN_BRACKETS = 100
_BRACKETS = frozenset("()[]")
_STOPS = frozenset(".,:;!?")
_ENDS = frozenset(".,:;!?)]\u00bb\u060c\u061b\u061f")
_DATE = re.compile(r"([A-Za-z]{3,9} (?:19|20)[0-9]{2}) ([0-9]{1,2})(?![0-9])")
"""A day, month and year as an Arabic line shows them: the day stands to the right, apart."""

_JOINING = "\u0626\u0628\u062a-\u062e\u0633-\u063a\u0641-\u0647\u064a"
_KASHIDA = re.compile(f'([{_JOINING}][\u064b-\u0652]?)"+(?=[\u0621-\u064a])')
"""Quotes after letters that join the next one: what LibreOffice names its stretching strokes."""

FEWEST_STROKES = 10
FEWEST_SIGNS = 3
"""Words that must speak for one order before anything is said of it."""


def letters(text: str) -> str:
    """Return the text with presentation forms of Arabic as the letters they show."""
    return _FORMS.sub(lambda found: unicodedata.normalize("NFKC", found[0]).strip(), text)


def in_reading_order(glyphs: Sequence[Glyph], rtl: bool) -> str:
    """Return the text of one line; ``rtl`` says how its document runs."""
    ordered = sorted(glyphs, key=_middle)
    placed = _with_marks([glyph for glyph in ordered if glyph.text != SPACE])
    kinds = [kind_of(text) for text, _ in placed]
    seen = "".join(text for text, _ in placed)
    runs_left = is_read_to_the_left(kinds, seen, rtl)
    tokens, kinds = _with_spaces(placed, kinds, [g for g in ordered if g.text == SPACE])
    made = right_to_left(tokens, kinds) if runs_left else left_to_right(tokens, kinds)
    return _WRONG_END.sub(lambda found: found[0].translate(MIRRORED), made)


def is_read_to_the_left(kinds: Sequence[Kind], seen: str, rtl: bool) -> bool:
    """Tell how a line runs by its letters; one of Latin letters alone by where its stop is seen."""
    if kinds[-2:-1] == [Kind.LEFT] and seen[-1] in _STOPS and seen[0] not in _ENDS:
        return False  # where a line runs left, what ends a Latin word there stands on its left
    right = sum(kind is Kind.RIGHT for kind in kinds)
    left = sum(kind is Kind.LEFT for kind in kinds)
    if not right and left:
        return rtl and seen[0] in _ENDS and seen[-1] not in _ENDS
    return right * _FOREIGN >= left if rtl else right > left * _FOREIGN


def order_signs(lines: Iterable[str]) -> tuple[int, int]:
    """Count the words that only the right order makes, and those that only the reverse does."""
    good = bad = 0
    for line in lines:
        for word in _WORD.findall(line):
            if word in _OFTEN or (len(word) > 3 and (word.startswith("ال") or word[-1] in "ةى")):
                good += 1
            if word in _OFTEN_REVERSED or (
                len(word) > 3 and (word.endswith("لا") or word[0] in "ةى")
            ):
                bad += 1
    return good, bad


def without_strokes(lines: Sequence[str]) -> list[str]:
    """Take out strokes that stretch words to full lines, where a text has them as quotes."""
    strokes = sum(len(_KASHIDA.findall(line)) for line in lines)
    return (
        [_KASHIDA.sub(r"\1", line) for line in lines] if strokes >= FEWEST_STROKES else list(lines)
    )


def turned(line: str) -> str:
    """Return a line read from its other end, Latin words and numbers as they were."""
    pieces = re.split(r"([A-Za-z0-9\u0660-\u0669]+(?:[.,/:][A-Za-z0-9\u0660-\u0669]+)*)", line)
    return "".join(
        piece if at % 2 else piece[::-1].translate(MIRRORED)
        for at, piece in reversed(list(enumerate(pieces)))
    )


def _with_marks(glyphs: Sequence[Glyph]) -> list[tuple[str, Glyph]]:
    """Put each mark with the letter it stands on; letters of a ligature in their order."""
    letters_ = [glyph for glyph in glyphs if not is_mark(glyph.text)]
    texts = [_joined(glyph.text) for glyph in letters_]
    for mark in glyphs:
        if letters_ and is_mark(mark.text):
            gaps = [abs(_middle(glyph) - _middle(mark)) for glyph in letters_]
            nearest = gaps.index(min(gaps))
            texts[nearest] += mark.text
            letters_[nearest] = _with_width(letters_[nearest], mark)
    return list(zip(texts, letters_, strict=True))


def _with_width(letter: Glyph, mark: Glyph) -> Glyph:
    """Give a letter the width of a mark beside it: of one glyph PDFium gives each its share."""
    near = _TOUCHING * letter.size
    if abs(mark.right - letter.left) < near:
        return replace(letter, left=mark.left)
    if abs(mark.left - letter.right) < near:
        return replace(letter, right=mark.right)
    return letter


def _joined(text: str) -> str:
    return _ALEF_LAM.sub(r"\2\1", text) if len(text) > 1 else text


@lru_cache(maxsize=4096)
def is_mark(text: str) -> bool:
    """Tell whether a text is nothing but marks that stand on letters."""
    return bool(text) and all(unicodedata.combining(character) for character in text)


@lru_cache(maxsize=4096)
def kind_of(text: str) -> Kind:
    """Return how the first character of a text runs that is no mark (UAX 9)."""
    character = next((one for one in text if not unicodedata.combining(one)), text[:1])
    direction = unicodedata.bidirectional(character) if character else ""
    if direction in ("R", "AL"):
        return Kind.RIGHT
    if direction == "L":
        return Kind.LEFT
    if direction in ("EN", "AN"):
        return Kind.DIGIT
    return Kind.JOINER if direction == "CS" else Kind.OTHER


def _with_spaces(
    placed: Sequence[tuple[str, Glyph]], kinds: Sequence[Kind], spaces: Sequence[Glyph]
) -> tuple[list[str], list[Kind]]:
    places = [_middle(space) for space in spaces]
    tokens: list[str] = []
    made: list[Kind] = []
    edge = 0.0
    before: Glyph | None = None
    for (text, glyph), kind in zip(placed, kinds, strict=True):
        if before is not None and (
            _is_space(before, glyph, glyph.left - edge)
            or bisect(places, _middle(before)) < bisect(places, _middle(glyph))
        ):
            tokens.append(" ")
            made.append(Kind.OTHER)
        tokens.append(text)
        made.append(kind)
        edge = glyph.right if before is None else max(edge, glyph.right)
        before = glyph
    return tokens, made


def _middle(glyph: Glyph) -> float:
    """Return twice the middle of a glyph."""
    return glyph.left + glyph.right


def _is_space(one: Glyph, other: Glyph, gap: float) -> bool:
    """Tell whether two words meet here: by the gap, or by the file where glyphs overhang."""
    later = max(one, other, key=lambda glyph: glyph.index)
    in_file = abs(one.index - other.index) == 1 and later.follows_space
    in_file = in_file and not {one.text, other.text} & _BRACKETS  # files mirror them carelessly
    return gap > SPACE_SHARE * other.size or (in_file and gap > -SPACE_SHARE * other.size)


def right_to_left(tokens: Sequence[str], kinds: Sequence[Kind]) -> str:
    """Read from the right, Latin runs and numbers inside from the left."""
    made: list[str] = []
    at = len(tokens)
    while at > 0:
        start = _start_of_run(kinds, at - _closes_latin(tokens, kinds, at))
        if start < at - 1 or (start < at and kinds[at - 1] in (Kind.LEFT, Kind.DIGIT)):
            made.append("".join(tokens[start:at]))
            at = start
        else:
            at -= 1
            text = tokens[at]
            made.append(text if kinds[at] is Kind.RIGHT else text.translate(MIRRORED))
    return _DATE.sub(r"\2 \1", "".join(made))


def _closes_latin(tokens: Sequence[str], kinds: Sequence[Kind], end: int) -> bool:
    """Tell whether the last token is a bracket of the Latin words before it (UAX 9, N0).

    It is where the words go on from before the bracket that it closes: "Phone 15 (Pro Max)".
    """
    if tokens[end - 1] not in _CLOSING:
        return False
    opening, is_open = tokens[end - 1].translate(MIRRORED), False
    for at in range(end - 2, max(end - _LONGEST_IN_BRACKETS, -1), -1):
        if kinds[at] is Kind.RIGHT:
            return False
        if is_open and kinds[at] is not Kind.DIGIT and tokens[at] != SPACE:
            return kinds[at] is Kind.LEFT
        is_open = is_open or tokens[at] == opening
    return False


def _start_of_run(kinds: Sequence[Kind], end: int) -> int:
    """Return where the run read from the left starts that ends at ``end``, ``end`` for none.

    Latin letters take in all up to other Latin letters or numbers on their line; a number goes
    on to the left of joiners.
    """
    if kinds[end - 1] not in (Kind.LEFT, Kind.DIGIT):
        return end
    start, latin = end, end
    while start > 0 and kinds[start - 1] is not Kind.RIGHT:
        start -= 1
        if kinds[start] is Kind.LEFT:
            latin = start
    if latin < end:
        return _digits_before(kinds, latin)
    at = _digits_before(kinds, end)
    while at > 1 and kinds[at - 1] is Kind.JOINER and kinds[at - 2] is Kind.DIGIT:
        at = _digits_before(kinds, at - 1)
    return at


def _digits_before(kinds: Sequence[Kind], at: int) -> int:
    while at > 0 and kinds[at - 1] is Kind.DIGIT:
        at -= 1
    return at


def left_to_right(tokens: Sequence[str], kinds: Sequence[Kind]) -> str:
    """Read from the left, Arabic runs inside from the right."""
    made: list[str] = []
    at = 0
    while at < len(tokens):
        end = at
        if kinds[at] is Kind.RIGHT:
            for place in range(at, len(tokens)):
                if kinds[place] is Kind.LEFT:
                    break
                if kinds[place] is Kind.RIGHT:
                    end = place + 1
            made.append(right_to_left(tokens[at:end], kinds[at:end]))
            at = end
        else:
            made.append(tokens[at])
            at += 1
    return "".join(made)
