"""Columns and item roles of the review table."""

from __future__ import annotations

from enum import IntEnum

from PySide6.QtCore import Qt


class Column(IntEnum):
    """The columns, in the order they stand in."""

    NUMBER = 0
    SOURCE = 1
    STATE = 2
    TARGET = 3


ROW_ROLE = Qt.ItemDataRole.UserRole
"""The whole row as a segment_row.SegmentRow."""

ID_ROLE = Qt.ItemDataRole.UserRole + 1
"""The segment's id."""

MARKS = (Qt.ItemDataRole.DecorationRole.value,)
"""The roles of a change that touches no text, only what the checks say of it."""
