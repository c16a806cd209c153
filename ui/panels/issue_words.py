"""What the lines of the issues say: groups, kinds, sentences, and who let one stand and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from translation.quality import CheckGroup
from translation.quality.rule import OWN
from translation.quality.sentences import check_of
from ui import texts
from ui.keys import named
from ui.marked import QT_TRANSLATE_N_NOOP, QT_TRANSLATE_NOOP
from ui.name_tables import GROUP_NAMES

if TYPE_CHECKING:
    from collections.abc import Hashable

    from translation.model.document import Document
    from translation.model.issue import Issue
    from translation.quality.dismissals import Dismissed

DOUBTS = "doubts"
"""The group of what cannot be trusted in a project: no checks find it."""
_IN_DOUBT = QT_TRANSLATE_NOOP("groups", "In doubt")
_GROUP = QT_TRANSLATE_NOOP("lists", "{0} · {1}")
MORE = QT_TRANSLATE_N_NOOP(
    "IssuesPanel", "{count} more: list it", "{count} more: list the next of them"
)


def group_of(check: str) -> str:
    """Return the group of a check by its id."""
    return DOUBTS if check.startswith(texts.DOUBT) else check_of(check).group.value


GROUPS = (DOUBTS, *(group.value for group in CheckGroup))
"""All groups, in the order in which they are listed."""


def group_words(group: str, count: int) -> str:
    """Return what a group is called, and how many it has."""
    name = _IN_DOUBT if group == DOUBTS else GROUP_NAMES[CheckGroup(group)]
    said = QCoreApplication.translate("groups", name)
    return texts.listed((said, texts.number(count)), _GROUP)


def check_words(check: str) -> str:
    """Return what a check is called; a rule of a person's own by its name."""
    if check.startswith(OWN):
        return texts.theirs(check.removeprefix(OWN))
    if check.startswith(texts.DOUBT):
        return texts.doubt_text(check.removeprefix(texts.DOUBT), {})
    found = check_of(check)
    return QCoreApplication.translate(texts.CHECKS, found.words or found.sentence)


def kind_words(kind: Hashable) -> str:
    """Return what a Kind is called."""
    return check_words(getattr(kind, "check", ""))


def issue_words(document: Document, issue: Issue) -> str:
    """Return the sentence of an issue behind the number of its segment."""
    # The list is read afresh a moment after a removal: an issue can outlive its segment.
    row = document.row(issue.segment_id) + 1 if issue.segment_id in document else 0
    return QCoreApplication.translate("IssuesPanel", "{number} · {sentence}").format(
        number=row, sentence=texts.issue_text(issue)
    )


def fix_text() -> str:
    """Return what the way to mend an issue is called, with its key."""
    return named().beside(QCoreApplication.translate("IssuesPanel", "Apply the fix"), "apply_fix")


def reason_words(one: Dismissed) -> str:
    """Return who let an issue stand, when and why."""
    who = texts.theirs(one.record.author)
    why = texts.theirs(one.dismissal.reason)
    nothing = QCoreApplication.translate("IssuesPanel", "no reason given")
    begun = texts.listed((who, texts.clock_time(one.record.time)), texts.BESIDE)
    return texts.listed((begun, why or nothing), texts.EXPLAINED)
