"""A unit's table of inline codes as rows for JSON, as our own XLIFF carries it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from translation.model.inline import MAX_CODES, CodeKind, InlineCode

if TYPE_CHECKING:
    from collections.abc import Iterable


def rows_of_codes(codes: Iterable[InlineCode]) -> list[list[object]]:
    """Return a row for each code."""
    return [code.row for code in codes]


def codes_from_rows(rows: object) -> list[InlineCode]:
    """Return the code table as it was written, or nothing where it is no longer one."""
    if not isinstance(rows, list) or len(rows) > MAX_CODES:
        return []
    codes = []
    for row in rows:
        match row:
            case [
                str(kind),
                str(markup),
                str(label),
                pair,
                bool(deletable),
                bool(movable),
                *more,
            ] if kind in set(CodeKind) and _is_place(pair, len(rows)) and _are_texts(more):
                known = InlineCode(CodeKind(kind), markup, label, pair, deletable, movable, *more)
                codes.append(known)
            case _:
                return []
    return codes


def _are_texts(more: list[object]) -> bool:
    """Tell whether what follows is nothing, or the markup in the target."""
    return len(more) < 2 and all(isinstance(one, str) for one in more)


def _is_place(pair: object, length: int) -> bool:
    return pair is None or (isinstance(pair, int) and 0 <= pair < length)
