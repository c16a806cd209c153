"""Turning paragraphs, tables and pages of an OpenDocument text the way its translation runs.

OpenDocument keeps direction in styles. Each translated paragraph gets an automatic style of its
own, made from its style: writing mode, alignment, language, and the size, weight and posture
that the letters of the other script had. LibreOffice (measured with 7.4) takes ``start`` and
``end`` of an alignment for left and right whatever the writing mode, and the left margin of a
right-to-left paragraph for the one before its text: so alignments are written as left and
right, which every program takes alike, and margins stay where the text ran as its language does.
Borders are left and right, and swap.
"""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING

from translation.formats.odt.names import CELLS, NAMESPACES, STYLE_NAME, qualified
from translation.formats.odt.styles import AUTOMATIC, SCRIPTED, SIZE, STYLE
from translation.model.language import primary_subtag

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from lxml import etree

    from translation.formats.odt.blocks import Paragraph
    from translation.formats.odt.styles import Styles
    from translation.model.language import LanguagePair

_MODE, _ALIGN = qualified("style:writing-mode"), qualified("fo:text-align")
_TABLE_STYLE, _TABLE_ALIGN = qualified("table:style-name"), qualified("table:align")
_BORDERS = tuple(
    (qualified(name + "-left"), qualified(name + "-right")) for name in ("fo:border", "fo:padding")
)
_MARGINS = (qualified("fo:margin-left"), qualified("fo:margin-right"))
_RTL_MODES, _LTR_MODES = frozenset({"rl-tb", "rl"}), frozenset({"lr-tb", "lr"})
_OTHER_SIDE = {"left": "right", "right": "left"}
_LANGUAGE = (
    (qualified("fo:language"), qualified("fo:country")),
    (qualified("style:language-complex"), qualified("style:country-complex")),
)
_OLD_TAGS = tuple(
    (qualified(f"style:rfc-language-tag{suffix}"), qualified(f"{script}{suffix}"))
    for script, suffix in (("fo:script", ""), ("style:script", "-complex"))
)
_CONDITIONAL = qualified("text:cond-style-name")
"""The style before its conditions are looked at; it would win over the one that was made."""

_LATER = ("paragraph-properties", "text-properties", "map")

MOST_FAR = 0.3
"""Share of paragraphs that can stand on the far side by choice; more are a program's mistake."""


