"""A reviewer's pass: what is compared, and the segments that go back to the translator."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QCoreApplication

from app.editing.grounds import Against, WorkRole
from app.settings.table import AGAINST, ROLE
from translation.work.sending_back import changed_only
from ui import asking
from ui.commands.desk import HasAppearance
from ui.commands.rows import RowsDesk

CONTEXT = "ReviewingCommands"


class ReviewingDesk(RowsDesk, HasAppearance, Protocol):
    """What these commands work with."""


def compare_otherwise(desk: ReviewingDesk) -> None:
    """Show changes against the translator's text, or against the draft again."""
    settings, now = desk.appearance.settings, desk.session.editor.grounds.against
    settings.keep(AGAINST, "draft" if now is Against.TRANSLATOR else "translator")


def compares_with_translator(desk: ReviewingDesk) -> bool:
    """Tell whether changes are shown against the translator's text."""
    return desk.session.editor.grounds.against is Against.TRANSLATOR


def is_reviewer(desk: ReviewingDesk) -> bool:
    """Tell whether a person works as reviewer."""
    return desk.session.editor.grounds.role is WorkRole.REVIEWER


def change_role(desk: ReviewingDesk) -> None:
    """Work as reviewer, or as translator again; changes are shown as that role has them."""
    settings = desk.appearance.settings
    settings.keep(AGAINST, "")
    settings.keep(ROLE, "translator" if settings.value(ROLE) == "reviewer" else "reviewer")


def export_changed(desk: ReviewingDesk) -> None:
    """Write the changed and the rejected segments into a table to be sent back."""
    session = desk.session
    since_translator = session.editor.grounds.against is Against.TRANSLATOR
    if not len(changed_only(session.document, since_translator=since_translator)):
        said = QCoreApplication.translate(CONTEXT, "Nothing was changed, and nothing rejected.")
        desk.messages.show_message(said, passing=True)
        return
    title = QCoreApplication.translate(CONTEXT, "Write the changed segments")
    words = QCoreApplication.translate(CONTEXT, "Side by side, with changes (HTML)")
    table = QCoreApplication.translate(CONTEXT, "Table (XLSX)")
    filters = f"{words} (*.html);;{table} (*.xlsx)"
    opened = session.files.path or Path("changes")
    place = opened.with_name(f"{opened.stem}.changed.html")
    path = asking.file_to_write(desk.window, title, place, filters)
    if path is not None:
        format_id = "xlsx" if path.suffix.lower() == ".xlsx" else "html-changes"
        session.files.export_changed(path, format_id, since_translator=since_translator)
