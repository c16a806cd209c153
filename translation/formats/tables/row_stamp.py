"""The stamp on the id of a row: how it tells what has changed since the table was written.

``s12-4f3a9c01be2``: the id, then two hex digits that belong to the id (a foreign id that only
looks like this is known by them), six for source and target, one digit for the state and two
for the comment.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from hashlib import blake2b

from translation.model.segment import SegmentState

_STAMPED = re.compile(r"(.+)-([0-9a-f]{2})([0-9a-f]{6})([0-4])([0-9a-f]{2})\Z", re.DOTALL)
_LINE_ENDS = re.compile(r"\r\n?")
_STATES = tuple(SegmentState)
_QUOTES = {ord(mark): '"' for mark in "“”„«»″"} | {ord(mark): "'" for mark in "‘’‚′"}
_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")


@dataclass(frozen=True, slots=True)
class RowStamp:
    """A row as it was exported: ``texts`` and ``comment`` are fingerprints, ``state`` is whole."""

    texts: str
    state: SegmentState
    comment: str


def plain(text: str) -> str:
    """Return a cell's text without what office programs change by themselves at its ends."""
    return _LINE_ENDS.sub("\n", text.replace("{U+000D}", "\r")).strip()


def folded(source: str) -> str:
    """Return a source without what an autocorrection may change in it: quotes, blanks, marks."""
    return " ".join(_UNSEEN.sub("", source.replace("{U+000D}", " ")).translate(_QUOTES).split())


def stamp(source: str, target: str, state: SegmentState, comment: str) -> RowStamp:
    """Return the stamp of a row with these cells, inline codes written visibly."""
    return RowStamp(_digest(6, folded(source), plain(target)), state, _digest(2, plain(comment)))


def stamped(id_: str, mark: RowStamp) -> str:
    """Return the id as it stands in its cell."""
    state = _STATES.index(mark.state)
    return f"{id_}-{_digest(2, id_)}{mark.texts}{state}{mark.comment}"


def unstamped(cell: str) -> tuple[str, RowStamp | None]:
    """Return the id in a cell and its stamp, None where it bears none of ours."""
    cell = cell.strip()
    found = _STAMPED.match(cell)
    if found is None or found[2] != _digest(2, found[1]):
        return cell, None
    return found[1], RowStamp(found[3], _STATES[int(found[4])], found[5])


def _digest(digits: int, *texts: str) -> str:
    joined = "\0".join(texts).encode("utf-8", "surrogatepass")
    return blake2b(joined, digest_size=4).hexdigest()[:digits]
