"""The words of a report in its two editions, English and Arabic, beside one another.

A report is read by somebody who may not have the program: its language is chosen for them, not
taken from the window. Numbers stand beside their names, so that no sentence has to count.
"""

from __future__ import annotations

from enum import StrEnum


class Edition(StrEnum):
    """The language of a report, as a BCP 47 tag."""

    ENGLISH = "en"
    ARABIC = "ar"

    @property
    def is_right_to_left(self) -> bool:
        """Whether its page runs from right to left."""
        return self is Edition.ARABIC


def words(edition: Edition, key: str) -> str:
    """Return the words of a key of ``WORDS``; KeyError where there is none."""
    english, arabic = WORDS[key]
    return arabic if edition is Edition.ARABIC else english


WORDS: dict[str, tuple[str, str]] = {
    "report": ("Review report", "تقرير المراجعة"),
    # --- headings ---
    "what": ("What was translated", "ما تُرجم"),
    "volume": ("Volume", "حجم العمل"),
    "persons": ("Who worked on it", "من عمل عليه"),
    "scores": ("Scores", "درجات المقاييس"),
    "spread": ("How much was changed, by segment", "مقدار التغيير بحسب المقطع"),
    "most_edited": ("The most edited segments", "أكثر المقاطع تحريرًا"),
    "checks": ("What the checks found", "نتائج الفحوص"),
    "mqm": ("Errors that people marked (MQM)", "أخطاء علَّمها المراجعون (MQM)"),
    "effort": ("Effort", "الجهد"),
    "dismissed": ("Let stand, and why", "ما تُرك على حاله وسببه"),
    "reading": ("How to read this report", "كيف يُقرأ هذا التقرير"),
    # --- what was translated ---
    "file": ("File", "الملف"),
    "languages": ("Languages", "اللغتان"),
    "worked": ("Worked on", "مدة العمل"),
    "from_to": ("from {first} to {last}", "من {first} إلى {last}"),
    "hours": (
        "Time worked, pauses left out (hours)",
        "زمن العمل من غير فترات التوقف (ساعات)",
    ),
    "model": ("Model", "النموذج"),
    "engine": ("Engine", "المحرك"),
    "revision": ("Revision", "الإصدار"),
    "undrafted": ("without a draft", "من غير مسودة"),
    "no_model": ("not recorded", "غير مسجَّل"),
    # --- volume ---
    "segments": ("Segments", "المقاطع"),
    "source_words": ("Words, source", "كلمات المصدر"),
    "source_characters": ("Characters, source", "أحرف المصدر"),
    "target_words": ("Words, target", "كلمات الترجمة"),
    "everything": ("Everything", "الكل"),
    "done": ("Confirmed or beyond", "مؤكَّد فما بعده"),
    "repeated": ("Said again", "مكرَّر"),
    "furniture": ("Page furniture left out", "عناصر الصفحة المتروكة"),
    "state": ("State", "الحالة"),
    "initial": ("initial", "أولي"),
    "draft": ("draft", "مسودة"),
    "edited": ("edited", "محرَّر"),
    "confirmed": ("confirmed", "مؤكَّد"),
    "reviewed": ("reviewed", "مراجَع"),
    "final": ("final", "نهائي"),
    "rejected": ("rejected", "مرفوض"),
    # --- persons ---
    "person": ("Person", "الشخص"),
    "nobody": ("without a name", "من غير اسم"),
    "in_all": ("in all", "المجموع"),
    # --- scores ---
    "draft_reviewed": (
        "Draft → reviewed text: how much was changed",
        "المسودة ← النص المراجَع: مقدار ما تغيَّر",
    ),
    "draft_reference": ("Draft → reference", "المسودة ← الترجمة المرجعية"),
    "reviewed_reference": ("Reviewed text → reference", "النص المراجَع ← الترجمة المرجعية"),
    "metric": ("Metric", "المقياس"),
    "score": ("Score", "الدرجة"),
    "interval": ("95 % interval", "مجال الثقة 95٪"),
    "signature": ("Signature", "التوقيع"),
    "lower": ("(lower: less changed)", "(الأقل أقل تغييرًا)"),
    "lower_better": ("(lower is better)", "(الأقل أفضل)"),
    "as_drafted": ("Left as drafted", "بقي كما في المسودة"),
    "no_scores": (
        "Nothing that had a draft is confirmed, and there is no reference: there is nothing to "
        "score.",
        "لا مقطع مؤكَّد كانت له مسودة، ولا ترجمة مرجعية؛ فلا شيء تُحسب درجته.",
    ),
    "few": (
        "Fewer than 30 segments: these figures are a hint, no more.",
        "أقل من 30 مقطعًا: هذه الأرقام تلميح لا أكثر.",
    ),
    "hter_high": (
        "HTER above 100: more was changed than the reviewed text has words, mostly because drafts "
        "were far too long.",
        "تجاوز HTER المئة: تغيَّر أكثر من عدد كلمات النص المراجَع، والسبب في الغالب مسودات أطول "
        "مما ينبغي بكثير.",
    ),
    "bleu_zero": (
        "BLEU is 0 where no four words in a row agree, as in very short texts: chrF says more.",
        "يكون BLEU صفرًا حين لا تتفق أربع كلمات متتالية، كما في النصوص القصيرة جدًّا؛ وchrF أدل منه.",
    ),
    # --- spread and edits ---
    "spread_chart": (
        "Reviewed segments by HTER (edits per hundred words)",
        "المقاطع المراجَعة بحسب HTER (تحريرات لكل مئة كلمة)",
    ),
    "states_chart": ("Segments by state", "المقاطع بحسب الحالة"),
    "checks_chart": ("Found in the drafts, and open now", "ما وُجد في المسودات وما بقي مفتوحًا"),
    "edits": ("Edits", "التحريرات"),
    "gone": ("taken out", "محذوف"),
    "new": ("put in", "مضاف"),
    "none_edited": ("No draft was changed.", "لم تتغيَّر أي مسودة."),
    # --- checks ---
    "check": ("Check", "الفحص"),
    "segment": ("Segment", "المقطع"),
    "drafted": ("in the drafts", "في المسودات"),
    "mended": ("mended", "أُصلح"),
    "added": ("come with the review", "جاء مع المراجعة"),
    "let_stand": ("let stand", "تُرك"),
    "open": ("open", "مفتوح"),
    "none_found": ("The checks found nothing.", "لم تجد الفحوص شيئًا."),
    "reason": ("Reason", "السبب"),
    "no_reason": ("no reason given", "من غير سبب"),
    # --- marked errors ---
    "category": ("Category", "الفئة"),
    "errors": ("Errors", "الأخطاء"),
    "severity": ("Severity", "الخطورة"),
    "as_marked": ("Points in 1,000 source words, as marked", "نقاط لكل 1,000 كلمة مصدر كما عُلِّمت"),
    "as_it_stands": (
        "Points in 1,000 source words, as it stands now",
        "نقاط لكل 1,000 كلمة مصدر في النص الحالي",
    ),
    "passes": ("passes (up to {most})", "مقبول (حتى {most})"),
    "fails": ("does not pass (up to {most})", "غير مقبول (حتى {most})"),
    "few_words": (
        "Fewer than {words} words were evaluated: one error weighs so much that the score says "
        "little.",
        "قُيِّم أقل من {words} كلمة: فخطأ واحد يثقل حتى لا تكاد الدرجة تقول شيئًا.",
    ),
    # --- effort ---
    "keys": ("Keys and commands", "المفاتيح والأوامر"),
    "keys_writing": ("which wrote", "للكتابة"),
    "keys_deleting": ("which deleted", "للحذف"),
    "keys_moving": ("which moved", "للتنقل"),
    "keys_command": ("commands", "أوامر"),
    "pauses": ("Pauses of 0.3 s or longer (hours)", "توقفات من 0.3 ثانية فأكثر (ساعات)"),
    "words_an_hour": ("Source words an hour", "كلمات المصدر في الساعة"),
    "ksr": ("Keystroke ratio", "نسبة ضغطات المفاتيح"),
    "how_effort": (
        "Times are in hours and minutes. The pace is that of segments worked on at 0.25 to 30 "
        "seconds a word, as MateCat counts it. The keystroke ratio sets the keys that wrote or "
        "deleted against the characters of the translations.",
        "الأزمنة بالساعات والدقائق. والسرعة سرعة المقاطع التي عُمل عليها بمعدل 0.25 إلى 30 ثانية "
        "للكلمة كما يعدّها MateCat. ونسبة ضغطات المفاتيح تقيس مفاتيح الكتابة والحذف إلى أحرف "
        "الترجمات.",
    ),
    # --- groups of checks ---
    "group_draft": ("Drafts", "المسودات"),
    "group_codes": ("Inline codes", "الرموز المضمَّنة"),
    "group_copied": ("Copied things", "ما يُنقل كما هو"),
    "group_numbers": ("Numbers and dates", "الأعداد والتواريخ"),
    "group_names": ("Names", "الأسماء"),
    "group_terms": ("Terms", "المصطلحات"),
    "group_meaning": ("Meaning", "المعنى"),
    "group_writing": ("Writing", "الكتابة"),
    "group_consistency": ("Consistency", "الاتساق"),
    "group_lengths": ("Lengths", "الأطوال"),
    "group_own": ("Own rules", "قواعد خاصة"),
    # --- how to read it ---
    "how_edits": (
        "HBLEU, HchrF and HTER compare the machine’s draft with the reviewed text: they say how "
        "much was changed, not how good the translation is. HTER counts the edits for each "
        "hundred words of the reviewed text; 0 is a draft left as it was.",
        "تقارن HBLEU وHchrF وHTER مسودة الآلة بالنص المراجَع: فهي تقول كم تغيَّر، لا كم الترجمة جيدة. "
        "ويعدّ HTER التحريرات لكل مئة كلمة من النص المراجَع؛ والصفر مسودة بقيت على حالها.",
    ),
    "how_reference": (
        "BLEU, chrF, {chrf_words} and TER against a reference compare with a translation that "
        "somebody else made, for the draft and for the reviewed text apart. They must never be set "
        "beside the figures above.",
        "أما BLEU وchrF و{chrf_words} وTER مقابل المرجع فتقارن بترجمة وضعها شخص آخر، للمسودة وللنص "
        "المراجَع كلٍّ على حدة، ولا يجوز أن توضع إلى جانب الأرقام السابقة.",
    ),
    "how_comet": (
        "COMET is what a trained model makes of source, translation and reference, times 100. "
        "It follows what people say more closely, and can be wrong in ways that nobody sees; its "
        "figures compare only where the model is the same.",
        "أما COMET فهو ما يراه نموذج مدرَّب في المصدر والترجمة والمرجع، مضروبًا في 100. وهو أقرب إلى "
        "حكم الناس، وقد يخطئ خطأً لا يراه أحد؛ ولا تُقارن أرقامه إلا إذا كان النموذج نفسه.",
    ),
    "how_interval": (
        "The interval is where a figure would lie in 95 of 100 draws of as many of these segments "
        "({method}, {samples} samples, seed {seed}). The signature says how sacrebleu computed "
        "the figure, so that it can be computed again.",
        "ومجال الثقة هو حيث تقع القيمة في 95 من كل 100 سحبة لعدد مماثل من هذه المقاطع ({method}، "
        "{samples} عينة، البذرة {seed}). والتوقيع يقول كيف حسب sacrebleu القيمة كي يمكن حسابها من "
        "جديد.",
    ),
    "how_checks": (
        "The checks follow rules: they do not find every error, and what they find is not always "
        "one. “Mended” is what they found in a draft and no longer find in the reviewed text.",
        "والفحوص تتبع قواعد: فهي لا تجد كل خطأ، وليس كل ما تجده خطأً. و«أُصلح» هو ما وجدته في مسودة "
        "ولم تعد تجده في النص المراجَع.",
    ),
    "made_by": ("Made with Muraji {version}.", "أُعدَّ ببرنامج مُراجِع {version}."),
}
"""The words by key: English, then Arabic."""
