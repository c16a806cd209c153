"""Where one is while a filter hides rows: never in one that nobody sees."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.editing.editor import Editor


class FilterPlace:
    """Makes the next row that is shown the active one, and goes back when all are shown again.

    It goes back only where nobody went elsewhere meanwhile.
    """

    def __init__(self, work: Editor) -> None:
        self._work = work
        self._left = self._lent = ""

    def follow(self, shown: tuple[str, ...] | None, *, is_filtered: bool) -> None:
        """Take up that these rows are shown now, None for all."""
        work, ids = self._work, None if shown is None else set(shown)
        here = work.active_id
        if here != self._lent:
            self._left = self._lent = ""
        if self._left and (ids is None or self._left in ids):
            left, self._left, self._lent = self._left, "", ""
            work.activate(left)
        elif is_filtered and shown is not None and ids is not None and here not in ids:
            self._left = self._left or here
            self._lent = self._next(shown)
            work.activate(self._lent)

    def _next(self, shown: tuple[str, ...]) -> str:
        """Return the first shown row after where one was, else the first of all."""
        document = self._work.document
        at = document.row(self._left) if self._left in document else -1
        after = (id_ for id_ in shown if document.row(id_) > at)
        return next(after, shown[0] if shown else "")
