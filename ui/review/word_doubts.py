"""Words that the model finds unlikely, as marks, in three grades: sure ones have none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.settings.table import WORD_DOUBTS
from translation.model.inline import has_codes
from translation.model.mark import Mark, MarkKind, Side
from ui.review.marks import MarkSource

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtCore import QObject

    from app.editing.editor import Editor
    from app.engine.judging import Judging
    from app.settings.store import Settings
    from app.settings.table import AnySetting
    from ui.review.segment_row import SegmentRow

OWN = (-1.5, -2.5)
"""Natural log-probabilities below which a word of the model's own draft is not very likely, and
unlikely. Of those of the bundled model 82 and 93 in 100 stand nowhere in the reference."""

OTHERS = (-7.0, -10.0)
"""The same for what others wrote: much there is only not what this model would have said. In
drafts of opus-mt, asked of the bundled model, it is 47 and 50 in 100, where 38 of all words are
(both by ``python -m tests.estimating.words``)."""


class WordDoubts(MarkSource):
    """Marks words of what is shown: drafts and what people wrote alike."""

    sides = frozenset({Side.TARGET})

    def __init__(
        self, judging: Judging, work: Editor, settings: Settings, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._judging = judging
        self._work = work
        self._settings = settings
        self._asked: dict[tuple[str, str], str] = {}
        """The segment in which a source and a translation were seen last."""
        judging.judged.connect(self._tell)
        judging.forgotten.connect(self._ask_anew)
        settings.changed.connect(self._follow)

    def marks(self, row: SegmentRow) -> Iterator[Mark]:
        """Give a mark for each word that the model doubts, once it has said so."""
        source, text = row.segment.source, row.shown
        if not text or not self._settings.value(WORD_DOUBTS) or has_codes(source + text):
            return
        words = self._judging.words(row.pair, source, text)
        if words is None:
            self._asked[source, text] = row.segment.id
            return
        unsure, doubted = OWN if self._is_own(row) else OTHERS
        unlikely = self.tr("The model finds this word unlikely here.")
        less = self.tr("The model finds this word not very likely here.")
        for word in words:
            if word.score <= doubted:
                yield Mark(Side.TARGET, word.start, word.length, MarkKind.DOUBTED, unlikely)
            elif word.score <= unsure:
                yield Mark(Side.TARGET, word.start, word.length, MarkKind.UNSURE, less)

    def _is_own(self, row: SegmentRow) -> bool:
        """Whether the model that is asked wrote what is shown."""
        draft = self._work.document.current_draft(row.segment)
        return row.is_draft and draft is not None and draft.model == self._judging.model

    def _tell(self, source: str, text: str) -> None:
        segment_id = self._asked.pop((source, text), "")
        if segment_id in self._work.document:
            self.changed.emit([segment_id])

    def _follow(self, setting: AnySetting) -> None:
        if setting is WORD_DOUBTS:
            self._ask_anew()

    def _ask_anew(self) -> None:
        """Have the active row asked about; the others are when they are painted next."""
        self._asked.clear()
        if self._work.active_id:
            self.changed.emit([self._work.active_id])
