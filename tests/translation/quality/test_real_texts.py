"""What checks of copying and loops find in thousands of real translations."""

from __future__ import annotations

import pytest

from translation.model.draft import CARRIED, LOOP
from translation.model.issue import Issue
from translation.model.language import ARABIC_TO_ENGLISH
from translation.model.segment import TranslationUnit
from translation.quality import CHECKS, Checker, Profile, Subject


def only(*wanted: str) -> Checker:
    """Return the checks with these ids alone: all of them would take minutes."""
    return Checker(Profile(switches=tuple((check.id, check.id in wanted) for check in CHECKS)))


def found(checker: Checker, source: str, target: str) -> tuple[Issue, ...]:
    subject = Subject("s1", source, target, False, TranslationUnit("u1", "f1"), ARABIC_TO_ENGLISH)
    return checker.find_issues(subject)


@pytest.mark.shared
def test_people_are_seldom_told_that_they_changed_what_must_arrive_unchanged(shared):
    checker = only(CARRIED, "carried_words", "invented", "entities")
    flagged = count = 0
    for name in ("flores-dev", "un-conflict", "tatoeba-test-2021-msa"):
        text = (shared / f"data/parallel/{name}.ar-en.tsv").read_text(encoding="utf-8")
        for line in text.splitlines():
            source, target, *_ = line.split("\t")
            flagged += bool(found(checker, source, target))
            count += 1
    assert flagged / count < 0.003


@pytest.mark.shared
def test_real_machine_output_is_flagged_only_where_it_is_stuck(shared):
    pairs = (shared / "data/parallel/flores-dev.ar-en.tsv").read_text(encoding="utf-8")
    sources = [line.split("\t")[0] for line in pairs.splitlines()]
    checker, flagged = only(LOOP), []
    for path in sorted((shared / "data/mt_outputs").glob("flores-dev.*.en")):
        outputs = path.read_text(encoding="utf-8").split("\n")
        flagged += [
            (path.suffixes[0], number)
            for number, (source, output) in enumerate(zip(sources, outputs, strict=False))
            if found(checker, source, output)
        ]
    # Read one by one: "a p-p-p-p…", "blah, blah, blah…" and "a man, a man, a man" are stuck.
    assert flagged == [(".bergamot-base-memory", 789), (".opusmt", 909), (".opusmt", 916)]
