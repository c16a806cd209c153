"""The keys of other programs for those who come from them: where they differ from our own.

OmegaT's are those of MainMenuShortcuts.properties in its source (version 6; `Enter`, which goes
on in its editor, is left to Ctrl+Enter: alone it would confirm from any field of the window).
memoQ's and Trados Studio's are the defaults as translators know them; of these only Ctrl+Enter
(confirm, both; docs.rws.com, "Confirming translations") and memoQ's Ctrl+G (go to next) were found
written by others. The rest waits for somebody with the programs at hand.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

PROFILES: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "muraji": {},
    "omegat": {
        "next": ("Ctrl+N",),
        "previous": ("Ctrl+P",),
        "next_unfinished": ("Ctrl+U",),
        "go_to": ("Ctrl+J",),
        "insert_draft": ("Ctrl+M", "Ctrl+R"),
        "copy_source": ("Ctrl+Shift+R",),
        "insert_code": ("Ctrl+T",),
        "export": ("Ctrl+D",),
        "new": ("Ctrl+Shift+N",),
        "close_document": ("Ctrl+Shift+W",),
        # What it has no key for, and whose own key is taken.
        "new_from_clipboard": ("Ctrl+Shift+B",),
        "merge": ("Ctrl+Shift+M",),
        "mark_reviewed": ("Ctrl+Shift+E",),
        "preferences": ("Ctrl+,",),
    },
    "memoq": {
        "next_unfinished": ("Ctrl+G",),
        "insert_draft": ("Ctrl+Space",),
        "copy_source": ("Ctrl+Shift+S",),
        "insert_code": ("F9",),
        "split": ("Ctrl+T",),
        "merge": ("Ctrl+J",),
        # What it has no key for, and whose own key is taken.
        "go_to": ("Ctrl+Shift+G",),
        "side_panels": ("Shift+F9",),
        "preferences": ("Ctrl+,",),
    },
    "trados": {
        "clear": ("Alt+Del",),
        "insert_draft": ("Ctrl+T",),
        "copy_source": ("Ctrl+Ins",),
        "mark_final": ("Ctrl+L",),
        "split": ("Alt+Shift+T",),
        "merge": ("Ctrl+Alt+S",),
        "go_to": ("Ctrl+G",),
    },
}
"""The keys of actions by profile, where they are others than in the table of actions."""
