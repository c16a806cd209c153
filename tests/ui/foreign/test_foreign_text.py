"""Names and words of others in every window, tip and box: shown as they are, never rendered.

The names are marked: as HTML they would show a picture, and the picture is a pipe that is watched.
A letter less than the whole name on the screen, or the pipe opened, fails.
"""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import (
    QApplication,
    QFileDialog,
    QLabel,
    QLineEdit,
    QMessageBox,
    QPushButton,
    QWidget,
)

from app.composition import program_services
from app.crash.report import Report
from app.editing.propagating import SameSources
from app.session import Session
from app.settings.language_fonts import LanguageFont, written_fonts
from app.settings.recent import RecentFiles
from app.settings.store import Settings
from app.settings.table import FONTS
from app.state import EngineState, EngineStatus, SaveKind, SaveState
from tests.ui.draft_rows import draft_all
from tests.ui.eye import as_rich, check, rest_mouse_everywhere, seen_in
from tests.watched_pipe import WatchedPipe
from translation.engines.models import BUNDLED, STARTER
from translation.engines.offers import OFFERS
from translation.errors import SENTENCES, InputError, ModelError, MurajiError, ProjectError
from translation.formats import FORMATS, WriteOptions
from translation.model.backup import Backup
from translation.model.doubt import CHANGED, Doubt
from translation.model.imported import Notice
from translation.model.ports import ModelInfo
from translation.system import preferences
from translation.system.preferences import AUTHOR, MODEL_FOLDER
from translation.work.returning import read_return
from translation.work.table_columns import preview_table
from ui import asking, plain
from ui.actions.table import TABLE
from ui.appearance import Appearance
from ui.dialogs.about import AboutDialog
from ui.dialogs.added_words import AddedWordsDialog
from ui.dialogs.author import AuthorDialog
from ui.dialogs.backups import BackupsDialog
from ui.dialogs.columns import ColumnsDialog
from ui.dialogs.crash import CrashDialog
from ui.dialogs.doubts import DoubtsDialog
from ui.dialogs.drafts import DraftsDialog
from ui.dialogs.encoding import EncodingDialog
from ui.dialogs.export import ExportDialog
from ui.dialogs.export_files import ExportFilesDialog
from ui.dialogs.filter_name import FilterNameDialog
from ui.dialogs.go_to import GoToDialog
from ui.dialogs.help import HelpDialog
from ui.dialogs.key_sheet import KeySheet
from ui.dialogs.languages import LanguagesDialog
from ui.dialogs.licence import LicenceDialog
from ui.dialogs.messages import MessagesDialog
from ui.dialogs.models import ModelsDialog
from ui.dialogs.new_text import NewTextDialog
from ui.dialogs.open_url import OpenUrlDialog
from ui.dialogs.preferences import PreferencesDialog
from ui.dialogs.project_files import ProjectFilesDialog
from ui.dialogs.projects import ProjectsDialog
from ui.dialogs.propagation import PropagationDialog
from ui.dialogs.recovery import RecoveryDialog
from ui.dialogs.reject import RejectDialog
from ui.dialogs.report import ReportDialog
from ui.dialogs.restore_points import RestorePointsDialog
from ui.dialogs.returned_rows import Shown
from ui.dialogs.returned_table import ReturnedTableDialog
from ui.dialogs.signatures import SignaturesDialog
from ui.dialogs.spelling import SpellingDialog
from ui.dialogs.statistics import StatisticsDialog
from ui.keys import Keys
from ui.main_window import MainWindow
from ui.theme import LIGHT
from ui.widgets.elided_label import ElidedLabel
from ui.widgets.link import Link
from ui.widgets.message_bar import Message
from ui.widgets.model_chip import ModelChip

TOKEN = "mark7"
MARKED = f"<img src='pipe'><b>&amp;{TOKEN} [*] R&D &lt;i&gt;"
"""A name that files on a disk can have."""

pytestmark = [
    pytest.mark.skipif(os.name == "nt", reason="no such names, and no pipes, there"),
    pytest.mark.qt_log_ignore("This plugin does not support raise", extend=True),
]


@pytest.fixture(autouse=True)
def pipe(tmp_path, monkeypatch):
    """The pipe that the names are about, in the folder that the program runs in."""
    monkeypatch.chdir(tmp_path)
    watched = WatchedPipe(tmp_path / "pipe")
    yield tmp_path / "pipe"
    assert watched.close() == ""


