import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from app.state import SessionScores
from tests.ui.draft_rows import draft_all
from tests.ui.eye import as_rich
from tests.ui.panel_reading import labels, show
from translation.model.language import LanguagePair
from translation.model.record import Note
from translation.scoring.metrics import MetricId, Score
from ui.panels.changes import ChangesPanel
from ui.panels.document import DocumentPanel
from ui.panels.scores import ScoresPanel
from ui.theme import LIGHT
from ui.widgets.link import Link


class TestScores:
    def test_no_number_before_there_are_edits(self, qtbot, drafted):
        panel = show(qtbot, ScoresPanel(drafted.scores, LIGHT))
        assert "No edits yet" in labels(panel)
        assert "100" not in labels(panel)

    def test_what_is_covered_is_not_cut_off(self, qtbot, drafted):
        panel = show(qtbot, ScoresPanel(drafted.scores, LIGHT))
        with qtbot.waitSignal(drafted.scores.changed, timeout=5000):
            drafted.editor.confirm(drafted.editor.active_id)
        qtbot.waitUntil(lambda: "1 of 4 segments" in labels(panel), timeout=5000)
        line = panel._coverage
        assert line.fontMetrics().horizontalAdvance(line.text()) <= line.width()

    def test_the_first_numbers_move_nothing(self, qtbot, drafted):
        panel = show(qtbot, ScoresPanel(drafted.scores, LIGHT))
        before = panel.wanted_height()
        segment = drafted.editor.active_id
        drafted.editor.type_text(segment, "Another text of row 0.", 0, 22)
        drafted.editor.confirm(segment)
        qtbot.waitUntil(lambda: drafted.scores.scores.document is not None, timeout=5000)
        assert panel.wanted_height() == before

    def test_numbers_come_with_a_confirmed_edit(self, qtbot, drafted):
        panel = show(qtbot, ScoresPanel(drafted.scores, LIGHT))
        segment = drafted.editor.active_id
        with qtbot.waitSignal(drafted.scores.changed, timeout=5000):
            drafted.editor.type_text(segment, "Another text of row 0.", 0, 22)
            drafted.editor.confirm(segment)
        qtbot.waitUntil(lambda: drafted.scores.scores.document is not None, timeout=5000)
        bleu = drafted.scores.scores.document[MetricId.BLEU].value
        shown = labels(panel)
        assert f"{bleu:.1f}" in shown
        assert "1 of 4 segments" in shown
        assert "0 % left as drafted" in shown

    def test_no_hundred_where_all_that_is_confirmed_stands_as_drafted(self, qtbot, drafted):
        panel = show(qtbot, ScoresPanel(drafted.scores, LIGHT))
        first, second = (segment.id for segment in drafted.document.segments[:2])
        drafted.editor.confirm(first)
        qtbot.waitUntil(lambda: drafted.scores.scores.covered == 1, timeout=5000)
        assert "No edits yet" in labels(panel)
        assert "1 of 4 segments · 100 % left as drafted" in labels(panel)
        assert "100.0" not in labels(panel)
        drafted.editor.type_text(second, "Another text.", 0, 13)
        drafted.editor.confirm(second)
        qtbot.waitUntil(lambda: drafted.scores.scores.covered == 2, timeout=5000)
        assert "No edits yet" not in labels(panel)
        assert "2 of 4 segments · 50 % left as drafted" in labels(panel)

    def test_what_each_number_compares_is_read_out(self, qtbot, session, monkeypatch):
        score = Score(MetricId.TER, 18.24, "sig")
        scores = SessionScores(
            document=dict.fromkeys(MetricId, score),
            segment=dict.fromkeys(MetricId, score),
            covered=3,
            total=31,
            untouched=0.5,
            with_reference=31,
            drafts_compared=30,
            draft_vs_reference=dict.fromkeys(MetricId, score),
            reference_name="reference.txt",
        )
        monkeypatch.setattr(session.scores, "scores", scores)
        panel = show(qtbot, ScoresPanel(session.scores, LIGHT))
        shown = labels(panel)
        assert "this segment" in shown
        assert "HTER ↓" in shown
        tips = " ".join(as_rich(label.toolTip()) for label in panel.findChildren(QLabel))
        assert "lower is less edited" in tips
        assert "HTER of this segment: 18.2" in [
            label.accessibleName() for label in panel.findChildren(QLabel)
        ]
        assert "3 of 31 segments · 50 % left as drafted" in shown
        assert "against reference.txt (31 segments)" in shown
        assert "drafts (30)" in shown

    def test_signatures_and_references_are_one_click_away(self, qtbot, drafted):

        panel = show(qtbot, ScoresPanel(drafted.scores, LIGHT))
        first, second = panel.findChildren(Link)
        with qtbot.waitSignal(
            panel.action_wanted, check_params_cb=lambda name: name == "signatures"
        ):
            qtbot.mouseClick(first, Qt.MouseButton.LeftButton)
        with qtbot.waitSignal(
            panel.action_wanted, check_params_cb=lambda name: name == "load_reference"
        ):
            qtbot.mouseClick(second, Qt.MouseButton.LeftButton)


