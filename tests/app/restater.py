"""A program for test_killed_in_step.py: puts all segments into a state and back until it is killed.

Says a line on standard output whenever a step is shown as saved.
"""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QTimer

from app.composition import program_services
from app.editing import many
from app.session import Session
from app.state import SaveKind
from translation.model.segment import SegmentState


class Restater:
    """Reviews all segments in one step of many pieces, undoes and redoes it, and so on."""

    def __init__(self, session: Session) -> None:
        self.session = session
        session.editor.document_replaced.connect(lambda: QTimer.singleShot(0, self.begin))
        session.autosave.changed.connect(self.say)

    def begin(self) -> None:
        self.turn(0)

    @property
    def is_saved(self) -> bool:
        return self.session.autosave.state.kind is SaveKind.SAVED

    def say(self, state: object) -> None:
        if self.is_saved and self.session.editor.undo_stack.count():
            print("saved", flush=True)

    def turn(self, number: int) -> None:
        if number % 4 == 3 and not self.is_saved:
            QTimer.singleShot(10, lambda: self.turn(number))
            return
        editor = self.session.editor
        stack = editor.undo_stack
        if stack.canRedo():
            editor.redo()
        elif stack.canUndo() and number % 3:
            editor.undo()
        else:
            ids = [segment.id for segment in self.session.document.segments]
            state = SegmentState.FINAL if number % 2 else SegmentState.REVIEWED
            editor.many.set_state(ids, state)
        QTimer.singleShot(7 * (number % 5), lambda: self.turn(number + 1))


if __name__ == "__main__":
    many.PIECE = 50
    application = QCoreApplication([])
    restater = Restater(Session(program_services()))
    restater.session.files.open(Path(sys.argv[1]))
    application.exec()
