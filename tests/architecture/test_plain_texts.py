"""Texts reach Qt through ui.plain and ui.asking, which never let one be taken for markup."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
OWN = {"ui/plain.py", "ui/asking.py"}

KINDS = frozenset(
    "QLabel QPushButton QMessageBox QErrorMessage QInputDialog QProgressDialog QFileDialog"
    " QTextBrowser QToolTip QWhatsThis QSplashScreen QSystemTrayIcon QWizardPage QCommandLinkButton"
    " QGroupBox QStaticText QGraphicsTextItem QWebEngineView QDockWidget".split()
)
"""Classes that take a text for HTML or "&" for a mnemonic, or put up boxes that do."""

CALLS = frozenset(
    "setToolTip setWhatsThis setTabToolTip setTabWhatsThis setWindowTitle setWindowIconText"
    " setHtml insertHtml appendHtml setMarkdown insertMarkdown setDefaultStyleSheet"
    " setTextFormat setInformativeText setDetailedText showText addRow insertRow setLabelText"
    " setBuddy fromHtml fromMarkdown setSource setOpenExternalLinks openUrl".split()
)
"""Methods that take a text for HTML where it looks like some, or for a mark or a link."""

TIPS = frozenset({"ToolTipRole", "WhatsThisRole"})
RICH_FIELDS = frozenset({"QTextEdit", "SegmentEditor", "QPlainTextEdit"})
AS_THEY_LIKE = frozenset({"setText", "append", "setHtml", "insertHtml"})
"""Of a text field: setPlainText and insertPlainText say what they mean."""

ALLOWED = {
    ("ui/dialogs/go_to.py", "setBuddy"),
    ("ui/dialogs/report.py", "setBuddy"),
    ("ui/dialogs/signatures.py", "setToolTip"),
    ("ui/panels/dock.py", "QDockWidget"),
}
"""Labels and a title of our own words; an item's tip, made by ui.plain.tip as
the last test holds."""


def modules() -> list[str]:
    found = [path.relative_to(ROOT).as_posix() for path in (ROOT / "ui").rglob("*.py")]
    return sorted(set(found) - OWN)


def tree(module: str) -> ast.Module:
    return ast.parse((ROOT / module).read_text(encoding="utf-8"))


def called(node: ast.AST) -> str:
    """Return the last name of what a call calls, "" for anything else."""
    if not isinstance(node, ast.Call):
        return ""
    return getattr(node.func, "attr", None) or getattr(node.func, "id", "")


def bare_calls(code: ast.Module) -> set[str]:
    """Return the calls, subclasses and uses of KINDS and CALLS."""
    found = {called(node) for node in ast.walk(code)} & (KINDS | CALLS)
    for node in ast.walk(code):
        if isinstance(node, ast.ClassDef):
            found |= {getattr(base, "id", getattr(base, "attr", "")) for base in node.bases} & KINDS
        if isinstance(node, ast.Attribute) and getattr(node.value, "id", "") in KINDS:
            found.add(node.value.id)
    return found


def fields_filled_anyhow(code: ast.Module) -> set[str]:
    """Return text fields made with a text, or filled by a method that looks for markup."""
    fields, found = set(), set()
    for node in ast.walk(code):
        if called(node) in RICH_FIELDS and any(_is_text(word) for word in node.args):
            found.add(ast.unparse(node))
        if isinstance(node, ast.Assign) and called(node.value) in RICH_FIELDS:
            fields |= {ast.unparse(target) for target in node.targets}
    for node in ast.walk(code):
        if called(node) in AS_THEY_LIKE and ast.unparse(node.func.value) in fields:
            found.add(ast.unparse(node))
    return found


def _is_text(word: ast.expr) -> bool:
    return (isinstance(word, ast.Constant) and isinstance(word.value, str)) or called(word) == "tr"


def tips_not_made_plain(code: ast.Module) -> set[str]:
    """Return what models give as tips without ui.plain.tip, and items' tips set without it."""
    found = set()
    cases = [node for node in ast.walk(code) if isinstance(node, ast.match_case)]
    inside = {
        id(part) for case in cases if _names_a_tip(case.pattern) for part in ast.walk(case.pattern)
    }
    for case in cases:
        if _names_a_tip(case.pattern):
            returns = [node for part in case.body for node in ast.walk(part)]
            found |= {
                ast.unparse(node)
                for node in returns
                if isinstance(node, ast.Return) and called(node.value) != "tip"
            }
    for node in ast.walk(code):
        if isinstance(node, ast.Attribute) and node.attr in TIPS and id(node) not in inside:
            found.add(ast.unparse(node))
        if called(node) == "setToolTip" and called(node.args[-1]) != "tip":
            found.add(ast.unparse(node))
    return found


def _names_a_tip(pattern: ast.pattern) -> bool:
    return any(getattr(node, "attr", "") in TIPS for node in ast.walk(pattern))


@pytest.mark.parametrize("module", modules())
def test_texts_are_shown_by_the_one_place(module):
    code = tree(module)
    assert {call for call in bare_calls(code) if (module, call) not in ALLOWED} == set()
    assert fields_filled_anyhow(code) == set()
    assert tips_not_made_plain(code) == set()


@pytest.mark.parametrize("package", ["app", "translation"])
def test_nothing_below_the_window_shows_texts(package):
    for path in (ROOT / package).rglob("*.py"):
        found = bare_calls(ast.parse(path.read_text(encoding="utf-8")))
        # A page to be printed is HTML of our own, and loads nothing.
        assert found <= ({"setHtml"} if path.name == "sheets.py" else set()), path


@pytest.mark.parametrize(
    "line",
    [
        "label = QLabel(name)",
        "label = QtWidgets.QLabel(name)",
        "class Mine(QLabel): pass",
        "QMessageBox.warning(self, title, name)",
        "QFileDialog.getSaveFileName(self)",
        "self.setToolTip(name)",
        "item.setToolTip(0, name)",
        "QToolTip.showText(place, name)",
        "window.setWindowTitle(name)",
        "self.view = QTextEdit()\nself.view.append(name)",
        "self.view = QTextEdit()\nself.view.setText(name)",
        "view = QTextEdit(self.tr('x'))",
        "match role:\n    case Role.ToolTipRole:\n        return name",
        "match role:\n    case Role.DisplayRole | Role.ToolTipRole:\n        return name",
        "item.setData(Role.ToolTipRole, name)",
        "form.addRow(name, field)",
    ],
)
def test_the_bare_calls_are_found(line):
    code = ast.parse(line)
    assert bare_calls(code) | fields_filled_anyhow(code) | tips_not_made_plain(code)
