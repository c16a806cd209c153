"""A model asked in a process of its own how likely translations are."""

from __future__ import annotations

import pytest

from translation.engines.loading import load_engine
from translation.errors import EngineError
from translation.system.cancel import Cancelled, CancelToken
from translation.work.likelihoods_apart import LikelihoodProcess, ToScore, scored

ROWS = (
    ToScore("s1", "ذهب الرجل إلى البيت.", "The man went to the house.", ("ar", "en")),
    ToScore("s2", "ذهب الرجل إلى البيت.", "Purple engines dream of soup.", ("ar-EG", "en-GB")),
    ToScore("s3", "Der Mann ging.", "The man went.", ("de", "en")),
    ToScore("s4", "ذهب.", "", ("ar", "en")),
    ToScore("s5", "ذهب " * 9000, "went " * 9000, ("ar", "en")),
)


@pytest.mark.model
def test_what_fits_is_likelier_and_what_it_does_not_speak_is_not_asked():
    engine = load_engine(None, threads=1)
    found = {one.id: one.score for one in scored(engine, ROWS)}
    engine.close()
    assert found["s2"] < found["s1"] < 0
    assert [found[id_] for id_ in ("s3", "s4", "s5")] == [None] * 3


@pytest.mark.model
def test_the_process_says_the_same():
    process = LikelihoodProcess("", "ct2")
    try:
        model, first = process.ask(ROWS, CancelToken())
        _model, second = process.ask(ROWS[:1], CancelToken())
    finally:
        process.close()
    assert model == "starter"
    assert [one.id for one in first] == [one.id for one in ROWS]
    assert second[0].score == pytest.approx(first[0].score, abs=0.02)


def test_a_model_that_is_not_there_is_told():
    process = LikelihoodProcess("no such model", "ct2")
    try:
        with pytest.raises(EngineError, match="no such model"):
            process.ask(ROWS[:1], CancelToken())
    finally:
        process.close()


def test_who_does_not_want_it_any_more_is_let_go():
    token = CancelToken()
    token.cancel()
    process = LikelihoodProcess("", "ct2")
    try:
        with pytest.raises(Cancelled):
            process.ask(ROWS[:1], token)
    finally:
        process.close()


def test_a_process_that_dies_is_told():
    process = LikelihoodProcess("", "ct2", module="translation.no_such_module")
    try:
        with pytest.raises(EngineError):
            process.ask(ROWS[:1], CancelToken())
    finally:
        process.close()
