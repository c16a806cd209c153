"""The places that issues name, as marks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from translation.model.inline import code_index, is_code
from translation.model.issue import Severity
from translation.model.mark import Mark, MarkAction, MarkKind, Side
from translation.text.code_words import code_words
from translation.text.texts_apart import difference_of_words
from translation.text.utf16 import from_utf16
from ui import texts
from ui.review.marks import MarkSource

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtCore import QObject

    from app.followers.issues import IssueTable
    from translation.model.inline import InlineCode
    from translation.model.issue import Issue
    from ui.review.segment_row import SegmentRow

KINDS = {
    Severity.NOTE: MarkKind.NOTE,
    Severity.WARNING: MarkKind.WARNING,
    Severity.ERROR: MarkKind.ERROR,
}
_MOST_NAMED = 40
"""Characters of a text that the words of an action show."""


class IssueMarks(MarkSource):
    """Marks what the checks found, on the side where it is."""

    def __init__(self, issues: IssueTable, parent: QObject | None = None) -> None:
        super().__init__(parent)
        issues.changed.connect(self.changed)

    def marks(self, row: SegmentRow) -> Iterator[Mark]:
        """Give a mark for each issue that names a place."""
        for issue in row.issues:
            if issue.length > 0:
                start, end = _stretch(row, issue)
                kind, message = KINDS[issue.severity], texts.issue_text(issue)
                yield Mark(issue.side, start, end - start, kind, message)

    def actions(self, row: SegmentRow, position: int) -> Iterator[MarkAction]:
        """Give the fixes of the issues at a place."""
        for issue in row.issues:
            if issue.side is Side.SOURCE or issue.length <= 0 or not issue.fixes:
                continue
            start, end = _stretch(row, issue)
            if start <= position <= end:
                for fix in issue.fixes:
                    yield MarkAction(fix_words(row, fix), fix)


def fix_words(row: SegmentRow, fix: str) -> str:
    """Return what is said of a fix: what it takes out, puts in, or in whose place."""
    before, after = difference_of_words(row.shown, fix)
    return _words(_named(row, before), _named(row, after))


def _stretch(row: SegmentRow, issue: Issue) -> tuple[int, int]:
    text = row.segment.source if issue.side is Side.SOURCE else row.shown
    return from_utf16(text, issue.start), from_utf16(text, issue.start + issue.length)


def _words(before: str, after: str) -> str:
    if not after.strip():
        sentence = QCoreApplication.translate("IssueMarks", "Take out “{before}”")
    elif not before.strip():
        sentence = QCoreApplication.translate("IssueMarks", "Insert “{after}”")
    else:
        sentence = QCoreApplication.translate("IssueMarks", "Replace “{before}” by “{after}”")
    return sentence.format(before=before, after=after)


def _word(codes: tuple[InlineCode, ...], place: int) -> str:
    return code_words(codes[place], place) if place < len(codes) else str(place + 1)


def _named(row: SegmentRow, text: str) -> str:
    """Return a text with the labels of its codes, cut where it is long."""
    codes = row.unit.codes
    labels = (f"[{_word(codes, code_index(c))}]" if is_code(c) else c for c in text[:_MOST_NAMED])
    return "".join(labels) + ("…" if len(text) > _MOST_NAMED else "")
