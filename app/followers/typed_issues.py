"""The issues of texts that are being typed: they move along until the texts are checked again."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from app.background.soon import Soon
from translation.model.edits import Put
from translation.model.mark import Side
from translation.model.segment import Segment
from translation.text.texts_apart import difference
from translation.text.utf16 import to_utf16, utf16_length

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from PySide6.QtCore import QObject

    from app.editing.changes import Change
    from translation.model.document import Document
    from translation.model.issue import Issue

AFTER_A_KEY = 40
"""Milliseconds until what is typed is checked: the key is painted first."""


class TypedIssues:
    """The segments that keys changed and that wait to be checked.

    ``check`` is called for it, as soon as ``may_check`` tells that it takes no longer than usual.
    """

    def __init__(
        self, check: Callable[[], object], may_check: Callable[[], bool], parent: QObject
    ) -> None:
        self._moved: dict[str, tuple[Issue, ...]] = {}
        self._check = check
        self._may_check = may_check
        self._soon = Soon(parent, self._go_on, AFTER_A_KEY)

    def __len__(self) -> int:
        return len(self._moved)

    def of(self, segment_id: str) -> tuple[Issue, ...] | None:
        """Return what was found in a segment, moved along; None where it does not wait."""
        return self._moved.get(segment_id)

    def follow(
        self, change: Change, document: Document, found: Callable[[str], tuple[Issue, ...]]
    ) -> None:
        """Take in what was typed; ``found`` gives the issues of segments that were not waiting."""
        for edit in change.batch.edits if change.batch is not None else ():
            if isinstance(edit, Put) and isinstance(edit.before, Segment):
                before, id_ = edit.before, edit.before.id
                known = self._moved[id_] if id_ in self._moved else found(id_)
                now = document.shown_target(document.segment(id_))
                self._moved[id_] = moved_along(known, document.shown_target(before), now)
        self._soon.again()

    def _go_on(self) -> None:
        if self._may_check():
            self._check()
        else:
            self._soon.again()

    def skip(self, segment_ids: Iterable[str]) -> None:
        """Leave segments out: they are checked already, or gone."""
        for id_ in segment_ids if self._moved else ():
            self._moved.pop(id_, None)

    def take(self) -> dict[str, tuple[Issue, ...]]:
        """Return what waits, which is checked now."""
        self._soon.stop()
        taken, self._moved = self._moved, {}
        return taken


def moved_along(issues: Iterable[Issue], before: str, after: str) -> tuple[Issue, ...]:
    """Return issues of a target as they stand in it after a change.

    One whose words were cut into keeps no place.
    """
    start, gone, come = difference(before, after)
    first = to_utf16(before, start)
    end, grown = first + utf16_length(gone), utf16_length(come) - utf16_length(gone)
    return tuple(_moved(issue, first, end, grown) for issue in issues)


def _moved(issue: Issue, first: int, end: int, grown: int) -> Issue:
    """Return an issue once what stood from ``first`` to ``end`` is so much longer."""
    behind = issue.start + issue.length
    if issue.side is Side.SOURCE or not issue.length or behind <= first:
        return issue
    if issue.start >= end:
        return replace(issue, start=issue.start + grown)
    is_within = issue.start <= first and end <= behind
    return replace(issue, length=issue.length + grown if is_within else 0)
