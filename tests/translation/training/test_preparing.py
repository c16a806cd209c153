"""Preparing what a training learns from: weights, copying pairs, what is made of a text."""

from __future__ import annotations

import random
import re

import pytest

from translation.errors import InputError, UsageError
from translation.training.pairs import Pair, read_pairs, read_texts
from translation.training.preparing import Order, prepare
from translation.training.preparing.back_translating import Made
from translation.training.preparing.choosing import chosen, is_sound
from translation.training.preparing.copying import copying_pairs

LINES = (
    "un\t6\tوصل وفد NATO إلى Geneva\tThe NATO delegation arrived in Geneva\n"
    "un\t2\tعقدت 12 دولة اجتماعا في 2004\t12 states held a meeting in 2004\n"
    "help\t1\tافتح Outlook الآن\tOpen Outlook now\n"
    "help\t0.5\tصباح الخير\tGood morning\n"
)


@pytest.fixture
def pairs(tmp_path):
    file = tmp_path / "pairs.tsv"
    file.write_text(LINES, encoding="utf-8")
    return file


def weights_of(folder):
    return [(pair.corpus, pair.weight) for pair in read_pairs(folder / "pairs.tsv")]


def test_pairs_are_joined_and_drawn_by_their_own_weights(pairs, tmp_path):
    more = tmp_path / "more.tsv"
    more.write_text("سلام\tPeace\n", encoding="utf-8")
    done = prepare(Order([pairs, more]), tmp_path / "out")
    assert (done.pairs, done.copying, done.made) == (5, 0, 0)
    assert weights_of(tmp_path / "out") == [
        ("un", 6), ("un", 2), ("help", 1), ("help", 0.5), ("pairs", 1),
    ]  # fmt: skip
    assert [file.name for file in (tmp_path / "out").iterdir()] == ["pairs.tsv"]


def test_a_file_of_weights_and_factors_of_corpora_decide_how_often(pairs, tmp_path):
    weights = tmp_path / "weights.txt"
    weights.write_text("3\n0\n0.25\n1\n")
    prepare(Order([pairs], weights=weights, factors={"help": 2}), tmp_path / "out")
    assert weights_of(tmp_path / "out") == [("un", 3), ("help", 0.5), ("help", 2)]
    with pytest.raises(UsageError, match="a corpus named help2"):
        prepare(Order([pairs], factors={"help2": 2}), tmp_path / "out")


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("1\n1\n1\n", "3 weights for 4 pairs"),
        ("1\n-1\n1\n1\n", "line 2 is no number"),
        ("1\n1\nnan\n1\n", "line 3 is no number"),
        ("1\n1\n1\n1" + "0" * 200, "line 4 is no number"),
        ("", "0 weights"),
    ],
)
def test_weights_that_do_not_fit_the_pairs_are_refused(text, reason, pairs, tmp_path):
    (tmp_path / "weights.txt").write_text(text)
    with pytest.raises(InputError, match=reason):
        prepare(Order([pairs], weights=tmp_path / "weights.txt"), tmp_path / "out")


def test_copying_pairs_carry_the_same_on_both_sides(pairs):
    made = copying_pairs(read_pairs(pairs), 60, 0.8, arabic=True)
    assert 20 < len(made) <= 60
    assert {(pair.corpus, pair.weight) for pair in made} == {("copying", 0.8)}
    assert len({(pair.source, pair.target) for pair in made}) == len(made)
    assert made == copying_pairs(read_pairs(pairs), 60, 0.8, arabic=True)
    for pair in made:
        assert sorted(re.findall(r"\d+", pair.source)) == sorted(re.findall(r"\d+", pair.target))
        for run in re.findall("[A-Z][a-z]+|NATO", pair.source):
            assert run in pair.target
    assert any(pair.source == pair.target for pair in made)
    assert any("كانون" in pair.source for pair in copying_pairs(read_pairs(pairs), 900, 1, True))


def test_dates_in_arabic_words_are_made_for_arabic_alone(pairs):
    french = [Pair("Ouvrez Outlook", "Open Outlook"), Pair("Bonjour", "Good morning")]
    assert not any(
        re.search("[\u0600-\u06ff]", pair.source) for pair in copying_pairs(french, 90, 1, False)
    )
    assert copying_pairs([Pair("سلام", "Peace")], 90, 1, arabic=True) == []


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("وصل الوزير", "The minister arrived in the capital of the country yesterday evening"),
        ("وصل الوزير إلى العاصمة أمس في المساء", "The minister arrived"),
        ("في عام 2004", "In the year 2005"),
        ("وصل الوزير أمس", "The minister arrived on 3 May"),
        ("وصل \u2047 إلى العاصمة", "He arrived in the capital"),
        ("وصل Tan Van Minh", "Tan Van Minh arrived"),
        ("قال قال قال قال قال قال قال قال", "He said what he had to say there"),
    ],
)
def test_made_sources_with_visible_faults_are_left_out(source, target):
    assert not is_sound(Made(source, target, -1.0), 0.8)
    assert is_sound(
        Made("وصل ٣ وزراء إلى العاصمة", "3 ministers arrived in the capital", -1.0), 0.8
    )


def test_the_worst_of_each_length_are_left_out():
    rng = random.Random(4)
    made = [
        Made("كلمة" + " كلمات" * words, "word" + " words" * words, rng.random() - words)
        for words in range(2)
        for _ in range(100)
    ]
    kept = chosen(made)
    assert len(kept) == pytest.approx(170, abs=5)
    for words in range(2):
        of_length = {pair for pair in made if pair.target.count(" ") == words}
        assert len(of_length & set(kept)) == pytest.approx(85, abs=5)
        assert max(of_length, key=lambda pair: pair.log_chance) in kept
        assert min(of_length, key=lambda pair: pair.log_chance) not in kept


def test_texts_are_the_last_columns_each_once(tmp_path):
    file = tmp_path / "text.tsv"
    file.write_text("news\tIt rained.\nIt  rained.\n\nnews\t \nSun\n", encoding="utf-8")
    assert read_texts(file) == ["It rained.", "Sun"]
    file.write_text("news\t \n")
    with pytest.raises(InputError, match="nothing but white space"):
        read_texts(file)
