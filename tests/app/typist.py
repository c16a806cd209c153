"""A program for test_killed.py: types and sets bookmarks in an article until it is killed.

Says on standard output, one number a line, how many words are shown as saved.
"""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QTimer

from app.composition import program_services
from app.session import Session
from app.state import SaveKind
from translation.model.record import Bookmark


class Typist:
    """Types the words 1, 2, 3 ... into the first segment and confirms the others in turn."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.words = 0
        session.editor.document_replaced.connect(self.begin)
        session.autosave.changed.connect(self.say)

    def begin(self) -> None:
        first = self.session.document.segments[0]
        target = first.target or ""
        # The kill may have come in the middle of a word: that one is taken back.
        whole = target[: target.rfind(" ") + 1]
        if whole != target:
            self.session.editor.type_text(first.id, whole, len(target), len(whole))
        self.words = len(whole.split())
        QTimer.singleShot(0, self.type)

    def type(self) -> None:
        first, *others = [s.id for s in self.session.document.segments]
        text = self.session.document.segment(first).target or ""
        for key in f"{self.words + 1} ":
            self.session.editor.type_text(first, text + key, len(text), len(text) + 1)
            text += key
        self.words += 1
        if self.words % 5 == 0:
            other = others[self.words // 5 % len(others)]
            self.session.editor.copy_source(other)
            self.session.editor.confirm(other)
            self.session.editor.set_state([other], "initial")
        if self.words % 3 == 0:
            self.session.editor.say(first, Bookmark(str(self.words)))
        if self.words % 11 == 0:
            self.session.editor.undo()
            self.session.editor.redo()
        QTimer.singleShot(self.words % 4, self.type)

    def say(self, state: object) -> None:
        if self.session.autosave.state.kind is SaveKind.SAVED:
            print(self.words, flush=True)


if __name__ == "__main__":
    application = QCoreApplication([])
    typist = Typist(Session(program_services()))
    typist.session.files.open(Path(sys.argv[1]))
    application.exec()
