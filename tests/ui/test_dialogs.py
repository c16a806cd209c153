"""Every dialog opens in every look and both directions, and does what its button says."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from app.settings.store import Settings
from tests.ui.dialog_fields import make_report
from translation.engines.offers import OFFERS
from translation.formats import FORMATS, writable_formats
from translation.model.language import LanguagePair
from ui import asking, dressing
from ui import theme as themes
from ui.actions.table import TABLE
from ui.appearance import Appearance
from ui.dialogs import file_types
from ui.dialogs.about import AboutDialog
from ui.dialogs.crash import CrashDialog
from ui.dialogs.encoding import EncodingDialog
from ui.dialogs.export import ExportDialog
from ui.dialogs.go_to import GoToDialog
from ui.dialogs.help import HelpDialog
from ui.dialogs.key_sheet import KeySheet
from ui.dialogs.languages import LanguagesDialog
from ui.dialogs.licence import LicenceDialog
from ui.dialogs.models import ModelsDialog
from ui.dialogs.new_text import NewTextDialog
from ui.dialogs.open_url import OpenUrlDialog
from ui.dialogs.palette import PaletteDialog
from ui.dialogs.palette_entry import PaletteEntry
from ui.dialogs.preferences import PreferencesDialog
from ui.dialogs.restore_points import RestorePointsDialog
from ui.dialogs.signatures import SignaturesDialog
from ui.keys import Keys
from ui.theme import LIGHT

LEFT_TO_RIGHT, RIGHT_TO_LEFT = Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft


def all_preferences(session):
    appearance = Appearance()
    return PreferencesDialog(session, appearance, Keys(TABLE, appearance.settings))


DIALOGS = {
    "about": lambda session, theme, tmp: AboutDialog(theme),
    "crash": lambda session, theme, tmp: CrashDialog(make_report(session, tmp)),
    "encoding": lambda session, theme, tmp: EncodingDialog(
        session, session.document.files[0], theme
    ),
    "export": lambda session, theme, tmp: ExportDialog(session, theme),
    "go_to": lambda session, theme, tmp: GoToDialog(session),
    "help": lambda session, theme, tmp: HelpDialog(theme, Keys(TABLE, Settings())),
    "key_sheet": lambda session, theme, tmp: KeySheet(Keys(TABLE, Settings())),
    "palette": lambda session, theme, tmp: PaletteDialog(
        [PaletteEntry("open", "Open…", "File", print, "Ctrl+O")], [], lambda _n: None, theme
    ),
    "languages": lambda session, theme, tmp: LanguagesDialog(session.document.files[0]),
    "licence": lambda session, theme, tmp: LicenceDialog(OFFERS[0]),
    "models": lambda session, theme, tmp: ModelsDialog(session, theme),
    "open_url": lambda session, theme, tmp: OpenUrlDialog(),
    "new_text": lambda session, theme, tmp: NewTextDialog(theme),
    "preferences": lambda session, theme, tmp: all_preferences(session),
    "restore_points": lambda session, theme, tmp: RestorePointsDialog(session, theme),
    "signatures": lambda session, theme, tmp: SignaturesDialog(session.scores.scores),
}


@pytest.mark.parametrize("name", DIALOGS)
@pytest.mark.parametrize(
    ("look", "direction"),
    [("light", LEFT_TO_RIGHT), ("dark", RIGHT_TO_LEFT), ("contrast", LEFT_TO_RIGHT)],
    indirect=["direction"],
)
def test_a_dialog_opens_in_every_look(name, look, qtbot, qapp, opened, tmp_path, direction):
    theme = themes.THEMES[look]
    dressing.apply(qapp, theme)
    dialog = DIALOGS[name](opened, theme, tmp_path)
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.windowTitle()
    assert not dialog.grab().isNull()
    unnamed = [
        part
        for part in dialog.findChildren(QWidget)
        if part.focusPolicy() & Qt.FocusPolicy.TabFocus
        and part.isVisibleTo(dialog)
        and type(part).__name__ not in UNNAMED
        and not (part.accessibleName() or getattr(part, "text", str)())
    ]
    assert not unnamed
    # Nothing that is shown is cut off at the dialog's own size.
    assert dialog.width() >= dialog.minimumSizeHint().width()


UNNAMED = {"QTabBar", "QTabWidget", "QScrollArea", "QLineEdit", "QHeaderView"}
"""Parts of Qt's own that stand inside a named widget, or take their name from their tabs."""