class Direction:
    """Derives the styles of a translation; one made once serves all that had the same style."""

    def __init__(
        self,
        roots: Mapping[str, etree._Element],
        styles: Styles,
        pair: LanguagePair,
        paragraphs: Sequence[Paragraph],
    ) -> None:
        self._roots, self._styles = roots, styles
        self._pair = pair
        self._rtl = pair.target_is_rtl
        self._page_mode = _page_mode(roots)
        self._made: dict[tuple[str, ...], str] = {}
        far = sum(self._stands_far(paragraph.part, paragraph.style) for paragraph in paragraphs)
        self._far_is_chosen = far <= MOST_FAR * len(paragraphs)

    @property
    def turns(self) -> bool:
        """Whether source and target run in different directions."""
        return self._pair.source_is_rtl != self._rtl

    def paragraph(self, paragraph: Paragraph) -> None:
        """Give a translated paragraph its style."""
        part, name = paragraph.part, paragraph.style
        key = (part, "paragraph", name)
        if key not in self._made:
            style = self._derived(part, "paragraph", name)
            self._set_paragraph(_properties(style, "paragraph-properties"), part, name)
            texts = _properties(style, "text-properties")
            base = self._styles.paragraph(part, name, "text-properties")
            for western, complex_ in SCRIPTED:
                self._take_over(texts, base, western, complex_, base)
            self._set_language(texts)
            self._made[key] = style.get(qualified("style:name"), "")
        paragraph.element.set(STYLE_NAME, self._made[key])
        _take(paragraph.element, _CONDITIONAL)

    def span(self, paragraph: Paragraph, source_style: str, name: str) -> str:
        """Return the style of a span in a paragraph whose style was ``source_style``."""
        part = paragraph.part
        own = self._styles.span(part, name)
        base = self._styles.paragraph(part, source_style, "text-properties")
        key = (part, "text", name, *(base.get(pair[not self._rtl], "") for pair in SCRIPTED))
        if key not in self._made:
            language = _LANGUAGE[self._rtl][0]
            uneven = any(own.get(pair[0]) != own.get(pair[1]) for pair in SCRIPTED)
            if not (self.turns and uneven) and language not in own:
                self._made[key] = name
                return name
            style = self._derived(part, "text", name)
            texts = _properties(style, "text-properties")
            for western, complex_ in SCRIPTED:
                self._take_over(texts, own, western, complex_, base)
            if language in own:
                self._set_language(texts)
            self._made[key] = style.get(qualified("style:name"), "")
        return self._made[key]

    def keep(self, paragraph: Paragraph) -> None:
        """Hold a paragraph that stays as it was in its direction while its page turns."""
        part, name = paragraph.part, paragraph.style
        mode = self._styles.paragraph(part, name, "paragraph-properties").get(_MODE, "page")
        if mode in _RTL_MODES | _LTR_MODES:
            return
        key = (part, "kept", name)
        if key not in self._made:
            style = self._derived(part, "paragraph", name)
            source = "rl-tb" if self._pair.source_is_rtl else "lr-tb"
            _properties(style, "paragraph-properties").set(_MODE, source)
            self._made[key] = style.get(qualified("style:name"), "")
        paragraph.element.set(STYLE_NAME, self._made[key])

    def table(self, part: str, table: etree._Element) -> None:
        """Turn the columns of a table, and the side of the page it stands on."""
        name = table.get(_TABLE_STYLE, "")
        key = (part, "table", name)
        if key not in self._made:
            style = self._derived(part, "table", name)
            own = _properties(style, "table-properties")
            turns = self._runs_as_source({str(name): str(value) for name, value in own.items()})
            own.set(_MODE, self._mode)
            if turns and (align := own.get(_TABLE_ALIGN)) in _OTHER_SIDE:
                own.set(_TABLE_ALIGN, _OTHER_SIDE[str(align)])
                _swap(own, *_MARGINS)
            self._made[key] = style.get(qualified("style:name"), "")
        table.set(_TABLE_STYLE, self._made[key])
        for cell in table.iter(*CELLS):
            if next(cell.iterancestors(table.tag)) is table:
                self._cell(part, cell)

    def _cell(self, part: str, cell: etree._Element) -> None:
        """Turn a cell that says itself how it runs: LibreOffice orders columns by the first."""
        name = cell.get(_TABLE_STYLE, "")
        key = (part, "table-cell", name)
        if key not in self._made:
            self._made[key] = name
            if self._styles.cell(part, name).get(_MODE) in self._source_modes:
                style = self._derived(part, "table-cell", name)
                _properties(style, "table-cell-properties").set(_MODE, self._mode)
                self._made[key] = style.get(qualified("style:name"), "")
        if self._made[key] != name:
            cell.set(_TABLE_STYLE, self._made[key])

    def pages(self) -> list[str]:
        """Turn all pages and sections that run as the source; return the parts that changed."""
        changed = []
        for part, root in self._roots.items():
            found = [
                element
                for name in ("page-layout-properties", "section-properties")
                for element in root.iter(qualified(f"style:{name}"))
                if element.get(_MODE) in self._source_modes
            ]
            for element in found:
                element.set(_MODE, self._mode)
            changed += [part] * bool(found)
        return changed

    @property
    def _source_modes(self) -> frozenset[str]:
        return _RTL_MODES if self._pair.source_is_rtl else _LTR_MODES

    @property
    def _mode(self) -> str:
        return "rl-tb" if self._rtl else "lr-tb"

    def _set_paragraph(self, own: etree._Element, part: str, name: str) -> None:
        resolved = self._styles.paragraph(part, name, "paragraph-properties")
        own.set(_MODE, self._mode)
        if not self.turns:
            return
        _take(own, qualified("style:writing-mode-automatic"))
        if resolved.get(_ALIGN) not in ("center", "justify"):
            far = self._far_is_chosen and self._stands_far(part, name)
            own.set(_ALIGN, "right" if self._rtl != far else "left")
        swapped = _BORDERS if self._runs_as_source(resolved) else (*_BORDERS, _MARGINS)
        for left, right in swapped:
            if resolved.get(left) != resolved.get(right):
                for side, other in ((left, right), (right, left)):
                    own.set(side, resolved.get(other, "none" if "border" in side else "0cm"))

    def _runs_as_source(self, resolved: Mapping[str, str]) -> bool:
        mode = resolved.get(_MODE)
        return (mode if mode in _RTL_MODES | _LTR_MODES else self._page_mode) in self._source_modes

    def _stands_far(self, part: str, name: str) -> bool:
        """Tell whether text stands on the side where its language does not begin.

        Text that does not run as its language does stands wherever it was pushed.
        """
        resolved = self._styles.paragraph(part, name, "paragraph-properties")
        side = {"start": "left", "end": "right"}.get(resolved.get(_ALIGN, ""), resolved.get(_ALIGN))
        far = "left" if self._pair.source_is_rtl else "right"
        return side == far and self._runs_as_source(resolved)

    def _take_over(
        self,
        texts: etree._Element,
        own: Mapping[str, str],
        western: str,
        complex_: str,
        base: Mapping[str, str],
    ) -> None:
        """Give the target's script what the source's had here."""
        if not self.turns:
            return
        had, has = (western, complex_) if self._rtl else (complex_, western)
        if had in own:
            wanted = own[had]
        elif has in own:
            wanted = base.get(had) or ("" if has in SIZE else "normal")
        else:
            return
        if wanted and own.get(has) != wanted:
            texts.set(has, wanted)

    def _set_language(self, texts: etree._Element) -> None:
        language, country = _LANGUAGE[self._rtl]
        tag = self._pair.target
        region = next((s for s in tag.split("-")[1:] if len(s) == 2 and s.isalpha()), "none")
        texts.set(language, primary_subtag(tag))
        texts.set(country, region.upper() if region != "none" else region)
        for name in _OLD_TAGS[self._rtl]:
            _take(texts, name)

    def _derived(self, part: str, family: str, name: str) -> etree._Element:
        """Return a new automatic style like the one of this name."""
        root = self._roots[part]
        automatic = self._styles.automatic(part, family, name)
        if automatic is not None:
            style = deepcopy(automatic)
        else:
            style = root.makeelement(STYLE, nsmap=NAMESPACES)
            style.set(qualified("style:family"), family)
            parent = name or ("Standard" if family == "paragraph" else "")
            if self._styles.chain(part, family, parent):
                style.set(qualified("style:parent-style-name"), parent)
        style.tail = None
        style.set(qualified("style:name"), self._fresh(name or family))
        _automatic_styles(root).append(style)
        return style

    def _fresh(self, name: str) -> str:
        tag = primary_subtag(self._pair.target)
        made, number = f"{name}.{tag}", 1
        while made in self._styles.names:
            number += 1
            made = f"{name}.{tag}{number}"
        self._styles.names.add(made)
        return made


