"""Model and filter under Qt's own tester, and what the filter line finds."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from app.editing import document_owner, rearranging
from app.editing.changes import Change
from app.editing.folded_block import fold_together
from tests.ui.review.desk import Desk, make_document
from translation.model.edits import EditBatch, Put, Remove
from translation.model.issue import Issue, Severity
from translation.model.record import Bookmark, Note
from translation.model.segment import Role, SegmentState
from ui.review.filter_query import Trouble, parse
from ui.review.issue_marks import IssueMarks
from ui.review.marks import Marks
from ui.review.roles import ID_ROLE, MARKS, Column
from ui.review.segment_filter import SegmentFilter
from ui.review.segment_model import SegmentModel

WORDS = ["كتاب", "مدينة", "خبر", "سلام", "قمح", "نهر"]


@pytest.fixture
def made(desk):
    model = SegmentModel(desk, desk.issues, Marks([IssueMarks(desk.issues)]))
    return model, SegmentFilter(desk, desk.issues, model)


def shown(filter_):
    return [filter_.index(row, 0).data(ID_ROLE) for row in range(filter_.rowCount())]


def many(rows, seed=1):
    chance = random.Random(seed)
    lines = []
    for n in range(rows):
        source = " ".join(chance.choices(WORDS, k=6)) + "."
        lines.append((Role.PARAGRAPH, source, f"Draft {n}" if n % 2 else None))
    return make_document(lines, codes=())


class TestModel:
    def test_cells_and_headings(self, made, desk):
        model, _ = made
        cell = [model.index(2, column).data() for column in Column]
        assert cell[0] == desk.document.segments[2].id
        assert model.headerData(2, Qt.Orientation.Vertical) == "3"
        assert cell[1] == "جددت الكويت التزامها"
        assert cell[2] == "machine draft"
        assert cell[3].startswith("Kuwait renewed its")
        heads = [model.headerData(c, Qt.Orientation.Horizontal) for c in Column]
        assert heads == ["#", "Arabic — source", "", "English — target"]

    def test_what_a_screen_reader_says(self, made, desk, ids):
        model, _ = made
        role = Qt.ItemDataRole.AccessibleTextRole
        desk.type_text(ids[0], "Typed {braces}", 0, 0)
        text = model.index(0, Column.NUMBER).data(role)
        source = desk.document.segments[0].source
        assert text == f"Segment 1, edited, source {source}, target Typed {{braces}}"
        assert model.index(3, Column.TARGET).data(role) == "Segment 4, target: empty, not started"
        assert model.index(3, Column.SOURCE).data(role) == (
            "Segment 4, source: وأضاف أن التعاون مستمر, not started"
        )
        assert "page furniture" in model.index(4, Column.STATE).data(role)

    @pytest.mark.parametrize("line", ["", "state:unfinished", "خبر"])
    def test_many_rows_that_go_and_come_in_pieces_satisfy_it(self, qapp, monkeypatch, line):
        monkeypatch.setattr(rearranging, "PIECE", 4)
        monkeypatch.setattr(document_owner, "BREATH", 0.0)
        desk = Desk(many(40))
        model = SegmentModel(desk, desk.issues, Marks([IssueMarks(desk.issues)]))
        filter_ = SegmentFilter(desk, desk.issues, model)
        mode = QAbstractItemModelTester.FailureReportingMode.Fatal
        testers = [QAbstractItemModelTester(one, mode) for one in (model, filter_)]
        filter_.set_filter(line)
        segments = desk.document.segments
        gone = tuple(Remove(row, segments[row]) for row in range(24, 9, -1))
        before, active = desk.document.snapshot(), desk.active_id
        desk.do_all(
            rearranging.in_pieces(EditBatch("remove_file", gone, segment_id=segments[25].id))
        )
        assert len(desk.document) == model.rowCount() == 25
        desk.undo()
        assert desk.document.snapshot() == before
        desk.redo()
        desk.undo()
        desk.many.set_state([one.id for one in before], SegmentState.FINAL)
        desk.undo()
        assert desk.document.snapshot() == before
        assert active in desk.document
        assert set(shown(filter_)) <= {one.id for one in before}
        del testers

    @pytest.mark.parametrize("line", ["", "state:unfinished", "خبر"])
    def test_random_edits_and_undos_satisfy_qts_tester(self, qapp, line):
        desk = Desk(many(10))
        model = SegmentModel(desk, desk.issues, Marks([IssueMarks(desk.issues)]))
        filter_ = SegmentFilter(desk, desk.issues, model)
        mode = QAbstractItemModelTester.FailureReportingMode.Fatal
        testers = [QAbstractItemModelTester(m, mode) for m in (model, filter_)]
        filter_.set_filter(line)
        chance = random.Random(7)
        for _ in range(120):
            segments = desk.document.segments
            segment = chance.choice(segments)
            match chance.randrange(8):
                case 0:
                    desk.type_text(segment.id, f"text {chance.random()}", 0, 0)
                case 1:
                    spaces = [i + 1 for i, c in enumerate(segment.source) if c == " "]
                    if spaces:
                        desk.split(segment.id, chance.choice(spaces))
                case 2:
                    row = desk.document.row(segment.id)
                    after = segments[row + 1] if row + 1 < len(segments) else None
                    if after and after.unit_id == segment.unit_id:
                        desk.merge_with_next(segment.id)
                case 3:
                    desk.set_state([segment.id], SegmentState.CONFIRMED)
                case 4:
                    filter_.set_filter(chance.choice(["", "state:unfinished", "خبر", "zzz"]))
                case 5:
                    desk.redo()
                case _:
                    desk.undo()
            rows = [filter_.source_row(r) for r in range(filter_.rowCount())]
            assert rows == sorted(set(rows))
            assert all(0 <= row < len(desk.document) for row in rows)
            assert [filter_.shown_row(row) for row in rows] == list(range(len(rows)))
        del testers


class TestQuery:
    def test_words_keys_and_quotes(self):
        query = parse('minister "joint  commitment" state:edited STATE:final has:issue')
        assert query.words == ("minister", "joint  commitment")
        assert query.states == {SegmentState.EDITED, SegmentState.FINAL}
        assert query.flags == {"has:issue"}

    def test_what_is_no_condition_is_a_word_and_is_known_to_be_none(self):
        query = parse("state:odd http://a sorce:x 10:30")
        assert query.words == ("state:odd", "http://a", "sorce:x", "10:30")
        assert query.troubles == ((Trouble.VALUE, "state:odd"), (Trouble.UNKNOWN, "sorce:x"))
        assert parse("  ").is_empty

    def test_a_key_with_nothing_behind_it_asks_for_nothing_and_is_known_to(self):
        query = parse("source: has:")
        assert query.is_empty
        assert query.troubles == ((Trouble.EMPTY, "source:"), (Trouble.EMPTY, "has:"))

    def test_texts_alone_lists_and_lengths(self):
        query = parse('source:"two words" note:maha origin:MT person:Dina issue:loop length:>20')
        assert query.texts == (("source", "two words"), ("note", "maha"))
        assert (query.origins, query.persons, query.checks) == (("mt",), ("dina",), ("loop",))
        assert query.length[0] == 21
        assert parse("length:5-9").length == (5, 9)
        assert parse("length:<5").length == (0, 4)

    @given(st.text('abs:"<> has:issue state:final source:length:', max_size=40))
    def test_any_line_is_read(self, line):
        query = parse(line)
        assert query.is_empty or line.strip()


class TestFilter:
    def lines(self, filter_, text):
        filter_.set_filter(text)
        return [filter_.source_row(row) for row in range(filter_.rowCount())]

    def test_everything_without_a_line(self, made):
        assert self.lines(made[1], "") == [0, 1, 2, 3, 4, 5]

    def test_arabic_without_marks_and_hamza(self, made):
        assert self.lines(made[1], "كُويت") == [0, 2]
        assert self.lines(made[1], "ان") == [3, 5]

    def test_target_and_draft_without_case_or_codes(self, made):
        assert self.lines(made[1], "KUWAIT") == [0, 2]
        assert self.lines(made[1], '"renewed its"') == [2]
        assert self.lines(made[1], "kuwait vital") == [0]

    def test_states_leave_furniture_out(self, made, desk, ids):
        desk.confirm(ids[0])
        desk.type_text(ids[3], "Typed", 0, 0)
        assert self.lines(made[1], "state:confirmed") == [0]
        assert self.lines(made[1], "state:unfinished") == [1, 2, 3, 5]
        assert self.lines(made[1], "state:edited state:confirmed") == [0, 3]

    def test_marks(self, made, desk, ids):
        desk.issues.found = {ids[2]: (Issue("loop", Severity.WARNING, ids[2]),)}
        assert self.lines(made[1], "has:issue") == [2]
        assert self.lines(made[1], "has:draft") == [0, 1, 2, 5]
        assert self.lines(made[1], "has:draft kuwait") == [0, 2]
        assert self.lines(made[1], "is:furniture") == [4]
        assert self.lines(made[1], "has:note") == []
        desk.say(ids[1], Note("Is this so?"))
        assert self.lines(made[1], "has:note") == [1]

    def test_one_text_alone(self, made, desk, ids):
        assert self.lines(made[1], "source:kuwait") == []
        assert self.lines(made[1], "target:kuwait") == [0, 2]
        desk.type_text(ids[0], "Another text", 0, 0)
        assert self.lines(made[1], "draft:kuwait") == [0, 2]
        assert self.lines(made[1], "target:kuwait") == [2]
        desk.say(ids[1], Note("Is this Kuwait?"))
        assert self.lines(made[1], "note:kuwait") == [1]

    def test_changed_repeated_locked_and_length(self, made, desk, ids):
        desk.type_text(ids[0], "Another text", 0, 0)
        desk.accept_draft(ids[1])
        assert self.lines(made[1], "is:changed") == [0]
        assert self.lines(made[1], "is:repeated") == []
        segments = desk.document.segments
        twin = Put(segments[1], replace(segments[1], source=segments[2].source))
        desk.do(EditBatch("test", (twin,)))
        assert self.lines(made[1], "is:repeated") == [1, 2]
        locked = Put(segments[3], replace(segments[3], locked=True))
        desk.do(EditBatch("test", (locked,)))
        assert self.lines(made[1], "is:locked") == [3]
        longest = max(len(segment.source) for segment in segments)
        at = [row for row in range(6) if len(segments[row].source) == longest]
        assert self.lines(made[1], f"length:>{longest - 1}") == at
        assert self.lines(made[1], "is:bookmarked") == []
        desk.say(ids[5], Bookmark())
        assert self.lines(made[1], "is:bookmarked") == [5]

    def test_where_it_comes_from_and_which_check(self, made, desk, ids):
        desk.type_text(ids[0], "Another text", 0, 0)
        assert self.lines(made[1], "origin:human") == [0]
        assert self.lines(made[1], "origin:mt") == [1, 2, 5]
        assert self.lines(made[1], "origin:test") == [0, 1, 2, 5]
        desk.issues.found = {ids[2]: (Issue("loop", Severity.WARNING, ids[2]),)}
        assert self.lines(made[1], "issue:loop") == [2]
        assert self.lines(made[1], "issue:numbers") == []

    def test_nothing_goes_away_under_the_hands_and_matches_join(self, made, desk, ids):
        filter_ = made[1]
        filter_.set_filter("state:unfinished")
        desk.confirm(ids[1])
        assert ids[1] in shown(filter_)
        filter_.set_filter("kuwait")
        assert shown(filter_) == [ids[0], ids[2]]
        desk.type_text(ids[3], "On Kuwait", 0, 0)
        assert shown(filter_) == [ids[0], ids[2], ids[3]]

    def test_folding_together_is_folding_one_by_one(self):
        from translation.text.normalise import for_matching

        texts = ["  Ab\nC ", "", "أَبٌ", "\x01 odd", "x " * 5]
        for some in (texts, texts[:3]):
            one_by_one = [for_matching(text, "ar") for text in some]
            assert list(fold_together(some, ["ar"] * len(some))) == one_by_one


def test_what_the_checks_find_unfolds_no_text(drafted, qtbot):
    shown = SegmentFilter(
        drafted.editor,
        drafted.issues,
        SegmentModel(drafted.editor, drafted.issues, Marks([IssueMarks(drafted.issues)])),
    )
    shown.set_filter("draft")
    folded = drafted.editor.folded
    assert folded.missing == 0
    ids = [segment.id for segment in drafted.document.segments]
    with qtbot.waitSignal(shown.dataChanged) as changed:
        drafted.issues.changed.emit(ids[:2])
    assert tuple(changed.args[2]) == MARKS
    assert folded.missing == 0
    drafted.editor.changed.emit(Change(segments=tuple(ids[:1])))
    assert folded.missing > 0


def test_texts_are_folded_at_once_for_somebody_who_is_about_to_look(drafted, qtbot):
    shown = SegmentFilter(
        drafted.editor,
        drafted.issues,
        SegmentModel(drafted.editor, drafted.issues, Marks([IssueMarks(drafted.issues)])),
    )
    drafted.editor.document_replaced.emit()
    assert drafted.editor.folded.missing
    shown.prepare()
    qtbot.waitUntil(lambda: not drafted.editor.folded.missing, timeout=60_000)
