"""Inserting what memories have, looking words up in them, and taking files into them."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QCoreApplication

from ui import asking
from ui.commands.desk import HasMessages, HasReview, HasSession, HasSide, HasWindow
from ui.commands.docks import shown_panel
from ui.panels.concordance import ConcordancePanel

CONTEXT = "MemoryCommands"


class MemoryDesk(HasSession, HasReview, HasSide, HasMessages, HasWindow, Protocol):
    """What these commands work with."""


def insert_match(desk: MemoryDesk, place: int) -> None:
    """Put a match into the translation; the first one is at place 0."""
    memory = desk.session.memory
    if place < len(memory.matches):
        memory.use(place)
        desk.review.focus_editor()
        return
    told = (
        QCoreApplication.translate(CONTEXT, "The memories have no such match of this segment.")
        if memory.is_on
        else _no_memory()
    )
    desk.messages.show_message(told, passing=True)


def concordance(desk: MemoryDesk) -> None:
    """Look up what is chosen in the text, or what is typed now."""
    words = desk.review.chosen_words
    shown_panel(desk, "concordance", ConcordancePanel).look_up(words)
    if not desk.session.memory.is_on:
        desk.messages.show_message(_no_memory(), passing=True)


def insert_hit(desk: MemoryDesk) -> None:
    """Put the translation of the hit that is marked into the translation, at the caret."""
    panel = desk.side.panels["concordance"]
    text = panel.chosen_target if isinstance(panel, ConcordancePanel) else ""
    if text:
        desk.review.insert_text(text)
        return
    told = QCoreApplication.translate(CONTEXT, "No hit is marked in the concordance.")
    desk.messages.show_message(told, passing=True)


def fill(desk: MemoryDesk) -> None:
    """Show matches in the rows that have nothing yet."""
    if desk.session.memory.is_on:
        desk.session.memory.fill(lambda: None)
    else:
        desk.messages.show_message(_no_memory(), passing=True)


def import_files(desk: MemoryDesk) -> None:
    """Ask for files, and take them into the first memory that is written."""
    title = QCoreApplication.translate(CONTEXT, "Import into the memory")
    words = QCoreApplication.translate(CONTEXT, "Memories and bilingual files")
    all_files = QCoreApplication.translate(CONTEXT, "All files")
    suffixes = "*.tmx *.xlf *.xliff *.sdlxliff *.mqxliff *.mxliff *.po *.csv *.tsv *.xlsx *.muraji"
    opened = desk.session.files.path
    place = opened.parent if opened else Path.home()
    chosen = asking.files_to_open(
        desk.window, title, place, f"{words} ({suffixes});;{all_files} (*)"
    )
    if chosen:
        desk.session.memory_files.take_in(chosen)


def _no_memory() -> str:
    return QCoreApplication.translate(CONTEXT, "No memory is used: Preferences, Memory.")
