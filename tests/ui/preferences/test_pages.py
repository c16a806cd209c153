"""The pages of Preferences for the engine, work, checks, saving, privacy and keys."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog

from app.composition import program_services
from app.session import Session
from app.settings.store import Settings
from app.settings.table import BACKUPS_NEWEST, NETWORK, RECENT, RECENT_FILES
from app.state import EngineState
from tests.moments import pass_moments
from tests.ui.draft_rows import draft_all
from tests.ui.preferences.patience import PATIENCE
from translation.engines.events import EngineStateChanged
from translation.engines.models import find
from translation.errors import ModelError
from translation.model.backup import Backup
from translation.model.ports import ModelInfo
from translation.quality import Profile, subject_of
from translation.quality.profiles import profiles_text
from translation.store import Backups
from translation.store.backups import too_many
from translation.system import preferences
from translation.system.preferences import CHECK_PROFILES, MODEL_FOLDER, THREADS, TOKENISER
from translation.system.setting import Page
from translation.system.web_address import read_address


class TestEngine:
    def ready(self, session, clients, qtbot):
        session.engine.start()
        info = ModelInfo("ct2", "test", "1", "ar", "en", 64)
        clients[0].play(EngineStateChanged(EngineState.READY.value, info))
        qtbot.waitUntil(lambda: session.engine.status.state is EngineState.READY)

    def test_threads_and_engine_load_the_model_anew_once(
        self, dialog, session, clients, settings, qtbot
    ):
        self.ready(session, clients, qtbot)
        for number in (1, 2, 3):
            dialog.fields["threads"].setValue(number)
        qtbot.waitUntil(lambda: len(clients[0].loaded) == 2, timeout=PATIENCE)
        assert clients[0].loaded[-1] == (None, "ct2", 3)
        dialog.fields["engine"].setCurrentIndex(1)
        qtbot.waitUntil(lambda: len(clients[0].loaded) == 3, timeout=PATIENCE)
        assert clients[0].loaded[-1] == (None, "torch", 3)
        assert preferences.load().threads == 3

    def test_nothing_is_loaded_for_it_where_nothing_was(
        self, dialog, session, settings, clients, qtbot
    ):
        with qtbot.waitSignal(settings.changed, timeout=PATIENCE):
            settings.keep(THREADS, 2)
        pass_moments(session)
        assert clients == []

    def test_the_beam_is_asked_for_with_the_next_drafts(
        self, dialog, session, clients, settings, qtbot
    ):
        self.ready(session, clients, qtbot)
        with qtbot.waitSignal(settings.changed, timeout=PATIENCE):
            dialog.fields["beam_size"].setValue(7)
        session.engine.translate([session.editor.active_id])
        assert clients[0].options[-1].beam_size == 7

    def test_the_folder_of_models_is_where_they_are_looked_for(
        self, dialog, settings, tmp_path, qtbot, monkeypatch
    ):
        with pytest.raises(ModelError):
            find("mine")
        folder = tmp_path / "models"
        (folder / "mine").mkdir(parents=True)
        monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *a, **k: str(folder))
        browse = dialog.fields["model_folder"].layout().itemAt(1).widget()
        with qtbot.waitSignal(settings.changed, timeout=PATIENCE):
            browse.click()
        assert settings.value(MODEL_FOLDER) == str(folder)
        assert preferences.models_folder() == folder


class TestWork:
    def test_the_name_stands_beside_what_is_done_and_in_a_memory(
        self, dialog, session, settings, tmp_path, qtbot
    ):
        line = dialog.fields["author"]
        with qtbot.waitSignal(settings.changed, timeout=PATIENCE):
            QTest.keyClicks(line, "Sara")
        qtbot.waitUntil(lambda: preferences.load().author == "Sara", timeout=PATIENCE)
        qtbot.waitUntil(lambda: session.editor.author == "Sara", timeout=PATIENCE)
        session.editor.confirm(session.editor.active_id)
        with qtbot.waitSignal(session.noticed, timeout=PATIENCE):
            session.files.export(tmp_path / "memory.tmx")
        written = (tmp_path / "memory.tmx").read_text("utf-8")
        (signed,) = re.findall(r"<tuv [^>]*changeid[^>]*>", written)
        assert 'xml:lang="en"' in signed
        assert 'changeid="Sara"' in signed

    def test_without_a_name_nobody_is_named(self, dialog, session, tmp_path, qtbot):
        session.editor.confirm(session.editor.active_id)
        with qtbot.waitSignal(session.noticed, timeout=PATIENCE):
            session.files.export(tmp_path / "memory.tmx")
        assert "changeid" not in (tmp_path / "memory.tmx").read_text("utf-8")


WITHOUT_INVENTED = Profile(switches=(("invented", False),))


class TestChecks:
    def test_one_that_is_off_finds_nothing_until_it_is_on_again(
        self, dialog, session, settings, qtbot
    ):
        session.editor.type_text(session.editor.active_id, "see https://example.org/made-up", 0, 0)
        qtbot.waitUntil(lambda: "invented" in checks(session), timeout=PATIENCE)
        switch = dialog.fields["check_profiles"].switches["invented"]
        switch.click()
        assert settings.value(CHECK_PROFILES) == profiles_text((WITHOUT_INVENTED,))
        qtbot.waitUntil(lambda: "invented" not in checks(session), timeout=PATIENCE)
        session.editor.type_text(session.editor.active_id, "https://example.org/another", 0, 0)
        assert "invented" not in checks(session)
        dialog.show_page(Page.CHECKS)
        dialog.defaults.click()
        qtbot.waitUntil(switch.isChecked, timeout=PATIENCE)
        qtbot.waitUntil(lambda: "invented" in checks(session), timeout=PATIENCE)

    def test_the_process_beside_the_window_leaves_it_out_too(self, settings, opened, qtbot):
        draft_all(opened)
        segment = opened.document.segments[0]
        document, made_up = opened.document, "https://example.org/made-up"
        bad = replace(segment, target=made_up)
        subject = subject_of(bad, document.unit_of(bad), document.pair_of(bad), None)
        told = []
        process = program_services(settings).check_apart(told.append, WITHOUT_INVENTED, None)
        try:
            process.check([subject])
            qtbot.waitUntil(lambda: bool(told), timeout=PATIENCE)
        finally:
            process.close()
        issues, _seconds = told[0]
        assert "invented" not in {issue.check for _id, found in issues for issue in found}


def checks(session):
    return {issue.check for issue in session.issues.all()}


class TestSaving:
    def test_so_many_backups_are_kept(self, dialog, session, settings, tmp_path, qtbot):
        project = session.autosave.project
        backups = Backups(tmp_path / "backups", lambda: (settings.value(BACKUPS_NEWEST), 0))
        for number in range(5):
            session.editor.type_text(session.editor.active_id, f"text {number}", 0, 0)
            session.autosave.wait(_never())
            assert backups.keep(project) is not None
        assert len(backups.of(project.path)) == 3
        dialog.fields["backups_newest"].setValue(0)
        assert backups.keep(project) is None
        assert backups.of(project.path) == []


def test_days_before_are_kept_as_long_as_is_said(tmp_path):
    backups = [
        Backup(tmp_path / f"{day}", tmp_path / "p.muraji", 1e9 + 86_400 * day, 10)
        for day in range(6)
    ]
    assert len(too_many(backups, newest=1, before=2)) == 3
    assert too_many(backups, newest=1, before=365) == []
    assert len(too_many(backups, newest=4, before=0)) == 2


def test_the_tokeniser_counts_from_the_next_start_on(qapp, settings, tmp_path):
    settings.keep(TOKENISER, "char")
    settings.wait()
    session = Session(program_services(Settings()))
    try:
        assert session.scores._tokeniser == "char"
    finally:
        session.close(discard=True)


def _never():
    from translation.system.cancel import CancelToken

    return CancelToken()


class TestPrivacy:
    def menu(self, window):
        menu = window.actions_.menu("recent")
        return [a.text() for a in menu.actions() if a.text() and not a.objectName()]

    def test_recent_files_are_in_the_menu_and_can_be_forgotten(
        self, window, session, tmp_path, qtbot, settings
    ):
        (tmp_path / "b&c.txt").write_text("نص آخر.", encoding="utf-8")
        with qtbot.waitSignal(session.editor.document_replaced, timeout=PATIENCE):
            session.files.open(tmp_path / "b&c.txt")
        assert self.menu(window)[0] == "b&&c.txt.muraji"
        first = session.files.path
        menu = window.actions_.menu("recent")
        (tmp_path / "d.txt").write_text("نص.", encoding="utf-8")
        with qtbot.waitSignal(session.editor.document_replaced, timeout=PATIENCE):
            session.files.open(tmp_path / "d.txt")
        assert self.menu(window)[:2] == ["d.txt.muraji", "b&&c.txt.muraji"]
        with qtbot.waitSignal(session.editor.document_replaced, timeout=PATIENCE):
            menu.actions()[1].trigger()
        assert session.files.path == first
        window.actions_["forget_recent"].trigger()
        assert self.menu(window) == []
        assert not menu.menuAction().isEnabled()
        assert settings.value(RECENT) == ""

    def test_none_are_remembered_where_none_are_wanted(
        self, window, session, tmp_path, qtbot, settings
    ):
        (tmp_path / "b.txt").write_text("نص آخر.", encoding="utf-8")
        with qtbot.waitSignal(session.editor.document_replaced, timeout=PATIENCE):
            session.files.open(tmp_path / "b.txt")
        assert self.menu(window)
        settings.keep(RECENT_FILES, 0)
        assert self.menu(window) == []
        (tmp_path / "c.txt").write_text("نص.", encoding="utf-8")
        with qtbot.waitSignal(session.editor.document_replaced, timeout=PATIENCE):
            session.files.open(tmp_path / "c.txt")
        assert settings.value(RECENT) == ""

    def test_nothing_goes_to_the_network_where_it_is_off(self, dialog, window, session, qtbot):
        dialog.fields["network"].click()
        for ask in (
            lambda: session.files.open_page(read_address("https://example.org/")),
            lambda: session.engine.install_model("opus-mt-ar-en", accept_licence=True),
        ):
            with qtbot.waitSignal(session.failed, timeout=PATIENCE) as told:
                ask()
            assert told.args[0].reason == "network_off"
        assert "nothing goes to the network" in window.messages.sentences[-1]

    def test_a_model_in_a_folder_needs_no_network(self, settings, tmp_path):
        settings.keep(NETWORK, False)
        with pytest.raises(ModelError):  # there is none in it, which is found out on the spot
            program_services(settings).install_model(str(tmp_path), True, print, _never())


class TestKeys:
    def test_a_clash_is_said_before_it_is_taken(self, dialog, window):
        editor = dialog.fields["keys"]
        editor.choose("confirm")
        assert "Press new keys for “Confirm”" in editor.told.text()
        dialog.show_page(Page.KEYS)
        editor.pressed.setFocus()
        QTest.keyClick(editor.pressed, Qt.Key.Key_J, Qt.KeyboardModifier.ControlModifier)
        assert editor.told.text() == "Ctrl+J belongs to “Merge with next”, which will lose it."
        assert window.actions_["merge"].shortcut().toString() == "Ctrl+J"
        editor.bind.click()
        assert window.actions_["confirm"].shortcuts() == [QKeySequence("Ctrl+J")]
        assert window.actions_["merge"].shortcuts() == [QKeySequence("Alt+Shift+S")]
        assert editor._items["confirm"].text(1) == "Ctrl+J"
        editor.usual.click()
        assert window.actions_["merge"].shortcut().toString() == "Ctrl+J"

    def test_an_action_is_found_by_words_and_keys(self, dialog):
        editor = dialog.fields["keys"]
        for asked in ("copy source", "ctrl+ins"):
            editor.search.setText(asked)
            shown = {action for action, item in editor._items.items() if not item.isHidden()}
            assert shown == {"copy_source"}
            assert editor.chosen.id == "copy_source"
        editor.choose("confirm")
        assert editor.search.text() == ""

    def test_what_cannot_be_bound_is_said(self, dialog):
        editor = dialog.fields["keys"]
        for keys, said in (
            ("B", "alone writes"),
            ("Ctrl+C", "in every field"),
            ("Alt+F", "the menu “File”"),
            ("Ctrl+F9", "is free"),
        ):
            editor.pressed.setKeySequence(QKeySequence(keys))
            assert said in editor.told.text()
            assert editor.bind.isEnabled() is (keys == "Ctrl+F9")

    def test_keys_can_be_added_and_taken_away(self, dialog, window):
        editor = dialog.fields["keys"]
        editor.choose("clear")
        editor.pressed.setKeySequence(QKeySequence("Ctrl+F9"))
        editor.add.click()
        shown = [keys.toString() for keys in window.actions_["clear"].shortcuts()]
        assert shown == ["Ctrl+Shift+Del", "Ctrl+F9"]
        editor.none.click()
        assert window.actions_["clear"].shortcuts() == []

    def test_another_programs_keys(self, dialog, window):
        field = dialog.fields["key_profile"]
        field.setCurrentIndex(field.findData("poedit"))
        assert window.actions_["copy_source"].shortcut().toString() == "Ctrl+B"
        assert window.actions_["quit"].shortcut().toString() == "Ctrl+Q"
