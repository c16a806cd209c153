"""Profiles of checks and own rules in their dialogs: chosen, changed, brought in, tried out."""

from __future__ import annotations

import json

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog

from app.settings.check_profiles import chosen_profile, keep_profile, profiles
from app.settings.preferring import Preferring
from app.settings.store import Settings
from tests.ui.window import open_window
from translation.quality import USUAL, Profile
from translation.quality.rule import Demand, Rule
from translation.system.preferences import CHECK_PROFILE
from translation.system.setting import Page
from ui.appearance import Appearance
from ui.dialogs.preferences import PreferencesDialog
from ui.dialogs.profile_name import ProfileNameDialog
from ui.dialogs.project_checks import ProjectChecksDialog
from ui.dialogs.rules import RulesDialog

PATIENCE = 5000
pytestmark = pytest.mark.qt_log_ignore(
    "This plugin does not support (raise|grabbing|propagateSizeHints)"
)


@pytest.fixture
def settings():
    return Settings()


@pytest.fixture
def preferred(qtbot, drafted, settings):
    """The preferences on the page of checks, over a session that goes by them."""
    Preferring(settings, drafted)
    appearance = Appearance(settings=settings)
    appearance.apply()
    window = open_window(qtbot, drafted, appearance)
    dialog = PreferencesDialog(drafted, appearance, window.keys, window)
    dialog.show_page(Page.CHECKS)
    dialog.show()
    return dialog


class TestProfiles:
    def choose(self, dialog, name):
        field = dialog.fields["check_profile"]
        field.profiles.setCurrentIndex(field.profiles.findData(name))
        field.profiles.activated.emit(field.profiles.currentIndex())

    def test_one_is_chosen_and_gone_by(self, preferred, drafted, settings, qtbot):
        switches = preferred.fields["check_profiles"].switches
        assert not switches["reading_speed"].isChecked()
        self.choose(preferred, "subtitles")
        qtbot.waitUntil(switches["reading_speed"].isChecked, timeout=PATIENCE)
        assert drafted.checks.profile == profiles(settings)["subtitles"]

    def test_a_number_is_kept_in_the_profile_that_is_chosen(
        self, preferred, drafted, settings, qtbot
    ):
        self.choose(preferred, "subtitles")
        numbers = preferred.fields["check_profiles"].numbers
        qtbot.waitUntil(numbers["line_length"].isEnabled, timeout=PATIENCE)
        numbers["line_length"].setValue(37)
        qtbot.waitUntil(lambda: drafted.checks.profile.numbers != (), timeout=PATIENCE)
        assert drafted.checks.profile.numbers == (("line_length", 37),)
        assert profiles(settings)[""] == USUAL
        field = preferred.fields["check_profile"]
        qtbot.waitUntil(lambda: field.remove.isEnabled(), timeout=PATIENCE)
        field.remove.click()
        qtbot.waitUntil(lambda: numbers["line_length"].value() == 42, timeout=PATIENCE)
        assert settings.value(CHECK_PROFILE) == "subtitles"

    def test_a_copy_has_a_name_of_its_own_and_goes_again(self, preferred, settings, qtbot):
        field = preferred.fields["check_profile"]
        field.make.click()
        dialog = preferred.findChild(ProfileNameDialog)
        QTest.keyClicks(dialog.name, "news")
        assert not dialog._accept.isEnabled()
        QTest.keyClicks(dialog.name, "paper")
        dialog.accept()
        assert chosen_profile(settings).name == "newspaper"
        qtbot.waitUntil(lambda: field.profiles.currentText() == "newspaper", timeout=PATIENCE)
        field.remove.click()
        qtbot.waitUntil(lambda: field.profiles.currentData() == "", timeout=PATIENCE)
        assert "newspaper" not in profiles(settings)

    def test_one_is_brought_in_and_handed_out(
        self, preferred, settings, tmp_path, monkeypatch, qtbot
    ):
        theirs = {"name": "agency", "checks": {"loop": False}, "rules": [{"target": "utilize"}]}
        (tmp_path / "a.json").write_text(json.dumps(theirs), encoding="utf-8")
        read, written = str(tmp_path / "a.json"), str(tmp_path / "b.json")
        monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *a, **k: (read, ""))
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *a, **k: (written, ""))
        field = preferred.fields["check_profile"]
        field.bring_in.click()
        assert chosen_profile(settings).rules == (Rule("utilize", target="utilize"),)
        field.hand_out.click()
        assert Profile.parse(json.loads((tmp_path / "b.json").read_text("utf-8"))).name == "agency"
        (tmp_path / "a.json").write_text("[]", encoding="utf-8")
        field.bring_in.click()
        assert "a.json is no profile" in field._said.text()


