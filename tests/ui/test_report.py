"""The report is asked for in the window, and written as the kind that was chosen."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog

from app.settings.store import Settings
from translation.reporting.words import Edition
from translation.system import preferences
from ui.appearance import Appearance
from ui.dialogs.report import ReportDialog
from ui.main_window import MainWindow

INSTALLED = Path(__file__).parents[1] / "translation" / "scoring" / "installed"
"""Where a package stands that is called as COMET is."""


@pytest.fixture
def window(qapp, opened, qtbot):
    window = MainWindow(opened, Appearance(qapp, Settings()))
    window.show()
    qtbot.waitExposed(window)
    yield window
    window.close()


def asked(window) -> ReportDialog:
    window.actions_["report"].trigger()
    (dialog,) = (one for one in window.findChildren(ReportDialog) if one.isVisible())
    return dialog


@pytest.mark.parametrize(
    ("suffix", "begins"), [(".html", b"<!DOCTYPE html>"), (".pdf", b"%PDF"), (".csv", b"\xef\xbb")]
)
def test_report_is_written(window, tmp_path, qtbot, monkeypatch, suffix, begins):
    session = window.session
    first = session.document.segments[0]
    session.editor.type_text(first.id, "A headline", 0, 10)
    session.editor.confirm(first.id)
    dialog = asked(window)
    dialog.kind.setCurrentIndex(dialog.kind.findData(suffix))
    dialog.edition.setCurrentIndex(dialog.edition.findData(Edition.ARABIC.value))
    assert dialog.edition.isEnabled() == (suffix != ".csv")
    path = tmp_path / "said"  # without a suffix: the kind gives it
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *a, **k: (str(path), ""))
    with qtbot.waitSignal(session.reporting.noticed, timeout=60_000) as told:
        dialog.accept()
    assert told.args[0].code == "exported"
    written = path.with_name(f"said{suffix}").read_bytes()
    assert written.startswith(begins)
    if suffix == ".html":
        assert "تقرير المراجعة" in written.decode("utf-8")


def test_a_pdf_is_the_same_twice(window, tmp_path, qtbot):
    session = window.session
    session.editor.type_text(session.document.segments[0].id, "A headline", 0, 10)
    written = []
    for name in ("a.pdf", "b.pdf"):
        with qtbot.waitSignal(session.reporting.noticed, timeout=60_000):
            session.reporting.write(tmp_path / name, Edition.ARABIC)
        written.append((tmp_path / name).read_bytes())
    assert written[0] == written[1]


def test_words_that_no_dictionary_has_are_in_it(window, tmp_path, qtbot):
    session, path = window.session, tmp_path / "said.json"
    session.editor.type_text(session.document.segments[0].id, "A haedline", 0, 10)
    with qtbot.waitSignal(session.reporting.noticed, timeout=60_000):
        session.reporting.write(path, Edition.ENGLISH)
    found = json.loads(path.read_text("utf-8"))["checks"]
    assert [(row["check"], row["still_open"]) for row in found if row["check"] == "spelling"] == [
        ("spelling", 1)
    ]


def test_comet_is_offered_where_the_preferences_name_a_checkpoint(
    window, tmp_path, qtbot, monkeypatch
):
    assert asked(window).with_comet.isHidden()
    (tmp_path / "checkpoints").mkdir()
    for name in ("hparams.yaml", "checkpoints/model.ckpt"):
        (tmp_path / name).write_text("", encoding="utf-8")
    monkeypatch.setenv("PYTHONPATH", str(INSTALLED))
    preferences.change({"comet": str(tmp_path)})
    session = window.session
    session.editor.type_text(session.document.segments[0].id, "A headline", 0, 10)
    session.editor.confirm(session.document.segments[0].id)
    (tmp_path / "reference.txt").write_text("A headline\n" * 5, encoding="utf-8")
    with qtbot.waitSignal(session.scores.changed):
        session.exchange.load_reference(tmp_path / "reference.txt")
    dialog = ReportDialog(session, window)
    dialog.open()
    assert dialog.with_comet.isVisible()
    dialog.with_comet.setChecked(True)
    dialog.kind.setCurrentIndex(dialog.kind.findData(".json"))
    path = tmp_path / "r.json"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *a, **k: (str(path), ""))
    with qtbot.waitSignal(session.reporting.noticed, timeout=60_000):
        dialog.accept()
    scores = json.loads(path.read_text("utf-8"))["scores"]["reviewed_reference"]["metrics"]
    assert scores["COMET"]["score"] == 100


def test_no_place_chosen_leaves_the_dialog(window, monkeypatch):
    dialog = asked(window)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *a, **k: ("", ""))
    dialog.accept()
    assert dialog.isVisible()
    dialog.reject()
