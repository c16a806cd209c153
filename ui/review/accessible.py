"""What a screen reader says of a row, and the words for its marks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from translation.model.inline import strip_codes
from translation.text.bidi import FSI, PDI
from ui.marked import QT_TRANSLATE_N_NOOP, QT_TRANSLATE_NOOP
from ui.review.author_texts import author_text
from ui.review.estimate_texts import estimate_reasons
from ui.review.roles import Column
from ui.texts import listed, role_name, state_name, theirs, translated

if TYPE_CHECKING:
    from collections.abc import Sequence

    from translation.model.authorship import Authorship
    from ui.review.segment_row import SegmentRow

CONTEXT = "review"

_SAID = {
    Column.NUMBER: QT_TRANSLATE_NOOP(
        "review", "Segment {number}, {state}, source {source}, target {target}"
    ),
    Column.SOURCE: QT_TRANSLATE_NOOP("review", "Segment {number}, source: {source}, {state}"),
    Column.STATE: QT_TRANSLATE_NOOP("review", "Segment {number}: {state}"),
    Column.TARGET: QT_TRANSLATE_NOOP("review", "Segment {number}, target: {target}, {state}"),
}
_UNHEARD = dict.fromkeys(map(ord, FSI + PDI))
"""What keeps names apart for the eye."""
_EMPTY = QT_TRANSLATE_NOOP("review", "empty")
_DRAFT = QT_TRANSLATE_NOOP("review", "machine draft")
_MATCH = QT_TRANSLATE_NOOP("review", "match of a memory")
_LOCKED = QT_TRANSLATE_NOOP("review", "locked")
_REJECTED = QT_TRANSLATE_NOOP("review", "rejected")
_REJECTED_FOR = QT_TRANSLATE_NOOP("review", "rejected: {reason}")
_BOOKMARK = QT_TRANSLATE_NOOP("review", "bookmark")
_MISSING_CODE = QT_TRANSLATE_NOOP("review", "inline code missing")
_OPEN_NOTE = QT_TRANSLATE_NOOP("review", "open note")
_NOTED = QT_TRANSLATE_NOOP("review", "with a note")
_DOUBTFUL = QT_TRANSLATE_NOOP("review", "doubtful by estimate: {reasons}")
_ISSUES = QT_TRANSLATE_N_NOOP("review", "{count} issue", "{count} issues")


def accessible_text(row: SegmentRow, column: Column, by: Sequence[Authorship] = ()) -> str:
    """Return what a cell is called aloud; that of the state says by whom it is."""
    return translated(
        CONTEXT,
        _SAID[column],
        number=row.number,
        state=listed(state_parts(row, by)).translate(_UNHEARD),
        source=strip_codes(row.segment.source),
        target=strip_codes(row.shown) or translated(CONTEXT, _EMPTY),
    )


def state_text(row: SegmentRow) -> str:
    """Return state and marks of a row in words: colour and shape never speak alone."""
    return listed(state_parts(row))


def state_parts(row: SegmentRow, by: Sequence[Authorship] = ()) -> list[str]:
    """Return the same one by one: the state, or where it is known who brought it there, that."""
    if row.is_furniture:
        return [role_name(row.role)]
    parts = [author_text(one) for one in by]
    if not by or by[-1].state is not row.segment.state:
        if not row.is_draft:
            parts.append(state_name(row.segment.state))
        elif not row.is_match:
            parts.append(translated(CONTEXT, _DRAFT))
    if row.is_match:
        parts.append(translated(CONTEXT, _MATCH))
    if row.rejection is not None:
        said = _REJECTED_FOR if row.rejection.reason else _REJECTED
        parts.append(translated(CONTEXT, said, reason=theirs(row.rejection.reason)))
    if row.is_bookmarked:
        parts.append(translated(CONTEXT, _BOOKMARK))
    if row.segment.locked:
        parts.append(translated(CONTEXT, _LOCKED))
    if row.is_code_missing:
        parts.append(translated(CONTEXT, _MISSING_CODE))
    count = len(row.issues)
    if count:
        parts.append(translated(CONTEXT, _ISSUES, count=count))
    if row.estimate is not None:
        reasons = listed(estimate_reasons(row.estimate))
        parts.append(translated(CONTEXT, _DOUBTFUL, reasons=reasons))
    if row.has_notes:
        parts.append(translated(CONTEXT, _OPEN_NOTE if row.has_open_notes else _NOTED))
    return parts
