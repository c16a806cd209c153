"""Corrections taken over from what was confirmed: here, in the rest, or as a rule."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QCoreApplication

from app.editing.teaching import correct_alike
from ui import texts
from ui.commands.desk import HasMessages, HasSide
from ui.commands.going import GoingDesk, active
from ui.marked import QT_TRANSLATE_N_NOOP
from ui.panels.terms import TermsPanel

if TYPE_CHECKING:
    from app.followers.teaching import Lesson

CONTEXT = "TeachingCommands"
_CORRECTED = QT_TRANSLATE_N_NOOP(
    "TeachingCommands", "Corrected in {count} segment.", "Corrected in {count} segments."
)


class TeachingDesk(GoingDesk, HasSide, HasMessages, Protocol):
    """What these commands work with."""


def correct_here(desk: TeachingDesk) -> None:
    """Correct in the active segment what was corrected elsewhere."""
    lessons = desk.session.teaching.of(active(desk)) if active(desk) else []
    lesson = _marked(desk, lessons) or next(iter(lessons), None)
    if lesson is None:
        _say(desk, QCoreApplication.translate(CONTEXT, "No correction is known for this segment."))
        return
    segment = desk.session.document.segment(active(desk))
    target = desk.session.document.shown_target(segment)
    made = lesson.correction.corrected(segment.source, target)
    if made is not None:
        desk.session.editor.mend(segment.id, made, "correct_alike")


def correct_rest(desk: TeachingDesk) -> None:
    """Correct in every segment that is not confirmed what was corrected last."""
    _correct_all(desk, as_rule=False)


def make_rule(desk: TeachingDesk) -> None:
    """Correct it in the rest, and make it a term of the project: one step."""
    _correct_all(desk, as_rule=True)


def _correct_all(desk: TeachingDesk, *, as_rule: bool) -> None:
    lessons = desk.session.teaching.open_lessons
    if as_rule:
        lessons = [lesson for lesson in lessons if lesson.correction.source]
    lesson = _marked(desk, lessons) or next(iter(lessons), None)
    if lesson is None:
        _say(desk, QCoreApplication.translate(CONTEXT, "Nothing waits to be corrected alike."))
        return
    editor, document = desk.session.editor, desk.session.document
    ids = sorted((id_ for id_ in lesson.applies_in if id_ in document), key=document.row)
    count = correct_alike(editor, lesson.correction, ids, as_rule=as_rule)
    said = [texts.translated(CONTEXT, _CORRECTED, count=count)]
    if as_rule:
        rule = QCoreApplication.translate(CONTEXT, "“{source}” is “{target}” from now on.")
        source, target = lesson.correction.source, lesson.correction.after
        said.append(rule.format(source=texts.theirs(source), target=texts.theirs(target)))
    _say(desk, texts.listed(said, texts.TOGETHER))


def _marked(desk: TeachingDesk, among: list[Lesson]) -> Lesson | None:
    """Return the one that is marked in the panel of terms, if it is one of these."""
    panel = desk.side.panels["terms"]
    assert isinstance(panel, TermsPanel)
    lesson = panel.current_lesson
    return lesson if lesson in among else None


def _say(desk: TeachingDesk, sentence: str) -> None:
    desk.messages.show_message(sentence, passing=True)
