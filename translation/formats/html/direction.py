"""Turning the translated part of a page to the direction and language of the translation.

What is turned is the highest element that holds translated text alone, so that the rest of the
page (a menu nobody translated) goes on running its own way. Where style sheets may set the
direction, the translated blocks say it in their own ``style``, which comes before any sheet.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

from translation.formats.html.ancestry import Inherited, tagged
from translation.formats.html.blocks import is_hidden
from translation.formats.html.tags import attribute_of, with_attribute, with_style
from translation.formats.html.tokens import Kind, is_xml
from translation.model.language import is_right_to_left, primary_subtag

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lxml import etree

    from translation.formats.html.inline import Placed
    from translation.formats.html.tree import Page
    from translation.model.language import LanguagePair

_FLOATED = frozenset({"applet", "embed", "hr", "iframe", "img", "object", "table"})
"""Elements whose ``align`` says where they stand, not how their text runs."""

_OWN_ALIGNMENT = frozenset({"caption", "center", "figcaption", "th"})
"""Elements that pages often centre: their alignment is left to the page."""

_LAID_OUT = frozenset({"dl", "ol", "table", "ul"})
"""Elements whose own direction places their columns and bullets."""

_STYLED = re.compile(r"direction\s*:|text-align\s*:|@import", re.IGNORECASE)
_SAYS = re.compile("lang|dir|align|style", re.IGNORECASE)
_WRAP = "display:inline-block;width:100%;text-align:"


@dataclass(frozen=True, slots=True)
class Turn:
    """From which direction and language to which: ``rtl``, ``right`` and so on."""

    pair: LanguagePair

    @property
    def old(self) -> str:
        """The direction of the source."""
        return "rtl" if is_right_to_left(self.pair.source) else "ltr"

    @property
    def new(self) -> str:
        """The direction of the translation."""
        return "rtl" if is_right_to_left(self.pair.target) else "ltr"

    @property
    def is_needed(self) -> bool:
        """Whether the two run against one another."""
        return self.old != self.new

    @property
    def side(self) -> str:
        """The side at which lines of the translation begin."""
        return _side(self.new)

    def turned(self, tag: str) -> str:
        """Return a start tag with what it says of direction, side and language turned."""
        if not _SAYS.search(tag):
            return tag
        for name in ("lang", "xml:lang"):
            language = attribute_of(tag, name)
            if language and primary_subtag(language) == primary_subtag(self.pair.source):
                tag = with_attribute(tag, name, self.pair.target)
        if not self.is_needed:
            return tag
        if (attribute_of(tag, "dir") or "").strip().lower() == self.old:
            tag = with_attribute(tag, "dir", self.new)
        aligned = (attribute_of(tag, "align") or "").strip().lower()
        if aligned == _side(self.old) and _name(tag) not in _FLOATED:
            tag = with_attribute(tag, "align", self.side)
        style = attribute_of(tag, "style")
        turned = self._style(style) if style else style
        return with_attribute(tag, "style", turned) if turned and turned != style else tag

    def wrapped(self, text: str) -> str:
        """Return a text that runs its own way inside an element that must not be turned."""
        style = f"{_WRAP}{self.side}"
        return f'<span dir="{self.new}" lang="{self.pair.target}" style="{style}">{text}</span>'

    def _style(self, style: str) -> str:
        def turned(found: re.Match[str]) -> str:
            old = found[2].lower()
            new = {self.old: self.new, _side(self.old): self.side}.get(old, found[2])
            return found[1] + new

        pattern = r"((?:^|;)\s*(?:direction|text-align)\s*:\s*)([a-z]+)"
        return re.sub(pattern, turned, style, flags=re.IGNORECASE)


class Turning:
    """Which start tags of a page change, and which texts have to say their own direction."""

    def __init__(
        self,
        page: Page,
        found: Sequence[Placed],
        filled: set[int],
        turn: Turn,
        *,
        sheets_turned: bool = False,
    ) -> None:
        self.page, self.turn = page, turn
        self.tags: dict[int, str] = {}
        """What stands in the place of a start tag, by the number of its token."""
        self.wrapped: set[int] = set()
        """The places in ``found`` of the texts to be put into an element of their own."""
        self._translated: set[etree._Element] = set()
        self._hindered: set[etree._Element] = set()
        self._mark(found, filled)
        self._top = Inherited(self._own_top, outermost=True)
        self._direction = Inherited(lambda e: (e.get("dir") or "").strip().lower() or None)
        self._keeps_side = tagged(*_OWN_ALIGNMENT)
        against = re.compile(rf"direction\s*:\s*{turn.old}", re.IGNORECASE)
        self._by_style = Inherited(lambda e: True if against.search(e.get("style") or "") else None)
        self._styled = turn.is_needed and not sheets_turned and _has_rules(page)
        tops: dict[etree._Element, None] = {}
        for place in filled:
            top = self._top(found[place].block.owner)
            if top is not None:
                tops[top] = None
                self._say_in_block(found[place], top)
            elif turn.is_needed and self._runs_against(found[place].block.owner):
                self.wrapped.add(place)
        for top in tops:
            self._turn(top)

    def _mark(self, found: Sequence[Placed], filled: set[int]) -> None:
        for place, one in enumerate(found):
            if place in filled:
                marked = self._translated
            elif has_letters(one.text, self.turn.old):
                marked = self._hindered
            else:
                continue
            for element in (one.block.owner, *one.block.owner.iterancestors()):
                if element in marked:
                    break
                marked.add(element)

    def _own_top(self, element: etree._Element) -> etree._Element | None:
        """Return an element that holds translated text alone and can say so."""
        can = element in self.page.starts and element not in self._hindered
        return element if can else None

    def _turn(self, top: etree._Element) -> None:
        from lxml import etree

        for element in top.iter(etree.Element):
            if element in self.page.starts and not is_hidden(element):
                tag = self.turn.turned(self._tag(element))
                if self._styled and element.tag in _LAID_OUT:
                    tag = with_style(tag, "direction", self.turn.new)
                self._change(element, tag)
        tag = self._tag(top)
        language = _nearest(top, "lang") or _nearest(top, "xml:lang")
        target = primary_subtag(self.turn.pair.target)
        # In XML "lang" alone says nothing to some readers, and in XHTML 1.1 it is no attribute.
        name = "xml:lang" if is_xml(self.page.text) else "lang"
        own = primary_subtag(attribute_of(tag, name) or "")
        if language and target not in (primary_subtag(language), own):
            tag = with_attribute(tag, name, self.turn.pair.target)
        if self.turn.is_needed and self._runs_against(top):
            if attribute_of(tag, "dir") is None and not self._says_direction_below(top):
                tag = with_attribute(tag, "dir", self.turn.new)
            if self._styled:
                tag = with_style(tag, "direction", self.turn.new)
            if self._inherits_side(top):
                tag = with_style(tag, "text-align", self.turn.side)
        self._change(top, tag)

    def _inherits_side(self, top: etree._Element) -> bool:
        """Tell whether an element around says at which side lines of the source begin."""
        old = _side(self.turn.old)
        return any(
            (e.get("align") or "").strip().lower() == old
            or re.search(rf"text-align\s*:\s*{old}", e.get("style") or "", re.IGNORECASE)
            for e in top.iterancestors()
            if e.tag not in _FLOATED
        )

    def _says_direction_below(self, top: etree._Element) -> bool:
        """Tell whether the body already says what would be said of the whole page."""
        bodies = list(top.iterchildren("body")) if top.tag == "html" else []
        return not self._styled and any((e.get("dir") or "") for e in bodies)

    def _say_in_block(self, one: Placed, top: etree._Element) -> None:
        owner = one.block.owner
        if not self._styled or owner not in self.page.starts:
            return
        tag = with_style(self.turn.turned(self._tag(owner)), "direction", self.turn.new)
        aligned = (attribute_of(tag, "align") or self.turn.side).strip().lower()
        if aligned == self.turn.side and not self._keeps_side(owner):
            tag = with_style(tag, "text-align", self.turn.side)
        self._change(owner, tag)

    def _runs_against(self, element: etree._Element) -> bool:
        """Tell whether text in an element runs, as far as can be seen, against the translation."""
        direction = self._direction(element) or "ltr"
        return self._styled or bool(self._by_style(element)) or direction != self.turn.new

    def _tag(self, element: etree._Element) -> str:
        number = self.page.starts[element]
        return self.tags.get(number) or self.page.source(self.page.tokens[number])

    def _change(self, element: etree._Element, tag: str) -> None:
        number = self.page.starts[element]
        if tag != self.page.source(self.page.tokens[number]):
            self.tags[number] = tag


def _side(direction: str) -> str:
    return "right" if direction == "rtl" else "left"


def _name(tag: str) -> str:
    found = re.match(r"<([^\s/>]+)", tag)
    return found[1].lower() if found else ""


def _nearest(element: etree._Element, attribute: str) -> str | None:
    values = (e.get(attribute) for e in (element, *element.iterancestors()))
    return next((value for value in values if value), None)


def has_letters(text: str, direction: str) -> bool:
    """Tell whether a text has letters that run this way (Unicode's bidirectional classes)."""
    wanted = ("R", "AL") if direction == "rtl" else ("L",)
    return any(unicodedata.bidirectional(c) in wanted for c in text if c.isalpha())


def _has_rules(page: Page) -> bool:
    """Tell whether style sheets set directions or sides, or cannot be looked into."""
    return any(_rules(page))


def _rules(page: Page) -> Iterator[bool]:
    for token in page.tokens:
        if token.kind is Kind.RAW and token.name == "style":
            yield _STYLED.search(page.text, token.start, token.end) is not None
        elif token.kind is Kind.START and token.name == "link":
            relation = attribute_of(page.source(token), "rel") or ""
            yield "stylesheet" in relation.lower().split()
