"""PO files in: gettext's catalogues of messages with their translations.

A unit is an entry, a segment its message or one plural form of it; a unit's anchor is the number
of the entry in the file. ``STATES``: a message without translation is initial, one marked fuzzy
edited, any other confirmed. Placeholders of a format an entry is flagged with, and pairs of tags,
are inline codes. The source language is the header's X-Source-Language, else the caller's.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from translation.errors import InputError
from translation.formats.code_table import SPECIAL, CodeTable
from translation.formats.decoding import Decoded, decode, decode_declared
from translation.formats.languages import guessed_languages
from translation.formats.notices import text_notices
from translation.formats.po.entries import PoEntry, PoFile, parse_po, unescaped
from translation.formats.tag_codes import with_codes
from translation.formats.visible_codes import read_codes
from translation.model.imported import ImportedDraft, ImportedFile, ImportedSegment, ImportedUnit
from translation.model.language import LanguagePair, is_language_tag, primary_subtag
from translation.model.segment import SegmentState

if TYPE_CHECKING:
    from collections.abc import Iterator

    from translation.formats.spec import ReadOptions
    from translation.model.imported import Notice

FORMAT = "po"
NAME = "PO"
OWN_FIELD = "X-Muraji-Contexts"
OWN_CONTEXTS = "segment ids"
"""The mark of files made here, whose contexts are segment ids and whose codes are shown.

Not X-Generator: every program that saves the file writes its own name there.
"""

DRAFT = "draft: "
EDITED_DRAFT = "edited draft: "
"""What begins the comment that holds a machine translation, in files made here: one that is the
translation as yet, and one that was worked on."""

_REPORT_EVERY = 200
HIDDEN_IN_NOTES = re.compile(rf"{SPECIAL.pattern}|\{{(?=U\+[0-9A-F]{{4,6}}\}})")
"""What a note in a file made here cannot hold as it is."""

_SHOWN = re.compile(r"\{U\+([0-9A-F]{4,6})\}")
_CHARSET = re.compile(rb"charset=([A-Za-z0-9_:.-]+)")
_PRINTF = (
    r"%(?:\d+\$|\([^()\s]*\))?[-+ #0']*(?:\d+|\*)?(?:\.(?:\d+|\*))?"
    r"(?:hh|h|ll|l|L|q|j|z|t)?[diouxXeEfFgGaAcCsSprn@%]"
)
_PLACEHOLDERS = {
    "python-brace-format": r"\{[^{}\s]*\}",
    "c++-format": r"\{[^{}\s]*\}",
    "csharp-format": r"\{[^{}\s]*\}",
    "java-format": r"\{[^{}\s]*\}",
    "java-printf-format": _PRINTF,
    "javascript-format": _PRINTF,
    "perl-brace-format": r"\{[^{}\s]*\}",
    "qt-format": r"%L?\d{1,2}|%n",
    "qt-plural-format": r"%L?\d{1,2}|%n",
    "kde-format": r"%\d{1,2}",
}
"""What stands for a value, by the flag of the entry; any other ``…-format`` is like C's."""

_ATTRIBUTE = r"\s+[\w:-]+\s*=\s*(?:\"[^\"<>]*\"|'[^'<>]*')"
_TAG = rf"<(?P<opens>[A-Za-z][\w:-]*)(?:{_ATTRIBUTE})*\s*/?>|</(?P<closes>[A-Za-z][\w:-]*)\s*>"


def read(data: bytes, options: ReadOptions) -> list[ImportedFile]:
    """Read a PO file or a template (POT).

    Raises InputError: what decoding raises, wrong_format, no_messages, too_many_codes.
    """
    decoded = decode_po(data, options.name, options.encoding)
    file = parse_po(decoded.text, options.name)
    units = tuple(unit for _, unit in entry_units(file, options))
    if not units:
        raise InputError("no_messages", file=options.name, detail=_why_empty(file))
    fields = header(file)
    pair = _pair(fields, options.pair)
    return [
        ImportedFile(
            options.name,
            FORMAT,
            data,
            units,
            pair,
            decoded.encoding,
            notices=(
                *text_notices(decoded, options.name, units),
                *_guesses(fields, pair, options),
            ),
            note=header_comment(file),
        )
    ]


def _why_empty(file: PoFile) -> str:
    """Return why there is nothing to translate."""
    if file.is_obsolete:
        return "all its messages are obsolete (#~)"
    return "it has a header and nothing else" if file.entries else "it has no msgid"


def _guesses(
    fields: dict[str, str], pair: LanguagePair | None, options: ReadOptions
) -> tuple[Notice, ...]:
    """Say which languages were guessed; messages are in English where nothing else is said."""
    target = _tag(fields.get("language", ""))
    source = _tag(fields.get("x-source-language", ""))
    is_usual = pair is not None and primary_subtag(pair.source) == "en"
    return guessed_languages(source or ("en" if is_usual else ""), target, pair, options)


def decode_po(data: bytes, name: str, encoding: str | None) -> Decoded:
    """Decode by the person's choice, else by what the header declares, else guess."""
    if encoding:
        return decode(data, name, encoding)
    said = _CHARSET.search(data[:20_000])
    return decode_declared(data, name, said[1] if said else None)


