"""How the items of a file's lists are marked, found by reading the original once more.

What counts a list stands outside the text of its items: in numbering parts and styles (DOCX, ODT),
in elements around them (HTML, EPUB), in properties (PPTX), at the beginnings of lines (Markdown).
"""

from __future__ import annotations

from contextlib import suppress
from importlib import import_module
from typing import TYPE_CHECKING

from translation.errors import MurajiError
from translation.model.ports import no_report
from translation.model.segment import Role

if TYPE_CHECKING:
    from collections.abc import Mapping

    from translation.model.document import Document
    from translation.model.item_place import ItemPlace
    from translation.model.ports import Report

MOST_ITEMS = 20_000
"""The items of a file with more are shown with bullets."""
_FAMILIES = {
    "docx": "docx", "odt": "odt", "pptx": "pptx", "html": "html", "epub": "epub",
    "md": "markdown",
}  # fmt: skip


def item_places(document: Document, report: Report = no_report) -> Mapping[str, ItemPlace]:
    """Return how the units that are items of lists are marked, by unit id, where that is known.

    Raises what ``report`` raises.
    """
    found: dict[str, ItemPlace] = {}
    for file in document.files:
        family = _FAMILIES.get(file.format)
        units = {
            # Of Markdown an anchor is the place of the text; where it begins says which it is.
            unit.anchor.partition(":")[0] if family == "markdown" else unit.anchor: unit.id
            for unit in document.units
            if unit.file_id == file.id and unit.role is Role.LIST_ITEM
        }
        if family is None or not 0 < len(units) <= MOST_ITEMS:
            continue
        places = import_module(f"translation.formats.{family}.lists").item_places
        with suppress(MurajiError, ValueError, LookupError):  # else they have bullets
            found |= {units[a]: place for a, place in places(file, report) if a in units}
    return found
