"""Markdown in place: CommonMark with tables, strikethrough, footnotes and front matter.

A unit is a paragraph, heading, list item or cell; its anchor is ``start:end`` in the decoded file.
Code, HTML and link definitions are left alone, and of front matter all but titles and
descriptions. A paragraph that was wrapped comes back on one line, which is shown the same.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from translation.errors import InputError
from translation.formats.code_table import CodeTable
from translation.formats.decoding import decode
from translation.formats.joining import FilledUnit, filled_units
from translation.formats.markdown.blocks import Blocks, TextBlock, find_blocks
from translation.formats.markdown.front import TITLES, FrontValue, spelled_value
from translation.formats.markdown.inline import BLANKS_NEWLINE, NEWLINE, coded
from translation.formats.markdown.spelling import spelled_markdown
from translation.formats.notices import counted, text_notices
from translation.formats.text_place import (
    found_at,
    original_text,
    required_original,
    written_in_place,
)
from translation.model.imported import ImportedFile, ImportedUnit
from translation.model.inline import MAX_CODES, strip_codes
from translation.model.language import ARABIC_TO_ENGLISH, is_right_to_left
from translation.model.segment import Role
from translation.text.roles import classify

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from translation.formats.spec import ReadOptions, WriteOptions, Written
    from translation.formats.text_place import Replacement
    from translation.model.document import Document
    from translation.model.language import LanguagePair

FORMAT = "md"
NAME = "Markdown"
_REPORT_EVERY = 200
_BREAK = re.compile(r"(?<=\S)(?:  |\\)(?=\r?\n|\r)")
_LINKS = ("/link", "/img")
_LINK_TITLE = re.compile(r"\(.*?[\s\"'(]([\"'(].*[\"')])\)\Z")
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_TAG = re.compile(r"<[^>]*>")
_ARABIC_MARKER = re.compile(r"[ \t>]*([\u0660-\u0669\u06f0-\u06f9]{1,9})[.)\-][ \t]+")
_DIRECTION = re.compile(r"(?<=\s)(dir\s*=\s*[\"']?)(rtl|ltr)\b", re.IGNORECASE)


def read(data: bytes, options: ReadOptions) -> list[ImportedFile]:
    """Read a Markdown file; raises InputError: what decoding raises, no_text, too_many_codes
    and too_many_paragraphs."""
    decoded = decode(data, options.name, options.encoding)
    blocks = find_blocks(decoded.text, options.name, options.report)
    units = tuple(_units(blocks, options))
    if not units:
        raise InputError("no_text", file=options.name)
    left = _left_alone(blocks, decoded.text, units, (options.pair or ARABIC_TO_ENGLISH).source)
    notices = (
        *text_notices(decoded, options.name, units),
        *counted(options.name, markdown_left_alone=left),
    )
    return [
        ImportedFile(
            options.name, FORMAT, data, units, options.pair, decoded.encoding, notices=notices
        )
    ]


def write(document: Document, options: WriteOptions) -> Written:
    """Write the translation into the file; ExportError wrong_original, original_damaged."""
    file = required_original(document, FORMAT, NAME, options)
    original = original_text(file, options)
    filled = list(filled_units(document))
    if not filled:
        return written_in_place(document, file, original, (), options)
    blocks = find_blocks(original.text, file.name, options.report)
    places: list[TextBlock | FrontValue] = [*blocks.front.values, *blocks.texts]
    by_anchor = {one.anchor: one for one in places}
    turned = _turning(file.pair)
    break_there = _BREAK.search(original.text)
    line_break = BLANKS_NEWLINE if break_there and break_there[0] == "  " else NEWLINE

    def replacements() -> Iterator[Replacement]:
        for number, one in enumerate(filled):
            if number % _REPORT_EVERY == 0:
                options.report(number, len(filled))
            block = found_at(by_anchor, one.unit, file, options)
            if isinstance(block, FrontValue):
                source = original.text[block.start : block.end]
                text = strip_codes(one.joined.text)
                if text != block.text:
                    yield block.start, block.end, spelled_value(block, source, text)
                continue
            yield _replacement(block, one, blocks, original.text, turned, line_break)
            if not file.pair.target_is_rtl:
                yield from _western_marker(block, original.text)
        for start, end in blocks.html:
            html = original.text[start:end]
            if turned(html) != html and not _has_text(html, file.pair.source):
                yield start, end, turned(html)

    return written_in_place(document, file, original, replacements(), options)


def _units(blocks: Blocks, options: ReadOptions) -> Iterator[ImportedUnit]:
    made: list[tuple[TextBlock, str, CodeTable]] = []
    for number, block in enumerate(blocks.texts):
        if number % _REPORT_EVERY == 0:
            options.report(number, len(blocks.texts))
        if 2 * block.raw.count("![") > MAX_CODES:
            # A pair of codes each, if they are images; if not, the parser would take very long.
            raise InputError("too_many_codes", file=options.name, limit=MAX_CODES)
        table = CodeTable(options.name)
        made.append((block, coded(block.raw, blocks.environment, table), table))
    for value in blocks.front.values:
        is_title = value.key.lower() in TITLES
        table = CodeTable(options.name)
        text = table.text(" ".join(value.text.split()))
        role = Role.HEADLINE if is_title else Role.PARAGRAPH
        yield ImportedUnit(text, role=role, codes=table.codes, anchor=value.anchor)
    language = (options.pair or ARABIC_TO_ENGLISH).source
    guessed = classify([text for _, text, _ in made], language)
    has_headline = False
    for (block, text, table), guess in zip(made, guessed, strict=True):
        if strip_codes(text).strip():
            role = _role(block.role, guess, has_headline)
            has_headline = has_headline or role is Role.HEADLINE
            yield ImportedUnit(text, role=role, codes=table.codes, anchor=block.anchor)


def _left_alone(blocks: Blocks, text: str, units: Sequence[ImportedUnit], language: str) -> int:
    """Count the texts that stay as they are: in front matter, HTML blocks and titles of links."""
    titles = [
        str(found.get("title") or "") for found in blocks.environment.get("references", {}).values()
    ]
    for unit in units:
        closing = (code.markup for code in unit.codes if code.label in _LINKS)
        titles += [found[1] for markup in closing if (found := _LINK_TITLE.search(markup))]
    texts = [*blocks.front.others, *titles]
    html = sum(_has_text(text[start:end], language) for start, end in blocks.html)
    return html + sum(_has_letters(one, language) for one in texts)


def _has_text(html: str, language: str) -> bool:
    """Tell whether a block of HTML holds text of a language, be it in attributes."""
    return _has_letters(_COMMENT.sub("", html), language)


def _has_letters(text: str, language: str) -> bool:
    wanted = ("R", "AL") if is_right_to_left(language) else ("L",)
    bare = text if is_right_to_left(language) else _TAG.sub("", text)
    return any(unicodedata.bidirectional(c) in wanted for c in bare if c.isalpha())


def _western_marker(block: TextBlock, text: str) -> Iterator[Replacement]:
    """Give the number of a list item in the digits that Markdown knows, where it has others."""
    start = block.lines[0][0]
    line = max(text.rfind("\n", 0, start), text.rfind("\r", 0, start)) + 1
    found = _ARABIC_MARKER.fullmatch(text, line, start)
    if found is not None:
        yield found.start(1), found.end(1), "".join(str(int(digit)) for digit in found[1])


def _role(found: Role, guess: Role, has_headline: bool) -> Role:
    """Return what the markup says, refined where it is a plain paragraph."""
    if found is Role.HEADLINE and has_headline:
        return Role.SUBHEADING
    refined = found is Role.PARAGRAPH and guess in (Role.FURNITURE, Role.DATELINE, Role.BYLINE)
    return guess if refined else found


def _replacement(
    block: TextBlock,
    filled: FilledUnit,
    blocks: Blocks,
    text: str,
    turned: Callable[[str], str],
    line_break: str,
) -> Replacement:
    start, end = block.lines[0][0], block.lines[-1][1]
    now = spelled_markdown(
        filled.joined.text, filled.unit.codes, block.kind, blocks.environment, turned, line_break
    )
    if "\n" in now:
        now = now.replace("\n", _line_start(block, text))
    return start, end, now


def _line_start(block: TextBlock, text: str) -> str:
    """Return the line end and the prefix (quotes, indents) of a block's lines after the first."""
    if len(block.lines) > 1:
        return text[block.lines[0][1] : block.lines[1][0]].lstrip(" \t\\")
    start = block.lines[0][0]
    line = max(text.rfind("\n", 0, start), text.rfind("\r", 0, start)) + 1
    found = re.search("\r\n|[\n\r]", text)
    return (found[0] if found else "\n") + re.sub(r"[^>\s]", " ", text[line:start])


def _turning(pair: LanguagePair) -> Callable[[str], str]:
    """Return what turns the direction that HTML gives the text, where the translation needs it."""
    if pair.source_is_rtl == pair.target_is_rtl:
        return str
    now = "rtl" if pair.target_is_rtl else "ltr"
    return lambda html: _DIRECTION.sub(rf"\g<1>{now}", html)
