"""What the checks find of a target as a whole: not translated, too short, a sentence lost."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from translation.model.inline import code_index, is_code, strip_codes
from translation.model.issue import Severity
from translation.model.language import primary_subtag
from translation.quality.check import Check, CheckGroup
from translation.quality.subject import Finding
from translation.text.carried import find_carried, has_emoji, has_other_letters
from translation.text.carried_kinds import EMOJI_KIND, LATIN
from translation.text.languages import uses_other_script
from translation.text.normalise import ARABIC_SCRIPT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from translation.quality.subject import Subject

_LATIN_LETTER = re.compile(f"[{LATIN}]")
_ARABIC_LETTER = re.compile("[\u0620-\u064a\u066e-\u06d3\u06fa-\u06ff]")
_WORD = re.compile(r"[^\W\d_]{2,}")
_FEW_WORDS = 3
"""Fewer may well be the same in two languages of one script."""
_SENTENCE_END = re.compile(r"[.!?؟…]+[\"”’»)\]]*(?=\s+\S|\s*$)")
_SHORTENED = re.compile(
    r"(?:\b[A-Za-z]|\b(?:Mr|Mrs|Ms|Dr|St|Jr|Sr|No|vs|etc)|(?<![^\W\d_\u064b-\u0652])[\u0621-\u064a])\.$"
)
"""An initial or a short form, whose dot ends nothing."""
_LOST_UNDER = 0.85
"""Of its source's length, under which a target with fewer sentences has lost one."""
_SHORT_UNDER, _LONG_OVER = 0.4, 2.5
"""Lengths of a target for the length of its source that no honest translation has."""
_LONG_ENOUGH = 60
"""Characters of a source under which lengths tell nothing."""


def _untranslated(subject: Subject) -> Iterator[Finding]:
    """Find targets that have letters, and none of their language's script."""
    target, source = subject.pair.target, subject.pair.source
    if primary_subtag(target) == primary_subtag(source):
        return
    text = strip_codes(subject.target)
    if uses_other_script(source) and not uses_other_script(target):
        wrong = has_other_letters(text) and not _LATIN_LETTER.search(text)
    elif primary_subtag(target) in ARABIC_SCRIPT and not uses_other_script(source):
        wrong = len(_words_apart(text)) >= _FEW_WORDS and not _ARABIC_LETTER.search(text)
    else:
        wrong = False
    if wrong:
        yield Finding(length=len(subject.target))


def _same_as_source(subject: Subject) -> Iterator[Finding]:
    """Find targets that are their source, of which something is to be translated."""
    source, target = strip_codes(subject.source), strip_codes(subject.target)
    if source.split(None, 1)[:1] != target.split(None, 1)[:1]:
        return  # So it is nearly always.
    source, target = (" ".join(text.split()) for text in (source, target))
    if source != target or not source or subject.pair.source == subject.pair.target:
        return
    if uses_other_script(subject.pair.source):
        says = has_other_letters(source)
    else:
        says = len(_words_apart(source)) >= _FEW_WORDS
    if says:
        yield Finding(length=len(subject.target))


def _words_apart(text: str) -> list[str]:
    """Return the words of a text that stand in nothing which is carried unchanged."""
    for span in reversed(find_carried(text, foreign=False)):
        text = f"{text[: span.start]} {text[span.end :]}"
    return _WORD.findall(text)


def _sentence_lost(subject: Subject) -> Iterator[Finding]:
    """Find targets that have fewer sentences than their source, and are much shorter."""
    source, target = strip_codes(subject.source), strip_codes(subject.target)
    if not target.strip() or len(target) >= _LOST_UNDER * len(source):
        return
    if uses_other_script(subject.pair.target) != uses_other_script(subject.pair.source):
        many, few = sentences(source), sentences(target)
        if few < many:
            yield Finding((), 0, len(subject.target))


def sentences(text: str) -> int:
    """Return how many sentences a text has, by the marks at their ends."""
    ends = [found.end() for found in _SENTENCE_END.finditer(text)]
    inner = [end for end in ends if not _SHORTENED.search(text[max(0, end - 6) : end])]
    rest = text[inner[-1] :] if inner else text
    return len(inner) + bool(_WORD.search(rest))


def _length(subject: Subject) -> Iterator[Finding]:
    source, target = len(strip_codes(subject.source)), len(strip_codes(subject.target).strip())
    if source >= _LONG_ENOUGH and target and not _SHORT_UNDER <= target / source <= _LONG_OVER:
        facts = (("percent", str(round(100 * target / source))),)
        yield Finding(facts, 0, len(subject.target))


def _line_breaks(subject: Subject) -> Iterator[Finding]:
    source, target = subject.source.strip().count("\n"), subject.target.strip().count("\n")
    if source != target and subject.target.strip():
        at = subject.target.strip().find("\n") if target else -1
        yield Finding((), max(at, 0), 1 if at >= 0 else len(subject.target))


def _added_emoji(subject: Subject) -> Iterator[Finding]:
    if subject.target.isascii() or not has_emoji(subject.target):
        return
    source, fix = strip_codes(subject.source), subject.target
    spans = find_carried(subject.target, foreign=False)
    added = [span for span in spans if span.kind.id == EMOJI_KIND and span.text not in source]
    for span in reversed(added):
        fix = f"{fix[: span.start].rstrip()}{fix[span.end :]}"
    for span in added:
        yield Finding((("texts", span.text),), span.start, span.end - span.start, (fix,))


def _tracked_deletion(subject: Subject) -> Iterator[Finding]:
    """Find text of a target that somebody deleted while changes were tracked."""
    codes = subject.codes
    if not codes:
        return
    for at, character in enumerate(subject.target):
        if is_code(character) and (index := code_index(character)) < len(codes):
            code = codes[index]
            if code.is_deletion:
                fix = subject.target[:at] + subject.target[at + 1 :]
                yield Finding((("texts", code.label),), at, 1, (fix,))


WHOLENESS = (
    Check(
        "untranslated",
        CheckGroup.DRAFT,
        Severity.ERROR,
        "The translation has no word in its language.",
        _untranslated,
        words="Texts that are not translated",
    ),
    Check(
        "same_as_source",
        CheckGroup.DRAFT,
        Severity.WARNING,
        "The translation is the same as the source.",
        _same_as_source,
        words="Translations that are the same as their source",
    ),
    Check(
        "sentence_lost",
        CheckGroup.DRAFT,
        Severity.ERROR,
        "A sentence of the source may be missing: there are fewer, and the text is much shorter.",
        _sentence_lost,
        words="Sentences that are missing",
    ),
    Check(
        "length",
        CheckGroup.DRAFT,
        Severity.NOTE,
        "The translation has {percent} % of the length of its source.",
        _length,
        words="Translations far shorter or longer than their source",
    ),
    Check(
        "line_breaks",
        CheckGroup.WRITING,
        Severity.NOTE,
        "There are more or fewer line breaks than in the source.",
        _line_breaks,
        words="Other line breaks than in the source",
    ),
    Check(
        "added_emoji",
        CheckGroup.COPIED,
        Severity.NOTE,
        "The source does not have this sign: {texts}",
        _added_emoji,
        words="Emoji that the source does not have",
    ),
    Check(
        "tracked_deletion",
        CheckGroup.WRITING,
        Severity.WARNING,
        "Text that was deleted under tracked changes is still here: {texts}",
        _tracked_deletion,
        words="Tracked deletions that are left",
    ),
)
