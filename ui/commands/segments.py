"""What can be done to the active segment."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QCoreApplication

from translation.model.segment import SegmentState
from ui.commands.desk import HasMessages
from ui.commands.going import GoingDesk, active, go
from ui.commands.rows import on_many


class SegmentDesk(GoingDesk, HasMessages, Protocol):
    """What these commands work with; each does nothing where no segment is active."""


def mark_reviewed(desk: SegmentDesk) -> None:
    """Give a second person's word and go to the next segment without it."""
    _mark(desk, SegmentState.REVIEWED, goes_on=True)


def mark_final(desk: SegmentDesk) -> None:
    """Release the segment."""
    _mark(desk, SegmentState.FINAL)


def unconfirm(desk: SegmentDesk) -> None:
    """Take the word back; the text stays."""
    document = desk.session.document
    if on_many(desk, lambda many, ids: many.unconfirm(ids)):
        return
    if active(desk) in document and document.segment(active(desk)).state.is_done:
        _mark(desk, SegmentState.EDITED)


def _mark(desk: SegmentDesk, state: SegmentState, *, goes_on: bool = False) -> None:
    if on_many(desk, lambda many, ids: many.set_state(ids, state)) or not active(desk):
        return
    if desk.session.editor.mark(active(desk), state) and goes_on:
        document, rows = desk.session.document, desk.review.shown_rows()
        go(
            desk,
            desk.session.editor.places.next("unreviewed", document.row(active(desk)), rows=rows),
        )


def paste_plain(desk: SegmentDesk) -> None:
    """Paste the clipboard's text, without any codes."""
    desk.review.paste_plain()


def insert_draft(desk: SegmentDesk) -> None:
    """Put the draft into the translation."""
    if not on_many(desk, lambda many, ids: many.use_drafts(ids)) and active(desk):
        desk.session.editor.accept_draft(active(desk))


def drafts(desk: SegmentDesk) -> None:
    """Show the drafts of the active segment."""
    from ui.dialogs.drafts import DraftsDialog

    id_ = active(desk)
    if not id_:
        return
    segment = desk.session.document.segment(id_)
    if not desk.session.document.drafts.fitting(segment):
        told = QCoreApplication.translate("SegmentCommands", "This segment has no draft.")
        desk.messages.show_message(told, passing=True)
        return
    dialog = DraftsDialog(desk.session, id_, desk.window)
    dialog.chosen.connect(lambda draft: desk.session.editor.choose_draft(id_, draft))
    dialog.open()


def copy_source(desk: SegmentDesk) -> None:
    """Put the source text into the translation."""
    if not on_many(desk, lambda many, ids: many.copy_sources(ids)) and active(desk):
        desk.session.editor.copy_source(active(desk))


def insert_code(desk: SegmentDesk) -> None:
    """Insert the next missing code at the caret."""
    desk.review.insert_missing_code()


def clear(desk: SegmentDesk) -> None:
    """Back to the draft, as if never touched."""
    if not on_many(desk, lambda many, ids: many.back_to_drafts(ids)) and active(desk):
        desk.session.editor.clear(active(desk))


def split(desk: SegmentDesk) -> None:
    """Split the segment at the caret."""
    desk.review.split_at_caret()


def merge(desk: SegmentDesk) -> None:
    """Join the segment with the next one of its paragraph."""
    if active(desk):
        desk.session.editor.merge_with_next(active(desk))


def toggle_furniture(desk: SegmentDesk) -> None:
    """Leave the paragraph out as page furniture, or bring it back."""
    document = desk.session.document
    if on_many(desk, lambda many, ids: many.leave_out(ids)):
        return
    if active(desk) in document:
        segment = document.segment(active(desk))
        desk.session.editor.toggle_furniture(segment.unit_id)


def bring_all_back(desk: SegmentDesk) -> None:
    """Bring back every paragraph that is left out."""
    desk.session.editor.bring_all_back()
