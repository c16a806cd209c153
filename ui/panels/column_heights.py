"""How the panels of a column share its height: each gets what it wants, the lowest the rest.

Where there is too little, lists and texts, which scroll line by line, give way first, then pages of
facts, which are cut through: the lowest before those above it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QStyle, QTabBar

from app.background.soon import Soon

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QMainWindow

    from ui.panels.dock import PanelDock

COLUMNS = (Qt.DockWidgetArea.LeftDockWidgetArea, Qt.DockWidgetArea.RightDockWidgetArea)


class ColumnHeights(QObject):
    """Gives panels another height where they want one; what a person drags stays otherwise."""

    def __init__(self, window: QMainWindow, docks: Sequence[PanelDock]) -> None:
        super().__init__(window)
        self._window = window
        self._docks = docks
        self._given: dict[PanelDock, tuple[int | None, int]] = {}
        """What each panel wanted and needed when the room was last shared."""
        self._standing: dict[Qt.DockWidgetArea, list[PanelDock]] = {}
        # Many things change at once: a panel closed, others moved, a sentence wrapped.
        self._soon = Soon(self, self.share)
        for dock in docks:
            dock.card.height_changed.connect(self._soon.ask)
            dock.topLevelChanged.connect(self._soon.ask)
            dock.dockLocationChanged.connect(self._soon.ask)
            dock.visibilityChanged.connect(self._soon.ask)

    def share_soon(self) -> None:
        """Share the room anew when all that happens now has happened."""
        self._soon.ask()

    def share(self) -> None:
        """Share the room now."""
        self._soon.stop()
        for bar in self._bars():
            bar.setAccessibleName(self.tr("Panels"))
            bar.setDrawBase(False)
            # Qt keeps bars that it has no use for, out of sight.
            is_seen = bar.count() and bar.geometry().intersects(self._window.rect())
            policy = Qt.FocusPolicy.TabFocus if is_seen else Qt.FocusPolicy.NoFocus
            bar.setFocusPolicy(policy)
        for dock in self._docks:
            dock.card.name_itself(not self._shares_tabs(dock))
            if not dock.stands:
                # Of the panels that share tabs, only the one in front says how high they are.
                dock.bound(None, is_lowest=True)
        for area in COLUMNS:
            column = [
                dock
                for dock in self._docks
                if dock.stands and self._window.dockWidgetArea(dock) == area
            ]
            column.sort(key=lambda dock: dock.y())
            self._share_column(column, are_others=column != self._standing.get(area))
            self._standing[area] = column

    def _share_column(self, column: list[PanelDock], *, are_others: bool) -> None:
        changed = are_others  # a panel that took all there was may have gone behind another
        for at, dock in enumerate(column):
            wanted = dock.card.wanted_height()
            is_lowest = not any(_lies_below(other, dock) for other in column[at + 1 :])
            asked = wanted, dock.card.least_height()
            changed |= self._given.get(dock) != asked
            self._given[dock] = asked
            dock.bound(wanted, is_lowest=is_lowest)
        if changed and column and self._window.isVisible():
            self._window.resizeDocks(column, self._heights(column), Qt.Orientation.Vertical)

    def _heights(self, column: list[PanelDock]) -> list[int]:
        """Return the heights that the panels are to have, from the top."""
        # The lowest ends where the column does; it alone may have more than it wants.
        metric = QStyle.PixelMetric.PM_DockWidgetSeparatorExtent
        gap = self._window.style().pixelMetric(metric, None, self._window)
        room = self._window.height() - gap * (len(column) - 1)
        heights = shared([self._bounds(dock) for dock in column], room)
        heights[-1] = max(heights[-1], room - sum(heights[:-1]))
        return heights

    def _bounds(self, dock: PanelDock) -> Bounds:
        """Return the heights between which a panel stands, with its title and tabs."""
        want, need = self._given[dock]
        above = dock.title_height() + self._tabs_of(dock)
        if want is None:
            # Qt does not let it be lower than its parts, and would take from whom it likes.
            want = max(dock.height() - dock.title_height(), dock.card.minimumSizeHint().height())
        wanted = want + above
        least = min(wanted, need + above)
        return Bounds(wanted, least, wanted if dock.card.is_page else least)

    def _tabs_of(self, dock: PanelDock) -> int:
        """Return the pixels of the tabs above a panel, 0 where it stands alone."""
        if not self._shares_tabs(dock):
            return 0
        return max((bar.sizeHint().height() for bar in self._bars()), default=0)

    def _shares_tabs(self, dock: PanelDock) -> bool:
        """Tell whether a tab above the panel has its name."""
        if dock.isFloating():
            return False
        return any(not other.isHidden() for other in self._window.tabifiedDockWidgets(dock))

    def _bars(self) -> list[QTabBar]:
        direct = Qt.FindChildOption.FindDirectChildrenOnly
        return self._window.findChildren(QTabBar, options=direct)


@dataclass(frozen=True, slots=True)
class Bounds:
    """Pixels that a panel wants, has at least, and has ``first``, before others have more."""

    wanted: int
    least: int
    first: int


def shared(column: Sequence[Bounds], room: int) -> list[int]:
    """Return heights of the panels of a column, from the top, whose sum is no more than the room.

    All have what they want; else each its ``first`` and an even part of what is left; else pages
    give way, from below, down to their least; else the highest of all.
    """
    least = [one.least for one in column]
    if sum(least) >= room:
        return lowered(least, room)
    heights = [one.first for one in column]
    over = sum(heights) - room
    for at in reversed(range(len(column))):
        given = max(0, min(over, heights[at] - least[at]))
        heights[at] -= given
        over -= given
    return raised(heights, [one.wanted for one in column], room)


def raised(heights: list[int], wanted: list[int], room: int) -> list[int]:
    """Return the heights with even parts of what is left of the room, up to what is wanted."""
    more = [want - height for height, want in zip(heights, wanted, strict=True)]
    given = lowered(more, room - sum(heights))
    return [height + more for height, more in zip(heights, given, strict=True)]


def lowered(heights: list[int], room: int) -> list[int]:
    """Return heights whose sum is no more than the room: the highest give way first."""
    level, left = room, room
    for at, height in enumerate(sorted(heights)):
        level = left // (len(heights) - at)
        if height > level:
            break
        left -= height
    else:
        return heights
    return [min(height, level) for height in heights]


def _lies_below(other: PanelDock, dock: PanelDock) -> bool:
    apart = other.x() >= dock.x() + dock.width() or dock.x() >= other.x() + other.width()
    return not apart and other.y() >= dock.y() + dock.height()
