"""A panel over a small article, with the program's fonts."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QKeySequence, QShortcut

from tests.ui.review.desk import Desk, make_document
from translation.model.segment import Role
from ui import theme as themes
from ui.review.review_panel import ReviewPanel

LINES = [
    (Role.HEADLINE, "الولايات المتحدة شريك حيوي للكويت", "A vital partner for Kuwait"),
    (Role.DATELINE, "31 January 2022 الدولية", "31 January 2022 International"),
    (
        Role.PARAGRAPH,
        "جددت \ue000الكويت\ue001 التزامها",
        "Kuwait \ue000renewed\ue001 its commitment to stability and security in the region, as"
        " well as to advancing common interests with the United States.",
    ),
    (Role.PARAGRAPH, "وأضاف أن التعاون مستمر", None),
    (Role.FURNITURE, "العلامات", None),
    (Role.PARAGRAPH, "وقال الوزير إن الحوار مهم", "The minister said dialogue matters."),
]


@pytest.fixture
def desk(qapp):
    """A session over six segments: headline, dateline, codes, no draft, furniture, draft."""
    return Desk(make_document(LINES))


@pytest.fixture
def ids(desk):
    """The ids of the six segments."""
    return [segment.id for segment in desk.document.segments]


@pytest.fixture
def panel(desk, qtbot):
    """The panel, shown, with the keyboard in its editor."""
    themes.load_fonts()
    made = ReviewPanel(desk, desk.issues, themes.LIGHT)
    qtbot.addWidget(made)
    made.resize(900, 700)
    for keys, does in (
        ("Ctrl+Return", made.confirm_and_next),
        ("Ctrl+Z", desk.undo),
        ("Ctrl+Y", desk.redo),
    ):
        QShortcut(QKeySequence(keys), made, does)  # as the window around it has them
    with qtbot.waitActive(made):
        made.show()
    made.focus_editor()
    return made


@pytest.fixture
def editor(panel):
    """The editor in place."""
    from ui.review.segment_editor import SegmentEditor

    return panel.findChild(SegmentEditor)


@pytest.fixture
def view(panel):
    """The table."""
    from ui.review.segment_view import SegmentView

    return panel.findChild(SegmentView)
