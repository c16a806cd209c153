"""What can be marked, what it weighs, and what passes: to be changed, loaded and saved."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDoubleSpinBox, QHBoxLayout, QHeaderView, QLineEdit, QTableView

from translation.errors import MurajiError
from translation.mqm.typology import HEAVIEST, mqm_core
from ui import asking, texts
from ui.dialogs.sheet import Sheet
from ui.dialogs.typology_rows import AMOUNT, KEY, WORDS, TypologyRows
from ui.plain import PlainLabel, set_title
from ui.widgets.number_field import EDGE

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from app.session import Session
    from translation.mqm import Typology


class TypologyDialog(Sheet):
    """The project's own typology. Errors marked already keep their categories' ids."""

    def __init__(self, session: Session, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__("", parent, width=560)
        set_title(self, self.tr("Typology of errors"))
        self._session = session
        self._folder = folder
        typology = session.errors.typology
        self.add_text(
            self.tr("An error counts the points of its severity times the weight of its category."),
            quiet=True,
        )
        self.name = QLineEdit(typology.name)
        self.name.setAccessibleName(self.tr("Name of the typology"))
        self.threshold = QDoubleSpinBox()
        self.threshold.setRange(0, HEAVIEST)
        self.threshold.setDecimals(1)
        self.threshold.lineEdit().setTextMargins(EDGE, 0, EDGE, 0)
        self.threshold.setValue(typology.threshold)
        self.threshold.setAccessibleName(self.tr("Most points in 1 000 words with which it passes"))
        line = QHBoxLayout()
        line.addWidget(self.name, 1)
        line.addWidget(PlainLabel(self.tr("passes with at most")))
        line.addWidget(self.threshold)
        line.addWidget(PlainLabel(self.tr("points in 1 000 words")))
        self.body.addLayout(line)
        self.rows = TypologyRows(typology, self._refuse, self)
        self.table = QTableView()
        self.table.setModel(self.rows)
        self.table.setAccessibleName(self.tr("Severities and categories"))
        self.table.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.table.verticalHeader().hide()
        self.table.setMinimumHeight(320)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(WORDS, QHeaderView.ResizeMode.Stretch)
        for column in (KEY, AMOUNT):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        self.body.addWidget(self.table, 1)
        self._trouble = self.add_text("")
        self._trouble.setVisible(False)
        for words, run in (
            (self.tr("Add"), self._add),
            (self.tr("Remove"), self._remove),
            (self.tr("MQM Core"), self._begin_anew),
            (self.tr("Load…"), self._load),
            (self.tr("Save…"), self._save),
        ):
            self.add_button(words).clicked.connect(run)
        self.add_accept(self.tr("Use it"))
        self.table.setCurrentIndex(self.rows.index(0, KEY))
        self.table.setFocus()

    @property
    def typology(self) -> Typology:
        """What was made of it."""
        return replace(
            self.rows.typology, name=self.name.text().strip(), threshold=self.threshold.value()
        )

    def accept(self) -> None:
        """Use it in this project from now on."""
        self._session.errors.set_typology(self.typology)
        super().accept()

    def _refuse(self, why: str) -> None:
        self._trouble.setText(self.tr("That cannot be: {why}.").format(why=texts.theirs(why)))
        self._trouble.setVisible(True)

    def _show(self, typology: Typology) -> None:
        self.rows.show_typology(typology)
        self.name.setText(typology.name)
        self.threshold.setValue(typology.threshold)
        self._trouble.setVisible(False)

    def _add(self) -> None:
        row = self.rows.add_below(self.table.currentIndex())
        if row >= 0:
            self._trouble.setVisible(False)
            self.table.setCurrentIndex(self.rows.index(row, WORDS))
            self.table.edit(self.rows.index(row, WORDS))

    def _remove(self) -> None:
        at = self.table.currentIndex().row()
        if self.rows.remove(self.table.currentIndex()):
            self._trouble.setVisible(False)
            self.table.setCurrentIndex(self.rows.index(min(at, self.rows.rowCount() - 1), WORDS))

    def _begin_anew(self) -> None:
        self._show(mqm_core())

    def _load(self) -> None:
        filters = f"{self.tr('Typologies')} (*.json)"
        chosen = asking.file_to_open(self, self.tr("Load a typology"), self._folder, filters)
        if chosen is not None:
            try:
                self._show(self._session.ratings.read_typology(chosen))
            except MurajiError as error:
                self._refuse(texts.error_text(error))

    def _save(self) -> None:
        filters = f"{self.tr('Typologies')} (*.json)"
        place = self._folder / "typology.json"
        chosen = asking.file_to_write(self, self.tr("Save the typology"), place, filters)
        if chosen is not None:
            try:
                self._session.ratings.write_typology(chosen, self.typology)
            except MurajiError as error:
                self._refuse(texts.error_text(error))
