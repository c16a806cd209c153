"""Subtitles out, in place: only the text of cues changes that somebody translated.

A line end typed into the target is a line of the cue; what turned the lines of the source does
not come into a translation that runs the other way.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from translation.formats.code_table import CodeTable
from translation.formats.joining import filled_units
from translation.formats.nesting import well_nested
from translation.formats.notices import counted
from translation.formats.spec import Written
from translation.formats.subtitles.kinds import BREAK_LABEL, KINDS, SRT, VTT, Kind, coded_cue
from translation.formats.subtitles.line_lengths import broken
from translation.formats.subtitles.speeches import MARKS, has_dash_twice
from translation.formats.text_place import (
    found_at,
    original_text,
    required_original,
    spelled,
    written_in_place,
)
from translation.model.inline import InlineCode, code_character
from translation.model.language import primary_subtag

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from translation.formats.spec import WriteOptions
    from translation.formats.subtitles.cues import Cue
    from translation.formats.text_place import Replacement
    from translation.model.document import Document
    from translation.model.language import LanguagePair
    from translation.model.segment import TranslationUnit

_REPORT_EVERY = 200
_MARKS = re.compile(f"[{MARKS}]")
_LANGUAGE = re.compile(r"(?m)^(Language:[ \t]*)([A-Za-z]{2,3})(?=[-\s]|\Z)")


def write_srt(document: Document, options: WriteOptions) -> Written:
    """Write the translation into the SubRip file; ExportError wrong_original, original_damaged."""
    return _write(document, options, SRT)


def write_vtt(document: Document, options: WriteOptions) -> Written:
    """Write the translation into the WebVTT file; ExportError wrong_original, original_damaged."""
    return _write(document, options, VTT)


def _write(document: Document, options: WriteOptions, format_id: str) -> Written:
    kind = KINDS[format_id]
    file = required_original(document, format_id, kind.name, options)
    original = original_text(file, options)
    cues = {f"{cue.start}:{cue.end}": cue for cue in kind.cues(original.text)}
    spelling = _Spelling(kind, file.pair, original.text)
    changes: list[Replacement] = []
    for number, filled in enumerate(filled_units(document)):
        if number % _REPORT_EVERY == 0:
            options.report(number, len(cues))
        cue = found_at(cues, filled.unit, file, options)
        if filled.joined.text != _joined_sources(document, filled.unit):
            before = original.text[cue.start : cue.end]
            text = spelling.changed(before, filled.joined.text, filled.unit.codes)
            changes += [(cue.start, cue.end, text)] if text is not None else []
    if changes and format_id == VTT:
        changes += _headers(original.text, cues, file.pair)
    made = written_in_place(document, file, original, changes, options)
    more = counted(options.name, long_lines_broken=spelling.lines_broken)
    return Written(made.data, (*made.notices, *more))


class _Spelling:
    """Spells targets as the cues of one file, and counts the lines it had to break."""

    def __init__(self, kind: Kind, pair: LanguagePair, text: str) -> None:
        self.kind, self.pair = kind, pair
        found = re.search("\r\n|[\n\r]", text)
        self.newline = found[0] if found else "\n"
        self.lines_broken = 0
        self._own = re.compile(
            rf"(<lang(?:\.[^\s<>]*)?[ \t]+){primary_subtag(pair.source)}(?=[-\s>])[^>]*"
        )

    def changed(self, cue: str, target: str, codes: tuple[InlineCode, ...]) -> str | None:
        """Return what stands in the place of a cue, None where that is what it says already."""
        wanted = _for_players(target, cue, self.kind, self.pair)
        wanted, count = broken(wanted, f"\n{_line_breaks(codes)}")
        text = self._spelled(wanted, codes, self._turned)
        table = CodeTable("")
        as_it_was = coded_cue(cue, self.kind, table)
        if text == self._spelled(as_it_was, table.codes, _markup):
            return None
        self.lines_broken += count
        return text

    def _turned(self, code: InlineCode) -> str:
        """Return what a code is written as: ``<lang ar>`` in the language of the translation."""
        markup = _markup(code)
        return (
            self._own.sub(rf"\g<1>{self.pair.target}", markup)
            if self.kind is KINDS[VTT]
            else markup
        )

    def _spelled(
        self,
        text: str,
        codes: tuple[InlineCode, ...],
        markup: Callable[[InlineCode], str],
    ) -> str:
        """Return a target as the lines of a cue: none of them empty, which would end the cue."""
        made = spelled(well_nested(text, codes), codes, self.kind.written, markup)
        lines = (line.strip() for line in re.split("\r\n|[\n\r]", made))
        return self.newline.join(line for line in lines if line)


def _joined_sources(document: Document, unit: TranslationUnit) -> str:
    segments = document.unit_segments(unit.id)
    pieces = [f"{s.lead}{s.source}{s.trail or ' '}" for s in segments]
    return "".join(pieces)[: -1 if segments and not segments[-1].trail else None]


def _line_breaks(codes: tuple[InlineCode, ...]) -> str:
    return "".join(
        code_character(place) for place, code in enumerate(codes) if code.label == BREAK_LABEL
    )


def _for_players(text: str, cue: str, kind: Kind, pair: LanguagePair) -> str:
    """Return a target without what turned the lines of its source, and no dash twice.

    Marks that the source has are taken out of a translation that runs from the left.
    """
    if pair.source_is_rtl and not pair.target_is_rtl:
        marks = frozenset(_MARKS.findall(kind.plain(cue)))
        text = "".join(character for character in text if character not in marks)
    lines = text.split("\n")
    for place, line in enumerate(lines):
        twice = has_dash_twice(line)
        lines[place] = line if twice is None else line[twice.end() :]
    return "\n".join(lines)


def _headers(text: str, cues: Mapping[str, Cue], pair: LanguagePair) -> Iterator[Replacement]:
    """Give the language that the file's header names, once it is another."""
    end = min((cue.start for cue in cues.values()), default=0)
    blank = re.search(r"(?:\r\n|[\n\r]){2}", text)
    end = min(end, blank.start() if blank else end)
    for found in _LANGUAGE.finditer(text, 0, end):
        if found[2].lower() == primary_subtag(pair.source):
            line = re.compile(r"[^\r\n]*").match(text, found.start(2))
            assert line is not None
            yield found.start(2), line.end(), pair.target


def _markup(code: InlineCode) -> str:
    return "\n" if code.label == BREAK_LABEL else code.markup
