"""What of an OpenDocument text is not translated and stays as it is, counted by kind.

The kinds are those of ``notice_sentences.LEFT_OUT``, the same as of a Word document.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import islice
from typing import TYPE_CHECKING

from translation.formats.notices import says
from translation.formats.odt.blocks import paragraphs
from translation.formats.odt.names import SPAN, qualified
from translation.formats.odt.rules import HIDDEN_TEXT
from translation.formats.safe_xml import local_name

if TYPE_CHECKING:
    from lxml import etree

    from translation.formats.odt.package import OdtPackage
    from translation.formats.odt.rules import Rules

_ELEMENTS = {
    qualified("office:annotation"): "comments",
    qualified("text:deletion"): "deleted",
    qualified("svg:title"): "alt_texts",
    qualified("svg:desc"): "alt_texts",
    qualified("text:ruby-text"): "ruby",
    "{http://www.w3.org/1998/Math/MathML}math": "formulas",
}
_ATTRIBUTES = (
    (qualified("text:a"), qualified("office:title"), "tips"),
    *(
        (qualified(f"text:{name}"), qualified("text:string-value"), "entries")
        for name in ("alphabetical-index-mark", "user-index-mark", "toc-mark")
    ),
    (qualified("text:hidden-text"), qualified("text:string-value"), "hidden"),
)
_LISTS = {
    qualified("field:fieldmark"): (qualified("field:param"), qualified("field:value")),
    qualified("text:drop-down"): (qualified("text:label"), qualified("text:value")),
    qualified("loext:content-control"): (
        qualified("loext:list-item"),
        qualified("loext:display-text"),
    ),
}
_HREF = "{http://www.w3.org/1999/xlink}href"
_PROPERTIES = frozenset({"title", "subject", "description", "keyword", "user-defined"})
_MATH, _MARKUP = re.compile(rb"<(?:\w+:)?math\b"), re.compile(rb"<[^>]*>")
_HEAD, _LONGEST_FORMULA, _MOST_OBJECTS = 2000, 100_000, 1000
"""Bytes in which a formula begins, bytes of it and objects that are looked at."""


def of_package(package: OdtPackage, rules: Rules, rtl: bool) -> Counter[str]:
    """Count all that is left out of a text, in a script from right to left or another."""
    counts: Counter[str] = Counter(hidden=_hidden(package, rules))
    for root in package.roots.values():
        for element in root.iter(*_ELEMENTS):
            kind = _ELEMENTS[str(element.tag)]
            text = "".join(map(str, element.itertext()))
            counts[kind] += says(text, rtl and kind == "alt_texts")
        for tag, name, kind in _ATTRIBUTES:
            for element in root.iter(tag):
                is_shown = tag == HIDDEN_TEXT and not rules.hides_element(element, "")
                says_it = says(element.get(name), rtl and kind == "tips")
                counts[kind] += says_it and not is_shown
        for tag, (item, name) in _LISTS.items():
            for element in root.iter(tag):
                counts["choices"] += any(says(found.get(name), rtl) for found in element.iter(item))
        for element in root.iter(qualified("office:forms")):
            label = qualified("form:label")
            counts["forms"] += sum(says(found.get(label), rtl) for found in element.iter())
        for element in islice(root.iter(qualified("draw:object")), _MOST_OBJECTS):
            counts.update(_of_object(package, element))
    counts["properties"] = _properties(package, rtl)
    return counts


def _hidden(package: OdtPackage, rules: Rules) -> int:
    """Count hidden paragraphs, and the hidden spans of others."""
    count = 0
    for paragraph in paragraphs(package):
        around = paragraph.element.iterancestors(SPAN)
        if any(rules.hides_element(span, paragraph.part) for span in around):
            continue  # It counts with the span that it stands in.
        if rules.hides(paragraph):
            count += says("".join(map(str, paragraph.element.itertext())))
        elif rules.styles.hide:
            for span in paragraph.element.iter(SPAN):
                outer = span.getparent()
                inner = outer is not None and rules.hides_element(outer, paragraph.part)
                if not inner and rules.hides_element(span, paragraph.part):
                    count += says("".join(map(str, span.itertext())))
    return count


def _of_object(package: OdtPackage, element: etree._Element) -> Counter[str]:
    """Tell a formula with letters from a chart or another document within the text."""
    path = element.get(_HREF, "").removeprefix("./")
    data = package.other(f"{path}/content.xml") if path else None
    if data is None:
        return Counter()
    if _MATH.search(data[:_HEAD]) is None:
        return Counter(charts=1)
    # Not parsed: there may be thousands, and only whether they hold letters counts.
    text = _MARKUP.sub(b" ", data[:_LONGEST_FORMULA]).decode("utf-8", "ignore")
    return Counter(formulas=int(says(text)))


def _properties(package: OdtPackage, rtl: bool) -> int:
    meta = package.meta()
    if meta is None:
        return 0
    return sum(local_name(found) in _PROPERTIES and says(found.text, rtl) for found in meta)
