"""A follower: something computed or kept beside the document, that goes along with its changes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from app.changes import Change
    from translation.model.document import Document


class Kept(Protocol):
    """The small values kept in a project: app.autosave.Autosave."""

    def get_meta(self, key: str, default: Any = None) -> Any:
        """Return a value; ``default`` where there is none, or one of another type."""
        ...

    def set_meta(self, key: str, value: object) -> None:
        """Keep a value from now on."""
        ...


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
