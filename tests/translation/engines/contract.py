"""What every engine promises, whatever runs it."""

from __future__ import annotations

import pytest

from translation.model.ports import DecodingOptions, Engine

QUICK = DecodingOptions(beam_size=1, max_length=24)
SENTENCES = [
    "وصل الوزير إلى العاصمة صباح اليوم.",
    "نعم.",
    "قالت الشركة إنها ستفتح مصنعا جديدا في العام المقبل، وإن العمل فيه يبدأ قريبا.",
    "لم تعلن الحكومة بعد عن موعد الانتخابات.",
]


class EngineContract:
    """Inherited by the tests of each engine, which give the fixture ``engine``."""

    def test_says_which_model_it_is(self, engine: Engine) -> None:
        info = engine.info
        assert info.name == "starter"
        assert (info.source_language, info.target_language) == ("ar", "en")
        assert info.longest_source == 160
        assert len(info.revision) == 12
        assert info.quality == "trial"
        assert engine.lanes >= 1
        assert engine.batch_sentences >= 1

    def test_answers_each_source_in_order(self, engine: Engine) -> None:
        together = engine.translate(SENTENCES, QUICK)
        alone = [engine.translate([sentence], QUICK)[0] for sentence in SENTENCES]
        assert [h.text for h in together] == [h.text for h in alone]
        assert len({h.text for h in together}) == len(SENTENCES)

    def test_is_deterministic(self, engine: Engine) -> None:
        options = DecodingOptions(beam_size=4, max_length=24)
        assert engine.translate(SENTENCES, options) == engine.translate(SENTENCES, options)

    def test_nothing_gives_nothing(self, engine: Engine) -> None:
        assert engine.translate([], QUICK) == []
        assert engine.score([], []) == []
        assert engine.count_tokens([]) == []

    def test_an_empty_source_is_only_its_end_mark(self, engine: Engine) -> None:
        assert engine.count_tokens([""]) == [1]
        assert len(engine.translate(["", "نعم."], QUICK)) == 2

    @pytest.mark.parametrize(
        "text",
        [
            "\ud800 half",
            "NUL \0 inside",
            "</s> <pad> >>fr<< <unk>",
            "\u2028\u2029\ufeff",
            "👩‍👩‍👧 🇰🇼",
            "\u202eمرحبا\u202c",
            "漢字かな",
            "م" * 300,
        ],
    )
    def test_any_text_can_be_translated_and_scored(self, engine: Engine, text: str) -> None:
        (hypothesis,) = engine.translate([text], QUICK)
        hypothesis.text.encode("utf-8")
        assert "</s>" not in hypothesis.text
        assert "<pad>" not in hypothesis.text
        assert hypothesis.score <= 0
        (scores,) = engine.score([text], [text])
        assert scores
        assert all(score <= 0 for score in scores)

    def test_a_text_that_spells_a_special_token_is_text(self, engine: Engine) -> None:
        assert engine.count_tokens(["</s>"])[0] > 2

    def test_the_output_is_bounded(self, engine: Engine) -> None:
        for beam_size in (1, 4):
            (hypothesis,) = engine.translate(
                [SENTENCES[2]], DecodingOptions(beam_size=beam_size, max_length=3)
            )
            assert len(hypothesis.text.split()) <= 3

    @pytest.mark.parametrize("beam_size", [1, 4])
    @pytest.mark.parametrize("length_penalty", [0.0, 0.6, 1.0])
    def test_the_score_is_the_log_probability_per_token(
        self, engine: Engine, beam_size: int, length_penalty: float
    ) -> None:
        options = DecodingOptions(beam_size, length_penalty, max_length=64)
        for hypothesis, sentence in zip(
            engine.translate(SENTENCES, options), SENTENCES, strict=True
        ):
            (tokens,) = engine.score([sentence], [hypothesis.text])
            assert hypothesis.score == pytest.approx(sum(tokens) / len(tokens), abs=0.02)
