"""The report of an unexpected error, with the text of the document only where it is wanted."""

from __future__ import annotations

import platform
import time
import traceback
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import qVersion

from translation import __version__
from translation.system.atomic import write_atomically

if TYPE_CHECKING:
    from pathlib import Path
    from types import TracebackType

    from app.session import Session

LOG_LINES = 200


@dataclass(frozen=True, slots=True)
class Report:
    """An unexpected error as told to a person. ``saved``: whether all work is on disk."""

    error: BaseException
    where: TracebackType | None
    saved: bool
    session: Session
    log: Path

    @property
    def kind(self) -> str:
        """The name of the error."""
        return type(self.error).__name__

    def text(self, *, include_text: bool) -> str:
        """Return the report; with ``include_text`` it holds messages and the active segment."""
        parts = [
            f"Muraji {__version__}, {time.strftime('%Y-%m-%d %H:%M:%S')}",
            f"Python {platform.python_version()}, Qt {qVersion()}, {platform.platform()}",
            f"work saved: {'yes' if self.saved else 'no'}",
            _situation(self.session),
            describe(self.error, self.where, include_text=include_text),
            *([_active_segment(self.session)] if include_text else []),
            "Log:",
            _log_end(self.log),
        ]
        return "\n".join(parts) + "\n"

    def write(self, path: Path, *, include_text: bool = False) -> None:
        """Write the report to a file. Raises ExportError."""
        text = self.text(include_text=include_text)
        write_atomically(path, text.encode("utf-8", "backslashreplace"), private=True)


def describe(error: BaseException, where: TracebackType | None, *, include_text: bool) -> str:
    """Return the error and the places it came through; what it says only with ``include_text``."""
    frames = traceback.StackSummary.extract(traceback.walk_tb(where), lookup_lines=False)
    lines = [f"  {frame.filename}:{frame.lineno} {frame.name}" for frame in frames]
    said = f": {error}" if include_text else ""
    lines.append(f"{type(error).__qualname__}{said}")
    cause = error.__cause__ or error.__context__
    if cause is not None:
        lines.append("caused by")
        lines.append(describe(cause, cause.__traceback__, include_text=include_text))
    return "\n".join(lines)


def signature(error: BaseException, where: TracebackType | None) -> tuple[str, ...]:
    """Return what makes two errors the same one for a person: kind and place."""
    frames = [f"{frame.f_code.co_filename}:{line}" for frame, line in traceback.walk_tb(where)]
    return (type(error).__qualname__, *frames[-1:])


def _situation(session: Session) -> str:
    document, engine = session.document, session.engine.status
    model = f"{engine.info.engine} {engine.info.name} {engine.info.revision}" if engine.info else ""
    formats = ", ".join(sorted({file.format for file in document.files}))
    return (
        f"segments: {len(document)}, formats: {formats or '-'}, undo steps: "
        f"{session.editor.undo_stack.count()}, saving: {session.autosave.state.kind}, "
        f"engine: {engine.state} {model}".rstrip()
    )


def _active_segment(session: Session) -> str:
    if session.editor.active_id not in session.document:
        return "no active segment"
    segment = session.document.segment(session.editor.active_id)
    return f"active segment: {segment!r}"


def _log_end(log: Path) -> str:
    try:
        lines = log.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError as error:
        return f"({error.strerror})"
    return "\n".join(lines[-LOG_LINES:])
