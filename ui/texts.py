"""Names and sentences for people, in the language of the interface.

The tables are written in English and marked for translation; every function here looks the
present translation up and only then fills in facts.
"""

from __future__ import annotations

import re
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING
from unicodedata import bidirectional

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale, Qt
from PySide6.QtGui import QGuiApplication

from translation.errors import SENTENCES, Counted, fill, notice_facts, plurals, sentence_of
from translation.errors.damage import DOUBTS, MAY_HAVE_BEEN
from translation.errors.names import visible
from translation.errors.plurals import LIST_PATTERN, in_english
from translation.model.language import primary_subtag
from translation.text.bidi import FSI, LRI, LRM, RLM, isolate
from translation.text.charsets import chosen
from ui.keys import named
from ui.marked import QT_TRANSLATE_N_NOOP, QT_TRANSLATE_NOOP
from ui.name_tables import (
    ENCODING_NAMES,
    LANGUAGE_NAMES,
    ROLE_NAMES,
    SEVERITY_NAMES,
    STATE_NAMES,
    STEP_NAMES,
)
from ui.plain import MOST_SHOWN, shortened

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from app.state import SaveState
    from translation.errors import MurajiError
    from translation.model.imported import Notice
    from translation.model.issue import Issue, Severity
    from translation.model.language import LanguagePair
    from translation.model.segment import Role, SegmentState

ERRORS = "errors"
"""The translation context of translation.errors.SENTENCES."""
DOUBT = "doubt."
"""How the issues begin that doubts are."""
CHECKS = "checks"
"""The translation context of the sentences of translation.quality.CHECKS."""

_MORE = QT_TRANSLATE_N_NOOP("texts", "{count} more file", "{count} more files")
BESIDE = QT_TRANSLATE_NOOP("lists", "{0} · {1}")
"""How short facts stand beside one another."""
EXPLAINED = QT_TRANSLATE_NOOP("lists", "{0} — {1}")
"""How something stands before what explains it."""
TOGETHER = QT_TRANSLATE_NOOP("lists", "{0} {1}")
"""How whole sentences follow one another."""
ONE_AFTER_ANOTHER = QT_TRANSLATE_NOOP("lists", "{0}. {1}")
"""How a screen reader is given things that have no full stop of their own."""

STARTER = "starter"
"""The name under which the model that comes with the program is known to the engines."""
_OF_LANGUAGES = frozenset({"have", "want", "languages"})
"""Facts that name languages, and the arrow between them."""
_TAG = re.compile(r"\b[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]+)*\b")


def encoding_name(encoding: str) -> str:
    """Return the usual name of an encoding, given by any name that Python knows."""
    return ENCODING_NAMES.get(chosen(encoding) or "", theirs(encoding))


def translated(context: str, sentence: str, **facts: object) -> str:
    """Return a sentence of a table in the interface's language, facts filled in."""
    given = {name: str(fact) for name, fact in facts.items()}
    shown = _looked_up(context, sentence, given)
    if isinstance(sentence, Counted):
        given |= {name: number(fact) for name, fact in facts.items() if isinstance(fact, int)}
    return fill(shown, given, key=named()) if given else shown


def _looked_up(context: str, sentence: str, facts: Mapping[str, str]) -> str:
    """Return a sentence in the interface's language, in the form that its number asks for."""
    number_of = sentence.number(facts) if isinstance(sentence, Counted) else None
    if number_of is None:
        return QCoreApplication.translate(context, str(sentence))
    shown = QCoreApplication.translate(context, str(sentence), "", number_of)
    return in_english(sentence, facts) if shown == sentence else shown


def _with_number(sentence: str, facts: dict[str, str]) -> dict[str, str]:
    """Return facts with the number that a sentence counts as the language writes it."""
    counted = sentence.number(facts) if isinstance(sentence, Counted) else None
    if counted is None or not isinstance(sentence, Counted):
        return facts
    return {**facts, sentence.fact: number(counted)}


def listed(parts: Iterable[str], pattern: str = LIST_PATTERN) -> str:
    """Return parts that are not empty as one list, as the interface's language puts lists."""
    return plurals.listed(filter(None, parts), _pattern(pattern))


def _pattern(pattern: str) -> str:
    return QCoreApplication.translate("lists", pattern)


def in_line(sentence: str) -> str:
    """Return a sentence that runs as the interface does, even if a name it begins with does not.

    Qt's text controls and window managers take the direction of the first letter they see.
    """
    if not any(bidirectional(c) in ("R", "AL") for c in sentence):
        return sentence
    is_rtl = QGuiApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft
    return (RLM if is_rtl else LRM) + sentence


def theirs(words: str) -> str:
    """Return words that another wrote as they may stand in a line: hidden characters shown."""
    return shortened(visible(words[: MOST_SHOWN + 1]))


def file_name(name: str) -> str:
    """Return a file's name as it may stand in any text: hidden characters shown, kept apart.

    It runs from left to right, so that its ending is always seen at the same end.
    """
    shown = theirs(name)
    is_mixed = any(bidirectional(c) in ("R", "AL") for c in shown)
    return isolate(shown, LRI) if is_mixed else shown


def person_name(name: str) -> str:
    """Return a person's name as it may stand in a line of the interface, whichever way it runs."""
    shown = theirs(name)
    is_other = any(bidirectional(c) in ("R", "AL") for c in shown)
    return isolate(shown, FSI) if is_other else shown


def title_of(names: Sequence[str]) -> str:
    """Return what a project of these files is called in one line; "" for none."""
    if len(names) < 2:
        return file_name(names[0]) if names else ""
    more = translated("texts", _MORE, count=len(names) - 1)
    return listed((file_name(names[0]), more), BESIDE)


