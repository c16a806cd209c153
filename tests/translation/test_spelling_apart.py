"""The process of the spelling answers what it is asked, and ends when it is told to."""

from __future__ import annotations

import queue

import pytest

from translation.spelling.answers import Checked, Known, Suggested
from translation.work.spelling_apart import SpellProcess


@pytest.fixture
def process():
    told = queue.Queue()
    made = SpellProcess(told.put)
    made.told = told
    yield made
    made.close()


def test_it_checks_and_suggests(process):
    source = "وفد البخاري في الخبر"
    text = "Bokhari recieved a post-wra plan at https://a.org/teh"
    process.check([("s1", "en-GB", text, source, "See Kechagioglou"), ("s2", "xx", "abc", "", "")])
    process.suggest("en-GB", "recieved", ["Bokhari"])
    answers = [process.told.get(timeout=60) for _ in range(4)]
    assert [a for a in answers if isinstance(a, Known)] == [
        Known("en-GB", "en_GB"),
        Known("xx", ""),
    ]
    [checked] = [a for a in answers if isinstance(a, Checked)]
    assert [(m.word, m.named) for m in checked.found["s1"]] == [
        ("Bokhari", True), ("recieved", False), ("wra", False),
    ]  # fmt: skip
    assert [text[m.start : m.start + len(m.word)] for m in checked.found["s1"]] == [
        "Bokhari", "recieved", "wra",
    ]  # fmt: skip
    assert checked.found["s2"] == ()
    assert checked.names == {"s1": ("Kechagioglou",)}
    [suggested] = [a for a in answers if isinstance(a, Suggested)]
    assert suggested.words[0] == "received"


def test_what_dies_is_told(process):
    process._process._process.kill()
    assert process.told.get(timeout=60) is None
