"""Which checks are run: the profile of the project or the preferred one, and the terms at hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from app.followers.follower import Follower
from translation.quality import USUAL, Profile
from translation.quality.spelling import SPELLING
from translation.work.checking import KEPT_PROFILE

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from app.ports import CheckProcess, Kept, MakeFinder, OnFound, StartChecking
    from translation.model.document import Document
    from translation.model.issue import Issue
    from translation.quality import Subject
    from translation.quality.terms import TermFinder


class CheckChoice(Follower):
    """The checks of the profile that holds now, here and in a process beside the window."""

    changed = Signal()
    """Other checks are run from now on, or they go by other numbers."""
    spelling_switched = Signal()
    """The spelling is looked at from now on, or no more."""

    def __init__(
        self, make_finder: MakeFinder, start: StartChecking, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._make_finder = make_finder
        self._start = start
        self._preferred = USUAL
        self._kept: Kept | None = None
        self.of_project: Profile | None = None
        """The profile that the open project keeps as its own."""
        self._now = USUAL
        self._terms: TermFinder | None = None
        self._find = make_finder(USUAL, None)

    @property
    def profile(self) -> Profile:
        """What holds now."""
        return self._now

    @property
    def has_spelling(self) -> bool:
        """Whether the profile of now wants the spelling looked at."""
        return self._now.has(SPELLING)

    def open(self, document: Document, kept: Kept) -> None:
        """Go by the profile of a project, where it has one."""
        self._kept = kept
        try:
            self.of_project = Profile.parse(kept.get_meta(KEPT_PROFILE))
        except ValueError:
            self.of_project = None
        self._go_by()

    def close(self) -> None:
        """Go by what is preferred again."""
        self._kept = self.of_project = None
        self._go_by()

    def prefer(self, profile: Profile) -> None:
        """Go by this profile wherever a project has none of its own."""
        self._preferred = profile
        self._go_by()

    def choose_for_project(self, profile: Profile | None) -> None:
        """Go by this profile in the open project, None for the preferred one; it is kept there."""
        self.of_project = profile
        if self._kept is not None:
            self._kept.set_meta(KEPT_PROFILE, profile.to_json() if profile else None)
        self._go_by()

    def hold_to(self, terms: TermFinder | None, *, everywhere: bool) -> None:
        """Hold translations to these terms; ``everywhere`` is whether all are to be checked anew.

        Else somebody else tells which.
        """
        if terms is None and self._terms is None:
            return
        self._terms = terms
        self._find = self._make_finder(self._now, terms)
        if everywhere:
            self.changed.emit()

    def _go_by(self) -> None:
        now = self.of_project or self._preferred
        if now != self._now:
            had_spelling, self._now = self.has_spelling, now
            self._find = self._make_finder(now, self._terms)
            self.changed.emit()
            if self.has_spelling is not had_spelling:
                self.spelling_switched.emit()

    def find(self, subject: Subject) -> tuple[Issue, ...]:
        """Return what the checks find in a segment."""
        return self._find(subject)

    def apart(self, on_found: OnFound) -> CheckProcess:
        """Start a process with the checks of now."""
        return self._start(on_found, self.profile, self._terms)
