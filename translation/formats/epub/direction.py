"""Turning a whole book: its package, its contents and its style sheets."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from translation.formats.epub.names import LANGUAGE, XML_LANG
from translation.formats.html.direction import Turn
from translation.model.language import primary_subtag

if TYPE_CHECKING:
    from lxml import etree

    from translation.model.language import LanguagePair

_PROGRESSION = "page-progression-direction"
_RULES = re.compile(r"(?<![\w-])(direction|text-align)(\s*:\s*)(rtl|ltr|right|left)\b", re.I)
_STYLE = re.compile(r"(?s:<style\b.*?(?:</style|\Z))", re.I)
"""A style sheet in a page; one that does not end is looked at once."""


def turn_package(package: etree._Element, spine: etree._Element | None, pair: LanguagePair) -> None:
    """Say the translation's language, and from which side its pages are turned."""
    turn_names(package, pair)
    for element in package.iter(LANGUAGE):
        if primary_subtag((element.text or "").strip()) == primary_subtag(pair.source):
            element.text = pair.target
    turn = Turn(pair)
    says = spine is not None and spine.get(_PROGRESSION) == turn.old
    if spine is not None and turn.is_needed and (says or turn.new == "rtl"):
        spine.set(_PROGRESSION, turn.new)


def turn_names(root: etree._Element, pair: LanguagePair) -> None:
    """Turn what the elements of a package or of contents say of language and direction."""
    from lxml import etree

    turn = Turn(pair)
    for element in root.iter(etree.Element):
        if primary_subtag(element.get(XML_LANG, "")) == primary_subtag(pair.source):
            element.set(XML_LANG, pair.target)
        if turn.is_needed and element.get("dir") == turn.old:
            element.set("dir", turn.new)


def turned_sheet(sheet: str, pair: LanguagePair) -> str:
    """Return a style sheet in which what ran the way of the source runs that of the translation."""
    turn = Turn(pair)
    if not turn.is_needed:
        return sheet
    old = "right" if turn.old == "rtl" else "left"
    new = {turn.old: turn.new, old: turn.side}

    def turned(found: re.Match[str]) -> str:
        return f"{found[1]}{found[2]}{new.get(found[3].lower(), found[3])}"

    return _RULES.sub(turned, sheet)


def turned_styles(page: str, pair: LanguagePair) -> str:
    """Return a page whose own style sheets are turned."""
    return _STYLE.sub(lambda found: turned_sheet(found[0], pair), page)
