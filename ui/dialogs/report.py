"""Which report is to be written: its language, and as what kind of file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout

from translation.reporting.words import Edition
from ui import asking
from ui.dialogs import export_name
from ui.dialogs.sheet import Sheet
from ui.marked import QT_TRANSLATE_NOOP
from ui.plain import PlainLabel, set_title

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from app.session import Session

_EDITIONS = {
    Edition.ENGLISH: QT_TRANSLATE_NOOP("ReportDialog", "English"),
    Edition.ARABIC: QT_TRANSLATE_NOOP("ReportDialog", "Arabic"),
}
_KINDS = {
    ".pdf": QT_TRANSLATE_NOOP("ReportDialog", "PDF, to print and to pass on"),
    ".html": QT_TRANSLATE_NOOP("ReportDialog", "Web page, in one file"),
    ".csv": QT_TRANSLATE_NOOP("ReportDialog", "Table of segments, for a spreadsheet (CSV)"),
    ".json": QT_TRANSLATE_NOOP("ReportDialog", "For other programs (JSON)"),
}


class ReportDialog(Sheet):
    """Asks for language and kind, then for the place, and has the report written."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        set_title(self, self.tr("Report"))
        self._session = session
        self.add_text(
            self.tr(
                "What was translated, by which model, what was changed, scored and found, for "
                "somebody who was not there. It is written on this machine and sent nowhere."
            )
        )
        self.kind, self.edition = QComboBox(), QComboBox()
        for suffix, words in _KINDS.items():
            self.kind.addItem(QCoreApplication.translate("ReportDialog", words), suffix)
        for edition, words in _EDITIONS.items():
            self.edition.addItem(QCoreApplication.translate("ReportDialog", words), edition.value)
        form = QGridLayout()
        form.setColumnStretch(1, 1)
        named = ((self.tr("&Kind"), self.kind), (self.tr("&Language"), self.edition))
        for row, (words, field) in enumerate(named):
            label = PlainLabel(words)
            label.setBuddy(field)
            form.addWidget(label, row, 0)
            form.addWidget(field, row, 1)
        self.body.addLayout(form)
        self.with_effort = QCheckBox(self.tr("&Tell of my effort, too"))
        self.with_effort.setVisible(bool(session.effort.efforts))
        self.body.addWidget(self.with_effort)
        self.with_comet = QCheckBox(self.tr("&Have COMET judge, too: that can take minutes"))
        self.with_comet.setVisible(session.reporting.has_comet)
        self.body.addWidget(self.with_comet)
        self.kind.currentIndexChanged.connect(self._show)
        self.add_accept(self.tr("Save as…"))
        self._show()

    def _show(self) -> None:
        """Figures for other programs have no language."""
        self.edition.setEnabled(self.kind.currentData() in (".pdf", ".html"))

    def accept(self) -> None:
        """Ask for the place; where none is chosen the dialog stays."""
        suffix: str = self.kind.currentData()
        place = export_name.usual_folder(self._session) / f"report{suffix}"
        words = self.kind.currentText().partition("(")[0].strip()
        title = self.tr("Save the report")
        path = asking.file_to_write(self, title, place, f"{words} (*{suffix})")
        if path is not None:
            self._session.reporting.write(
                _named(path, suffix),
                Edition(self.edition.currentData()),
                with_effort=self.with_effort.isChecked(),
                with_comet=self.with_comet.isChecked(),
            )
            super().accept()


def _named(path: Path, suffix: str) -> Path:
    return path if path.suffix.lower() == suffix else path.with_name(f"{path.name}{suffix}")
