"""What of a book is not translated and stays as it is, counted by kind (``KEPT_AS_IT_IS``)."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from translation.formats.epub.names import DESCRIPTION, SUBJECT
from translation.formats.html.blocks import SKIPPED_TAGS, is_hidden
from translation.formats.notices import says

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lxml import etree

_FORMS = frozenset({"label", "button", "option", "textarea"})
_NO_TEXT = frozenset({"head", "script", "style", "template", "svg"})
_FORMULA = frozenset({"math", "m:math"})


def of_page(root: etree._Element) -> Iterator[tuple[str, str]]:
    """Give the texts of a page that stay as they are, each with its kind."""
    from lxml import etree

    walk = etree.iterwalk(root, events=("start",), tag=etree.Element)
    for _, element in walk:
        tag = str(element.tag)
        if tag in _NO_TEXT:
            walk.skip_subtree()
            continue
        if tag not in SKIPPED_TAGS and is_hidden(element):
            yield "hidden", _text(element)
            walk.skip_subtree()
            continue
        yield "alt_texts", element.get("alt") or ""
        yield "tips", element.get("title") or ""
        yield "forms", element.get("placeholder") or ""
        if tag in _FORMS or tag in _FORMULA:
            yield "forms" if tag in _FORMS else "formulas", _text(element)
            walk.skip_subtree()


def left_out(texts: Iterable[tuple[str, str]], package: etree._Element, rtl: bool) -> Counter[str]:
    """Count the texts, in a script from right to left or another, and those of the package."""
    counts = Counter(kind for kind, text in texts if says(text, rtl))
    counts["properties"] = sum(
        says(_text(element), rtl) for element in package.iter(DESCRIPTION, SUBJECT)
    )
    return counts


def _text(element: etree._Element) -> str:
    return "".join(map(str, element.itertext()))
