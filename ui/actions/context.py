"""What stands in the menu of a segment, which the mouse or the menu key opens on its row."""

from __future__ import annotations

LOOKING_UP = ("find", "filter_by_chosen")
"""The actions that are offered for chosen text."""

OF_TEXT = ("cut", "copy", "paste", "select_all")
"""What every menu of a text has."""

OF_SEGMENT = (
    ("confirm", "mark_reviewed", "reject"),
    ("insert_draft", "alternatives", "copy_source"),
    ("split", "merge"),
    ("add_note", "bookmark"),
)
"""What is wanted often, group by group; the rest is one menu further."""
