"""Turning the text around that the keyboard is in."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ui.commands.going import GoingDesk


def turn(desk: GoingDesk, rtl: bool | None) -> None:
    """Let the text that the keyboard is in run this way; None is as its language does."""
    desk.review.active.turn(rtl=rtl)
