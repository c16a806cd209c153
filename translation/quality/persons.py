"""What the checks find of who speaks: he or she, and whether anybody does."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from translation.model.issue import Severity
from translation.model.mark import Side
from translation.quality.check import Check, CheckGroup
from translation.quality.pairing import pairing_of
from translation.quality.subject import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from translation.quality.subject import Subject

_MASCULINE_SAYS = frozenset(
    "قال اضاف صرح اعلن اكد اوضح ذكر اشار افاد يقول يضيف اعتبر راي كتب اجاب رد علق تابع"
    " اعترف اقر شدد نفي اقترح وصف حذر دعا طالب توقع اعرب".split()
)
_FEMININE_SAYS = frozenset(
    "قالت اضافت صرحت اعلنت اكدت اوضحت ذكرت اشارت افادت تقول تضيف اعتبرت رات كتبت اجابت"
    " ردت علقت تابعت اعترفت اقرت شددت نفت اقترحت وصفت حذرت دعت طالبت توقعت اعربت".split()
)
_SAID = (
    "said|says|added|adds|stated|states|declared|announced|confirmed|explained|noted|pointed out|"
    "reported|told|continued|wrote|replied|answered|commented|stressed|admitted|denied|suggested|"
    "described|warned|called|demanded|expected|expressed|indicated|mentioned|emphasized|asserted|"
    "argued|claimed|concluded|insisted|remarked|believed|considered"
)
_HE_SAID = re.compile(
    rf"\b(he|she)\b(?: also| further| then| later|,? \w+ly)? (?:{_SAID})\b"
    r"|\b(?:said|says|added)\b (he|she)\b",
    re.IGNORECASE,
)
_WOMEN = frozenset(
    "وزيره رييسه مديره ملكه اميره سيده سيدات امراه فتاه زوجه والده ام اخت شقيقه ابنه"
    " طبيبه ممثله كاتبه مغنيه لاعبه محاميه صحفيه معلمه باحثه مستشاره سفيره قاضيه عالمه"
    " مخرجه متحدثه ناطقه مندوبه نائبه عضوه بطله راقصه ممرضه ضابطه شرطيه جده عمه خاله"
    " عروس ارمله دكتوره استاذه موظفه ناشطه".split()
)
_HE = re.compile(r"\b(?:he|his|him|himself)\b", re.IGNORECASE)
_SHE = re.compile(
    r"\b(?:she|her|hers|herself|woman|girl|mother|wife|daughter|sister)\b", re.IGNORECASE
)


def _wrong_speakers(subject: Subject) -> Iterator[Finding]:
    """Find "he said" for a woman's or a body's words, and "she said" for a man's."""
    pairing = pairing_of(subject)
    found = list(_HE_SAID.finditer(subject.target)) if pairing else []
    if pairing is None or not found:
        return
    words = {form for word in pairing.source for form in (word.folded, word.folded.lstrip("وف"))}
    he, she = words & _MASCULINE_SAYS, words & _FEMININE_SAYS
    for match in found:
        at = match.start(1) if match[1] else match.start(2)
        pronoun = match[1] or match[2]
        is_he = pronoun.lower() == "he"
        if (is_he and she and not he) or (not is_he and he and not she):
            verb = next(iter(sorted(she or he)))
            yield Finding((("text", match[0]), ("source", verb)), at, len(pronoun))


def _wrong_gender(subject: Subject) -> Iterator[Finding]:
    pairing = pairing_of(subject)
    if pairing is None:
        return
    found = _HE.search(subject.target)
    if found is None or _SHE.search(subject.target):
        return
    woman = next((w for w in pairing.source if not _WOMEN.isdisjoint(_forms(w.folded))), None)
    if woman:
        yield Finding((("source", woman.text), ("text", found[0])), found.start(), len(found[0]))


def _forms(folded: str) -> set[str]:
    bare = folded.lstrip("و")
    return {folded, bare, *(bare.removeprefix(p) for p in ("ال", "لل", "بال", "كال", "ل", "ب"))}


_QUOTED = re.compile('["“”«»:]')
_REPORTED = re.compile(
    rf"\b(?:{_SAID}|say|saying|tell|telling|according|quoted|cited|citing|state|stating|adding|report|"
    r"reports|reporting|statement|spoke|speaking|words|asked|asks|quote|quotes|announc\w*|explain\w*|"
    r"insist\w*|affirm\w*|hail\w*|praise\w*|read|reads|calling|titled|named|known|thought|meant|"
    r"went on|comment\w*|not(?:es|ing)|tweet\w*|post\w*|indicat\w*|express\w*|told|talk\w*|argu\w*|"
    r"describ\w*|observ\w*|recall\w*|remark\w*|respon\w*|voice\w*|point\w*|mention\w*|suggest\w*)\b",
    re.IGNORECASE,
)


def _lost_speaker(subject: Subject) -> Iterator[Finding]:
    """Find that nobody speaks in the target what somebody says in the source."""
    pairing = pairing_of(subject)
    if pairing is None or not _QUOTED.search(subject.source):
        return
    at = next((at for at, word in enumerate(pairing.source) if says(word.folded)), None)
    if at is not None and not _REPORTED.search(subject.target):
        start, end = pairing.source_span(at)
        facts = (("text", pairing.source[at].text),)
        yield Finding(facts, start, end - start, side=Side.SOURCE)


def says(folded: str) -> bool:
    """Tell whether a folded word of Arabic is a verb of saying."""
    return folded in _SAYS or (folded[0] in "وف" and folded[1:] in _SAYS)


_SAYS = frozenset(
    form
    for verb in "قال اضاف صرح اعلن اكد اوضح ذكر اشار افاد".split()
    for form in (verb, f"{verb}ت", f"{verb}وا", f"{verb}ا")
)

PERSONS = (
    Check(
        "wrong_speaker",
        CheckGroup.MEANING,
        Severity.WARNING,
        "“{text}” in the translation, but “{source}” in the source",
        _wrong_speakers,
        words="“He said” for a woman’s words, and the contrary",
        on=False,
    ),
    Check(
        "wrong_gender",
        CheckGroup.MEANING,
        Severity.WARNING,
        "“{source}” is a woman, “{text}” is not",
        _wrong_gender,
        words="“He” and “his” for a woman",
        on=False,
    ),
    Check(
        "lost_speaker",
        CheckGroup.MEANING,
        Severity.WARNING,
        "“{text}” stands in the source, but nobody speaks in the translation",
        _lost_speaker,
        words="Words that nobody is said to say",
    ),
)
