"""After an unexpected error: says whether the work is saved, and offers a report to take along."""

from __future__ import annotations

import time
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox, QTextEdit

from translation.errors import MurajiError
from ui import asking, texts
from ui.dialogs.sheet import Sheet
from ui.plain import set_title

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from app.crash.report import Report


class CrashDialog(Sheet):
    """Shows the report as it would be written; the document's text only where ticked."""

    def __init__(self, report: Report, parent: QWidget | None = None) -> None:
        super().__init__("", parent, width=520)
        set_title(self, self.tr("Something unexpected happened"))
        self._report = report
        if report.saved:
            sentence = self.tr("Your work is saved. You can go on working.")
        else:
            sentence = self.tr(
                "Not all of your work is on the disk yet; saving goes on. Please export what you"
                " have before you close the window."
            )
        self.add_text(sentence).setObjectName("cardTitle")
        self.add_text(
            self.tr(
                "A report would help to mend this. It is a file that you write and send where you"
                " like; nothing is sent by itself."
            )
        )
        self.include = QCheckBox(self.tr("Include the text of the active segment in the report"))
        self.include.toggled.connect(self._show)
        self.body.addWidget(self.include)
        self.preview = QTextEdit()
        self.preview.setReadOnly(True)
        self.preview.setTabChangesFocus(True)
        self.preview.setLineWrapMode(QTextEdit.LineWrapMode.NoWrap)
        self.preview.setMinimumHeight(160)
        self.preview.setAccessibleName(self.tr("The report"))
        self.body.addWidget(self.preview, 1)
        self._told = self.add_text("", quiet=True)
        self.add_close()
        self.write = self.add_button(self.tr("Write the report…"))
        self.write.clicked.connect(self._write)
        self._show()

    def _show(self) -> None:
        self.preview.setPlainText(self._report.text(include_text=self.include.isChecked()))

    def _write(self) -> None:
        name = "".join(("muraji-report-", time.strftime("%Y-%m-%d-%H%M"), ".txt"))
        chosen = asking.file_to_write(self, self.tr("Write the report"), Path.home() / name)
        if chosen is None:
            return
        try:
            self._report.write(chosen, include_text=self.include.isChecked())
        except MurajiError as error:
            self._told.setText(texts.error_text(error))
        else:
            self._told.setText(
                self.tr("Written to {file}.").format(file=texts.file_name(str(chosen)))
            )
