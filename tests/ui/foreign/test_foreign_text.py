"""Names and words of others in every window, tip and box: shown as they are, never rendered.

The names are marked: as HTML they would show a picture, and the picture is a pipe that is watched.
A letter less than the whole name on the screen, or the pipe opened, fails."""

from __future__ import annotations

import json
import os
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from app.crash.report import Report
from app.editing.propagating import SameSources
from app.settings.language_fonts import LanguageFont, written_fonts
from app.settings.recent import RecentFiles
from app.settings.store import Settings
from app.settings.table import FONTS
from app.state import EngineState, EngineStatus, SaveKind, SaveState
from tests.ui.eye import as_rich, check, rest_mouse_everywhere
from tests.ui.foreign.marked_names import MARKED, TOKEN
from translation.engines.models import BUNDLED, STARTER
from translation.engines.offers import OFFERS
from translation.errors import SENTENCES, ModelError, MurajiError
from translation.formats import FORMATS, WriteOptions
from translation.model.backup import Backup
from translation.model.doubt import CHANGED, Doubt
from translation.model.imported import Notice
from translation.model.issue import Issue, Severity
from translation.model.ports import ModelInfo
from translation.model.record import ProjectTerm
from translation.mqm.typology import mqm_core
from translation.quality.rule import Rule
from translation.system import preferences
from translation.system.preferences import AUTHOR, MODEL_FOLDER
from translation.work.returning import read_return
from translation.work.table_columns import preview_table
from ui import asking
from ui.actions.table import TABLE
from ui.appearance import Appearance
from ui.dialogs.about import AboutDialog
from ui.dialogs.added_words import AddedWordsDialog
from ui.dialogs.author import AuthorDialog
from ui.dialogs.backups import BackupsDialog
from ui.dialogs.columns import ColumnsDialog
from ui.dialogs.crash import CrashDialog
from ui.dialogs.dismiss import DismissDialog
from ui.dialogs.doubts import DoubtsDialog
from ui.dialogs.drafts import DraftsDialog
from ui.dialogs.effort import EffortDialog
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
from ui.dialogs.profile_name import ProfileNameDialog
from ui.dialogs.project_checks import ProjectChecksDialog
from ui.dialogs.project_files import ProjectFilesDialog
from ui.dialogs.projects import ProjectsDialog
from ui.dialogs.propagation import PropagationDialog
from ui.dialogs.recovery import RecoveryDialog
from ui.dialogs.reject import RejectDialog
from ui.dialogs.report import ReportDialog
from ui.dialogs.restore_points import RestorePointsDialog
from ui.dialogs.returned_rows import Shown
from ui.dialogs.returned_table import ReturnedTableDialog
from ui.dialogs.rules import RulesDialog
from ui.dialogs.signatures import SignaturesDialog
from ui.dialogs.spelling import SpellingDialog
from ui.dialogs.statistics import StatisticsDialog
from ui.dialogs.term import TermDialog
from ui.dialogs.typology import TypologyDialog
from ui.keys import Keys
from ui.main_window import MainWindow
from ui.theme import LIGHT
from ui.widgets.elided_label import ElidedLabel
from ui.widgets.message_bar import Message

pytestmark = [
    pytest.mark.skipif(os.name == "nt", reason="no such names, and no pipes, there"),
    pytest.mark.qt_log_ignore("This plugin does not support raise", extend=True),
]


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


def _typology(session, tmp):
    core = mqm_core()
    named = (replace(core.categories[0], words=MARKED), *core.categories[1:])
    session.errors.set_typology(replace(core, name=MARKED, categories=named))
    return TypologyDialog(session, tmp)


DIALOGS = {
    "backups": _backups,
    "doubts": _doubts,
    "recovery": lambda session, tmp: RecoveryDialog(
        [Notice("recovered_original_lost", (("file", MARKED),))]
    ),
    "dismiss": lambda session, tmp: DismissDialog(
        [Issue("entities", Severity.WARNING, "s1", (("texts", MARKED), ("count", "1")))]
    ),
    "profile_name": lambda session, tmp: ProfileNameDialog(set()),
    "project_checks": lambda session, tmp: ProjectChecksDialog(session, Settings()),
    "rules": lambda session, tmp: RulesDialog((Rule(MARKED, MARKED, MARKED),)),
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
    "effort": lambda session, tmp: EffortDialog(session, Settings()),
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
    "term": lambda session, tmp: TermDialog(
        ProjectTerm(MARKED, MARKED, "ar", "en", note=MARKED), LIGHT, is_new=True
    ),
    "typology": _typology,
    "signatures": lambda session, tmp: SignaturesDialog(session.scores.scores),
}


SAYS_NOTHING_FOREIGN = {
    *("about", "author", "crash", "effort", "help", "key_sheet", "new_text", "propagation"),
    *(
        "profile_name",
        "project_checks",
        "projects",
        "reject",
        "report",
        "signatures",
        "spelling",
        "statistics",
    ),
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
