"""Which termbases a person has chosen, as a setting keeps them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

MOST_FILES = 50
"""Termbases that may be at hand at a time."""


class TermbaseFile(NamedTuple):
    """The path of a termbase, and whether translations are held to it."""

    path: str
    checks: bool = True


def read_termbases(kept: str) -> tuple[TermbaseFile, ...]:
    """Return the termbases that a setting keeps, each once; what is none is left out."""
    try:
        listed = json.loads(kept) if kept else []
    except (ValueError, RecursionError):
        return ()
    found: dict[str, TermbaseFile] = {}
    for one in listed if isinstance(listed, list) else ():
        match one:
            case {"path": str(path), "checks": bool(checks)} if path:
                found.setdefault(path, TermbaseFile(path, checks))
    return tuple(found.values())[:MOST_FILES]


def written_termbases(files: Iterable[TermbaseFile]) -> str:
    """Return what a setting keeps of termbases."""
    listed = [{"path": one.path, "checks": one.checks} for one in files]
    return json.dumps(listed, ensure_ascii=True) if listed else ""
