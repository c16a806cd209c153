"""Which column of a table of terms holds what.

A language's terms stand in the column headed by its tag or its name; what is known of a term in
``TAG status``, ``TAG part of speech`` and ``TAG note``. Tables of pairs (``source``, ``target``
and perhaps ``source language``, ``target language``) and tables without headings (source,
target, note, as OmegaT has them) are read too.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from translation.model.term import TermStatus

if TYPE_CHECKING:
    from collections.abc import Sequence

ENTRY_FIELDS = {
    "id": ("id", "entry", "entry id", "concept id", "termentry id"),
    "definition": ("definition", "meaning"),
    "subject": ("subject", "domain", "subject field", "field", "category"),
    "note": ("note", "notes", "comment", "comments", "remark", "context"),
    "status": ("status", "usage status", "administrative status"),
    "part of speech": ("part of speech", "pos", "partofspeech", "word class"),
}
"""Headings of what belongs to a whole row, as others write them too."""

PAIR_FIELDS = {
    "source": ("source", "source term", "sourcestring", "source string", "source text", "term"),
    "target": (
        "target", "target term", "targetstring", "target string", "target text", "translation",
    ),
    "source language": ("source language", "sourcelang", "source lang", "srclang"),
    "target language": ("target language", "targetlang", "target lang", "trglang", "tgtlang"),
}  # fmt: skip

LANGUAGE_NAMES = {
    "arabic": "ar", "العربية": "ar", "عربي": "ar", "english": "en", "الإنجليزية": "en",
    "إنجليزي": "en", "french": "fr", "français": "fr", "german": "de", "deutsch": "de",
    "spanish": "es", "español": "es", "italian": "it", "portuguese": "pt", "russian": "ru",
    "turkish": "tr", "persian": "fa", "farsi": "fa", "hebrew": "he", "urdu": "ur",
    "kurdish": "ku", "chinese": "zh", "japanese": "ja", "dutch": "nl", "swedish": "sv",
}  # fmt: skip
TERM_FIELDS = ("status", "part of speech", "note")
MARK = "lang:"
"""Stands before a tag that would be taken for something else, such as Indonesian's ``id``."""

_TWO_LETTERS = frozenset(
    "aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy"
    " da de dv dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu"
    " hy hz ia id ie ig ii ik io is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb"
    " lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om"
    " or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su sv sw"
    " ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh"
    " zu".split()
)
"""ISO 639-1: a word of another two letters heads no column of terms."""

_TAG = re.compile("[A-Za-z]{2}|[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})+")
_KNOWN = {alias: name for name, aliases in ENTRY_FIELDS.items() for alias in aliases}
_PAIRS = {alias: name for name, aliases in PAIR_FIELDS.items() for alias in aliases}
STATUSES = {status.value: status for status in TermStatus}
_STATUS_WORDS = {
    **STATUSES,
    "approved": TermStatus.PREFERRED, "standard": TermStatus.PREFERRED,
    "allowed": TermStatus.ADMITTED, "alternative": TermStatus.ADMITTED,
    "deprecated": TermStatus.FORBIDDEN, "superseded": TermStatus.FORBIDDEN,
    "do not use": TermStatus.FORBIDDEN, "not recommended": TermStatus.FORBIDDEN,
}  # fmt: skip


def status_of(word: str) -> TermStatus | None:
    """Return what a status means here, None for a word that is not known."""
    return _STATUS_WORDS.get(word.strip().lower())


def bcp47(language: str) -> str:
    """Return a tag as BCP 47 spells it: some write ``ar_AR``."""
    return language.replace("_", "-")


def heading_language(heading: str) -> str:
    """Return the tag of the language that a heading names, empty if it names none."""
    text = heading.strip()
    if text.lower().startswith(MARK):
        return text[len(MARK) :].strip()
    if text.lower() in LANGUAGE_NAMES:
        return LANGUAGE_NAMES[text.lower()]
    is_other = text.lower() in _KNOWN or text.lower() in _PAIRS
    if is_other or not _TAG.fullmatch(text):
        return ""
    is_known = len(text) > 2 or text.lower() in _TWO_LETTERS
    return bcp47(text) if is_known else ""


@dataclass(frozen=True, slots=True)
class Columns:
    """The places of the columns, counted from 0; ``languages`` holds those of terms."""

    fields: dict[str, int] = field(default_factory=dict)
    languages: dict[str, int] = field(default_factory=dict)
    of_terms: dict[tuple[str, str], int] = field(default_factory=dict)
    unknown: int = 0
    begins_known: bool = False
    """Whether the first heading means something here."""

    @property
    def is_of_pairs(self) -> bool:
        """Whether the terms stand in columns headed source and target."""
        return "source" in self.fields and "target" in self.fields

    @property
    def is_table(self) -> bool:
        """Whether these are headings at all: a row of terms may look like some."""
        if self.is_of_pairs:
            return True
        known = len(self.languages) + len(self.fields)
        return (
            bool(self.languages) and known > 1 and (self.begins_known or self.unknown <= known)
        ) or any(self.of_terms)


def find_columns(header: Sequence[str]) -> Columns:
    """Read a row of headings; the first of each kind counts."""
    columns = Columns()
    unknown = 0
    for place, heading in enumerate(header):
        name = " ".join(heading.split()).lower()
        kind = _KNOWN.get(name) or _PAIRS.get(name)
        language, detail = _term_field(heading)
        if kind:
            columns.fields.setdefault(kind, place)
        elif detail and language:
            columns.of_terms.setdefault((language, detail), place)
        elif tag := heading_language(heading):
            columns.languages.setdefault(tag, place)
        elif name:
            unknown += 1
    first = bool(header) and 0 in {
        *columns.fields.values(),
        *columns.languages.values(),
        *columns.of_terms.values(),
    }
    return Columns(columns.fields, columns.languages, columns.of_terms, unknown, first)


def _term_field(heading: str) -> tuple[str, str]:
    for detail in TERM_FIELDS:
        if heading.strip().lower().endswith(f" {detail}"):
            return heading_language(heading.strip()[: -len(detail) - 1]), detail
    return "", ""
