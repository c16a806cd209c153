"""Which checks are run: the profile that is preferred, and the checks that go by it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from app.followers.follower import Follower
from translation.quality import USUAL

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from app.ports import CheckProcess, MakeFinder, OnFound, StartChecking
    from translation.model.issue import Issue
    from translation.quality import Profile, Subject


class CheckChoice(Follower):
    """The checks of the profile that holds now, here and in a process beside the window."""

    changed = Signal()
    """Other checks are run from now on, or they go by other numbers."""

    def __init__(
        self, make_finder: MakeFinder, start: StartChecking, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._make_finder = make_finder
        self._start = start
        self._preferred = USUAL
        self._find = make_finder(USUAL)

    @property
    def profile(self) -> Profile:
        """What holds now."""
        return self._preferred

    def prefer(self, profile: Profile) -> None:
        """Go by this profile wherever nothing else is said."""
        if profile != self._preferred:
            self._preferred = profile
            self._find = self._make_finder(self.profile)
            self.changed.emit()

    def find(self, subject: Subject) -> tuple[Issue, ...]:
        """Return what the checks find in a segment."""
        return self._find(subject)

    def apart(self, on_found: OnFound) -> CheckProcess:
        """Start a process with the checks of now."""
        return self._start(on_found, self.profile)
