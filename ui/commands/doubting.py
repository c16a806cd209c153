"""Going to what is most likely wrong first, and asking a model about it."""

from __future__ import annotations

from functools import partial
from typing import Protocol

from PySide6.QtCore import QCoreApplication

from app.editing.navigation import is_unfinished
from app.settings.table import WORD_DOUBTS
from ui.commands.desk import HasAppearance, HasMessages, HasSide
from ui.commands.docks import shown_panel
from ui.commands.going import GoingDesk, active, go
from ui.panels.doubtful import DoubtfulPanel
from ui.review.estimate_texts import estimate_text, still_to_look_at

CONTEXT = "DoubtCommands"


class DoubtsDesk(GoingDesk, HasMessages, HasSide, Protocol):
    """What these commands work with."""


def next_doubtful(desk: DoubtsDesk) -> None:
    """Go to the unfinished segment that is most likely wrong; from there to the next most."""
    session = desk.session
    document, estimates = session.document, session.estimates
    here = active(desk)
    wanted = partial(is_unfinished, document)
    is_there = here in document and here == estimates.gone_to
    after = here if is_there and wanted(document.segment(here)) else ""
    estimates.hurry()
    found = estimates.next_doubtful(after, wanted, desk.review.shown_rows())
    if not found:
        estimates.gone_to = ""
        _say_none_is(desk)
        return
    estimates.gone_to = found
    go(desk, found)
    explain(desk)


def mark_words(desk: HasAppearance) -> None:
    """Mark the words that the model finds unlikely, or no longer."""
    settings = desk.appearance.settings
    settings.keep(WORD_DOUBTS, not settings.value(WORD_DOUBTS))


def marks_words(desk: HasAppearance) -> bool:
    """Tell whether they are marked."""
    return desk.appearance.settings.value(WORD_DOUBTS)


def list_doubtful(desk: DoubtsDesk) -> None:
    """List the unfinished segments, the most doubtful first, with the keyboard in the list."""
    panel = shown_panel(desk, "doubtful", DoubtfulPanel)
    panel.look()
    if panel.is_empty:
        _say_none_is(desk)


def _say_none_is(desk: DoubtsDesk) -> None:
    left = desk.session.estimates.left
    told = QCoreApplication.translate(CONTEXT, "No unfinished segment is more doubtful.")
    if left:
        told = still_to_look_at(left)
    desk.messages.show_message(told, passing=True)


def explain(desk: DoubtsDesk) -> None:
    """Say how many errors are to be expected in the active segment, and why."""
    here = active(desk)
    estimate = desk.session.estimates.of(here) if here else None
    told = QCoreApplication.translate(CONTEXT, "There is no translation to estimate.")
    if estimate is not None:
        told = estimate_text(estimate)
    desk.messages.show_message(told, passing=True)


def ask_model(desk: DoubtsDesk) -> None:
    """Have the model say how likely it finds each translation, in the background."""
    desk.session.asking.ask()
