"""Records: kinds with a parser each, and what a newer program wrote is kept."""

from __future__ import annotations

import json
from dataclasses import fields

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translation.model.record import (
    KINDS,
    Bookmark,
    Content,
    Direction,
    Dismissal,
    MarkedError,
    Note,
    ProjectTerm,
    Record,
    Records,
    Reply,
    Verdict,
)

TEXTS = st.text(st.characters(), max_size=8)
CONTENTS = st.one_of(
    st.builds(
        Note,
        TEXTS,
        st.lists(st.builds(Reply, TEXTS, st.floats(0, 2e9), TEXTS), max_size=2).map(tuple),
        st.booleans(),
    ),
    st.builds(Verdict, st.booleans(), TEXTS),
    st.builds(Dismissal, TEXTS, st.lists(st.tuples(TEXTS, TEXTS), max_size=2).map(tuple), TEXTS),
    st.builds(Bookmark, TEXTS),
    st.builds(Direction, TEXTS, st.booleans()),
    st.builds(
        MarkedError,
        st.sampled_from(("source", "target")),
        st.integers(0, 9),
        *[TEXTS] * 6,
    ),
    st.builds(ProjectTerm, TEXTS, *[TEXTS.filter(str.strip)] * 3, TEXTS, TEXTS),
)


@given(CONTENTS)
def test_what_is_said_comes_back(content: Content) -> None:
    record = Record.of("r1", "s1", content, "sara", 5.0)
    assert record.content == content
    assert KINDS[record.kind] is type(content)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("value", ["", "[]", "{", "null", '{"text":5}', '{"label":{}}', "[" * 9999])
def test_what_says_nothing_of_its_kind_is_no_content(kind: str, value: str) -> None:
    record = Record("r1", kind, "s1", "sara", 5.0, value)
    assert record.content is None or kind == "bookmark"


def test_a_newer_program_s_words_stay() -> None:
    value = '{"text":"Why?","replies":[],"resolved":false,"colour":"red"}'
    record = Record("r1", "note", "s1", "sara", 5.0, value)
    assert record.content == Note("Why?")
    answered = record.saying(Note("Why?", resolved=True))
    assert json.loads(answered.value)["colour"] == "red"
    assert answered.content == Note("Why?", resolved=True)
    assert Record("r2", "mqm", "s1", "sara", 5.0, '{"span":[1,2]}').content is None


def test_every_kind_is_frozen_and_has_a_parser() -> None:
    for kind in KINDS.values():
        assert kind.__dataclass_params__.frozen  # type: ignore[attr-defined]
        assert fields(kind)
        assert callable(kind.parse)


class TestRecords:
    one = Record.of("r1", "s1", Bookmark(), "sara", 5.0)
    two = Record.of("r2", "s1", Bookmark("b"), "omar", 4.0)

    def test_are_found_by_segment_the_earliest_first(self) -> None:
        records = Records([self.one, self.two])
        assert records.of("s1") == (self.two, self.one)
        assert records.of("s2") == ()

    def test_what_is_not_as_it_was_is_refused(self) -> None:
        records = Records([self.one])
        for before, after in (
            (None, self.one),
            (self.two, None),
            (self.one, self.two),
            (self.one.saying(Bookmark("x")), None),
            (None, None),
        ):
            with pytest.raises(ValueError, match="record"):
                records.put(before, after)
        assert list(records) == [self.one]
