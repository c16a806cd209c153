"""Texts as HTML that Qt can lay out for a PDF: HTML 4 with a few styles, no classes, no scripts."""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING

from translation.formats.code_table import SPECIAL, character_name
from translation.formats.nesting import well_nested
from translation.formats.safe_xml import clean
from translation.model.inline import CodeKind, InlineCode, code_index, is_code, strip_codes
from translation.model.language import is_right_to_left
from translation.text.bidi import LRI, PDI, isolate_foreign_runs
from translation.text.words import diff

if TYPE_CHECKING:
    from collections.abc import Sequence

INSERTED, DELETED, QUIET, DRAFT = "#0b6e3a", "#b3261e", "#6b6b6b", "#9a4f00"
LATIN_FONT = "font-family:'Source Serif 4','IBM Plex Sans Arabic'"
"""For texts that run from left to right; the others have the printer's own font."""

_PIECES = re.compile(f"({SPECIAL.pattern})")
_STYLES = {"b": "b", "strong": "b", "i": "i", "em": "i", "u": "u", "sub": "sub", "sup": "sup"}
"""Labels of inline codes that an article on paper can show as what they mean."""


def paragraph(content: str, language: str, style: str = "", tag: str = "p") -> str:
    """Return a paragraph that runs as its language does; ``content`` is HTML."""
    rtl = is_right_to_left(language)
    styles = "; ".join(filter(None, ("" if rtl else LATIN_FONT, style)))
    return f'<{tag} dir="{"rtl" if rtl else "ltr"}" style="{styles}">{content}</{tag}>'


def plain(text: str) -> str:
    """Return a text without inline codes as HTML, its line ends kept."""
    return escape(clean(text), quote=False).replace("\n", "<br>")


def isolated(text: str, language: str) -> str:
    """Return the same with runs of the other direction kept together ("31 January 2022")."""
    return plain(isolate_foreign_runs(text, is_right_to_left(language)).shown)


def formatted(text: str, codes: Sequence[InlineCode], language: str) -> str:
    """Return a text whose inline codes do what they mean: bold is bold, others are left out."""
    made: list[str] = []
    for piece in _PIECES.split(well_nested(text, codes)):
        code = _code(piece, codes)
        if code is not None:
            made.append(_markup(code))
        elif not SPECIAL.fullmatch(piece):
            made.append(isolated(piece, language))
    return "".join(made)


def labelled(text: str, codes: Sequence[InlineCode], language: str) -> str:
    """Return a text with each inline code as a small label, for those who compare."""
    return "".join(
        _label(piece, codes) if SPECIAL.fullmatch(piece) else isolated(piece, language)
        for piece in _PIECES.split(text)
    )


def changes(draft: str, target: str, codes: Sequence[InlineCode], language: str) -> str:
    """Return the target with what was changed of the draft: struck out, and underlined."""
    styles = {
        "delete": f'<span style="color:{DELETED}; text-decoration:line-through">{{}}</span>',
        "insert": f'<span style="color:{INSERTED}; text-decoration:underline">{{}}</span>',
        "equal": "{}",
    }
    return "".join(
        styles[part.kind].format(labelled(part.text, codes, language))
        for part in diff(draft, target)
    )


def _code(piece: str, codes: Sequence[InlineCode]) -> InlineCode | None:
    known = len(piece) == 1 and is_code(piece) and code_index(piece) < len(codes)
    return codes[code_index(piece)] if known else None


def _markup(code: InlineCode) -> str:
    if code.markup.lower().startswith("<br"):
        return "<br>"
    name = _STYLES.get(code.label.strip("/").lower())
    if name is None or code.kind is CodeKind.ALONE:
        return ""
    return f"<{name}>" if code.kind is CodeKind.OPEN else f"</{name}>"


def _label(character: str, codes: Sequence[InlineCode]) -> str:
    code = _code(character, codes)
    if code is not None and code.markup.lower().startswith("<br"):
        return "<br>"
    name = strip_codes(code.label) if code else character_name(character)
    return f'<span style="color:{QUIET}; font-size:7pt">{LRI}‹{plain(name)}›{PDI}</span>'
