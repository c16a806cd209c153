"""Subtitles in place: SubRip (.srt) and WebVTT (.vtt), a unit a cue.

Anchors are ``start:end``, the positions of a cue's text in the decoded file. Numbers, times,
settings, notes and styles are never touched. A line break is a code that a translation may leave
out or put elsewhere; a line end typed into the target is one as well.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import unescape
from typing import TYPE_CHECKING

from translation.errors import InputError
from translation.formats.code_table import CodeTable
from translation.formats.decoding import decode
from translation.formats.joining import filled_units
from translation.formats.nesting import well_nested
from translation.formats.notices import text_notices
from translation.formats.subtitles.cues import Cue, srt_cues, vtt_cues
from translation.formats.tag_codes import with_codes
from translation.formats.text_place import (
    found_at,
    original_text,
    required_original,
    spelled,
    written_in_place,
)
from translation.model.imported import ImportedFile, ImportedSegment, ImportedUnit
from translation.model.inline import CodeKind, InlineCode, strip_codes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from translation.formats.spec import ReadOptions, WriteOptions, Written
    from translation.formats.text_place import Replacement
    from translation.model.document import Document

SRT = "srt"
VTT = "vtt"
BREAK_LABEL = "\u23ce"
LONGEST_CUE = 400
"""Characters up to which a cue is one segment; a longer one is cut into sentences."""

_REPORT_EVERY = 200
_TAG = r"<(?P<opens>[A-Za-z][A-Za-z0-9]*)[^<>\r\n]*>|</(?P<closes>[A-Za-z][A-Za-z0-9]*)[ \t]*>"
_BREAK = re.compile("(?<![ \t])[ \t]*+(?:\r\n|[\n\r])\\s*")
_DASH = re.compile(
    "[\ue000-\uf8ff\u200e\u200f\\s]*[-\u2013\u2014][ \u00a0\ue000-\uf8ff]*(?=[^\\W\\d])"
)
"""How a line begins that another person says."""

_TURNING = re.compile("[\u202a-\u202e]")
"""Characters that turn a line of Arabic for players that do not: no text, and wrong in English."""

_GUARD = "\u2060"
"""A word joiner (invisible) keeps what a translator wrote from being taken for a tag or a time."""


@dataclass(frozen=True, slots=True)
class _Kind:
    """What sets one kind of subtitles apart from the other."""

    name: str
    cues: Callable[[str], Iterator[Cue]]
    codes: re.Pattern[str]
    """Tags and overrides, with the groups ``opens`` and ``closes``."""
    plain: Callable[[str], str]
    """From the file to a segment's text."""
    written: Callable[[str], str]
    """From a target's text to the file."""


def _srt_plain(text: str) -> str:
    return re.sub(rf"(?<=[<{{-]){_GUARD}", "", text)


def _srt_written(text: str) -> str:
    guarded = re.sub(r"<(?=/?[A-Za-z])|\{(?=\\)", lambda found: found[0] + _GUARD, text)
    return guarded.replace("-->", f"--{'>' if not _may_be_time(text) else _GUARD + '>'}")


def _may_be_time(text: str) -> bool:
    return re.search(r"\d\s*-->\s*-?\d", text) is not None


