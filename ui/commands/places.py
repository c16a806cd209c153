"""Going to the next segment of a kind, back to where one was, and to bookmarks."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QCoreApplication

from translation.model.record import Bookmark
from ui.commands.desk import HasMessages
from ui.commands.going import GoingDesk, active, go
from ui.marked import QT_TRANSLATE_NOOP

CONTEXT = "PlaceCommands"
_NO_OTHER = {
    "unfinished": QT_TRANSLATE_NOOP("PlaceCommands", "Every segment is confirmed."),
    "unreviewed": QT_TRANSLATE_NOOP("PlaceCommands", "Every segment is reviewed."),
    "changed": QT_TRANSLATE_NOOP("PlaceCommands", "Nothing was changed."),
    "rejected": QT_TRANSLATE_NOOP("PlaceCommands", "No segment is rejected."),
    "noted": QT_TRANSLATE_NOOP("PlaceCommands", "No segment has a note."),
    "bookmarked": QT_TRANSLATE_NOOP("PlaceCommands", "No segment has a bookmark."),
}
_ONLY_THIS = QT_TRANSLATE_NOOP("PlaceCommands", "This is the only one.")


class PlacesDesk(GoingDesk, HasMessages, Protocol):
    """What these commands work with."""


def go_to_place(desk: PlacesDesk, place: str, step: int) -> None:
    """Go to the next segment of a kind among the rows shown, or say that there is none."""
    document, here = desk.session.document, desk.session.editor.active_id
    row = document.row(here) if here in document else -1
    found = desk.session.editor.places.next(place, row, step, desk.review.shown_rows())
    if not found or found == here:
        told = _ONLY_THIS if found else _NO_OTHER[place]
        said = QCoreApplication.translate(CONTEXT, told)
        desk.messages.show_message(said, passing=True)
    else:
        go(desk, found)


def go_to_end(desk: PlacesDesk, *, last: bool) -> None:
    """Go to the first segment that is shown, or to the last."""
    rows = desk.review.shown_rows()
    if rows:
        go(desk, desk.session.document.segments[rows[-1 if last else 0]].id)


def go_back(desk: PlacesDesk) -> None:
    """Go back to where one was before the last leap."""
    _follow_trail(desk, desk.session.editor.trail.back())


def go_ahead(desk: PlacesDesk) -> None:
    """Go to where one went back from."""
    _follow_trail(desk, desk.session.editor.trail.ahead())


def _follow_trail(desk: PlacesDesk, place: str) -> None:
    if place:
        go(desk, place)
    else:
        said = QCoreApplication.translate(CONTEXT, "There is nowhere to go back to.")
        desk.messages.show_message(said, passing=True)


def toggle_bookmark(desk: PlacesDesk) -> None:
    """Set a bookmark at the active segment, or take it away."""
    here, editor = active(desk), desk.session.editor
    if not here:
        return
    for record in desk.session.document.records.of(here):
        if record.kind == "bookmark":
            editor.take_back(record.id)
            return
    editor.say(here, Bookmark())
