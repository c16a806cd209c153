"""Why a command that ran changed nothing, in a sentence: one row of the table for each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtCore import QCoreApplication

from ui import texts
from ui.commands.desk import HasReview, HasSession
from ui.keys import named
from ui.marked import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from translation.model.segment import SegmentState
    from ui.action_spec import ActionSpec

CONTEXT = "NothingDone"


class NothingDoneDesk(HasSession, HasReview, Protocol):
    """Where it was done."""


def reason(at: NothingDoneDesk, spec: ActionSpec[Any]) -> str:
    """Return why an action changed nothing, "" where that needs no word."""
    known = REASONS.get(spec.id)
    if callable(known):
        return known(at)
    if known is None and not _changes_the_text(spec):
        return ""
    said = QCoreApplication.translate(CONTEXT, known or _NOTHING)
    return said.format(key=named(), action=spec.plain_text)


def _changes_the_text(spec: ActionSpec[Any]) -> bool:
    """Whether an action is one of those that do something to segments at once, without asking."""
    changing = spec.enabled_when in ("editable", "editable_segment")
    return changing and not (spec.checkable or spec.text.endswith("…"))


_NOTHING = QT_TRANSLATE_NOOP("NothingDone", "“{action}” has nothing to change here.")
_FIRST = QT_TRANSLATE_NOOP("NothingDone", "This is the first segment.")
_FIRST_SHOWN = QT_TRANSLATE_NOOP("NothingDone", "This is the first segment that the filter shows.")
_LAST = QT_TRANSLATE_NOOP("NothingDone", "This is the last segment.")
_LAST_SHOWN = QT_TRANSLATE_NOOP("NothingDone", "This is the last segment that the filter shows.")
_ALL_DONE = QT_TRANSLATE_NOOP("NothingDone", "Every segment is confirmed.")
_ONLY_OPEN = QT_TRANSLATE_NOOP("NothingDone", "This is the only segment that is unfinished.")
_NOTHING_CHOSEN = QT_TRANSLATE_NOOP("NothingDone", "No text is chosen.")
NO_OTHER_ISSUE = QT_TRANSLATE_NOOP("NothingDone", "No other segment has an issue.")
_NO_MORE_ROWS = QT_TRANSLATE_NOOP("NothingDone", "There is no further segment to choose.")
_STATE = QT_TRANSLATE_NOOP("NothingDone", "This segment is “{state}” already.")


def _at_the_end(whole: str, filtered: str) -> Callable[[NothingDoneDesk], str]:
    def said(at: NothingDoneDesk) -> str:
        is_whole = at.review.shown_count() == len(at.session.document)
        return QCoreApplication.translate(CONTEXT, whole if is_whole else filtered)

    return said


def _no_unfinished(at: NothingDoneDesk) -> str:
    progress = at.session.document.progress
    is_done = progress.done == progress.segments
    return QCoreApplication.translate(CONTEXT, _ALL_DONE if is_done else _ONLY_OPEN)


def _state(at: NothingDoneDesk) -> str:
    document, active = at.session.document, at.session.editor.active_id
    if active not in document:
        return ""
    state: SegmentState = document.segment(active).state
    said = QCoreApplication.translate(CONTEXT, _STATE)
    return said.format(state=texts.state_name(state))


REASONS: Mapping[str, str | Callable[[NothingDoneDesk], str]] = {
    "next": _at_the_end(_LAST, _LAST_SHOWN),
    "previous": _at_the_end(_FIRST, _FIRST_SHOWN),
    "first_segment": _at_the_end(_FIRST, _FIRST_SHOWN),
    "last_segment": _at_the_end(_LAST, _LAST_SHOWN),
    "copy": _NOTHING_CHOSEN,
    "cut": _NOTHING_CHOSEN,
    "choose_down": _NO_MORE_ROWS,
    "choose_up": _NO_MORE_ROWS,
    "choose_all": _NO_MORE_ROWS,
    "next_unfinished": _no_unfinished,
    "confirm": _no_unfinished,
    "mark_reviewed": _state,
    "mark_final": _state,
    "unconfirm": _state,
    "copy_source": QT_TRANSLATE_NOOP("NothingDone", "The translation is the source already."),
    "insert_code": QT_TRANSLATE_NOOP("NothingDone", "No inline code is missing here."),
    "clear": QT_TRANSLATE_NOOP("NothingDone", "Nothing was typed or taken over in this segment."),
    "paste_plain": QT_TRANSLATE_NOOP("NothingDone", "The clipboard holds no text."),
    "all_furniture": QT_TRANSLATE_NOOP("NothingDone", "No text is left out."),
    "translate": QT_TRANSLATE_NOOP(
        "NothingDone",
        "Every segment has a draft or a translation. {key:translate_segment} drafts one anew.",
    ),
    "next_issue": NO_OTHER_ISSUE,
    "previous_issue": NO_OTHER_ISSUE,
    "clear_filter": QT_TRANSLATE_NOOP("NothingDone", "No filter is set: every segment is shown."),
    "change_reference": QT_TRANSLATE_NOOP(
        "NothingDone", "This segment has no reference. Tools, Load a reference, brings some."
    ),
    "show_error": QT_TRANSLATE_NOOP("NothingDone", "No error is chosen in the panel MQM."),
    "zoom_in": QT_TRANSLATE_NOOP("NothingDone", "Text cannot get larger than this."),
    "zoom_out": QT_TRANSLATE_NOOP("NothingDone", "Text cannot get smaller than this."),
    "zoom_reset": QT_TRANSLATE_NOOP("NothingDone", "Text has its usual size."),
}
"""What is said by the id of an action; others that change segments say that nothing changed."""
