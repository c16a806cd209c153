"""The marks in time that a person made, and the way back to them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QListWidget

from ui import texts
from ui.dialogs.sheet import Sheet
from ui.keys import named
from ui.plain import set_title

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from app.session import Session


class RestorePointsDialog(Sheet):
    """Lists the restore points, the latest first."""

    chosen = Signal(object)
    """The RestorePoint to go back to."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__("", parent, width=460)
        set_title(self, self.tr("Restore points"))
        self._points = tuple(reversed(session.files.restore_points))
        self.add_text(
            self.tr(
                "Every edit is saved at once. A restore point marks the work as it stood; going"
                " back to one is a step that can be undone."
            )
        )
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Restore points"))
        for point in self._points:
            self.list.addItem("   ".join((texts.clock_time(point.time), texts.theirs(point.label))))
        self.list.setCurrentRow(0)
        self.list.setVisible(bool(self._points))
        self.body.addWidget(self.list, 1)
        if not self._points:
            self.add_text(
                self.tr("None yet: {key:restore_point} makes one.").format(key=named()), quiet=True
            )
            self.add_close()
            return
        go_back = self.add_accept(self.tr("Go back to it"))
        go_back.setEnabled(not session.editor.read_only)

    def accept(self) -> None:
        """Tell which point was chosen."""
        row = self.list.currentRow()
        if row >= 0:
            self.chosen.emit(self._points[row])
        super().accept()
