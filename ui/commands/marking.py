"""Marking errors of translation, changing and taking them back, and going from one to the next."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QCoreApplication

from translation.model.mark import Side
from translation.mqm import marked_error
from translation.mqm.names import category_name
from ui import texts
from ui.commands.desk import HasMessages, HasSide
from ui.commands.going import GoingDesk, active
from ui.panels.errors import ErrorsPanel
from ui.widgets.letter_list import Lettered, LetterList

if TYPE_CHECKING:
    from collections.abc import Callable

    from translation.mqm import FoundError, Typology

CONTEXT = "MarkingCommands"
_MOST_NAMED = 60
"""Characters of what is marked that the list names."""
ITSELF = "·"
"""The letter of a category itself, among those below it."""


class MarkingDesk(GoingDesk, HasSide, HasMessages, Protocol):
    """What these commands work with."""


def mark_error(desk: MarkingDesk) -> None:
    """Mark what is chosen as an error; without anything chosen change the one at the caret.

    Where there is none at the caret either, the whole segment is meant.
    """
    segment_id = active(desk)
    document = desk.session.document
    if not segment_id:
        return
    if document.is_furniture(document.segment(segment_id)):
        desk.session.editor.explain_refusal(segment_id)
        return
    side, start, end = desk.review.active.chosen_place
    here = _at(desk, segment_id, side, start) if start == end else None
    if here is not None:
        change(desk, here)
        return
    segment = document.segment(segment_id)
    text = segment.source if side is Side.SOURCE else document.shown_target(segment)
    start += len(text[start:end]) - len(text[start:end].lstrip())
    words = text[start:end].strip()
    end = start + len(words)
    title = QCoreApplication.translate(CONTEXT, "The whole segment")
    if words:
        shown = words[:_MOST_NAMED] + ("…" if len(words) > _MOST_NAMED else "")
        title = QCoreApplication.translate(CONTEXT, "“{words}”").format(words=texts.theirs(shown))

    def take(category: str, severity: str) -> None:
        error = marked_error(side.value, text, start, end, category, severity)
        desk.session.editor.say(segment_id, error)
        _open_list(desk)

    _ask(desk, title, take)


def change(desk: MarkingDesk, found: FoundError) -> None:
    """Give an error another category or severity."""
    error = found.error
    title = QCoreApplication.translate(CONTEXT, "Change “{words}”")
    words = error.text or category_name(desk.session.errors.typology, error.category)
    named = title.format(words=texts.theirs(words[:_MOST_NAMED]))

    def take(category: str, severity: str) -> None:
        other = replace(error, category=category, severity=severity)
        desk.session.editor.say_otherwise(found.record.id, other)

    _ask(desk, named, take, (error.category, error.severity))


def change_listed(desk: MarkingDesk) -> None:
    """Give the error that is marked in the panel another category or severity."""
    found = _listed(desk)
    if found is not None:
        change(desk, found)


def take_error_back(desk: MarkingDesk) -> None:
    """Take the error at the caret back, else the last one of the segment."""
    segment_id = active(desk)
    if not segment_id:
        return
    side, start, _end = desk.review.active.chosen_place
    found = _at(desk, segment_id, side, start)
    mine = desk.session.errors.of(segment_id)
    found = found or (mine[-1] if mine else None)
    if found is None:
        _say(desk, QCoreApplication.translate(CONTEXT, "No error is marked in this segment."))
    else:
        desk.session.editor.take_back(found.record.id)


def go_to_error(desk: MarkingDesk, step: int) -> None:
    """Go to the next error that is marked, or to the one before."""
    segment_id = desk.session.editor.active_id
    errors = desk.session.errors
    here = None
    if segment_id and segment_id == active(desk):
        side, start, end = desk.review.active.chosen_place
        here = _exactly(desk, segment_id, side, start, end)
    found = errors.beside(segment_id, here.record.id if here else "", step)
    if found is None:
        _say(desk, QCoreApplication.translate(CONTEXT, "No error is marked."))
    else:
        show_error(desk, found)


def show_error(desk: MarkingDesk, found: FoundError) -> None:
    """Go to an error, its words chosen where they stand."""
    start, end = found.place or (0, 0)
    desk.review.choose(found.record.segment_id, Side(found.error.side), start, end)
    desk.review.focus_editor() if start == end else None
    _open_list(desk)
    panel = desk.side.panels["errors"]
    assert isinstance(panel, ErrorsPanel)
    panel.choose(found.record.id)


def _open_list(desk: MarkingDesk) -> None:
    """Open the list of marked errors, which is closed until somebody marks one."""
    if not desk.side.is_shown("errors"):
        desk.side.show_panel("errors")


def show_listed(desk: MarkingDesk) -> None:
    """Go to the error that is marked in the panel."""
    found = _listed(desk)
    if found is not None:
        show_error(desk, found)


def _listed(desk: MarkingDesk) -> FoundError | None:
    panel = desk.side.panels["errors"]
    assert isinstance(panel, ErrorsPanel)
    return panel.current


def _at(desk: MarkingDesk, segment_id: str, side: Side, at: int) -> FoundError | None:
    """Return the error whose words lie at a place, the shortest of several."""
    found = [
        one
        for one in desk.session.errors.of(segment_id)
        if one.error.side == side.value
        and one.error.text
        and one.place is not None
        and one.place[0] <= at <= one.place[1]
    ]
    return min(found, key=lambda one: len(one.error.text), default=None)


def _exactly(
    desk: MarkingDesk, segment_id: str, side: Side, start: int, end: int
) -> FoundError | None:
    panel = desk.side.panels["errors"]
    assert isinstance(panel, ErrorsPanel)
    same = [
        one
        for one in desk.session.errors.of(segment_id)
        if (one.error.side == side.value and one.place == (start, end))
        or (start == end and one.place in ((0, 0), None))
    ]
    marked = panel.current
    return marked if marked in same else next(iter(same), None)


def _ask(
    desk: MarkingDesk,
    title: str,
    take: Callable[[str, str], None],
    marked: tuple[str, str] | None = None,
) -> None:
    """Let category and severity be chosen by letters, at the caret."""
    typology = desk.session.errors.typology

    def choices(taken: tuple[str, ...]) -> list[Lettered]:
        return _choices(typology, taken)

    before: tuple[str, ...] = ()
    if marked is not None:
        category, severity = marked
        above = category.rpartition("/")[0]
        steps = (above, category) if above else (category, category)
        before = (*(steps if typology.below(steps[0]) else steps[:1]), severity)
    asked = LetterList(title, choices, desk.window, before)
    asked.chosen.connect(lambda ids: take(ids[-2], ids[-1]))
    asked.show_at(desk.review.active.place_below())


def _choices(typology: Typology, taken: tuple[str, ...]) -> list[Lettered]:
    """Return what comes after what was chosen: categories, those below, severities."""
    severities = {one.id for one in typology.severities}
    if not taken:
        return [Lettered(one.id, one.key, texts.theirs(one.words)) for one in typology.below("")]
    if len(taken) == 1 and typology.below(taken[0]):
        itself = QCoreApplication.translate(CONTEXT, "not more precisely")
        below = [
            Lettered(one.id, one.key, texts.theirs(one.words)) for one in typology.below(taken[0])
        ]
        return [*below, Lettered(taken[0], ITSELF, itself)]
    if taken[-1] in severities and len(taken) > 1:
        return []
    return [
        Lettered(one.id, one.key, texts.theirs(one.words), texts.number(one.points))
        for one in typology.severities
    ]


def _say(desk: MarkingDesk, sentence: str) -> None:
    desk.messages.show_message(sentence, passing=True)
