"""Where the translation of a unit can hold a line break, and where its file has one line for it.

Every writer has its own word for a line break inside a text: ``<br>``, ``w:br``, a line end. Those
of a page's title, of an attribute and of a document's front matter make a blank of it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from translation.model.segment import SourceFile, TranslationUnit

_PLACE = re.compile(r"([0-9]+):[0-9]+")
_IN_TITLE = re.compile(r"<title\b[^>]*>\s*$", re.IGNORECASE)
_FRONT = re.compile(r"\ufeff?---[ \t]*\r?\n.*?\n(?:---|\.\.\.)[ \t]*\r?\n", re.DOTALL)


def holds_line_breaks(file: SourceFile, unit: TranslationUnit) -> bool:
    """Tell whether a line break in the unit's translation is one in the file that is made."""
    if not unit.is_in_text and not unit.is_furniture:
        return False
    place = _PLACE.fullmatch(unit.anchor)
    if place is None or file.format not in ("html", "md"):
        return True
    text = file.original.decode(file.encoding or "utf-8", "replace")
    before = text[: int(place[1])]
    if file.format == "md":
        front = _FRONT.match(text)
        return front is None or len(before) >= front.end()
    in_tag = before.rfind("<") > before.rfind(">")
    return not in_tag and _IN_TITLE.search(before) is None
