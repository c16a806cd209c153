"""The checks: one table. Each is an id, a severity, a sentence, a test and, where there is, a fix.

A sentence is translated by the window under the check's id and then filled with the facts.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from translation.model.draft import CARRIED, CUT_AROUND, EMPTY, LOOP, MISSING_CODE, SPLIT_SOURCE
from translation.model.inline import (
    code_character,
    code_index,
    extra_codes,
    missing_codes,
    strip_codes,
)
from translation.model.issue import Issue, Severity
from translation.model.mark import Side
from translation.quality import carried, consistency, writing
from translation.quality.subject import Finding, Subject
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
    from collections.abc import Callable, Iterable, Iterator


@dataclass(frozen=True, slots=True)
class Check:
    """One check. ``find`` gives all that is wrong, each with its place and what mends it.

    ``words`` are what the preferences call what it looks for; without any, its sentence does.
    """

    id: str
    severity: Severity
    sentence: str
    find: Callable[[Subject], Iterable[Finding]]
    words: str = ""


MOST_FINDINGS = 20
"""Of one check in one segment; more help nobody, and a hostile file could have a million."""


def find_issues(subject: Subject) -> tuple[Issue, ...]:
    """Return what is wrong with a target, in the order of the table."""
    return tuple(
        _issue(check, subject, finding)
        for check in CHECKS
        for finding in islice(check.find(subject), MOST_FINDINGS)
    )


def _issue(check: Check, subject: Subject, finding: Finding) -> Issue:
    text = subject.source if finding.side is Side.SOURCE else subject.target
    start = to_utf16(text, finding.start)
    length = to_utf16(text, finding.start + finding.length) - start
    found = finding.facts, start, length, finding.fixes, finding.side
    return Issue(check.id, check.severity, subject.segment_id, *found)


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


def _missing_code(subject: Subject) -> Iterator[Finding]:
    needed = needed_codes(subject.source, subject.target, subject.codes)
    if needed:
        optional = subject.optional_codes - {*needed}
        fix = add_missing_codes(subject.source, subject.target, optional)
        yield _absent(subject, needed, fix)


def _missing_format(subject: Subject) -> Iterator[Finding]:
    """Find codes of pairs that may be left out, and are."""
    missing = missing_codes(subject.source, subject.target)
    needed = needed_codes(subject.source, subject.target, subject.codes)
    left_out = [i for i in missing if i not in needed and subject.codes[i].pair is not None]
    if left_out:
        fix = add_missing_codes(subject.source, subject.target, {*missing} - {*left_out})
        yield _absent(subject, left_out, fix)


def _absent(subject: Subject, indices: list[int], fix: str) -> Finding:
    return Finding(_code_facts(subject, indices), len(subject.target), fixes=(fix,))


def _extra_code(subject: Subject) -> Iterator[Finding]:
    source, target = subject.source, subject.target
    # Comments and tracked changes of the target's own are no strangers.
    extra = [i for i in extra_codes(source, target) if i not in subject.annotations]
    for index in dict.fromkeys(extra):
        at = target.rindex(code_character(index))
        fixes = (remove_extra_codes(source, target, subject.annotations),)
        yield Finding(_code_facts(subject, [index]), at, 1, fixes)


def _code_nesting(subject: Subject) -> Iterator[Finding]:
    at = misplaced_half(subject.source, subject.target, subject.codes)
    if at is not None:
        fixes = (with_pairs_in_order(subject.source, subject.target, subject.codes),)
        yield Finding(_code_facts(subject, [code_index(subject.target[at])]), at, 1, fixes)


def _code_order(subject: Subject) -> Iterator[Finding]:
    moved = moved_codes(subject.source, subject.target, subject.codes)
    if moved:
        at = subject.target.index(code_character(moved[0]))
        fixes = (with_codes_in_line(subject.source, subject.target, subject.codes),)
        yield Finding(_code_facts(subject, moved), at, 1, fixes)


def _code_facts(subject: Subject, indices: list[int]) -> tuple[tuple[str, str], ...]:
    labels = " ".join(subject.label(index) for index in indices)
    return (("codes", labels), ("count", str(len(indices))))


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
        words="Missing codes",
    ),
    Check(
        "missing_format",
        Severity.NOTE,
        "Formatting of the source is left out: {codes}",
        _missing_format,
        words="Formatting left out",
    ),
    Check(
        "extra_code",
        Severity.ERROR,
        "There are inline codes that the source does not have: {codes}",
        _extra_code,
        words="Codes that the source does not have",
    ),
    Check(
        "code_nesting",
        Severity.ERROR,
        "Inline codes are out of order: {codes} closes something else, or before it opens.",
        _code_nesting,
        words="Codes out of order",
    ),
    Check(
        "code_order",
        Severity.WARNING,
        "Inline codes that are not to be moved stand in another order: {codes}",
        _code_order,
        words="Codes moved that must not be",
    ),
    Check(
        CARRIED,
        Severity.ERROR,
        "What must arrive unchanged is missing or changed: {texts}",
        carried.carried,
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
        words="Character references for characters",
    ),
    Check(
        "source_script",
        Severity.WARNING,
        "Letters of the source's script are left in the translation: {texts}",
        writing.source_script,
        words="Letters of the source's script left",
    ),
    Check(
        "small_beginning",
        Severity.NOTE,
        "The sentence begins with a small letter.",
        writing.small_beginning,
        words="Sentences that begin with a small letter",
    ),
    Check(
        "translated_otherwise",
        Severity.WARNING,
        "The same source is translated otherwise elsewhere: {texts}",
        consistency.translated_otherwise,
        words="One source with several translations",
    ),
    Check(
        "same_for_others",
        Severity.WARNING,
        "This is the translation of another source, too: {texts}",
        consistency.same_for_others,
        words="One translation of several sources",
    ),
    Check(
        CUT_AROUND,
        Severity.NOTE,
        "The draft was made in parts, around what must arrive unchanged.",
        carried.cut_around,
        words="Drafts made in parts",
    ),
)
