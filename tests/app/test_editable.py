"""Editing with undo: states, steps, carets, split and merge, told by signals."""

from __future__ import annotations

import pytest

from tests.app.editing_desk import Desk
from tests.app.small_documents import coded_document, draft_all, small_document
from translation.errors import UsageError
from translation.model.language import LanguagePair
from translation.model.segment import Origin, Role, SegmentState


def write(desk, segment_id, keys, start=None):
    """Type keys one by one at the end of the target; "\b" is the backspace key."""
    text = desk.document.shown_target(desk.document.segment(segment_id)) if start is None else start
    for key in keys:
        caret = len(text)
        text = text[:-1] if key == "\b" else text + key
        desk.type_text(segment_id, text, caret, len(text))
    return text


def target(desk, segment_id):
    return desk.document.segment(segment_id).target


def ids(desk):
    return [s.id for s in desk.document.segments]


class TestTyping:
    def test_starts_from_the_draft_and_remembers_it(self, desk):
        first = ids(desk)[0]
        write(desk, first, "!")
        segment = desk.document.segment(first)
        assert segment.target == "HEADLINE!"
        assert (segment.state, segment.origin) == (SegmentState.EDITED, Origin.HUMAN)
        assert desk.document.drafts.by_id(segment.draft_id).segment_id == first

    def test_text_typed_back_to_the_draft_is_not_human(self, desk):
        first = ids(desk)[0]
        write(desk, first, "!\b")
        segment = desk.document.segment(first)
        assert (segment.target, segment.origin) == ("HEADLINE", Origin.MT)
        assert segment.state is SegmentState.EDITED

    def test_keeps_the_draft_it_started_from_after_a_new_translation(self, desk):
        first = ids(desk)[0]
        write(desk, first, "!")
        based_on = desk.document.segment(first).draft_id
        draft_all(desk.document)
        write(desk, first, "?")
        assert desk.document.segment(first).draft_id == based_on

    def test_after_a_confirm_makes_it_edited(self, desk):
        first = ids(desk)[0]
        desk.confirm(first)
        write(desk, first, "!")
        assert desk.document.segment(first).state is SegmentState.EDITED

    def test_without_a_change_is_no_step(self, desk):
        first = ids(desk)[0]
        desk.type_text(first, "HEADLINE", 3, 3)
        assert desk.undo_stack.count() == 0
        assert target(desk, first) is None

    def test_undo_goes_word_by_word(self, desk):
        third = ids(desk)[2]
        write(desk, third, " and so on")
        seen = []
        while desk.undo_stack.canUndo():
            desk.undo()
            seen.append(target(desk, third))
        assert seen == ["THREE FOUR. and so ", "THREE FOUR. and ", "THREE FOUR. ", None]

    @pytest.mark.parametrize(
        ("keys", "steps"),
        [("word", 1), ("two words", 2), ("ab\b\b", 2), ("wor\bld", 3), ("\b\b\b", 1)],
    )
    def test_steps(self, desk, keys, steps):
        write(desk, ids(desk)[0], keys)
        assert desk.undo_stack.count() == steps

    def test_a_jump_of_the_caret_begins_a_step(self, desk):
        first = ids(desk)[0]
        desk.type_text(first, "HEADLINEa", 8, 9)
        desk.type_text(first, "bHEADLINEa", 0, 1)
        assert desk.undo_stack.count() == 2

    def test_another_segment_begins_a_step(self, desk):
        first, second = ids(desk)[:2]
        write(desk, first, "a")
        desk.activate(second)
        desk.activate(first)
        write(desk, first, "b")
        assert desk.undo_stack.count() == 2

    def test_a_confirm_begins_a_step(self, desk):
        first = ids(desk)[0]
        write(desk, first, "a")
        desk.confirm(first)
        write(desk, first, "b")
        assert desk.undo_stack.count() == 3

    def test_a_paste_is_a_step_of_its_own(self, desk):
        first = ids(desk)[0]
        desk.type_text(first, "HEADLINEa", 8, 9)
        desk.type_text(first, "HEADLINEa long text", 9, 19)
        desk.type_text(first, "HEADLINEa long textb", 19, 20)
        assert desk.undo_stack.count() == 3

    def test_lam_alef_is_a_key(self, desk):
        first = ids(desk)[0]
        desk.type_text(first, "HEADLINEب", 8, 9)
        desk.type_text(first, "HEADLINEبلا", 9, 11)
        assert desk.undo_stack.count() == 1

    def test_undo_and_redo_bring_the_caret_and_the_row_back(self, desk):
        first, second = ids(desk)[:2]
        desk.type_text(first, "XHEADLINE", 0, 1)
        desk.activate(second)
        heard = []
        desk.active_changed.connect(heard.append)
        desk.caret_restored.connect(lambda *place: heard.append(place))
        desk.undo()
        assert heard == [first, (first, 0)]
        desk.activate(second)
        desk.redo()
        assert heard[2:] == [second, first, (first, 1)]

    def test_undoing_a_confirm_brings_the_caret_back(self, desk):
        first, second = ids(desk)[:2]
        desk.activate(first)
        desk.note_caret(5)
        desk.confirm(first)
        desk.activate(second)
        desk.note_caret(2)
        heard = []
        desk.caret_restored.connect(lambda *place: heard.append(place))
        desk.undo()
        assert heard == [(first, 5)]

    def test_a_locked_segment_is_refused(self, qapp, qtbot):
        document = small_document()
        locked = document.segments[0]
        object.__setattr__(locked, "locked", True)
        desk = Desk(document)
        with qtbot.waitSignal(desk.failed) as heard:
            write(desk, locked.id, "x")
        assert isinstance(heard.args[0], UsageError)
        assert target(desk, locked.id) is None