class TestOfProject:
    @pytest.fixture
    def dialog(self, preferred, drafted, settings):
        return ProjectChecksDialog(drafted, settings, preferred.parentWidget())

    def test_a_profile_of_its_own_goes_before_the_preferred_one(self, dialog, drafted, settings):
        assert not dialog.editor.isEnabled()
        dialog.profiles.setCurrentIndex(dialog.profiles.findData("web"))
        dialog.profiles.activated.emit(dialog.profiles.currentIndex())
        assert drafted.checks.profile.name == "web"
        dialog.editor.switches["loop"].click()
        assert ("loop", False) in drafted.checks.of_project.switches
        kept = Profile.parse(drafted.autosave.get_meta("checks"))
        assert kept == drafted.checks.of_project
        keep_profile(settings, Profile("web", switches=(("empty", False),)))
        assert drafted.checks.profile == kept
        dialog.profiles.setCurrentIndex(0)
        dialog.profiles.activated.emit(0)
        assert drafted.checks.profile == chosen_profile(settings)
        assert drafted.autosave.get_meta("checks") is None

    def test_it_is_gone_by_when_the_project_is_opened_again(self, dialog, drafted, qtbot):
        own = Profile("own", rules=(Rule("x", target="Draft"),))
        drafted.checks.choose_for_project(own)
        qtbot.waitUntil(lambda: drafted.issues.count >= 4, timeout=PATIENCE)
        drafted.checks.close()
        assert drafted.checks.profile == USUAL
        drafted.checks.open(drafted.document, drafted.autosave)
        assert drafted.checks.profile == own


class TestRules:
    @pytest.fixture
    def dialog(self, qtbot):
        made = RulesDialog((Rule("net", "شبكة", "network", replacement="net"),))
        qtbot.addWidget(made)
        made.show()
        return made

    def test_a_rule_is_written_and_tried_out(self, dialog, qtbot):
        told = []
        dialog.changed.connect(told.append)
        dialog.new.click()
        QTest.keyClicks(dialog.target, "utilize")
        QTest.keyClicks(dialog.replacement, "use")
        assert told[-1][1] == Rule("Rule 1", target="utilize", replacement="use")
        QTest.keyClicks(dialog.try_target, "They utilize it")
        assert "“utilize” must not stand here, but “use”" in dialog.said.text()
        dialog.try_target.clear()
        QTest.keyClicks(dialog.try_target, "They use it")
        assert "finds nothing" in dialog.said.text()
        dialog.demand.setCurrentIndex(dialog.demand.findData(Demand.NEEDED))
        dialog.demand.activated.emit(dialog.demand.currentIndex())
        assert told[-1][1].demand is Demand.NEEDED

    def test_an_expression_that_is_none_says_why_and_is_not_taken(self, dialog):
        told = []
        dialog.changed.connect(told.append)
        dialog.list.setCurrentRow(0)
        dialog.is_expression.click()
        dialog.target.clear()
        for letter in "(a":
            QTest.keyClicks(dialog.target, letter)
        assert "is not closed" in dialog.said.text()
        assert told[-1][0].target != "(a"
        QTest.keyClicks(dialog.target, ")")
        assert told[-1][0].target == "(a)"

    def test_rules_come_and_go_by_file(self, dialog, tmp_path, monkeypatch):
        (tmp_path / "rules.csv").write_text("a lot,much\nutilize,use\n", encoding="utf-8")
        written = tmp_path / "out.tsv"
        read = str(tmp_path / "rules.csv")
        monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *a, **k: (read, ""))
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *a, **k: (str(written), ""))
        told = []
        dialog.changed.connect(told.append)
        dialog.bring_in.click()
        assert [rule.name for rule in told[-1]] == ["net", "a lot", "utilize"]
        dialog.hand_out.click()
        assert "utilize" in written.read_text("utf-8")
        dialog.list.setCurrentRow(0)
        dialog.take_out.click()
        assert [rule.name for rule in told[-1]] == ["a lot", "utilize"]
        (tmp_path / "rules.csv").write_text("target,severity\na,dire\n", encoding="utf-8")
        dialog.bring_in.click()
        assert "rules.csv is no list of rules" in dialog.said.text()
