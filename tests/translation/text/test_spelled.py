"""Which words of a text have a spelling, and where they stand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translation.text.sounds import is_named_in
from translation.text.spelled import plain_word, spelled_words, stem_of_name


def words(text):
    return [word.text for word in spelled_words(text)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("See https://example.org/teh/pgae?x=1 now", ["See", "now"]),
        ("Write to jhon.smtih@exmaple.com today", ["Write", "to", "today"]),
        ("On bbc.co.uk/nwes and @hnadle, #hashtga", ["On", "and"]),
        ("31 January, 2nd place, F16 and 12kg", ["January", "place", "and"]),
        ("&apos; and %s of {cuont} <br/>", ["and", "of"]),
        ("in /usr/lcoal/bni there", ["in", "there"]),
        ("don't re-enter the mother-in-law's", ["don't", "re-enter", "the", "mother-in-law's"]),
        ("a \ue000bold\ue001 T\ue000h\ue001e", ["bold"]),
        ("“Quoted” (brackets)", ["Quoted", "brackets"]),
        ("قال الوزير في London", ["قال", "الوزير", "في", "London"]),
        ("الولايـات المتحدةُ", ["الولايـات", "المتحدةُ"]),
    ],
)
def test_words_are_found_and_the_rest_is_left(text, wanted):
    assert words(text) == wanted


def test_where_a_sentence_begins():
    text = "The end. Then “Next” came: Bob said. 1) Once"
    begins = {word.text for word in spelled_words(text) if word.begins}
    assert begins == {"The", "Then", "Bob", "Once"}


@given(st.text(alphabet="abC 'é-.ا\ue000\ue0019:/@", max_size=60))
def test_every_word_stands_where_it_is_said_to(text):
    last = 0
    for word in spelled_words(text):
        assert text[word.start : word.end] == word.text
        assert word.start >= last
        last = word.end


def test_words_as_dictionaries_hold_them():
    assert plain_word("don’t") == "don't"
    assert plain_word("الولايـاتُ") == "الولايات"
    assert stem_of_name("Pinochet’s") == "Pinochet"
    assert stem_of_name("Hussein'") == "Hussein"


@pytest.mark.parametrize(
    ("name", "source"),
    [
        ("Siniora", "قال السنيورة"),
        ("Bokhari", "وفد البخاري"),
        ("Khobar", "في الخبر"),
        ("Gaddafi", "معمر القذافي"),
        ("Qaddafi", "معمر القذافي"),
    ],
)
def test_names_are_known_by_their_sound(name, source):
    assert is_named_in(name, source)


def test_other_words_do_not_sound_like_the_source():
    assert not is_named_in("Recieved", "قال الوزير إن الحوار مهم")
    assert not is_named_in("Ali", "علي")  # too few consonants to tell
