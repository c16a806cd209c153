"""The terms of the project's own: added, put otherwise and taken out, each one undo step.

They are said of the document as a whole, so that they are kept, undone and salvaged as notes are.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from app.editing import batches
from translation.model.notes import WHOLE_DOCUMENT
from translation.model.record import ProjectTerm, Record
from translation.terms.own import project_terms

if TYPE_CHECKING:
    from app.editing.editor import Editor


def add_term(editor: Editor, term: ProjectTerm) -> str:
    """Add a term and return the id of its record; "" where it is there, or has no words."""
    known = {one for _, one in project_terms(editor.document)}
    if term in known or not term.target.strip():
        return ""
    id_ = editor.document.new_id("r")
    record = Record.of(id_, WHOLE_DOCUMENT, term, editor.author, time.time())
    editor.do(batches.said(None, record))
    return id_


def change_term(editor: Editor, record_id: str, term: ProjectTerm) -> None:
    """Put a term otherwise; without words it stays as it was."""
    if term.target.strip():
        editor.say_otherwise(record_id, term)
