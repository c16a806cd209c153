"""RTF in, as paragraphs; it is written in another format, never in place.

Bold, italic, underlined, struck and raised text is a pair of codes where it is not what most of
its paragraph looks like. Anchors are the numbers of paragraphs, from 0.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from typing import TYPE_CHECKING

from translation.errors import InputError
from translation.formats.code_table import CodeTable
from translation.formats.notices import counted
from translation.formats.rtf.reader import NAME, read_rtf
from translation.model.imported import ImportedFile, ImportedUnit, Notice
from translation.model.inline import CodeKind, InlineCode, strip_codes
from translation.model.language import ARABIC_TO_ENGLISH
from translation.model.segment import Role
from translation.text.charsets import chosen
from translation.text.roles import classify

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from translation.formats.rtf.paragraphs import Found, Paragraph, Piece
    from translation.formats.rtf.state import Look
    from translation.formats.spec import ReadOptions

FORMAT = "rtf"
_SIGN = re.compile(rb"(?:\xef\xbb\xbf)?\s*\{\\rtf")
_ROLES = (
    (re.compile(r"title\Z"), Role.HEADLINE),
    (re.compile(r"subtitle\Z|heading\b"), Role.SUBHEADING),
    (re.compile(r"caption\Z"), Role.CAPTION),
    (re.compile(r"date\Z"), Role.DATELINE),
    (re.compile(r"(author|byline)\Z"), Role.BYLINE),
    (re.compile(r"list\b|toc [1-9]\Z"), Role.LIST_ITEM),
)
_TAGS = {"bold": "b", "italic": "i", "underlined": "u", "struck": "s"}


def is_rtf(data: bytes) -> bool:
    """Tell whether a file is RTF, whatever it is called."""
    return _SIGN.match(data[:100]) is not None


def read(data: bytes, options: ReadOptions) -> list[ImportedFile]:
    """Read an RTF; raises InputError where it is none, is unsafe or holds no text."""
    if not is_rtf(data):
        detail = "it does not begin as one"
        raise InputError("wrong_format", file=options.name, format=NAME, detail=detail)
    encoding = chosen(options.encoding) if options.encoding else None
    if options.encoding and encoding is None:
        raise InputError("unknown_encoding", file=options.name, encoding=options.encoding)
    found = read_rtf(data, options.name, encoding, options.report)
    if not found.paragraphs:
        raise InputError("no_text", file=options.name)
    language = (options.pair or ARABIC_TO_ENGLISH).source
    units = tuple(_units(found, options.name, language))
    return [
        ImportedFile(
            options.name,
            FORMAT,
            data,
            units,
            options.pair,
            extraction=json.dumps({"anchors": "paragraphs"}),
            notices=tuple(_notices(found, options.name)),
        )
    ]


def _notices(found: Found, name: str) -> Iterator[Notice]:
    yield from counted(
        name, rtf_hidden=found.hidden, rtf_deleted=found.deleted, rtf_comments=found.comments,
        rtf_ruby=found.ruby, rtf_formulas=found.formulas,
    )  # fmt: skip
    if found.is_cut:
        yield Notice("rtf_cut_off", (("file", name),))


def _units(found: Found, name: str, language: str) -> Iterator[ImportedUnit]:
    texts = [_coded(one.pieces, name) for one in found.paragraphs]
    roles = _roles(found, [strip_codes(text) for text, _ in texts], language)
    for place, ((text, codes), role) in enumerate(zip(texts, roles, strict=True)):
        yield ImportedUnit(text, role=role, codes=codes, anchor=str(place))


def _roles(found: Found, texts: list[str], language: str) -> list[Role]:
    """Return what each paragraph is: by its style, by the title, else by its words."""
    named = [_named(one) for one in found.paragraphs]
    title = " ".join(found.title.split())
    plain = [
        place
        for place, one in enumerate(found.paragraphs)
        if named[place] is None and not one.is_aside
    ]
    guesses = dict(zip(plain, classify([texts[p] for p in plain], language), strict=True))
    is_titled = [bool(title) and " ".join(text.split()) == title for text in texts]
    has_headings = any(is_titled) or Role.HEADLINE in named or Role.SUBHEADING in named
    made: list[Role] = []
    for place, one in enumerate(found.paragraphs):
        role = named[place] or Role.PARAGRAPH
        guess = guesses.get(place)
        if is_titled[place] and not one.is_cell:
            role = Role.HEADLINE
        elif guess in (Role.DATELINE, Role.BYLINE) or (guess is Role.HEADLINE and not has_headings):
            role = guess
        elif role is Role.SUBHEADING and _is_first_level(one) and Role.HEADLINE not in named:
            role = Role.HEADLINE
        if role is Role.HEADLINE and (Role.HEADLINE in made or one.is_aside):
            role = Role.SUBHEADING
        made.append(role)
    return made


def _is_first_level(one: Paragraph) -> bool:
    return one.level == 0 or one.style == "heading 1"


def _named(one: Paragraph) -> Role | None:
    """Return what the file says a paragraph is, None where it says nothing."""
    if one.is_cell:
        return Role.CELL
    for pattern, role in _ROLES:
        if pattern.match(one.style):
            return role
    if one.level is not None and one.level < 9:
        return Role.SUBHEADING
    return Role.LIST_ITEM if one.is_item else None


def _coded(pieces: Sequence[Piece], name: str) -> tuple[str, tuple[InlineCode, ...]]:
    """Return the text of a paragraph with its codes."""
    base = _prevailing(pieces)
    table = CodeTable(name)
    made: list[str] = []
    for piece in _trimmed(pieces):
        text = _with_breaks(piece.text, table)
        if piece.look == base or not piece.text.strip():
            made.append(text)
            continue
        label, tags = _shown(piece.look, base)
        pair = table.add_pair(
            InlineCode(CodeKind.OPEN, "".join(f"<{tag}>" for tag in tags), label),
            InlineCode(CodeKind.CLOSE, "".join(f"</{tag}>" for tag in reversed(tags)), f"/{label}"),
        )
        made += [pair.open, text, pair.close]
    return "".join(made), table.codes


def _trimmed(pieces: Sequence[Piece]) -> list[Piece]:
    """Leave out blanks and breaks at both ends."""
    seen = [place for place, piece in enumerate(pieces) if piece.text.strip()]
    kept = list(pieces[seen[0] : seen[-1] + 1])
    kept[0] = kept[0]._replace(text=kept[0].text.lstrip())
    kept[-1] = kept[-1]._replace(text=kept[-1].text.rstrip())
    return kept


def _prevailing(pieces: Sequence[Piece]) -> Look:
    weights: Counter[Look] = Counter()
    for piece in pieces:
        weights[piece.look] += len("".join(piece.text.split()))
    return weights.most_common(1)[0][0]


def _with_breaks(text: str, table: CodeTable) -> str:
    made: list[str] = []
    for number, line in enumerate(text.split("\n")):
        if number:
            # Without the code, as a model reads it, words must not run together.
            made += [table.add(InlineCode(CodeKind.ALONE, "<br/>", "br")), " "]
        made.append(table.text(line))
    return "".join(made)


def _shown(look: Look, base: Look) -> tuple[str, list[str]]:
    """Return a label for how text differs, and the tags that say how it looks."""
    tags = [tag for name, tag in _TAGS.items() if getattr(look, name)]
    tags += [look.raised] if look.raised else []
    differing = [tag for name, tag in _TAGS.items() if getattr(look, name) != getattr(base, name)]
    if look.raised != base.raised:
        differing.append(look.raised or base.raised)
    return "+".join(differing[:2]), tags or ["span"]
