"""What the model would write instead, from the word at the caret on."""

from __future__ import annotations

from typing import Protocol

from translation.model.imported import Notice
from ui.commands.desk import HasReview, HasSession
from ui.review.alternatives_menu import AlternativesMenu


class AlternativesDesk(HasSession, HasReview, Protocol):
    """What this command works with."""


def offer(desk: AlternativesDesk) -> None:
    """Offer, at the word at the caret, other ways to go on to the end of the translation."""
    document, editor = desk.session.document, desk.review.active.editor
    segment = document.segment(desk.review.current_id())
    menu = AlternativesMenu(editor, segment.source)
    completing = desk.session.engine.completing
    completing.ways_offered.connect(menu.take)
    if completing.ask_ways(document.file_of(segment).pair, segment.source, menu.before):
        menu.open()
    else:
        menu.deleteLater()
        desk.session.noticed.emit(Notice("no_model_to_ask"))
