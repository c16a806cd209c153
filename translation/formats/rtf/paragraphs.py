"""What is gathered of an RTF: paragraphs of pieces of one look, and what was left out."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from translation.formats.rtf.state import Look

_HALVES, _SECOND = re.compile("[\ud800-\udfff]"), re.compile("[\udc00-\udfff]")


class Piece(NamedTuple):
    """A stretch of text of one look; ``"\\n"`` is a line break."""

    text: str
    look: Look


class Paragraph(NamedTuple):
    """A paragraph as it was read; ``style`` is the name of its style in lower case."""

    pieces: tuple[Piece, ...]
    style: str
    is_cell: bool
    is_item: bool
    level: int | None
    is_aside: bool
    """Whether it stands in a note, box, header or footer."""


@dataclass(slots=True)
class Found:
    """What was found in a file."""

    paragraphs: list[Paragraph] = field(default_factory=list)
    title: str = ""
    hidden: int = 0
    deleted: int = 0
    comments: int = 0
    ruby: int = 0
    formulas: int = 0
    is_cut: bool = False


@dataclass(slots=True)
class Flow:
    """Text that is being gathered: the body's, or that of a note or header.

    ``depth`` is that of its group; ``waiting`` are paragraphs that follow the one at hand.
    """

    depth: int
    made: list[Paragraph] = field(default_factory=list)
    pieces: list[Piece] = field(default_factory=list)
    waiting: list[Paragraph] = field(default_factory=list)
    is_last: bool = False


def whole(pieces: list[Piece]) -> list[Piece]:
    """Join neighbours of one look, and the halves of characters beyond the first plane."""
    joined: list[tuple[list[str], Look]] = []
    for text, look in pieces:
        if joined and (joined[-1][1] == look or _SECOND.match(text)):
            joined[-1][0].append(text)
        else:
            joined.append(([text], look))
    made = (Piece("".join(texts), look) for texts, look in joined)
    return [
        Piece(_paired(piece.text), piece.look) if _HALVES.search(piece.text) else piece
        for piece in made
    ]


def _paired(text: str) -> str:
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "surrogatepass")