class TestStates:
    def test_confirm_accepts_the_draft_and_goes_on(self, desk):
        first, second = ids(desk)[:2]
        assert desk.confirm(first) == second
        segment = desk.document.segment(first)
        assert (segment.target, segment.state) == ("HEADLINE", SegmentState.CONFIRMED)
        assert segment.origin is Origin.MT

    def test_confirm_wraps_to_the_top_and_ends(self, desk):
        *work, _furniture = ids(desk)
        for id_ in work[1:-1]:
            desk.confirm(id_)
        assert desk.confirm(work[-1]) == work[0]
        assert desk.confirm(work[0]) == ""

    def test_confirm_leaves_more_than_confirmed(self, desk):
        first = ids(desk)[0]
        desk.set_state([first], SegmentState.FINAL)
        desk.confirm(first)
        assert desk.document.segment(first).state is SegmentState.FINAL

    def test_nothing_to_confirm_is_said(self, qapp, qtbot):
        desk = Desk(small_document(drafts=False))
        first, second = ids(desk)[:2]
        with qtbot.waitSignal(desk.failed):
            assert desk.confirm(first) == second
        assert desk.document.segment(first).state is SegmentState.INITIAL

    def test_clear_shows_the_draft_again(self, desk):
        first = ids(desk)[0]
        write(desk, first, "!")
        desk.clear(first)
        segment = desk.document.segment(first)
        assert (segment.target, segment.state, segment.draft_id) == (None, "initial", None)
        assert desk.document.shown_target(segment) == "HEADLINE"

    def test_set_state_is_one_step_and_leaves_furniture(self, desk):
        desk.set_state(ids(desk), SegmentState.REVIEWED)
        states = [s.state for s in desk.document.segments]
        assert states == ["reviewed"] * 4 + ["initial"]
        desk.undo()
        assert all(s.target is None for s in desk.document.segments)

    def test_accept_copy_and_fix(self, desk):
        first = ids(desk)[0]
        desk.accept_draft(first)
        assert desk.document.segment(first).state is SegmentState.EDITED
        desk.copy_source(first)
        assert target(desk, first) == "Headline"

    def test_insert_code_puts_the_missing_ones_in_turn(self, qapp):
        desk = Desk(coded_document())
        desk.insert_code("s3", 0)
        desk.insert_code("s3", 1)
        desk.insert_code("s3", 2)
        assert target(desk, "s3") == "\ue000\ue001"

    @pytest.mark.parametrize(("caret", "anchor"), [(6, 3), (3, 6)])
    def test_insert_code_puts_a_pair_around_what_is_chosen(self, qapp, caret, anchor):
        desk = Desk(coded_document())
        desk.type_text("s3", "😀 two three", 0, 12)
        desk.insert_code("s3", caret, anchor)
        assert target(desk, "s3") == "😀 \ue000two\ue001 three"
        desk.undo()
        assert target(desk, "s3") == "😀 two three"

    @pytest.mark.parametrize(
        ("before", "chosen", "after"),
        [
            ("😀 two three\ue000\ue001", (3, 6), "😀 \ue000two\ue001 three"),
            ("\ue000\ue001😀 two three", (8, 5), "😀 \ue000two\ue001 three"),
            ("one\ue000 \ue001two", (0, 3), "one\ue000 \ue001two"),
            ("one\ue000\ue001two", (0, 5), "one\ue000\ue001two"),
            ("one\ue000\ue001two", (4, 4), "one\ue000\ue001two"),
        ],
    )
    def test_a_pair_with_nothing_inside_goes_around_what_is_chosen(
        self, qapp, before, chosen, after
    ):
        desk = Desk(coded_document())
        desk.type_text("s3", before, 0, 12)
        desk.insert_code("s3", chosen[1], chosen[0])
        assert target(desk, "s3") == after


