"""Words that are spelled wrong, as marks, with what they may have been."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.background.soon import Soon
from translation.model.mark import Mark, MarkAction, MarkKind, Side
from translation.text.utf16 import from_utf16
from ui.review.marks import MarkSource

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtCore import QObject

    from app.editing.changes import Change
    from app.editing.editor import Editor
    from app.followers.spelling import Spelling
    from translation.spelling.answers import Misspelt
    from ui.review.segment_row import SegmentRow

IGNORE, TO_PROJECT, EVERYWHERE = "spelling_ignore", "spelling_project", "spelling_everywhere"
"""The commands of the actions of a mark."""
OFFERED = 6
"""Suggestions that a menu shows."""
PAUSE = 1200
"""Milliseconds without a key after which a word is no longer being typed."""


class SpellingMarks(MarkSource):
    """Marks the words that are wrong, but for the one that is being typed."""

    sides = frozenset({Side.TARGET})

    def __init__(self, spelling: Spelling, work: Editor, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._spelling = spelling
        self._work = work
        self._typed = ("", 0)
        """The segment that is typed in, and the caret there, in UTF-16 units."""
        self._pause = Soon(self, self._stop_typing, PAUSE)
        spelling.changed.connect(self.changed)
        work.changed.connect(self._follow)
        work.active_changed.connect(self._stop_typing)

    def marks(self, row: SegmentRow) -> Iterator[Mark]:
        """Give a mark for each word that is wrong."""
        if not row.shown:
            return
        language = self._spelling.language(row.segment.id)
        is_active = row.segment.id == self._work.active_id
        for word in self._wrong(row):
            if is_active:  # What a menu is soon to offer is looked for beforehand.
                self._spelling.suggestions(language, word.word)
            message = self.tr("“{word}” is not in the dictionary.").format(word=word.word)
            yield Mark(Side.TARGET, word.start, len(word.word), MarkKind.SPELLING, message)

    def actions(self, row: SegmentRow, position: int) -> Iterator[MarkAction]:
        """Give what can be done about the words at a place; suggestions once they were found."""
        for word in self._wrong(row):
            if word.start <= position <= word.start + len(word.word):
                yield from self._of_word(row, word)

    def take(self, segment_id: str, action: MarkAction) -> None:
        """Let a word be right, here or everywhere."""
        language, word = self._spelling.language(segment_id), action.target
        match action.command:
            case "spelling_ignore":
                self._spelling.ignore(language, word)
            case "spelling_project":
                self._spelling.add_to_project(language, word)
            case "spelling_everywhere":
                self._spelling.add_everywhere(language, word)

    def _wrong(self, row: SegmentRow) -> Iterator[Misspelt]:
        found = self._spelling.wrong(row.segment.id, row.shown)
        return (word for word in found if not self._is_being_typed(row, word))

    def _of_word(self, row: SegmentRow, word: Misspelt) -> tuple[MarkAction, ...]:
        language = self._spelling.language(row.segment.id)
        start, end = word.start, word.start + len(word.word)
        suggested = self._spelling.suggestions(language, word.word) or ()
        ways = (
            (self.tr("Add “{word}” to the project"), TO_PROJECT),
            (self.tr("Add “{word}” everywhere"), EVERYWHERE),
            (self.tr("Ignore “{word}”"), IGNORE),
        )
        return (
            *(
                MarkAction(other, row.shown[:start] + other + row.shown[end:])
                for other in suggested[:OFFERED]
            ),
            *(MarkAction(say.format(word=word.word), word.word, do) for say, do in ways),
        )

    def _is_being_typed(self, row: SegmentRow, word: Misspelt) -> bool:
        segment_id, caret = self._typed
        if segment_id != row.segment.id:
            return False
        at = from_utf16(row.shown, caret)
        return word.start <= at <= word.start + len(word.word)

    def _follow(self, change: Change) -> None:
        batch = change.batch
        if change.is_typing and batch is not None and batch.caret_after is not None:
            self._typed = (batch.segment_id, batch.caret_after)
            self._pause.again()

    def _stop_typing(self, _active: str = "") -> None:
        self._pause.stop()
        (segment_id, _caret), self._typed = self._typed, ("", 0)
        if segment_id:
            self.changed.emit([segment_id])
