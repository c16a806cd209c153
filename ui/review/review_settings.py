"""How a person wants texts to be typed and shown, as the settings say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.settings.corrections import in_use
from app.settings.table import (
    AUTO_CORRECT,
    CORRECTIONS,
    SHOW_INVISIBLES,
    TYPOGRAPHIC_QUOTES,
    WORD_DOUBTS,
)
from ui.review.typing_aids import TypingAids

if TYPE_CHECKING:
    from app.settings.store import Settings
    from app.settings.table import AnySetting
    from ui.review.review_panel import ReviewPanel

_OF_TYPING = (AUTO_CORRECT, CORRECTIONS, TYPOGRAPHIC_QUOTES)


class ReviewSettings(QObject):
    """Keeps the review as its settings say."""

    def __init__(self, review: ReviewPanel, settings: Settings) -> None:
        super().__init__(review)
        self._review = review
        self._settings = settings
        settings.changed.connect(self._follow)
        self._take_aids()
        self._show_signs()

    def _follow(self, setting: AnySetting) -> None:
        if setting in _OF_TYPING:
            self._take_aids()
        elif setting is SHOW_INVISIBLES:
            self._show_signs()
        elif setting is WORD_DOUBTS:
            self._review.paint_anew()

    def _take_aids(self) -> None:
        value = self._settings.value
        corrections = in_use(value(CORRECTIONS)) if value(AUTO_CORRECT) else {}
        self._review.active.editor.aids = TypingAids(corrections, value(TYPOGRAPHIC_QUOTES))

    def _show_signs(self) -> None:
        self._review.show_everything(self._settings.value(SHOW_INVISIBLES))
