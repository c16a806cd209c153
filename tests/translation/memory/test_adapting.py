"""What becomes of a translation that is nearly the right one."""

from __future__ import annotations

import pytest

from translation.memory.adapting import fitted

CASES = [
    ("في 5 مايو", "في 7 مايو", "On 5 May", "On 7 May"),
    ("في ٥ مايو ٢٠٢٤", "في ٧ مايو ٢٠٢٥", "On 5 May 2024", "On 7 May 2025"),
    ("من 3 إلى 5", "من 5 إلى 3", "From 3 to 5", "From 5 to 3"),
    ("بلغ 1,250 دولارا", "بلغ 2,500 دولارا", "It reached $1,250", "It reached $2,500"),
    ("5 رجال و 5 نساء", "6 رجال و 6 نساء", "5 men and 5 women", "6 men and 6 women"),
]
LEFT_ALONE = [
    ("في 5 مايو", "في 7 مايو", "On the fifth of May"),  # written as a word
    ("في 5 مايو", "في مايو", "On 5 May"),  # one less
    ("5 رجال و 5 نساء", "6 رجال و 7 نساء", "5 men and 5 women"),  # which is which
    ("في 5 مايو 2024", "في 7 مايو 2025", "On 5 May last year"),  # one of two is missing
    ("في 5 مايو", "في 5 يونيو", "On 5 May"),  # no number changed
]


@pytest.mark.parametrize(("was", "now", "target", "wanted"), CASES)
def test_numbers_follow_the_source(was, now, target, wanted):
    assert fitted(now, (), was, (), target) == (wanted, True)


@pytest.mark.parametrize(("was", "now", "target"), LEFT_ALONE)
def test_where_it_is_not_plain_nothing_is_changed(was, now, target):
    assert fitted(now, (), was, (), target) == (target, False)
