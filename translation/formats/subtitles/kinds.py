"""What sets SubRip and WebVTT apart: where cues are, what is markup in them, how text is written.

A line break is a code that a translation may leave out or put elsewhere.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import unescape
from typing import TYPE_CHECKING

from translation.formats.subtitles.cues import Cue, srt_cues, vtt_cues
from translation.formats.tag_codes import with_codes
from translation.model.inline import CodeKind, InlineCode

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from translation.formats.code_table import CodeTable

SRT = "srt"
VTT = "vtt"
BREAK_LABEL = "\u23ce"
_TAG = r"<(?P<opens>[A-Za-z][A-Za-z0-9]*)[^<>\r\n]*>|</(?P<closes>[A-Za-z][A-Za-z0-9]*)[ \t]*>"
_BREAK = re.compile("(?<![ \t])[ \t]*+(?:\r\n|[\n\r])\\s*")
_TURNING = re.compile("[\u202a-\u202e]")
"""Characters that turn a line of Arabic for players that do not: no text, and wrong in English."""

_GUARD = "\u2060"
"""A word joiner (invisible) keeps what a translator wrote from being taken for a tag or a time."""


@dataclass(frozen=True, slots=True)
class Kind:
    """What sets one kind of subtitles apart from the other."""

    name: str
    cues: Callable[[str], Iterator[Cue]]
    codes: re.Pattern[str]
    """Tags and overrides, with the groups ``opens`` and ``closes``."""
    plain: Callable[[str], str]
    """From the file to a segment's text."""
    written: Callable[[str], str]
    """From a target's text to the file."""


_OVERRIDE = r"\{\\[^{}\r\n]*\}|\{[A-Za-z]{1,2}:[^{}\r\n]*\}|\\N|\\[nh](?![A-Za-z])"
"""What files made of ASS and MicroDVD keep: ``{\\an8}``, ``{y:i}``, ``\\N`` for a line break."""


def _srt_plain(text: str) -> str:
    return re.sub(rf"(?<=[<{{\\-]){_GUARD}", "", text)


def _srt_written(text: str) -> str:
    markup = rf"<(?=/?[A-Za-z])|(?:{_OVERRIDE})"
    guarded = re.sub(markup, lambda found: f"{found[0][0]}{_GUARD}{found[0][1:]}", text)
    return guarded.replace("-->", f"--{'>' if not _may_be_time(text) else _GUARD + '>'}")


def _may_be_time(text: str) -> bool:
    return re.search(r"\d\s*-->\s*-?\d", text) is not None


def _vtt_written(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


KINDS = {
    SRT: Kind(
        "SubRip",
        srt_cues,
        re.compile(f"{_TAG}|{_OVERRIDE}"),
        _srt_plain,
        _srt_written,
    ),
    VTT: Kind(
        "WebVTT",
        vtt_cues,
        re.compile(_TAG + r"|<[0-9:.]+>"),
        unescape,
        _vtt_written,
    ),
}


def coded_cue(text: str, kind: Kind, table: CodeTable) -> str:
    """Return a cue's text with its tags and line breaks as codes, turning marks left out."""
    bare = _TURNING.sub("", text)
    return with_codes(bare, kind.codes, table, lambda part: _with_breaks(part, kind, table)).strip()


def _with_breaks(text: str, kind: Kind, table: CodeTable) -> str:
    pieces: list[str] = []
    at = 0
    for found in _BREAK.finditer(text):
        code = InlineCode(CodeKind.ALONE, found[0].strip(" \t"), BREAK_LABEL, deletable=True)
        # Without the code, as a model reads it, the lines must not run together.
        pieces += [table.text(kind.plain(text[at : found.start()])), table.add(code, "break"), " "]
        at = found.end()
    return "".join([*pieces, table.text(kind.plain(text[at:]))])
