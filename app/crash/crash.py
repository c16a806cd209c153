"""Unexpected errors: the work is saved, the log has them, and a person is told once.

No text of the document goes into the log: messages of errors are left out, and so are the
values of variables. The report a person may write has them only where they tick it.
"""

from __future__ import annotations

import faulthandler
import logging
import sys
import threading
from dataclasses import dataclass, field
from logging.handlers import RotatingFileHandler
from typing import IO, TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, QtMsgType, Signal, qInstallMessageHandler

from app.crash.report import Report, describe, signature
from translation.system import preferences
from translation.system.private import make_private_folder, open_private

if TYPE_CHECKING:
    from collections.abc import Callable
    from io import TextIOWrapper
    from pathlib import Path
    from types import TracebackType

    from PySide6.QtCore import QMessageLogContext

    from app.session import Session

LOG_NAME = "muraji.log"
FAULTS_NAME = "faults.log"
LOG_BYTES = 500_000
SAVE_SECONDS = 5.0

_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


def install(session: Session, show: Callable[[Report], None]) -> CrashWatch:
    """Catch what nobody else does, from now on. ``show`` tells a person, in the GUI thread."""
    watch = CrashWatch(session, show, preferences.log_folder())
    watch.begin()
    return watch


@dataclass(slots=True)
class _Before:
    """The hooks as they were."""

    except_hook: Any = field(default_factory=lambda: sys.excepthook)
    thread_hook: Any = field(default_factory=lambda: threading.excepthook)
    message_handler: Any = None


class _PrivateLog(RotatingFileHandler):
    """A log that its owner alone may read, and so each that takes its place."""

    def _open(self) -> TextIOWrapper:
        return _open_private(self.baseFilename)


def _open_private(path: str | Path) -> TextIOWrapper:
    return open(path, "a", encoding="utf-8", opener=open_private)


class CrashWatch(QObject):
    """The hooks for unexpected errors. ``end`` puts back those that were there before."""

    _happened = Signal(object)

    def __init__(self, session: Session, show: Callable[[Report], None], folder: Path) -> None:
        super().__init__(session)
        self._session = session
        self._show = show
        self._folder = folder
        self._log = logging.getLogger("muraji")
        self._handler: logging.Handler = logging.NullHandler()
        self._faults: IO[str] | None = None
        self._before = _Before()
        self._seen: set[tuple[str, ...]] = set()
        # An error inside a paint event must not open a dialog there.
        self._happened.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    def begin(self) -> None:
        """Set the hooks and open the log."""
        self._open_log()
        self._before = _Before()
        sys.excepthook = self._excepthook
        threading.excepthook = self._thread_excepthook
        self._before.message_handler = qInstallMessageHandler(self._take_message)

    def end(self) -> None:
        """Put the hooks back and close the log."""
        sys.excepthook = self._before.except_hook
        threading.excepthook = self._before.thread_hook
        qInstallMessageHandler(self._before.message_handler)
        self._log.removeHandler(self._handler)
        self._handler.close()
        if self._faults:
            faulthandler.disable()
            self._faults.close()
            self._faults = None

    def _open_log(self) -> None:
        """Open the log; where its folder cannot be written the program runs without one."""
        try:
            make_private_folder(self._folder)
            self._handler = _PrivateLog(
                self._folder / LOG_NAME, maxBytes=LOG_BYTES, backupCount=1, encoding="utf-8"
            )
            self._faults = _open_private(self._folder / FAULTS_NAME)
        except OSError as error:
            print(f"muraji: no log in {self._folder}: {error.strerror}", file=sys.stderr)
            return
        form = "%(asctime)s %(levelname)s %(threadName)s %(message)s"
        self._handler.setFormatter(logging.Formatter(form))
        self._log.addHandler(self._handler)
        self._log.setLevel(logging.INFO)
        self._log.propagate = False
        faulthandler.enable(self._faults)

    def _excepthook(
        self, kind: type[BaseException], error: BaseException, where: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            self._before.except_hook(kind, error, where)
            return
        self._take(error, where)

    def _thread_excepthook(self, hooked: threading.ExceptHookArgs) -> None:
        if hooked.exc_value is not None:
            self._take(hooked.exc_value, hooked.exc_traceback)

    def _take(self, error: BaseException, where: TracebackType | None) -> None:
        """Log an error and have the person told, in whatever thread it happened."""
        self._log.error("%s", describe(error, where, include_text=False))
        self._happened.emit((error, where))

    def _tell(self, happened: tuple[BaseException, TracebackType | None]) -> None:
        error, where = happened
        saved = self._session.autosave.drain(SAVE_SECONDS)
        self._log.info("work saved: %s", saved)
        mark = signature(error, where)
        if mark not in self._seen:  # An error in a paint event comes with every frame.
            self._seen.add(mark)
            self._show(Report(error, where, saved, self._session, self._folder / LOG_NAME))

    def _take_message(self, kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
        category = context.category or "default"
        self._log.log(_LEVELS.get(kind, logging.WARNING), "Qt %s: %s", category, message)
