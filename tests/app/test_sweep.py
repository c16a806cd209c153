"""Checking long documents: beside the window, from where one is on, and soon at rest."""

from __future__ import annotations

import math

import pytest

from app.background import pace, slices
from app.followers import issues, sweep
from app.followers.issues import IssueTable
from tests.app.conftest import find_shouting
from tests.app.small_documents import NothingKept
from translation.model.draft import Draft
from translation.model.segment import source_hash
from translation.quality import Subjects, find_issues
from translation.work.checks_apart import CheckProcess
from translation.work.documents import document_from_text

LOOP = "the the the the the the"


def draft(number: int, segment, text: str) -> Draft:
    return Draft(number, segment.id, source_hash(segment.source), text, "ct2", "tiny")


def drafted(count: int, every: int = 10):
    """A document whose every tenth draft is stuck."""
    text = "\n".join(f"الخبر رقم {number} من الصفحة." for number in range(count))
    document = document_from_text(text, "long.txt").document
    document.drafts.add(
        draft(number + 1, s, f"{LOOP} {number}" if number % every == 0 else f"News {number}.")
        for number, s in enumerate(document.segments)
    )
    return document


@pytest.fixture
def make_table():
    tables = []

    def make(find=find_issues, check_apart=CheckProcess):
        tables.append(IssueTable(find, check_apart))
        return tables[-1]

    yield make
    for table in tables:
        table.close()


def found(table: IssueTable) -> list[str]:
    """The segments that are stuck; some other checks fire on such drafts, too."""
    return [issue.segment_id for issue in table.all() if issue.check == "loop"]


def test_a_process_finds_what_the_checks_find(make_table, qtbot):
    document = drafted(1200)
    table = make_table()
    table.open(document, NothingKept())
    assert table.unchecked == 1200
    table.hurry()
    qtbot.waitUntil(lambda: table.unchecked == 0)
    subjects = Subjects(document)
    subjects.begin(s.id for s in document.segments)
    expected = {s.id: find_issues(subjects.of(s.id)) for s in document.segments}
    assert {id_: table.of(id_) for id_ in expected} == expected
    assert len(found(table)) == 120


def test_it_begins_where_one_is(make_table, qtbot, monkeypatch):
    monkeypatch.setattr(pace, "PROMPT_SECONDS", -math.inf)  # It rests from the beginning.
    document = drafted(5000)
    table = make_table()
    here = document.segments[3000].id
    with qtbot.waitSignal(table.changed) as changed:
        table.open(document, NothingKept(active=here))
    assert changed.args[0][0] == here
    assert document.segments[0].id not in changed.args[0]


def test_it_rests_and_goes_on_when_somebody_waits(make_table, qtbot, monkeypatch):
    monkeypatch.setattr(pace, "PROMPT_SECONDS", 0.0)
    monkeypatch.setattr(pace, "SHARE", 1e-6)
    document = drafted(3000)
    table = make_table()
    with qtbot.waitSignal(table.changed):
        table.open(document, NothingKept())
    qtbot.waitUntil(lambda: table.is_resting)
    left = table.unchecked
    qtbot.wait(300)
    assert table.unchecked == left > 0
    table.hurry()
    qtbot.waitUntil(lambda: table.unchecked == 0)
    assert not table.is_resting
    assert len(found(table)) == 300


def test_what_is_in_view_is_checked_before_a_long_document_is_taken_in(
    make_table, qtbot, monkeypatch
):
    monkeypatch.setattr(issues, "TAKEN_PROMPTLY", 0.0)
    monkeypatch.setattr(slices, "SLICE_SECONDS", 0.0)  # However fast, the last are not taken yet.
    monkeypatch.setattr(pace, "SHARE", 1e-6)
    text = "\n".join(f"الخبر رقم {number % 299} من الصفحة." for number in range(300))
    document = document_from_text(text, "long.txt").document
    document.drafts.add(
        draft(number + 1, s, f"{LOOP} {number}") for number, s in enumerate(document.segments)
    )
    table = make_table()
    table.open(document, NothingKept(active=document.segments[1].id))
    last = document.segments[-1].id
    assert table.seen(last) == ()
    qtbot.waitUntil(lambda: bool(table.of(last)))
    assert "translated_otherwise" not in {issue.check for issue in table.of(last)}
    assert table.is_resting
    assert table.unchecked == 300
    table.hurry()
    qtbot.waitUntil(lambda: table.unchecked == 0)
    assert len(found(table)) == 300
    assert "translated_otherwise" in {issue.check for issue in table.of(last)}


