"""What holds at a place of an RTF: where text goes, how it looks, what its bytes mean."""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple


class Goes(Enum):
    """Where the text of a group goes."""

    TEXT = "text"
    FONTS = "fonts"
    STYLES = "styles"
    TITLE = "title"
    NOWHERE = "nowhere"
    """The group holds groups of text, and none of its own."""


class Look(NamedTuple):
    """How characters look, in what a translation is to keep."""

    bold: bool = False
    italic: bool = False
    underlined: bool = False
    struck: bool = False
    raised: str = ""
    """"sup", "sub" or ""."""


class State(NamedTuple):
    """What holds in a group until it says otherwise; a value, so that a group costs nothing."""

    goes: Goes = Goes.TEXT
    look: Look = Look()
    is_hidden: bool = False
    is_deleted: bool = False
    font: int | None = None
    other_font: int | None = None
    """The font of the other direction's characters in the run (af)."""
    is_rtl: bool = False
    is_bold_beside: bool = False
    is_italic_beside: bool = False
    """Bold and italic of the other direction's characters (ab, ai): Arabic words have these
    alone, the numbers among them the others, and they look alike."""
    fallback: int = 1
    """How many characters follow a Unicode one for programs that do not know it (uc)."""
    style: int = 0
    is_cell: bool = False
    is_item: bool = False
    level: int | None = None
    """The outline level, from 0."""

    @property
    def shown(self) -> Look:
        """How characters here look."""
        look = self.look
        if self.is_bold_beside or self.is_italic_beside:
            bold, italic = look.bold or self.is_bold_beside, look.italic or self.is_italic_beside
            return look._replace(bold=bold, italic=italic)
        return look
