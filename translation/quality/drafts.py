"""What the checks find of drafts that went wrong as a whole, and of empty targets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from translation.model.draft import CUT_AROUND, EMPTY, LOOP, SPLIT_SOURCE
from translation.model.inline import strip_codes
from translation.model.issue import Severity
from translation.quality.check import Check, CheckGroup
from translation.quality.subject import Finding
from translation.text.loops import find_loop

if TYPE_CHECKING:
    from collections.abc import Iterator

    from translation.quality.subject import Subject


def _loop(subject: Subject) -> Iterator[Finding]:
    if LOOP in subject.marks or find_loop(subject.source, subject.target):
        yield Finding(length=len(subject.target))


def _empty(subject: Subject) -> Iterator[Finding]:
    says = any(c.isalnum() for c in strip_codes(subject.source))
    if says and not strip_codes(subject.target).strip():
        yield Finding()


def _split_source(subject: Subject) -> Iterator[Finding]:
    if SPLIT_SOURCE in subject.marks:
        yield Finding()


def _cut_around(subject: Subject) -> Iterator[Finding]:
    if CUT_AROUND in subject.marks:
        yield Finding()


DRAFT = (
    Check(
        LOOP,
        CheckGroup.DRAFT,
        Severity.ERROR,
        "The translation repeats itself or is far longer than its source.",
        _loop,
        words="Repetition, and text far too long",
    ),
    Check(
        EMPTY,
        CheckGroup.DRAFT,
        Severity.ERROR,
        "The translation is empty.",
        _empty,
        words="Empty translations",
    ),
    Check(
        SPLIT_SOURCE,
        CheckGroup.DRAFT,
        Severity.NOTE,
        "The source was too long for the model: it was translated in pieces.",
        _split_source,
        words="Sources translated in pieces",
    ),
    Check(
        CUT_AROUND,
        CheckGroup.DRAFT,
        Severity.NOTE,
        "The draft was made in parts, around what must arrive unchanged.",
        _cut_around,
        words="Drafts made in parts",
    ),
)
