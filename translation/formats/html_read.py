"""HTML articles in: headline, dateline, paragraphs, lists, captions and cells of one page.

Anchors are ``PATH PLACE``: the XPath of a block-level element in the parsed original, and which
of its runs of text it is, from 0. Nothing is ever fetched, run or resolved.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from translation.errors import InputError
from translation.formats.code_table import SPECIAL, CodeTable
from translation.formats.decoding import Decoded, decode
from translation.formats.html_article import is_dated, select_article
from translation.formats.html_blocks import ALONE_TAGS, Block, Text, blocks
from translation.formats.notices import text_notices
from translation.formats.safe_xml import declares_entities
from translation.model.imported import ImportedFile, ImportedUnit
from translation.model.inline import CodeKind, InlineCode, strip_codes
from translation.model.language import ARABIC_TO_ENGLISH, LanguagePair, primary_subtag
from translation.model.segment import Role
from translation.text.roles import classify

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

    from translation.formats.spec import ReadOptions

FORMAT = "html"
_DECLARED = re.compile(
    rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]+)", re.IGNORECASE
)
_DECLARED_XML = re.compile(rb"\s*<\?xml[^>]{0,100}?encoding\s*=\s*[\"']([A-Za-z0-9_:.-]+)")
_SPACE = re.compile(r"[ \t\r\n\f\u2028\u2029]+")
_PARKED = 0xF0000
"""Characters no parser lets through wait in the private-use plane 15 until they are codes."""

_LONGEST_VALUE = 2000
_ROLES = {
    **dict.fromkeys(("h2", "h3", "h4", "h5", "h6", "dt"), Role.SUBHEADING),
    **dict.fromkeys(("li", "dd"), Role.LIST_ITEM),
    **dict.fromkeys(("td", "th"), Role.CELL),
    **dict.fromkeys(("figcaption", "caption"), Role.CAPTION),
}


def read(data: bytes, options: ReadOptions) -> list[ImportedFile]:
    """Read the article of a page.

    The source language is that of ``options.pair``, else what the page says. Raises
    InputError: what decoding raises, no_text, too_many_codes.
    """
    decoded = _decode(data, options)
    if declares_entities(data):
        raise InputError("xml_entities", file=options.name)
    root = _parse(decoded.text, options.name)
    pair = options.pair or _pair(root)
    found = select_article(root, list(blocks(root)))
    units = tuple(_units(found, options.name, (pair or ARABIC_TO_ENGLISH).source))
    if not units:
        raise InputError("no_text", file=options.name)
    return [
        ImportedFile(
            options.name,
            FORMAT,
            data,
            units,
            pair,
            decoded.encoding,
            json.dumps({"bom": decoded.has_bom, "anchors": "xpath place"}),
            tuple(text_notices(decoded, options.name, units)),
        )
    ]


def _decode(data: bytes, options: ReadOptions) -> Decoded:
    """Decode by the person's choice, as UTF-8 if it is, by what the page declares, or guess."""
    if not options.encoding:
        declared = _DECLARED.search(data[:4096]) or _DECLARED_XML.match(data)
        try:
            data.decode("utf-8")
        except UnicodeDecodeError:
            if declared:
                try:
                    return decode(data, options.name, declared[1].decode("ascii"))
                except InputError as error:
                    if error.reason not in ("undecodable", "unknown_encoding"):
                        raise  # what the page declares is wrong; the text itself may tell
    return decode(data, options.name, options.encoding)


