"""The checks: one table. Each is an id, a severity, a sentence, a test and, where there is, a fix.

A sentence is translated by the window under the check's id and then filled with the facts.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from translation.model.draft import CARRIED, CUT_AROUND, EMPTY, LOOP, MISSING_CODE, SPLIT_SOURCE
from translation.model.inline import (
    code_character,
    code_index,
    extra_codes,
    is_code,
    missing_codes,
    strip_codes,
)
from translation.model.issue import Issue, Severity
from translation.quality import carried
from translation.quality.subject import Finding, Subject, subject_of
from translation.text.code_order import (
    misplaced_half,
    moved_codes,
    with_codes_in_line,
    with_pairs_in_order,
)
from translation.text.codes import add_missing_codes, needed_codes, remove_extra_codes
from translation.text.loops import find_loop
from translation.text.utf16 import to_utf16

if TYPE_CHECKING:
    from collections.abc import Callable

    from translation.model.draft import Draft
    from translation.model.segment import Segment, TranslationUnit


@dataclass(frozen=True, slots=True)
class Check:
    """One check. ``find`` returns what is wrong or None, ``fix`` a target that mends it.

    ``words`` are what the preferences call what it looks for; without any, its sentence does.
    """

    id: str
    severity: Severity
    sentence: str
    find: Callable[[Subject], Finding | None]
    fix: Callable[[Subject], str | None] | None = None
    words: str = ""


def find_issues(segment: Segment, unit: TranslationUnit, draft: Draft | None) -> tuple[Issue, ...]:
    """Return what is wrong with the target that is shown, in the order of the table.

    ``draft`` is the segment's current draft; it counts only while no target is there.
    """
    subject = subject_of(segment, unit, draft)
    if subject is None:
        return ()
    found = ((check, check.find(subject)) for check in CHECKS)
    return tuple(_issue(check, segment.id, subject, finding) for check, finding in found if finding)


def _issue(check: Check, segment_id: str, subject: Subject, finding: Finding) -> Issue:
    start = to_utf16(subject.target, finding.start)
    end = to_utf16(subject.target, finding.start + finding.length)
    fix = check.fix(subject) if check.fix else None
    return Issue(check.id, check.severity, segment_id, finding.facts, start, end - start, fix)


def _loop(subject: Subject) -> Finding | None:
    if LOOP in subject.marks or find_loop(subject.source, subject.target):
        return Finding(length=len(subject.target))
    return None


def _empty(subject: Subject) -> Finding | None:
    says = any(c.isalnum() for c in strip_codes(subject.source))
    return Finding() if says and not strip_codes(subject.target).strip() else None


def _split_source(subject: Subject) -> Finding | None:
    return Finding() if SPLIT_SOURCE in subject.marks else None


def _missing_code(subject: Subject) -> Finding | None:
    return _absent(subject, needed_codes(subject.source, subject.target, subject.codes))


def _missing_format(subject: Subject) -> Finding | None:
    return _absent(subject, _formats_left_out(subject))


def _formats_left_out(subject: Subject) -> list[int]:
    """Return the codes of pairs that may be left out, and are."""
    missing = missing_codes(subject.source, subject.target)
    needed = needed_codes(subject.source, subject.target, subject.codes)
    return [i for i in missing if i not in needed and subject.codes[i].pair is not None]


def _absent(subject: Subject, indices: list[int]) -> Finding | None:
    return Finding(_code_facts(subject, indices), len(subject.target)) if indices else None


def _extra_code(subject: Subject) -> Finding | None:
    extra = [
        index
        for index in extra_codes(subject.source, subject.target)
        if index not in subject.annotations  # comments and tracked changes of the target's own
    ]
    if not extra:
        return None
    places = [
        at
        for at, character in enumerate(subject.target)
        if is_code(character) and code_index(character) == extra[0]
    ]
    return Finding(_code_facts(subject, extra), places[-1], 1)


def _code_nesting(subject: Subject) -> Finding | None:
    at = misplaced_half(subject.source, subject.target, subject.codes)
    if at is None:
        return None
    return Finding(_code_facts(subject, [code_index(subject.target[at])]), at, 1)


def _code_order(subject: Subject) -> Finding | None:
    moved = moved_codes(subject.source, subject.target, subject.codes)
    if not moved:
        return None
    at = subject.target.index(code_character(moved[0]))
    return Finding(_code_facts(subject, moved), at, 1)


def _code_facts(subject: Subject, indices: list[int]) -> tuple[tuple[str, str], ...]:
    labels = " ".join(subject.label(index) for index in indices)
    return (("codes", labels), ("count", str(len(indices))))


def _with_missing(subject: Subject) -> str:
    needed = needed_codes(subject.source, subject.target, subject.codes)
    return add_missing_codes(subject.source, subject.target, subject.optional_codes - {*needed})


def _with_formats(subject: Subject) -> str:
    put_in = _formats_left_out(subject)
    missing = missing_codes(subject.source, subject.target)
    return add_missing_codes(subject.source, subject.target, {*missing} - {*put_in})


def _without_extra(subject: Subject) -> str:
    return remove_extra_codes(subject.source, subject.target, subject.annotations)


def _nested(subject: Subject) -> str:
    return with_pairs_in_order(subject.source, subject.target, subject.codes)


def _in_line(subject: Subject) -> str:
    return with_codes_in_line(subject.source, subject.target, subject.codes)


CHECKS: tuple[Check, ...] = (
    Check(
        LOOP,
        Severity.ERROR,
        "The translation repeats itself or is far longer than its source.",
        _loop,
        words="Repetition, and text far too long",
    ),
    Check(
        EMPTY,
        Severity.ERROR,
        "The translation is empty.",
        _empty,
        words="Empty translations",
    ),
    Check(
        SPLIT_SOURCE,
        Severity.NOTE,
        "The source was too long for the model: it was translated in pieces.",
        _split_source,
        words="Sources translated in pieces",
    ),
    Check(
        MISSING_CODE,
        Severity.ERROR,
        "Inline codes of the source are missing: {codes}",
        _missing_code,
        _with_missing,
        words="Missing codes",
    ),
    Check(
        "missing_format",
        Severity.NOTE,
        "Formatting of the source is left out: {codes}",
        _missing_format,
        _with_formats,
        words="Formatting left out",
    ),
    Check(
        "extra_code",
        Severity.ERROR,
        "There are inline codes that the source does not have: {codes}",
        _extra_code,
        _without_extra,
        words="Codes that the source does not have",
    ),
    Check(
        "code_nesting",
        Severity.ERROR,
        "Inline codes are out of order: {codes} closes something else, or before it opens.",
        _code_nesting,
        _nested,
        words="Codes out of order",
    ),
    Check(
        "code_order",
        Severity.WARNING,
        "Inline codes that are not to be moved stand in another order: {codes}",
        _code_order,
        _in_line,
        words="Codes moved that must not be",
    ),
    Check(
        CARRIED,
        Severity.ERROR,
        "What must arrive unchanged is missing or changed: {texts}",
        carried.carried,
        carried.with_carried,
        words="Addresses, numbers and the like that must arrive unchanged",
    ),
    Check(
        "carried_words",
        Severity.WARNING,
        "Words, dates, amounts or codes of the source are missing or changed: {texts}",
        carried.carried_words,
        words="Words, dates, amounts and names that should arrive",
    ),
    Check(
        "invented",
        Severity.ERROR,
        "There are addresses, placeholders or tags that the source does not have: {texts}",
        carried.invented,
        words="Addresses and placeholders that the source does not have",
    ),
    Check(
        "entities",
        Severity.WARNING,
        "Character references stand there for characters: {texts}",
        carried.entities,
        carried.with_characters,
        words="Character references for characters",
    ),
    Check(
        CUT_AROUND,
        Severity.NOTE,
        "The draft was made in parts, around what must arrive unchanged.",
        carried.cut_around,
        words="Drafts made in parts",
    ),
)
