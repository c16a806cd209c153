"""The stamp on the id of a row: how it tells what has changed since the table was written.

``s12-4f3a9c01be``: the id, then two hex digits that belong to the id (a foreign id that happens
to look like this is known by them), six for source and target, two for state and comment.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from hashlib import blake2b

_STAMPED = re.compile(r"(.+)-([0-9a-f]{2})([0-9a-f]{6})([0-9a-f]{2})\Z", re.DOTALL)
_LINE_ENDS = re.compile(r"\r\n?")


@dataclass(frozen=True, slots=True)
class RowStamp:
    """Fingerprints of a row as it was exported; ``texts`` of source and target."""

    texts: str
    rest: str


def plain(text: str) -> str:
    """Return a cell's text without what office programs change by themselves at its ends."""
    return _LINE_ENDS.sub("\n", text.replace("{U+000D}", "\r")).strip()


def stamp(source: str, target: str, state: str, comment: str) -> RowStamp:
    """Return the stamp of a row with these cells, inline codes written visibly."""
    return RowStamp(_digest(6, source, target), _digest(2, state, comment))


def stamped(id_: str, mark: RowStamp) -> str:
    """Return the id as it stands in its cell."""
    return f"{id_}-{_digest(2, id_)}{mark.texts}{mark.rest}"


def unstamped(cell: str) -> tuple[str, RowStamp | None]:
    """Return the id in a cell and its stamp, None where it bears none of ours."""
    cell = cell.strip()
    found = _STAMPED.match(cell)
    if found is None or found[2] != _digest(2, found[1]):
        return cell, None
    return found[1], RowStamp(found[3], found[4])


def _digest(digits: int, *texts: str) -> str:
    joined = "\0".join(map(plain, texts))
    return blake2b(joined.encode("utf-8", "surrogatepass"), digest_size=4).hexdigest()[:digits]
