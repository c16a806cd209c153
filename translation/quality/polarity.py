"""What the checks find of "not" on one side only, and of bounds turned round."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from translation.model.issue import Severity
from translation.model.mark import Side
from translation.quality.check import Check, CheckGroup
from translation.quality.pairing import pairing_of
from translation.quality.public_names import bare_forms
from translation.quality.subject import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from translation.quality.pairing import SourceWord
    from translation.quality.subject import Subject

_NOT = frozenset("لا لم لن ليس ليست ليسوا لست لسنا ليسا".split())
"""Words that make a sentence negative, folded, without و and ف."""
_NOT_JOINED = frozenset(f"{joined}{word}" for word in _NOT for joined in ("", "و", "ف"))
_NOT_QUITE = frozenset(
    "يزال تزال يزالون نزال ازال زال زالت يزل تزل سيما بد شك يقل تقل باس حول محاله جرم"
    " مفر مناص داعي داع يخفي تقلق تقلقي تنس تنسي تنسوا يتجاوز تتجاوز يزيد تزيد يتعدي"
    " تتعدي يسع حصر يعدو غني".split()
)
"""What follows where nothing is denied: still, especially, must, at least, at most …"""
_DENYING = _NOT | frozenset(
    "ما مما غير دون دونما بدون عدم بلا الا سوي لولا انعدام غياب نفي نفت ينفي تنفي رفض"
    " رفضت يرفض ترفض رفضوا منع منعت منعوا منعني يمنع تمنع حظر يحظر فشل فشلت فشلوا يفشل"
    " تفشل افتقار يفتقر تفتقر خال خالي خاليه عجز عجزت امتنع امتنعت تجنب يتجنب قلما"
    " نادرا نادر قليل قليله بالكاد فقط مجرد استحاله مستحيل مستحيله كلا ابدا قط اي احد"
    " لئلا حتي لدرجه يستبعد استبعد تعذر يتعذر صعب توقف توقفت اقل بعد خلاف عدا باستثناء"
    " فقد فقدان نقص حرم حرمان انكر تنكر ينكر مجهول مجهوله اهمال قبل".split()
)
"""Words that deny something, or may be put in English by what does."""
_UN = (
    "abil|able|access|accur|activ|adequa|appropri|capa|complet|consist|correct|depend|effect|effic|equal|"
    "evitab|experienc|finite|formal|frequent|human|justice|numerab|secur|sensitiv|significan|stab|"
    "suffici|toler|valid|visib|matur|mobil|moral|mortal|partial|patien|perfect|polite|possib|"
    "practical|probab|proper|relevan|regular|respons|repar|resist|legal|litera|logic|legitim"
)
_DIS = (
    "abl|agree|appear|approv|connect|continu|courag|honest|like|loyal|obe[yd]|order|organi|pleas|"
    "qualif|respect|satisf|trust|belie|advantag|allow|regard"
)
_NEGATIVE_ENGLISH = re.compile(
    r"n['’]t\b|\b(?:not|no|never|none|nobody|nothing|nowhere|neither|nor|without|cannot|non\w*|"
    rf"un(?!der|til|i[tovqf]|cle\b|an)\w{{3,}}|(?:in|im|ir|il)(?:{_UN})\w*|dis(?:{_DIS})\w*|mis\w{{4,}}|"
    r"fail\w*|lack\w*|hardly|barely|scarcely|rarely|seldom|only|few|fewer|little|less|refus\w*|"
    r"den(?:y|ie)\w*|avoid\w*|prevent\w*|stop\w*|instead|until|rather|except\w*|absen\w*|unless|"
    r"yet|reject\w*|refrain\w*|ceas\w*|lost|los[es]\w*|loss\w*|exempt\w*|exclud\w*|too|ban\w*|"
    r"prohibit\w*|forbid\w*|any\w*|still|missing|spare\w*|\w+less|why|outside|beyond|irrespective|"
    r"far from|free|sure|remember|mere\w*|other than|otherwise|despite|abandon\w*|reluctan\w*|"
    r"ignor\w*|resist\w*|oppos\w*|dead|empty|doubt\w*|illegal\w*|wrong|poor\w*|nothing)\b",
    re.IGNORECASE,
)
_PLAIN_NOT = re.compile(
    r"\b(?:is|are|was|were|do|does|did|has|have|had|will|would|can|could|should|may|might|must)"
    r"(?:n['’]t| not)\b(?! only)|\bcannot\b|\bnever\b|\bnobody\b|\bnone\b",
    re.IGNORECASE,
)


def _lost_not(subject: Subject) -> Iterator[Finding]:
    """Find a negation of the source where the target has no word for any."""
    pairing = pairing_of(subject)
    if pairing is None or _NOT_JOINED.isdisjoint([word.folded for word in pairing.source]):
        return
    if _NEGATIVE_ENGLISH.search(subject.target):
        return
    for at, (word, following) in enumerate(pairwise(pairing.source)):
        if _bare(word) in _NOT and _bare(following) not in _NOT_QUITE:
            start, end = pairing.source_span(at, 2)
            facts = (("text", subject.source[start:end]),)
            yield Finding(facts, start, end - start, side=Side.SOURCE)


def _added_not(subject: Subject) -> Iterator[Finding]:
    """Find a "not" of the target where the source has no word for any."""
    pairing = pairing_of(subject)
    if pairing is None:
        return
    found = None if "?" in subject.target else _PLAIN_NOT.search(subject.target)
    if found and not any(_denies(word) for word in pairing.source):
        yield Finding((("text", found[0]),), found.start(), len(found[0]))


def _denies(word: SourceWord) -> bool:
    forms = (_bare(word), *bare_forms(word.folded))
    return word.folded[:3] == "الا" or not _DENYING.isdisjoint(forms)


def _bare(word: SourceWord) -> str:
    folded = word.folded
    return folded[1:] if folded[0] in "وف" and len(folded) > 2 else folded


_AT_LEAST = re.compile("لا (?:ي|ت)قلو?ن? عن|علي الاقل|كحد ادني")
_AT_MOST = re.compile(
    "لا (?:ي|ت)(?:زيد|تجاوز|تعدي)(?: عن| علي)?|علي الاكثر|كحد اقصي|علي اقصي تقدير"
)
_NO = r"(?:no|not|n['’]t) (?:\w+ )?"
_LEAST = re.compile(
    rf"\b(?:at least|{_NO}(?:less|fewer|under|below)|(?:at|a) minimum|minimum)\b", re.IGNORECASE
)
_MOST = re.compile(
    rf"\b(?:at most|up to|{_NO}(?:more|over|longer|greater)|not exceed\w*|no later|maximum|"
    r"at the latest)\b",
    re.IGNORECASE,
)
_MORE_THAN = re.compile(r"(?:اكثر من|ما يزيد (?:عن|علي)|يفوق|تفوق|تزيد عن|يزيد عن)(?! مره\b)")
_LESS_THAN = re.compile("اقل من|دون ال|ما يقل عن")
_MORE = re.compile(
    r"\b(?:more|over|above|exceed\w*|at least|upwards?|beyond|greater|higher|longer|\w+er than|"
    r"outnumber\w*|surpass\w*|plus|most|many|several|further|not only)\b|\d\+",
    re.IGNORECASE,
)
_BOUND = "least", "most", "up to", "than", "exceed", "imum", "later", "latest"
"""What a target has that states a bound at all."""
_UP_TO = re.compile(r"\b(?:up to|at most|less than|fewer than|no more than)\b", re.IGNORECASE)
_LESS = re.compile(r"\b(?:less|fewer) than\b", re.IGNORECASE)


def _turned_bounds(subject: Subject) -> Iterator[Finding]:
    """Find "at least" for at most, and the contrary."""
    pairing = pairing_of(subject)
    if pairing is None:
        return
    if not any(map(subject.target.__contains__, _BOUND)):
        return
    source = " ".join(word.folded for word in pairing.source)
    least, most = _AT_LEAST.search(source), _AT_MOST.search(source)
    target = subject.target
    wrong = None
    if least and not most and not _LEAST.search(target):
        wrong = _MOST.search(target) or _LESS.search(target)
    elif most and not least and not _MOST.search(target):
        wrong = _LEAST.search(target)
    stated = least or most or _MORE_THAN.search(source)
    if stated and not (least or most or _LESS_THAN.search(source) or _MORE.search(target)):
        wrong = _UP_TO.search(target)
    if wrong and stated:
        yield Finding((("source", stated[0]), ("text", wrong[0])), wrong.start(), len(wrong[0]))


POLARITY = (
    Check(
        "lost_not",
        CheckGroup.MEANING,
        Severity.WARNING,
        "The source denies something, the translation nothing: {text}",
        _lost_not,
        words="Negations that are lost",
    ),
    Check(
        "added_not",
        CheckGroup.MEANING,
        Severity.WARNING,
        "“{text}” stands in the translation, but nothing is denied in the source",
        _added_not,
        words="Negations that are added",
        on=False,
    ),
    Check(
        "turned_bound",
        CheckGroup.MEANING,
        Severity.ERROR,
        "“{source}” stands in the source, “{text}” in the translation",
        _turned_bounds,
        words="“At least” and “at most” taken for each other",
    ),
)