def field(dialog, kind):
    return dialog.findChild(kind)


class TestExport:
    @pytest.fixture
    def dialog(self, qtbot, opened):
        made = ExportDialog(opened, LIGHT)
        made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
        qtbot.addWidget(made)
        return made

    def test_it_begins_with_the_articles_own_format_beside_it(self, dialog, article_file):
        assert dialog.format_id == "txt"
        assert Path(dialog.name.text()) == article_file.with_name("حوار.en.txt")

    def test_every_format_that_can_be_written_is_there(self, dialog, opened):
        ids = [type_.id for type_ in file_types.writable(opened.document)]
        writable = [spec.id for spec in writable_formats(opened.document)]
        assert sorted(ids) == sorted([*writable, "muraji"])
        for format_id in ids:
            dialog.choose_format(format_id)
            assert dialog.format_id == format_id

    def test_what_needs_another_original_is_not_offered(self, opened):
        ids = {type_.id for type_ in file_types.writable(opened.document)}
        needing = {spec.id for spec in FORMATS if spec.needs_original}
        assert needing
        assert not ids & needing

    def test_every_format_has_a_name_and_a_note_of_its_own(self):
        written = [spec for spec in FORMATS if spec.write is not None]
        assert all(spec.note for spec in written)
        names = [spec.words or spec.name for spec in FORMATS] + [file_types.PROJECT_WORDS]
        assert len(set(names)) == len(names)
        ranks = [spec.rank for spec in FORMATS] + [file_types.PROJECT_RANK]
        assert len(set(ranks)) == len(ranks)

    def test_the_format_sets_the_ending_and_no_two_names_are_the_same(self, dialog, opened):
        names = set()
        for type_ in file_types.writable(opened.document):
            dialog.choose_format(type_.id)
            path = Path(dialog.name.text())
            assert path.suffix == type_.suffixes[0]
            assert path.name.startswith("حوار.en")
            names.add(path.name)
        assert len(names) == len(file_types.writable(opened.document))

    def test_a_name_of_ones_own_keeps_its_beginning(self, dialog, tmp_path):
        dialog.name.setText(str(tmp_path / "mine.txt"))
        for format_id, name in (
            ("html-sides", "mine.sides.html"),
            ("pdf", "mine.pdf"),
            ("pdf-changes", "mine.changes.pdf"),
            ("xliff", "mine.xlf"),
        ):
            dialog.choose_format(format_id)
            assert Path(dialog.name.text()) == tmp_path / name

    @pytest.mark.parametrize(("name", "format_id"), [("x.tmx", "tmx"), ("x.HTML", "html")])
    def test_a_typed_suffix_sets_the_format(self, dialog, name, format_id):
        dialog.name.setText(name)
        assert dialog.format_id == format_id
        assert dialog.name.text() == name

    def test_a_suffix_that_the_marked_format_has_changes_nothing(self, dialog):
        dialog.choose_format("html-sides")
        dialog.name.setText("x.html")
        assert dialog.format_id == "html-sides"

    def test_headings_cannot_be_marked(self, dialog):
        ids = set()
        for _ in range(40):
            ids.add(dialog.format_id)
            QTest.keyClick(dialog._formats, Qt.Key.Key_Up)
        for _ in range(40):
            ids.add(dialog.format_id)
            QTest.keyClick(dialog._formats, Qt.Key.Key_Down)
        assert "" not in ids
        assert ids == set(dialog._types)

    def test_the_article_itself_is_not_written_over(self, dialog, article_file):
        dialog.name.setText(str(article_file))
        assert not dialog._write.isEnabled()
        assert "original" in dialog._warning.text()

    @pytest.mark.parametrize(
        "name", ["x" * 300 + ".txt", "a\0b.txt", "\u202egpj.txt", "~nobody/x.txt", "/", "خ" * 200]
    )
    def test_no_name_is_too_odd(self, dialog, qtbot, name):
        dialog.name.setText(name)
        assert "\u202e" not in dialog._warning.text()
        with qtbot.waitSignal(dialog.chosen):
            dialog.accept()

    def test_a_file_in_the_way_is_named(self, dialog, article_file):
        there = article_file.with_name("there.txt")
        there.touch()
        dialog.name.setText(str(there))
        assert "will be replaced" in dialog._warning.text()

    @pytest.mark.parametrize("replaces", [False, True])
    def test_a_file_in_the_way_is_replaced_only_where_one_says_so(
        self, dialog, qtbot, article_file, monkeypatch, replaces
    ):
        (there := article_file.with_name("there.txt")).touch()
        dialog.name.setText(str(there))
        asked, told = [], []
        monkeypatch.setattr(asking, "ask", lambda *_, **words: asked.append(words) or replaces)
        dialog.chosen.connect(lambda *chosen: told.append(chosen))
        dialog.accept()
        assert len(asked) == 1
        assert told == ([(there, "txt")] if replaces else [])

    def test_what_the_system_asked_about_is_not_asked_again(
        self, dialog, qtbot, article_file, monkeypatch
    ):
        (there := article_file.with_name("there.txt")).touch()
        monkeypatch.setattr(asking, "file_to_write", lambda *_: there)
        monkeypatch.setattr(asking, "ask", lambda *_, **__: pytest.fail("asked twice"))
        dialog._browse()
        with qtbot.waitSignal(dialog.chosen):
            dialog.accept()

    def test_it_begins_with_what_was_exported_last(self, qtbot, opened, tmp_path):
        with qtbot.waitSignal(opened.noticed, check_params_cb=lambda n: n.code == "exported"):
            opened.files.export(tmp_path / "mine.sides.html", "html-sides")
        dialog = ExportDialog(opened, LIGHT)
        qtbot.addWidget(dialog)
        assert dialog.format_id == "html-sides"
        assert Path(dialog.name.text()) == tmp_path / "mine.sides.html"

    @pytest.mark.parametrize(
        ("last", "usual", "first"),
        [("", "", "txt"), ("", "xlsx", "xlsx"), ("tmx", "xlsx", "tmx"), ("", "own", "txt")],
    )
    def test_the_last_format_of_any_document_is_remembered(self, opened, last, usual, first):
        types = file_types.writable(opened.document)
        assert file_types.first_choice(types, last, usual) == first
        others = [type_ for type_ in types if not type_.in_place]
        assert file_types.first_choice(others, "gone", "own") == "xliff"

    def test_it_tells_where_and_how(self, dialog, qtbot, article_file):
        with qtbot.waitSignal(dialog.chosen) as told:
            dialog.name.setText("relative.tsv")
            dialog.accept()
        assert told.args == [article_file.parent / "relative.tsv", "tsv"]

    def test_without_a_name_there_is_nothing_to_do(self, dialog):
        dialog.name.setText("")
        assert not dialog._write.isEnabled()


