"""Several files in one project: the actions of the menu Files of the project."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from ui.action_spec import ActionSpec
from ui.commands import files, project
from ui.marked import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from ui.commands.desk import Desk

PROJECT: tuple[ActionSpec[Desk], ...] = (
    ActionSpec(
        "add_files", QT_TRANSLATE_NOOP("actions", "&Add files…"), "project", project.add_files,
        ("Alt+I",), "editable",
        tip=QT_TRANSLATE_NOOP("actions", "Put more articles or bilingual files into this project"),
    ),
    ActionSpec(
        "project_files", QT_TRANSLATE_NOOP("actions", "&List of files…"), "project",
        project.show_files, (), "document",
        tip=QT_TRANSLATE_NOOP("actions", "Order, remove and go to the files of this project"),
    ),
    ActionSpec(
        "export_file", QT_TRANSLATE_NOOP("actions", "&Export this file…"), "project",
        files.export_file, (), "document",
        tip=QT_TRANSLATE_NOOP("actions", "Write the translation of the present file alone"),
    ),
    ActionSpec(
        "export_together", QT_TRANSLATE_NOOP("actions", "Export all in &one file…"), "project",
        files.export_together, (), "document",
        tip=QT_TRANSLATE_NOOP("actions", "Write the whole project into one file"),
    ),
    ActionSpec(
        "next_file", QT_TRANSLATE_NOOP("actions", "&Next file"), "project",
        partial(project.go_by_file, step=+1), ("Ctrl+Shift+PgDown",), "document", section=1,
    ),
    ActionSpec(
        "previous_file", QT_TRANSLATE_NOOP("actions", "&Previous file"), "project",
        partial(project.go_by_file, step=-1), ("Ctrl+Shift+PgUp",), "document", section=1,
    ),
    ActionSpec(
        "file_up", QT_TRANSLATE_NOOP("actions", "Move this file &up"), "project",
        partial(project.move_file, by=-1), (), "editable", section=2,
    ),
    ActionSpec(
        "file_down", QT_TRANSLATE_NOOP("actions", "Move this file &down"), "project",
        partial(project.move_file, by=+1), (), "editable", section=2,
    ),
    ActionSpec(
        "remove_file", QT_TRANSLATE_NOOP("actions", "&Remove this file…"), "project",
        project.remove_file, (), "editable", section=2,
        tip=QT_TRANSLATE_NOOP("actions", "Take the file of this segment out of the project"),
    ),
)  # fmt: skip
