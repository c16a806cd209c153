"""The words in a Word document's numbers (``الفصل %1``), and the letters that it counts by.

Levels say how their numbers read (w:lvlText) and what they count by (w:numFmt, ECMA-376 part 1,
17.9.11, 17.9.17, 17.18.59). Levels of one text are one unit, whose anchor is the name of their
part and which of the texts it is, from 0; ``%1`` is a code.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from translation.formats.docx.names import R_PR, VAL, w
from translation.formats.docx.styles import flag
from translation.formats.level_texts import coded, holds_words, turned_signs, uncoded

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from lxml import etree

    from translation.formats.docx.direction import Direction
    from translation.formats.docx.package import Package
    from translation.model.inline import InlineCode

_LEVEL, _TEXT, _FORMAT = w("lvl"), w("lvlText"), w("numFmt")
_PLACE = re.compile("(%[1-9])")
_BULLETS = frozenset({"bullet"})
_LETTERS = frozenset(
    {"arabicAbjad", "arabicAlpha", "hebrew1", "hebrew2", "hindiVowels", "hindiConsonants"}
)
_DIGITS = frozenset({"hindiNumbers", "hindiCounting"})
_LATIN = frozenset({"lowerLetter", "upperLetter"})
_TO_RTL = {"he": "hebrew1", "fa": "arabicAlpha", "ur": "arabicAlpha"}
_SWITCH = re.compile(r"\\\*\s*(?:Arabic(?:Abjad|Alpha)|Hebrew[12])\b", re.IGNORECASE)


class LevelText(NamedTuple):
    """A text of levels, with the codes for their numbers."""

    anchor: str
    text: str
    codes: tuple[InlineCode, ...]
    levels: tuple[etree._Element, ...]


@dataclass(frozen=True, slots=True)
class Numbering:
    """The numbering of one document; ``used`` are the ids of the lists in use (w:numId)."""

    part: str
    root: etree._Element
    used: frozenset[str]

    def texts(self, name: str) -> Iterator[LevelText]:
        """Give the texts with letters; raises InputError too_many_codes with the file's name."""
        by_text: dict[str, list[etree._Element]] = {}
        for level in self.levels():
            found = level.find(_TEXT)
            text = "" if found is None else found.get(VAL, "")
            if _says(level, text):
                by_text.setdefault(text, []).append(level)
        for place, (text, levels) in enumerate(by_text.items()):
            yield LevelText(f"{self.part} {place}", *coded(text, _PLACE, name), tuple(levels))

    def levels(self) -> Iterator[etree._Element]:
        """Give the levels of the lists in use, and what single lists have in their place."""
        abstract = {one.get(w("abstractNumId")): one for one in self.root.iter(w("abstractNum"))}
        seen: set[etree._Element] = set()
        for number in self.root.iter(w("num")):
            if number.get(w("numId")) not in self.used:
                continue
            named = number.find(w("abstractNumId"))
            shared = None if named is None else abstract.get(named.get(VAL))
            for holder in (shared, number):
                for level in () if holder is None else holder.iter(_LEVEL):
                    if level not in seen:
                        seen.add(level)
                        yield level

    def odd_formats(self) -> int:
        """Count the formats of an author's own in letters, which no other stands for."""
        return sum(
            any(map(str.isalpha, found.get(w("format"), "")))
            for level in self.levels()
            for found in level.iter(_FORMAT)
            if found.get(VAL) == "custom"
        )


def numbering(package: Package, used: Iterable[str]) -> Numbering | None:
    """Return the numbering of a document whose lists have the ids ``used``, None without any."""
    part = package.name_of(package.main, "numbering")
    ids = frozenset(used) - {"0"}
    return Numbering(part, package.root(part), ids) if part is not None and ids else None


def turned_format(value: str, direction: Direction) -> str:
    """Return what the target counts by where the source counts by ``value``."""
    if direction.rtl == direction.source_rtl:
        return value
    if direction.rtl:
        language = direction.language.partition("-")[0].lower()
        return _TO_RTL.get(language, "arabicAbjad") if value in _LATIN else value
    return "lowerLetter" if value in _LETTERS else "decimal" if value in _DIGITS else value


def turn_levels(found: Numbering, direction: Direction) -> bool:
    """Count by the target's letters, numbers running as the target does; tell of any change."""
    changed = False
    for level in found.levels():
        for element in level.iter(_FORMAT):
            value = element.get(VAL, "")
            element.set(VAL, turned_format(value, direction))
            changed = changed or element.get(VAL) != value
        changed = (direction.source_rtl and not direction.rtl and _turn_signs(level)) or changed
        properties = level.find(R_PR)
        if properties is not None and (direction.rtl or properties.find(w("rtl")) is not None):
            direction.turn_run(properties)
            changed = True
    return changed


def _turn_signs(level: etree._Element) -> bool:
    """Turn the signs beside a number that no word stands beside; tell of any change."""
    changed = False
    for element in level.findall(_TEXT)[:1]:
        text = element.get(VAL, "")
        if not holds_words(text, _PLACE) and (now := turned_signs(text)) != text:
            element.set(VAL, now)
            changed = True
    return changed


def turn_formats(root: etree._Element, direction: Direction) -> bool:
    """Turn the formats of pages, notes and fields in a part; tell whether any changed."""
    changed = False
    for element, name in _formats(root):
        value = element.get(name, "")
        if (now := turned_format(value, direction)) != value:
            element.set(name, now)
            changed = True
    if direction.rtl or not direction.source_rtl:
        return changed
    for element in root.iter(w("instrText")):
        said = element.text or ""
        element.text = _SWITCH.sub(r"\\* alphabetic", said)
        changed = changed or element.text != said
    for element in root.iter(w("fldSimple")):
        said = element.get(w("instr"), "")
        element.set(w("instr"), _SWITCH.sub(r"\\* alphabetic", said))
        changed = changed or element.get(w("instr")) != said
    return changed


def _formats(root: etree._Element) -> Iterator[tuple[etree._Element, str]]:
    for element in root.iter(w("pgNumType")):
        if element.get(w("fmt")) is not None:
            yield element, w("fmt")
    for holder in root.iter(w("footnotePr"), w("endnotePr")):
        for element in holder.iter(_FORMAT):
            yield element, VAL


def _says(level: etree._Element, text: str) -> bool:
    """Tell whether a level's text has words: no signs, no letter that is a bullet, not hidden."""
    properties = level.find(R_PR)
    if properties is not None and flag(properties.find(w("vanish"))):
        return False
    format_ = level.find(_FORMAT)
    is_bullet = format_ is not None and format_.get(VAL) in _BULLETS
    return holds_words(text, _PLACE) and not (is_bullet and len(text.strip()) < 2)


def filled_levels(found: Numbering, filled: Mapping[str, str], name: str) -> bool:
    """Fill the levels whose anchors are in ``filled``; tell whether there was any."""
    texts = [one for one in found.texts(name) if one.anchor in filled]
    for one in texts:
        text = uncoded(filled[one.anchor], one.codes)
        for level in one.levels:
            for element in level.findall(_TEXT)[:1]:
                element.set(VAL, text)
    return bool(texts)
