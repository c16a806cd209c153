"""Finding, replacing, and going from hit to hit."""

from __future__ import annotations

from typing import Protocol

from ui.commands.desk import HasFindBar, HasReview


class FindDesk(HasReview, HasFindBar, Protocol):
    """What these commands work with."""


def find(desk: FindDesk) -> None:
    """Look for what is chosen in the text, or for what is typed now."""
    desk.find_bar.open(desk.review.chosen_words)


def replace(desk: FindDesk) -> None:
    """Look for something and put something else in its place."""
    desk.find_bar.open(desk.review.chosen_words, replacing=True)


def find_next(desk: FindDesk) -> None:
    """Go to the next hit."""
    desk.find_bar.step(+1)


def find_previous(desk: FindDesk) -> None:
    """Go to the hit before."""
    desk.find_bar.step(-1)


def replace_all(desk: FindDesk) -> None:
    """Replace every hit that is ticked, or show first what that would be."""
    if desk.find_bar.isVisible() and desk.find_bar.is_replacing:
        desk.find_bar.replace_all()
    else:
        replace(desk)
