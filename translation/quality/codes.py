"""What the checks find of inline codes: missing, strange, out of order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from translation.model.draft import MISSING_CODE
from translation.model.inline import (
    code_character,
    code_index,
    extra_codes,
    missing_codes,
)
from translation.model.issue import Severity
from translation.quality.check import Check, CheckGroup
from translation.quality.subject import Finding
from translation.text.code_order import (
    misplaced_half,
    moved_codes,
    with_codes_in_line,
    with_pairs_in_order,
)
from translation.text.codes import add_missing_codes, needed_codes, remove_extra_codes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from translation.quality.subject import Subject


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


CODES = (
    Check(
        MISSING_CODE,
        CheckGroup.CODES,
        Severity.ERROR,
        "Inline codes of the source are missing: {codes}",
        _missing_code,
        words="Missing codes",
        of_codes=True,
    ),
    Check(
        "missing_format",
        CheckGroup.CODES,
        Severity.NOTE,
        "Formatting of the source is left out: {codes}",
        _missing_format,
        words="Formatting left out",
        of_codes=True,
    ),
    Check(
        "extra_code",
        CheckGroup.CODES,
        Severity.ERROR,
        "There are inline codes that the source does not have: {codes}",
        _extra_code,
        words="Codes that the source does not have",
        of_codes=True,
    ),
    Check(
        "code_nesting",
        CheckGroup.CODES,
        Severity.ERROR,
        "Inline codes are out of order: {codes} closes something else, or before it opens.",
        _code_nesting,
        words="Codes out of order",
        of_codes=True,
    ),
    Check(
        "code_order",
        CheckGroup.CODES,
        Severity.WARNING,
        "Inline codes that are not to be moved stand in another order: {codes}",
        _code_order,
        words="Codes moved that must not be",
        of_codes=True,
    ),
)
