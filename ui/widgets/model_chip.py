"""The chip that says which model speaks and how far to trust it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QSizePolicy

from app.state import EngineState
from ui import icons, texts
from ui.plain import PlainButton, set_tip

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from app.state import EngineStatus
    from ui.theme import Theme

TRIAL = "trial"
"""ModelInfo.quality of a model that is not good enough for work."""

NARROWEST, WIDEST = 120, 440
"""Pixels; a sentence that needs more is shortened."""


class ModelChip(PlainButton):
    """A rounded button with a coloured dot.

    Its tool tip is the whole sentence, and below it what the model's card says.
    """

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("modelChip")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setIconSize(QSize(14, 14))
        self._theme = theme
        self._sentence = ""
        self._tone = "muted"

    @property
    def sentence(self) -> str:
        """What the chip says, in full."""
        return self._sentence

    def set_theme(self, theme: Theme) -> None:
        """Take another look."""
        self._theme = theme
        self._show()

    def show_status(self, status: EngineStatus) -> None:
        """Say which model speaks now."""
        self._sentence, self._tone = self._words(status)
        summary = texts.card_text(status.info.summary) if status.info else ""
        is_said = summary in self._sentence
        set_tip(self, self._sentence if is_said else "\n".join((self._sentence, summary)))
        self.setAccessibleName(self._sentence)
        self.setAccessibleDescription(self.tr("Choose or install a translation model"))
        self._show()
        self.updateGeometry()

    def _words(self, status: EngineStatus) -> tuple[str, str]:
        info = status.info
        name = texts.model_name(info.name) if info else self.tr("model")
        match status.state:
            case EngineState.READY if info and info.quality == TRIAL:
                text = self.tr("{name} · trial quality — install opus-mt-ar-en")
                return text.format(name=name), "warning"
            case EngineState.READY:
                summary = texts.card_text(info.summary) if info else ""
                return self._ready_words(name, summary), "good"
            case EngineState.LOADING:
                return self.tr("Loading the translation model…"), "muted"
            case EngineState.CONVERTING:
                return self.tr("Preparing the model for this machine, once…"), "muted"
            case EngineState.NOT_INSTALLED:
                return self.tr("No translation model — install one…"), "warning"
            case EngineState.FAILED:
                reason = texts.error_text(status.error) if status.error else ""
                return self.tr("No translation model: {reason}").format(reason=reason), "error"
        return self.tr("No translation model yet"), "muted"

    def _ready_words(self, name: str, summary: str) -> str:
        if not summary:
            return name
        return self.tr("{name} · {summary}").format(name=name, summary=summary)

    def _show(self) -> None:
        self.setIcon(icons.icon("dot", self._theme.color(self._tone)))
        room = self.width() - 44
        metrics = QFontMetrics(self.font())
        self.setText(metrics.elidedText(self._sentence, Qt.TextElideMode.ElideRight, room))

    def sizeHint(self) -> QSize:
        """Return the size that shows the whole sentence."""
        width = QFontMetrics(self.font()).horizontalAdvance(self._sentence) + 48
        return QSize(min(width, WIDEST), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Return the least size: a few words of the sentence."""
        return QSize(NARROWEST, super().sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shorten the sentence to the room there is."""
        super().resizeEvent(event)
        self._show()
