"""Asks in which format and where to write the document."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit

from ui import asking, icons, texts
from ui.dialogs import export_name, file_types
from ui.dialogs.sheet import Sheet
from ui.plain import PlainButton, PlainLabel, set_title
from ui.widgets.two_line_list import TwoLineList

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from app.session import Session
    from ui.dialogs.file_types import FileType
    from ui.theme import Theme

FIRST_SIZE = (580, 590)


class ExportDialog(Sheet):
    """The format sets the ending of the name, and a typed suffix sets the format."""

    chosen = Signal(object, str)
    """The Path to write, and the id of the format."""

    def __init__(
        self, session: Session, theme: Theme, parent: QWidget | None = None, *, usual: str = ""
    ) -> None:
        """Begin with what was chosen last; ``usual`` is the format of the last export of any."""
        super().__init__("", parent, width=580)
        set_title(self, self.tr("Export"))
        self._session = session
        self._types = {type_.id: type_ for type_ in file_types.writable(session.document)}
        self._formats = TwoLineList(theme, self.tr("Format"))
        self._fill()
        self._formats.setMinimumHeight(180)
        self.resize(QSize(*FIRST_SIZE))
        self.body.addWidget(self._formats, 1)
        last, at = session.files.last_export or ("", None)
        self._shown = self._types[file_types.first_choice(self._types.values(), last, usual)]
        proposed = export_name.default_path(session, self._shown)
        if at is not None and self._shown.id == last and export_name.is_folder(at.parent):
            proposed = at
        self._asked: Path | None = None
        """The file that the system's own dialog asked about already."""
        self.name = QLineEdit(str(proposed))
        self.name.setAccessibleName(self.tr("File name"))
        browse = PlainButton(self.tr("Browse…"))
        browse.setAutoDefault(False)
        browse.clicked.connect(self._browse)
        row = QHBoxLayout()
        row.addWidget(self.name, 1)
        row.addWidget(browse)
        self.body.addLayout(row)
        self._warning = PlainLabel()
        self._warning.setWordWrap(True)
        self._sign = PlainLabel()
        self._sign.setPixmap(icons.icon("warning", theme.color("warning")).pixmap(16, 16))
        warned = QHBoxLayout()
        warned.setSpacing(8)
        warned.addWidget(self._sign)
        warned.addWidget(self._warning, 1)
        self.body.addLayout(warned)
        self._write = self.add_accept(self.tr("Export"))
        self._formats.choose(self._shown.id)
        self._formats.chosen.connect(self._format_chosen)
        self.name.textChanged.connect(self._name_changed)
        self._check()

    def _fill(self) -> None:
        for purpose, heading in file_types.HEADINGS.items():
            types = [type_ for type_ in self._types.values() if type_.purpose == purpose]
            if types:
                self._formats.add_heading(QCoreApplication.translate("formats", heading))
            for type_ in types:
                self._formats.add(type_.id, type_.name, type_.note)

    @property
    def format_id(self) -> str:
        """The id of the format that is marked."""
        return self._formats.current_id

    def choose_format(self, format_id: str) -> None:
        """Mark a format; the ending of the name follows."""
        self._formats.choose(format_id)

    def _marked(self) -> FileType:
        return self._types[self.format_id]

    def _format_chosen(self, format_id: str) -> None:
        before, self._shown = self._shown, self._types[format_id]
        path = Path(self.name.text())
        if self.name.text() == str(export_name.default_path(self._session, before)):
            self.name.setText(str(export_name.default_path(self._session, self._shown)))
        elif path.name:
            known = {suffix for type_ in self._types.values() for suffix in type_.suffixes}
            self.name.setText(str(export_name.with_ending(path, before, self._shown, known)))
        self._check()

    def _name_changed(self) -> None:
        suffix = Path(self.name.text()).suffix.lower()
        if suffix not in self._marked().suffixes:
            for type_ in self._types.values():
                if suffix in type_.suffixes:
                    self._shown = type_  # The name is as it was typed.
                    self._formats.choose(type_.id)
                    break
        self._check()

    def _path(self) -> Path:
        """Return what the name means: ~ is the home, other names stand beside the article."""
        path = Path(self.name.text().strip())
        if path.parts[:1] == ("~",):
            path = Path.home().joinpath(*path.parts[1:])
        return export_name.default_path(self._session, self._shown).parent / path

    def _check(self) -> None:
        text = self.name.text().strip()
        path = self._path()
        name = texts.file_name(path.name)
        is_article = bool(text) and path == export_name.article(self._session)
        self._write.setEnabled(bool(text) and not export_name.is_folder(path) and not is_article)
        if is_article:
            warning = self.tr("{file} is the original itself: choose another name.")
        elif text and export_name.is_file(path):
            warning = self.tr("{file} exists and will be replaced.")
        elif text and path.suffix.lower() not in self._marked().suffixes:
            warning = self.tr("The suffix does not name a format: it will be written as {format}.")
        else:
            warning = ""
        self._warning.setText(warning.format(file=name, format=self._marked().name))
        self._sign.setVisible(bool(warning))

    def _browse(self) -> None:
        type_ = self._marked()
        patterns = " ".join("".join(("*", suffix)) for suffix in type_.suffixes)
        path = asking.file_to_write(
            self,
            self.tr("Export"),
            Path(self.name.text()),
            "{name} ({patterns})".format(name=type_.name, patterns=patterns),  # noqa: UP032
        )
        if path is not None:
            self._asked = path
            self.name.setText(str(path if path.suffix else path.with_suffix(type_.suffixes[0])))

    def accept(self) -> None:
        """Tell where to write and how, once a person said that what is there may go."""
        path = self._path()
        if export_name.is_file(path) and path != self._asked and not self._may_replace(path):
            return
        self.chosen.emit(path, self.format_id)
        super().accept()

    def _may_replace(self, path: Path) -> bool:
        return asking.ask(
            self,
            self.tr("{file} is there already.").format(file=texts.file_name(path.name)),
            self.tr("The export puts another file in its place; what it holds now is gone then."),
            keep=self.tr("Another name"),
            lose=self.tr("Replace it"),
        )
