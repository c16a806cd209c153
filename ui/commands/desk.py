"""What commands work with: the parts of one window, each named by a protocol of its own.

A module of commands puts together the protocols of the parts it needs. The window hands in a
Desk, which has them all; a test may hand in less.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from app.session import Session
    from app.settings.recent import RecentFiles
    from ui.action_set import ActionSet
    from ui.appearance import Appearance
    from ui.finding.find_bar import FindBar
    from ui.keys import Keys
    from ui.panels.docks import Docks
    from ui.review.review_panel import ReviewPanel
    from ui.widgets.filter_field import FilterField
    from ui.widgets.message_bar import MessageBar


@dataclass(frozen=True, slots=True)
class Desk:
    """All there is to work with. ``window`` is what dialogs belong to."""

    window: QWidget
    session: Session
    review: ReviewPanel
    side: Docks
    messages: MessageBar
    filter_field: FilterField
    find_bar: FindBar
    appearance: Appearance
    keys: Keys
    recent: RecentFiles
    actions: ActionSet


class HasWindow(Protocol):
    """Works with the window as a widget: what dialogs belong to."""

    @property
    def window(self) -> QWidget:
        """The window."""
        ...


class HasSession(Protocol):
    """Works with the session."""

    @property
    def session(self) -> Session:
        """The session."""
        ...


class HasReview(Protocol):
    """Works with the table of segments and its editor."""

    @property
    def review(self) -> ReviewPanel:
        """The table of segments."""
        ...


class HasSide(Protocol):
    """Works with the panels around the text."""

    @property
    def side(self) -> Docks:
        """The panels."""
        ...


class HasMessages(Protocol):
    """Says something below the text."""

    @property
    def messages(self) -> MessageBar:
        """Where it is said."""
        ...


class HasFilter(Protocol):
    """Works with the filter field."""

    @property
    def filter_field(self) -> FilterField:
        """The filter field."""
        ...


class HasFindBar(Protocol):
    """Works with the bar of find and replace."""

    @property
    def find_bar(self) -> FindBar:
        """The bar."""
        ...


class HasAppearance(Protocol):
    """Works with the look a person chose."""

    @property
    def appearance(self) -> Appearance:
        """The look."""
        ...


class HasKeys(Protocol):
    """Works with the keys of the actions."""

    @property
    def keys(self) -> Keys:
        """The keys."""
        ...


class HasActions(Protocol):
    """Works with what else can be done."""

    @property
    def actions(self) -> ActionSet:
        """All of it."""
        ...


class HasRecent(Protocol):
    """Works with the projects that were open last."""

    @property
    def recent(self) -> RecentFiles:
        """Those projects."""
        ...
