"""What a draft must carry arrives unchanged or is marked, whatever a model makes of it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import count
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from translation.engines.marian_ct2 import MarianCt2
from translation.engines.pipeline import Request, Result, translate
from translation.model.draft import CARRIED, CUT_AROUND, SPLIT_SOURCE
from translation.model.inline import codes_in
from translation.model.ports import DecodingOptions, Hypothesis, ModelInfo
from translation.system.cancel import CancelToken
from translation.text.carried import find_carried, invented_carried, lost_carried

QUICK = DecodingOptions(beam_size=1, max_length=48)


class LetterEngine:
    """A small real engine: writes Arabic letters as Latin ones, and keeps what ``keeps`` says."""

    lanes = 1
    batch_sentences = 8

    def __init__(self, keeps: str = "[]", target: str = "en", longest: int = 40) -> None:
        self.info = ModelInfo("letters", "letters", "1", "ar", target, longest)
        self.asked: list[str] = []
        self._keeps = keeps

    def count_tokens(self, texts: Sequence[str]) -> list[int]:
        return [len(text.split()) + 1 for text in texts]

    def answer(self, source: str) -> str:
        kept = (c if c.isalnum() or c.isspace() or c in self._keeps else "" for c in source)
        return "".join("abcdefgh"[ord(c) % 8] if "\u0620" <= c <= "\u064a" else c for c in kept)

    def translate(self, sources: Sequence[str], options: DecodingOptions) -> list[Hypothesis]:
        self.asked += sources
        return [Hypothesis(self.answer(source), -1.0) for source in sources]

    def score(self, sources: Sequence[str], targets: Sequence[str]) -> list[list[float]]:
        return [[-1.0] for _ in targets]

    def close(self) -> None:
        pass


class Spoiling(LetterEngine):
    """Loses every stand-in and every Latin letter."""

    def answer(self, source: str) -> str:
        return super().answer("".join(c for c in source if not c.isascii() or c == " "))


class Doubling(LetterEngine):
    """Says everything twice."""

    def answer(self, source: str) -> str:
        return f"{super().answer(source)} {super().answer(source)}"


class Tokenised(LetterEngine):
    """Writes quotes as references, as models trained on tokenised text do."""

    def answer(self, source: str) -> str:
        return f"{super().answer(source)} &apos; s &quot; x &quot;"


ENGINES = (LetterEngine, Spoiling, Doubling, Tokenised)


def one(engine: LetterEngine, text: str) -> Result:
    requests = [Request("x", text)]
    (result,) = (r for batch in translate(engine, requests, QUICK, CancelToken()) for r in batch)
    return result


ALONE = (
    "https://www.example.com/a?b=1&c=2", "www.example.com", "mailto:a@example.org",
    "a@example.org", "{0}", "%s", "%1$s", "{{name}} ${x}", "%(count)d", "<b> </b>", "😀",
    "👩‍👩‍👧 🇰🇼",
    "@kuwait_news", "#Kuwait2030", "$100 €50 £20", "USD 300", "2022-01-31", "F-16", "v2.3.1",
    "192.168.1.10", "S/RES/2254", "report.pdf", "&amp; &#8220;", "Microsoft Office", "WhatsApp",
    "31 January 2022", "iPhone 14 Pro", "ahmed@localhost", "@ali@mastodon.social", "[b] [/b]",
    "+965 2222 3333", "{0, number}", "KW81CBKU0000000000001234560101",
    "550e8400-e29b-41d4-a716-446655440000",
)  # fmt: skip


@pytest.mark.parametrize("text", ALONE)
def test_what_is_only_carried_needs_no_model(text: str) -> None:
    engine = LetterEngine()
    assert one(engine, f" {text}،") == Result("x", f"{text},")
    assert one(engine, f"\ue000{text}\ue001").text == f"\ue000{text}\ue001"
    assert engine.asked == []


THINGS = (*ALONE, "https://example.com/(a)_b", "C:\\Users\\x\\a.txt", "%5.2f", "AT&T", "C++")


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("thing", THINGS)
@pytest.mark.parametrize("frame", ["{} قال نعم", "قال {} نعم", "قال نعم {}.", "قال ({}) نعم {}"])
def test_things_arrive_unchanged_or_the_draft_is_marked(engine, thing: str, frame: str) -> None:
    source = frame.replace("{}", thing)
    result = one(engine(), source)
    lost = lost_carried(source, result.text, foreign=True)
    assert not lost or CARRIED in result.marks
    assert all(span.kind.is_shown for span in lost), "what a model is not shown is never lost"
    if engine is LetterEngine and frame != "قال ({}) نعم {}":
        assert not lost


def test_only_words_are_lost_by_a_model_that_loses_everything() -> None:
    for thing in THINGS:
        result = one(Spoiling(), f"قال {thing} نعم")
        kinds = {span.kind.id for span in lost_carried(f"قال {thing} نعم", result.text)}
        assert kinds <= {"words"}, thing
        assert (CARRIED in result.marks) == bool(kinds)


pieces = st.sampled_from(
    [*THINGS, "قال", "الوزير", "و", "،", ".", "(", ")", "\ue000", "٣", "[1]", '"']
)


@settings(max_examples=150, deadline=None)
@given(st.lists(pieces, max_size=12), st.sampled_from(ENGINES), st.integers(4, 40))
def test_any_mixture_arrives_or_is_marked(texts: list[str], kind, longest: int) -> None:
    source = " ".join(texts)
    result = one(kind(longest=longest), source)
    assert codes_in(result.text) == codes_in(source)
    plain = source.replace("\ue000", "").strip()
    shown = result.text.replace("\ue000", "")
    lost = lost_carried(plain, shown)
    if lost or invented_carried(plain, shown):
        assert CARRIED in result.marks
    if not any(span.kind.id == "entity" for span in find_carried(plain)):
        assert "&quot;" not in shown
        assert "&apos;" not in shown


def test_things_stay_apart_and_where_they_stood() -> None:
    source = "زوروا https://example.com/a و a@example.org أو {0} للمزيد https://example.com/b."
    for engine in (LetterEngine(), Spoiling()):
        text = one(engine, source).text
        order = ["https://example.com/a", "a@example.org", "{0}", "https://example.com/b."]
        places = [text.index(thing) for thing in order]
        assert places == sorted(places)
        for thing, place in zip(order, places, strict=True):
            assert text[place - 1] == " "
            assert text[place + len(thing) :][:1] in ("", " ")


def test_a_draft_in_parts_says_so_and_counts_no_split() -> None:
    result = one(Spoiling(), "قال {0} نعم")
    assert result.text == "gae {0} dcc".replace("gae", result.text.split()[0]).replace(
        "dcc", result.text.split()[-1]
    )
    assert result.marks == (CUT_AROUND,)
    assert SPLIT_SOURCE not in result.marks


def test_numbers_in_brackets_of_the_source_are_its_own() -> None:
    result = one(LetterEngine(), "قال [1] نعم {0} لا [2]")
    assert result.text.count("[1]") == result.text.count("[2]") == result.text.count("{0}") == 1
    assert result.text.index("[1]") < result.text.index("{0}") < result.text.index("[2]")


def test_references_in_a_draft_are_undone_and_those_of_the_source_kept() -> None:
    assert one(Tokenised(), "قال نعم").text.endswith('\'s "x"')
    kept = one(Spoiling(), "قال &amp; نعم &quot;لا&quot;").text
    assert [kept.count(entity) for entity in ("&amp;", "&quot;")] == [1, 2]


def test_a_sentence_in_latin_letters_is_the_models_and_marked_where_words_are_lost() -> None:
    engine = Spoiling()
    assert CARRIED in one(engine, "the quick brown fox").marks
    assert engine.asked == ["the quick brown fox"]


def test_figures_of_a_carried_thing_stay_in_an_arabic_target() -> None:
    engine = LetterEngine(target="ar")
    assert one(engine, "٢٠٢٢-٠١-٣١ و https://example.com/٢").text.endswith("https://example.com/٢")
    assert one(engine, "٥٠ €").text == "٥٠ €"


def test_most_ways_end() -> None:
    class Moody(LetterEngine):
        turns = count()

        def answer(self, source: str) -> str:
            return "" if next(self.turns) % 2 else super().answer(source)

    for thing in THINGS:
        source = f"قال {thing} نعم Microsoft {thing}"
        result = one(Moody(), source)
        assert CARRIED in result.marks or not lost_carried(source, result.text)


@pytest.mark.model
@pytest.mark.shared
def test_a_real_model_loses_none_of_the_cases(ct2: MarianCt2, shared: Path) -> None:
    lines = (shared / "cases/arabic/urls.ar.txt").read_text(encoding="utf-8").splitlines()
    sources = [line for line in lines if line]
    requests = [Request(str(n), source) for n, source in enumerate(sources)]
    results = [r for batch in translate(ct2, requests, QUICK, CancelToken()) for r in batch]
    assert len(results) == 6
    for result in results:
        source = sources[int(result.id)]
        assert not lost_carried(source, result.text, foreign=True)
        assert CARRIED not in result.marks
    first = next(result for result in results if result.id == "0")
    assert first == Result("0", sources[0])
