"""Confirming, and what goes with it: whose word it is, and the same sources elsewhere."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QCoreApplication

from app.editing.grounds import WorkRole
from app.editing.propagating import same_sources
from app.settings.table import AUTHOR_ASKED, PROPAGATION
from translation.model.segment import SegmentState
from translation.system.preferences import AUTHOR
from ui import texts
from ui.commands.desk import HasAppearance
from ui.commands.going import active, go
from ui.commands.rows import RowsDesk, on_many
from ui.commands.segments import mark_reviewed
from ui.keys import named
from ui.marked import QT_TRANSLATE_N_NOOP

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.editing.propagating import SameSources

CONTEXT = "Confirming"
_ALIKE = QT_TRANSLATE_N_NOOP(
    "Confirming",
    "{count} other segment with this source is translated alike.",
    "{count} other segments with this source are translated alike.",
)


class ConfirmingDesk(RowsDesk, HasAppearance, Protocol):
    """What these commands work with."""


def confirm(desk: ConfirmingDesk) -> None:
    """Give the translator's word and go to the next unfinished segment; for all that is chosen.

    A reviewer's word is that it is reviewed.
    """
    if _asks_who(desk, confirm):
        return
    if desk.session.editor.grounds.role is WorkRole.REVIEWER:
        mark_reviewed(desk)
        return
    before = _open_one(desk)
    if not on_many(desk, lambda many, ids: many.confirm(ids)):
        desk.review.confirm_and_next()
    _go_with(desk, before)


def confirm_and_stay(desk: ConfirmingDesk) -> None:
    """Give the translator's word without going on."""
    if _asks_who(desk, confirm_and_stay):
        return
    before = _open_one(desk)
    if not on_many(desk, lambda many, ids: many.confirm(ids)) and active(desk):
        desk.session.editor.mark(active(desk), SegmentState.CONFIRMED)
    _go_with(desk, before)


def _open_one(desk: ConfirmingDesk) -> str:
    """Return the one segment that may be about to be confirmed, "" for none or for several."""
    here, document = active(desk), desk.session.document
    if here not in document or desk.review.chosen.are_several:
        return ""
    return "" if document.segment(here).state.is_done else here


def _go_with(desk: ConfirmingDesk, confirmed: str) -> None:
    """Take the confirmed translation elsewhere."""
    document = desk.session.document
    if confirmed in document and document.segment(confirmed).state.is_done:
        _propagate(desk, confirmed)
        _say_the_end(desk)


def _say_the_end(desk: ConfirmingDesk) -> None:
    """Say that this was the last one: else it looks as if the key had done nothing."""
    progress = desk.session.document.progress
    if progress.done == progress.segments:
        told = QCoreApplication.translate(
            CONTEXT, "Every segment is confirmed. {key:export} writes the translation."
        )
        desk.messages.show_message(told.format(key=named()), passing=True)


def _asks_who(desk: ConfirmingDesk, then: Callable[[ConfirmingDesk], None]) -> bool:
    """Ask once who confirms, before the first word is given, so that this one is signed, too.

    What was asked for is done as soon as that is answered, with a name or without.
    """
    settings, document = desk.appearance.settings, desk.session.document
    is_named = bool(desk.session.editor.author or settings.value(AUTHOR))
    here = active(desk)
    says_nothing = here not in document or not document.shown_target(document.segment(here))
    if is_named or says_nothing or settings.value(AUTHOR_ASKED):
        return False
    from ui.dialogs.author import AuthorDialog

    settings.keep(AUTHOR_ASKED, True)
    dialog = AuthorDialog(desk.window)
    dialog.given.connect(partial(_sign_with, desk))
    dialog.finished.connect(lambda _answer: then(desk))
    dialog.open()
    return True


def _sign_with(desk: ConfirmingDesk, name: str) -> None:
    if name:
        desk.appearance.settings.keep(AUTHOR, name)
        # The settings tell of it once it is on the disk; the word is given before.
        desk.session.prefer(AUTHOR.key, name)


def _propagate(desk: ConfirmingDesk, confirmed: str) -> None:
    wanted = desk.appearance.settings.value(PROPAGATION)
    if wanted == "never":
        return
    document = desk.session.document
    found = same_sources(document, document.segment(confirmed))
    if wanted == "always":
        _translate_alike(desk, confirmed, found.open)
    elif found.open:
        _ask(desk, confirmed, found)


def _ask(desk: ConfirmingDesk, confirmed: str, found: SameSources) -> None:
    from ui.dialogs.propagation import PropagationDialog

    dialog = PropagationDialog(found, desk.window)
    dialog.answered.connect(partial(_answer, desk, confirmed, found))
    dialog.handed.connect(desk.review.active.write)
    dialog.open()


def _answer(
    desk: ConfirmingDesk,
    confirmed: str,
    found: SameSources,
    alike: bool,
    over_others: bool,
    from_now_on: bool,
) -> None:
    if from_now_on:
        desk.appearance.settings.keep(PROPAGATION, "always" if alike else "never")
    if alike:
        wanted = (*found.open, *(found.otherwise if over_others else ()))
        _translate_alike(desk, confirmed, wanted)


def _translate_alike(desk: ConfirmingDesk, confirmed: str, ids: tuple[str, ...]) -> None:
    """Take a translation over into others, as a step of its own, and go on from what it did."""
    document = desk.session.document
    there = sorted((id_ for id_ in ids if id_ in document), key=document.row)
    if not there or confirmed not in document:
        return
    count = desk.session.editor.many.propagate(confirmed, there)
    said = texts.translated(CONTEXT, _ALIKE, count=count)
    desk.messages.show_message(said, passing=True)
    here = desk.session.editor.active_id
    if here in there:
        go(desk, desk.session.editor.places.next("unfinished", document.row(here)))