@pytest.fixture
def xliff(tmp_path):
    """Two files under marked names in one XLIFF, in a folder and under a name of that kind."""
    folder = tmp_path / MARKED
    folder.mkdir()
    path = folder / f"{MARKED}.xlf"
    attribute = MARKED.replace("&", "&amp;").replace("<", "&lt;")
    text = attribute
    unit = (
        f'<trans-unit id="{attribute}"><source>نص {text}</source><target>One {text}</target>'
        f'<note from="{attribute}">{text}</note></trans-unit>'
    )
    files = "".join(
        f'<file original="{name}" source-language="ar" target-language="en" datatype="plaintext">'
        f"<body>{unit}{unit.replace('id=', 'resname=')}</body></file>"
        for name in (attribute, f"{attribute}2")
    )
    space = "urn:oasis:names:tc:xliff:document:1.2"
    path.write_text(f'<xliff version="1.2" xmlns="{space}">{files}</xliff>', encoding="utf-8")
    return path


def _project_of(xliff, qtbot) -> Path:
    session = Session(program_services())
    with qtbot.waitSignal(session.editor.document_replaced):
        session.files.open(xliff)
    session.files.restoring.make(MARKED)
    qtbot.waitUntil(lambda: bool(session.files.restoring.points))
    path = session.files.path
    assert session.close()
    session.deleteLater()
    return path


@pytest.fixture
def marked(qtbot, session, xliff):
    """A session over a project whose every name and word is marked."""
    path = _project_of(xliff, qtbot)
    connection = sqlite3.connect(path)
    for column in ("source_language", "target_language", "encoding"):
        connection.execute(f"UPDATE files SET {column} = ?", (MARKED,))
    connection.commit()
    connection.close()
    there = path.with_name(f"{MARKED}.muraji")
    path.rename(there)
    with qtbot.waitSignal(session.editor.document_replaced):
        session.files.open(there)
    draft_all(session, {0: f"A draft {MARKED}"})
    first = session.document.segments[0].id
    session.editor.type_text(first, f"Typed {MARKED}", 0, 5)
    return session


@pytest.fixture
def window(qtbot, marked):
    made = MainWindow(marked, Appearance())
    qtbot.addWidget(made, before_close_func=lambda _window: marked.close(discard=True))
    made.resize(1400, 900)
    made.show()
    qtbot.waitExposed(made)
    return made


def places(found) -> set[str]:
    return {seen.where for seen in found}


def test_the_window_shows_them_as_they_are(window, marked, qtbot, tmp_path):
    reference = tmp_path / f"{MARKED}.txt"
    reference.write_text("\n".join(["One reference."] * len(marked.document)), encoding="utf-8")
    with qtbot.waitSignal(marked.noticed):
        marked.exchange.load_reference(reference)
    qtbot.waitUntil(lambda: bool(marked.scores.scores.reference_name))
    info = ModelInfo("ct2", MARKED, "r", "ar", "en", 9, summary=f"best {MARKED}", licence=MARKED)
    for status in (
        EngineStatus(EngineState.READY, info),
        EngineStatus(EngineState.READY, replace(info, quality="trial")),
        EngineStatus(EngineState.FAILED, None, ModelError("missing_folder", model=MARKED)),
    ):
        marked.engine.changed.emit(status)
        found = places(check(window, MARKED, TOKEN))
    assert found >= {
        "title",
        "ElidedLabel fact: text",
        "ElidedLabel fact: tip",
        "Link quietLink: text",
        "Link link: text",
        "ModelChip modelChip: tip",
        "ModelChip modelChip: accessible name",
    }
    assert any("ElidedLabel quiet" in place for place in found), "the reference's name"
    assert any("cell" in place for place in found), "the segments"


FACTS = frozenset(
    {"file", "model", "detail", "column", "encoding", "host", "address", "languages", "kept"}
    | {"log", "type", "suffix", "engine", "other", "path", "folder", "name", "target", "owner"}
)


def test_every_sentence_about_them_is_plain(qtbot, window):
    words = dict.fromkeys(sorted(FACTS), MARKED)
    kinds = {kind.family: kind for kind in MurajiError.__subclasses__()}
    for code in SENTENCES:
        family, _, reason = code.partition(".")
        if family == "notice":
            window.session.noticed.emit(Notice(reason, tuple(words.items())))
        else:
            error = kinds.get(family, MurajiError)(reason, **words)
            window.session.failed.emit(error)
            window.status.show_saving(SaveState(SaveKind.FAILED, error=error))
            check(window.status, MARKED, TOKEN)
        check(window.messages, MARKED, TOKEN)


