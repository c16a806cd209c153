"""Taking a returned table in: compared by a worker, applied as one step."""

from __future__ import annotations

import openpyxl
import pytest

from translation.formats import FORMATS, WriteOptions
from translation.work.returning import Standing


@pytest.fixture
def table(opened, tmp_path):
    """The document as it is, sent as a table whose first two rows come back changed."""
    first, second = (segment.id for segment in opened.document.segments[:2])
    opened.editor.type_text(first, "Headline", 0, 8)
    spec = next(spec for spec in FORMATS if spec.id == "xlsx")
    path = tmp_path / "sent.xlsx"
    path.write_bytes(spec.write(opened.document, WriteOptions(path.name)).data)
    book = openpyxl.load_workbook(path)
    for row, text in ((2, "Their headline"), (3, "Their sentence.")):
        book.active.cell(row, 4).value = text
    book.save(path)
    assert second
    return path


def compared(session, path, qtbot):
    with qtbot.waitSignal(session.exchange.returned) as told:
        session.exchange.read_return(path)
    return told.args[0]


def ticked(found):
    return [place for place, row in enumerate(found.rows) if row.is_ticked]


def test_what_is_ticked_is_one_step(opened, table, qtbot):
    found = compared(opened, table, qtbot)
    steps = opened.editor.undo_stack.count()
    targets = [segment.target for segment in opened.document.segments]
    with qtbot.waitSignal(opened.noticed) as told:
        opened.exchange.apply_return(found, ticked(found))
    assert told.args[0].code == "return_applied"
    assert [s.target for s in opened.document.segments[:2]] == ["Their headline", "Their sentence."]
    assert opened.editor.undo_stack.count() == steps + 1
    opened.editor.undo()
    assert [segment.target for segment in opened.document.segments] == targets
    opened.editor.redo()
    assert opened.document.segments[1].target == "Their sentence."


def test_a_change_meanwhile_is_compared_again(opened, table, qtbot):
    found = compared(opened, table, qtbot)
    first = opened.document.segments[0].id
    opened.editor.type_text(first, "Mine", 0, 4)
    with qtbot.waitSignal(opened.exchange.returned) as told:
        opened.exchange.apply_return(found, ticked(found))
    assert opened.document.segments[0].target == "Mine"
    assert opened.document.segments[1].target is None
    assert told.args[0].rows[0].standing is Standing.CONFLICT


def test_what_is_no_table_fails_in_a_sentence(opened, tmp_path, qtbot):
    path = tmp_path / "a.csv"
    path.write_text("source,target\nx,y\n", "utf-8")
    with qtbot.waitSignal(opened.failed) as told:
        opened.exchange.read_return(path)
    assert told.args[0].reason == "no_return_ids"


def test_without_a_document_there_is_nothing_to_compare(session, tmp_path, qtbot):
    with qtbot.waitSignal(session.failed) as told:
        session.exchange.read_return(tmp_path / "none.xlsx")
    assert told.args[0].reason == "no_document"
