"""Subtitles in: SubRip (.srt) and WebVTT (.vtt), a unit a cue.

Anchors are ``start:end``, the positions of a cue's text in the decoded file. Numbers, times,
settings, notes and styles are never touched.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from translation.errors import InputError
from translation.formats.code_table import CodeTable
from translation.formats.decoding import decode
from translation.formats.notices import counted, text_notices
from translation.formats.subtitles.cues import Cue, odd_timings
from translation.formats.subtitles.kinds import KINDS, SRT, VTT, Kind, coded_cue
from translation.formats.subtitles.speeches import speeches
from translation.model.cue_times import cue_times_text
from translation.model.imported import ImportedFile, ImportedSegment, ImportedUnit
from translation.model.inline import strip_codes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from translation.formats.spec import ReadOptions

LONGEST_CUE = 400
"""Characters up to which a cue is one segment; a longer one is cut into sentences."""

_REPORT_EVERY = 200
_SPEAKER = re.compile(r"<v(?:\.[^\s<>]*)?[ \t]+([^<>\r\n]+)>")


def read_srt(data: bytes, options: ReadOptions) -> list[ImportedFile]:
    """Read a SubRip file; raises InputError: what decoding raises, wrong_format, no_text."""
    return [_read(data, options, SRT)]


def read_vtt(data: bytes, options: ReadOptions) -> list[ImportedFile]:
    """Read a WebVTT file; raises InputError: what decoding raises, wrong_format, no_text."""
    return [_read(data, options, VTT)]


def _read(data: bytes, options: ReadOptions, format_id: str) -> ImportedFile:
    kind = KINDS[format_id]
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
    is_vtt = format_id == VTT
    odd = counted(
        options.name,
        odd_cue_times=0 if is_vtt else odd_timings(decoded.text),
        speaker_names=len(set(_SPEAKER.findall(decoded.text))) if is_vtt else 0,
    )
    notices = (*text_notices(decoded, options.name, units), *odd)
    return ImportedFile(
        options.name,
        format_id,
        data,
        units,
        options.pair,
        decoded.encoding,
        cue_times_text({_anchor(cue): cue.milliseconds for cue in cues if cue.milliseconds}),
        notices=notices,
    )


def _no_cues(text: str, name: str, kind: Kind) -> InputError:
    if "-->" in text or kind.name == "WebVTT":
        return InputError("no_text", file=name)
    return InputError("wrong_format", file=name, format=kind.name, detail="it holds no times")


def _units(cues: list[Cue], text: str, kind: Kind, options: ReadOptions) -> Iterator[ImportedUnit]:
    for number, cue in enumerate(cues):
        if number % _REPORT_EVERY == 0:
            options.report(number, len(cues))
        table = CodeTable(options.name)
        coded = coded_cue(text[cue.start : cue.end], kind, table)
        if strip_codes(coded).strip():
            whole = len(coded) <= LONGEST_CUE
            yield ImportedUnit(
                None if whole else coded,
                tuple(_segments(coded, table)) if whole else (),
                codes=table.codes,
                anchor=_anchor(cue),
            )


def _anchor(cue: Cue) -> str:
    return f"{cue.start}:{cue.end}"


def _segments(coded: str, table: CodeTable) -> Iterator[ImportedSegment]:
    """Give a cue's text as segments: one for each speaker, the dashes before them as leads."""
    found = speeches(coded, table.find("break"))
    for number, speech in enumerate(found, start=1):
        trail = "\n" if number < len(found) else ""
        yield ImportedSegment(speech.text, lead=speech.dash, trail=trail)
