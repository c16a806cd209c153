"""The lines of a PO file, kept as they are: which entry holds what, and where.

The format: GNU gettext manual, section 3 "The Format of PO Files".
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from translation.errors import InputError

_LINE = re.compile(r"[^\r\n]*(?:\r\n|[\n\r]|\Z)")
_KEYWORD = re.compile(
    r'[ \t]*(msgctxt|msgid_plural|msgid|msgstr)[ \t]*(?:\[(\d{1,3})\])?[ \t]*"(.*)"[ \t]*\Z'
)
_MORE = re.compile(r'[ \t]*"(.*)"[ \t]*\Z')
_ESCAPE = re.compile(r"\\([0-7]{1,3}|x[0-9A-Fa-f]{1,2}|.)", re.DOTALL)
_NAMED = {"n": "\n", "t": "\t", "r": "\r", "a": "\a", "b": "\b", "f": "\f", "v": "\v"}
_WRITTEN = {**{value: f"\\{name}" for name, value in _NAMED.items()}, "\\": "\\\\", '"': '\\"'}
_TO_ESCAPE = re.compile('[\x00-\x1f"\\\\\x7f]')
WIDTH = 79
"""Columns that gettext fills."""


@dataclass(slots=True)
class PoField:
    """A keyword's string: ``lines`` are the places of its lines in the file, first and after."""

    keyword: str
    index: int
    first: int
    after: int
    parts: list[str]

    @property
    def text(self) -> str:
        """The string, its escapes undone."""
        return unescaped("".join(self.parts))


@dataclass(slots=True)
class PoEntry:
    """An entry: its comments (line numbers) and its strings."""

    comments: list[int] = field(default_factory=list)
    fields: list[PoField] = field(default_factory=list)

    def string(self, keyword: str) -> str | None:
        """Return the string of a keyword, None where the entry has none."""
        return next((one.text for one in self.fields if one.keyword == keyword), None)

    @property
    def translations(self) -> list[PoField]:
        """The translations: one, or one for each plural form."""
        return [one for one in self.fields if one.keyword == "msgstr"]

    @property
    def is_header(self) -> bool:
        """Whether this is the file's header: the translation of nothing."""
        return self.string("msgid") == "" and self.string("msgctxt") is None


@dataclass(frozen=True, slots=True)
class PoFile:
    """A PO file: ``lines`` with their line ends, joined the file itself."""

    lines: list[str]
    entries: list[PoEntry]

    def comment(self, entry: PoEntry, mark: str) -> list[str]:
        """Return the texts of an entry's comments of a kind: ``#``, ``#.``, ``#,``, ``#:``."""
        found = (self.lines[place].strip() for place in entry.comments)
        return [
            line.removeprefix(mark).removeprefix(" ")
            for line in found
            if comment_mark(line) == mark
        ]

    def flags(self, entry: PoEntry) -> list[str]:
        """Return an entry's flags, such as ``fuzzy`` and ``c-format``."""
        return [
            flag.strip() for line in self.comment(entry, "#,") for flag in line.split(",") if flag
        ]


def comment_mark(line: str) -> str:
    """Return which kind of comment a line is."""
    return line[:2] if line[1:2] in (".", ",", ":", "|", "~") else "#"


def parse_po(text: str, name: str) -> PoFile:
    """Parse a PO file; obsolete entries (``#~``) are left alone.

    Raises InputError wrong_format with the line that is none of a PO file.
    """
    lines = [found[0] for found in _LINE.finditer(text) if found[0]]
    entries: list[PoEntry] = []
    entry = PoEntry()
    for place, raw in enumerate(lines):
        line = raw.strip("\r\n \t\ufeff\x0c")
        if line.startswith("#~"):
            entry = _ended(entry, entries)
        elif line.startswith("#"):
            entry = _ended(entry, entries) if entry.translations else entry
            entry.comments.append(place)
        elif not line:
            entry = _ended(entry, entries) if entry.translations else entry
        elif more := _MORE.match(line):
            if not entry.fields or entry.fields[-1].after != place:
                raise _refusal(name, place)
            entry.fields[-1].parts.append(more[1])
            entry.fields[-1].after = place + 1
        elif found := _KEYWORD.match(line):
            keyword = found[1]
            if keyword in ("msgctxt", "msgid") and entry.translations:
                entry = _ended(entry, entries)
            elif keyword not in ("msgctxt", "msgid") and not _may_follow(entry, keyword):
                raise _refusal(name, place)
            made = PoField(keyword, int(found[2] or 0), place, place + 1, [found[3]])
            entry.fields.append(made)
        else:
            raise _refusal(name, place)
    _ended(entry, entries)
    return PoFile(lines, entries)


def _may_follow(entry: PoEntry, keyword: str) -> bool:
    """Tell whether a plural or a translation can stand here: it needs its message before it."""
    return entry.string("msgid") is not None and not (
        keyword == "msgid_plural" and entry.translations
    )


def _ended(entry: PoEntry, entries: list[PoEntry]) -> PoEntry:
    if entry.translations and entry.string("msgid") is not None:
        entries.append(entry)
    return PoEntry()


def _refusal(name: str, place: int) -> InputError:
    detail = f"line {place + 1} cannot be read as one"
    return InputError("wrong_format", file=name, format="PO", detail=detail)


def unescaped(text: str) -> str:
    """Return a string of a PO file as it is meant."""

    def meant(found: re.Match[str]) -> str:
        body = found[1]
        if body[0] in "01234567":
            return chr(int(body, 8))
        if body[0] == "x" and len(body) > 1:
            return chr(int(body[1:], 16))
        return _NAMED.get(body, body)

    return _ESCAPE.sub(meant, text) if "\\" in text else text


def escaped(text: str) -> str:
    """Return a text as it is written between quotes."""
    return _TO_ESCAPE.sub(lambda f: _WRITTEN.get(f[0]) or f"\\{ord(f[0]):03o}", text)


def written_field(keyword: str, text: str, newline: str, width: int = WIDTH) -> list[str]:
    """Return the lines of a keyword and its string, wrapped as gettext does; 0 is no width.

    A line end in the text ends a line of the file too.
    """
    whole = f'{keyword} "{escaped(text)}"'
    parts = re.findall(r"[^\n]*\n|[^\n]+", text)
    if len(parts) < 2 and (not width or len(whole) <= width):
        return [whole + newline]
    lines = [f'{keyword} ""']
    for part in parts:
        lines += [f'"{piece}"' for piece in _wrapped(escaped(part), width - 2 if width else 0)]
    return [line + newline for line in lines]


def _wrapped(text: str, width: int) -> list[str]:
    """Cut a text after blanks, as few times as the width allows."""
    if not width or len(text) <= width:
        return [text]
    made, line = [], ""
    for word in re.findall(r"[^ ]* +|[^ ]+", text):
        if line and len(line) + len(word.rstrip(" ")) > width:
            made.append(line)
            line = ""
        line += word
    return [*made, line]
