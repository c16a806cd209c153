"""Splitting a text into sentences, without loss, inline codes passed over."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from translation.model.inline import CodeKind, code_index, has_codes, is_code, strip_codes
from translation.segmentation.lists import with_items
from translation.segmentation.mending import mend
from translation.segmentation.rules import rules_for

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from translation.model.inline import InlineCode

LONGEST_PIECE = 10_000
"""Characters a piece can have; a longer one is cut at white space, else anywhere."""
_EVERY = 2000
"""Places where a sentence may end that are looked at between two calls of ``ask``."""

_BLANKS = re.compile(r"\s*")
_DIRECTION = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_CLOSES_DIRECTION = frozenset("\u200e\u200f\u061c\u202c\u2069")
_TAG = re.compile(r"<[^<>]*>")
_WORD = re.compile(r"[^\W_]")
_LAST_BLANK = re.compile(r".*\s", re.DOTALL)
_JOINS_ON = re.compile("[\u0300-\u036f\u064b-\u065f\u0670\u200c\u200d\udc00-\udfff\ufe00-\ufe0f]*")


def _go_on() -> None:
    """Raise nothing: nobody gives this up."""


def split(
    text: str,
    language: str,
    codes: Sequence[InlineCode] = (),
    ask: Callable[[], None] = _go_on,
) -> list[str]:
    """Split a text into sentences; ``"".join(split(text, language)) == text``.

    Each piece carries the white space after it, the first the white space before it too. An
    empty text has no pieces. Inline codes are passed over: those before the white space after
    a sentence stay with it, those behind go with the next. With the unit's table ``codes``
    given, a closing code goes with the sentence before and an opening one with the next
    wherever the white space stands; one that holds words goes with what it stands beside.
    Marks of direction are passed over as codes are.
    ``language`` is a BCP 47 tag. ``ask`` is called now and then in a long text; what it raises
    ends the work.
    """
    if has_codes(text) or _DIRECTION.search(text):
        starts = _starts_around_codes(text, language, codes, ask)
    else:
        starts = sentence_starts(text, language, ask)
    edges = [0, *starts, len(text)]
    pieces: list[str] = []
    for start, end in pairwise(edges):
        pieces += _capped(text[start:end])
    return pieces


def is_cut(text: str, language: str, ask: Callable[[], None] = _go_on) -> bool:
    """Tell whether ``split`` cuts this text inside a sentence because the sentence is too long."""
    if len(text) <= LONGEST_PIECE:
        return False
    plain = _DIRECTION.sub("", strip_codes(text))
    edges = [0, *sentence_starts(plain, language, ask), len(plain)]
    return any(end - start > LONGEST_PIECE for start, end in pairwise(edges))


def sentence_starts(text: str, language: str, ask: Callable[[], None] = _go_on) -> list[int]:
    """Return where sentences after the first start in a text without codes, ascending."""
    rules = rules_for(language)
    starts: list[int] = []
    for number, candidate in enumerate(rules.candidates.finditer(text), start=1):
        if number % _EVERY == 0:
            ask()
        place = candidate.end()
        if starts and place <= starts[-1]:
            continue
        if rules.breaks_at(text, place):
            blanks = _BLANKS.match(text, place)
            starts.append(blanks.end() if blanks else place)
    starts = with_items(text, starts)
    return mend(text, starts) if starts else starts


def _starts_around_codes(
    text: str, language: str, codes: Sequence[InlineCode], ask: Callable[[], None]
) -> list[int]:
    plain = _DIRECTION.sub("", strip_codes(text))
    places = [at for at, character in enumerate(text) if not _is_passed_over(character)]
    starts = []
    for start in sentence_starts(plain, language, ask):
        default = places[start - 1] + 1
        while text[default] in _CLOSES_DIRECTION and not text[default - 1].isspace():
            default += 1
        starts.append(_between_codes(text, default, places[start], codes) if codes else default)
    return starts


def _is_passed_over(character: str) -> bool:
    return is_code(character) or _DIRECTION.match(character) is not None


def _between_codes(text: str, default: int, end: int, codes: Sequence[InlineCode]) -> int:
    """Choose where to cut in the codes and white space up to ``end``, the next sentence."""
    first = default
    while first > 0 and (text[first - 1].isspace() or is_code(text[first - 1])):
        first -= 1
    kinds = [(at, _kind(text[at], codes)) for at in range(first, end) if is_code(text[at])]
    after_close = max((at + 1 for at, kind in kinds if kind is CodeKind.CLOSE), default=first)
    opens = [
        at
        for at, kind in kinds
        if at >= after_close
        and (kind is CodeKind.OPEN or (text[at - 1 : at].isspace() and _says(text[at], codes)))
    ]
    return min([max(default, after_close), *opens])


def _says(character: str, codes: Sequence[InlineCode]) -> bool:
    """Tell whether a code is a word of its sentence: ``<code>ls</code>``, ``%s``; no picture is."""
    index = code_index(character)
    is_alone = index < len(codes) and codes[index].kind is CodeKind.ALONE
    return is_alone and _WORD.search(_TAG.sub("", codes[index].markup)) is not None


def _kind(character: str, codes: Sequence[InlineCode]) -> CodeKind:
    index = code_index(character)
    return codes[index].kind if index < len(codes) else CodeKind.ALONE


def _capped(piece: str) -> list[str]:
    if len(piece) <= LONGEST_PIECE:
        return [piece] if piece else []
    parts: list[str] = []
    start = 0
    while len(piece) - start > LONGEST_PIECE:
        end = _cut(piece, start)
        parts.append(piece[start:end])
        start = end
    return [*parts, piece[start:]]


def _cut(piece: str, start: int) -> int:
    """Return where a piece is cut that starts at ``start`` and is too long."""
    limit = start + LONGEST_PIECE
    blank = _LAST_BLANK.match(piece, start + LONGEST_PIECE // 2, limit)
    if blank:
        return blank.end()
    joined = _JOINS_ON.match(piece, limit, limit + LONGEST_PIECE // 10)
    return joined.end() if joined else limit
