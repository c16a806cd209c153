"""Any edits in any order: the model stays whole, and undo leads to the start."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from tests.app.editing_desk import Desk
from tests.app.small_documents import small_document
from translation.model.segment import SegmentState


class Rows(QAbstractTableModel):
    """The least item model over the row signals."""

    def __init__(self, desk):
        super().__init__()
        self.desk = desk
        root = QModelIndex()
        rows = desk.rows
        rows.about_to_be_inserted.connect(lambda *both: self.beginInsertRows(root, *both))
        rows.inserted.connect(self.endInsertRows)
        rows.about_to_be_removed.connect(lambda *both: self.beginRemoveRows(root, *both))
        rows.removed.connect(self.endRemoveRows)
        desk.changed.connect(self.changed)

    def changed(self, changed):
        for id_ in changed.segments:
            row = self.desk.document.row(id_)
            self.dataChanged.emit(self.index(row, 0), self.index(row, 1))

    def rowCount(self, parent=None):
        return 0 if parent is not None and parent.isValid() else len(self.desk.document)

    def columnCount(self, parent=None):
        return 2

    def data(self, index, role=Qt.ItemDataRole.DisplayRole):
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        segment = self.desk.document.segments[index.row()]
        return segment.source if index.column() == 0 else segment.target


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 8), st.integers(0, 30), st.integers(0, 20)), max_size=40))
def test_random_edits_keep_the_model_and_undo_to_the_start(qapp, deeds):
    desk = Desk(small_document(("One two. Three four. Five six seven.", "Eight. Nine ten.")))
    model = Rows(desk)
    _tester = QAbstractItemModelTester(
        model, QAbstractItemModelTester.FailureReportingMode.Fatal, model
    )
    start = desk.document.snapshot(), desk.document.units
    for deed, row, number in deeds:
        segment = desk.document.segments[row % len(desk.document)]
        match deed:
            case 0:
                desk.type_text(segment.id, (segment.target or "") + "x" * number, 0, number)
            case 1:
                desk.confirm(segment.id)
            case 2:
                desk.split(segment.id, number)
            case 3:
                desk.merge_with_next(segment.id)
            case 4:
                desk.undo()
            case 5:
                desk.redo()
            case 6:
                desk.toggle_furniture(segment.unit_id)
            case 7:
                desk.clear(segment.id)
            case 8:
                desk.set_state([segment.id], list(SegmentState)[number % 5])
    end = desk.document.snapshot(), desk.document.units
    while desk.undo_stack.canUndo():
        desk.undo()
    assert (desk.document.snapshot(), desk.document.units) == start
    while desk.undo_stack.canRedo():
        desk.redo()
    if not any(deed == 4 for deed, *_ in deeds):
        assert (desk.document.snapshot(), desk.document.units) == end