class TestOpenUrl:
    @pytest.fixture
    def dialog(self, qtbot):
        made = OpenUrlDialog()
        made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
        qtbot.addWidget(made)
        return made

    def test_it_shows_what_will_be_asked_for_and_asks_for_nothing(self, dialog, qtbot):
        asked = []
        dialog.chosen.connect(asked.append)
        dialog.address.setText("example.org/خبر")
        assert dialog.host.text() == "example.org"
        assert dialog.connection.text() == "https: encrypted"
        assert dialog.request.text() == "https://example.org/%D8%AE%D8%A8%D8%B1"
        assert not asked
        with qtbot.waitSignal(dialog.chosen):
            dialog.accept()
        assert asked[0].url == "https://example.org/%D8%AE%D8%A8%D8%B1"

    def test_a_host_that_looks_like_another_is_shown_by_its_name(self, dialog):
        dialog.address.setText("https://\u0430\u0440\u0440\u04cf\u0435.com/")
        assert dialog.host.text() == "xn--80ak6aa92e.com"
        assert "xn--80ak6aa92e.com" in dialog.warning.text()

    def test_an_open_connection_is_said(self, dialog):
        dialog.address.setText("http://example.org/")
        assert dialog.connection.text() == "http: not encrypted"
        assert "encryption" in dialog.warning.text()

    @pytest.mark.parametrize(
        "typed", ["", "http://", "file:///etc/passwd", "https://a:b@example.org", "a\u202eb.org"]
    )
    def test_nothing_else_can_be_fetched(self, dialog, typed):
        dialog.address.setText(typed)
        assert not dialog._fetch.isEnabled()
        asked = []
        dialog.chosen.connect(asked.append)
        dialog.accept()
        assert not asked


