"""The keys of other programs for those who come from them: where they differ from our own.

The table of actions has those of Trados Studio and memoQ; where the two differ an action has
both. Of Trados Studio Ctrl+Enter (docs.rws.com, "Confirming translations"), of memoQ Ctrl+G and
Ctrl+Shift+G (go to next) were found written by others; the rest are the defaults as translators
know them. Where one key means two things there (Ctrl+G, Ctrl+T, Ctrl+M), what is done here can be
seen and takes nothing away.

OmegaT's are those of MainMenuShortcuts.properties and EditorShortcuts.properties in its source
(version 6), Enter and Ctrl+Enter in the text too. Poedit's are those of menus.xrc, Qt Linguist's
those of mainwindow.ui, in their sources. Ctrl+K clears in Poedit and goes back in Linguist, so it
goes back.

No key that one of them has for something harmless may do here what a person would not want
without having asked for it: quit, close, leave out, replace. So Ctrl+Q (memoQ: add a term) quits
only where the program one comes from quits by it, and what splits or merges gives way to going.

No key is Ctrl+Alt with a letter, a digit or a sign, though some of those programs have such: on
Windows AltGr is Ctrl+Alt, and AltGr+L is ł on a Polish keyboard, AltGr+E € and AltGr+9 ] on a
German one. Alt alone does it here; no letter of a menu is among them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

PROFILES: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "trados": {},
    "omegat": {
        "next": ("Ctrl+N",),
        "previous": ("Ctrl+P", "Ctrl+Return", "Ctrl+Enter"),
        "next_unfinished": ("Ctrl+U",),
        "go_to": ("Ctrl+J",),
        "insert_draft": ("Ctrl+M", "Ctrl+R"),
        "copy_source": ("Ctrl+Shift+R", "Ctrl+Shift+I"),
        "insert_code": ("Ctrl+T",),
        "drafts": ("Ctrl+Shift+D",),
        "export": ("Ctrl+D",),
        "replace": ("Ctrl+K", "Ctrl+H"),
        "new": ("Ctrl+Shift+N",),
        "close_document": ("Ctrl+Shift+W",),
        "quit": ("Ctrl+Q",),
        "next_issue": ("F8", "Ctrl+Shift+V"),
        "add_note": ("Alt+N",),
        "lock": ("Alt+L",),
        "concordance": ("Alt+K",),
        # What it has no key for, and whose own key is taken or means something else there.
        "confirm": (),
        "paste_plain": ("Alt+Shift+V",),
        "new_from_clipboard": ("Ctrl+Shift+B",),
        "merge": ("Alt+Shift+S",),
        "mark_reviewed": ("Ctrl+Shift+E",),
        "unconfirm": ("Alt+U",),
        "translate": ("Ctrl+F5",),
        "preferences": ("Ctrl+,",),
    },
    "poedit": {
        "next": ("Ctrl+Down", "Ctrl+Shift+J"),
        "previous": ("Ctrl+Up", "Ctrl+Shift+K"),
        "next_unfinished": ("Ctrl+Shift+Down", "Ctrl+J"),
        "previous_unfinished": ("Ctrl+Shift+Up", "Ctrl+K"),
        "find_next": ("F3", "Ctrl+G"),
        "go_to": ("Ctrl+Shift+G",),
        "copy_source": ("Ctrl+B",),
        "unconfirm": ("Ctrl+U", "Ctrl+Shift+U"),
        "quit": ("Ctrl+Q",),
        "insert_code": ("Ctrl+.",),
        # What they have no key for, and whose own key is taken or means something else there.
        "split": ("Alt+Shift+T",),
        "merge": ("Alt+Shift+S",),
        "translate": ("Ctrl+F5",),
        "filter_by_chosen": ("Alt+K",),
        "concordance": ("Alt+Shift+K",),
        "preferences": ("Ctrl+,",),
    },
}
"""The keys of actions by profile, where they are others than in the table of actions."""

IN_TEXT: Mapping[str, Mapping[str, tuple[str, ...]]] = {"omegat": {"confirm": ("Return", "Enter")}}
"""Keys of actions, by profile, that hold only while one types in a translation.

In every other field of the window they mean what they always mean.
"""
