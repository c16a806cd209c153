"""What the checks find by comparing a segment with others of its document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from translation.model.inline import strip_codes
from translation.model.issue import Severity
from translation.quality.check import Check, CheckGroup
from translation.quality.subject import Finding
from translation.quality.traits import SOURCE, TARGET

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from translation.quality.subject import Subject

_FEW_WORDS = 3
"""Fewer words may well translate more than one source."""


def _translated_otherwise(subject: Subject) -> Iterator[Finding]:
    """Find that the same source has another target elsewhere; the fixes are those targets."""
    others = _apart(subject.target, (t.target for t in subject.alike.get(SOURCE, ()) if t.target))
    if others:
        yield Finding(_told(others), 0, len(subject.target), tuple(others))


def _same_for_others(subject: Subject) -> Iterator[Finding]:
    """Find that other sources have the very same target, where it is long enough to wonder."""
    if len(subject.target.split()) >= _FEW_WORDS:
        others = _apart(subject.source, (t.source for t in subject.alike.get(TARGET, ())))
        if others:
            yield Finding(_told(others), 0, len(subject.target))


def _apart(text: str, others: Iterable[str]) -> list[str]:
    """Return the texts that differ from this one by more than white space."""
    own = text.split()
    return [other for other in dict.fromkeys(others) if _differs(other, own)]


def _differs(text: str, words: list[str]) -> bool:
    """Tell whether a text has other words; mostly the last ones tell, which is cheap."""
    return text.rsplit(None, 2)[-2:] != words[-2:] or text.split() != words


def _told(others: list[str]) -> tuple[tuple[str, str], ...]:
    return (("count", str(len(others))), ("texts", strip_codes(others[0])))


CONSISTENCY = (
    Check(
        "translated_otherwise",
        CheckGroup.CONSISTENCY,
        Severity.WARNING,
        "The same source is translated otherwise elsewhere: {texts}",
        _translated_otherwise,
        words="One source with several translations",
    ),
    Check(
        "same_for_others",
        CheckGroup.CONSISTENCY,
        Severity.WARNING,
        "This is the translation of another source, too: {texts}",
        _same_for_others,
        words="One translation of several sources",
    ),
)
