"""Every text of the interface goes through Qt's translation."""

import ast
import re
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QTranslator
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPushButton, QTabBar, QToolButton

from app.settings.store import Settings
from tests.interface_texts import TEXTS, collect
from translation.engines.offers import OFFERS
from translation.errors import SENTENCES
from translation.formats.tables.preview import SheetPreview, TablePreview
from translation.model.imported import Notice
from ui.actions.table import TABLE
from ui.appearance import Appearance
from ui.dialogs.columns import ColumnsDialog
from ui.dialogs.crash import CrashDialog
from ui.dialogs.doubts import DoubtsDialog
from ui.dialogs.encoding import EncodingDialog
from ui.dialogs.export import ExportDialog
from ui.dialogs.go_to import GoToDialog
from ui.dialogs.help import HelpDialog
from ui.dialogs.languages import LanguagesDialog
from ui.dialogs.licence import LicenceDialog
from ui.dialogs.models import ModelsDialog
from ui.dialogs.new_text import NewTextDialog
from ui.dialogs.open_url import OpenUrlDialog
from ui.dialogs.preferences import PreferencesDialog
from ui.dialogs.recovery import RecoveryDialog
from ui.dialogs.restore_points import RestorePointsDialog
from ui.dialogs.signatures import SignaturesDialog
from ui.keys import Keys
from ui.main_window import MainWindow
from ui.theme import LIGHT

ROOT = Path(__file__).resolve().parents[2]
TRANSLATING = {"tr", "QT_TRANSLATE_NOOP"}
TRANSLATING_OF = {("QCoreApplication", "translate"), ("texts", "translated")}
OPEN, CLOSE = "⟦", "⟧"

DATA = re.compile(
    r"[\d.,:–%‰ ·/-]*"  # numbers
    r"|(HBLEU|HchrF|HTER)( [↑↓])?|BLEU|chrF(\+\+)?|TER"  # metrics: the same in every language
    r"|.*(حوار|/).*"  # names of files
    r"|Helsinki.*|[0-9a-f]{40}|.*opus-mt.*|Language Technology.*|.*https://.*"
)
"""What is no sentence of the interface."""


def calls(path: Path):
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Call):
            name = getattr(node.func, "attr", getattr(node.func, "id", ""))
            owner = getattr(getattr(node.func, "value", None), "id", "")
            if name in TRANSLATING or (owner, name) in TRANSLATING_OF:
                yield node


@pytest.mark.parametrize("path", sorted((ROOT / "ui").rglob("*.py")), ids=lambda p: p.name)
def test_no_text_is_put_together_before_it_is_translated(path):
    for call in calls(path):
        for argument in call.args:
            assert not isinstance(argument, ast.JoinedStr | ast.BinOp), f"{path}:{call.lineno}"


class Marking(QTranslator):
    """Puts every text that is looked up between brackets."""

    def translate(self, _context, source, _disambiguation=None, _n=-1):
        return f"{OPEN}{source}{CLOSE}"


@pytest.fixture
def marked(qapp):
    translator = Marking()
    QCoreApplication.installTranslator(translator)
    yield
    QCoreApplication.removeTranslator(translator)


def shown_texts(widget):
    for kind in (QLabel, QPushButton, QToolButton):
        for part in widget.findChildren(kind):
            yield part.text()
            yield part.toolTip()
    for action in widget.findChildren(QAction):
        yield action.text()
    for part in widget.findChildren(QLineEdit):
        if not isinstance(part.parent(), QComboBox):
            yield part.placeholderText()
    for bar in widget.findChildren(QTabBar):
        yield from (bar.tabText(at) for at in range(bar.count()))
    yield widget.windowTitle()


def unmarked(widget) -> set[str]:
    texts = {text.strip() for text in shown_texts(widget) if text.strip()}
    return {text for text in texts if OPEN not in text and not DATA.fullmatch(text)}


def test_the_window_shows_nothing_that_cannot_be_translated(marked, qtbot, drafted):
    window = MainWindow(drafted, Appearance())
    qtbot.addWidget(window, before_close_func=lambda _w: drafted.close(discard=True))
    window.show()
    # The toolbar's extension button and the clear button of a field are Qt's own.
    assert unmarked(window) <= {"Clear"}


def _preferences(session):
    appearance = Appearance()
    return PreferencesDialog(session, appearance, Keys(TABLE, appearance.settings))


DIALOGS = {
    "crash": lambda session: CrashDialog(_report(session)),
    "doubts": lambda session: DoubtsDialog(session, LIGHT),
    "recovery": lambda session: RecoveryDialog([Notice("recovered_history_lost")]),
    "columns": lambda session: ColumnsDialog(_table()),
    "encoding": lambda session: EncodingDialog(session, session.document.files[0], LIGHT),
    "export": lambda session: ExportDialog(session, LIGHT),
    "open_url": lambda session: OpenUrlDialog(),
    "go_to": lambda session: GoToDialog(session),
    "help": lambda session: HelpDialog(LIGHT, Keys(TABLE, Settings())),
    "languages": lambda session: LanguagesDialog(session.document.files[0]),
    "licence": lambda session: LicenceDialog(OFFERS[0]),
    "models": lambda session: ModelsDialog(session, LIGHT),
    "new_text": lambda session: NewTextDialog(LIGHT),
    "preferences": lambda session: _preferences(session),
    "restore_points": lambda session: RestorePointsDialog(session, LIGHT),
    "signatures": lambda session: SignaturesDialog(session.scores.scores),
}


def _table():
    cells = ((1, ("1", "2")), (2, ("3", "4")))
    return TablePreview("1", (SheetPreview("1", cells), SheetPreview("2", cells)))


def _report(session):
    from app.crash.report import Report

    return Report(RuntimeError(), None, True, session, Path("no-log"))


@pytest.mark.parametrize("name", DIALOGS)
def test_dialogs_show_nothing_that_cannot_be_translated(name, marked, qtbot, opened):
    dialog = DIALOGS[name](opened)
    qtbot.addWidget(dialog)
    assert not unmarked(dialog)


def test_the_file_for_translators_is_that_of_the_code(tmp_path):
    output = tmp_path / "muraji.ts"
    collect(output)
    made = output.read_text("utf-8")
    assert made == TEXTS.read_text("utf-8"), "make texts brings it up to date"
    for text in ("Mark &amp;reviewed", "All changes saved", "not started", OFFERS[0].summary):
        assert text in made
    assert SENTENCES["engine.died"] in made
