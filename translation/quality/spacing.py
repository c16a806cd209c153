"""What the checks find of spaces and of words that stand twice."""

from __future__ import annotations

import re
from operator import eq
from typing import TYPE_CHECKING

from translation.model.issue import Severity
from translation.model.language import primary_subtag
from translation.quality.check import Check, CheckGroup
from translation.quality.subject import Finding
from translation.text.languages import uses_other_script
from translation.text.loops import letter_runs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from translation.quality.subject import Subject

_BLANK = "[ \u00a0\u202f]"
_DOUBLE = re.compile(rf"(?<=\S){_BLANK}{{2,}}(?=\S)")
_EDGE = re.compile(rf"\A{_BLANK}+|{_BLANK}+\Z")
# What is sought begins with what is rare, so that the rest is skipped in no time; what stands
# before it is asked for behind it.
_BEFORE = re.compile(rf"{_BLANK}(?<=[^\W_]{_BLANK}){_BLANK}*(?=[,;!?،؛؟](?![\w)(])|\.(?![\w.]))")
_INSIDE = re.compile(
    rf"{_BLANK}(?:(?<=[(\[«“]{_BLANK}){_BLANK}*(?=\w)|(?<=[\w.,!?]{_BLANK}){_BLANK}*(?=[)\]»”]))"
)
_NO_SPACE = re.compile(r"[.!?,](?<=[a-z][a-z].)(?=[A-Z][a-z]+\s|(?<=,)[a-z][a-z]+\s)")
_SPACED = frozenset({"fr"})
"""Languages that put a space before some marks."""
_SPOKEN = r"[^\W\d_]{1,40}(?:['’][^\W\d_]{1,40})?"
_MOST_TWICE = 3
"""Words that stand twice together."""
_TWICE = re.compile(
    rf"(?<![\w'’.-])(?P<one>{_SPOKEN}(?: {_SPOKEN}){{0,{_MOST_TWICE - 1}}})"
    r"(?P<gap>[ \u00a0])(?P=one)(?![\w'’-])",
    re.IGNORECASE,
)
_LONGEST = 10_000
"""Characters of a target that are looked at for words that stand twice."""
_RIGHTLY_TWICE = frozenset(
    "had that very many so no yes bye ha hey really long far more again now never who what is"
    " blah knock tut there hear come go well out on her you in it".split()
)
"""Words that may stand twice: he had had it, the very very end, what it is is a question."""


def _double_space(subject: Subject) -> Iterator[Finding]:
    """Find several spaces where one is wanted, but where the source has them, too."""
    if "  " not in subject.target and "\u00a0" not in subject.target:
        return
    if _DOUBLE.search(subject.source):
        return
    for found in _DOUBLE.finditer(subject.target):
        yield _put(subject, found, " ")


def _edge_space(subject: Subject) -> Iterator[Finding]:
    """Find spaces at the ends of a target, both mended at once; the source's stand beside it."""
    right = subject.target.strip(" \u00a0\u202f")
    if subject.target != right and not _EDGE.search(subject.source):
        for found in _EDGE.finditer(subject.target):
            yield Finding((), found.start(), found.end() - found.start(), (right,))


def _space_before(subject: Subject) -> Iterator[Finding]:
    """Find spaces before a mark, or inside brackets, where the language has none."""
    if primary_subtag(subject.pair.target) in _SPACED:
        return
    for pattern in (_BEFORE, _INSIDE):
        for found in pattern.finditer(subject.target):
            yield _put(subject, found, "")


def _no_space(subject: Subject) -> Iterator[Finding]:
    """Find a mark with the next word right behind it."""
    if uses_other_script(subject.pair.target):
        return
    for found in _NO_SPACE.finditer(subject.target):
        if "@" not in _word_around(subject.target, found.start()):
            yield _put(subject, found, f"{found[0]} ")


def _word_around(text: str, at: int) -> str:
    start, end = text.rfind(" ", 0, at) + 1, text.find(" ", at)
    return text[start : end if end >= 0 else len(text)]


def _doubled(subject: Subject) -> Iterator[Finding]:
    """Find words that stand twice in a row, but where the source says something twice."""
    text = subject.target[:_LONGEST]
    found = _TWICE.search(text) if _may_say_twice(text) else None
    if found is None or _TWICE.search(subject.source[:_LONGEST]):
        return
    while found:
        said = found["one"]
        if not _may_stand_twice(said):
            start, end = found.start("gap"), found.end()
            fix = subject.target[:start] + subject.target[end:]
            yield Finding((("texts", found[0]),), found.start(), end - found.start(), (fix,))
        found = _TWICE.search(text, found.end())


def _may_say_twice(text: str) -> bool:
    """Whether runs of letters come round at once, which is found sooner than the words.

    Beyond ASCII some letters are alike for an expression that are not when folded.
    """
    if not text.isascii():
        return True
    runs, most = letter_runs(text), _MOST_TWICE * (1 + ("'" in text))
    return any(sum(map(eq, runs[n:], runs)) >= n for n in range(1, most + 1))


def _may_stand_twice(said: str) -> bool:
    """Whether a word is said twice for good reasons: of some, and of names (Pago Pago)."""
    return said.lower() in _RIGHTLY_TWICE or (said[0].isupper() and said.lower() != "the")


def _put(subject: Subject, found: re.Match[str], right: str) -> Finding:
    fix = subject.target[: found.start()] + right + subject.target[found.end() :]
    return Finding((), found.start(), found.end() - found.start(), (fix,))


SPACING = (
    Check(
        "doubled_words",
        CheckGroup.WRITING,
        Severity.WARNING,
        "This stands there twice: {texts}",
        _doubled,
        words="Words that stand there twice",
    ),
    Check(
        "double_space",
        CheckGroup.WRITING,
        Severity.NOTE,
        "Several spaces stand where one does.",
        _double_space,
        words="Several spaces in a row",
    ),
    Check(
        "edge_space",
        CheckGroup.WRITING,
        Severity.NOTE,
        "A space stands at the beginning or the end.",
        _edge_space,
        words="Spaces at the beginning or the end",
        on=False,
    ),
    Check(
        "space_before",
        CheckGroup.WRITING,
        Severity.NOTE,
        "A space stands before a mark, or inside brackets.",
        _space_before,
        words="Spaces before marks and inside brackets",
    ),
    Check(
        "no_space",
        CheckGroup.WRITING,
        Severity.NOTE,
        "The space behind a mark is missing.",
        _no_space,
        words="Missing spaces behind marks",
    ),
)