def _report(session, tmp_path):
    return Report(RuntimeError(MARKED), None, True, session, tmp_path / "log")


def _returned(session, tmp_path):
    spec = next(spec for spec in FORMATS if spec.id == "csv")
    path = tmp_path / f"{MARKED}.csv"
    data = spec.write(session.document, WriteOptions(path.name)).data.decode()
    lines = [line.replace("One ", "Two ") for line in data.splitlines()]
    lines.append(lines[1].replace(lines[1].split(",")[0], f'"{MARKED}"'))
    path.write_text("\n".join(lines), encoding="utf-8")
    dialog = ReturnedTableDialog(read_return(path, session.document), session.document, LIGHT)
    dialog.choose_filter(Shown.ALL)
    return dialog


def _model_folder(tmp_path) -> Path:
    folder = tmp_path / MARKED / f"{MARKED} model"
    shutil.copytree(BUNDLED / STARTER, folder)
    card = json.loads((folder / "card.json").read_text("utf-8"))
    card |= {"summary": f"best {MARKED}", "licence": MARKED, "quality": MARKED, "name": MARKED}
    (folder / "card.json").write_text(json.dumps(card), encoding="utf-8")
    return folder


def _models(session, tmp_path):
    preferences.save(replace(preferences.load(), model=str(_model_folder(tmp_path))))
    dialog = ModelsDialog(session, LIGHT)
    session.failed.emit(ModelError("missing_folder", model=MARKED))
    return dialog


def _backups(session, tmp_path):
    dialog = BackupsDialog(session)
    session.files.backups_found.emit(
        [Backup(tmp_path / "b", tmp_path / f"{MARKED}.muraji", 1e9, 7)]
    )
    return dialog


def _added_words(session, _tmp_path):
    session.spelling.add_to_project(session.editor.pair.target, MARKED)
    return AddedWordsDialog(session)


def _spelling(session, _tmp_path):
    return SpellingDialog(session, lambda _id: None)


def _doubts(session, _tmp_path):
    segment = session.document.segments[0]
    session.doubts._known = {segment.id: Doubt(CHANGED, replace(segment, target=MARKED))}
    return DoubtsDialog(session, LIGHT)


def _columns(_session, tmp_path):
    path = tmp_path / f"{MARKED}.csv"
    path.write_text(f'"{MARKED}","English"\n"{MARKED}","{MARKED}"\n', encoding="utf-8")
    return ColumnsDialog(preview_table(path))


def _export(session, _tmp_path):
    dialog = ExportDialog(session, LIGHT)
    Path(dialog.name.text()).parent.joinpath(f"{MARKED}.tsv").touch()
    dialog.name.setText(f"{MARKED}.tsv")
    return dialog


def _url(_session, _tmp_path):
    dialog = OpenUrlDialog()
    dialog.address.setText("https://x.example/")
    dialog.host.setText(MARKED)
    dialog.warning.setText(MARKED)
    return dialog


def _offer():
    return replace(
        OFFERS[0], name=MARKED, licence=MARKED, licence_url=MARKED, attribution=MARKED, id=MARKED
    )


def _preferences(session, tmp):
    appearance = Appearance()
    for setting in (AUTHOR, MODEL_FOLDER):
        appearance.settings.keep(setting, MARKED)
    appearance.settings.keep(FONTS, written_fonts({"ar": LanguageFont(MARKED)}))
    return PreferencesDialog(session, appearance, Keys(TABLE, appearance.settings))


