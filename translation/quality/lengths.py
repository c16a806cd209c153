"""What the checks find of texts too long for their place, and cues too long for their time."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from translation.errors import Counted
from translation.model.inline import code_character, strip_codes
from translation.model.issue import Severity
from translation.quality.check import Check, CheckGroup, Option
from translation.quality.subject import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from translation.quality.subject import Subject

LINE_LENGTH = Option("line_length", 42, (1, 1000), "Characters of a line at most")
CUE_LINES = Option("cue_lines", 2, (1, 20), "Lines at most")
READING_SPEED = Option("reading_speed", 17, (1, 100), "Characters a second at most")

_BREAK_LABELS = frozenset({"\u23ce", "‹br›", "‹br/›"})
"""What stands on the screen for codes that break a line."""


def _long_line(subject: Subject) -> Iterator[Finding]:
    most = subject.option(LINE_LENGTH)
    if len(subject.target) <= most:
        return
    for start, line in _lines(subject):
        shown = strip_codes(line).strip()
        if len(shown) > most:
            facts = ("count", str(len(shown))), ("most", str(most))
            yield Finding(facts, start, len(line))


def _many_lines(subject: Subject) -> Iterator[Finding]:
    most = subject.option(CUE_LINES)
    lines = [(start, line) for start, line in _lines(subject) if strip_codes(line).strip()]
    if len(lines) > most:
        start = lines[most][0]
        facts = ("count", str(len(lines))), ("most", str(most))
        yield Finding(facts, start, len(subject.target) - start)


def _fast(subject: Subject) -> Iterator[Finding]:
    """Find a cue that is shown too short a time for what is to be read.

    Characters are counted as they are read: codes and the breaks of lines are none, blanks are.
    """
    if not subject.seconds:
        return
    most = subject.option(READING_SPEED)
    count = len(" ".join(strip_codes(subject.target).split()))
    speed = count / subject.seconds
    if speed > most:
        facts = (
            ("speed", f"{speed:.0f}" if speed >= most + 1 else f"{speed:.1f}"),
            ("most", str(most)),
            ("seconds", f"{subject.seconds:.1f}"),
            ("room", str(int(most * subject.seconds))),
        )
        yield Finding(facts, 0, len(subject.target))


def _lines(subject: Subject) -> Iterator[tuple[int, str]]:
    """Give each line of the target with its place."""
    breaks = "".join(
        code_character(index)
        for index, code in enumerate(subject.codes)
        if code.label in _BREAK_LABELS
    )
    start = 0
    for found in re.finditer(f"[\n\u2028{breaks}]", subject.target):
        yield start, subject.target[start : found.start()]
        start = found.end()
    yield start, subject.target[start:]


LENGTHS = (
    Check(
        "line_length",
        CheckGroup.LENGTHS,
        Severity.WARNING,
        Counted(
            "The line has {count} character, of {most} at most.",
            "The line has {count} characters, of {most} at most.",
        ),
        _long_line,
        words="Lines too long",
        on=False,
        options=(LINE_LENGTH,),
    ),
    Check(
        "cue_lines",
        CheckGroup.LENGTHS,
        Severity.WARNING,
        Counted(
            "The text has {count} line, of {most} at most.",
            "The text has {count} lines, of {most} at most.",
        ),
        _many_lines,
        words="Too many lines",
        on=False,
        options=(CUE_LINES,),
    ),
    Check(
        "reading_speed",
        CheckGroup.LENGTHS,
        Severity.WARNING,
        Counted(
            "To be read at {speed} characters a second, of {most} at most: in {seconds} s there is"
            " room for {room} character.",
            "To be read at {speed} characters a second, of {most} at most: in {seconds} s there is"
            " room for {room} characters.",
            "room",
        ),
        _fast,
        words="Subtitles too fast to be read",
        on=False,
        options=(READING_SPEED,),
    ),
)
