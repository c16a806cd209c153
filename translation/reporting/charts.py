"""Charts as SVG: bars that are read in print and without colour.

One dark colour on white and, for a second series, hatching in an outline; every bar has its
number beside it. Texts keep the base direction from left to right and are placed by hand, so
that browsers and Qt draw the same picture in both editions.
"""

from __future__ import annotations

import base64
from dataclasses import dataclass
from typing import TYPE_CHECKING

from translation.formats.html.own_page import content

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

WIDTH = 720
"""Dots; the page may draw it smaller."""
_INK, _BAR, _AXIS = "#1f2328", "#0b5c6b", "#8a8a85"
_FONT = "IBM Plex Sans Arabic, IBM Plex Sans, Noto Sans Arabic, Noto Sans, sans-serif"
_LABELS, _NUMBERS, _STEP, _THICK = 190, 60, 30, 16
_KEY_LONG, _KEYS_APART = 26, 200
_HATCHED = (
    f'<defs><pattern id="h" width="5" height="5" patternUnits="userSpaceOnUse">'
    f'<path d="M0 5 L5 0" stroke="{_BAR}" stroke-width="1"/></pattern></defs>'
)


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar, or two of a pair: what it is of, how much, and how much of the second series."""

    label: str
    value: int
    second: int | None = None


def rows(bars: Sequence[Bar], *, mirrored: bool, series: Sequence[str] = ()) -> str:
    """Return bars that lie below one another; ``mirrored`` for pages from right to left.

    ``series`` says what the first and the second of each pair are, in a line above them.
    """
    step = _STEP if all(bar.second is None for bar in bars) else _STEP + _THICK
    room = WIDTH - _LABELS - _NUMBERS
    most = max((max(bar.value, bar.second or 0) for bar in bars), default=0) or 1
    head = _STEP if series else 0
    drawn = list(_key(series, mirrored))
    for place, bar in enumerate(bars):
        top = head + place * step + 7
        drawn.append(_text(_LABELS - 10, top + 13, bar.label, "end", mirrored))
        drawn.append(_lying(top, bar.value, room * bar.value / most, _solid(), mirrored))
        if bar.second is not None:
            length = room * bar.second / most
            drawn.append(_lying(top + _THICK, bar.second, length, _hatched(), mirrored))
    axis = WIDTH - _LABELS if mirrored else _LABELS
    height = head + len(bars) * step + 8
    drawn.append(_line(axis, head + 2, axis, height - 2))
    return _picture(height, drawn)


def _key(series: Sequence[str], mirrored: bool) -> Iterator[str]:
    """Give a small bar of each look with what it stands for, side by side above the bars."""
    for place, (words, look) in enumerate(zip(series, (_solid(), _hatched()), strict=False)):
        left = _LABELS + place * _KEYS_APART
        start = WIDTH - left - _KEY_LONG if mirrored else left
        yield _rectangle(start, 7, _KEY_LONG, _THICK - 2, look)
        yield _text(left + _KEY_LONG + 7, 19.5, words, "start", mirrored)


def columns(bars: Sequence[Bar], *, mirrored: bool) -> str:
    """Return bars that stand side by side, the first at the side where reading begins."""
    height, foot = 200, 26
    wide = (WIDTH - 20) / max(len(bars), 1)
    most = max((bar.value for bar in bars), default=0) or 1
    drawn = []
    for place, bar in enumerate(bars):
        middle = 10 + wide * (place + 0.5)
        tall = (height - foot - 24) * bar.value / most
        top = height - foot - tall
        left = (WIDTH - middle if mirrored else middle) - wide * 0.36
        drawn.append(_rectangle(left, top, wide * 0.72, tall, _solid()))
        drawn.append(_text(middle, top - 6, str(bar.value), "middle", mirrored))
        drawn.append(_text(middle, height - 7, bar.label, "middle", mirrored))
    drawn.append(_line(10, height - foot, WIDTH - 10, height - foot))
    return _picture(height, drawn)


def address(picture: str) -> str:
    """Return a picture as an address that holds it: nothing is fetched."""
    return "data:image/svg+xml;base64," + base64.b64encode(picture.encode("utf-8")).decode("ascii")


def _lying(top: float, value: int, length: float, look: str, mirrored: bool) -> str:
    left = WIDTH - _LABELS - length if mirrored else _LABELS
    number = _text(_LABELS + length + 7, top + 12.5, str(value), "start", mirrored)
    return _rectangle(left, top, length, _THICK - 2, look) + number


def _solid() -> str:
    return f'fill="{_BAR}"'


def _hatched() -> str:
    return f'fill="url(#h)" stroke="{_BAR}" stroke-width="1"'


def _rectangle(left: float, top: float, wide: float, tall: float, look: str) -> str:
    return f'<rect x="{left:.1f}" y="{top:.1f}" width="{wide:.1f}" height="{tall:.1f}" {look}/>'


def _line(x1: float, y1: float, x2: float, y2: float) -> str:
    return f'<path d="M{x1:.1f} {y1:.1f} L{x2:.1f} {y2:.1f}" stroke="{_AXIS}" stroke-width="1"/>'


def _text(x: float, y: float, text: str, anchor: str, mirrored: bool) -> str:
    """Return a text at its place in a picture from left to right, or in the mirrored one."""
    if mirrored:
        x = WIDTH - x
        anchor = {"start": "end", "end": "start"}.get(anchor, anchor)
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}">{content(text)}</text>'


def _picture(height: int, drawn: Sequence[str]) -> str:
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{height}" '
        f'viewBox="0 0 {WIDTH} {height}" font-family="{_FONT}" font-size="13" fill="{_INK}">'
        f'{_HATCHED}<rect width="{WIDTH}" height="{height}" fill="#ffffff"/>'
        f"{''.join(drawn)}</svg>"
    )
