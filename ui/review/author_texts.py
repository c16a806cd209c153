"""Who brought a segment into its state, and when, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from translation.model.segment import SegmentState
from ui.marked import QT_TRANSLATE_NOOP
from ui.texts import BESIDE, clock_time, in_line, listed, person_name

if TYPE_CHECKING:
    from collections.abc import Iterable

    from translation.model.authorship import Authorship

CONTEXT = "authors"

_BY = {
    SegmentState.EDITED: QT_TRANSLATE_NOOP("authors", "edited by {author}, {time}"),
    SegmentState.CONFIRMED: QT_TRANSLATE_NOOP("authors", "confirmed by {author}, {time}"),
    SegmentState.REVIEWED: QT_TRANSLATE_NOOP("authors", "reviewed by {author}, {time}"),
    SegmentState.FINAL: QT_TRANSLATE_NOOP("authors", "made final by {author}, {time}"),
}
_BY_NOBODY = {
    SegmentState.EDITED: QT_TRANSLATE_NOOP("authors", "edited, {time}"),
    SegmentState.CONFIRMED: QT_TRANSLATE_NOOP("authors", "confirmed, {time}"),
    SegmentState.REVIEWED: QT_TRANSLATE_NOOP("authors", "reviewed, {time}"),
    SegmentState.FINAL: QT_TRANSLATE_NOOP("authors", "made final, {time}"),
}


def author_text(one: Authorship) -> str:
    """Return who left a segment in a state, and when."""
    sentence = (_BY if one.author else _BY_NOBODY)[one.state]
    said = QCoreApplication.translate(CONTEXT, sentence)
    return said.format(author=person_name(one.author), time=clock_time(one.time))


def authors_line(found: Iterable[Authorship]) -> str:
    """Return in one line who brought a segment into its state, "" where nobody is known."""
    return in_line(listed(map(author_text, found), BESIDE))