def error_text(error: MurajiError) -> str:
    """Return the sentence of an error."""
    return _filled(SENTENCES[error.code], error.facts)


def _filled(sentence: str, facts: dict[str, str]) -> str:
    shown = _looked_up(ERRORS, sentence, facts)
    named_facts = {name: _called(name, fact) for name, fact in facts.items()}
    return fill(shown, _with_number(sentence, named_facts), file_name, named())


def _called(name: str, fact: str) -> str:
    """Return a fact as people call it: the model that comes along, and languages by name."""
    if name == "model" and fact == STARTER:
        return model_name(fact)
    if name in _OF_LANGUAGES:
        return _TAG.sub(lambda tag: language_name(tag[0]), fact)
    return fact


def saving_text(state: SaveState) -> str:
    """Return why saving failed."""
    return error_text(state.error) if state.error else theirs(state.detail)


def notice_text(notice: Notice) -> str:
    """Return the sentence of a notice."""
    sentence = sentence_of(notice)
    facts = notice_facts(notice, partial(_looked_up, ERRORS), _pattern(LIST_PATTERN))
    if "encoding" in facts:
        facts["encoding"] = encoding_name(facts["encoding"])
    if notice.code == "headed_languages":
        facts |= {
            side: language_name(facts[side]) for side in ("source", "target") if side in facts
        }
    return _filled(sentence, facts)


def issue_text(issue: Issue) -> str:
    """Return the sentence of an issue: of a check, or of a doubt with what it may have been."""
    if issue.check.startswith(DOUBT):
        return doubt_text(issue.check.removeprefix(DOUBT), dict(issue.facts))
    from translation.quality.sentences import kept_apart
    from translation.quality.sentences import sentence_of as sentence_of_issue

    sentence = sentence_of_issue(issue)
    facts = dict(issue.facts)
    return fill(_looked_up(CHECKS, sentence, facts), facts, shown=kept_apart)


def doubt_text(reason: str, facts: dict[str, str]) -> str:
    """Return why a segment is in doubt, and what else it may have been."""
    said = QCoreApplication.translate(ERRORS, DOUBTS[reason])
    if "text" not in facts:
        return said
    return listed((said, fill(QCoreApplication.translate(ERRORS, MAY_HAVE_BEEN), facts)), TOGETHER)


def model_name(name: str) -> str:
    """Return what a model is called: the one that comes with the program by what it is."""
    if name == STARTER:
        return QCoreApplication.translate("models", "Starter model")
    return file_name(name)


def card_text(words: str) -> str:
    """Return what a model's card says: ours in the interface's language, others' as it stands."""
    shown = theirs(words)
    return QCoreApplication.translate("models", shown) if shown else ""


def state_name(state: SegmentState) -> str:
    """Return what a state is called."""
    return QCoreApplication.translate("states", STATE_NAMES[state])


def role_name(role: Role) -> str:
    """Return what a unit's role is called."""
    return QCoreApplication.translate("roles", ROLE_NAMES[role])


def severity_name(severity: Severity) -> str:
    """Return what an issue's severity is called."""
    return QCoreApplication.translate("severities", SEVERITY_NAMES[severity])


_SUBTAGS = {2: str.upper, 4: str.title}


def language_name(code: str) -> str:
    """Return what a language is called, a region in brackets; a code nobody knows stays itself."""
    shown = theirs(code)
    known = LANGUAGE_NAMES.get(primary_subtag(code))
    if known is None:
        return shown
    name = QCoreApplication.translate("languages", known)
    _language, dash, rest = shown.replace("_", "-").partition("-")
    # A region is written large, a script with a capital (RFC 5646, 2.1.1), however it came.
    parts = (_SUBTAGS.get(len(part), str)(part) for part in rest.split("-"))
    return f"{name} ({'-'.join(parts)})" if dash else name


def pair_name(pair: LanguagePair) -> str:
    """Return what a language pair is called: Arabic → English."""
    arrow = QCoreApplication.translate("languages", "{source} → {target}")
    return arrow.format(source=language_name(pair.source), target=language_name(pair.target))


def step_name(label: str) -> str:
    """Return what an undo step is called by its label; a label nobody knows stays itself."""
    known = STEP_NAMES.get(label)
    return QCoreApplication.translate("steps", known) if known else label


def iso_time(moment: str) -> str:
    """Return a time in ISO 8601 as ``clock_time`` does, "" where it is none."""
    try:
        return clock_time(datetime.fromisoformat(moment).timestamp()) if moment else ""
    except (ValueError, OverflowError, OSError):
        return ""


LATEST = 253_402_214_400
"""The last day that a calendar here can show, in seconds since 1970 (the end of the year 9999)."""


def clock_time(seconds: float) -> str:
    """Return a time of today as hours and minutes, of another day with its date.

    A time that nobody can have written is "?".
    """
    if not 0 <= seconds <= LATEST:
        return "?"
    moment = QDateTime.fromSecsSinceEpoch(int(seconds))
    pattern = QLocale.FormatType.ShortFormat
    if datetime.fromtimestamp(seconds).date() == datetime.now().date():
        return QLocale().toString(moment.time(), "HH:mm")
    return QLocale().toString(moment, pattern)


def number(value: float, decimals: int = 0) -> str:
    """Return a number as the interface's language writes it."""
    return QLocale().toString(float(value), "f", decimals)


def percent(share: float) -> str:
    """Return hundredths as the interface's language writes them."""
    pattern = QCoreApplication.translate("texts", "{number} %")
    return pattern.format(number=number(share))
