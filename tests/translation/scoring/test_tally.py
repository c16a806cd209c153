"""Sums of segment statistics equal sacrebleu's corpus scores, exactly."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sacrebleu.metrics import BLEU, CHRF, TER

from translation.scoring.metrics import MetricId, bleu_tokeniser, metrics_for
from translation.scoring.tally import Tally, pair_scores

WORDS = ["the", "Kuwait", "dialogue", "،", "U.S.", "26", "January", "renewed", "الكويت", "'s", "."]
sentences = st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join)
pairs = st.lists(st.tuples(sentences, sentences), min_size=1, max_size=8)


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
        assert bleu_tokeniser("ar-JO") == "intl"


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

    def test_arabic_question_marks_are_tokens_of_their_own(self):
        arabic = self.metric("ar")
        counts = arabic.statistics("كيف حالك؟", "كيف حالك ؟")
        assert counts[0] == counts[1] == 3


class TestChrf(MetricContract):
    id = MetricId.CHRF

    def oracle(self, language="en"):
        return CHRF()


class TestTer(MetricContract):
    id = MetricId.TER

    def oracle(self, language="en"):
        return TER()


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
    for id_, oracle in ((MetricId.BLEU, BLEU()), (MetricId.CHRF, CHRF()), (MetricId.TER, TER())):
        assert scores[id_].value == oracle.corpus_score(hypotheses, references).score


def test_pair_scores_carry_the_segment_signature():
    scores = pair_scores("a new line", "the new line", "en")
    assert set(scores) == set(MetricId)
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
