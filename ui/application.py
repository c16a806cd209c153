"""Starting the window: application, fonts, look, session, and what happens on a crash."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QLibraryInfo, QLocale, QTimer, QTranslator
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from app.background.garbage import GarbageOnGuiThread
from app.background.right_of_way import take_short_turns
from app.settings.store import Settings
from ui.appearance import Appearance
from ui.main_window import MainWindow
from ui.theme import RESOURCES, load_fonts

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from app.crash.crash import CrashWatch
    from app.crash.report import Report
    from app.session import Session

_PAINTED = 200
"""Milliseconds after opening in which the document was painted."""
_LONGEST_OPENING = 10_000
"""Milliseconds after which nothing waits for a document any more: a question may be asked of it."""


def run(file: Path | None, make_session: Callable[[Settings], Session]) -> int:
    """Show the window, open ``file`` in it, and return the exit status when it is closed.

    ``make_session`` is called with all settings, once Qt's application is there.
    """
    app = make_application(sys.argv[:1])
    garbage = GarbageOnGuiThread(app)
    settings = Settings()
    session = make_session(settings)
    session.editor.document_replaced.connect(garbage.keep_document)
    appearance = Appearance(app, settings)
    appearance.apply()
    window = MainWindow(session, appearance)
    watch = _catch_crashes(session, window)
    window.show()
    # What takes time begins when the window can be seen, the engine when the document can be.
    if file is not None:
        _after_opening(session, session.engine.start)
        QTimer.singleShot(0, lambda: session.files.open(file))
    else:
        QTimer.singleShot(0, session.engine.start)
    status = app.exec()
    watch.end()
    settings.wait()
    garbage.stop()
    return status


def _after_opening(session: Session, begin: Callable[[], None]) -> None:
    """Begin something when a document was opened and painted, or is long in coming."""
    waiting = QTimer(session)
    waiting.setSingleShot(True)
    waiting.timeout.connect(begin)
    waiting.start(_LONGEST_OPENING)

    def come(_what: object = None) -> None:
        session.files.opened.disconnect(come)
        session.files.failed.disconnect(come)
        if waiting.isActive():
            waiting.start(_PAINTED)

    session.files.opened.connect(come)
    session.files.failed.connect(come)


def make_application(arguments: list[str]) -> QApplication:
    """Make Qt's application with its name, icon, fonts and translations."""
    take_short_turns()
    app = QApplication(arguments)
    app.setApplicationName("muraji")
    app.setApplicationDisplayName("Muraji")
    app.setDesktopFileName("muraji")
    app.setWindowIcon(QIcon(str(RESOURCES / "icons" / "muraji.svg")))
    load_fonts()
    for translator in _translators(app):
        app.installTranslator(translator)
    return app


def _translators(app: QApplication) -> list[QTranslator]:
    locale = QLocale()
    found = []
    qt_folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    for name, folder in (("qtbase", qt_folder), ("muraji", str(RESOURCES / "i18n"))):
        translator = QTranslator(app)
        if translator.load(locale, name, "_", folder):
            found.append(translator)
    return found


def _catch_crashes(session: Session, window: MainWindow) -> CrashWatch:
    from app.crash import crash

    def show(report: Report) -> None:
        from ui.dialogs.crash import CrashDialog

        CrashDialog(report, window).open()

    return crash.install(session, show)
