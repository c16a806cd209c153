"""Clauses and sentences that are left out are told; what is said in other words is not."""

from __future__ import annotations

from tests.translation.quality.test_checks import CheckContract, checks_of, issues


class TestLostClause(CheckContract):
    id = "lost_clause"
    good = (
        (
            "يجب استبدال المصباح. ويجب توخي الحذر أثناء ذلك.",
            "The lamp must be replaced, and care must be taken when doing so.",
        ),
        ("اجتمع الوزير مع السفير في 10 تشرين الأول", "On 10 October the minister met the envoy"),
        ("قال الرئيس إن الحكومة، كما هو معروف، ستستقيل", "The president said it would resign"),
        ("الخبر رقم 7 من الصفحة", "the the the the the the 7"),
        ("الخبر الأول من الصفحة", "Something else altogether"),
        ("اتفقنا على توزيع مهام تنظيف البيت فيما بيننا", "We agreed to share the housework"),
    )
    failing = (
        (
            "تغير القانون الفرنسي. انضم إلى المقاومة أثناء الحرب العالمية الثانية.",
            "He joined the resistance during the Second World War.",
        ),
        (
            "يمكن أن تخترق السهام دروع الجنود. قدم الآشوريون أول سلاح فرسان قبل الميلاد.",
            "The arrows can penetrate the shields of soldiers.",
        ),
        (
            "اجتمع الوزير مع السفير الروسي، وناقشا مستقبل العلاقات الاقتصادية بين البلدين، أمس",
            "The minister met the Russian ambassador yesterday",
        ),
    )

    def test_the_place_lies_in_the_target_and_the_sentence_fills(self):
        for source, target in self.failing:
            issue = next(i for i in issues(source, target) if i.check == self.id)
            place = source[issue.start : issue.start + issue.length]
            assert place == dict(issue.facts)["text"]

    def test_one_sentence_can_stand_for_words_that_two_share(self):
        source = "يجب استبدال مصباح الإضاءة إذاً. يجب توخّي الحذر أثناء استبدال مصباح الإضاءة."
        found = [
            dict(i.facts)["text"]
            for i in issues(source, "Care must be taken when replacing the light bulb.")
            if i.check == self.id
        ]
        assert found == ["يجب استبدال مصباح الإضاءة إذاً"]

    def test_a_hostile_segment_is_soon_done(self):
        checks_of("وزير سفير رئيس، " * 8_000, "minister " * 9_000)
        checks_of("وزير سفير رئيس " + "." * 100_000, "a" + "." * 100_000)
