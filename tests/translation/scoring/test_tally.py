"""Sums of segment statistics equal sacrebleu's corpus scores, exactly."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sacrebleu.metrics import BLEU, CHRF, TER

from translation.errors import ScoreError
from translation.scoring.metrics import OF_WORDS, MetricId, metrics_for
from translation.scoring.tally import Tally, pair_scores
from translation.text import tokenisers
from translation.text.tokenisers import bleu_tokeniser

WORDS = ["the", "Kuwait", "dialogue", "،", "U.S.", "26", "January", "renewed", "الكويت", "'s", "."]
sentences = st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join)
pairs = st.lists(st.tuples(sentences, sentences), min_size=1, max_size=8)


def oracles():
    """Give sacrebleu's own metrics."""
    return {
        MetricId.BLEU: BLEU(),
        MetricId.CHRF: CHRF(),
        MetricId.CHRF_WORDS: CHRF(word_order=2),
        MetricId.TER: TER(),
    }


class MetricContract:
    """What every metric promises; one class per metric."""

    id: MetricId

    def metric(self, language: str = "en"):
        return next(m for m in metrics_for(language) if m.id is self.id)

    def oracle(self, language: str = "en"):
        raise NotImplementedError

    def test_identity_is_the_best_score(self):
        metric = self.metric()
        text = "Kuwait renewed its joint commitment to stability."
        best = 0.0 if metric.lower_is_better else 100.0
        assert metric.segment_score(metric.statistics(text, text)).value == pytest.approx(best)

    def test_nothing_against_something_is_the_worst_score(self):
        metric = self.metric()
        score = metric.segment_score(metric.statistics("", "Kuwait renewed its commitment"))
        assert score.value == (100.0 if metric.lower_is_better else 0.0)

    @settings(max_examples=60, deadline=None)
    @given(pairs)
    def test_the_sum_of_statistics_gives_the_corpus_score(self, corpus):
        metric, oracle = self.metric(), self.oracle()
        rows = [metric.statistics(h, r) for h, r in corpus]
        summed = metric.corpus_score([sum(column) for column in zip(*rows, strict=True)])
        expected = oracle.corpus_score([h for h, _ in corpus], [[r for _, r in corpus]])
        assert summed.value == expected.score

    def test_the_signature_is_sacrebleus_own(self):
        oracle = self.oracle()
        oracle.corpus_score(["a"], [["a"]])
        assert self.metric().corpus_signature == str(oracle.get_signature())

    def test_the_tokeniser_follows_the_target_language(self):
        assert bleu_tokeniser("en-GB") == "13a"
        assert bleu_tokeniser("ar-JO") == "13a"
        assert bleu_tokeniser("ar", "intl") == "intl"


class TestBleu(MetricContract):
    id = MetricId.BLEU

    def oracle(self, language="en"):
        return BLEU(tokenize=bleu_tokeniser(language))

    def test_a_segment_is_scored_with_effective_order_and_says_so(self):
        metric = self.metric()
        assert "eff:yes" in metric.segment_signature
        assert "eff:no" in metric.corpus_signature
        own = metric.segment_score(metric.statistics("new library", "new library"))
        assert own.value == pytest.approx(100.0)
        expected = BLEU(effective_order=True).sentence_score("a new library", ["the new library"])
        got = metric.segment_score(metric.statistics("a new library", "the new library"))
        assert got.value == expected.score

    def test_arabic_is_cut_as_published_figures_are_unless_chosen_otherwise(self):
        pair = "كيف حالك؟", "كيف حالك ؟"
        published = self.metric("ar")
        assert published.statistics(*pair)[:2] == (2, 3)
        assert "tok:13a" in published.corpus_signature
        chosen = metrics_for("ar", "intl")[0]
        assert chosen.statistics(*pair)[:2] == (3, 3)
        assert "tok:intl" in chosen.corpus_signature

    @pytest.mark.parametrize(
        ("language", "name"),
        [
            ("zh", "zh"), ("zh-Hant-TW", "zh"), ("yue", "zh"), ("cmn_Hans", "zh"), ("wuu", "zh"),
            ("th", "char"), ("km-KH", "char"), ("lo", "char"), ("my", "char"), ("bo", "char"),
            ("dz", "char"), ("ja", "char"), ("ko", "char"), ("zh-Latn-pinyin", "13a"),
            ("ja-Latn", "13a"), ("fa", "13a"), ("he", "13a"), ("vi", "13a"), ("und", "13a"),
        ],
    )  # fmt: skip
    def test_languages_without_spaces_are_cut_into_characters(self, language, name, monkeypatch):
        monkeypatch.setattr(tokenisers, "find_spec", lambda package: None)
        assert bleu_tokeniser(language) == name

    def test_morphemes_are_taken_where_mecab_is_installed(self, monkeypatch):
        monkeypatch.setattr(tokenisers, "find_spec", lambda package: object())
        assert (bleu_tokeniser("ja"), bleu_tokeniser("ko-KR")) == ("ja-mecab", "ko-mecab")

    def test_a_tokeniser_that_is_not_there_is_refused(self, monkeypatch):
        monkeypatch.setattr(tokenisers, "find_spec", lambda package: None)
        for name, reason in (
            ("13b", "unknown_tokeniser"),
            ("flores200", "unknown_tokeniser"),
            ("ja-mecab", "tokeniser_missing"),
        ):
            with pytest.raises(ScoreError) as error:
                bleu_tokeniser("ja", name)
            assert error.value.reason == reason


