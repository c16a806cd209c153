"""Working with the source of the active segment: going into it, looking up what is chosen."""

from __future__ import annotations

from typing import Protocol

from ui.commands.desk import HasFilter
from ui.commands.going import GoingDesk


class SourceDesk(GoingDesk, HasFilter, Protocol):
    """What these commands work with."""


def change_side(desk: SourceDesk) -> None:
    """Go into the source with the keyboard, or back into the translation."""
    desk.review.active.change_side()


def filter_by_chosen(desk: SourceDesk) -> None:
    """Show the segments alone that have what is chosen in the source or the translation."""
    words = desk.review.active.chosen.replace('"', " ").split()
    if words:
        desk.filter_field.setText(f'"{" ".join(words)}"' if len(words) > 1 else words[0])
