"""What is dragged over the window and dropped there: files, links, text."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QDragEnterEvent, QDropEvent

from ui import texts
from ui.commands import files
from ui.marked import QT_TRANSLATE_N_NOOP
from ui.plain import text_in
from ui.widgets.drop_sign import DropSign

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData


_ADD = QT_TRANSLATE_N_NOOP(
    "Dropping",
    "Drop to add {count} file to the project",
    "Drop to add {count} files to the project",
)
_OPEN = QT_TRANSLATE_N_NOOP(
    "Dropping", "Drop to open {count} file", "Drop to open {count} files as one project"
)


class Dropping(QObject):
    """Takes what is dropped on the window."""

    def __init__(self, desk: files.FileDesk) -> None:
        super().__init__(desk.window)
        self._desk = desk
        self._sign = DropSign(desk.window)
        desk.window.setAcceptDrops(True)
        desk.window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take files and text that are dragged in and dropped."""
        if event.type() == QEvent.Type.DragLeave:
            self._sign.hide()
        if isinstance(event, QDropEvent) and event.type() == QEvent.Type.Drop:
            self._sign.hide()
            self._take(event.mimeData())
            event.acceptProposedAction()
            return True
        if isinstance(event, QDragEnterEvent) and event.type() == QEvent.Type.DragEnter:
            words = self._words(event.mimeData())
            if words:
                self._sign.say(words)
                event.acceptProposedAction()
            return True
        return super().eventFilter(watched, event)

    def _words(self, data: QMimeData) -> str:
        """Return what dropping this does, "" where it does nothing."""
        paths, address = _dropped_files(data), _dropped_address(data)
        if len(paths) == 1:
            return self.tr("Drop to open {file}").format(file=texts.file_name(paths[0].name))
        if paths:
            words = _ADD if self._takes_more else _OPEN
            return texts.translated("Dropping", words, count=len(paths))
        if address:
            return self.tr("Drop to open the web page; you are asked first")
        return self.tr("Drop to make a document of the text") if text_in(data) else ""

    def _take(self, data: QMimeData) -> None:
        """Open a dropped file; ask about a dropped link; make a document of dropped text.

        Several files come into the project that is open; where none is, they become one.
        """
        paths, address = _dropped_files(data), _dropped_address(data)
        if len(paths) > 1 and self._takes_more:
            self._desk.session.originals.add(paths)
        elif paths:
            self._desk.session.originals.open(paths)
        elif address:
            files.open_url(self._desk, address)
        elif text_in(data).strip():
            self._desk.session.files.new_from_text(text_in(data), self.tr("Dropped text"))

    @property
    def _takes_more(self) -> bool:
        session = self._desk.session
        return len(session.document) > 0 and not session.editor.read_only


def _dropped_address(data: QMimeData) -> str:
    for url in data.urls():
        if url.scheme() in ("http", "https"):
            return url.toString()
    return ""


def _dropped_files(data: QMimeData) -> list[Path]:
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
