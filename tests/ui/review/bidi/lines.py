"""The ten lines, each in the target of a row of its own."""

from __future__ import annotations

from dataclasses import dataclass

from translation.model.inline import CodeKind, InlineCode
from translation.model.language import LanguagePair

TO_ARABIC, TO_ENGLISH = LanguagePair("en", "ar"), LanguagePair("ar", "en")
CODES = (
    InlineCode(CodeKind.OPEN, "<b>", "b", 1, deletable=True),
    InlineCode(CodeKind.CLOSE, "</b>", "/b", 0, deletable=True),
    InlineCode(CodeKind.ALONE, "{0}", "{0}", deletable=True),
)


@dataclass(frozen=True)
class Line:
    """A target, what its language runs like, and how it is read from left to right."""

    name: str
    pair: LanguagePair
    text: str


LINES = (
    Line("signs", TO_ARABIC, "انخفض بنسبة -12.5% إلى +3.4% ثم ٧٫٥٪ فقط"),
    Line("names", TO_ARABIC, "قال الوزير (John Smith) إن الحوار (UN) مهم"),
    Line("address", TO_ARABIC, "زوروا https://example.org/a?b=1&c=2 الآن"),
    Line("quote", TO_ENGLISH, 'He said "السلام عليكم، يا أهلي" and left.'),
    Line("dates", TO_ARABIC, "بين 2019-2021 و 31/1/2022–2/2/2022 عقد"),
    Line("phones", TO_ARABIC, "اتصلوا على +962 6 555-0100 أو 00965-2245-0000"),
    Line("codes", TO_ARABIC, "\ue000العنوان English هنا\ue001 ثم\ue002"),
    Line("brackets", TO_ARABIC, "الملحق ([a] (ب) {c}) من [القرار (UN 2254)]"),
    Line("tags", TO_ARABIC, "تابعوا #الكويت و #Kuwait2035 مع @kuna_en اليوم"),
    Line("list", TO_ENGLISH, "Items: تفاح، 3 kg; موز (2.5 kg), تمر - 40%!"),
)
