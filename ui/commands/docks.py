"""The panels around the text: where they stand, and walking to them by key."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from ui.commands.desk import (
    HasAppearance,
    HasFilter,
    HasMessages,
    HasReview,
    HasSide,
    HasWindow,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from ui.widgets.card import Card

    C = TypeVar("C", bound=Card)


class DocksDesk(HasReview, HasSide, HasFilter, HasMessages, HasAppearance, HasWindow, Protocol):
    """What these commands work with."""


def shown_panel(desk: HasSide, name: str, kind: type[C]) -> C:
    """Return a panel, open and before those of its tabs."""
    panel = desk.side.panels[name]
    assert isinstance(panel, kind)
    desk.side.show_panel(name)
    return panel


def restore_usual(desk: DocksDesk) -> None:
    """Put every panel where it stands at first."""
    desk.side.restore_usual()


def messages(desk: DocksDesk) -> None:
    """Show what was said so far."""
    from ui.dialogs.messages import MessagesDialog

    MessagesDialog(tuple(desk.messages.log), desk.appearance.theme, desk.window).open()


def next_part(desk: DocksDesk) -> None:
    """Put the keyboard into the next part of the window."""
    _walk(desk, +1)


def previous_part(desk: DocksDesk) -> None:
    """Put the keyboard into the part of the window before."""
    _walk(desk, -1)


def _walk(desk: DocksDesk, step: int) -> None:
    """Go from the table to the panels, the filter field and back to the table."""
    tab = Qt.FocusReason.TabFocusReason
    parts: list[tuple[QWidget, Callable[[], None]]] = [(desk.review, desk.review.focus_editor)]
    parts += [(panel, panel.take_focus) for panel in desk.side.reachable()]
    parts.append((desk.filter_field, lambda: desk.filter_field.setFocus(tab)))
    if desk.messages.isVisible():
        parts.append((desk.messages, desk.messages.take_focus))
    here = QApplication.focusWidget()
    at = next(
        (
            place
            for place, (part, _enter) in enumerate(parts)
            if here is not None and (part is here or part.isAncestorOf(here))
        ),
        -1 if step > 0 else 0,
    )
    parts[(at + step) % len(parts)][1]()
