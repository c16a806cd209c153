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


def change_reference(desk: SourceDesk) -> None:
    """Go into the reference with the keyboard, or back into the translation."""
    desk.review.active.change_reference()


def filter_by_chosen(desk: SourceDesk) -> None:
    """Show the segments alone that have what is chosen in the source or the translation.

    Where nothing is, what is looked for is asked for in the filter line.
    """
    # A filter line has no way to ask for a quotation mark: what stands on both sides is asked for.
    parts = [" ".join(part.split()) for part in desk.review.active.chosen.split('"')]
    terms = [f'"{part}"' if " " in part else part for part in parts if part]
    if terms:
        desk.filter_field.setText(" ".join(terms))
    else:
        desk.filter_field.setFocus()
        desk.filter_field.selectAll()
