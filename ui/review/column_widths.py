"""The order and widths of the table's columns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.review.geometry import STATE_WIDTH
from ui.review.roles import Column
from ui.review.table_look import SHARES, Arrangement

if TYPE_CHECKING:
    from PySide6.QtWidgets import QTableView

    from ui.review.table_look import TableLook

_NARROWEST = 60

_ORDER: dict[Arrangement, tuple[Column, ...]] = {
    Arrangement.BESIDE: (Column.NUMBER, Column.SOURCE, Column.STATE, Column.TARGET),
    Arrangement.MIRRORED: (Column.NUMBER, Column.TARGET, Column.STATE, Column.SOURCE),
    Arrangement.STACKED: (Column.NUMBER, Column.STATE, Column.TARGET, Column.SOURCE),
}


def put_in_order(view: QTableView, look: TableLook) -> None:
    """Put the columns in the order of the arrangement; stacked, the target's holds both texts."""
    header = view.horizontalHeader()
    for place, column in enumerate(_ORDER[look.arrangement]):
        header.moveSection(header.visualIndex(column), place)
    header.setSectionHidden(Column.SOURCE, look.is_stacked)


def share_out(view: QTableView, look: TableLook) -> None:
    """Give source and target the width that there is, each its share."""
    # Setting widths can bring the scroll bar or take it away, which is another width.
    for _ in range(3):
        width = view.viewport().width()
        room = width - view.columnWidth(Column.NUMBER) - STATE_WIDTH
        source = 0 if look.is_stacked else max(room * look.source_share // 1000, _NARROWEST)
        view.setColumnWidth(Column.STATE, STATE_WIDTH)
        if source:
            view.setColumnWidth(Column.SOURCE, source)
        view.setColumnWidth(Column.TARGET, max(room - source, _NARROWEST))
        if view.viewport().width() == width:
            break


def share_at(view: QTableView, look: TableLook, border: int) -> int:
    """Return the source's share, in thousandths, where its side of the marks begins at a place.

    ``border`` is where the column of the marks is to stand, in the viewport's terms.
    """
    room = view.viewport().width() - view.columnWidth(Column.NUMBER) - STATE_WIDTH
    share = (border - view.columnWidth(Column.NUMBER)) * 1000 // max(room, 1)
    least, most = SHARES
    wanted = 1000 - share if look.arrangement is Arrangement.MIRRORED else share
    return max(least, min(most, wanted))
