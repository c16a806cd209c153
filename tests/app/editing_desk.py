"""What test_editable and test_random_edits work with."""

from __future__ import annotations

from app.editing.editor import Editor


class Desk(Editor):
    """An editable document of its own, with nothing behind it."""

    def __init__(self, document):
        super().__init__()
        self.open(document)
