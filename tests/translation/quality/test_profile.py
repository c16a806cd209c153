"""Profiles of checks: what is off is not run, numbers reach the checks, JSON brings all back."""

from __future__ import annotations

import queue

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translation.model.issue import Severity
from translation.model.language import LanguagePair
from translation.model.segment import Segment, TranslationUnit
from translation.quality import (
    CHECKS,
    USUAL,
    Check,
    Checker,
    CheckGroup,
    Finding,
    Option,
    Profile,
    checks,
    subject_of,
)
from translation.quality.profile import LONGEST_NAME
from translation.quality.profiles import kept_profiles, profiles_text
from translation.work.checks_apart import CheckProcess

MOST_WORDS = Option("most_words", 5, (1, 99), "Words at most")
WORDY = Check(
    "wordy",
    CheckGroup.WRITING,
    Severity.NOTE,
    "Too many words.",
    lambda s: [Finding()] if len(s.target.split()) > s.option(MOST_WORDS) else [],
    options=(MOST_WORDS,),
)
INVENTED = next(check for check in CHECKS if check.id == "invented")


def subject(target):
    unit = TranslationUnit("u1", "f1")
    return subject_of(Segment("s1", "u1", "كلمة", target), unit, LanguagePair("ar", "en"), None)


def found(profile, target):
    return {issue.check for issue in Checker(profile).find_issues(subject(target))}


def test_a_check_that_is_off_is_not_run(monkeypatch):
    def never(subject):
        raise AssertionError("it was run")

    off = Check("never", CheckGroup.WRITING, Severity.NOTE, "Never.", never, on=False)
    monkeypatch.setattr(checks, "CHECKS", (off,))
    assert found(USUAL, "word") == set()
    with pytest.raises(AssertionError):
        found(USUAL.switched(off, True), "word")


def test_a_number_of_the_profile_reaches_the_check(monkeypatch):
    monkeypatch.setattr(checks, "CHECKS", (WORDY,))
    assert found(USUAL, "one two three") == set()
    assert found(USUAL.with_number(MOST_WORDS, 2), "one two three") == {"wordy"}


def test_only_what_differs_is_kept():
    changed = USUAL.switched(INVENTED, False).with_number(MOST_WORDS, 7)
    assert changed.switches == (("invented", False),)
    assert changed.switched(INVENTED, True).with_number(MOST_WORDS, 5) == USUAL
    assert profiles_text([USUAL]) == ""


def test_the_process_is_told_the_profile_once():
    heard = queue.SimpleQueue()
    process = CheckProcess(heard.put, USUAL.switched(INVENTED, False))
    try:
        for _ in range(2):
            process.check([subject("see https://a.example &amp; more")])
            (((_, issues),), _seconds) = heard.get(timeout=60)
            assert {issue.check for issue in issues} == {"entities"}
    finally:
        process.close()


def test_options_have_keys_of_their_own_and_allow_their_default():
    options = [option for check in CHECKS for option in check.options]
    assert len({option.key for option in options}) == len(options)
    assert all(option.allows(option.default) for option in options)


names = st.text(st.characters(exclude_categories=["C", "Z"]), max_size=LONGEST_NAME)
ids = st.text(max_size=12)
profiles = st.builds(
    Profile,
    names,
    st.dictionaries(ids, st.booleans()).map(lambda d: tuple(sorted(d.items()))),
    st.dictionaries(ids, st.integers(-9, 999)).map(lambda d: tuple(sorted(d.items()))),
)


@given(profiles)
def test_a_profile_comes_out_of_json_as_it_went_in(profile):
    assert Profile.parse(profile.to_json()) == profile
    assert kept_profiles(profiles_text([profile])).get(profile.name, USUAL) in (profile, USUAL)
    assert profiles_text([profile]).isprintable()


@pytest.mark.parametrize(
    "data",
    [
        [],
        {"name": 3},
        {"name": "two\nlines"},
        {"name": "x" * (LONGEST_NAME + 1)},
        {"checks": []},
        {"checks": {"a": 1}},
        {"options": {"a": True}},
        {"options": {"a": 1.5}},
        {"checks": {str(n): True for n in range(1001)}},
    ],
)
def test_what_is_no_profile_is_refused(data):
    with pytest.raises(ValueError, match=r"\w"):
        Profile.parse(data)


@pytest.mark.parametrize("text", ["{", "3", '[{"name": 3}]', "[" * 100_000])
def test_a_setting_that_is_none_keeps_no_profiles(text):
    assert kept_profiles(text) == {}
