"""Asks which columns of a table hold what, and shows how it begins."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
)

from translation.formats.tables.column_choice import ColumnChoice
from translation.formats.tables.table_layout import find_layout
from translation.text.bidi import FSI, isolate, runs_right_to_left
from ui import texts
from ui.dialogs.sheet import Sheet
from ui.marked import QT_TRANSLATE_NOOP
from ui.plain import add_row, set_title

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from translation.formats.tables.preview import SheetPreview, TablePreview

NONE = -1
CONTEXT = "columns"
FIELDS: dict[str, str] = {
    "source": QT_TRANSLATE_NOOP("columns", "Source"),
    "target": QT_TRANSLATE_NOOP("columns", "Translation"),
    "id": QT_TRANSLATE_NOOP("columns", "Id"),
    "comment": QT_TRANSLATE_NOOP("columns", "Notes"),
    "reference": QT_TRANSLATE_NOOP("columns", "Reference"),
}
"""What a column can hold, in the order it is asked for."""


class ColumnsDialog(Sheet):
    """The first rows of a table, and a field for each thing that a column can hold."""

    chosen = Signal(object)
    """The ColumnChoice."""

    def __init__(self, preview: TablePreview, parent: QWidget | None = None) -> None:
        super().__init__("", parent, width=620)
        set_title(self, self.tr("Columns"))
        self.resize(760, 560)
        self._preview = preview
        self.add_text(
            self.tr("Which columns of {file} hold the source and its translation?").format(
                file=texts.file_name(preview.name)
            )
        )
        self.sheet = self._sheet_field()
        self.heading = QComboBox()
        self.fields = {name: QComboBox() for name in FIELDS}
        self._add_fields()
        self.table = QTableWidget()
        self.table.setAccessibleName(self.tr("The beginning of the table"))
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setItemDelegate(_InItsDirection(self.table))
        self.table.setWordWrap(False)
        self.table.setTabKeyNavigation(False)
        self.body.addWidget(self.table, 1)
        self._problem = self.add_text("", quiet=True)
        self._accept = self.add_accept(self.tr("Open"))
        self.sheet.currentIndexChanged.connect(self._show_sheet)
        self.heading.currentIndexChanged.connect(self._name_columns)
        for field in self.fields.values():
            field.currentIndexChanged.connect(self._check)
        self._show_sheet()
        self.fields["source"].setFocus()

    @property
    def choice(self) -> ColumnChoice:
        """What is chosen, columns by their numbers."""
        columns = tuple(
            (name, str(field.currentData() + 1))
            for name, field in self.fields.items()
            if field.currentData() not in (None, NONE)
        )
        # Of the first sheet no name is told: others that are headed alike are opened with it.
        sheet = self._shown.name if self.sheet.currentIndex() > 0 else ""
        return ColumnChoice(columns, self.heading.currentData(), sheet, self._shown.separator)

    @property
    def _shown(self) -> SheetPreview:
        return self._preview.sheets[max(0, self.sheet.currentIndex())]

    def _sheet_field(self) -> QComboBox:
        field = QComboBox()
        for sheet in self._preview.sheets:
            field.addItem(texts.theirs(sheet.name))
        return field

    def _add_fields(self) -> None:
        left, right = QFormLayout(), QFormLayout()
        for form in (left, right):
            form.setVerticalSpacing(8)
        if len(self._preview.sheets) > 1:
            self._add(left, self.tr("Sheet"), self.sheet)
        self._add(left, self.tr("Headings"), self.heading)
        for name, field in self.fields.items():
            form = left if name in ("source", "target") else right
            self._add(form, QCoreApplication.translate(CONTEXT, FIELDS[name]), field)
        forms = QHBoxLayout()
        forms.setSpacing(24)
        forms.addLayout(left, 3)
        forms.addLayout(right, 2)
        self.body.addLayout(forms)

    def _add(self, form: QFormLayout, name: str, field: QComboBox) -> None:
        field.setAccessibleName(name)
        field.setMinimumContentsLength(14)
        field.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        add_row(form, name, field)

    def _show_sheet(self) -> None:
        """Show the rows of the sheet, and what is known of its columns."""
        sheet = self._shown
        layout = sheet.layout
        self.heading.blockSignals(True)
        self.heading.clear()
        self.heading.addItem(self.tr("none"), 0)
        for number, _cells in sheet.rows[:10]:
            self.heading.addItem(self.tr("in row {row}").format(row=number), number)
        first = sheet.rows[0][0]
        at = self.heading.findData(layout.heading if layout else first)
        self.heading.setCurrentIndex(max(0, at))
        self.heading.blockSignals(False)
        self._fill_table(sheet)
        known = dict(layout.columns) if layout else {}
        self._name_columns(known)

    def _fill_table(self, sheet: SheetPreview) -> None:
        self.table.clear()
        self.table.setRowCount(len(sheet.rows))
        self.table.setColumnCount(sheet.width)
        for row, (_number, cells) in enumerate(sheet.rows):
            for place, cell in enumerate(cells):
                self.table.setItem(row, place, QTableWidgetItem(_line(cell)))
        self.table.setVerticalHeaderLabels([str(number) for number, _cells in sheet.rows])
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.table.ensurePolished()
        self.table.resizeColumnsToContents()
        for place in range(sheet.width):
            self.table.setColumnWidth(place, min(260, max(90, self.table.columnWidth(place))))

    def _name_columns(self, known: dict[str, int] | int = 0) -> None:
        """Offer the columns by what heads them, and mark again what was marked."""
        sheet = self._shown
        heading = next((c for n, c in sheet.rows if n == self.heading.currentData()), ())
        if not isinstance(known, dict):
            known = {
                name: field.currentData()
                for name, field in self.fields.items()
                if field.currentData() is not None
            }
            found = find_layout([(1, heading)], None, None)
            said = {name: place for name, place in known.items() if place != NONE}
            known = {**(found.columns if found else {}), **said}
        for name, field in self.fields.items():
            field.blockSignals(True)
            field.clear()
            field.addItem(self._without(name), NONE)
            for place in range(sheet.width):
                words = _line(heading[place])[:60] if place < len(heading) else ""
                shown = isolate(words, FSI) if words else ""
                field.addItem(f"{place + 1}: {shown}" if shown else str(place + 1), place)
            field.setCurrentIndex(max(0, field.findData(known.get(name, NONE))))
            field.blockSignals(False)
        self._check()

    def _without(self, name: str) -> str:
        match name:
            case "source":
                return self.tr("choose…")
            case "target":
                return self.tr("none yet: a column is added")
        return self.tr("none")

    def _check(self) -> None:
        """Let only what makes sense be opened, and say in the table what is chosen."""
        places = [field.currentData() for field in self.fields.values()]
        taken = [place for place in places if place != NONE]
        twice = len(set(taken)) < len(taken)
        has_source = self.fields["source"].currentData() != NONE
        self._problem.setText(self.tr("One column is chosen for two things.") if twice else "")
        self._problem.setVisible(twice)
        self._accept.setEnabled(has_source and not twice)
        labels = [str(place + 1) for place in range(self._shown.width)]
        for name, field in self.fields.items():
            place = field.currentData()
            if place != NONE:
                labels[place] = QCoreApplication.translate(CONTEXT, FIELDS[name])
        self.table.setHorizontalHeaderLabels(labels)

    def accept(self) -> None:
        """Tell the choice."""
        self.chosen.emit(self.choice)
        super().accept()


def _line(cell: str) -> str:
    """Return a cell in one line, hidden characters shown."""
    return texts.theirs(" ".join(cell.split()))


class _InItsDirection(QStyledItemDelegate):
    """Shows each cell from the side its text begins at."""

    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().initStyleOption(option, index)
        is_rtl = runs_right_to_left(str(index.data() or ""))
        option.direction = (
            Qt.LayoutDirection.RightToLeft if is_rtl else Qt.LayoutDirection.LeftToRight
        )
        # Alignment is as the direction has it: left means where the text begins.
        option.displayAlignment = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
