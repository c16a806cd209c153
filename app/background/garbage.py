"""Collecting reference cycles on the GUI thread alone.

Python looks for cycles on whatever thread happens to make the next object. A cycle that holds
Qt's objects (a closed window, say) would then be freed by a worker, under the hands of the GUI
thread: seen as crashes in QAbstractTextDocumentLayout. So the search is switched off, and this
object makes it in idle moments of the thread that it lives on.
"""

from __future__ import annotations

import gc
import time

from PySide6.QtCore import QObject, QTimer

from app.background.hands import HANDS

INTERVAL = 1000
"""Milliseconds between two looks at what has come together."""
OLDEST = 2
"""The generation whose search takes the longest: it has all that lives."""
PREPARING = 60.0
"""Seconds after opening in which what comes together is what is kept beside a document."""
MANY = 50_000
"""Objects between two looks that are the tables of a long document: a search takes long and finds
nothing in them. What is left out of searches is still freed when nobody has it any more."""
LONG = 0.01
"""Seconds of a search after which what lived through it is left out of later ones."""


class GarbageOnGuiThread(QObject):
    """Takes the search for cycles over from Python until ``stop``."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        self._opened = float("-inf")
        self._timer = QTimer(self)
        self._timer.setInterval(INTERVAL)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def stop(self) -> None:
        """Let Python search again as it does by itself."""
        self._timer.stop()
        gc.unfreeze()
        gc.enable()

    def look(self) -> None:
        """Collect the generations that have grown past Python's own thresholds, between keys."""
        if HANDS.left:
            return
        if gc.get_count()[0] > MANY:
            gc.freeze()
            return
        for generation, (count, most) in enumerate(
            zip(gc.get_count(), gc.get_threshold(), strict=True)
        ):
            if count <= most:
                return
            since = time.perf_counter()
            if generation == OLDEST and since < self._opened + PREPARING:
                gc.freeze()
                return
            gc.collect(generation)
            if generation == OLDEST and time.perf_counter() > since + LONG:
                gc.freeze()

    def keep_document(self) -> None:
        """Leave what lives now out of later searches: a large document is no garbage.

        Called when a document is opened; the one before is looked at again from now on.
        """
        gc.unfreeze()
        gc.freeze()
        self._opened = time.perf_counter()
