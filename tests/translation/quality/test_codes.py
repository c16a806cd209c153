"""The checks of inline codes, by tables of good and failing pairs."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.translation.quality.test_checks import (
    BR,
    CODES,
    END_IT,
    IT,
    NOTE_1,
    NOTE_2,
    UNIT,
    B,
    CheckContract,
    E,
    issues,
)
from translation.model.inline import is_code, strip_codes
from translation.model.issue import Severity


class TestMissingCode(CheckContract):
    id = "missing_code"
    good = (
        (f"{B}كلمة{E}", f"{B}word{E}"),
        (f"كلمة{BR} ثانية", "word two"),
        ("كلمة", "word"),
    )
    failing = (
        (f"{B}كلمة{E}", "word"),
        (f"قال {B}الوزير{E} أمس", f"the {E}minister said"),
        (f"قال {B}الوزير{E} أمس", f"the {B}minister 😀 said"),
        (f"{B}كلمة{E} {B}كلمة{E}", f"{B}word{E} word"),
        (f"{B}كلمة{E}{BR}", f"{B}word"),
        ("كلمة\ue063", "word"),
    )

    def test_a_code_that_may_be_left_out_is_not_put_back(self):
        issue = next(i for i in issues(f"{B}كلمة{E}{BR}", f"{B}word") if i.check == self.id)
        assert issue.fix == f"{B}word{E}"

    def test_the_codes_are_named(self):
        (issue,) = issues(f"{B}كلمة{E}", "word")
        assert dict(issue.facts) == {"codes": "‹b› ‹/b›", "count": "2"}


BOLD = tuple(replace(code, deletable=True) for code in CODES)


class TestMissingFormat:
    """Codes in pairs that may be left out: a note, but both halves or none."""

    unit = replace(UNIT, codes=BOLD)

    def found(self, source, target):
        return {i.check: i for i in issues(source, target, unit=self.unit)}

    def test_a_pair_left_out_is_a_note_and_can_be_put_in(self):
        source = f"{B}كلمة{E}{BR} {IT}ثانية{END_IT}"
        (issue,) = self.found(source, f"word {IT}two{END_IT}").values()
        assert (issue.check, issue.severity) == ("missing_format", Severity.NOTE)
        assert dict(issue.facts)["codes"] == "‹b› ‹/b›"
        assert issue.fix == f"{B}word{E} {IT}two{END_IT}"
        assert not self.found(source, issue.fix)

    @pytest.mark.parametrize("half", [B, E])
    def test_half_a_pair_is_an_error(self, half):
        source = f"{B}كلمة{E}"
        (issue,) = self.found(source, half + "word").values()
        assert (issue.check, issue.severity) == ("missing_code", Severity.ERROR)
        assert issue.fix is not None
        assert "missing_code" not in self.found(source, issue.fix)

    def test_a_break_may_be_left_out_in_silence(self):
        assert not self.found(f"كلمة{BR} ثانية", "word two")


class TestExtraCode(CheckContract):
    id = "extra_code"
    good = (("كلمة", "word"), (f"{B}كلمة{E}", f"{B}word{E}"))
    failing = (
        ("كلمة", f"{B}word{E}"),
        (f"{B}كلمة{E}", f"{B}word{E}{E}"),
        ("كلمة", "😀 wo\uf8ffrd"),
    )

    def test_the_place_is_the_code_in_utf16_units(self):
        (issue,) = issues("كلمة 😀", f"😀 word{BR}")
        assert (issue.start, issue.length) == (7, 1)
        assert issue.fix == "😀 word"


class TestCodeNesting(CheckContract):
    id = "code_nesting"
    good = (
        (f"{B}كلمة{E} {IT}ثانية{END_IT}", f"{IT}second{END_IT} {B}word{E}"),
        (f"{B}كلمة {IT}ثانية{END_IT}{E}", f"{B}{IT}second{END_IT} word{E}"),
        (f"{B}كلمة {IT}ثانية{END_IT}{E}", f"{IT}{B}second word{E}{END_IT}"),
        (f"ثانية{E} {B}كلمة", f"word{E} {B}second"),
        (f"{B}كلمة {IT}ثانية{E} ثالثة{END_IT}", f"{IT}third {B}second{END_IT} word{E}"),
        (f"كلمة{E}", f"{E}word"),
        (f"{B}كلمة{E}", f"word{E}"),
        (f"{B}كلمة{E} {B}كلمة{E}", f"{B}word{E} {B}word{E}"),
    )
    failing = (
        (f"{B}كلمة{E}", f"{E}word{B}"),
        (f"{B}كلمة{E} ثانية", f"{E}{B}the second word"),
        (f"{B}كلمة {IT}ثانية{END_IT}{E}", f"{B}word {IT}second{E}{END_IT}"),
        (f"{B}كلمة{E} {IT}ثانية{END_IT}", f"{IT}second {B}word{END_IT} 😀{E}"),
        (f"{B}كلمة{E} {B}كلمة{E}", f"{E}word{B} {B}word{E}"),
    )

    def test_the_fix_moves_no_word_and_no_place(self):
        for source, target in self.failing:
            fix = next(i.fix for i in issues(source, target) if i.check == self.id)
            assert [is_code(c) for c in fix] == [is_code(c) for c in target]
            assert strip_codes(fix) == strip_codes(target)
            assert sorted(fix) == sorted(target)

    def test_the_fix_swaps_what_stands_wrong(self):
        fix = next(i.fix for i in issues(f"{B}كلمة{E}", f"{E}word{B}") if i.check == self.id)
        assert fix == f"{B}word{E}"


class TestCodeOrder(CheckContract):
    id = "code_order"
    good = (
        (f"{NOTE_1}كلمة{NOTE_2}", f"{NOTE_1}word{NOTE_2}"),
        (f"{BR}كلمة{NOTE_1}", f"{NOTE_1}word{BR}"),
        (f"{NOTE_1}كلمة{NOTE_2}", f"{NOTE_2}word"),
    )
    failing = (
        (f"{NOTE_1}كلمة{NOTE_2}", f"{NOTE_2}word{NOTE_1}"),
        (f"{NOTE_1}كلمة{B}{NOTE_2}{E}", f"😀{B}{NOTE_2}{E}word{NOTE_1}"),
    )

    def test_the_fix_puts_them_in_line(self):
        source, target = self.failing[0]
        fix = next(i.fix for i in issues(source, target) if i.check == self.id)
        assert fix == f"{NOTE_1}word{NOTE_2}"
