"""What is found in a source to be carried, and when a target counts as having it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translation.text.carried import find_carried, invented_carried, lost_carried
from translation.text.entities import find_entities, without_entities

ARABIC = {
    "زوروا (https://ar.wikipedia.org/wiki/الكويت_(مدينة)) و«www.x.org».": [
        "https://ar.wikipedia.org/wiki/الكويت_(مدينة)", "www.x.org",
    ],
    "وhttps://t.co/abc، ولـGoogle وبـ iPhone 14 Pro": [
        "https://t.co/abc", "Google", "iPhone 14 Pro",
    ],
    "user.name+tag@sub.example.co.uk، @kuwait_news و#Kuwait2030 و#الكويت": [
        "user.name+tag@sub.example.co.uk", "@kuwait_news", "#Kuwait2030",
    ],
    "%(name)s ${user} {{count}} {name} %1$s %d %5.2f %% [[link]] نص": [
        "%(name)s", "${user}", "{{count}}", "{name}", "%1$s", "%d", "%5.2f", "%%", "[[link]]",
    ],
    "بنسبة 50% من السكان و٥٠٪ و 20% ديون": [],
    "في 31 January 2022 ثم January 31, 2022 و2022-01-31 و31/01/2022 و 3rd of May 2020": [
        "31 January 2022", "January 31, 2022", "2022-01-31", "31/01/2022", "3rd of May 2020",
    ],
    "١٠٠ $ و€ ٥٠ و USD 100 و100 EUR و$1.5 مليار و US$ 30 و20 ₪": [
        "١٠٠ $", "€ ٥٠", "USD 100", "100 EUR", "$1.5", "US$ 30", "20 ₪",
    ],
    "AB-1234-XZ وISO 9001 وF-16 وCOVID-19 وB52 وv2.3.1 و192.168.1.10:8080 و~/bin/run.sh": [
        "AB-1234-XZ", "ISO 9001", "F-16", "COVID-19", "B52", "v2.3.1", "192.168.1.10:8080",
        "~/bin/run.sh",
    ],
    "C++ و C# و .NET و AT&T و 10.1000/182 و ar-KW": [
        "C++", "C#", ".NET", "AT&T", "10.1000/182", "ar-KW",
    ],
    "😀 👍🏽 👩‍👩‍👧 🇰🇼 1️⃣ ❤️ نص": ["😀", "👍🏽", "👩‍👩‍👧", "🇰🇼", "1️⃣", "❤️"],
    "&quot;نعم&quot; &#8220; &#x201D; <b>نص</b> <br/>": [
        "&quot;", "&quot;", "&#8220;", "&#x201D;", "<b>", "</b>", "<br/>",
    ],
    "راسلوا ahmed@localhost أو @ali@mastodon.social أو \u200ehttps://x.org/a\u200f الآن": [
        "ahmed@localhost", "@ali@mastodon.social", "https://x.org/a",
    ],
    "هاتف +965 2222 3333 أو +1-202-555-0143 و{0, number} و{d, date, short} و<0>نص</0>": [
        "+965 2222 3333", "+1-202-555-0143", "{0, number}", "{d, date, short}", "<0>", "</0>",
    ],
    "[b]نص[/b] [url=https://x.org]هنا[/url] [1] [أ]": [
        "[b]", "[/b]", "[url=https://x.org]", "[/url]",
    ],
    "من %1$sخيارات%2$s ثم %(n)dملفات و100% صحيح": ["%1$s", "%2$s", "%(n)d"],
    "▪ قال الوزير إنه سيعود - ٣ مرات [1] (أ)": [],
}  # fmt: skip


@pytest.mark.parametrize("text", ARABIC)
def test_what_is_found_in_arabic(text: str) -> None:
    assert [span.text for span in find_carried(text, foreign=True)] == ARABIC[text]


ENGLISH = {
    "Visit https://x.org/a, or e-mail a@b.org.": ["https://x.org/a", "a@b.org"],
    "and/or he/she 24/7 is 3/4; e.g. U.S.A. Mr.Smith end.Next rock'n'roll a.m.": [],
    "Press {0} to delete %d files (50% done)": ["{0}", "%d"],
    "She paid $5 and 20 EUR on 2022-01-31 for F-16 and v2.0 #1": [
        "$5", "20 EUR", "2022-01-31", "F-16", "v2.0",
    ],
    "In January 2022 Microsoft said the word سلام means peace in Arabic": [],
}  # fmt: skip


@pytest.mark.parametrize("text", ENGLISH)
def test_what_is_found_in_a_text_in_latin_letters(text: str) -> None:
    assert [span.text for span in find_carried(text)] == ENGLISH[text]


def test_a_placeholder_may_touch_a_word() -> None:
    assert lost_carried("من %1$sخيارات%2$s", "in %1$simage options%2$s") == []
    assert [s.text for s in lost_carried("من %1$s و%2$s", "in %1$s")] == ["%2$s"]


def test_how_often_a_thing_stands_counts() -> None:
    assert [span.text for span in lost_carried("%s و %s و %s", "%s and %s")] == ["%s"]
    assert [span.text for span in lost_carried("$100 و $100", "$100")] == ["$100"]
    assert [span.text for span in invented_carried("%s كلمة", "%s word %s")] == []
    assert [span.text for span in invented_carried("كلمة", "word %s")] == ["%s"]


def test_a_longer_thing_is_no_occurrence_of_a_shorter_one() -> None:
    source = "https://x.org/a و https://x.org/ab"
    assert lost_carried(source, "https://x.org/ab and https://x.org/a") == []
    assert [s.text for s in lost_carried(source, "https://x.org/ab only")] == ["https://x.org/a"]


@given(st.text(st.sampled_from("aZé1٢ .@/:%{}[]<>&;#$€😀\u200d\ufe0fقو_-\n\ue000"), max_size=60))
def test_spans_lie_apart_in_order_and_a_text_carries_its_own(text: str) -> None:
    for foreign in (None, True, False):
        spans = find_carried(text, foreign)
        ends = [0, *(span.end for span in spans)]
        assert all(span.start >= end for span, end in zip(spans, ends, strict=False))
        assert all(text[span.start : span.end] == span.text for span in spans)
        assert lost_carried(text, text, foreign) == []
    assert invented_carried(text, text) == []


REFERENCES = {
    "The country &apos; s area": "The country's area",
    "a coup d &apos; état of": "a coup d'état of",
    "the Germans &apos; success": "the Germans' success",
    "was the &quot; Stable Land &quot; party": 'was the "Stable Land" party',
    "said: &quot;I&#39;m here&quot;": 'said: "I\'m here"',
    "we don &apos; t": "we don't",
    "a &amp; b &lt; c&nbsp;d": "a & b < c\u00a0d",
    "R&D; AT&T; &foo; &#0; &#x110000;": "R&D; AT&T; &foo; &#0; &#x110000;",
}


@pytest.mark.parametrize("text", REFERENCES)
def test_references_are_undone_as_they_were_meant(text: str) -> None:
    assert without_entities(text) == REFERENCES[text]
    assert without_entities(without_entities(text)) == REFERENCES[text]


def test_references_that_the_source_has_are_its_own() -> None:
    assert without_entities("a &amp; b &lt; c", "x &amp; y") == "a &amp; b < c"


@pytest.mark.shared
def test_no_reference_is_left_in_real_drafts(shared) -> None:
    undone = 0
    for path in sorted((shared / "data/mt_outputs").glob("flores-dev.*.en")):
        for line in path.read_text(encoding="utf-8").splitlines():
            undone += bool(find_entities(line))
            assert not find_entities(without_entities(line))
            assert "  " not in without_entities(line) or "  " in line
    assert undone > 200