def test_go_to_takes_a_number(qtbot, opened):
    dialog = GoToDialog(opened)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(dialog)
    with qtbot.waitSignal(dialog.chosen) as told:
        dialog.number.setValue(3)
        dialog.accept()
    assert told.args == [opened.document.segments[2].id]


def test_control_and_enter_do_what_the_dialog_is_for(qtbot):
    dialog = NewTextDialog(LIGHT)
    qtbot.addWidget(dialog)
    dialog.open()
    QTest.keyClick(dialog.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert dialog.isVisible()
    QTest.keyClicks(dialog.field, "a text")
    with qtbot.waitSignal(dialog.chosen) as chosen:
        QTest.keyClick(dialog.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert chosen.args == ["a text"]


def test_new_text_can_be_pasted(qtbot):
    dialog = NewTextDialog(LIGHT)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(dialog)
    assert not dialog._make.isEnabled()
    QApplication.clipboard().setText("نص جديد")
    dialog._paste()
    with qtbot.waitSignal(dialog.chosen) as told:
        dialog.accept()
    assert told.args == ["نص جديد"]


class TestLanguages:
    @pytest.fixture
    def dialog(self, qtbot, opened):
        made = LanguagesDialog(opened.document.files[0])
        made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
        qtbot.addWidget(made)
        return made

    @pytest.mark.parametrize("typed", ["en-GB", "zh-Hant-TW", "fil"])
    def test_any_tag_can_be_typed(self, dialog, qtbot, opened, typed):
        dialog.target.setEditText(typed)
        with qtbot.waitSignal(dialog.chosen) as told:
            dialog.accept()
        assert told.args == [opened.document.files[0].id, LanguagePair("ar", typed)]

    @pytest.mark.parametrize("typed", ["", "English please", "ar", "x"])
    def test_nonsense_cannot_be_accepted(self, dialog, typed):
        dialog.target.setEditText(typed)
        assert not dialog._accept.isEnabled()

    def test_a_language_can_be_chosen_by_name(self, dialog):
        dialog.target.setCurrentText("French — fr")
        assert dialog._code(dialog.target) == "fr"


def test_an_encoding_is_chosen_by_how_the_text_reads(qtbot, session, tmp_path, article_file):
    article = tmp_path / "old.txt"
    article.write_bytes((article_file.read_text("utf-8") * 5).encode("cp1256"))
    with qtbot.waitSignal(session.editor.document_replaced):
        session.files.open(article)
    dialog = EncodingDialog(session, session.document.files[0], LIGHT)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(dialog)
    assert "الولايات" in dialog.preview.toPlainText()
    assert not dialog._accept.isEnabled()
    dialog.field.setCurrentIndex(dialog.field.findData("utf-8"))
    assert "الولايات" not in dialog.preview.toPlainText()
    dialog.field.setCurrentIndex(dialog.field.findData("iso8859-6"))
    with qtbot.waitSignal(dialog.chosen) as told:
        dialog.accept()
    assert told.args == ["iso8859-6"]


def test_one_can_go_back_to_a_restore_point(qtbot, opened):
    opened.files.restoring.make("first")
    opened.files.restoring.make("second")
    qtbot.waitUntil(lambda: len(opened.files.restoring.points) == 2)
    dialog = RestorePointsDialog(opened, LIGHT)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(dialog)
    model = dialog.list.model()
    assert [model.index(row).data() for row in range(2)] == ["second", "first"]
    dialog.show()
    QTest.keyClick(dialog.list, Qt.Key.Key_Down)
    with qtbot.waitSignal(dialog.chosen) as told:
        dialog.accept()
    assert told.args[0].label == "first"