def test_what_changes_meanwhile_is_not_overwritten_by_what_was_found_before(
    make_table, qtbot, monkeypatch
):
    monkeypatch.setattr(pace, "PROMPT_SECONDS", math.inf)  # However slow, it does not rest.
    document = drafted(2000, every=1)
    table = make_table()
    table.open(document, NothingKept())
    first, last = document.segments[0], document.segments[-1]
    better = [draft(9001 + n, s, f"Good {n}.") for n, s in ((0, first), (1999, last))]
    qtbot.waitUntil(lambda: table.unchecked < 2000)
    document.drafts.add(better)
    table.update([first.id, last.id])
    qtbot.waitUntil(lambda: table.unchecked == 0)
    assert table.of(first.id) == table.of(last.id) == ()
    assert len(found(table)) == 1998


def test_a_process_that_dies_leaves_the_rest_to_the_window(make_table, qtbot, monkeypatch):
    monkeypatch.setattr(pace, "PROMPT_SECONDS", math.inf)  # However slow, it does not rest.
    processes = []

    def check_apart(hear):
        processes.append(CheckProcess(hear))
        return processes[-1]

    table = make_table(check_apart=check_apart)
    table.open(drafted(3000), NothingKept())
    qtbot.waitUntil(lambda: bool(processes))
    processes[0]._process._process.kill()
    qtbot.waitUntil(lambda: table.unchecked == 0)
    assert len(found(table)) == 300
    assert len(processes) == 1


def test_a_process_that_hangs_is_replaced_and_given_what_it_had(make_table, qtbot, monkeypatch):
    monkeypatch.setattr(sweep, "SILENT", 50)
    monkeypatch.setattr(pace, "PROMPT_SECONDS", math.inf)  # However slow, it does not rest.
    processes = []

    def check_apart(hear):
        processes.append(CheckProcess(hear))
        if len(processes) == 1:
            processes[0].check = lambda _subjects: None
        else:  # However slow, this one does not hang.
            table._sweep._silence.milliseconds = 10**6
        return processes[-1]

    table = make_table(check_apart=check_apart)
    table.open(drafted(3000), NothingKept())
    qtbot.waitUntil(lambda: table.unchecked == 0)
    assert len(found(table)) == 300
    assert len(processes) == 2


def test_a_few_hundred_need_no_process(make_table, qtbot):
    def check_apart(hear):
        raise AssertionError("not for so few")

    table = make_table(find_shouting, check_apart)
    document = drafted(400)
    document.drafts.add([draft(999, s := document.segments[7], "LOUD")])
    table.open(document, NothingKept())
    qtbot.waitUntil(lambda: table.unchecked == 0)
    assert [issue.segment_id for issue in table.all()] == [s.id]


def test_nothing_of_another_document_arrives(make_table, qtbot):
    table = make_table()
    table.open(drafted(2000, every=1), NothingKept())
    qtbot.waitUntil(lambda: table.unchecked < 2000)
    other = drafted(3, every=100)
    table.close()
    table.open(other, NothingKept())
    qtbot.waitUntil(lambda: table.unchecked == 0)
    assert found(table) == [other.segments[0].id]


def test_a_few_changes_keep_the_document_order(make_table):
    document = drafted(60, every=3)
    table = make_table()
    table.open(document, NothingKept())
    table.update([segment.id for segment in document.segments])
    assert len(found(table)) == 20
    ids = [segment.id for segment in document.segments]
    for row, text in ((1, "1"), (0, ""), (59, "59"), (30, ""), (31, "31")):
        text = f"{LOOP} {text}" if text else f"Good {row}."
        document.drafts.add([draft(document.drafts.next_id, document.segments[row], text)])
        table.update([ids[row]])
        assert found(table) == [id_ for id_ in ids if table.of(id_)]
    table.update((), removed=[ids[1], ids[2]])
    assert found(table) == [id_ for id_ in ids if table.of(id_)]


def test_whoever_shares_what_changed_is_checked_again(make_table, qtbot):
    text = "قال الوزير نعم\n\nثم ذهب إلى البيت\n\nقال الوزير نعم"
    document = document_from_text(text, "twice.txt").document
    first, _second, third = (segment.id for segment in document.segments)
    document.drafts.add(
        draft(number, segment, f"The text {segment.source}.")
        for number, segment in enumerate(document.segments, start=1)
    )
    table = make_table()
    table.open(document, NothingKept())
    qtbot.waitUntil(lambda: table.unchecked == 0)
    assert "translated_otherwise" not in {issue.check for issue in table.all()}
    document.drafts.add([draft(9, document.segments[0], "Another text.")])
    table.update([first])
    qtbot.waitUntil(lambda: table.unchecked == 0)
    told = {i.segment_id: i.fixes for i in table.all() if i.check == "translated_otherwise"}
    assert told == {
        first: ("The text قال الوزير نعم.",),
        third: ("Another text.",),
    }