class TestChrf(MetricContract):
    id = MetricId.CHRF

    def oracle(self, language="en"):
        return CHRF()


class TestChrfWithWords(MetricContract):
    id = MetricId.CHRF_WORDS

    def oracle(self, language="en"):
        return CHRF(word_order=2)


class TestTer(MetricContract):
    id = MetricId.TER

    def oracle(self, language="en"):
        return TER()

    @pytest.mark.parametrize("language", ["ja", "zh", "yue-Hant", "ko"])
    def test_ideographs_are_edited_one_by_one(self, language):
        metric = self.metric(language)
        pair = "我昨天去了北京。", "我今天去了北京。"
        oracle = TER(normalized=True, asian_support=True)
        expected = oracle.corpus_score([pair[0]], [[pair[1]]])
        score = metric.corpus_score(metric.statistics(*pair))
        assert (score.value, score.signature) == (expected.score, str(oracle.get_signature()))
        assert 0 < score.value < 50
        assert "asian:yes" in score.signature

    @pytest.mark.parametrize(
        ("language", "hypothesis", "reference"),
        [
            ("th", "ฉันรักแมว", "ฉันรักหมา"),
            ("km", "ខ្ញុំស្រលាញ់ឆ្មា", "ខ្ញុំស្រលាញ់ឆ្កែ"),
            ("my", "ကြောင်", "ကြောက်"),
        ],
    )
    def test_scripts_that_it_leaves_whole_are_set_apart_and_it_says_so(
        self, language, hypothesis, reference
    ):
        metric = self.metric(language)
        score = metric.corpus_score(metric.statistics(hypothesis, reference))
        assert 0 < score.value < 100
        assert "tok:char-tercom" in score.signature
        assert "asian:yes" in score.signature


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.tuples(st.sampled_from("abcde"), st.one_of(st.none(), st.tuples(sentences, sentences))),
        min_size=1,
        max_size=20,
    )
)
def test_a_history_of_edits_leaves_the_score_of_what_is_there(history):
    tally, present = Tally("en"), {}
    for key, pair in history:
        if pair is None:
            tally.discard(key)
            present.pop(key, None)
        else:
            tally.put(key, *pair)
            present[key] = pair
    if not present:
        assert tally.scores() is None
        return
    hypotheses = [h for h, _ in present.values()]
    references = [[r for _, r in present.values()]]
    scores = tally.scores()
    for id_, oracle in oracles().items():
        assert scores[id_].value == oracle.corpus_score(hypotheses, references).score


@settings(max_examples=30, deadline=None)
@given(
    st.lists(
        st.tuples(sentences, st.lists(sentences.filter(bool), min_size=1, max_size=3)),
        min_size=1,
        max_size=8,
    )
)
def test_several_references_count_as_in_sacrebleu(corpus):
    tally = Tally("en")
    for number, (hypothesis, references) in enumerate(corpus):
        tally.put(str(number), hypothesis, *references)
        tally.put("gone", hypothesis, *references)
    tally.discard("gone")
    most = max(len(references) for _, references in corpus)
    columns = [[r[n] if n < len(r) else None for _, r in corpus] for n in range(most)]
    scores = tally.scores()
    for id_, oracle in oracles().items():
        expected = oracle.corpus_score([h for h, _ in corpus], columns)
        assert scores[id_].value == pytest.approx(expected.score, rel=1e-12)
        assert scores[id_].signature == str(oracle.get_signature())


def test_pair_scores_carry_the_segment_signature():
    scores = pair_scores("a new line", "the new line", "en")
    assert set(scores) == set(OF_WORDS)
    assert "eff:yes" in scores[MetricId.BLEU].signature


@pytest.mark.shared
def test_the_published_score_of_opus_mt_comes_out(shared):
    lines = (shared / "data/parallel/flores-dev.ar-en.tsv").read_text("utf-8").splitlines()
    outputs = (shared / "data/mt_outputs/flores-dev.opusmt.en").read_text("utf-8").splitlines()
    tally = Tally("en")
    for number in range(200):
        tally.put(str(number), outputs[number], lines[number].split("\t")[1])
    expected = BLEU().corpus_score(outputs[:200], [[x.split("\t")[1] for x in lines[:200]]])
    assert tally.scores()[MetricId.BLEU].value == expected.score
    assert 28 < expected.score < 40
