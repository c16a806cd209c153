"""The marks in time: those that a person made and named, and those that the program made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit

from ui.dialogs.sheet import Sheet
from ui.panels.restore_points import RestorePoints
from ui.plain import set_title

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from app.session import Session
    from ui.theme import Theme


class RestorePointsDialog(Sheet):
    """Lists the restore points with what changed since, the latest first."""

    chosen = Signal(object)
    """The RestorePoint to go back to."""
    segment_wanted = Signal(str)
    """The id of a segment that somebody wants to see."""

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__("", parent, width=560)
        set_title(self, self.tr("Restore points"))
        self.resize(620, 620)
        self.add_text(
            self.tr(
                "Every edit is saved at once. A restore point marks the work as it stood; going"
                " back to one is a step that can be undone."
            )
        )
        self.points = RestorePoints(session, theme, in_dialog=True)
        self.list = self.points.list
        self.body.addWidget(self.points, 1)
        self.points.segment_wanted.connect(self._show_segment)
        self.points.left.connect(self.reject)
        if self.points.marked is None:
            self.add_close()
            return
        go_back = self.add_accept(self.tr("Go back to it"))
        go_back.setEnabled(not session.editor.read_only)

    def accept(self) -> None:
        """Tell which point was chosen."""
        if self.points.marked is not None:
            self.chosen.emit(self.points.marked)
        super().accept()

    def _show_segment(self, segment_id: str) -> None:
        self.segment_wanted.emit(segment_id)
        self.reject()


class NamePointDialog(Sheet):
    """Asks what a restore point is to be called; a name is proposed."""

    chosen = Signal(str)
    """The name."""

    def __init__(self, proposed: str, parent: QWidget | None = None) -> None:
        super().__init__("", parent, width=420)
        set_title(self, self.tr("Make a restore point"))
        self.add_text(
            self.tr("Marks the work as it stands. Every edit is saved at once, without it too.")
        )
        self.name = QLineEdit(proposed)
        self.name.setMaxLength(200)
        self.name.setAccessibleName(self.tr("Name of the restore point"))
        self.name.selectAll()
        self.body.addWidget(self.name)
        self.add_accept(self.tr("Make it"))
        self.name.setFocus()

    def accept(self) -> None:
        """Tell the name."""
        self.chosen.emit(self.name.text().strip())
        super().accept()
