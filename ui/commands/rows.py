"""What is done to all chosen rows at once, in one step, and how many they were."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QCoreApplication

from translation.model.rejection import rejection_of
from translation.model.segment import SegmentState
from ui import texts
from ui.commands.desk import HasMessages
from ui.commands.going import GoingDesk, go
from ui.marked import QT_TRANSLATE_N_NOOP

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.editing.many import ManySegments

CONTEXT = "RowCommands"
_CHANGED = QT_TRANSLATE_N_NOOP(
    "RowCommands", "{count} segment changed, in one step.", "{count} segments changed, in one step."
)
_STAYED = QT_TRANSLATE_N_NOOP(
    "RowCommands",
    "{count} stayed as it was: locked, settled, left out, empty or there already.",
    "{count} stayed as they were: locked, settled, left out, empty or there already.",
)


class RowsDesk(GoingDesk, HasMessages, Protocol):
    """What these commands work with."""


def chosen(desk: GoingDesk) -> list[str]:
    """Return the chosen segments, the active one where no others are; none where it is hidden."""
    return desk.review.chosen.ids()


def on_many(desk: RowsDesk, act: Callable[[ManySegments, list[str]], int]) -> bool:
    """Act on all chosen rows and say how many that changed; False where only one is chosen."""
    if not desk.review.chosen.are_several:
        return False
    act_on(desk, chosen(desk), act)
    return True


def act_on(desk: RowsDesk, ids: list[str], act: Callable[[ManySegments, list[str]], int]) -> None:
    """Act on segments and say how many that changed, and how many stayed as they were."""
    changed = act(desk.session.editor.many, ids)
    said = [texts.translated(CONTEXT, _CHANGED, count=changed)]
    if changed < len(ids):
        said.append(texts.translated(CONTEXT, _STAYED, count=len(ids) - changed))
    desk.messages.show_message(" ".join(said), passing=True)


def choose_up(desk: GoingDesk) -> None:
    """Choose the row above, too."""
    desk.review.chosen.extend(-1)


def choose_down(desk: GoingDesk) -> None:
    """Choose the row below, too."""
    desk.review.chosen.extend(+1)


def choose_all(desk: GoingDesk) -> None:
    """Choose every row that is shown."""
    desk.review.chosen.choose_all()


def lock(desk: RowsDesk) -> None:
    """Lock what is chosen; unlock it where all of it is locked."""
    ids, document = chosen(desk), desk.session.document
    if not ids:
        return
    locked = all(document.segment(id_).locked for id_ in ids)
    if not on_many(desk, lambda many, all_: many.lock(all_, not locked)):
        desk.session.editor.many.lock(ids, not locked)
        said = (
            QCoreApplication.translate(CONTEXT, "The segment is unlocked.")
            if locked
            else QCoreApplication.translate(CONTEXT, "The segment is locked: nothing changes it.")
        )
        desk.messages.show_message(said, passing=True)


def confirm_all(desk: RowsDesk) -> None:
    """Give the translator's word for all that is chosen, or for every row that is shown."""
    if not desk.review.chosen.are_several:
        desk.review.chosen.choose_all()
    ids = chosen(desk)
    if ids:
        act_on(desk, ids, lambda many, all_: many.confirm(all_))


def empty(desk: RowsDesk) -> None:
    """Leave nothing in the translation."""
    if not on_many(desk, lambda many, ids: many.empty(ids)) and chosen(desk):
        desk.session.editor.empty(chosen(desk)[0])


def reject(desk: RowsDesk) -> None:
    """Ask for the reason, and send what is chosen back to the translator."""
    from ui.dialogs.reject import RejectDialog

    ids, document = chosen(desk), desk.session.document
    said = rejection_of(document, ids[0]) if len(ids) == 1 else None
    if ids:
        dialog = RejectDialog(len(ids), said.reason if said else "", desk.window)
        dialog.given.connect(partial(_reject, desk, ids))
        dialog.open()


def _reject(desk: RowsDesk, ids: list[str], reason: str) -> None:
    there = [id_ for id_ in ids if id_ in desk.session.document]
    if len(there) > 1:
        act_on(desk, there, lambda many, all_: many.reject(all_, reason))
    elif there and not desk.session.editor.many.reject(there, reason):
        said = QCoreApplication.translate(CONTEXT, "There is no translation here to be sent back.")
        desk.messages.show_message(said, passing=True)
    elif there:
        document, rows = desk.session.document, desk.review.shown_rows()
        go(desk, desk.session.editor.places.next("unreviewed", document.row(there[0]), rows=rows))


def accept_all(desk: RowsDesk) -> None:
    """Give a second person's word for all that is chosen, or for every row that is shown."""
    if not desk.review.chosen.are_several:
        desk.review.chosen.choose_all()
    ids = chosen(desk)
    if ids:
        act_on(desk, ids, lambda many, all_: many.set_state(all_, SegmentState.REVIEWED))
