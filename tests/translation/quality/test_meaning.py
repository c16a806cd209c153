"""What is denied, bounded, said by whom and in which sense, on both sides alike."""

from __future__ import annotations

import pytest

from tests.translation.quality.off_contract import OffContract
from tests.translation.quality.test_checks import CheckContract, checks_of, issues
from translation.quality import CHECKS
from translation.quality.public_names import table_lines
from translation.quality.word_tables import TABLES


class InSource(CheckContract):
    """A check whose place is in the source."""

    def test_the_place_lies_in_the_target_and_the_sentence_fills(self):
        for source, target in self.failing:
            issue = next(i for i in issues(source, target) if i.check == self.id)
            place = source[issue.start : issue.start + issue.length]
            assert place == dict(issue.facts)["text"]


class TestLostNot(InSource):
    id = "lost_not"
    good = (
        ("لم يعد الوزير إلى بلده", "The minister has not returned to his country"),
        ("لا يزال الوزير في بلده", "The minister is in his country"),
        ("لا يقل عددهم عن مئة", "They are at least a hundred"),
        ("لا يمكن الوصول إليه", "It is inaccessible"),
        ("لم تقبل الحكومة الطلب", "The government rejected the request"),
        ("عاد الوزير إلى بلده", "The minister returned to his country"),
    )
    failing = (
        ("لم يعد الوزير إلى بلده", "The minister returned to his country"),
        ("ولن تقبل الحكومة الطلب", "The government will accept the request"),
        ("ليس الوزير في بلده", "The minister is under guard in his united country"),
    )


class TestAddedNot(OffContract):
    id = "added_not"
    good = (
        ("لم يعد الوزير إلى بلده", "The minister has not returned"),
        ("فلا يمكن تقييم ذلك", "That cannot be assessed"),
        ("رفض الوزير ذلك", "The minister did not accept that"),
        ("الجو رائع", "Great weather, isn't it?"),
        ("تعذر الاتصال به", "He could not be reached"),
    )
    failing = (("عاد الوزير إلى بلده", "The minister has not returned to his country"),)


class TestTurnedBound(CheckContract):
    id = "turned_bound"
    good = (
        ("لا يقل عن مئة شخص", "No fewer than a hundred people"),
        ("لا يزيد عن مئة شخص", "Up to a hundred people"),
        ("أكثر من ثلاث ساعات", "More than three hours"),
        ("أقل من ثلاث ساعات", "Less than three hours"),
        ("مئة على الأقل، ومئتان على الأكثر", "At least a hundred, at most two hundred"),
    )
    failing = (
        ("لا يقل عن مئة شخص", "No more than a hundred people"),
        ("مئة شخص على الأقل", "Less than a hundred people"),
        ("لا يزيد عن مئة شخص", "At least a hundred people"),
        ("تصل إلى أكثر من ثلاث ساعات", "It lasts up to three hours"),
    )


class TestWrongSpeaker(OffContract):
    id = "wrong_speaker"
    good = (
        ("وقالت الوزيرة إنها ستعود", "She said she would return"),
        ("وقال إن زوجته قالت ذلك", "He said that she said so"),
        ("وقالت الحكومة ذلك", "It said so"),
    )
    failing = (
        ("وقالت إن ذلك صحيح", "He said that this was right"),
        ("وأضاف أن ذلك صحيح", "She also added that this was right"),
    )


class TestWrongGender(OffContract):
    id = "wrong_gender"
    good = (
        ("عادت الوزيرة إلى بلدها", "The minister returned to her country"),
        ("عاد الوزير إلى بلده", "The minister returned to his country"),
    )
    failing = (("عادت الوزيرة إلى بلدها", "The minister returned to his country"),)


class TestLostSpeaker(InSource):
    id = "lost_speaker"
    good = (
        ('وأوضحوا في بيان أن "الطاقم يعمل"', "They explained that “the crew is working”"),
        ("قال الرجل ذلك", "So it is"),
    )
    failing = (('وأوضحوا في بيان أن "الطاقم يعمل"', "“The crew is at work”"),)


class TestLostQuotes(InSource):
    id = "lost_quotes"
    good = (
        ('وأوضحوا في بيان أن "الطاقم يعمل حاليًا بجد"', "They explained that “the crew works hard”"),
        ('قال إن "الطاقم يعمل حاليًا بجد"', "He said 'the crew works hard'"),
        ('قال: "الطاقم يعمل حاليًا بجد"', "He said: &quot;The crew works hard&quot;"),
        ('قال ذلك في "مركز باي"', "He said so in the Bay Centre"),
        ('عُقد الاجتماع في "مركز إيست باي القانوني المجتمعي"', "A meeting was held in the Centre"),
    )
    failing = (
        ('وأوضحوا في بيان أن "الطاقم يعمل حاليًا بجد"', "They explained that the crew's at work"),
        ('"لن نعود إلى بيوتنا أبدا" هكذا قال الناجي', "We shall not return home, he said"),
    )


class TestWrongSense(OffContract):
    id = "wrong_sense"
    good = (
        ("حصد نادال نقاطا على الشبكة", "Nadal won points at the net"),
        ("وصلت الشبكة إلى المدينة", "The network reached the city"),
        ("انقلاب عسكري في البلاد", "A military coup in the country"),
        ("انقلاب سيارة الوزير", "The minister's car overturned"),
    )
    failing = (
        ("حصد نادال نقاطا على الشبكة", "Nadal won points on the network"),
        ("أعلنت عن انقلاب إحدى سيارات الإطفاء، والسيارة محطمة", "The coup of a fire car"),
        ("مرر تمريرتين حاسمتين", "He passed two critical passes"),
    )

    def test_the_right_word_is_told(self):
        (finding,) = self.found(*self.failing[0])
        assert dict(finding.facts) == {"source": "الشبكة", "text": "network", "right": "net"}


@pytest.mark.parametrize("name", ["senses.tsv", "countries.tsv", "public_names.tsv"])
def test_every_line_of_a_table_is_read(name):
    columns = {"senses.tsv": 4, "countries.tsv": 3, "public_names.tsv": 2}[name]
    lines = (TABLES / name).read_text("utf-8").splitlines()
    assert len(list(table_lines(name, columns))) == sum(line[:1] != "#" for line in lines)


def test_hostile_segments_are_soon_done():
    for source, target in (
        ("لم يعد " * 15_000, "returned " * 11_000),
        ("قال شبكة تنس " * 8_000, "he network " * 9_000),
        ("لا " * 33_000, "n" * 100_000),
        ("اكثر من " * 12_000, "up to" + " " * 100_000),
    ):
        checks_of(source, target)


def test_checks_of_meaning_say_what_they_are_about():
    for check in CHECKS:
        if check.group == "meaning":
            assert check.words
