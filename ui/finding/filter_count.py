"""What is said beside the filter field: how many rows of how many, and what was not understood."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.background.soon import Soon
from ui import texts
from ui.marked import QT_TRANSLATE_NOOP
from ui.review.filter_query import Trouble
from ui.widgets.elided_label import ElidedLabel

if TYPE_CHECKING:
    from app.editing.editor import Editor
    from ui.review.review_panel import ReviewPanel

_TROUBLES = {
    Trouble.UNKNOWN: QT_TRANSLATE_NOOP(
        "filtering", "“{text}” is not a condition; it is looked for as text."
    ),
    Trouble.VALUE: QT_TRANSLATE_NOOP(
        "filtering", "“{text}” is not a condition; it is looked for as text."
    ),
    Trouble.EMPTY: QT_TRANSLATE_NOOP("filtering", "“{text}” needs words after it."),
}


class FilterCount(ElidedLabel):
    """Says "12 of 340" while a filter hides rows; nothing where it hides none."""

    def __init__(self, review: ReviewPanel, editor: Editor) -> None:
        super().__init__()
        self.setObjectName("quiet")
        self._review, self._editor = review, editor
        self._soon = Soon(self, self.refresh)
        review.filter_changed.connect(self.refresh)
        editor.changed.connect(self._soon.again)
        editor.document_replaced.connect(self._soon.again)

    def refresh(self) -> None:
        """Count the rows that are shown, and say what of the line is no condition."""
        query = self._review.query
        shown = self._review.shown_count()
        counted = self.tr("{number} of {last}").format(
            number=texts.number(shown), last=texts.number(len(self._editor.document))
        )
        told = [
            texts.translated("filtering", _TROUBLES[why], text=texts.theirs(term))
            for why, term in query.troubles
        ]
        parts = [] if query.is_empty else [counted]
        self.setText(texts.listed((*parts, *told[:1]), texts.BESIDE))
