"""The panels around the table: they move, stand in tabs, close, and come back as they were."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QMainWindow, QTabBar, QTabWidget, QWidget

from ui.dressing import dress_anew
from ui.panels.column_heights import ColumnHeights
from ui.panels.dock import PanelDock
from ui.panels.table import PANELS, Area

if TYPE_CHECKING:
    from PySide6.QtCore import QByteArray, QChildEvent
    from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent

    from app.session import Session
    from ui.theme import Theme
    from ui.widgets.card import Card

GAP = 12
"""Pixels of paper between panels."""
SIDE_WIDTH, SIDE_SHARE = 364, 28
"""The panels beside the text at first: pixels, but no more than so many hundredths."""
LAYOUT = 1
"""The version of the kept layout: one of another version is not taken."""
LEAST_TEXT = 420
"""Pixels that a kept layout must leave the table in this window, else it is not taken."""

LOW = 640
"""Pixels of height below which panels that stand one above another share tabs."""

_AREAS = {
    Area.RIGHT: Qt.DockWidgetArea.RightDockWidgetArea,
    Area.BELOW: Qt.DockWidgetArea.BottomDockWidgetArea,
}
_ANYWHERE = (
    Qt.DockWidgetArea.LeftDockWidgetArea
    | Qt.DockWidgetArea.RightDockWidgetArea
    | Qt.DockWidgetArea.BottomDockWidgetArea
)


class Docks(QMainWindow):
    """The table in the middle, the panels of the table of panels around it.

    What the panels ask for, the docks ask for.
    """

    visibility_changed = Signal()
    segment_wanted = Signal(str)
    """The id of a segment that somebody wants to see."""
    dismiss_wanted = Signal(list)
    """Issues that somebody wants to let stand."""
    action_wanted = Signal(str)
    """The id of an action that somebody wants done."""
    left = Signal()
    """Somebody wants to be back in the text."""

    def __init__(self, session: Session, theme: Theme) -> None:
        super().__init__(None, Qt.WindowType.Widget)
        self.setObjectName("docks")
        look = self._look = theme.for_panels
        self.panels: dict[str, Card] = {spec.id: spec.factory(session, look) for spec in PANELS}
        self._docks = {spec.id: PanelDock(spec, self.panels[spec.id]) for spec in PANELS}
        self._closed_together: tuple[str, ...] = ()
        self._with_focus: Card | None = None
        self._is_sized = self._to_check = False
        self._aside: list[PanelDock] = []
        self._kept_aside: QByteArray | None = None
        self.setDockOptions(
            QMainWindow.DockOption.AllowTabbedDocks | QMainWindow.DockOption.AllowNestedDocks
        )
        self.setTabPosition(_ANYWHERE, QTabWidget.TabPosition.North)
        for corner in (Qt.Corner.BottomRightCorner, Qt.Corner.TopRightCorner):
            self.setCorner(corner, Qt.DockWidgetArea.RightDockWidgetArea)
        for dock in self._docks.values():
            dock.setAllowedAreas(_ANYWHERE)
            dock.visibilityChanged.connect(self.visibility_changed)
            dock.card.segment_wanted.connect(self.segment_wanted)
            dock.card.action_wanted.connect(self.action_wanted)
            dock.card.dismiss_wanted.connect(self.dismiss_wanted)
            dock.card.left.connect(self.left)
        self._heights = ColumnHeights(self, list(self._docks.values()))
        self.restore_usual()
        QApplication.instance().focusChanged.connect(self._mark_focus)  # type: ignore[union-attr]

    # --- which are shown -----------------------------------------------------------------

    @property
    def shown(self) -> tuple[str, ...]:
        """The ids of the panels that are open, in the order of the table."""
        return tuple(name for name, dock in self._docks.items() if not dock.isHidden())

    def is_shown(self, name: str) -> bool:
        """Tell whether a panel is open, be it behind others of its tabs."""
        return not self._docks[name].isHidden()

    def toggle(self, name: str) -> None:
        """Open a panel, bring it before those of its tabs, or close it where it is in front."""
        dock = self._docks[name]
        if dock.isHidden() or not dock.is_front:
            self.show_panel(name)
        else:
            dock.hide()
        self.visibility_changed.emit()

    def show_panel(self, name: str) -> None:
        """Open a panel, and bring it before those of its tabs."""
        dock = self._docks[name]
        dock.show()
        dock.raise_()

    def show_all(self, wanted: bool) -> None:
        """Close all panels, or open those that were closed together."""
        if wanted:
            for name in self._closed_together or _usual():
                self._docks[name].show()
        else:
            self._closed_together = self.shown
            for dock in self._docks.values():
                dock.hide()
        self.visibility_changed.emit()

    # --- where they stand ----------------------------------------------------------------

    def restore_usual(self) -> None:
        """Put every panel where it stands at first, and open those that are open at first."""
        for dock in self._docks.values():
            dock.setFloating(False)
            self.removeDockWidget(dock)
        for name, dock in self._docks.items():
            self.addDockWidget(_AREAS[dock.spec.area], dock)
            beside = dock.spec.beside or (dock.spec.beside_if_low if self._is_low() else "")
            if beside:
                self.tabifyDockWidget(self._docks[beside], dock)
            dock.setVisible(name in _usual())
        for name in reversed(_usual()):
            spec = self._docks[name].spec
            if not (spec.beside or spec.beside_if_low):
                self._docks[name].raise_()
        self._widen()
        self._heights.share_soon()
        self.visibility_changed.emit()

    def _is_low(self) -> bool:
        return self._is_sized and self.height() < LOW

    def _widen(self) -> None:
        sides = [dock for dock in self._docks.values() if dock.spec.area is Area.RIGHT]
        width = min(SIDE_WIDTH, self.width() * SIDE_SHARE // 100)
        self.resizeDocks(sides, [width] * len(sides), Qt.Orientation.Horizontal)
        for area in Area:
            docks = [dock for dock in self._docks.values() if dock.spec.area is area]
            heights = [dock.spec.height for dock in docks]
            self.resizeDocks(docks, heights, Qt.Orientation.Vertical)

    def save_layout(self) -> QByteArray:
        """Return which panels are open and where they stand."""
        return self._kept_aside or self.saveState(LAYOUT)

    def restore_layout(self, kept: QByteArray) -> None:
        """Put the panels where they stood; a layout that does not fit here is dropped."""
        self._is_sized = self.restoreState(kept, LAYOUT)
        if self._is_sized:
            self._to_check = True
            # How wide the text is then is known when the window has been laid out.
            QTimer.singleShot(0, self, self._drop_unfit)
        else:
            self.restore_usual()

    def _drop_unfit(self) -> None:
        """Drop a kept layout that leaves the text too little, as of another screen."""
        middle = self.centralWidget()
        if middle is not None and middle.isVisible():
            self._to_check = False
            if middle.width() < min(LEAST_TEXT, self.width() // 3):
                self.restore_usual()

    # --- keyboard and looks --------------------------------------------------------------

    def reachable(self) -> list[Card]:
        """Return the panels that can take the keyboard now, in the order of the table."""
        return [dock.card for dock in self._docks.values() if dock.card.isVisible()]

    def _mark_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        """Show which panel has the keyboard."""
        card = self._card_of(now)
        if card is self._with_focus:
            return
        for part, is_there in ((self._with_focus, "false"), (card, "true")):
            for frame in (part, part.title_bar) if part is not None else ():
                frame.setProperty("keyboard", is_there)
                dress_anew(frame)
        self._with_focus = card

    def _card_of(self, part: QWidget | None) -> Card | None:
        if part is None:
            return None
        return next((card for card in self.panels.values() if _holds(card, part)), None)

    def set_theme(self, theme: Theme) -> None:
        """Take another look."""
        look = self._look = theme.for_panels
        for dock in self._docks.values():
            dock.set_theme(look)
        for bar in self.findChildren(QTabBar, options=Qt.FindChildOption.FindDirectChildrenOnly):
            bar.setFont(look.interface_font)
        self._heights.share_soon()

    def show_keys(self) -> None:
        """Name the keys that hold now."""
        for panel in self.panels.values():
            panel.show_keys()

    def childEvent(self, event: QChildEvent) -> None:
        """Write the tabs, which Qt makes where panels share a place, as large as the panels."""
        super().childEvent(event)
        bar = event.child()
        if event.type() == QEvent.Type.ChildPolished and isinstance(bar, QTabBar):
            bar.setFont(self._look.interface_font)

    def hideEvent(self, event: QHideEvent) -> None:
        """Take the panels that float away with the table: they have nothing to show."""
        floating = [d for d in self._docks.values() if d.isFloating() and not d.isHidden()]
        if floating:
            self._aside, self._kept_aside = floating, self.saveState(LAYOUT)
            for dock in floating:
                dock.hide()
        super().hideEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Bring the panels back that float."""
        super().showEvent(event)
        aside, self._aside, self._kept_aside = self._aside, [], None
        for dock in aside:
            dock.show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the height anew."""
        super().resizeEvent(event)
        if self._to_check:
            QTimer.singleShot(0, self, self._drop_unfit)
        if not self._is_sized:
            self._is_sized = True
            if self._is_low():
                self.restore_usual()
            else:
                self._widen()
        self._heights.share_soon()


def _holds(card: Card, part: QWidget) -> bool:
    return any(whole is part or whole.isAncestorOf(part) for whole in (card, card.title_bar))


def _usual() -> tuple[str, ...]:
    return tuple(spec.id for spec in PANELS if spec.shown)
