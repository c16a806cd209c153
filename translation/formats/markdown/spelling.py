"""Writing a target as Markdown: its codes as markup, its text so that it stays text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from translation.errors import InputError
from translation.formats.code_table import CodeTable
from translation.formats.markdown.inline import BLANKS_NEWLINE, NEWLINE, coded
from translation.formats.nesting import well_nested
from translation.model.inline import CodeKind, code_character, code_index, has_codes, is_code

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from translation.model.inline import InlineCode

_HTML = {"*": "em", "_": "em", "**": "strong", "__": "strong", "~~": "s"}
"""What a delimiter becomes where it would not be taken for one: inside a word, beside a quote."""

_ESCAPED = re.compile(r"[\\`*\[\]<|~]|(?<![^\W_])_|_(?![^\W_])|&(?=#|\w+;)")
_STARTS = re.compile(
    r"(?=#{1,6}(?:\s|\Z)|>|[+-](?:[\s-]|\Z)|\+\+\+|=+\s*\Z|:[-:|\s\\]*\Z"
    r"|:[ \t]|:::|!!!|\?\?\?|\{)"
)
_NUMBER = re.compile(r"(\d{1,9})([.)])(?=\s|\Z)")
_HASHES = re.compile(r"(?:(?<=\s)|\A)#+\Z")
_CODE = re.compile("([\ue000-\uf8ff])")


def spelled_markdown(
    text: str,
    codes: Sequence[InlineCode],
    kind: str,
    environment: dict[str, Any],
    as_markup: Callable[[str], str],
    line_break: str = NEWLINE,
) -> str:
    """Return the target of a paragraph, heading or cell; not all of these can have lines.

    ``as_markup`` has the last word on each code's markup. Read again, it is the same text with
    the same codes. Lines end in ``line_break`` where the source does not say otherwise.
    """
    own = (code.markup for code in codes if code.markup in (NEWLINE, BLANKS_NEWLINE))
    line_break = next(own, line_break)
    nested = _tidy(_one_link_deep(well_nested(text.strip(), codes), codes), codes)
    made = _spelled(nested, codes, kind, as_markup, line_break)
    if not has_codes(nested) or _outline(made, environment) == _expected(nested, codes, as_markup):
        return made
    return _spelled(nested, codes, kind, as_markup, line_break, html=True)


def _spelled(
    text: str,
    codes: Sequence[InlineCode],
    kind: str,
    as_markup: Callable[[str], str],
    line_break: str,
    html: bool = False,
) -> str:
    pieces: list[str] = []
    for piece in _CODE.split(text):
        if len(piece) != 1 or not is_code(piece):
            pieces.append(_ESCAPED.sub(r"\\\g<0>", piece))
        elif code_index(piece) < len(codes):
            code = codes[code_index(piece)]
            markup = as_markup(code.markup)
            if html and code.markup in _HTML:
                slash = "/" if code.kind is CodeKind.CLOSE else ""
                markup = f"<{slash}{_HTML[code.markup]}>"
            if markup in (NEWLINE, BLANKS_NEWLINE):
                markup = "\n"
            if markup == "[" and pieces[-1].endswith("!"):
                pieces[-1] = pieces[-1][:-1] + "\\!"
            pieces.append(markup)
    return _lines("".join(pieces), kind, line_break)


def _lines(made: str, kind: str, line_break: str) -> str:
    """Return the text with its line breaks as this kind of block can have them."""
    lines = [line.strip() for line in re.split("\r\n|[\n\r]", made)]
    lines = [line for line in lines if line]
    if kind == "cell":
        joined = "<br>".join(lines)
        return joined + " " if joined.endswith("\\") else joined  # it would escape the bar
    if kind == "heading":
        return _HASHES.sub(r"\\\g<0>", "<br>".join(lines))
    made = line_break.join(_begun(line) for line in lines)
    return "&nbsp;" if kind == "underlined" and not made else made


def _begun(line: str) -> str:
    """Return a line that begins no other block."""
    if _STARTS.match(line):
        return f"\\{line}"
    return _NUMBER.sub(r"\1\\\2", line, count=1) if _NUMBER.match(line) else line


def _one_link_deep(text: str, codes: Sequence[InlineCode]) -> str:
    """Return well-nested text without the links inside others, which Markdown cannot have."""
    made: list[str] = []
    open_: list[int] = []
    for character in text:
        index = code_index(character)
        code = codes[index] if is_code(character) and index < len(codes) else None
        if code is not None and code.kind is CodeKind.OPEN and code.markup == "[":
            open_.append(index)
            if len(open_) > 1:
                continue
        elif code is not None and code.kind is CodeKind.CLOSE and open_ and code.pair == open_[-1]:
            open_.pop()
            if open_:
                continue
        made.append(character)
    return "".join(made)


def _tidy(text: str, codes: Sequence[InlineCode]) -> str:
    """Move white space out of what delimiters enclose, and leave out those that enclose none."""
    pairs = [
        (code_character(place), code_character(code.pair))
        for place, code in enumerate(codes)
        if code.kind is CodeKind.OPEN and code.pair is not None and code.markup in _HTML
    ]
    for _ in pairs:
        before = text
        for opening, closing in pairs:
            if opening in text:
                text = re.sub(rf"{opening}(\s+)", rf"\1{opening}", text)
                text = re.sub(rf"(\s+){closing}", rf"{closing}\1", text)
                text = text.replace(opening + closing, "")
        if text == before:
            break
    return text.strip()


def _outline(made: str, environment: dict[str, Any]) -> str:
    table = CodeTable("")
    try:
        text = coded(made, environment, table)
    except InputError:
        return ""  # more codes than a unit can hold: no text has that many
    return _expected(text, table.codes, str)


def _expected(text: str, codes: Sequence[InlineCode], as_markup: Callable[[str], str]) -> str:
    """Return text and markup in their order, to compare them by."""
    pieces = []
    for character in text:
        if is_code(character):
            markup = as_markup(codes[code_index(character)].markup)
            pieces.append(" " if markup in (NEWLINE, BLANKS_NEWLINE, "<br>") else f"\0{markup}\0")
        else:
            pieces.append(character)
    return " ".join("".join(pieces).split())