DIALOGS = {
    "backups": _backups,
    "doubts": _doubts,
    "recovery": lambda session, tmp: RecoveryDialog(
        [Notice("recovered_original_lost", (("file", MARKED),))]
    ),
    "drafts": lambda session, tmp: DraftsDialog(session, session.document.segments[0].id),
    "about": lambda session, tmp: AboutDialog(LIGHT),
    "added_words": _added_words,
    "author": lambda session, tmp: AuthorDialog(),
    "filter_name": lambda session, tmp: FilterNameDialog(MARKED, Settings()),
    "project_files": lambda session, tmp: ProjectFilesDialog(session, LIGHT),
    "export_files": lambda session, tmp: ExportFilesDialog(session, LIGHT, session.originals.all),
    "projects": lambda session, tmp: ProjectsDialog(
        session, RecentFiles(Settings(), session, session), LIGHT
    ),
    "statistics": lambda session, tmp: StatisticsDialog(session, LIGHT),
    "propagation": lambda session, tmp: PropagationDialog(SameSources(("s1",), ())),
    "crash": lambda session, tmp: CrashDialog(_report(session, tmp)),
    "columns": _columns,
    "encoding": lambda session, tmp: EncodingDialog(session, session.document.files[0], LIGHT),
    "export": _export,
    "go_to": lambda session, tmp: GoToDialog(session),
    "help": lambda session, tmp: HelpDialog(LIGHT, Keys(TABLE, Settings())),
    "key_sheet": lambda session, tmp: KeySheet(Keys(TABLE, Settings())),
    "languages": lambda session, tmp: LanguagesDialog(session.document.files[0]),
    "licence": lambda session, tmp: LicenceDialog(_offer()),
    "messages": lambda session, tmp: MessagesDialog((Message(MARKED, "error"),), LIGHT),
    "models": _models,
    "new_text": lambda session, tmp: NewTextDialog(LIGHT),
    "open_url": _url,
    "preferences": _preferences,
    "reject": lambda session, tmp: RejectDialog(2, MARKED),
    "report": lambda session, tmp: ReportDialog(session),
    "restore_points": lambda session, tmp: RestorePointsDialog(session, LIGHT),
    "returned": _returned,
    "spelling": _spelling,
    "signatures": lambda session, tmp: SignaturesDialog(session.scores.scores),
}
SAYS_NOTHING_FOREIGN = {
    *("about", "author", "crash", "help", "key_sheet", "new_text", "propagation"),
    *("projects", "reject", "report", "signatures", "spelling", "statistics"),
}


@pytest.mark.parametrize("name", DIALOGS)
def test_every_dialog_shows_them_as_they_are(name, qtbot, marked, tmp_path):
    dialog = DIALOGS[name](marked, tmp_path)
    qtbot.addWidget(dialog)
    dialog.show()
    found = check(dialog, MARKED, TOKEN)
    assert bool(found) is (name not in SAYS_NOTHING_FOREIGN)


def test_every_dialog_is_tried():
    folder = Path(asking.__file__).parent / "dialogs"
    sheets = {
        path.stem for path in folder.glob("*.py") if "(Sheet)" in path.read_text(encoding="utf-8")
    }
    assert {name.replace("returned_table", "returned") for name in sheets} == DIALOGS.keys()


@pytest.mark.parametrize("name", ["summary", "licence"])
def test_half_a_letter_in_a_card_is_shown_by_its_number(name, qtbot, opened, tmp_path):
    folder = _model_folder(tmp_path)
    card = json.loads((folder / "card.json").read_text("utf-8")) | {name: "a\ud800\0\nb"}
    (folder / "card.json").write_text(json.dumps(card), encoding="utf-8")
    preferences.save(replace(preferences.load(), model=str(folder)))
    dialog = ModelsDialog(opened, LIGHT)
    qtbot.addWidget(dialog)
    assert "a[U+D800][U+0000] b" in dialog.list.item(0).text()


@pytest.mark.shared
def test_the_given_names_are_read_and_not_obeyed(shared, tmp_path, qtbot, session):
    file = tmp_path / "two.xlf"
    file.write_bytes((shared / "cases/project/two_files_markup.xlf").read_bytes())
    with qtbot.waitSignal(session.editor.document_replaced):
        session.files.open(file)
    window = MainWindow(session, Appearance())
    qtbot.addWidget(window, before_close_func=lambda _window: session.close(discard=True))
    window.resize(1600, 1100)
    window.show()
    window.side.show_panel("document")
    name = "<img src='/dev/zero'>"
    tips = [as_rich(label.toolTip()) for label in window.findChildren(ElidedLabel)]
    assert name in tips
    assert name in [as_rich(tip) for tip in rest_mouse_everywhere(window)]
    card = json.loads((shared / "cases/project/card_markup.json").read_text("utf-8"))
    info = ModelInfo("ct2", card["name"], "r", "ar", "en", 9, summary=card["summary"])
    session.engine.changed.emit(EngineStatus(EngineState.READY, info))
    assert "<img src='pipe'> best" in as_rich(window.chip.toolTip())
    assert any("<img src='pipe'> best" in as_rich(t) for t in rest_mouse_everywhere(window.chip))


