"""What test_foreign_text and test_foreign_text_in_boxes work with."""

from __future__ import annotations

from pathlib import Path

from app.composition import program_services
from app.session import Session

TOKEN = "mark7"


MARKED = f"<img src='pipe'><b>&amp;{TOKEN} [*] R&D &lt;i&gt;"
"""A name that files on a disk can have."""


def _project_of(xliff, qtbot) -> Path:
    session = Session(program_services())
    with qtbot.waitSignal(session.editor.document_replaced):
        session.files.open(xliff)
    session.files.restoring.make(MARKED)
    qtbot.waitUntil(lambda: bool(session.files.restoring.points))
    path = session.files.path
    assert session.close()
    session.deleteLater()
    return path
