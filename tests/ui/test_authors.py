"""Who confirmed, reviewed and made final, and when, where a person looks for it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible

from tests.ui.draft_rows import draft_all
from tests.ui.window import open_window
from translation.model.segment import SegmentState
from ui.appearance import Appearance
from ui.review.author_texts import authors_line
from ui.review.roles import Column


@pytest.fixture
def window(qtbot, opened):
    draft_all(opened)
    return open_window(qtbot, opened, Appearance())


@pytest.fixture
def passed(window):
    """The first segment, confirmed by Huda and reviewed by somebody with an Arabic name."""
    editor, id_ = window.session.editor, window.session.document.segments[0].id
    editor.author = "Huda"
    editor.confirm(id_)
    editor.author = "سمير"
    editor.set_state([id_], SegmentState.REVIEWED)
    editor.activate(id_)
    return id_


def cell(window, column, role):
    model = window.review._model
    return model.data(model.index(0, column), role)


def test_in_the_tip_of_the_row(window, passed):
    said = cell(window, Column.STATE, Qt.ItemDataRole.ToolTipRole)
    assert "Confirmed by" in said
    assert said.index("Huda") < said.index("Reviewed by") < said.index("سمير")


def test_a_screen_reader_says_it_of_the_state_alone(window, passed):
    role = Qt.ItemDataRole.AccessibleTextRole
    assert "Confirmed by Huda, " in cell(window, Column.STATE, role)
    assert "Reviewed by سمير, " in cell(window, Column.STATE, role)
    assert "سمير" not in cell(window, Column.TARGET, role)


@pytest.mark.parametrize("panel", ["changes", "history"])
def test_at_the_head_of_the_panels(window, passed, panel, qtbot):
    window.side.show_panel(panel)
    card = window.side.panels[panel]
    line = card.by if panel == "changes" else card.texts.by
    expected = authors_line(window.session.authors.standing(passed))
    qtbot.waitUntil(lambda: line.isVisible() and line.text() == expected)
    assert expected.count("·") == 1
    face = QAccessible.queryAccessibleInterface(line)
    assert face.text(QAccessible.Text.Description) == expected
    window.session.editor.undo()
    qtbot.waitUntil(lambda: "Huda" in line.text() and "سمير" not in line.text())
    window.session.editor.undo()
    qtbot.waitUntil(lambda: not line.isVisible())


def test_a_name_that_was_never_given_is_not_asked_for(window):
    editor, id_ = window.session.editor, window.session.document.segments[0].id
    editor.confirm(id_)
    line = authors_line(window.session.authors.standing(id_))
    assert line.startswith("Confirmed, ")
