"""The session: one open document with all that goes on around it, put together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.background.job_board import JobBoard
from app.editing.editor import Editor
from app.engine.asking import Asking
from app.engine.work import EngineWork
from app.files.authors import Authors
from app.files.autosave import Autosave
from app.files.counting import Counting
from app.files.document_files import DocumentFiles
from app.files.doubts import Doubts
from app.files.exchange import Exchange
from app.files.known_projects import KnownProjects
from app.files.memory_files import MemoryFiles
from app.files.past import Past
from app.files.project_files import ProjectFiles
from app.files.rating_files import RatingFiles
from app.files.reporting import Reporting
from app.followers.check_choice import CheckChoice
from app.followers.effort import EffortTable
from app.followers.estimates import Estimates
from app.followers.finder import Finder
from app.followers.issues import IssueTable
from app.followers.marked_errors import MarkedErrors
from app.followers.memory import MemoryTable
from app.followers.page_places import PagePlaces
from app.followers.scores import ScoreKeeper
from app.followers.spelling import Spelling
from app.followers.teaching import Teaching
from app.followers.terms import Terms
from app.followers.undrafted import Undrafted

if TYPE_CHECKING:
    from app.editing.changes import Change
    from app.followers.follower import Follower
    from app.services import Services
    from translation.model.document import Document


class Session(QObject):
    """Edits, keeps and translates one document at a time; every part is an object of its own.

    All is called from the GUI thread and returns at once; what takes time ends in a signal.
    What is kept beside the document is one of ``followers``: a further one is a file and a
    line here.
    """

    noticed = Signal(object)
    """translation.model.imported.Notice: something to know, nothing failed."""
    failed = Signal(object)
    """translation.errors.MurajiError: what was asked for was not done."""

    def __init__(self, services: Services, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        preferences = services.load_preferences()
        self.jobs = JobBoard(self)
        self.autosave = Autosave(self, give_way=lambda: self.editor.right_of_way.give())
        self.editor = Editor(lambda: self.autosave.obstacle, preferences.author, self)
        self.files = DocumentFiles(
            services, self.editor, self.autosave, self.jobs, self._is_strict, self
        )
        self.originals = ProjectFiles(
            services, self.editor, self.autosave, self.jobs, self.files, self._is_strict, self
        )
        self.counting = Counting(self.editor, self.autosave, self.jobs, self)
        self.projects = KnownProjects(services, self.editor, self.autosave, self.jobs, self)
        self.undrafted = Undrafted(self)
        self.memory = MemoryTable(self.editor, self.jobs, lambda: self.undrafted.any, self)
        self.memory_files = MemoryFiles(self.memory, self.jobs, self)
        self.engine = EngineWork(
            services, self.editor, self.jobs, preferences, self.memory.fill, self
        )
        self.doubts = Doubts(self.editor, self.autosave, self)
        self.terms = Terms(self.jobs, services.read_termbase, self)
        self.teaching = Teaching(self)
        self.checks = CheckChoice(services.make_finder, services.check_apart, self)
        self.issues = IssueTable(self.checks.find, self.checks.apart, self.doubts, self)
        self.effort = EffortTable(self.editor, self)
        self.finder = Finder(self.editor.folded, self)
        self.authors = Authors(self.autosave, self)
        self.scores = ScoreKeeper(self.editor, preferences.tokeniser, self)
        self.past = Past(self.editor, self.autosave, self)
        self.page_places = PagePlaces(self.jobs, self)
        self.spelling = Spelling(
            services.spell_apart, self._spelling_language, services.own_words, self
        )
        self.reporting = Reporting(
            *(services, self.editor, self.autosave, self.jobs),
            lambda: self.checks.profile,
            self.spelling,
            self.effort,
            self,
        )
        self.errors = MarkedErrors(self)
        self.estimates = Estimates(self.issues, self)
        self.asking = Asking(self.editor, self.jobs, self.engine, self.estimates, self)
        self.ratings = RatingFiles(self.editor, self.jobs, self.errors, self)
        self.exchange = Exchange(services, self.editor, self.jobs, self.scores.name_reference, self)
        self.followers: tuple[Follower, ...] = (
            self.autosave,  # First: what the others keep lies behind what it is about.
            self.doubts,
            self.teaching,
            self.terms,  # Before the checks, which hold translations to them.
            self.checks,
            self.issues,
            self.scores,
            self.finder,
            self.authors,
            self.past,
            self.spelling,
            self.page_places,
            self.undrafted,
            self.errors,
            self.estimates,
            self.effort,
            self.memory,
        )
        self._connect()

    def prefer(self, key: str, value: object) -> None:
        """Go by another value of a shared setting from now on, which the setting allows."""
        self.engine.prefer(key, value)
        self.editor.author = self.engine.preferences.author

    @property
    def document(self) -> Document:
        """The document, to be read only; an empty one where nothing is open."""
        return self.editor.document

    def close(self, *, discard: bool = False) -> bool:
        """End all work and the engine, save everything and end for good.

        Returns False, and nothing ends, where something could not be saved; ``discard`` ends
        all the same.
        """
        if not self.files.let_go(discard=discard):
            return False
        self.jobs.close()
        self.engine.close()
        return True

    def _is_strict(self) -> bool:
        return self.engine.preferences.strict

    def _spelling_language(self, language: str) -> str:
        """Return the language by which one is spelled, "" where the profile wants none to be."""
        return self._services.spelling_language(language) if self.checks.has_spelling else ""

    def _connect(self) -> None:
        self.editor.changed.connect(self._follow)
        self.files.opened.connect(self._open)
        self.files.closing.connect(self._close)
        editor, files, engine = self.editor, self.files, self.engine
        for part in (editor, files, self.originals, engine):
            part.noticed.connect(self.noticed)
            part.failed.connect(self.failed)
        self.exchange.noticed.connect(self.noticed)
        self.memory_files.noticed.connect(self.noticed)
        self.memory_files.failed.connect(self.failed)
        for taker in (self.ratings, self.asking):
            taker.noticed.connect(self.noticed)
        self.counting.noticed.connect(self.noticed)
        self.reporting.noticed.connect(self.noticed)
        self.jobs.failed.connect(self.failed)
        self.checks.changed.connect(self.issues.recheck)
        self.checks.spelling_switched.connect(self.spelling.recheck)
        self.terms.held.connect(self._hold_to_terms)
        self.terms.changed.connect(self._check_terms)
        for follower in self.followers:
            follower.noticed.connect(self.noticed)
            follower.failed.connect(self.failed)

    def _open(self) -> None:
        for follower in self.followers:
            follower.open(self.document, self.autosave)

    def _follow(self, change: Change) -> None:
        for follower in self.followers:
            follower.follow(change)

    def _hold_to_terms(self, everywhere: bool) -> None:
        self.checks.hold_to(self.terms.at_work, everywhere=everywhere or self.issues.unchecked > 0)

    def _check_terms(self, segment_ids: list[str]) -> None:
        if not self.issues.unchecked:
            self.issues.update(segment_ids)

    def _close(self) -> None:
        for follower in reversed(self.followers):
            follower.close()
