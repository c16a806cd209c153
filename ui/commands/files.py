"""Opening, making, exporting and closing documents, and facts about their files."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication

from app.settings.table import EXPORT_FORMAT
from translation.system.preferences import BROKEN_RULES, REFUSED, TOLD
from ui import asking, texts
from ui.commands.desk import (
    HasAppearance,
    HasMessages,
    HasRecent,
    HasReview,
    HasSession,
    HasWindow,
)
from ui.dialogs import file_types
from ui.marked import QT_TRANSLATE_N_NOOP
from ui.plain import text_in
from ui.widgets.message_bar import EXPORTS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.files.exporting_files import FileExport
    from translation.model.originals import Original

_CONFIRMED = QT_TRANSLATE_N_NOOP(
    "FileCommands", "{done} of {total} confirmed", "{done} of {total} confirmed", "total"
)


class FileDesk(HasSession, HasReview, HasMessages, HasAppearance, HasRecent, HasWindow, Protocol):
    """What these commands work with."""


def open_file(desk: FileDesk) -> None:
    """Ask for a file and open it; several become one project."""
    title = QCoreApplication.translate("FileCommands", "Open")
    chosen = asking.files_to_open(desk.window, title, _folder(desk), file_types.open_filters())
    desk.session.originals.open(chosen)


def _folder(desk: FileDesk) -> Path:
    """Return where files are looked for first: where the open one lies, else the last one."""
    if desk.session.files.path:
        return desk.session.files.path.parent
    last = next(iter(desk.recent.projects), None)
    folder = Path(last.path).parent if last else Path.home()
    return folder if folder.is_dir() else Path.home()


def open_url(desk: FileDesk, address: str = "") -> None:
    """Ask for the address of a web page, and open it once the person says so."""
    from ui.dialogs.open_url import OpenUrlDialog

    dialog = OpenUrlDialog(desk.window)
    dialog.address.setText(address)
    dialog.chosen.connect(desk.session.files.open_page)
    dialog.open()


def new(desk: FileDesk, text: str = "") -> None:
    """Ask for a text and make a document of it."""
    from ui.dialogs.new_text import NewTextDialog

    dialog = NewTextDialog(desk.appearance.theme, desk.window)
    dialog.field.setPlainText(text)
    dialog.chosen.connect(partial(_make, desk))
    dialog.open()


def _make(desk: FileDesk, text: str) -> None:
    name = QCoreApplication.translate("FileCommands", "Pasted text")
    desk.session.files.new_from_text(text, name)


def new_from_clipboard(desk: FileDesk) -> None:
    """Make a document of the text on the clipboard; where one is open, show the text first."""
    text = text_in(QApplication.clipboard().mimeData())
    if text.strip() and len(desk.session.document):
        new(desk, text)
    elif text.strip():
        _make(desk, text)
    else:
        empty = QCoreApplication.translate("FileCommands", "The clipboard holds no text.")
        desk.messages.show_message(empty, passing=True)


def forget_recent(desk: FileDesk) -> None:
    """Forget the projects that were open."""
    desk.recent.forget()


def projects(desk: FileDesk) -> None:
    """Show all projects that are known, to open one."""
    from ui.dialogs.projects import ProjectsDialog

    dialog = ProjectsDialog(desk.session, desk.recent, desk.appearance.theme, desk.window)
    dialog.chosen.connect(desk.session.files.open)
    dialog.open()


def restore_point(desk: FileDesk) -> None:
    """Ask for a name and mark the work as it stands."""
    from ui.dialogs.restore_points import NamePointDialog

    progress = desk.session.document.progress
    proposed = texts.translated(
        "FileCommands", _CONFIRMED, done=progress.done, total=progress.segments
    )
    dialog = NamePointDialog(proposed, desk.window)
    dialog.chosen.connect(partial(_make_point, desk))
    dialog.open()


def _make_point(desk: FileDesk, name: str) -> None:
    desk.session.files.restoring.make(name)
    told = QCoreApplication.translate(
        "FileCommands", "Restore point made. (Every edit is saved at once, without it too.)"
    )
    desk.messages.show_message(told, passing=True)


def restore_points(desk: FileDesk) -> None:
    """Show the marks in time."""
    from ui.dialogs.restore_points import RestorePointsDialog

    dialog = RestorePointsDialog(desk.session, desk.appearance.theme, desk.window)
    dialog.chosen.connect(desk.session.files.restoring.go_back)
    dialog.segment_wanted.connect(desk.review.go_to)
    dialog.open()


def backups(desk: FileDesk) -> None:
    """Show the last states of every project."""
    from ui.dialogs.backups import BackupsDialog

    dialog = BackupsDialog(desk.session, desk.window)
    dialog.chosen.connect(desk.session.files.open_backup)
    dialog.open()


def doubts(desk: FileDesk) -> None:
    """Show the segments that changed on the disk, and what they may have been."""
    from ui.dialogs.doubts import DoubtsDialog

    dialog = DoubtsDialog(desk.session, desk.appearance.theme, desk.window)
    dialog.chosen.connect(partial(_settle, desk))
    dialog.open()


def _settle(desk: FileDesk, segment_ids: list[str], put_back: bool) -> None:
    desk.session.doubts.settle(segment_ids, put_back=put_back)


def export(desk: FileDesk) -> None:
    """Ask for format and place, and write the document; of several files, which and as what."""
    if len(desk.session.originals.all) > 1:
        _ask_which(desk, desk.session.originals.all)
    else:
        export_together(desk)


def export_file(desk: FileDesk) -> None:
    """Ask how to write the present file of several."""
    present = desk.session.originals.present
    if present is not None:
        _ask_which(desk, [present])


def _ask_which(desk: FileDesk, ticked: Sequence[Original]) -> None:
    """Ask which files are to be written, where and in which format, and write them."""
    from ui.dialogs.export_files import ExportFilesDialog

    dialog = ExportFilesDialog(desk.session, desk.appearance.theme, ticked, desk.window)
    dialog.chosen.connect(partial(_export_files, desk))
    dialog.together_wanted.connect(partial(export_together, desk))
    dialog.open()


def _export_files(desk: FileDesk, plan: Sequence[FileExport]) -> None:
    desk.messages.clear(topic=EXPORTS)
    desk.session.originals.export(plan)


def export_together(desk: FileDesk) -> None:
    """Ask for format and place, and write the whole document into one file."""
    from ui.dialogs.export import ExportDialog

    usual = desk.appearance.settings.value(EXPORT_FORMAT)
    dialog = ExportDialog(desk.session, desk.appearance.theme, desk.window, usual=usual)
    dialog.chosen.connect(partial(_export, desk))
    dialog.open()


def _export(desk: FileDesk, path: Path, format_id: str) -> None:
    """Write the document; what was said of exports before is of no more use."""
    desk.messages.clear(topic=EXPORTS)
    own = any(file.format == format_id for file in desk.session.document.files)
    desk.appearance.settings.keep(EXPORT_FORMAT, file_types.OWN if own else format_id)
    desk.session.files.export(path, format_id)


def import_return(desk: FileDesk) -> None:
    """Ask for a table that came back and compare it; the window shows what was found."""
    title = QCoreApplication.translate("FileCommands", "Import a returned table")
    chosen = asking.file_to_open(desk.window, title, _folder(desk), file_types.return_filters())
    if chosen is not None:
        desk.session.exchange.read_return(chosen)


def close_document(desk: FileDesk) -> None:
    """Close the document; the window stays."""
    desk.session.files.close()


def quit(desk: FileDesk) -> None:
    """Close the window."""
    desk.window.close()


def load_reference(desk: FileDesk) -> None:
    """Ask for a reference translation to score against."""
    title = QCoreApplication.translate("FileCommands", "Load a reference translation")
    chosen = asking.file_to_open(desk.window, title, _folder(desk), file_types.reference_filters())
    if chosen is not None:
        desk.session.exchange.load_reference(chosen)


def statistics(desk: FileDesk) -> None:
    """Count the project and show what was counted."""
    from ui.dialogs.statistics import StatisticsDialog

    StatisticsDialog(desk.session, desk.appearance.theme, desk.window).open()


def report(desk: FileDesk) -> None:
    """Ask for language and kind of a report, and have it written."""
    from ui.dialogs.report import ReportDialog

    ReportDialog(desk.session, desk.window).open()


def effort(desk: FileDesk) -> None:
    """Ask whether effort may be counted, and show what was."""
    from ui.dialogs.effort import EffortDialog

    EffortDialog(desk.session, desk.appearance.settings, desk.window).open()


def signatures(desk: FileDesk) -> None:
    """Show what each score compares and how it was computed."""
    from ui.dialogs.signatures import SignaturesDialog

    SignaturesDialog(desk.session.scores.scores, desk.window).open()


def languages(desk: FileDesk) -> None:
    """Ask which languages the present file is in."""
    from ui.dialogs.languages import LanguagesDialog

    file = desk.session.editor.present_file
    if file:
        dialog = LanguagesDialog(file, desk.window)
        dialog.chosen.connect(desk.session.editor.set_pair)
        dialog.open()


def refuse_broken_rules(desk: FileDesk) -> None:
    """Refuse files that break a rule of their format, or open them again."""
    settings = desk.appearance.settings
    settings.keep(BROKEN_RULES, TOLD if refuses_broken_rules(desk) else REFUSED)


def refuses_broken_rules(desk: FileDesk) -> bool:
    """Tell whether files that break a rule are refused."""
    return bool(desk.appearance.settings.value(BROKEN_RULES) == REFUSED)


def encoding(desk: FileDesk) -> None:
    """Ask which text encoding the present file is in."""
    from ui.dialogs.encoding import EncodingDialog

    file = desk.session.editor.present_file
    if file and file.encoding:
        dialog = EncodingDialog(desk.session, file, desk.appearance.theme, desk.window)
        dialog.chosen.connect(desk.session.files.reopen_with_encoding)
        dialog.open()
    else:
        told = QCoreApplication.translate(
            "FileCommands", "This kind of file names its own text encoding."
        )
        desk.messages.show_message(told)


def columns(desk: FileDesk) -> None:
    """Ask which columns of the table that is open hold what."""
    desk.session.files.ask_columns()
