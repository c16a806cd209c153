"""Rules of TMX whose breach is told: what it leaves out cannot be read, or has to be guessed.

Specification: LISA OSCAR TMX 1.4b (2005), section 3.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from translation.formats.broken_rules import Broken, place_of
from translation.formats.tmx.languages import language_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lxml import etree

_VERSIONS = frozenset({"1.0", "1.1", "1.2", "1.3", "1.4", "1.4b"})


def of_root(root: etree._Element) -> Iterator[Broken]:
    """Give what the root breaks."""
    version = root.get("version")
    if version not in _VERSIONS:
        what = f"version: {version or 'none'}"
        yield Broken("the version is none of TMX", what, *place_of(root))


def of_header(header: Mapping[str, str], line: int) -> Iterator[Broken]:
    """Give what the header breaks, which stands in this line; 0 where there is none."""
    if not header.get("srclang"):
        yield Broken("an attribute is missing", "required: srclang", line, "<header>")


def of_unit(tu: etree._Element) -> Iterator[Broken]:
    """Give what a unit breaks: texts in no language, and languages without a text."""
    for tuv in tu.iterchildren("{*}tuv"):
        line, about = place_of(tuv)
        about = f"tu {tu.get('tuid')}" if tu.get("tuid") else about
        if not language_of(tuv):
            yield Broken("a text does not say its language", "required: xml:lang", line, about)
        if tuv.find("{*}seg") is None:
            rule = "an element holds other elements than it may, or in another order"
            yield Broken(rule, "children: no seg", line, about)
