"""The pipeline: every request answered once, long ones split, codes placed, marks set."""

from __future__ import annotations

import threading
import time
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from translation.engines.copying import copied
from translation.engines.marian_ct2 import MarianCt2
from translation.engines.pace import BATCH_SECONDS, LARGEST_BUDGET, Pace
from translation.engines.pipeline import FIRST_WINDOW, Request, Result, translate
from translation.errors import EngineError
from translation.model.draft import EMPTY, LOOP, SPLIT_SOURCE
from translation.model.inline import codes_in
from translation.model.ports import DecodingOptions, Hypothesis, ModelInfo
from translation.system.cancel import Cancelled, CancelToken

QUICK = DecodingOptions(beam_size=1, max_length=48)


class WordEngine:
    """A small real engine: translates each word to capitals, counts words as tokens."""

    def __init__(self, longest: int = 8, lanes: int = 2, seconds_per_token: float = 0.0) -> None:
        self.info = ModelInfo("word", "word", "1", "ar", "en", longest)
        self.lanes = lanes
        self.batch_sentences = 64
        self.batches: list[list[str]] = []
        self.busy = 0
        self.most_busy = 0
        self._seconds = seconds_per_token
        self._lock = threading.Lock()

    def count_tokens(self, texts: Sequence[str]) -> list[int]:
        return [len(text.split()) + 1 for text in texts]

    def translate(self, sources: Sequence[str], options: DecodingOptions) -> list[Hypothesis]:
        with self._lock:
            self.batches.append(list(sources))
            self.busy += 1
            self.most_busy = max(self.most_busy, self.busy)
        assert all(count <= self.info.longest_source for count in self.count_tokens(sources))
        time.sleep(self._seconds * sum(self.count_tokens(sources)))
        with self._lock:
            self.busy -= 1
        return [Hypothesis(source.upper(), -1.0) for source in sources]

    def score(self, sources: Sequence[str], targets: Sequence[str]) -> list[list[float]]:
        return [[-1.0] * len(target.split()) for target in targets]

    def close(self) -> None:
        pass


class FixedEngine(WordEngine):
    """Answers everything with one text."""

    def __init__(self, answer: str) -> None:
        super().__init__()
        self._answer = answer

    def translate(self, sources: Sequence[str], options: DecodingOptions) -> list[Hypothesis]:
        return [Hypothesis(self._answer, -0.5) for _ in sources]


def run(engine, requests: Sequence[Request], options: DecodingOptions = QUICK) -> list[Result]:
    batches = translate(engine, requests, options, CancelToken())
    return [result for batch in batches for result in batch]


def one(engine, text: str) -> Result:
    (result,) = run(engine, [Request("x", text)])
    return result


ALPHABET = st.sampled_from("ab ،.؛1\ue000\ue001\ud800\u2028")


@given(st.lists(st.text(ALPHABET, max_size=60), max_size=90), st.integers(2, 9))
@settings(max_examples=40)
def test_each_request_is_answered_once_with_all_its_codes(texts: list[str], longest: int) -> None:
    requests = [Request(str(n), text) for n, text in enumerate(texts)]
    results = run(WordEngine(longest), requests)
    assert sorted(result.id for result in results) == sorted(request.id for request in requests)
    by_id = {result.id: result for result in results}
    for request in requests:
        assert codes_in(by_id[request.id].text) == codes_in(request.text)


def test_the_first_ones_come_first_and_batches_are_of_like_length() -> None:
    # Beside the one batch that stands ready there is no lane, and so no race between threads.
    engine = WordEngine(longest=40, lanes=0)
    requests = [Request(str(n), "word " * (1 + n * 7 % 30)) for n in range(80)]
    first = run(engine, requests)[:FIRST_WINDOW]
    assert {int(result.id) for result in first} == set(range(FIRST_WINDOW))
    for batch in engine.batches:
        lengths = [len(text.split()) for text in batch]
        assert lengths == sorted(lengths) or lengths == sorted(lengths, reverse=True)


def test_all_lanes_are_used_and_one_batch_stands_ready() -> None:
    engine = WordEngine(lanes=2, seconds_per_token=0.002)
    run(engine, [Request(str(n), "one two three") for n in range(120)])
    assert engine.most_busy == 3


def test_a_source_that_is_too_long_is_split_at_its_clauses_and_marked() -> None:
    result = one(WordEngine(longest=5), "one two three، four five six؛ seven eight")
    assert result.text == "ONE TWO THREE، FOUR FIVE SIX؛ SEVEN EIGHT"
    assert result.marks == (SPLIT_SOURCE,)
    assert result.score == pytest.approx(-1.0)


