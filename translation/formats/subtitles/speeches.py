"""The speeches of a cue: what each of several speakers says, a segment for each.

Who speaks begins a line with a dash, of whatever kind and with or without a blank; players that
know no bidirectional text make people write it at the line's end. Or with a name and a colon.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from translation.model.inline import strip_codes

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

MARKS = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
"""Characters that turn lines for players that do not by themselves."""

_CODES = "\ue000-\uf8ff"
_DASH = "[-\u2010-\u2015\u2212]"
_TATWEEL = "\u0640"
_BLANK = "[ \u00a0]"
_OPENING = "[\"'(\\[{«“‘]*"
_BEGINS = re.compile(
    rf"(?P<before>[{_CODES}{MARKS}\s]*)"
    rf"(?P<dash>{_DASH}{{1,2}}(?:[{MARKS}]*{_BLANK}+(?=[{_CODES}{MARKS}\s]*{_OPENING}\w)"
    rf"|(?=[{_CODES}{MARKS}\s]*{_OPENING}[^\W\d]))"
    rf"|{_TATWEEL}[{MARKS}]*{_BLANK}+(?=[{_CODES}{MARKS}\s]*{_OPENING}\w))"
)
_ENDS_IN_DASH = re.compile(
    rf"(?<=[\s.!?؟،…])[{MARKS}{_CODES}]*(?:{_DASH}{{1,2}}|{_TATWEEL})(?P<after>[{MARKS}{_CODES}\s]*)\Z"
)
_ENDS = re.compile(rf"(?<!\.)[.!?؟۔!][\"'”»’)\]{{}}{MARKS}{_CODES}\s]*\Z")
_NAMED = re.compile(rf"[{MARKS}{_CODES}\s]*[^\W\d_]\w*(?:{_BLANK}\w+){{0,2}}{_BLANK}?:(?=\s)")


@dataclass(frozen=True, slots=True)
class Speech:
    """What one speaker says, and the dash that comes before it, "" where none does."""

    text: str
    dash: str = ""


def speeches(coded: str, line_break: str | None) -> list[Speech]:
    """Return the speeches of a cue; ``line_break`` is the character of its line breaks.

    All of it is one where nothing tells that several people speak.
    """
    lines = [line.strip() for line in coded.split(line_break)] if line_break else [coded]
    if len(lines) == 1 or line_break is None:
        return [Speech(coded)]
    if all(map(_ENDS_IN_DASH.search, lines)) and not any(map(_BEGINS.match, lines)):
        return [_with_dash_first(line) for line in lines]
    groups = list(_groups(lines))
    if len(groups) == 1:
        return [Speech(coded)]
    return [_speech(f"{line_break} ".join(group)) for group in groups]


def has_dash_twice(line: str) -> re.Match[str] | None:
    """Return where a line begins with a dash once more than it needs: ``- - Yes``."""
    first = _BEGINS.match(line)
    if first is None:
        bare = re.match(rf"[{_CODES}{MARKS}\s]*(?:{_DASH}|{_TATWEEL})[ \u00a0]+(?={_DASH})", line)
        return bare if bare is not None and _BEGINS.match(line, bare.end()) else None
    return first if _BEGINS.match(line, first.end()) else None


def _groups(lines: Sequence[str]) -> Iterator[list[str]]:
    each_ends = all(map(_ENDS.search, lines))
    group: list[str] = []
    for line in lines:
        said = strip_codes("".join(group)).strip()
        if said and (_BEGINS.match(line) or _follows(group[-1], line, each_ends)):
            yield group
            group = []
        group.append(line)
    yield group


def _follows(line: str, following: str, each_ends: bool) -> bool:
    """Tell whether another speaker may begin after a line without a dash."""
    return _ENDS.search(line) is not None and (each_ends or _NAMED.match(following) is not None)


def _speech(text: str) -> Speech:
    found = _BEGINS.match(text)
    if found is None:
        return Speech(text)
    codes = re.sub(rf"[^{_CODES}]", "", found["before"])
    marks = re.sub(rf"[^{MARKS}]", "", found["before"])
    return Speech(codes + text[found.end() :], marks + found["dash"].replace(_TATWEEL, "-"))


def _with_dash_first(line: str) -> Speech:
    found = _ENDS_IN_DASH.search(line)
    assert found is not None
    codes = re.sub(rf"[^{_CODES}]", "", line[found.start() :])
    return Speech(line[: found.start()].rstrip() + codes, "- ")
