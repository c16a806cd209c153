"""What the menu of the active row offers of marks and words at a place."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtCore import QPoint
    from PySide6.QtWidgets import QMenu, QTextEdit

    from app.editing.editor import Editor
    from translation.model.mark import MarkAction
    from ui.review.marks import Marks
    from ui.review.read_field import ReadField
    from ui.review.segment_editor import SegmentEditor
    from ui.review.segment_row import SegmentRow


class MarkMenu:
    """Fills a menu by what stands at a place of the active row."""

    def __init__(
        self, work: Editor, marks: Marks, editor: SegmentEditor, read: tuple[ReadField, ...]
    ) -> None:
        self._work = work
        self._marks = marks
        self._editor = editor
        self._read = read

    def offer(self, menu: QMenu, place: QPoint, row: SegmentRow) -> None:
        """Offer what helps with the marks of the translation at a place (global); in the other
        texts the word there is chosen, to be copied and looked up."""
        read = next(filter(partial(_stands_at, place), self._read), None)
        if read is not None:
            read.choose_word_at(place)
        else:
            at, take = partial(self._marks.actions, row), partial(self._do, row.segment.id)
            self._editor.marks.offer(menu, place, at, take)

    def _do(self, segment_id: str, action: MarkAction) -> None:
        if action.command:
            self._marks.take(segment_id, action)
        else:
            self._work.mend(segment_id, action.target)


def _stands_at(place: QPoint, field: QTextEdit) -> bool:
    return field.isVisible() and field.rect().contains(field.mapFromGlobal(place))
