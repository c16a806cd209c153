"""The background work on files, as the status line names it."""

from __future__ import annotations

from app.marked import QT_TRANSLATE_NOOP
from app.state import JobKind

OPEN = JobKind(
    "open",
    QT_TRANSLATE_NOOP("jobs", "Opening…"),
    QT_TRANSLATE_NOOP("jobs", "Opening {done} of {total}"),
)
BACKUPS = JobKind(
    "backups",
    QT_TRANSLATE_NOOP("jobs", "Looking for backups…"),
    QT_TRANSLATE_NOOP("jobs", "Looking for backups…"),
)
RESTORE = JobKind(
    "restore",
    QT_TRANSLATE_NOOP("jobs", "Going back…"),
    QT_TRANSLATE_NOOP("jobs", "Going back, {done} of {total}"),
    ends_with_document=True,
)