class TestBoxes:
    def answer(self, monkeypatch, role):
        shown = []

        def exec_(box):
            box.show()
            shown.append(check(box, MARKED, TOKEN))
            next(b for b in box.buttons() if box.buttonRole(b) == role).click()
            return 0

        monkeypatch.setattr(QMessageBox, "exec", exec_)
        return shown

    def test_what_cannot_be_saved(self, window, marked, monkeypatch):
        error = ProjectError("in_use", file=MARKED, owner=MARKED)
        monkeypatch.setattr(marked, "close", lambda discard=False: discard)
        monkeypatch.setattr(marked.autosave, "_become", lambda _state: None)
        monkeypatch.setattr(marked.autosave, "state", SaveState(SaveKind.FAILED, error=error))
        shown = self.answer(monkeypatch, QMessageBox.ButtonRole.RejectRole)
        assert not window.close()
        assert shown[0]
        monkeypatch.undo()

    def test_a_question_is_answered(self, qtbot, monkeypatch):
        parent = QWidget()
        qtbot.addWidget(parent)
        shown = self.answer(monkeypatch, QMessageBox.ButtonRole.DestructiveRole)
        assert asking.ask(parent, MARKED, MARKED, keep=MARKED, lose=MARKED)
        assert {seen.where.partition(":")[0] for seen in shown[0]} >= {
            "QLabel qt_msgbox_label",
            "QLabel qt_msgbox_informativelabel",
            "QPushButton ",
        }

    @pytest.mark.parametrize("pressed", ["Yes", "No"])
    def test_qts_own_box_about_a_file_that_is_there(self, qtbot, tmp_path, pressed):
        """Qt's file dialog asks by itself whether the file may be replaced."""
        (tmp_path / f"{MARKED}.tsv").touch()
        parent = QWidget()
        qtbot.addWidget(parent)
        parent.show()
        seen = []

        def choose():
            dialog = next(w for w in QApplication.topLevelWidgets() if isinstance(w, QFileDialog))
            dialog.findChild(QLineEdit).setText(f"{MARKED}.tsv")
            QTimer.singleShot(0, lambda: answer(dialog))
            dialog.accept()
            if pressed == "No":
                dialog.reject()

        def answer(dialog):
            box = dialog.findChild(QMessageBox)
            if box is None:
                QTimer.singleShot(10, lambda: answer(dialog))
                return
            seen.extend(check(box, MARKED, TOKEN))
            next(b for b in box.buttons() if pressed in b.text()).click()

        QTimer.singleShot(0, choose)
        chosen = asking.file_to_write(parent, "Export", tmp_path)
        assert seen
        assert chosen == (tmp_path / f"{MARKED}.tsv" if pressed == "Yes" else None)


class TestTheEye:
    """The walk finds what it looks for: else it would prove nothing."""

    @pytest.mark.parametrize(
        "bare",
        [
            lambda: QLabel(MARKED),
            lambda: QPushButton(MARKED),
            lambda: _with_tip(QWidget()),
        ],
        ids=["label", "button", "tip"],
    )
    def test_a_bare_call_is_found(self, bare, qtbot):
        widget = bare()
        qtbot.addWidget(widget)
        assert [seen for seen in seen_in(widget) if TOKEN in seen.text and MARKED not in seen.text]

    def test_an_opened_pipe_is_found(self, tmp_path):
        watched = WatchedPipe(tmp_path / "another")
        (tmp_path / "another").read_bytes()
        assert watched.close()

    def test_a_resting_mouse_brings_the_tips(self, qtbot):
        label = ElidedLabel(MARKED)
        qtbot.addWidget(label)
        label.show()
        tips = rest_mouse_everywhere(label)
        assert [as_rich(text) for text in tips] == [MARKED]


def _with_tip(widget):
    widget.setToolTip(MARKED)
    return widget


@pytest.mark.parametrize(
    "text",
    ["a  b\n\nc", " lead", "<b>x</b>", "&lt;", "a & b", "x" * 1999, "خبر\nb", "]]>", "\u202ea"],
)
def test_a_tip_says_its_text(qapp, text):
    assert as_rich(plain.tip(text)) == text


def test_what_is_too_long_to_read_is_cut(qtbot):
    label, link, chip = ElidedLabel(), Link(""), ModelChip(LIGHT)
    for part in (label, link, chip):
        qtbot.addWidget(part)
        part.setText("<b>" * 1_000_000)
        assert len(part.text()) == plain.MOST_SHOWN


def test_a_file_name_with_half_a_letter_can_be_shown(qtbot, window, tmp_path):
    name = os.fsdecode(b"\xff<b>.txt")
    window.session.failed.emit(InputError("missing", file=name))
    check(window, MARKED, TOKEN)
    plain.set_title(window, name)
    label = plain.PlainLabel(name)
    qtbot.addWidget(label)
    plain.set_tip(label, name)
    assert label.text() == "\ufffd<b>.txt"
