"""A follower: something computed or kept beside the document, that goes along with its changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from app.editing.changes import Change
    from app.ports import Kept
    from translation.model.document import Document


class Follower(QObject):
    """One table beside the document. It listens to nobody: the session calls the three.

    What it has to show it tells by signals of its own; what it has to say, by these two. All is
    called in the GUI thread.
    """

    noticed = Signal(object)
    """Notice: something to know, nothing failed."""
    failed = Signal(object)
    """MurajiError."""

    def open(self, document: Document, kept: Kept) -> None:
        """Begin with a document that was opened; the one before was closed."""

    def follow(self, change: Change) -> None:
        """Take in a change; all of it is in the document already."""

    def close(self) -> None:
        """Forget the document and end what goes on: nothing more is told of it.

        Also called where nothing is open; what was ended may begin again with ``open``.
        """