def _vtt_written(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


_KINDS = {
    SRT: _Kind(
        "SubRip",
        srt_cues,
        re.compile(_TAG + r"|\{\\[^{}\r\n]*\}"),
        _srt_plain,
        _srt_written,
    ),
    VTT: _Kind(
        "WebVTT",
        vtt_cues,
        re.compile(_TAG + r"|<[0-9:.]+>"),
        unescape,
        _vtt_written,
    ),
}


def read_srt(data: bytes, options: ReadOptions) -> list[ImportedFile]:
    """Read a SubRip file; raises InputError: what decoding raises, wrong_format, no_text."""
    return [_read(data, options, SRT)]


def read_vtt(data: bytes, options: ReadOptions) -> list[ImportedFile]:
    """Read a WebVTT file; raises InputError: what decoding raises, wrong_format, no_text."""
    return [_read(data, options, VTT)]


def write_srt(document: Document, options: WriteOptions) -> Written:
    """Write the translation into the SubRip file; ExportError wrong_original, original_damaged."""
    return _write(document, options, SRT)


def write_vtt(document: Document, options: WriteOptions) -> Written:
    """Write the translation into the WebVTT file; ExportError wrong_original, original_damaged."""
    return _write(document, options, VTT)


def _read(data: bytes, options: ReadOptions, format_id: str) -> ImportedFile:
    kind = _KINDS[format_id]
    decoded = decode(data, options.name, options.encoding)
    if format_id == VTT and not re.match(r"WEBVTT(?:\s|\Z)", decoded.text):
        detail = "its first line is not “WEBVTT”"
        raise InputError("wrong_format", file=options.name, format=kind.name, detail=detail)
    cues = list(kind.cues(decoded.text))
    if not cues:
        raise _no_cues(decoded.text, options.name, kind)
    units = tuple(_units(cues, decoded.text, kind, options))
    if not units:
        raise InputError("no_text", file=options.name)
    notices = tuple(text_notices(decoded, options.name, units))
    return ImportedFile(
        options.name, format_id, data, units, options.pair, decoded.encoding, notices=notices
    )


def _no_cues(text: str, name: str, kind: _Kind) -> InputError:
    if "-->" in text or kind.name == "WebVTT":
        return InputError("no_text", file=name)
    return InputError("wrong_format", file=name, format=kind.name, detail="it holds no times")


def _units(cues: list[Cue], text: str, kind: _Kind, options: ReadOptions) -> Iterator[ImportedUnit]:
    for number, cue in enumerate(cues):
        if number % _REPORT_EVERY == 0:
            options.report(number, len(cues))
        table = CodeTable(options.name)
        coded = _coded(text[cue.start : cue.end], kind, table)
        if strip_codes(coded).strip():
            whole = len(coded) <= LONGEST_CUE
            yield ImportedUnit(
                None if whole else coded,
                tuple(_speeches(coded, table)) if whole else (),
                codes=table.codes,
                anchor=f"{cue.start}:{cue.end}",
            )


def _speeches(coded: str, table: CodeTable) -> Iterator[ImportedSegment]:
    """Give a cue's text as segments: one for each speaker where lines begin with dashes."""
    line_break = table.find("break")
    start = 0
    for found in re.finditer(line_break, coded) if line_break else ():
        at = found.start()
        if _DASH.match(coded, at + 1) and strip_codes(coded[start:at]).strip():
            yield ImportedSegment(coded[start:at].rstrip(), trail="\n")
            start = at + 2  # behind the blank that follows each break
    yield ImportedSegment(coded[start:])


def _coded(text: str, kind: _Kind, table: CodeTable) -> str:
    """Return a cue's text with its tags and line breaks as codes, turning marks left out."""
    bare = _TURNING.sub("", text)
    return with_codes(bare, kind.codes, table, lambda part: _with_breaks(part, kind, table)).strip()


def _with_breaks(text: str, kind: _Kind, table: CodeTable) -> str:
    pieces: list[str] = []
    at = 0
    for found in _BREAK.finditer(text):
        code = InlineCode(CodeKind.ALONE, found[0].strip(" \t"), BREAK_LABEL, deletable=True)
        # Without the code, as a model reads it, the lines must not run together.
        pieces += [table.text(kind.plain(text[at : found.start()])), table.add(code, "break"), " "]
        at = found.end()
    return "".join([*pieces, table.text(kind.plain(text[at:]))])


def _write(document: Document, options: WriteOptions, format_id: str) -> Written:
    kind = _KINDS[format_id]
    file = required_original(document, format_id, kind.name, options)
    original = original_text(file, options)
    cues = {f"{cue.start}:{cue.end}": cue for cue in kind.cues(original.text)}
    found = re.search("\r\n|[\n\r]", original.text)
    newline = found[0] if found else "\n"

    def replacements() -> Iterator[Replacement]:
        for number, filled in enumerate(filled_units(document)):
            if number % _REPORT_EVERY == 0:
                options.report(number, len(cues))
            cue = found_at(cues, filled.unit, file, options)
            text = _spelled(filled.joined.text, filled.unit.codes, kind, newline)
            before = original.text[cue.start : cue.end]
            if text != _as_written(before, kind, newline):
                yield cue.start, cue.end, text

    return written_in_place(document, file, original, replacements(), options)


def _as_written(cue: str, kind: _Kind, newline: str) -> str:
    """Return what a cue would be written as, its text unchanged: then it stays as it is."""
    table = CodeTable("")
    coded = _coded(cue, kind, table)
    return _spelled(coded, table.codes, kind, newline)


def _spelled(text: str, codes: tuple[InlineCode, ...], kind: _Kind, newline: str) -> str:
    """Return a target as the lines of a cue: none of them empty, which would end the cue."""
    made = spelled(well_nested(text, codes), codes, kind.written, _markup)
    lines = (line.strip() for line in re.split("\r\n|[\n\r]", made))
    return newline.join(line for line in lines if line)


def _markup(code: InlineCode) -> str:
    return "\n" if code.label == BREAK_LABEL else code.markup
