"""A source as a model is shown it: what it would spoil taken out, and put back afterwards.

Addresses, placeholders, emoji and their like are carried (translation.text.carried). Those at
either end of a source are left off; inside it a model is shown a numbered stand-in, which most
copy. Where one does not come back, the source is translated in parts around what is carried.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from itertools import count, zip_longest
from typing import TYPE_CHECKING

from translation.engines.copying import copied, is_copied
from translation.model.language import is_right_to_left
from translation.text.carried import western_digits
from translation.text.carried_kinds import ENTITY

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from translation.text.carried import Span

_OPENING = re.compile(r"\s*[(\[{«“‘]*$")
_CLOSING = re.compile(r"[\s)\]}»”’.,;:!?…،؛؟]*")
_NUMBER = re.compile(r"\[\s?(\d+)\s?\]")


@dataclass(frozen=True, slots=True)
class StandIn:
    """What a model is shown in place of a span: ``[3]``, or of an entity its character."""

    shown: str
    span: Span
    apart: tuple[bool, bool]
    """Whether the source has something else than a letter or digit before, and after."""


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a source: a model translates its text, or it is taken over as it stands."""

    text: str
    is_literal: bool = False
    stand_ins: tuple[StandIn, ...] = ()


def only_carried(plain: str, spans: Sequence[Span]) -> bool:
    """Tell whether nothing is left for a model beside the spans."""
    return _without(plain, spans, 0, len(plain))


def carried_over(
    plain: str, spans: Sequence[Span], target_language: str, start: int = 0, end: int | None = None
) -> str:
    """Return a stretch of text for the target side: its spans unchanged, figures and marks in
    the target's usual script."""
    end = len(plain) if end is None else end
    parts: list[str] = []
    for span in _inside(spans, start, end):
        as_it_is = span.kind.exact or is_right_to_left(target_language)
        parts.append(copied(plain[start : span.start], target_language))
        parts.append(span.text if as_it_is else western_digits(span.text))
        start = span.end
    parts.append(copied(plain[start:end], target_language))
    return "".join(parts)


def parts_of(
    plain: str,
    spans: Sequence[Span],
    hidden: Collection[int],
    literal: Collection[int],
    target_language: str,
) -> list[Part]:
    """Return the parts of a source; joined, their texts make up its translation.

    ``hidden`` are the starts of the spans that a stand-in is shown for, ``literal`` of those
    that the source is cut around. At the ends of the source hidden ones are cut off, too.
    """
    concealed = [span for span in spans if span.start in hidden]
    cut = {*literal} | _at_the_ends(plain, concealed)
    parts: list[Part] = []
    for start, end, is_literal in _cut(plain, [span for span in spans if span.start in cut]):
        if is_literal or _without(plain, concealed, start, end):
            text = carried_over(plain, spans, target_language, start, end)
            parts.append(Part(text, is_literal=True))
        else:
            parts.append(_shown(plain, concealed, start, end))
    return parts


def restored(part: Part, translation: str) -> str | None:
    """Return a translation with spans for their stand-ins; None where one is lost or doubled."""
    entities = [one for one in part.stand_ins if one.span.kind.id == ENTITY]
    for shown in {one.shown for one in entities}:
        wanted = [one.span.text for one in entities if one.shown == shown]
        if not translation.count(shown) == part.text.count(shown) == len(wanted):
            return None
        first, *rest = translation.split(shown)
        translation = first + "".join(map("".join, zip(wanted, rest, strict=True)))
    return _with_numbered(part, translation)


def _with_numbered(part: Part, translation: str) -> str | None:
    waiting = {one.shown: one for one in part.stand_ins if one.span.kind.id != ENTITY}
    pieces: list[str] = []
    done = 0
    for found in _NUMBER.finditer(translation) if waiting else ():
        one = waiting.pop(f"[{western_digits(found[1])}]", None)
        if one is not None:
            pieces.append(translation[done : found.start()])
            joined = (translation[: found.start()][-1:], translation[found.end() :][:1])
            pieces.append(_apart(one, joined))
            done = found.end()
    rest = translation[done:]
    shown = {one.shown for one in part.stand_ins if one.span.kind.id != ENTITY}
    doubled = any(one in text for one in shown for text in (*pieces[::2], rest))
    return None if waiting or doubled else "".join(pieces) + rest


def _apart(one: StandIn, beside: tuple[str, str]) -> str:
    """Return a span with a blank where it touches a word and did not in the source."""
    before, after = (
        " " if apart and neighbour.isalnum() else ""
        for apart, neighbour in zip(one.apart, beside, strict=True)
    )
    return f"{before}{one.span.text}{after}"


def _at_the_ends(plain: str, spans: Sequence[Span]) -> set[int]:
    """Return the starts of the spans with no letter or digit between them and an end."""
    found: set[int] = set()
    for ordered in (spans, spans[::-1]):
        for span in ordered:
            others = [other for other in spans if other.start in found]
            outside = (0, span.start) if ordered is spans else (span.end, len(plain))
            if span.kind.id == ENTITY or _says(plain, others, *outside):
                break
            found.add(span.start)
    return found


def _cut(plain: str, spans: Sequence[Span]) -> Iterator[tuple[int, int, bool]]:
    """Give the stretches of a source, and whether each is one of the spans.

    To a span belong the white space around it and the brackets and marks that touch it.
    """
    done = 0
    for span, following in zip_longest(spans, spans[1:]):
        limit = following.start if following else len(plain)
        opening, closing = _OPENING.search(plain, done, span.start), _CLOSING.match(plain, span.end)
        start = opening.start() if opening else span.start
        end = min(closing.end() if closing else span.end, limit)
        if start > done:
            yield done, start, False
        yield start, end, True
        done = end
    if done < len(plain):
        yield done, len(plain), False


def _shown(plain: str, spans: Sequence[Span], start: int, end: int) -> Part:
    """Return a stretch of the source with a stand-in for each of the spans."""
    numbers = (n for n in count(1) if f"[{n}]" not in plain)
    pieces: list[str] = []
    stand_ins: list[StandIn] = []
    for span in _inside(spans, start, end):
        is_entity = span.kind.id == ENTITY
        shown = html.unescape(span.text) if is_entity else f"[{next(numbers)}]"
        before, after = plain[: span.start][-1:], plain[span.end :][:1]
        stand_ins.append(StandIn(shown, span, (not before.isalnum(), not after.isalnum())))
        pieces += [plain[start : span.start], shown]
        start = span.end
    return Part("".join(pieces) + plain[start:end], stand_ins=tuple(stand_ins))


def _inside(spans: Sequence[Span], start: int, end: int) -> list[Span]:
    return [span for span in spans if start <= span.start < end]


def _without(plain: str, spans: Sequence[Span], start: int, end: int) -> bool:
    """Tell whether a stretch has no letters beside the spans: there is nothing to translate."""
    for span in _inside(spans, start, end):
        if not is_copied(plain[start : span.start]):
            return False
        start = span.end
    return is_copied(plain[start:end])


def _says(plain: str, spans: Sequence[Span], start: int, end: int) -> bool:
    """Tell whether a stretch has letters or digits beside the spans."""
    for span in _inside(spans, start, end):
        if any(map(str.isalnum, plain[start : span.start])):
            return True
        start = span.end
    return any(map(str.isalnum, plain[start:end]))
