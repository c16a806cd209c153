"""What the tests of the window share: a real session over a small article, and themes."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt

from app.composition import program_services
from app.session import Session
from tests.ui.draft_rows import draft_all
from tests.ui.window import open_window
from ui import theme as themes
from ui.appearance import Appearance
from ui.main_window import MainWindow

ARTICLE = """الولايات المتحدة "الشريك الحيوي" للكويت

جددت الكويت والولايات المتحدة التزامهما المشترك. وقال الوزير إن الحوار مهم.

وأضاف أن التعاون مستمر.

العلامات
"""


@pytest.fixture(scope="session", autouse=True)
def _fonts(qapp):
    themes.load_fonts()


@pytest.fixture(autouse=True)
def _no_window_left(qapp):
    """Delete the windows a test leaves: Qt dresses them all anew with each new one."""
    yield
    for left in qapp.topLevelWidgets():
        if isinstance(left, MainWindow):
            left.deleteLater()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def article_file(tmp_path: Path) -> Path:
    """A small Arabic article: a headline, three sentences, a line of furniture."""
    path = tmp_path / "articles" / "حوار.ar.txt"
    path.parent.mkdir()
    path.write_text(ARTICLE, encoding="utf-8")
    return path


@pytest.fixture
def session(qapp, tmp_path):
    """A session with the program's own services and nothing open."""
    services = replace(program_services(), projects_folder=lambda: tmp_path / "projects")
    made = Session(services)
    yield made
    made.close(discard=True)
    made.deleteLater()


@pytest.fixture
def opened(session, article_file, qtbot):
    """A session with the small article open."""
    with qtbot.waitSignal(session.editor.document_replaced):
        session.files.open(article_file)
    return session


@pytest.fixture
def drafted(opened):
    """A session whose segments all have drafts."""
    draft_all(opened)
    return opened


@pytest.fixture(params=list(themes.THEMES))
def theme(request):
    """Each theme in turn."""
    return themes.THEMES[request.param]


@pytest.fixture
def direction(request, qapp):
    """The interface in the direction that the test asks for."""
    qapp.setLayoutDirection(request.param)
    yield request.param
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


@pytest.fixture
def appearance(qapp):
    made = Appearance()
    made.choose("light")
    made.apply()
    return made


@pytest.fixture
def empty_window(qtbot, session, appearance):
    """The window with nothing open."""
    made = MainWindow(session, appearance)
    qtbot.addWidget(made, before_close_func=lambda _window: session.close(discard=True))
    made.show()
    qtbot.waitActive(made)
    return made


@pytest.fixture
def window(qtbot, drafted, appearance):
    """The window with the small article open and drafted."""
    return open_window(qtbot, drafted, appearance)