def header(file: PoFile) -> dict[str, str]:
    """Return the fields of the file's header, by their names in lower case."""
    found = next((entry for entry in file.entries if entry.is_header), None)
    lines = (found.string("msgstr") or "").splitlines() if found else []
    fields = (line.partition(":") for line in lines)
    return {name.strip().lower(): value.strip() for name, _, value in fields}


def header_comment(file: PoFile) -> str:
    """Return the comment of the file's header, which may have notes on the whole document."""
    found = next((entry for entry in file.entries if entry.is_header), None)
    comment = "\n".join(file.comment(found, "#")) if found else ""
    own = header(file).get(OWN_FIELD.lower()) == OWN_CONTEXTS
    return _SHOWN.sub(_special, comment) if own else comment


def entry_units(file: PoFile, options: ReadOptions) -> Iterator[tuple[PoEntry, ImportedUnit]]:
    """Give the entries that hold text, with the units they make."""
    fields = header(file)
    forms = re.search(r"nplurals\s*=\s*(\d{1,2})", fields.get("plural-forms", ""))
    plurals = int(forms[1]) if forms else 0
    own = fields.get(OWN_FIELD.lower()) == OWN_CONTEXTS
    for number, entry in enumerate(file.entries):
        if number % _REPORT_EVERY == 0:
            options.report(number, len(file.entries))
        if not entry.is_header and (entry.string("msgid") or "").strip():
            unit = _Unit(file, entry, CodeTable(options.name), own)
            yield entry, unit.made(str(number), plurals)


class _Unit:
    """Makes the unit of an entry."""

    def __init__(self, file: PoFile, entry: PoEntry, table: CodeTable, own: bool) -> None:
        self.file, self.entry, self.table, self.own = file, entry, table, own
        self.flags = file.flags(entry)
        kinds = [flag for flag in self.flags if flag.endswith("-format")]
        kinds = [kind for kind in kinds if not kind.startswith("no-")]
        placeholders = [_PLACEHOLDERS.get(kind, _PRINTF) for kind in kinds]
        self.pattern = re.compile("|".join([_TAG, *placeholders]))

    def made(self, anchor: str, plurals: int) -> ImportedUnit:
        entry, file = self.entry, self.file
        context = entry.string("msgctxt")
        comments = file.comment(entry, "#.")
        draft, untouched = None, False
        if self.own and comments and comments[0].startswith((DRAFT, EDITED_DRAFT)):
            mark, _, text = comments.pop(0).partition(": ")
            draft, untouched = unescaped(text[1:-1]), DRAFT.startswith(mark)
        about = [context, *comments] if context and not self.own else comments
        segments = list(self._segments(plurals, draft, untouched))
        return ImportedUnit(
            segments=tuple(segments),
            codes=self.table.codes,
            anchor=anchor,
            note="\n".join(about).strip(),
        )

    def _segments(
        self, plurals: int, draft: str | None, untouched: bool
    ) -> Iterator[ImportedSegment]:
        entry = self.entry
        one, many = entry.string("msgid") or "", entry.string("msgid_plural")
        found = {field.index: field.text for field in entry.translations}
        count = 1 if many is None else max(plurals, *(index + 1 for index in found))
        note = "\n".join(self.file.comment(entry, "#"))
        note = _SHOWN.sub(_special, note) if self.own else note
        for index in range(count):
            is_one = not (many and many.strip()) or (index == 0 and count > 1)
            source = one if is_one else many or ""
            core = source.strip()
            start = source.find(core)
            lead, trail = source[:start], source[start + len(core) :]
            text = found.get(index, "").removeprefix(lead).removesuffix(trail)
            made = self._segment(core, lead, trail, text, draft if index == 0 else None, untouched)
            yield replace(made, note=note) if index == 0 else made

    def _segment(
        self, core: str, lead: str, trail: str, text: str, draft: str | None, untouched: bool
    ) -> ImportedSegment:
        source = self._coded(core)
        fuzzy = "fuzzy" in self.flags
        is_draft = fuzzy and untouched and draft == text
        target = self._coded(text) if text and not is_draft else None
        state = SegmentState.INITIAL
        if target is not None:
            state = SegmentState.EDITED if fuzzy else SegmentState.CONFIRMED
        return ImportedSegment(
            source,
            target,
            state,
            self.entry.string("msgctxt") if self.own else None,
            lead,
            trail,
            ImportedDraft(self._coded(draft)) if draft is not None else None,
        )

    def _coded(self, text: str) -> str:
        if self.own:
            return read_codes(text, self.table)
        return with_codes(text, self.pattern, self.table, self.table.text, lone_tags=False)


def _special(found: re.Match[str]) -> str:
    """Return the character that a comment cannot hold, for what is written instead."""
    character = chr(min(int(found[1], 16), 0x10FFFF))
    return character if character == "{" or SPECIAL.match(character) else found[0]


def _pair(fields: dict[str, str], asked: LanguagePair | None) -> LanguagePair | None:
    """Return the languages: the header's, else what was asked for, else what is likely."""
    target = _tag(fields.get("language", "")) or (asked.target if asked else "")
    source = _tag(fields.get("x-source-language", "")) or (asked.source if asked else "")
    if not target:
        return asked
    return LanguagePair(source or ("ar" if primary_subtag(target) == "en" else "en"), target)


def _tag(code: str) -> str:
    """Return a locale's name as a language tag, empty where it is none."""
    tag = code.split("@")[0].split(".")[0].replace("_", "-")
    return tag if is_language_tag(tag) else ""
