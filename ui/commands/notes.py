"""Noting something of a segment or of the document, and looking at what a segment was."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QCoreApplication

from app.editing.noting import settle_all
from ui.commands.desk import HasMessages, HasSide
from ui.commands.docks import shown_panel
from ui.commands.going import GoingDesk, active
from ui.panels.history import HistoryPanel
from ui.panels.notes import NotesPanel
from ui.widgets.view_switch import DOCUMENT, SEGMENT


class NotesDesk(GoingDesk, HasSide, HasMessages, Protocol):
    """What these commands work with."""


def add_note(desk: NotesDesk) -> None:
    """Write a note on the active segment."""
    shown_panel(desk, "notes", NotesPanel).write(SEGMENT)


def add_document_note(desk: NotesDesk) -> None:
    """Write a note on the document as a whole."""
    shown_panel(desk, "notes", NotesPanel).write(DOCUMENT)


def settle_notes(desk: NotesDesk) -> None:
    """Settle all open notes of the active segment."""
    if active(desk) and not settle_all(desk.session.editor, active(desk)):
        told = QCoreApplication.translate("NoteCommands", "This segment has no open note.")
        desk.messages.show_message(told, passing=True)


def show_history(desk: NotesDesk) -> None:
    """Show every text that the active segment had."""
    shown_panel(desk, "history", HistoryPanel).look_at_segment()