class TestStructure:
    def test_split_makes_two_and_undo_brings_one_back_with_its_draft(self, desk):
        second = ids(desk)[1]
        desk.split(second, 4)
        left, right = desk.document.segments[1:3]
        assert (left.source, left.trail, right.source, right.trail) == ("One", " ", "two.", " ")
        assert second not in desk.document
        assert desk.active_id == ids(desk)[0]
        desk.undo()
        segment = desk.document.segment(second)
        assert desk.document.current_draft(segment).text == "ONE TWO."

    def test_split_cuts_the_target_at_a_space(self, desk):
        second = ids(desk)[1]
        desk.type_text(second, "Eins und zwei.", 0, 14)
        desk.activate(second)
        desk.split(second, 3)
        assert [s.target for s in desk.document.segments[1:3]] == ["Eins", "und zwei."]
        assert desk.active_id == ids(desk)[1]

    def test_split_at_the_caret(self, desk):
        second = ids(desk)[1]
        desk.type_text(second, "Eins \U0001f600und zwei.", 0, 16)
        desk.split(second, 4, 7)
        assert [s.target for s in desk.document.segments[1:3]] == ["Eins \U0001f600", "und zwei."]

    def test_split_keeps_codes_beside_their_source(self, qapp):
        desk = Desk(coded_document())
        desk.type_text("s3", "a b c d e f g \ue000h\ue001 i", 0, 19)
        desk.split("s3", 9)
        assert [s.target for s in desk.document.segments] == [
            "a b c d e f g \ue000h\ue001",
            "i",
        ]

    @pytest.mark.parametrize("offset", [0, 8, 99])
    def test_split_with_nothing_on_one_side_is_refused(self, desk, qtbot, offset):
        with qtbot.waitSignal(desk.failed):
            desk.split(ids(desk)[1], offset)
        assert desk.undo_stack.count() == 0

    def test_merge_joins_inside_a_unit(self, desk):
        second = ids(desk)[1]
        write(desk, second, "!")
        desk.activate(second)
        desk.merge_with_next(second)
        joined = desk.document.segments[1]
        assert (joined.source, joined.target) == ("One two. Three four.", "ONE TWO.! THREE FOUR.")
        assert (joined.state, joined.origin) == (SegmentState.EDITED, Origin.HUMAN)
        assert desk.active_id == joined.id
        desk.undo()
        assert desk.active_id == second

    def test_merge_across_units_is_refused(self, desk, qtbot):
        with qtbot.waitSignal(desk.failed):
            desk.merge_with_next(ids(desk)[0])

    def test_merging_the_untouched_leaves_them_untouched(self, desk):
        desk.merge_with_next(ids(desk)[1])
        assert desk.document.segments[1].target is None

    def test_new_ids_are_never_used_again(self, desk):
        second = ids(desk)[1]
        desk.split(second, 4)
        made = set(ids(desk)[1:3])
        desk.undo()
        desk.split(second, 4)
        assert not made & set(ids(desk))

    def test_furniture_goes_and_comes_back(self, desk, qtbot):
        unit = desk.document.segments[0].unit_id
        with qtbot.waitSignal(desk.changed) as heard:
            desk.toggle_furniture(unit)
        assert heard.args[0].units == (unit,)
        assert heard.args[0].segments == (desk.document.segments[0].id,)
        assert desk.document.unit(unit).is_furniture
        assert desk.document.progress.furniture == 2
        desk.toggle_furniture(unit)
        assert desk.document.unit(unit).role is Role.HEADLINE
        desk.undo()
        desk.undo()
        assert desk.document.unit(unit).role is Role.HEADLINE

    def test_the_pair_can_be_changed(self, desk, qtbot):
        with qtbot.waitSignal(desk.changed) as heard:
            desk.set_pair("f1", LanguagePair("en", "ar"))
        assert heard.args[0].pair_changed
        assert len(heard.args[0].units) == len(desk.document.units)
        desk.undo()
        assert desk.document.file("f1").pair.source == "ar"
