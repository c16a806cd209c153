"""Changes in the text of the table: struck and underlined, in all rows or one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from app.editing.grounds import Against, WorkRole
from ui.review.tracking import tracked


@pytest.fixture
def edited(desk, ids, panel):
    """The first and the last row edited, the last one not active."""
    desk.type_text(ids[5], "The minister added that talks matter.", 0, 3)
    desk.type_text(ids[0], "A vital ally for Kuwait", 0, 3)
    desk.activate(ids[0])
    return ids


def painted(view, row):
    shown = view.segment_row(row)
    return view.texts.target(shown, 300)


def test_all_rows_show_what_went_and_what_came(edited, panel, view):
    assert painted(view, 5).text == "The minister added that talks matter."
    panel.tracking.show_all(True)
    laid = painted(view, 5)
    assert "said dialogue" in laid.text
    assert "added that talks" in laid.text
    struck = laid.document.find("dialogue").charFormat()
    came = laid.document.find("talks").charFormat()
    assert struck.fontStrikeOut()
    assert not struck.fontUnderline()
    assert came.fontUnderline()
    assert not came.fontStrikeOut()
    panel.tracking.show_all(False)
    assert painted(view, 5).text == "The minister added that talks matter."


def test_one_row_can_differ_from_all_others(edited, panel, view):
    panel.tracking.toggle(edited[5])
    assert "dialogue" in painted(view, 5).text
    assert "partner" not in painted(view, 0).text
    panel.tracking.show_all(True)
    panel.tracking.toggle(edited[5])
    assert "dialogue" not in painted(view, 5).text
    assert "partner" in painted(view, 0).text


def test_the_active_row_has_its_changes_below_the_editor(edited, panel, view, editor):
    before = view.rowHeight(0), editor.geometry()
    panel.tracking.show_all(True)
    assert editor.geometry().topLeft() == before[1].topLeft()
    assert editor.toPlainText() == "A vital ally for Kuwait"
    assert view.rowHeight(0) > before[0]
    assert editor.geometry().bottom() < view.rowViewportPosition(0) + before[0]
    panel.tracking.show_all(False)
    assert (view.rowHeight(0), editor.geometry()) == before


def test_typing_goes_on_in_a_tracked_row(edited, panel, view, editor):
    panel.tracking.show_all(True)
    editor.set_caret(0)
    QTest.keyClicks(editor, "Oh ")
    assert editor.toPlainText() == "Oh A vital ally for Kuwait"
    assert "Oh" in painted(view, 0).text
    assert "partner" in painted(view, 0).text


def test_a_click_puts_the_caret_where_the_letter_is(edited, desk, panel, view, editor):
    panel.tracking.show_all(True)
    row = view.segment_row(5)
    cell = view.target_cell(5)
    area = view.delegate.target_area(cell, row)
    laid = view.texts.target(row, area.width())
    at = laid.text.index("talks")
    place = area.topLeft() + laid.caret_rect(at).center() + QPoint(1, 0)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert desk.active_id == edited[5]
    assert editor.caret == row.shown.index("talks")


def test_a_reviewer_sees_the_changes_to_the_translators_text(edited, desk, panel, view):
    panel.tracking.show_all(True)
    confirmed = "The minister added that talks matter."
    desk.confirm(edited[5])
    desk.grounds.take(WorkRole.REVIEWER, Against.TRANSLATOR)
    desk.type_text(edited[5], "The minister added that dialogue counts.", 0, 3)
    laid = painted(view, 5)
    assert "talks matter" in laid.text
    assert "said" not in laid.text
    desk.grounds.take(WorkRole.REVIEWER, Against.DRAFT)
    assert "said" in painted(view, 5).text
    assert confirmed not in painted(view, 5).text


@given(st.text("ab c\ue000", max_size=30), st.text("ab c\ue000", max_size=30))
def test_every_letter_of_the_text_is_found_in_what_is_shown(before, after):
    found = tracked(before, after)
    if found is None:
        assert before == after
        return
    for at, letter in enumerate(after):
        shown = found.positions.to_shown(at)
        assert found.shown[shown] == letter
        assert found.positions.to_text(shown) == at
    gone = "".join(found.shown[start:end] for start, end in found.gone)
    kept = [c for at, c in enumerate(found.shown) if at not in set(found.positions.inserted)]
    assert "".join(kept) == after
    assert len(gone) <= len(before)
