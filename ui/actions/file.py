"""Opening, keeping, writing and closing: the actions of the File menu."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.action_spec import ActionSpec
from ui.commands import files
from ui.marked import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from ui.commands.desk import Desk

FILE: tuple[ActionSpec[Desk], ...] = (
    ActionSpec(
        "open", QT_TRANSLATE_NOOP("actions", "&Open…"), "file", files.open_file,
        ("Ctrl+O",), toolbar="plain",
        tip=QT_TRANSLATE_NOOP("actions", "Open an article, a bilingual file or a project"),
    ),
    ActionSpec(
        "projects", QT_TRANSLATE_NOOP("actions", "Pro&jects…"), "file", files.projects,
        ("Alt+O",),
        tip=QT_TRANSLATE_NOOP("actions", "Find a project among all that are known"),
    ),
    ActionSpec(
        "open_url", QT_TRANSLATE_NOOP("actions", "Open a &web page…"), "file", files.open_url,
        ("Ctrl+Shift+O",),
        tip=QT_TRANSLATE_NOOP("actions", "Fetch one page, once its address was looked at"),
    ),
    ActionSpec(
        "new", QT_TRANSLATE_NOOP("actions", "&New from text…"), "file", files.new, ("Ctrl+N",)
    ),
    ActionSpec(
        "new_from_clipboard", QT_TRANSLATE_NOOP("actions", "New from &clipboard"), "file",
        files.new_from_clipboard, ("Ctrl+Shift+N",),
    ),
    ActionSpec(
        "forget_recent", QT_TRANSLATE_NOOP("actions", "&Clear this list"), "recent",
        files.forget_recent,
        tip=QT_TRANSLATE_NOOP("actions", "Forget the projects that were open"),
    ),
    ActionSpec(
        "restore_point", QT_TRANSLATE_NOOP("actions", "Make &restore point…"), "file",
        files.restore_point, ("Ctrl+S",), "editable", section=1,
        tip=QT_TRANSLATE_NOOP("actions", "Every edit is saved at once; this marks a place in time"),
    ),
    ActionSpec(
        "restore_points", QT_TRANSLATE_NOOP("actions", "Restore &points…"), "file",
        files.restore_points, (), "document", section=1,
    ),
    ActionSpec(
        "backups", QT_TRANSLATE_NOOP("actions", "&Backups…"), "file", files.backups, (),
        section=1,
        tip=QT_TRANSLATE_NOOP("actions", "Open an earlier state of this project or of another"),
    ),
    ActionSpec(
        "export", QT_TRANSLATE_NOOP("actions", "&Export…"), "file", files.export,
        ("Ctrl+E", "Shift+F12"), "document", section=2, toolbar="plain",
        tip=QT_TRANSLATE_NOOP("actions", "Write the translation to a file of your choice"),
    ),
    ActionSpec(
        "import_return", QT_TRANSLATE_NOOP("actions", "&Import a returned table…"), "file",
        files.import_return, (), "editable", section=2,
        tip=QT_TRANSLATE_NOOP(
            "actions", "See what a colleague changed in a table, and take over what you choose"
        ),
    ),
    ActionSpec(
        "close_document", QT_TRANSLATE_NOOP("actions", "C&lose"), "file", files.close_document,
        ("Ctrl+W", "Ctrl+F4"), "document", section=3,
    ),
    ActionSpec(
        "quit", QT_TRANSLATE_NOOP("actions", "&Quit"), "file", files.quit,
        ("Alt+F4",), section=3,
    ),
)  # fmt: skip
