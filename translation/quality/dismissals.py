"""Issues that a person let stand: which of those found are dismissed, by whom and why.

A dismissal holds as long as both texts of the segment are what they were, and the issue says the
same of the same place; whatever changes there brings it back.
"""

from __future__ import annotations

from hashlib import blake2b
from typing import TYPE_CHECKING, NamedTuple

from translation.model.record import Dismissal

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from translation.model.issue import Issue
    from translation.model.record import Record

_BREAK = "\x00"
"""Stands between the two texts: neither holds it."""


class Dismissed(NamedTuple):
    """An issue, and the record with which a person dismissed it."""

    issue: Issue
    record: Record
    dismissal: Dismissal


def seen_texts(source: str, target: str) -> str:
    """Return what a dismissal keeps of the texts that a person saw: a hash of both."""
    both = f"{source}{_BREAK}{target}".encode("utf-8", "surrogatepass")
    return blake2b(both, digest_size=8).hexdigest()


def dismissal_of(issue: Issue, source: str, target: str, reason: str) -> Dismissal:
    """Return what a person says who lets an issue of these texts stand."""
    place = issue.side.value, issue.start
    return Dismissal(issue.check, issue.facts, reason, seen_texts(source, target), *place)


def divide(
    issues: Sequence[Issue], records: Iterable[Record], source: str, target: str
) -> tuple[tuple[Issue, ...], tuple[Dismissed, ...]]:
    """Return which issues of a segment are open, and which are dismissed."""
    said = [(record, content) for record in records if (content := _dismissal(record))]
    if not said or not issues:
        return tuple(issues), ()
    seen = seen_texts(source, target)
    known = {_key(one): (record, one) for record, one in said if one.seen in ("", seen)}
    open_: list[Issue] = []
    dismissed: list[Dismissed] = []
    for issue in issues:
        place = issue.side.value, issue.start
        exact = (issue.check, issue.facts, *place)
        found = known.get(exact) or known.get((issue.check, issue.facts, "", 0))
        if found is None:
            open_.append(issue)
        else:
            dismissed.append(Dismissed(issue, *found))
    return tuple(open_), tuple(dismissed)


def _dismissal(record: Record) -> Dismissal | None:
    if record.kind != "dismissal":
        return None
    content = record.content
    return content if isinstance(content, Dismissal) else None


def _key(one: Dismissal) -> tuple[str, tuple[tuple[str, str], ...], str, int]:
    return one.code, one.facts, one.side, one.start
