"""Opening, making, exporting and closing documents, and facts about their files."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication

from ui import asking
from ui.dialogs import file_types
from ui.widgets.message_bar import EXPORTS

if TYPE_CHECKING:
    from app.session import Session
    from translation.model.segment import SourceFile
    from ui.main_window import MainWindow


class FileCommands:
    """Every method is an action."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window

    @property
    def _session(self) -> Session:
        return self._window.session

    def open(self) -> None:
        """Ask for a file and open it."""
        title = QCoreApplication.translate("FileCommands", "Open")
        chosen = asking.file_to_open(self._window, title, self._folder(), file_types.open_filters())
        if chosen is not None:
            self._session.open(chosen)

    def _folder(self) -> Path:
        return self._session.path.parent if self._session.path else Path.home()

    def open_url(self, address: str = "") -> None:
        """Ask for the address of a web page, and open it once the person says so."""
        from ui.dialogs.open_url import OpenUrlDialog

        dialog = OpenUrlDialog(self._window)
        dialog.address.setText(address)
        dialog.chosen.connect(self._session.open_page)
        dialog.open()

    def new(self) -> None:
        """Ask for a text and make a document of it."""
        from ui.dialogs.new_text import NewTextDialog

        dialog = NewTextDialog(self._window.appearance.theme, self._window)
        dialog.chosen.connect(self._make)
        dialog.open()

    def _make(self, text: str) -> None:
        name = QCoreApplication.translate("FileCommands", "Pasted text")
        self._session.new_from_text(text, name)

    def new_from_clipboard(self) -> None:
        """Make a document of the text on the clipboard."""
        text = QApplication.clipboard().text()
        if text.strip():
            self._make(text)
        else:
            empty = QCoreApplication.translate("FileCommands", "The clipboard holds no text.")
            self._window.messages.show_message(empty, passing=True)

    def restore_point(self) -> None:
        """Mark the work as it stands."""
        document = self._session.document
        label = QCoreApplication.translate("FileCommands", "{done} of {total} confirmed")
        progress = document.progress
        self._session.restore_point(label.format(done=progress.done, total=progress.segments))
        told = QCoreApplication.translate(
            "FileCommands", "Restore point made. (Every edit is saved at once, without it too.)"
        )
        self._window.messages.show_message(told, passing=True)

    def restore_points(self) -> None:
        """Show the marks in time."""
        from ui.dialogs.restore_points import RestorePointsDialog

        dialog = RestorePointsDialog(self._session, self._window)
        dialog.chosen.connect(self._session.restore)
        dialog.open()

    def backups(self) -> None:
        """Show the last states of every project."""
        from ui.dialogs.backups import BackupsDialog

        dialog = BackupsDialog(self._session, self._window)
        dialog.chosen.connect(self._session.open_backup)
        dialog.open()

    def doubts(self) -> None:
        """Show the segments that changed on the disk, and what they may have been."""
        from ui.dialogs.doubts import DoubtsDialog

        dialog = DoubtsDialog(self._session, self._window.appearance.theme, self._window)
        dialog.chosen.connect(self._settle)
        dialog.open()

    def _settle(self, segment_ids: list[str], put_back: bool) -> None:
        self._session.settle_doubts(segment_ids, put_back=put_back)

    def export(self) -> None:
        """Ask for format and place, and write the document."""
        from ui.dialogs.export import ExportDialog

        dialog = ExportDialog(self._session, self._window.appearance.theme, self._window)
        dialog.chosen.connect(self._export)
        dialog.open()

    def _export(self, path: Path, format_id: str) -> None:
        """Write the document; what was said of exports before is of no more use."""
        self._window.messages.clear(topic=EXPORTS)
        self._session.export(path, format_id)

    def import_return(self) -> None:
        """Ask for a table that came back and compare it; the window shows what was found."""
        title = QCoreApplication.translate("FileCommands", "Import a returned table")
        chosen = asking.file_to_open(
            self._window, title, self._folder(), file_types.return_filters()
        )
        if chosen is not None:
            self._session.read_return(chosen)

    def close_document(self) -> None:
        """Close the document; the window stays."""
        self._session.close_document()

    def quit(self) -> None:
        """Close the window."""
        self._window.close()

    def load_reference(self) -> None:
        """Ask for a reference translation to score against."""
        title = QCoreApplication.translate("FileCommands", "Load a reference translation")
        chosen = asking.file_to_open(
            self._window, title, self._folder(), file_types.reference_filters()
        )
        if chosen is not None:
            self._session.load_reference(chosen)

    def signatures(self) -> None:
        """Show what each score compares and how it was computed."""
        from ui.dialogs.signatures import SignaturesDialog

        SignaturesDialog(self._session.scores, self._window).open()

    def languages(self) -> None:
        """Ask which languages the present file is in."""
        from ui.dialogs.languages import LanguagesDialog

        file = self._file()
        if file:
            dialog = LanguagesDialog(file, self._window)
            dialog.chosen.connect(self._session.set_pair)
            dialog.open()

    def strict(self) -> None:
        """Refuse files that break a rule of their format, or open them again."""
        self._session.set_strict(not self._session.strict)

    def encoding(self) -> None:
        """Ask which text encoding the present file is in."""
        from ui.dialogs.encoding import EncodingDialog

        file = self._file()
        if file and file.encoding:
            dialog = EncodingDialog(
                self._session, file, self._window.appearance.theme, self._window
            )
            dialog.chosen.connect(self._session.reopen_with_encoding)
            dialog.open()
        else:
            told = QCoreApplication.translate(
                "FileCommands", "This kind of file names its own text encoding."
            )
            self._window.messages.show_message(told)

    def columns(self) -> None:
        """Ask which columns of the table that is open hold what."""
        self._session.ask_columns()

    def _file(self) -> SourceFile | None:
        document = self._session.document
        if self._session.active_id in document:
            return document.file_of(document.segment(self._session.active_id))
        return document.files[0] if document.files else None
