"""The entries of a PO file: which holds what, and where it stands in the text.

The format: GNU gettext manual, section 3 "The Format of PO Files".
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from translation.errors import InputError

_LINE = re.compile(r"(?:(?![ \t]*#)(?:\\\n|[^\r\n])*|[^\r\n]*)(?:\r*\n|\r|\Z)")
"""A line of the file; gettext goes on with the next one where it ends in a backslash."""

_GREATEST_INDEX = 999
_BLANKS = "\r\n \t\ufeff\x0b\x0c"
_TOKEN = re.compile(
    r"[ \t\ufeff\x0b\x0c]*(?:(?P<keyword>msgctxt|msgid_plural|msgid|msgstr|domain)\b"
    r'|\[[ \t]*(?P<index>\d{1,9})[ \t]*\]|"(?P<string>(?:[^"\\]|\\[\s\S])*)"|(?P<comment>\#.*))'
)
_LOOSE_STRING = re.compile(r'[ \t]*"(?P<string>.*)"[ \t]*\Z')
"""What other programs let pass: a quote without its backslash inside a string."""

_ESCAPE = re.compile(r"\\([0-7]{1,3}|x[0-9A-Fa-f]{1,2}|.)", re.DOTALL)
_NAMED = {"\n": "", "n": "\n", "t": "\t", "r": "\r", "a": "\a", "b": "\b", "f": "\f", "v": "\v"}
_WRITTEN = {
    **{value: f"\\{name}" for name, value in _NAMED.items() if value},
    "\\": "\\\\",
    '"': '\\"',
}
_TO_ESCAPE = re.compile('[\x00-\x1f"\\\\\x7f]')
WIDTH = 79
"""Columns that gettext fills."""


@dataclass(slots=True)
class PoField:
    """A keyword with its string, and where both stand in the file.

    With the line end after them where nothing else follows on the line.
    """

    keyword: str
    start: int
    end: int
    index: int = 0
    parts: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The string, its escapes undone."""
        return unescaped("".join(self.parts))


@dataclass(slots=True)
class PoEntry:
    """An entry: the places of its comments, and its strings."""

    comments: list[tuple[int, int]] = field(default_factory=list)
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

    @property
    def start(self) -> int:
        """Where it begins in the file."""
        return min([self.fields[0].start, *(start for start, _ in self.comments)])

    @property
    def end(self) -> int:
        """Where it ends in the file."""
        return max(one.end for one in self.fields)


@dataclass(frozen=True, slots=True)
class PoFile:
    """A PO file: its text and the entries in it."""

    text: str
    entries: list[PoEntry]

    @property
    def is_obsolete(self) -> bool:
        """Whether there are messages, but only such as are no longer in use."""
        return any(line.startswith("#~") for line in self.text.splitlines())

    def comment(self, entry: PoEntry, mark: str) -> list[str]:
        """Return the texts of an entry's comments of a kind: ``#``, ``#.``, ``#,``, ``#:``."""
        found = (self.text[start:end].strip() for start, end in entry.comments)
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
    return line[:2] if line[1:2] in (".", ",", "=", ":", "|", "~") else "#"


def parse_po(text: str, name: str) -> PoFile:
    """Parse a PO file; obsolete entries (``#~``) are left alone.

    Keywords, strings and comments may stand on lines as they like, as in gettext's own grammar.
    Raises InputError wrong_format with the line that is none of a PO file.
    """
    parser = _Parser()
    start = 0
    for found in _LINE.finditer(text):
        if not parser.take(found[0], start):
            detail = f"line {_line_number(text, start)} cannot be read as one"
            raise InputError("wrong_format", file=name, format="PO", detail=detail)
        start = found.end()
    parser.end_entry()
    return PoFile(text, parser.entries)


class _Parser:
    """Takes in a file line by line."""

    def __init__(self) -> None:
        self.entries: list[PoEntry] = []
        self._entry = PoEntry()
        self._field: PoField | None = None
        """The keyword that strings belong to."""

    def take(self, line: str, start: int) -> bool:
        """Take in a line that begins at this place; False where it cannot be read."""
        content = line.rstrip(_BLANKS)
        if content.startswith("#"):  # as most lines do
            self._comment(content, start, start + len(line))
            return True
        at = 0
        while at < len(content):
            found = _TOKEN.match(content, at)
            if found is None or (found.lastgroup == "string" and not _is_clear(found)):
                found = _LOOSE_STRING.match(content, at) or found
            if found is None:
                return False
            begin = found.end() - len(found[0].lstrip(_BLANKS)) if at else 0
            at = found.end()
            end = len(line) if at == len(content) else at
            if not self._token(found, start + begin, start + end):
                return False
        return True

    def _token(self, found: re.Match[str], start: int, end: int) -> bool:
        kind = found.lastgroup or ""
        if kind == "comment":
            self._comment(found[kind], start, end)
            return True
        if kind == "keyword":
            return self._keyword(found[kind], start, end)
        field = self._field
        if field is None:
            return False
        field.end = end
        if kind == "string":
            field.parts.append(found[kind])
            return True
        field.index = int(found[kind])
        known = field.keyword == "msgstr" and field.index <= _GREATEST_INDEX
        return known and not field.parts

    def _comment(self, comment: str, start: int, end: int) -> None:
        obsolete = comment.startswith("#~")
        if obsolete or self._entry.translations:
            self.end_entry()
        if not obsolete:
            self._entry.comments.append((start, end))

    def _keyword(self, keyword: str, start: int, end: int) -> bool:
        entry = self._entry
        if keyword == "domain" or (keyword in ("msgctxt", "msgid") and entry.translations):
            self.end_entry()
        elif keyword in ("msgid_plural", "msgstr") and not _may_follow(entry, keyword):
            return False
        self._field = PoField(keyword, start, end)
        if keyword != "domain":
            self._entry.fields.append(self._field)
        return True

    def end_entry(self) -> None:
        """Keep the entry that was read, where it is whole, and begin another."""
        entry = self._entry
        if entry.translations and entry.string("msgid") is not None:
            self.entries.append(entry)
        self._entry, self._field = PoEntry(), None


def _line_number(text: str, at: int) -> int:
    return len(re.findall(r"\r*\n|\r", text[:at])) + 1


def _is_clear(found: re.Match[str]) -> bool:
    """Tell whether what follows a string is what may follow one."""
    at = found.end()
    return at == len(found.string) or _TOKEN.match(found.string, at) is not None


def _may_follow(entry: PoEntry, keyword: str) -> bool:
    """Tell whether a plural or a translation can stand here: it needs its message before it."""
    return entry.string("msgid") is not None and not (
        keyword == "msgid_plural" and bool(entry.translations)
    )


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
