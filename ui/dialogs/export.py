"""Asks in which format and where to write the document."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
)

from translation.model.language import primary_subtag
from ui.dialogs import file_types
from ui.dialogs.sheet import Sheet
from ui.widgets.two_line_list import TwoLineList

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from app.session import Session
    from ui.dialogs.file_types import FileType
    from ui.theme import Theme


class ExportDialog(Sheet):
    """The format sets the suffix of the name, and a typed suffix sets the format."""

    chosen = Signal(object, str)
    """The Path to write, and the id of the format."""

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__("", parent, width=560)
        self.setWindowTitle(self.tr("Export"))
        self._session = session
        self._types = file_types.writable()
        self._formats = TwoLineList(theme, self.tr("Format"))
        for type_ in self._types:
            self._formats.addItem("\n".join((type_.name, type_.note)))
        self._formats.setMinimumHeight(330)
        self.body.addWidget(self._formats, 1)
        self.name = QLineEdit(str(self._default_path()))
        self.name.setAccessibleName(self.tr("File name"))
        browse = QPushButton(self.tr("Browse…"))
        browse.setAutoDefault(False)
        browse.clicked.connect(self._browse)
        row = QHBoxLayout()
        row.addWidget(self.name, 1)
        row.addWidget(browse)
        self.body.addLayout(row)
        self._warning = QLabel()
        self._warning.setObjectName("quiet")
        self._warning.setWordWrap(True)
        self.body.addWidget(self._warning)
        self._write = self.add_accept(self.tr("Export"))
        self._formats.setCurrentRow(0)
        self._formats.currentRowChanged.connect(self._format_chosen)
        self.name.textChanged.connect(self._name_changed)
        self._name_changed()

    @property
    def format_id(self) -> str:
        """The id of the format that is marked."""
        return self._marked().id

    def choose_format(self, format_id: str) -> None:
        """Mark a format; the suffix of the name follows."""
        ids = [type_.id for type_ in self._types]
        self._formats.setCurrentRow(ids.index(format_id))

    def _marked(self) -> FileType:
        return self._types[max(0, self._formats.currentRow())]

    def _default_path(self) -> Path:
        from translation.preferences import projects_folder

        project = self._session.path
        document = self._session.document
        name = Path(document.files[0].name).name if document.files else "translation"
        # "article.ar.txt" becomes "article.en.xlf": the language of the name is the text's.
        stem = Path(name).stem
        pair = self._session.pair
        head, dot, tail = stem.rpartition(".")
        if dot and primary_subtag(tail) == primary_subtag(pair.source):
            stem = head
        at_hand = project is not None and project.parent != projects_folder()
        folder = project.parent if project and at_hand else Path.home()
        suffix = self._types[0].suffixes[0]
        return folder / "".join((stem, ".", primary_subtag(pair.target), suffix))

    def _format_chosen(self, _row: int) -> None:
        path = Path(self.name.text())
        suffixes = self._marked().suffixes
        if path.name and path.suffix.lower() not in suffixes:
            known = {suffix for type_ in self._types for suffix in type_.suffixes}
            bare = path.with_suffix("") if path.suffix.lower() in known else path
            self.name.setText("".join((str(bare), suffixes[0])))
        self._check()

    def _name_changed(self) -> None:
        suffix = Path(self.name.text()).suffix.lower()
        if suffix not in self._marked().suffixes:
            for row, type_ in enumerate(self._types):
                if suffix in type_.suffixes:
                    self._formats.setCurrentRow(row)
                    break
        self._check()

    def _check(self) -> None:
        text = self.name.text().strip()
        path = Path(text)
        self._write.setEnabled(bool(text) and not path.is_dir())
        if text and path.is_file():
            warning = self.tr("{file} exists and will be replaced.").format(file=path.name)
        elif text and path.suffix.lower() not in self._marked().suffixes:
            warning = self.tr("The suffix does not name a format: it will be written as {format}.")
            warning = warning.format(format=self._marked().name)
        else:
            warning = ""
        self._warning.setText(warning)

    def _browse(self) -> None:
        type_ = self._marked()
        patterns = " ".join("".join(("*", suffix)) for suffix in type_.suffixes)
        chosen, _filter = QFileDialog.getSaveFileName(
            self,
            self.tr("Export"),
            self.name.text(),
            "{name} ({patterns})".format(name=type_.name, patterns=patterns),  # noqa: UP032
        )
        if chosen:
            path = Path(chosen)
            self.name.setText(str(path if path.suffix else path.with_suffix(type_.suffixes[0])))

    def accept(self) -> None:
        """Tell where to write and how."""
        path = Path(self.name.text().strip()).expanduser()
        if not path.is_absolute():
            path = self._default_path().parent / path
        self.chosen.emit(path, self.format_id)
        super().accept()
