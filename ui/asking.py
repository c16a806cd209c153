"""What goes to the system: boxes that ask and wait, file dialogs, and a folder to be shown.

All that stands in them is plain text, in those boxes too that Qt's own file dialog puts up by
itself: its "%1 already exists" takes a file called "<img src='pipe'>" for a picture to open.
"""

from __future__ import annotations

from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QChildEvent, QEvent, QObject, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QMessageBox

from ui.plain import shortened, unmarked

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QWidget


def ask(parent: QWidget, question: str, reason: str, keep: str, lose: str) -> bool:
    """Ask whether something may be lost, and return whether the person chose ``lose``.

    ``keep`` is what Enter and Esc choose.
    """
    box = QMessageBox(parent)
    # A system's own box may know markup of its own.
    box.setOption(QMessageBox.Option.DontUseNativeDialog)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setIcon(QMessageBox.Icon.Warning)
    box.setText(shortened(question))
    box.setInformativeText(shortened(reason))
    kept = box.addButton(unmarked(keep), QMessageBox.ButtonRole.RejectRole)
    lost = box.addButton(unmarked(lose), QMessageBox.ButtonRole.DestructiveRole)
    box.setDefaultButton(kept)
    box.exec()
    return box.clickedButton() is lost


def file_to_open(parent: QWidget, title: str, place: Path, filters: str) -> Path | None:
    """Ask for a file that is there; None where the person chose none."""
    with _plain_boxes(parent):
        chosen, _ = QFileDialog.getOpenFileName(parent, title, str(place), filters)
    return Path(chosen) if chosen else None


def files_to_open(parent: QWidget, title: str, place: Path, filters: str) -> list[Path]:
    """Ask for files that are there, several at once; none where the person chose none."""
    with _plain_boxes(parent):
        chosen, _ = QFileDialog.getOpenFileNames(parent, title, str(place), filters)
    return [Path(one) for one in chosen]


def file_to_write(parent: QWidget, title: str, place: Path, filters: str = "") -> Path | None:
    """Ask where to write a file, and whether one that is there may be replaced."""
    with _plain_boxes(parent):
        chosen, _ = QFileDialog.getSaveFileName(parent, title, str(place), filters)
    return Path(chosen) if chosen else None


def folder_to_use(parent: QWidget, title: str) -> Path | None:
    """Ask for a folder."""
    with _plain_boxes(parent):
        chosen = QFileDialog.getExistingDirectory(parent, title)
    return Path(chosen) if chosen else None


def show_folder(folder: Path) -> None:
    """Show a folder of this machine in the system's own window of files; nothing else is opened."""
    if folder.is_dir():
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))


@contextmanager
def _plain_boxes(parent: QWidget) -> Iterator[None]:
    boxes = _PlainBoxes()
    parent.installEventFilter(boxes)
    try:
        yield
    finally:
        parent.removeEventFilter(boxes)


class _PlainBoxes(QObject):
    """Gives every box of a file dialog plain text before it is shown."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ChildPolished and isinstance(event, QChildEvent):
            child = event.child()
            if isinstance(child, QFileDialog):
                child.installEventFilter(self)
            elif isinstance(child, QMessageBox):
                child.setTextFormat(Qt.TextFormat.PlainText)
        return super().eventFilter(watched, event)
