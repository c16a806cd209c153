"""What a confirmed correction teaches: proposed where it applies, taken over, undone."""

from __future__ import annotations

import pytest
from PySide6.QtTest import QTest

from app.editing.teaching import correct_alike
from app.followers import teaching
from tests.app.conftest import PATIENCE
from translation.model.draft import Draft
from translation.model.segment import source_hash
from translation.terms.own import project_terms

ARTICLE = "\n\n".join(
    [
        "قال بلينكين إن الحوار مهم",
        "وأضاف بلينكين أن الحوارات مستمرة",
        "وختم الوزير زيارته",
        "رحب بلينكين بالوزير",
        "انتهى الحوار",
    ]
)
DRAFTS = (
    "Plinkin said that the conversation matters",
    "Plinkin added that the conversations go on",
    "The minister ended his visit",
    "Plinkin welcomed the minister",
    "The conversation ended",
)


@pytest.fixture
def taught(session, tmp_path, qtbot):
    """Five segments with drafts that have a name and a word wrong."""
    path = tmp_path / "news.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    with qtbot.waitSignal(session.editor.document_replaced):
        session.files.open(path)
    segments = session.document.segments
    session.editor.add_drafts(
        [
            Draft(n, segment.id, source_hash(segment.source), text, "test", "rows")
            for n, (segment, text) in enumerate(zip(segments, DRAFTS, strict=True), start=1)
        ]
    )
    return session


def learnt(session):
    """Let the hands rest for as long as it takes: no key is pressed here."""
    waiting = (session.teaching._looking, session.terms._reading_names)
    while any(one.isActive() for one in waiting):
        QTest.qWait(1)


def confirm(session, row, text):
    id_ = session.document.segments[row].id
    session.editor.type_text(id_, text, 0, 0)
    session.editor.confirm(id_)
    learnt(session)


def lessons(session):
    rows = session.document.row
    return {
        (one.correction.source, one.correction.before, one.correction.after): [
            rows(id_) for id_ in sorted(one.applies_in, key=rows)
        ]
        for one in session.teaching.open_lessons
    }


def shown(session):
    return [session.document.shown_target(segment) for segment in session.document.segments]


GOOD = "Blinken said that the dialogue matters"


class TestLearning:
    def test_a_name_and_a_word_are_learnt_and_looked_for(self, taught, qtbot):
        with qtbot.waitSignal(taught.teaching.proposed, timeout=PATIENCE) as proposed:
            confirm(taught, 0, GOOD)
        assert lessons(taught) == {
            ("بلينكين", "Plinkin", "Blinken"): [1, 3],
            ("الحوار", "conversation", "dialogue"): [4],
        }
        assert proposed.args[0].correction.after == "Blinken"
        id_ = taught.document.segments[3].id
        assert [one.correction.after for one in taught.teaching.of(id_)] == ["Blinken"]

    def test_what_is_confirmed_or_locked_is_left_alone(self, taught):
        confirm(taught, 3, DRAFTS[3])
        taught.editor.many.lock([taught.document.segments[4].id], True)
        confirm(taught, 0, GOOD)
        assert lessons(taught) == {("بلينكين", "Plinkin", "Blinken"): [1]}

    def test_where_it_was_put_right_by_hand_it_applies_no_more(self, taught):
        confirm(taught, 0, GOOD)
        id_ = taught.document.segments[3].id
        taught.editor.type_text(id_, "Blinken welcomed the minister", 0, 0)
        assert lessons(taught)["بلينكين", "Plinkin", "Blinken"] == [1]
        taught.editor.undo()
        assert lessons(taught)["بلينكين", "Plinkin", "Blinken"] == [1, 3]

    def test_what_is_taken_back_teaches_nothing(self, taught):
        confirm(taught, 0, GOOD)
        taught.editor.undo()
        assert lessons(taught) == {}

    def test_a_draft_that_was_translated_anew_teaches_nothing(self, taught):
        confirm(taught, 0, "It all depends on talks, according to Mr Blinken")
        assert lessons(taught) == {}

    def test_many_confirmed_at_once_teach_nothing(self, taught, monkeypatch):
        monkeypatch.setattr(teaching, "MOST_AT_ONCE", 1)
        for segment, text in zip(taught.document.segments, (GOOD, DRAFTS[1]), strict=False):
            taught.editor.type_text(segment.id, text, 0, 0)
        taught.editor.many.confirm([segment.id for segment in taught.document.segments[:2]])
        learnt(taught)
        assert lessons(taught) == {}


class TestCorrecting:
    def test_the_rest_is_one_step(self, taught):
        confirm(taught, 0, GOOD)
        lesson = next(
            one for one in taught.teaching.open_lessons if one.correction.after == "Blinken"
        )
        assert correct_alike(taught.editor, lesson.correction, list(lesson.applies_in)) == 2
        assert shown(taught)[1] == "Blinken added that the conversations go on"
        assert shown(taught)[3] == "Blinken welcomed the minister"
        assert not lesson.applies_in
        taught.editor.undo()
        assert shown(taught)[1:] == [*DRAFTS[1:]]
        assert len(lesson.applies_in) == 2

    def test_a_rule_is_a_term_too_in_the_same_step(self, taught):
        confirm(taught, 0, GOOD)
        lesson = next(
            one for one in taught.teaching.open_lessons if one.correction.after == "dialogue"
        )
        ids = list(lesson.applies_in)
        assert correct_alike(taught.editor, lesson.correction, ids, as_rule=True) == 1
        assert shown(taught)[4] == "The dialogue ended"
        ((_, term),) = project_terms(taught.document)
        assert (term.source, term.target) == ("الحوار", "dialogue")
        taught.editor.undo()
        assert list(project_terms(taught.document)) == []
        assert shown(taught)[4] == DRAFTS[4]


class TestNames:
    def test_a_confirmed_spelling_is_proposed_for_the_same_name(self, taught):
        confirm(taught, 0, GOOD)
        id_ = taught.document.segments[3].id
        (choice,) = taught.terms.choices(id_)
        assert choice.target.text == "Blinken"
        assert taught.terms.at_work is None  # It is proposed, not checked.
        taught.editor.undo()
        assert taught.terms.choices(id_) == ()

    def test_the_spelling_that_stands_most_often_is_the_one(self, taught):
        confirm(taught, 0, GOOD)
        confirm(taught, 1, "Blinkin added that the dialogues go on")
        confirm(taught, 3, "Blinken welcomed the minister")
        id_ = taught.document.segments[1].id
        assert [choice.target.text for choice in taught.terms.choices(id_)] == ["Blinken"]
