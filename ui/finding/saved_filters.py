"""Filter lines kept under a name, for every document."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from app.settings.table import SAVED_FILTERS, kept_json

if TYPE_CHECKING:
    from app.settings.store import Settings

MOST = 30
LONGEST = 400
"""Characters of a name or a line."""


def saved_filters(settings: Settings) -> dict[str, str]:
    """Return the lines by their names, in the order they were saved in."""
    found = kept_json(settings.value(SAVED_FILTERS))
    if not isinstance(found, dict):
        return {}
    lines = {
        name: line
        for name, line in found.items()
        if isinstance(line, str) and 0 < len(name) <= LONGEST and 0 < len(line) <= LONGEST
    }
    return dict([*lines.items()][-MOST:])


def save_filter(settings: Settings, name: str, line: str) -> None:
    """Keep a line under a name; one of the same name goes."""
    saved = {other: kept for other, kept in saved_filters(settings).items() if other != name}
    saved[name[:LONGEST]] = line[:LONGEST]
    settings.keep(SAVED_FILTERS, json.dumps(saved, ensure_ascii=False))


def forget_filter(settings: Settings, name: str) -> None:
    """Forget the line of a name."""
    saved = {other: line for other, line in saved_filters(settings).items() if other != name}
    settings.keep(SAVED_FILTERS, json.dumps(saved, ensure_ascii=False) if saved else "")
