"""Dialogs of models, crashes and signatures."""

from __future__ import annotations

import shutil
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton, QWidget

from app.engine.work import INSTALL
from app.state import Job
from tests.ui.dialog_fields import make_report
from translation.engines.models import BUNDLED, STARTER
from translation.engines.offers import OFFERS
from translation.errors import ModelError
from translation.system import preferences
from ui.dialogs.crash import CrashDialog
from ui.dialogs.licence import LicenceDialog
from ui.dialogs.models import ModelsDialog
from ui.dialogs.signatures import SignaturesDialog
from ui.theme import LIGHT
from ui.widgets.link import Link


class TestModels:
    @pytest.fixture
    def dialog(self, qtbot, opened):
        made = ModelsDialog(opened, LIGHT)
        qtbot.addWidget(made)
        made.show()
        return made

    def test_the_starter_says_what_it_is_worth(self, dialog):
        text = dialog.list.item(0).text()
        assert text.startswith("Starter model · in use · comes with the program · trial quality")
        assert "opus-mt-ar-en" in text

    def test_offers_name_score_size_and_licence(self, dialog):
        text = dialog.list.item(1).text()
        for part in ("opus-mt-tc-big-ar-en", "42.6", "MB", "CC BY 4.0", "not installed"):
            assert part in text

    def test_the_licence_comes_first(self, dialog, qtbot, opened, monkeypatch):
        installed = []
        monkeypatch.setattr(
            opened.engine, "install_model", lambda *a, **k: installed.append((a, k))
        )
        dialog.list.setCurrentRow(1)
        qtbot.mouseClick(dialog.install, Qt.MouseButton.LeftButton)
        assert not installed
        licence = dialog.findChild(LicenceDialog)
        assert "CC BY 4.0" in "\n".join(
            label.text() for label in licence.findChildren(QWidget) if hasattr(label, "text")
        )
        licence.reject()
        assert not installed
        qtbot.mouseClick(dialog.install, Qt.MouseButton.LeftButton)
        dialog.findChildren(LicenceDialog)[-1].accept()
        assert installed == [((OFFERS[0].id,), {"accept_licence": True})]

    def test_a_folder_that_is_no_model_changes_nothing(
        self, dialog, qtbot, opened, monkeypatch, tmp_path
    ):
        monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))
        button = next(b for b in dialog.findChildren(QPushButton) if "folder" in b.text())
        with qtbot.waitSignal(opened.failed):
            qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        assert "config.json is missing" in dialog.told.text()
        assert dialog.list.item(0).text().startswith("Starter model · in use")

    def test_a_folder_of_ones_own_is_named(self, qtbot, opened, tmp_path):
        folder = tmp_path / "my-model"
        shutil.copytree(BUNDLED / STARTER, folder)
        preferences.save(replace(preferences.load(), model=str(folder)))
        dialog = ModelsDialog(opened, LIGHT)
        qtbot.addWidget(dialog)
        first = dialog.list.item(0).text()
        assert first.startswith(f"{folder} · in use · trial quality")
        assert "comes with the program" not in first
        shutil.rmtree(folder)
        gone = ModelsDialog(opened, LIGHT)
        qtbot.addWidget(gone)
        assert "there is no such model" in gone.list.item(0).text()

    def test_the_model_that_comes_along_stays(self, dialog):
        dialog.list.setCurrentRow(0)
        assert not dialog.remove.isEnabled()
        assert not dialog.install.isEnabled()
        assert not dialog.use.isEnabled()


class TestCrash:
    def test_it_says_that_the_work_is_saved(self, qtbot, opened, tmp_path):
        dialog = CrashDialog(make_report(opened, tmp_path))
        qtbot.addWidget(dialog)
        said = "\n".join(w.text() for w in dialog.findChildren(QWidget) if hasattr(w, "text"))
        assert "Your work is saved" in said

    def test_it_does_not_say_so_where_it_is_not(self, qtbot, opened, tmp_path):
        dialog = CrashDialog(make_report(opened, tmp_path, saved=False))
        qtbot.addWidget(dialog)
        said = "\n".join(w.text() for w in dialog.findChildren(QWidget) if hasattr(w, "text"))
        assert "Not all of your work" in said

    def test_text_is_in_the_report_only_where_ticked(self, qtbot, opened, tmp_path, monkeypatch):
        dialog = CrashDialog(make_report(opened, tmp_path))
        qtbot.addWidget(dialog)
        source = opened.document.segment(opened.editor.active_id).source
        place = tmp_path / "report.txt"
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *a, **k: (str(place), ""))
        dialog.write.click()
        assert "RuntimeError" in place.read_text("utf-8")
        assert source not in place.read_text("utf-8")
        assert "secret" not in place.read_text("utf-8")
        dialog.include.setChecked(True)
        dialog.write.click()
        assert source in place.read_text("utf-8")

    def test_a_report_that_cannot_be_written_says_why(self, qtbot, opened, tmp_path, monkeypatch):
        dialog = CrashDialog(make_report(opened, tmp_path))
        qtbot.addWidget(dialog)
        place = str(tmp_path / "nowhere" / "report.txt")
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *a, **k: (place, ""))
        dialog.write.click()
        assert "its folder does not exist" in dialog._told.text()


def test_signatures_can_be_copied(qtbot, drafted):
    drafted.editor.type_text(drafted.editor.active_id, "Another.", 0, 8)
    drafted.editor.confirm(drafted.editor.active_id)
    qtbot.waitUntil(lambda: drafted.scores.scores.document is not None)
    dialog = SignaturesDialog(drafted.scores.scores)
    qtbot.addWidget(dialog)
    dialog._copy()
    copied = QApplication.clipboard().text()
    assert "HBLEU" in copied
    assert "nrefs:1|" in copied
    assert "eff:yes" in copied


def test_installing_shows_how_far_it_is_and_can_be_stopped(qtbot, opened, monkeypatch):
    stopped = []
    monkeypatch.setattr(opened.jobs, "cancel", lambda: stopped.append(True))
    dialog = ModelsDialog(opened, LIGHT)
    qtbot.addWidget(dialog)
    dialog.show()
    assert not dialog.progress.isVisible()
    opened.jobs.changed.emit(Job(INSTALL, 100_000_000, 400_000_000))
    assert dialog.progress.isVisible()
    assert dialog.told.text() == "100 of 400 MB"
    qtbot.mouseClick(dialog.progress.findChild(Link), Qt.MouseButton.LeftButton)
    assert stopped
    opened.jobs.changed.emit(None)
    assert not dialog.progress.isVisible()


def test_a_failed_installation_says_why_in_the_dialog(qtbot, opened):
    dialog = ModelsDialog(opened, LIGHT)
    qtbot.addWidget(dialog)
    opened.failed.emit(ModelError("no_network", model="m", host="h"))
    assert dialog.told.text() == "m was not installed: no connection to h."
