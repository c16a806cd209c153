"""A reviewer's pass: what is compared, and the segments that go back to the translator."""

from __future__ import annotations

from typing import Protocol

from app.editing.grounds import Against
from app.settings.table import AGAINST, ROLE
from ui.commands.desk import HasAppearance
from ui.commands.rows import RowsDesk


class ReviewingDesk(RowsDesk, HasAppearance, Protocol):
    """What these commands work with."""


def compare_otherwise(desk: ReviewingDesk) -> None:
    """Show changes against the translator's text, or against the draft again."""
    settings, now = desk.appearance.settings, desk.session.editor.grounds.against
    settings.keep(AGAINST, "draft" if now is Against.TRANSLATOR else "translator")


def change_role(desk: ReviewingDesk) -> None:
    """Work as reviewer, or as translator again; changes are shown as that role has them."""
    settings = desk.appearance.settings
    settings.keep(AGAINST, "")
    settings.keep(ROLE, "translator" if settings.value(ROLE) == "reviewer" else "reviewer")