def _page_mode(roots: Mapping[str, etree._Element]) -> str:
    """Return which way the first page runs that says so."""
    for root in roots.values():
        for page in root.iter(qualified("style:page-layout-properties")):
            if mode := page.get(_MODE):
                return str(mode)
    return "lr-tb"


def _automatic_styles(root: etree._Element) -> etree._Element:
    found = root.find(AUTOMATIC)
    if found is None:
        found = root.makeelement(AUTOMATIC)
        following = ("office:master-styles", "office:body")
        places = [root.find(qualified(name)) for name in following]
        at = min((root.index(place) for place in places if place is not None), default=len(root))
        root.insert(at, found)
    return found


def _properties(style: etree._Element, group: str) -> etree._Element:
    """Return a style's properties of this group, made in the place the schema wants."""
    found = style.find(qualified(f"style:{group}"))
    if found is None:
        found = style.makeelement(qualified(f"style:{group}"))
        later = [style.find(qualified(f"style:{name}")) for name in _LATER if name != group]
        at = min((style.index(place) for place in later if place is not None), default=len(style))
        style.insert(at, found)
    return found


def _swap(element: etree._Element, left: str, right: str) -> None:
    values = _take(element, left), _take(element, right)
    for side, value in zip((right, left), values, strict=True):
        if value is not None:
            element.set(side, value)


def _take(element: etree._Element, name: str) -> str | None:
    """Take an attribute off an element and return its value."""
    return str(element.attrib.pop(name)) if name in element.attrib else None
