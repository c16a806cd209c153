"""What a trans-unit of XLIFF 1.2 inherits from the elements it stands in."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from translation.formats.safe_xml import local_name
from translation.formats.xliff.names import SPACE

if TYPE_CHECKING:
    from lxml import etree


class Surrounding(NamedTuple):
    """``file`` is the element it belongs to, None where it stands outside of any."""

    file: etree._Element | None
    keeps_space: bool = False
    is_locked: bool = False


class Surroundings:
    """Asked for one unit after the other: most have the parent of the one before."""

    def __init__(self) -> None:
        self._parent: etree._Element | None = None
        self._found = Surrounding(None)

    def of(self, element: etree._Element) -> Surrounding:
        """Return what an element inherits."""
        parent = element.getparent()
        if parent is None:
            return Surrounding(None)
        if parent is not self._parent:
            self._parent, self._found = parent, surrounding(element)
        return self._found


def surrounding(element: etree._Element) -> Surrounding:
    """Return what one element inherits."""
    above = list(element.iterancestors())
    file = next((e for e in above if local_name(e) == "file"), None)
    space = next((e.get(SPACE) for e in above if e.get(SPACE)), None)
    translate = next((e.get("translate") for e in above if e.get("translate")), None)
    return Surrounding(file, space == "preserve", translate == "no")
