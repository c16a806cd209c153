"""How the table is laid out: what the View menu chooses."""

from __future__ import annotations

from typing import Protocol

from app.settings.table import ALL_REFERENCES, ARRANGEMENT, SOURCE_SHARE
from ui.commands.desk import HasAppearance


class ArrangingDesk(HasAppearance, Protocol):
    """What these commands work with."""


def arrange(desk: ArrangingDesk, arrangement: str) -> None:
    """Put source and translation side by side, the other way round, or one above the other."""
    desk.appearance.settings.keep(ARRANGEMENT, arrangement)


def is_arranged(desk: ArrangingDesk, arrangement: str) -> bool:
    """Tell whether source and translation stand so."""
    return bool(desk.appearance.settings.value(ARRANGEMENT) == arrangement)


def even_columns(desk: ArrangingDesk) -> None:
    """Make both columns alike."""
    desk.appearance.settings.keep(SOURCE_SHARE, SOURCE_SHARE.default)


def all_references(desk: ArrangingDesk) -> None:
    """Show every reference, or that of the active segment alone."""
    settings = desk.appearance.settings
    settings.keep(ALL_REFERENCES, not settings.value(ALL_REFERENCES))


def shows_all_references(desk: ArrangingDesk) -> bool:
    """Tell whether every reference is shown."""
    return desk.appearance.settings.value(ALL_REFERENCES)
