"""The styles of an OpenDocument text: what a chain of styles comes to, and how it looks.

A style names a parent; automatic styles belong to one part of the file, common ones to all.
Characters have their size, weight, posture and font twice or three times: for Western, Asian
and complex scripts (Arabic, Hebrew), OpenDocument 1.3, part 3, 20.188 on.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from translation.formats.odt.names import NAMESPACES, qualified

if TYPE_CHECKING:
    from lxml import etree

Properties = Mapping[str, str]
"""Attributes of a properties element by lxml's names."""

STYLE, DEFAULT = qualified("style:style"), qualified("style:default-style")
AUTOMATIC = qualified("office:automatic-styles")
_NAME, _FAMILY = qualified("style:name"), qualified("style:family")
_DISPLAY = qualified("text:display")
_PARENT = qualified("style:parent-style-name")
_STYLE, _FO = f"{{{NAMESPACES['style']}}}", f"{{{NAMESPACES['fo']}}}"

WEIGHT = (_FO + "font-weight", _STYLE + "font-weight-complex")
POSTURE = (_FO + "font-style", _STYLE + "font-style-complex")
SIZE = (_FO + "font-size", _STYLE + "font-size-complex")
_FONT = (_STYLE + "font-name", _STYLE + "font-name-complex")
SCRIPTED = (WEIGHT, POSTURE, SIZE)
"""Pairs of attributes, Western and complex, that a translation takes over."""

_SEEN = tuple(
    qualified(name)
    for name in (
        "fo:color", "fo:background-color", "fo:letter-spacing", "fo:text-transform",
        "fo:font-variant", "fo:text-shadow", "style:text-position", "style:text-underline-style",
        "style:text-underline-type", "style:text-line-through-style", "style:text-outline",
        "style:font-relief", "style:text-emphasize", "style:text-scale", "text:display",
    )
)  # fmt: skip
_NOTHING = frozenset(
    {"", "normal", "none", "transparent", "0% 100%", "false", "auto", "true", "#000000", "100%"}
)
"""Values that look like no value at all."""

_LONGEST_CHAIN = 40
"""Parents that a style can have; a ring of them has no end."""

Look = tuple[str, ...]
"""What a reader sees of a run's formatting, the scripted ones first."""

_LOOK = (WEIGHT[0], POSTURE[0], SIZE[0], _FONT[0], *_SEEN)
_LABELS = tuple(
    (qualified(name), short)
    for name, short in (
        ("style:text-position", "sup"), ("fo:font-weight", "b"), ("fo:font-style", "i"),
        ("style:text-underline-style", "u"), ("style:text-line-through-style", "s"),
        ("text:display", "hidden"), ("fo:color", "color"), ("fo:background-color", "color"),
        ("fo:font-size", "size"), ("style:font-name", "font"),
    )
)  # fmt: skip


class Styles:
    """All styles of a text, looked up by part, family and name."""

    def __init__(self, roots: Mapping[str, etree._Element]) -> None:
        self._automatic: dict[tuple[str, str, str], etree._Element] = {}
        self._common: dict[tuple[str, str], etree._Element] = {}
        self._defaults: dict[str, etree._Element] = {}
        self._known: dict[tuple[str, str, str, str], Properties] = {}
        self.names: set[str] = set()
        self.hide = False
        """Whether any of them hides text."""
        for part, root in roots.items():
            for style in root.iter(STYLE, DEFAULT):
                self._add(part, style)
            texts = root.iter(qualified("style:text-properties"))
            self.hide = self.hide or any(found.get(_DISPLAY) == "none" for found in texts)

    def automatic(self, part: str, family: str, name: str) -> etree._Element | None:
        """Return the automatic style of this name in a part, or None."""
        return self._automatic.get((part, family, name))

    def chain(self, part: str, family: str, name: str) -> list[etree._Element]:
        """Return the style of this name, its parent and so on, the nearest first."""
        found: list[etree._Element] = []
        style = self._automatic.get((part, family, name))
        if style is None:
            style = self._common.get((family, name))
        while style is not None and len(found) < _LONGEST_CHAIN:
            found.append(style)
            style = self._common.get((family, style.get(_PARENT, "")))
        return found

    def names_of(self, part: str, family: str, name: str) -> list[str]:
        """Return the names of a style and its ancestors, the nearest first."""
        return [style.get(_NAME, "") for style in self.chain(part, family, name)]

    def paragraph(self, part: str, name: str, group: str) -> Properties:
        """Return what a paragraph's style comes to, defaults included.

        ``group`` is ``paragraph-properties`` or ``text-properties``.
        """
        known = self._known.get((part, "paragraph", name, group))
        if known is None:
            chain = self.chain(part, "paragraph", name)
            if not chain and not name:
                chain = self.chain(part, "paragraph", "Standard")
            if (default := self._defaults.get("paragraph")) is not None:
                chain = [*chain, default]
            known = self._known[part, "paragraph", name, group] = _resolved(chain, group)
        return known

    def span(self, part: str, name: str) -> Properties:
        """Return the text properties that a span's style sets, its parents' included."""
        known = self._known.get((part, "text", name, "text-properties"))
        if known is None:
            known = _resolved(self.chain(part, "text", name), "text-properties")
            self._known[part, "text", name, "text-properties"] = known
        return known

    def cell(self, part: str, name: str) -> Properties:
        """Return the properties that the style of a table's cell sets, its parents' included."""
        return _resolved(self.chain(part, "table-cell", name), "table-cell-properties")

    def _add(self, part: str, style: etree._Element) -> None:
        family, name = style.get(_FAMILY, ""), style.get(_NAME, "")
        parent = style.getparent()
        self.names.add(name)
        if style.tag == DEFAULT:
            self._defaults.setdefault(family, style)
        elif parent is not None and parent.tag == AUTOMATIC:
            self._automatic.setdefault((part, family, name), style)
        else:
            self._common.setdefault((family, name), style)


def merged(base: Properties, over: Properties) -> Properties:
    """Return the properties ``over`` set on top of ``base``; sizes in percent become lengths."""
    if not over:
        return base
    made = {**base, **over}
    for size in SIZE:
        if made.get(size, "").endswith("%"):
            made[size] = _scaled(base.get(size, ""), made[size])
    return made


def look(properties: Properties, complex_script: bool) -> Look:
    """Return what is seen of a run; of scripted properties those of its script count."""
    own = [pair[complex_script] for pair in (WEIGHT, POSTURE, SIZE, _FONT)]
    values = [properties.get(name, "") for name in (*own, *_SEEN)]
    return tuple("" if value in _NOTHING else value for value in values)


def label(mine: Look, prevailing: Look) -> str:
    """Return the short name of what sets a run apart from its paragraph: "b", "i", "u"."""
    values = dict(zip(_LOOK, mine, strict=True))
    usual = dict(zip(_LOOK, prevailing, strict=True))
    for name, short in _LABELS:
        if values[name] and values[name] != usual[name]:
            lowered = short == "sup" and values[name].startswith(("sub", "-"))
            return "sub" if lowered else short
    more = any(values[name] and values[name] != usual[name] for name in _LOOK)
    return "style" if more else "plain"


def _resolved(chain: list[etree._Element], group: str) -> Properties:
    made: Properties = {}
    tag = _STYLE + group
    for style in reversed(chain):
        own = style.find(tag)
        if own is not None:
            made = merged(made, {str(name): str(value) for name, value in own.attrib.items()})
    return made


def _scaled(base: str, percent: str) -> str:
    try:
        return f"{float(base.removesuffix('pt')) * float(percent[:-1]) / 100:g}pt"
    except ValueError:
        return percent
