"""The words in an OpenDocument text's numbers (``الفصل 1``), and the letters that it counts by.

Levels of lists and headings say how their numbers read by a prefix and a suffix, or in one text
with ``%1%`` for the number (style:num-prefix, style:num-suffix, style:num-list-format;
OpenDocument 1.3, part 3, 16.29 on and 19.500 on). Levels of one text are one unit, whose anchor
is ``numbering`` and which of the texts it is, from 0.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from translation.formats.level_texts import coded, holds_words, turned_signs, uncoded
from translation.formats.odt.names import H, qualified

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lxml import etree

    from translation.formats.odt.package import OdtPackage
    from translation.model.inline import InlineCode
    from translation.model.language import LanguagePair

_LIST, _OUTLINE = qualified("text:list-style"), qualified("text:outline-style")
_LEVELS = (qualified("text:list-level-style-number"), qualified("text:outline-level-style"))
_NAME, _LEVEL = qualified("style:name"), qualified("text:level")
_PREFIX, _SUFFIX = qualified("style:num-prefix"), qualified("style:num-suffix")
_WHOLE = (qualified("loext:num-list-format"), qualified("style:num-list-format"))
_FORMAT = qualified("style:num-format")
_USES = {
    qualified("text:list"): qualified("text:style-name"),
    qualified("text:numbered-paragraph"): qualified("text:style-name"),
    qualified("text:list-item"): qualified("text:style-override"),
    qualified("style:style"): qualified("style:list-style-name"),
}
_COUNTING = tuple(
    qualified(name)
    for name in (
        "text:notes-configuration", "style:page-layout-properties", "text:page-number",
        "text:page-count", "text:page-variable-get", "text:sequence", "text:variable-set",
        "text:variable-get", "text:linenumbering-configuration", "text:chapter",
    )
)  # fmt: skip
"""What else counts, beside levels."""
_PLACE = re.compile(r"(%[0-9]{1,2}%)")
_PLAIN = frozenset({"", "1", "a", "A", "i", "I"})
_LATIN = frozenset({"a", "A"})
_TO_RTL = {"he": "א, ב, ג, ...", "fa": "الف, ب, پ, ...", "ur": "أ, ب, ت, ..."}
_ABJAD = "ا, ب, ج, ..."


class LevelText(NamedTuple):
    """A text of levels, with the codes for their numbers; ``parts`` are those that hold them."""

    anchor: str
    text: str
    codes: tuple[InlineCode, ...]
    levels: tuple[tuple[str, etree._Element], ...]

    @property
    def is_heading(self) -> bool:
        """Whether numbers of headings read so."""
        return any(level.tag == _LEVELS[1] for _, level in self.levels)


def level_texts(package: OdtPackage, name: str) -> Iterator[LevelText]:
    """Give the texts with letters of lists in use; raises InputError too_many_codes."""
    by_text: dict[str, list[tuple[str, etree._Element]]] = {}
    for part, level in _levels(package):
        text = _text(level)
        if holds_words(text, _PLACE):
            by_text.setdefault(text, []).append((part, level))
    for place, (text, levels) in enumerate(by_text.items()):
        yield LevelText(f"numbering {place}", *coded(text, _PLACE, name), tuple(levels))


def fill_levels(package: OdtPackage, filled: Mapping[str, str], name: str) -> set[str]:
    """Write the translated texts of levels; return the parts that changed."""
    changed: set[str] = set()
    for found in list(level_texts(package, name)):
        if (text := filled.get(found.anchor)) is None:
            continue
        for part, level in found.levels:
            _set_text(level, uncoded(text, found.codes))
            changed.add(part)
    return changed


def turn_formats(package: OdtPackage, pair: LanguagePair) -> set[str]:
    """Count lists, pages and notes by the target's letters; return the parts that changed."""
    changed = set()
    for part, root in package.roots.items():
        for element in root.iter(*_LEVELS, *_COUNTING):
            value = element.get(_FORMAT, "")
            if (now := _turned(value, pair)) != value:
                element.set(_FORMAT, now)
                changed.add(part)
    for part, level in () if pair.target_is_rtl else _levels(package):
        text = _text(level)
        if not holds_words(text, _PLACE) and (now := turned_signs(text)) != text:
            _set_text(level, now)
            changed.add(part)
    return changed


def _turned(value: str, pair: LanguagePair) -> str:
    if pair.target_is_rtl:
        return _TO_RTL.get(pair.target.partition("-")[0], _ABJAD) if value in _LATIN else value
    if value in _PLAIN:
        return value
    return "1" if value[0].isdecimal() else "a"


def _levels(package: OdtPackage) -> Iterator[tuple[str, etree._Element]]:
    used = {
        element.get(name)
        for root in package.roots.values()
        for tag, name in _USES.items()
        for element in root.iter(tag)
    }
    has_headings = any(next(root.iter(H), None) is not None for root in package.roots.values())
    for part, root in package.roots.items():
        for style in root.iter(_LIST, _OUTLINE):
            if has_headings if style.tag == _OUTLINE else style.get(_NAME) in used:
                for level in style.iter(*_LEVELS):
                    yield part, level


def _text(level: etree._Element) -> str:
    whole = next((text for name in _WHOLE if (text := level.get(name))), "")
    if whole:
        return whole
    number = f"%{level.get(_LEVEL, '1')}%" if level.get(_FORMAT) else ""
    return f"{level.get(_PREFIX, '')}{number}{level.get(_SUFFIX, '')}"


def _set_text(level: etree._Element, text: str) -> None:
    for name in _WHOLE:
        if name in level.attrib:
            level.set(name, text)
    before, *_, after = _PLACE.split(text) if _PLACE.search(text) else (text, "")
    for name, value in ((_PREFIX, before), (_SUFFIX, after)):
        if value or name in level.attrib:
            level.set(name, value)
