"""What was: every text of the active segment, and what changed since the restore points."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QSize
from PySide6.QtWidgets import QStackedWidget

from ui.panels.earlier_texts import EarlierTexts
from ui.panels.restore_points import RestorePoints
from ui.widgets.card import Card
from ui.widgets.view_switch import SEGMENT, ViewSwitch

if TYPE_CHECKING:
    from app.session import Session
    from ui.theme import Theme


class HistoryPanel(Card):
    """The history of the active segment, or of the document."""

    def __init__(self, session: Session, theme: Theme) -> None:
        super().__init__(QCoreApplication.translate("HistoryPanel", "History"), theme)
        self.about = ViewSwitch(self.tr("Segment"), self.tr("Document"), self.tr("History of what"))
        self.header.addWidget(self.about)
        self.texts = EarlierTexts(session, theme)
        self.points = RestorePoints(session, theme)
        self._pages = _Pages()
        for page in (self.texts, self.points):
            self._pages.addWidget(page)
            page.left.connect(self.left)
        self.points.segment_wanted.connect(self.segment_wanted)
        self.points.action_wanted.connect(self.action_wanted)
        self.body.addWidget(self._pages, 1)
        self.about.changed.connect(self._pages.setCurrentIndex)

    def look_at_segment(self) -> None:
        """Put the keyboard into the list of earlier texts."""
        self.about.choose(SEGMENT)
        self.texts.look()

    def set_theme(self, theme: Theme) -> None:
        """Take another look."""
        super().set_theme(theme)
        self.texts.set_theme(theme)
        self.points.set_theme(theme)

    def show_keys(self) -> None:
        """Name the keys that hold now."""
        self.points.refresh()


class _Pages(QStackedWidget):
    """Needs what the page in front needs: Qt would take what its list would like for the least."""

    def hasHeightForWidth(self) -> bool:
        """Return False, as the lists take any height."""
        return False

    def minimumSizeHint(self) -> QSize:
        """Return the least in which the page's sentences stand whole at the present width."""
        hint, page = super().minimumSizeHint(), self.currentWidget()
        layout = page.layout() if page is not None else None
        if layout is not None:
            hint.setHeight(
                max(layout.minimumHeightForWidth(self.width()), layout.minimumSize().height())
            )
        return hint