class TestChanges:
    def test_an_edit_is_shown_struck_and_underlined(self, qtbot, drafted):
        panel = show(qtbot, ChangesPanel(drafted.editor, LIGHT))
        drafted.editor.type_text(drafted.editor.active_id, "Draft of line 0.", 0, 16)
        qtbot.waitUntil(lambda: "row" in panel.text)
        assert panel.text == "Draft of row line 0."
        formats = formats_of(panel)
        assert formats["row"].fontStrikeOut()
        assert formats["line"].fontUnderline()

    @pytest.mark.parametrize(
        ("what", "remark"),
        [
            ("nothing", "Untouched draft."),
            ("accepted", "Exactly as drafted."),
            ("furniture", "Page furniture: left out of the translation."),
        ],
    )
    def test_what_is_not_a_change_is_said_in_words(self, qtbot, drafted, what, remark):
        panel = show(qtbot, ChangesPanel(drafted.editor, LIGHT))
        if what == "accepted":
            drafted.editor.accept_draft(drafted.editor.active_id)
        elif what == "furniture":
            drafted.editor.activate(drafted.document.segments[-1].id)
        panel.refresh()
        assert panel.text == remark

    def test_without_a_draft_there_is_nothing_to_compare(self, qtbot, opened):
        panel = show(qtbot, ChangesPanel(opened.editor, LIGHT))
        opened.editor.type_text(opened.editor.active_id, "Text", 0, 4)
        panel.refresh()
        assert panel.text.startswith("Written without a draft")

    def test_an_arabic_target_is_written_from_right_to_left(self, qtbot, opened):
        opened.editor.set_pair(opened.document.files[0].id, LanguagePair("en", "ar"))
        draft_all(opened, {0: "نص المسودة"})
        panel = show(qtbot, ChangesPanel(opened.editor, LIGHT))
        opened.editor.type_text(opened.editor.active_id, "نص المراجع", 0, 10)
        panel.refresh()
        option = panel._view.document().defaultTextOption()
        assert option.textDirection() == Qt.LayoutDirection.RightToLeft


def formats_of(panel):
    found = {}
    block = panel._view.document().firstBlock()
    iterator = block.begin()
    while not iterator.atEnd():
        fragment = iterator.fragment()
        found[fragment.text()] = fragment.charFormat()
        iterator += 1
    return found


class TestDocument:
    def test_it_says_where_one_is(self, qtbot, drafted):
        panel = show(qtbot, DocumentPanel(drafted, LIGHT))
        drafted.editor.confirm(drafted.editor.active_id)
        shown = labels(panel)
        assert "1 of 4 segments" in shown
        assert "page furniture (1)" in shown
        assert "حوار.ar.txt" in shown
        assert "Arabic → English" in shown
        assert "UTF-8 · change…" in shown

    def test_a_guessed_encoding_says_so(self, qtbot, session, tmp_path, article_file):
        panel = show(qtbot, DocumentPanel(session, LIGHT))
        article = tmp_path / "old.txt"
        article.write_bytes((article_file.read_text("utf-8") * 5).encode("cp1256"))
        with qtbot.waitSignal(session.noticed):
            session.files.open(article)
        assert "guessed: windows-1256 · change…" in labels(panel)

    def test_a_restore_point_is_shown_with_its_time(self, qtbot, opened):
        panel = show(qtbot, DocumentPanel(opened, LIGHT))
        opened.files.restoring.make("mine")
        qtbot.waitUntil(lambda: "restore point" in labels(panel))

    def test_nothing_open(self, qtbot, session):
        panel = show(qtbot, DocumentPanel(session, LIGHT))
        assert "0 of 0 segments" in labels(panel)
        assert "change…" not in labels(panel)


PO_WITH_NOTES = """\
msgid ""
msgstr "Content-Type: text/plain; charset=UTF-8\\n"

# translator note
#. developer <b>note</b>
msgid "Save"
msgstr ""

msgid "Open"
msgstr ""
"""


def test_the_files_notes_stand_beside_the_segment(qtbot, session, tmp_path):
    file = tmp_path / "notes.po"
    file.write_text(PO_WITH_NOTES, encoding="utf-8")
    with qtbot.waitSignal(session.editor.document_replaced):
        session.files.open(file)
    panel = show(qtbot, ChangesPanel(session.editor, LIGHT))
    assert panel.notes.text() == "developer <b>note</b>\ntranslator note"
    session.editor.activate(session.document.segments[1].id)
    qtbot.waitUntil(lambda: not panel.notes.isVisible())
    session.editor.author = "Huda"
    session.editor.say(session.document.segments[1].id, Note("Is <b>this</b> so?"))
    qtbot.waitUntil(lambda: panel.notes.text().endswith(": Is <b>this</b> so?"))
    assert panel.notes.text().startswith("Huda, ")
    session.editor.undo()
    qtbot.waitUntil(lambda: not panel.notes.isVisible())
