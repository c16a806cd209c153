"""The cues of SubRip and WebVTT files: where their texts stand.

SubRip has no standard: https://matroska.org/technical/subtitles.html#srt-subtitles tells what
players take. WebVTT: https://www.w3.org/TR/webvtt1/#file-structure.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice, pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_CLOCK = r"(?:\d{1,4}[ ]?:[ ]?)?\d{1,2}[ ]?:[ ]?\d{1,2}(?:[ ]?[.,:][ ]?\d{1,6})?"
TIMING = re.compile(rf"[ \t\ufeff]*-?{_CLOCK}[ \t]*-->[ \t]*-?{_CLOCK}(?:[ \t].*)?[ \t]*\Z")
_CLOCK_PARTS = re.compile(
    r"(?:(\d{1,4})[ ]?:[ ]?)?(\d{1,2})[ ]?:[ ]?(\d{1,2})(?:[ ]?[.,:][ ]?(\d{1,6}))?"
)
_ODD_TIMING = re.compile(
    rf"[ \t\ufeff]*{_CLOCK}[ \t]*(?:[-\u2013\u2014=]{{1,3}}[ \t]?>|\u2192)[ \t]*{_CLOCK}[ \t]*\Z"
)
"""Times with an arrow that no player takes, nor any that fits ``TIMING``."""
_LINE_END = re.compile("\r\n|[\n\r]")
_NUMBER = re.compile(r"[ \t\ufeff]*(\d{1,9})[ \t]*\Z")


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue's text as positions in the file, from its first line to the end of its last."""

    start: int
    end: int
    milliseconds: int = 0
    """How long it is shown; 0 where its times make no sense."""


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    end: int
    text: str

    @property
    def is_blank(self) -> bool:
        return not self.text.strip()


def srt_cues(text: str) -> Iterator[Cue]:
    """Give the cues of a SubRip file that hold any text.

    A cue begins with its times and goes on, blank lines and all, up to the number before the
    next times, or to those where the number is missing. Where most cues have a number, digits
    right above times are one, wherever the count begins again.
    """
    lines = _lines(text)
    timings = [n for n, line in enumerate(lines) if _is_timing(line) or is_odd_timing(line.text)]
    numbered = sum(bool(place) and _number(lines[place - 1]) is not None for place in timings)
    are_numbered = 2 * numbered > len(timings)
    number = 0
    for place, following in pairwise([*timings, len(lines)]):
        number = _number(lines[place - 1]) or number + 1 if place else number + 1
        last = following
        if following < len(lines) and following - 1 > place:
            counted = _number(lines[following - 1])
            apart = lines[following - 2].is_blank or following - 2 == place
            if counted is not None and (apart or are_numbered or counted == number + 1):
                last -= 1
        yield from _cue(lines[place + 1 : last], lines[place].text)


def vtt_cues(text: str) -> Iterator[Cue]:
    """Give the cues of a WebVTT file that hold any text ("collect a WebVTT block" there).

    Only an empty line ends a cue, or a line with an arrow, which begins the next block; its
    times may come as its second line. What has no times is a note, a style or nothing at all.
    """
    block: list[_Line] = []
    in_header = True
    for line in [*_lines(text), _Line(len(text), len(text), "")]:
        begins = "-->" in line.text and (in_header or not _takes_times(block))
        if begins or not line.text:
            yield from _cue_of_block(block)
            block, in_header = [], False
        if line.text:
            block.append(line)


def _takes_times(block: Sequence[_Line]) -> bool:
    """Whether a line with an arrow can be the times of the block: as its first or second line."""
    return not block or (len(block) == 1 and "-->" not in block[0].text)


def _cue_of_block(block: Sequence[_Line]) -> Iterator[Cue]:
    place = next((n for n, line in enumerate(block[:2]) if _is_timing(line)), None)
    if place is not None:
        yield from _cue(block[place + 1 :], block[place].text)


def _is_timing(line: _Line) -> bool:
    return "-->" in line.text and TIMING.match(line.text) is not None


def is_odd_timing(line: str) -> bool:
    """Tell whether a line gives times with an arrow that players do not know: ``->``."""
    return "-->" not in line and _ODD_TIMING.match(line) is not None


def odd_timings(text: str) -> int:
    """Count the lines of a SubRip file that give times as no player reads them."""
    return sum(is_odd_timing(line.text) for line in _lines(text))


def _number(line: _Line) -> int | None:
    found = _NUMBER.match(line.text)
    return int(found[1]) if found else None


def _cue(lines: Sequence[_Line], timing: str) -> Iterator[Cue]:
    full = [line for line in lines if not line.is_blank]
    if full:
        yield Cue(full[0].start, full[-1].end, _milliseconds(timing))


def _milliseconds(timing: str) -> int:
    """Return how long a line of times says that a cue is shown; 0 where the end is no later."""
    clocks = [_clock(found) for found in islice(_CLOCK_PARTS.finditer(timing), 2)]
    return max(0, clocks[1] - clocks[0]) if len(clocks) == 2 else 0


def _clock(found: re.Match[str]) -> int:
    hours, minutes, seconds, fraction = found.groups("0")
    whole = (int(hours) * 60 + int(minutes)) * 60 + int(seconds)
    return whole * 1000 + int(fraction[:3].ljust(3, "0"))


def _lines(text: str) -> list[_Line]:
    made: list[_Line] = []
    at = 0
    for end in _LINE_END.finditer(text):
        made.append(_Line(at, end.start(), text[at : end.start()]))
        at = end.end()
    made.append(_Line(at, len(text), text[at:]))
    return made
