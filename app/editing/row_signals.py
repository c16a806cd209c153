"""The signals that bracket rows that come or go together, as an item model needs them."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal


class RowSignals(QObject):
    """Told while a batch is applied: the document changes between two of them.

    For item models alone; everybody else listens to ``Editor.changed``, told once the whole
    batch was applied.
    """

    about_to_be_inserted = Signal(int, int)
    """The first and the last row that come."""
    inserted = Signal()
    about_to_be_removed = Signal(int, int)
    """The first and the last row that go."""
    removed = Signal()
    about_to_be_arranged = Signal()
    arranged = Signal()
    """All rows stand in another order."""
