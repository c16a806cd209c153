"""Estimates beside a document: in a thread, anew with each change, by models and checks."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.background import pace
from app.editing.navigation import is_unfinished
from app.followers.estimates import Estimates
from app.followers.issues import IssueTable
from tests.app.small_documents import NothingKept, small_document
from translation.estimating.features import ISSUES, LIKELIHOOD
from translation.model.draft import Draft
from translation.model.edits import Put
from translation.model.issue import Issue, Severity
from translation.model.segment import SegmentState, source_hash


@pytest.fixture
def long_lines():
    return [f"{'كلمة ' * words}هنا." for words in (3, 30, 12, 60, 8)]


@pytest.fixture
def opened_lines(make_session, tmp_path, qtbot, long_lines):
    """A session over five lines of different lengths, each with a draft."""
    article = tmp_path / "lines.txt"
    article.write_text("\n\n".join(long_lines), encoding="utf-8")
    session = make_session()
    with qtbot.waitSignal(session.editor.document_replaced):
        session.files.open(article)
    return session


def put_drafts(session, scores=(None,) * 5, model="tiny"):
    document = session.document
    first = document.drafts.next_id
    drafts = [
        Draft(
            first + row,
            segment.id,
            source_hash(segment.source),
            "word " * len(segment.source.split()),
            "ct2",
            model,
            score=score,
        )
        for row, (segment, score) in enumerate(zip(document.segments, scores, strict=True))
    ]
    session.editor.add_drafts(drafts)


def settled(session, qtbot):
    qtbot.waitUntil(lambda: session.estimates.left == 0)


def walk(session, rows=None):
    """Return the rows in the order in which the most doubtful are gone to."""
    document, estimates = session.document, session.estimates
    found, here = [], ""
    while here := estimates.next_doubtful(here, lambda one: is_unfinished(document, one), rows):
        found.append(document.row(here))
    return found


def ordered(session, most):
    """Return the rows of the most doubtful unfinished segments, in order."""
    document = session.document
    found = session.estimates.most_doubtful(lambda one: is_unfinished(document, one), most)
    return [document.row(id_) for id_ in found]


def test_the_order_goes_on_below_what_is_done(opened_lines, qtbot):
    put_drafts(opened_lines)
    settled(opened_lines, qtbot)
    assert ordered(opened_lines, 1) == [3]
    for row in (3, 1, 2):
        opened_lines.editor.confirm(opened_lines.document.segments[row].id)
    settled(opened_lines, qtbot)
    assert ordered(opened_lines, 1) == [4]
    assert ordered(opened_lines, 2) == walk(opened_lines) == [4, 0]


def test_nothing_is_estimated_where_nothing_is_translated(opened_lines, qtbot):
    settled(opened_lines, qtbot)
    assert walk(opened_lines) == ordered(opened_lines, 9) == []
    assert opened_lines.estimates.of(opened_lines.document.segments[0].id) is None


def test_without_a_model_the_longest_come_first(opened_lines, qtbot):
    put_drafts(opened_lines)
    settled(opened_lines, qtbot)
    assert walk(opened_lines) == [3, 1, 2, 4, 0]
    assert walk(opened_lines, rows=[0, 2, 4]) == [2, 4, 0]
    assert ordered(opened_lines, 9) == [3, 1, 2, 4, 0]
    estimate = opened_lines.estimates.of(opened_lines.document.segments[3].id)
    assert not estimate.by_model


def test_the_score_that_came_with_a_draft_counts(opened_lines, qtbot):
    put_drafts(opened_lines, scores=(-5.0, -0.5, -0.5, -0.5, -0.5))
    settled(opened_lines, qtbot)
    estimate = opened_lines.estimates.of(opened_lines.document.segments[0].id)
    assert estimate.by_model
    assert LIKELIHOOD in estimate.reasons


def test_it_counts_no_more_once_the_text_is_another(opened_lines, qtbot):
    put_drafts(opened_lines, scores=(-5.0, -0.5, -0.5, -0.5, -0.5))
    settled(opened_lines, qtbot)
    first = opened_lines.document.segments[0].id
    with qtbot.waitSignal(opened_lines.estimates.changed):
        opened_lines.editor.type_text(first, "Something else.", 0, 5)
    settled(opened_lines, qtbot)
    assert not opened_lines.estimates.of(first).by_model


def test_what_a_model_says_of_others_drafts_counts(opened_lines, qtbot):
    put_drafts(opened_lines)
    settled(opened_lines, qtbot)
    unsaid = opened_lines.estimates.unsaid()
    assert len(unsaid) == 5
    said = {
        id_: (target, -9.0 if at == 0 else -2.0) for at, (id_, _s, target, _p) in enumerate(unsaid)
    }
    opened_lines.estimates.take_said("starter", said)
    assert opened_lines.estimates.unsaid() == []
    estimate = opened_lines.estimates.of(unsaid[0][0])
    assert estimate.by_model
    assert LIKELIHOOD in estimate.reasons


def test_confirmed_segments_are_passed_over(opened_lines, qtbot):
    put_drafts(opened_lines)
    settled(opened_lines, qtbot)
    opened_lines.editor.confirm(opened_lines.document.segments[3].id)
    settled(opened_lines, qtbot)
    assert walk(opened_lines) == [1, 2, 4, 0]


def test_a_split_forgets_what_went(opened_lines, qtbot):
    put_drafts(opened_lines)
    settled(opened_lines, qtbot)
    gone = opened_lines.document.segments[3].id
    opened_lines.editor.split(gone, 20)
    settled(opened_lines, qtbot)
    assert opened_lines.estimates.of(gone) is None
    assert len(walk(opened_lines)) == 6
    opened_lines.editor.undo()
    settled(opened_lines, qtbot)
    assert walk(opened_lines) == [3, 1, 2, 4, 0]


def test_what_the_checks_find_later_counts_at_once(qapp, qtbot):
    document = small_document()
    found = {}
    issues = IssueTable(lambda subject: found.get(subject.segment_id, ()), lambda told: None)
    estimates = Estimates(issues)
    issues.open(document, NothingKept())
    estimates.open(document, NothingKept())
    qtbot.waitUntil(lambda: estimates.left == 0)
    segment = document.segments[1]
    before = estimates.of(segment.id)
    found[segment.id] = (Issue("x", Severity.ERROR, segment.id),)
    issues.update([segment.id])
    after = estimates.of(segment.id)
    assert after.expected > before.expected
    assert ISSUES in after.reasons
    estimates.close()
    issues.close()


def test_a_document_of_many_is_done_bit_by_bit(qapp, qtbot):
    document = small_document([f"Sentence {number}." for number in range(400)])
    for row in range(0, len(document), 3):
        segment = document.segments[row]
        document.apply(
            Put(segment, replace(segment, target="Words.", state=SegmentState.CONFIRMED))
        )
    issues = IssueTable(lambda subject: (), lambda told: None)
    estimates = Estimates(issues)
    estimates.open(document, NothingKept())
    assert estimates.left > 300
    qtbot.waitUntil(lambda: estimates.left == 0)
    estimates.close()
    assert estimates.left == 0


def test_the_rest_of_many_waits_until_somebody_wants_it_but_not_what_is_in_view(
    qapp, qtbot, monkeypatch
):
    monkeypatch.setattr(pace, "PROMPT_SECONDS", 0.0)
    monkeypatch.setattr(pace, "SHARE", 1e-6)
    document = small_document([f"Sentence {number}." for number in range(2000)])
    issues = IssueTable(lambda subject: (), lambda told: None)
    estimates = Estimates(issues)
    estimates.open(document, NothingKept())
    last = document.segments[-2].id
    assert estimates.seen(last) is None
    qtbot.waitUntil(lambda: estimates.of(last) is not None)
    assert estimates.left > 1500
    left = estimates.left
    qtbot.wait(300)
    assert estimates.left == left
    estimates.hurry()
    qtbot.waitUntil(lambda: estimates.left == 0)
    estimates.close()
