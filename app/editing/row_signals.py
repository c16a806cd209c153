"""The signals that bracket each row that comes or goes, as an item model needs them."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal


class RowSignals(QObject):
    """Told while a batch is applied: the document changes between two of them.

    For item models alone; everybody else listens to ``Editor.changed``, told once the whole
    batch was applied.
    """

    about_to_be_inserted = Signal(int)
    inserted = Signal(int)
    about_to_be_removed = Signal(int)
    removed = Signal(int)
