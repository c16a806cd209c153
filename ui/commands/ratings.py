"""Files of marked errors, and the typology that they are marked by."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QCoreApplication

from ui import asking
from ui.commands.desk import HasMessages, HasSession, HasWindow

CONTEXT = "RatingCommands"


class RatingsDesk(HasSession, HasWindow, HasMessages, Protocol):
    """What these commands work with."""


def export_ratings(desk: RatingsDesk) -> None:
    """Ask where to, and write the marked errors there."""
    title = QCoreApplication.translate(CONTEXT, "Export marked errors")
    table = QCoreApplication.translate(CONTEXT, "WMT's table")
    whole = QCoreApplication.translate(CONTEXT, "Everything, as JSON")
    campaign = QCoreApplication.translate(CONTEXT, "Campaign for Pearmut")
    filters = f"{table} (*.tsv);;{whole} (*.json);;{campaign} (*.pearmut.json)"
    place = _folder(desk) / f"{_stem(desk)}.mqm.tsv"
    chosen = asking.file_to_write(desk.window, title, place, filters)
    if chosen is not None:
        desk.session.ratings.write(chosen)


def import_ratings(desk: RatingsDesk) -> None:
    """Ask for a file of marked errors, and take them in."""
    title = QCoreApplication.translate(CONTEXT, "Import marked errors")
    known = QCoreApplication.translate(CONTEXT, "Marked errors")
    chosen = asking.file_to_open(desk.window, title, _folder(desk), f"{known} (*.tsv *.json)")
    if chosen is not None:
        desk.session.ratings.read(chosen)


def edit_typology(desk: RatingsDesk) -> None:
    """Show categories, points and threshold, to be changed."""
    from ui.dialogs.typology import TypologyDialog

    TypologyDialog(desk.session, _folder(desk), desk.window).open()


def _folder(desk: RatingsDesk) -> Path:
    path = desk.session.files.path
    return path.parent if path else Path.home()


def _stem(desk: RatingsDesk) -> str:
    path = desk.session.files.path
    return path.stem if path else "errors"
