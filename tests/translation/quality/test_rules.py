"""Own rules and dismissals: what they find, what brings it back, and files of rules of others."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translation.errors import InputError, UsageError, fill
from translation.model.issue import Severity
from translation.model.language import LanguagePair
from translation.model.record import Record
from translation.model.segment import Segment, TranslationUnit
from translation.quality import Checker, Profile, subject_of
from translation.quality.dismissals import dismissal_of, divide
from translation.quality.profile import rules_of
from translation.quality.rule import Demand, Rule
from translation.quality.rules import MOST_TIMES_SLOW, checked
from translation.quality.sentences import all_sentences, check_of, sentence_of
from translation.work.check_files import (
    find_profile,
    read_profile,
    read_rules,
    write_profile,
    write_rules,
)

UNIT = TranslationUnit("u1", "f1")


def subject(source, target, pair=("ar", "en")):
    return subject_of(Segment("s1", "u1", source, target), UNIT, LanguagePair(*pair), None)


def issues(rule, source, target):
    found = Checker(Profile(rules=(rule,))).find_issues(subject(source, target))
    return [issue for issue in found if issue.check == rule.check]


def places(rule, source, target):
    texts = {"source": source, "target": target}
    return [
        (i.side.value, texts[i.side.value][i.start : i.start + i.length])
        for i in issues(rule, source, target)
    ]


class TestWhatRulesFind:
    def test_a_forbidden_word_and_what_mends_it(self):
        rule = Rule("plain", target="utilize", replacement="use", message="plain words")
        (issue,) = issues(rule, "كلمة", "They Utilize it and utilized it.")
        assert issue.fixes == ("They use it and utilized it.",)
        said = fill(sentence_of(issue), dict(issue.facts))
        assert said == "“Utilize” must not stand here, but “use”: plain words"

    def test_a_false_friend_holds_only_where_the_source_has_its_word(self):
        rule = Rule("net", source="شبكة", target="network", replacement="net")
        assert places(rule, "اصطدمت الكرة بالشبكة", "into the network") == [("target", "network")]
        assert places(rule, "ووصلت الكرة للشّبكة", "into the network") == [("target", "network")]
        assert places(rule, "مشبكة", "into the network") == []
        assert places(rule, "الكرة", "into the network") == []

    def test_a_needed_word_is_missed_at_its_reason_in_the_source(self):
        rule = Rule("city", source="القدس", target="Jerusalem", demand=Demand.NEEDED)
        assert places(rule, "في القدس", "in Quds") == [("source", "القدس")]
        assert places(rule, "في القدس", "in Jerusalem") == []
        everywhere = Rule("stop", target=r"[.!?]$", is_expression=True, demand=Demand.NEEDED)
        assert places(everywhere, "كلمة", "word") == [("target", "word")]

    def test_a_word_of_the_source_alone_is_to_be_looked_at(self):
        assert places(Rule("coup", source="انقلاب"), "بعد انقلاب", "x") == [("source", "انقلاب")]

    def test_groups_of_an_expression_come_into_the_fix(self):
        rule = Rule("km", target=r"(\d+) km\b", is_expression=True, replacement="$1 kilometres")
        assert [i.fix for i in issues(rule, "كلمة", "It is 5 km")] == ["It is 5 kilometres"]

    def test_case_counts_where_it_is_to(self):
        assert places(Rule("x", target="who", case=True), "كلمة", "Who") == []
        assert places(Rule("x", target="who"), "كلمة", "Who") == [("target", "Who")]

    def test_an_expression_that_would_hang_rests_after_a_few_times(self):
        rule = Rule("evil", target=r"(a|aa)+(b|ba)+c$", is_expression=True)
        checker = Checker(Profile(rules=(rule,)))
        hanging = subject("كلمة", "a" * 60)
        found = [checker.find_issues(hanging) for _ in range(MOST_TIMES_SLOW + 1)]
        slow = [[i for i in one if i.check == rule.check] for one in found]
        assert [len(one) for one in slow] == [1] * MOST_TIMES_SLOW + [0]
        assert "takes too long" in sentence_of(slow[0][0])

    def test_an_expression_that_is_none_is_refused(self):
        for text in ("(", "[z-a]", "*"):
            with pytest.raises(UsageError):
                checked(Rule("x", target=text, is_expression=True))
        with pytest.raises(UsageError):
            checked(Rule("x", target="(a)", is_expression=True, replacement="$2"))

    def test_all_that_is_said_of_rules_is_translated(self):
        rule = Rule("x", target="word")
        (issue,) = issues(rule, "كلمة", "word")
        assert sentence_of(issue) in all_sentences()
        assert check_of(issue.check).group.value == "own"


class TestDismissals:
    def dismissed(self, issue, source, target, reason="it is right"):
        return Record.of("r1", "s1", dismissal_of(issue, source, target, reason), "Sara", 1.0)

    def test_it_is_gone_until_a_text_changes(self):
        source, target = "كلمة", "Tom &amp; Ann &amp; Bob"
        first, second = Checker().find_issues(subject(source, target))
        record = self.dismissed(first, source, target)
        open_, gone = divide((first, second), [record], source, target)
        assert open_ == (second,)
        assert [(one.issue, one.record.author) for one in gone] == [(first, "Sara")]
        assert gone[0].dismissal.reason == "it is right"
        for texts in ((f"{source}!", target), (source, f"{target}!")):
            assert divide((first, second), [record], *texts) == ((first, second), ())

    def test_one_of_an_earlier_program_holds_for_any_text(self):
        source, target = "كلمة", "Tom &amp; Ann"
        (issue,) = Checker().find_issues(subject(source, target))
        said = '{"code":"entities","facts":[["texts","&amp;"],["count","1"]],"reason":""}'
        record = Record("r1", "dismissal", "s1", "", 1.0, said)
        assert divide([issue], [record], source, target)[0] == ()

    def test_other_records_dismiss_nothing(self):
        (issue,) = Checker().find_issues(subject("كلمة", "Tom &amp; Ann"))
        for value in ('{"code": 3}', "[", '{"code":"loop"}'):
            record = Record("r1", "dismissal", "s1", "", 1.0, value)
            assert divide([issue], [record], "كلمة", "Tom &amp; Ann")[0] == (issue,)


texts = st.text(st.characters(exclude_categories=["C", "Zl", "Zp"]), max_size=12)
rules = st.builds(
    Rule,
    texts.map(lambda t: " ".join(f"n{t}".split())),
    texts.map(str.strip),
    texts.map(lambda t: f"t{t}".strip()),
    st.sampled_from(Demand),
    st.just(False),
    st.booleans(),
    texts.map(str.strip),
    texts.map(str.strip),
    st.sampled_from(Severity),
)


class TestFiles:
    @pytest.mark.parametrize("name", ["rules.json", "rules.csv", "rules.tsv"])
    @given(st.lists(rules, min_size=1, max_size=4, unique_by=lambda rule: rule.name))
    def test_rules_come_out_of_a_file_as_they_went_in(self, tmp_path_factory, name, found):
        path = tmp_path_factory.mktemp("rules") / name
        write_rules(found, path)
        assert read_rules(path) == tuple(found)

    def test_a_profile_with_its_rules_comes_out_of_a_file(self, tmp_path):
        profile = Profile("mine", (("loop", False),), (("line_length", 37),), (Rule("x", "كلمة"),))
        write_profile(profile, tmp_path / "mine.json")
        assert read_profile(tmp_path / "mine.json") == profile
        assert read_rules(tmp_path / "mine.json") == profile.rules
        assert find_profile(str(tmp_path / "mine.json")) == profile

    def test_a_bare_list_is_one_of_words_to_avoid(self, tmp_path):
        path = tmp_path / "words.csv"
        path.write_text("utilize,use\nvery unique,unique,it is or is not\n", encoding="utf-8")
        first, second = read_rules(path)
        assert first == Rule("utilize", target="utilize", replacement="use")
        assert second.message == "it is or is not"

    def test_a_cell_that_a_spreadsheet_would_run_is_guarded(self, tmp_path):
        rule = Rule("sum", target="=1+1")
        write_rules([rule], tmp_path / "rules.csv")
        assert "'=1+1" in (tmp_path / "rules.csv").read_text(encoding="utf-8-sig")
        assert read_rules(tmp_path / "rules.csv") == (rule,)

    @pytest.mark.parametrize(
        ("name", "text"),
        [
            ("a.json", "{"),
            ("a.json", "[3]"),
            ("a.json", '[{"target": "a", "demand": "asked"}]'),
            ("a.json", '[{"target": "a", "severity": "dire"}]'),
            ("a.json", '[{"target": "(", "is_expression": true}]'),
            ("a.json", '[{"name": "nothing"}]'),
            ("a.json", "[" * 100_000),
            ("a.json", json.dumps([{"target": "a" * 1001}])),
            ("a.json", json.dumps([{"target": "a\nb"}])),
            ("a.json", "[]"),
            ("a.csv", "target,severity\na,dire\n"),
            ("a.tsv", "\n\n"),
        ],
    )
    def test_what_is_no_list_of_rules_is_refused(self, tmp_path, name, text):
        (tmp_path / name).write_text(text, encoding="utf-8")
        with pytest.raises(InputError):
            read_rules(tmp_path / name)

    def test_too_many_rules_are_refused(self):
        with pytest.raises(ValueError, match="at most"):
            rules_of([{"target": "a"}] * 2001)