def _parse(text: str, name: str) -> etree._Element:
    from lxml import etree, html

    # Private-use characters get through any parser; the others in the class would not.
    parked = SPECIAL.sub(
        lambda found: found[0] if "\ue000" <= found[0] <= "\uf8ff" else _park(found[0]), text
    )
    parser = html.HTMLParser(
        encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=True
    )
    try:
        root = html.document_fromstring(parked.encode("utf-8"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError) as error:
        raise InputError("no_text", file=name) from error
    if any(entry.level_name == "FATAL" for entry in parser.error_log):
        # libxml2 stops at 2 048 levels and would leave out the rest without a word.
        detail = "its elements are nested too deeply"
        raise InputError("wrong_format", file=name, format="HTML", detail=detail)
    for element in root.iter(etree.Element):
        for attribute, value in element.attrib.items():
            if len(value) > _LONGEST_VALUE:  # an image inside its own address
                element.set(attribute, f"{value[:40]!s}\u2026")
    return root


def _park(character: str) -> str:
    return chr(_PARKED + ord(character))


def _unpark(text: str) -> str:
    def original(found: re.Match[str]) -> str:
        character = chr(ord(found[0]) - _PARKED)
        return character if SPECIAL.match(character) else found[0]

    return re.sub("[\U000f0000-\U000fffff]", original, text)


def _pair(root: etree._Element) -> LanguagePair | None:
    language = root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang") or ""
    primary = primary_subtag(language.strip())
    if not re.fullmatch(r"[a-z]{2,3}", primary):
        return None
    return LanguagePair(language.strip(), "ar" if primary == "en" else "en")


def _units(found: list[Block], name: str, language: str) -> Iterator[ImportedUnit]:
    tables = [CodeTable(name) for _ in found]
    texts = [_text(block, table) for block, table in zip(found, tables, strict=True)]
    guessed = classify(texts, language)
    tree = found[0].owner.getroottree() if found else None
    has_headline = False
    for block, table, text, guess in zip(found, tables, texts, guessed, strict=True):
        if tree is None or not strip_codes(text).strip():
            continue
        role = _role(block, guess, has_headline)
        has_headline = has_headline or role is Role.HEADLINE
        yield ImportedUnit(
            text,
            role=role,
            codes=table.codes,
            anchor=f"{tree.getpath(block.owner)} {block.place}",
        )


def _role(block: Block, guess: Role, has_headline: bool) -> Role:
    """Return what the element says, refined where it is a plain paragraph."""
    if guess is Role.FURNITURE:
        return guess
    for element in (block.owner, *block.owner.iterancestors()):
        if element.tag == "h1":
            return Role.SUBHEADING if has_headline else Role.HEADLINE
        if element.tag in _ROLES:
            return _ROLES[str(element.tag)]
    if guess is Role.DATELINE or (is_dated(block) and len(block.plain) < 120):
        return Role.DATELINE
    return guess if guess is Role.HEADLINE and not has_headline else Role.PARAGRAPH


def _text(block: Block, table: CodeTable) -> str:
    """Return the block's text with its inline elements as codes, white space collapsed."""
    keeps_space = any(e.tag == "pre" for e in (block.owner, *block.owner.iterancestors()))
    pieces: list[str] = []
    openings: list[str] = []
    for part in block.parts:
        if isinstance(part, Text):
            text = _unpark(part.text)
            pieces.append(table.text(text if keeps_space else _SPACE.sub(" ", text)))
        elif part.closes:
            closing = _close(str(part.element.tag), table)
            if openings:
                table.tie(openings.pop(), closing)
            pieces.append(closing)
        else:
            code = table.add(_code(part.element))
            if part.opens:
                openings.append(code)
            # Without the code, as a model reads it, the lines must not run together.
            pieces.append(code + " " if part.element.tag == "br" else code)
    return "".join(pieces).strip()


def _code(element: etree._Element) -> InlineCode:
    tag = str(element.tag)
    kind = CodeKind.ALONE if tag in ALONE_TAGS else CodeKind.OPEN
    return InlineCode(kind, _start_tag(element), tag)


def _close(tag: str, table: CodeTable) -> str:
    return table.add(InlineCode(CodeKind.CLOSE, f"</{tag}>", f"/{tag}"))


def _start_tag(element: etree._Element) -> str:
    """Return an element's start tag."""
    from html import escape

    attributes = "".join(
        f' {name!s}="{escape(str(value))}"' for name, value in element.attrib.items()
    )
    return f"<{element.tag}{attributes}>"