def test_half_a_million_characters_without_a_space_are_split_too() -> None:
    class LetterEngine(WordEngine):
        def count_tokens(self, texts: Sequence[str]) -> list[int]:
            return [len(text) // 4 + 1 for text in texts]

    result = one(LetterEngine(longest=512), "م" * 500_000)
    assert result.text.replace(" ", "") == "م" * 500_000
    assert SPLIT_SOURCE in result.marks


def test_codes_keep_their_places() -> None:
    result = one(WordEngine(), "\ue000one two\ue001 three four")
    assert result.text == "\ue000ONE TWO\ue001 THREE FOUR"
    assert result.marks == ()


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("", ""),
        ("  \n", ""),
        ("\ue000\ue001", "\ue000\ue001"),
        ("٢٠٢٢", "2022"),
        ("١٢٫٥٪، ؟", "12.5%, ?"),
        ("\ue000 12 / 3 \ue001", "\ue00012 / 3\ue001"),
        ("***", "***"),
    ],
)
def test_what_holds_no_letter_is_copied(source: str, target: str) -> None:
    engine = WordEngine()
    result = one(engine, source)
    assert result.text.replace(" ", "") == target.replace(" ", "")
    assert (result.score, result.marks) == (None, ())
    assert engine.batches == []


def test_figures_stay_where_the_target_is_arabic() -> None:
    assert copied("٢٠٢٢، ؟", "ar") == "٢٠٢٢، ؟"


@pytest.mark.parametrize(
    ("answer", "mark"), [("", EMPTY), ("  ", EMPTY), ("the cat the cat " * 12, LOOP)]
)
def test_empty_and_looping_outputs_are_marked(answer: str, mark: str) -> None:
    assert mark in one(FixedEngine(answer), "a source").marks


def test_a_cancel_ends_it_with_the_engine_idle() -> None:
    engine = WordEngine(seconds_per_token=0.01)
    cancel = CancelToken()
    requests = [Request(str(n), "one two three four") for n in range(500)]
    batches = translate(engine, requests, QUICK, cancel)
    next(batches)
    cancel.cancel()
    with pytest.raises(Cancelled):
        list(batches)
    assert engine.busy == 0
    assert sum(map(len, engine.batches)) < 500


def test_leaving_early_stops_the_work() -> None:
    engine = WordEngine(seconds_per_token=0.01)
    requests = [Request(str(n), "one two three four") for n in range(500)]
    batches = translate(engine, requests, QUICK, CancelToken())
    next(batches)
    batches.close()
    begun = len(engine.batches)
    time.sleep(0.05)
    assert len(engine.batches) == begun


def test_an_error_of_the_engine_is_passed_on() -> None:
    class Broken(WordEngine):
        def translate(self, sources: Sequence[str], options: DecodingOptions) -> list[Hypothesis]:
            raise EngineError("failed", detail="broken")

    with pytest.raises(EngineError, match="broken"):
        one(Broken(), "a source")


def test_the_pace_follows_the_engine() -> None:
    pace = Pace(64)
    for _ in range(50):
        pace.note(int(pace.budget), pace.budget / 1000)  # a thousand tokens a second
    assert pace.budget == pytest.approx(1000 * BATCH_SECONDS, rel=0.01)
    for _ in range(50):
        pace.note(int(pace.budget) or 1, pace.budget / 10)
    assert pace.budget < 10
    assert pace.allows(1, 500), "a single sentence always goes"
    for _ in range(50):
        pace.note(int(pace.budget) or 1, 1e-9)
    assert pace.budget == LARGEST_BUDGET
    assert not pace.allows(64 + 1, 1)


@pytest.mark.model
def test_a_real_model_answers_a_document(ct2: MarianCt2) -> None:
    requests = [
        Request("headline", "\ue000وزير الخارجية\ue001 يصل إلى الكويت"),
        Request("date", "٣١ / ١ / ٢٠٢٢"),
        Request("long", "قال المتحدث إن الفريق سيعمل على المشروع، " * 30),
        Request("empty", ""),
    ]
    results = {result.id: result for result in run(ct2, requests)}
    assert codes_in(results["headline"].text) == [0, 1]
    assert results["date"].text == "31 / 1 / 2022"
    assert SPLIT_SOURCE in results["long"].marks
    assert results["empty"] == Result("empty", "")
    assert results["headline"].score is not None
