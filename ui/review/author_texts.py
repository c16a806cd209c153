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
    SegmentState.EDITED: QT_TRANSLATE_NOOP("authors", "Edited by {author}, {time}"),
    SegmentState.CONFIRMED: QT_TRANSLATE_NOOP("authors", "Confirmed by {author}, {time}"),
    SegmentState.REVIEWED: QT_TRANSLATE_NOOP("authors", "Reviewed by {author}, {time}"),
    SegmentState.FINAL: QT_TRANSLATE_NOOP("authors", "Made final by {author}, {time}"),
}
_BY_NOBODY = {
    SegmentState.EDITED: QT_TRANSLATE_NOOP("authors", "Edited, {time}"),
    SegmentState.CONFIRMED: QT_TRANSLATE_NOOP("authors", "Confirmed, {time}"),
    SegmentState.REVIEWED: QT_TRANSLATE_NOOP("authors", "Reviewed, {time}"),
    SegmentState.FINAL: QT_TRANSLATE_NOOP("authors", "Made final, {time}"),
}


def author_text(one: Authorship) -> str:
    """Return who left a segment in a state, and when."""
    sentence = (_BY if one.author else _BY_NOBODY)[one.state]
    said = QCoreApplication.translate(CONTEXT, sentence)
    return said.format(author=person_name(one.author), time=clock_time(one.time))


def authors_line(found: Iterable[Authorship]) -> str:
    """Return in one line who brought a segment into its state, "" where nobody is known."""
    return in_line(listed(map(author_text, found), BESIDE))
