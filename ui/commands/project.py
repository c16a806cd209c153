"""The files of a project: more of them, fewer, in another order, and going from one to another."""

from __future__ import annotations

from bisect import bisect_left
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QCoreApplication

from translation.model.originals import rows_of
from ui import asking, texts
from ui.commands.desk import HasAppearance, HasMessages
from ui.commands.going import GoingDesk, go
from ui.dialogs import file_types
from ui.marked import QT_TRANSLATE_N_NOOP, QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from translation.model.originals import Original
    from translation.model.segment import SourceFile

CONTEXT = "ProjectCommands"
_REMOVED = QT_TRANSLATE_N_NOOP(
    "ProjectCommands",
    "Its {count} segment goes out of the project with all work on it. Undo brings it back.",
    "Its {count} segments go out of the project with all work on them. Undo brings them back.",
)
_ONLY_ONE = QT_TRANSLATE_NOOP("ProjectCommands", "The project has only one file.")
_FIRST = QT_TRANSLATE_NOOP("ProjectCommands", "This is the first file.")
_LAST = QT_TRANSLATE_NOOP("ProjectCommands", "This is the last file.")


class ProjectDesk(GoingDesk, HasMessages, HasAppearance, Protocol):
    """What these commands work with."""


def add_files(desk: ProjectDesk) -> None:
    """Ask for files and put them into the project."""
    title = QCoreApplication.translate(CONTEXT, "Add files to the project")
    place = desk.session.files.path
    folder = place.parent if place else Path.home()
    chosen = asking.files_to_open(desk.window, title, folder, file_types.article_filters())
    desk.session.originals.add(chosen)


def show_files(desk: ProjectDesk) -> None:
    """List the files of the project, to be ordered, removed and gone to."""
    from ui.dialogs.project_files import ProjectFilesDialog

    dialog = ProjectFilesDialog(desk.session, desk.appearance.theme, desk.window)
    dialog.chosen.connect(partial(go_to_file, desk))
    dialog.add_wanted.connect(partial(add_files, desk))
    dialog.removal_wanted.connect(partial(ask_to_remove, desk))
    dialog.open()


def remove_file(desk: ProjectDesk) -> None:
    """Take the present file out of the project, once a person said so."""
    present = desk.session.originals.present
    if present is not None:
        ask_to_remove(desk, present)


def ask_to_remove(desk: ProjectDesk, original: Original) -> None:
    """Take a file out of the project, once a person said so."""
    session = desk.session
    count = sum(session.document.length_of(id_) for id_ in original.ids)
    question = QCoreApplication.translate(CONTEXT, "Remove {file} from the project?")
    if len(session.originals.all) < 2 or asking.ask(
        desk.window,
        question.format(file=texts.file_name(original.name)),
        texts.translated(CONTEXT, _REMOVED, count=count),
        keep=QCoreApplication.translate(CONTEXT, "Keep it"),
        lose=QCoreApplication.translate(CONTEXT, "Remove it"),
    ):
        session.originals.remove(original)


def move_file(desk: ProjectDesk, by: int) -> None:
    """Move the present file up (-1) or down (+1) among the others."""
    originals = desk.session.originals
    present, count = originals.present, len(originals.all)
    if present is None:
        return
    place = [one.id for one in originals.all].index(present.id)
    if 0 <= place + by < count:
        originals.move(present, by)
    else:
        _say(desk, _ONLY_ONE if count == 1 else _FIRST if by < 0 else _LAST)


def go_by_file(desk: ProjectDesk, step: int) -> None:
    """Go to the beginning of the next (+1) or previous (-1) file that has a row shown."""
    document, active = desk.session.document, desk.session.editor.active_id
    files = list(document.files)
    if len(files) < 2 or active not in document:
        _say(desk, _ONLY_ONE)
        return
    ids = [file.id for file in files]
    place = ids.index(document.file_of(document.segment(active)).id) + step
    while 0 <= place < len(files):
        if go_to_file(desk, files[place]):
            return
        place += step
    _say(desk, _LAST if step > 0 else _FIRST)


def go_to_file(desk: GoingDesk, file: SourceFile) -> bool:
    """Go to the first segment of a file that is shown; return whether there is one."""
    document = desk.session.document
    rows, shown = rows_of(document, file.id), desk.review.shown_rows()
    at = bisect_left(shown, rows.start)
    if at == len(shown) or shown[at] not in rows:
        return False
    go(desk, document.segments[shown[at]].id)
    return True


def _say(desk: HasMessages, words: str) -> None:
    desk.messages.show_message(QCoreApplication.translate(CONTEXT, words), passing=True)
