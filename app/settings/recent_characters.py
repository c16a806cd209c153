"""The special characters that were inserted last, as the settings keep them: their numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.settings.table import RECENT_CHARACTERS

if TYPE_CHECKING:
    from app.settings.store import Settings

MOST = 12
"""A row of the grid."""


def recent_characters(settings: Settings) -> str:
    """Return them, the latest first; what is no character's number is left out."""
    found = []
    for number in settings.value(RECENT_CHARACTERS).split():
        try:
            found.append(chr(int(number, 16)))
        except (ValueError, OverflowError):
            continue
    return "".join(dict.fromkeys(found))[:MOST]


def remember_character(settings: Settings, character: str) -> None:
    """Put a character first."""
    every = dict.fromkeys((character, *recent_characters(settings)))
    settings.keep(RECENT_CHARACTERS, " ".join(f"{ord(c):04X}" for c in [*every][:MOST]))
