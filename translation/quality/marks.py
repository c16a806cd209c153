"""What the checks find of brackets, the ends of sentences and marks of another script."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from translation.model.inline import strip_codes
from translation.model.issue import Severity
from translation.quality.check import Check, CheckGroup
from translation.quality.subject import Finding
from translation.text.languages import uses_other_script

if TYPE_CHECKING:
    from collections.abc import Iterator

    from translation.quality.subject import Subject

_BRACKETS = {")": "(", "]": "[", "}": "{"}
_BRACKET = re.compile(r"[()\[\]{}]")
_LISTED = re.compile(
    r"\A\s*(?:\w{1,4}|\d+(?:[.-]\d+)*)\)|(?<=[\s(])(?:\w{1,2}|[ivx]{1,4})\)|[:;=8]-?[)(\]\[]"
)
"""Brackets that stand alone rightly: 1) or b), and faces."""
_END = re.compile(r"([.!?…:;؟؛۔]+)[\"”’'»)\]\s]*\Z")
_SAME = str.maketrans("؟؛۔", "?;.")
_ENDS = "?!.:"
_FOREIGN = re.compile(r"[،؛؟٪٫٬](?:\s*[?,;%])?")
_OF_LATIN = {"،": ",", "؛": ";", "؟": "?", "٪": "%", "٫": ".", "٬": ","}


def _brackets(subject: Subject) -> Iterator[Finding]:
    """Find brackets without their other half, where the source has pairs."""
    lone = _lone_brackets(subject.target)
    if lone and not _lone_brackets(subject.source):
        for at in lone:
            yield Finding((("texts", subject.target[at]),), at, 1)


def _lone_brackets(text: str) -> list[int]:
    if not _BRACKET.search(text):
        return []
    alone = {at for found in _LISTED.finditer(text) for at in range(*found.span())}
    open_: list[int] = []
    lone: list[int] = []
    for found in _BRACKET.finditer(text):
        at, mark = found.start(), found[0]
        if mark not in _BRACKETS:
            if at not in alone:
                open_.append(at)
        elif open_ and text[open_[-1]] == _BRACKETS[mark]:
            open_.pop()
        elif at not in alone:
            lone.append(at)
    return sorted(lone + open_)


def _fewer_brackets(subject: Subject) -> Iterator[Finding]:
    """Find that a target has fewer brackets than its source."""
    if subject.target.strip() and subject.source.count("(") > subject.target.count("("):
        yield Finding((), 0, len(subject.target))


def _end_mark(subject: Subject) -> Iterator[Finding]:
    """Find another mark at the end than the source has, told across scripts."""
    source, target = (strip_codes(t).rstrip() for t in (subject.source, subject.target))
    wanted, has = _end_of(source), _end_of(target)
    if not target or wanted == has or wanted is None:
        return
    if not has and wanted in ("?", "!", ".") and target[-1].isalnum():
        at = len(subject.target.rstrip())
        fix = f"{subject.target[:at]}{wanted}{subject.target[at:]}"
        yield Finding((("texts", wanted),), max(at - 1, 0), 1, (fix,))
    elif wanted and has and "?" in (wanted, has):
        found = _END.search(subject.target)
        if found is not None and len(found[1]) == 1:
            fix = f"{subject.target[: found.start()]}{wanted}{subject.target[found.end(1) :]}"
            yield Finding((("texts", wanted),), found.start(), 1, (fix,))


def _end_of(text: str) -> str | None:
    """Return the mark at the end, as Latin scripts write it; "" for none, None for others."""
    found = _END.search(text)
    if found is None:
        return ""
    marks = found[1].translate(_SAME)
    if "?" in marks:
        return "?"
    return marks if len(marks) == 1 and marks in _ENDS else None


def _foreign_marks(subject: Subject) -> Iterator[Finding]:
    """Find marks of the Arabic script in a target of the Latin one."""
    if uses_other_script(subject.pair.target) or subject.target.isascii():
        return
    for found in _FOREIGN.finditer(subject.target):
        fix = (
            subject.target[: found.start()] + _OF_LATIN[found[0][0]] + subject.target[found.end() :]
        )
        yield Finding((("texts", found[0]),), found.start(), len(found[0]), (fix,))


MARKS = (
    Check(
        "brackets",
        CheckGroup.WRITING,
        Severity.WARNING,
        "A bracket stands there without its other half: {texts}",
        _brackets,
        words="Brackets without their other half",
    ),
    Check(
        "fewer_brackets",
        CheckGroup.WRITING,
        Severity.NOTE,
        "The source has more brackets.",
        _fewer_brackets,
        words="Brackets of the source that are missing",
        on=False,
    ),
    Check(
        "end_mark",
        CheckGroup.WRITING,
        Severity.NOTE,
        "The source ends otherwise; here it would be: {texts}",
        _end_mark,
        words="Another mark at the end than in the source",
    ),
    Check(
        "foreign_marks",
        CheckGroup.WRITING,
        Severity.WARNING,
        "Marks of the source's script stand in the translation: {texts}",
        _foreign_marks,
        words="Marks of the source's script",
    ),
)
