"""What the parts of app need of others, as protocols: the engine, the checks, what is kept."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Protocol, TypeAlias

if TYPE_CHECKING:
    from PySide6.QtCore import SignalInstance

    from translation.engines.continuing import About
    from translation.engines.pieces import Request
    from translation.model.issue import Issue
    from translation.model.ports import DecodingOptions
    from translation.quality import Profile, Subject
    from translation.quality.terms import TermFinder
    from translation.spelling.answers import Answer, ToSpell

Found: TypeAlias = "Sequence[tuple[str, tuple[Issue, ...]]]"
FindIssues: TypeAlias = "Callable[[Subject], tuple[Issue, ...]]"
MakeFinder: TypeAlias = "Callable[[Profile, TermFinder | None], FindIssues]"
"""Gives the checks of a profile, which hold translations to some terms."""


class CheckProcess(Protocol):
    """Checks in a process of its own: translation.work.checks_apart.CheckProcess."""

    def check(self, subjects: Sequence[Subject]) -> None:
        """Have segments checked; returns at once."""
        ...

    def close(self) -> None:
        """End the process, whatever it is doing."""
        ...


OnFound: TypeAlias = "Callable[[tuple[Found, float] | None], None]"
CheckApart: TypeAlias = "Callable[[OnFound], CheckProcess]"
StartChecking: TypeAlias = "Callable[[OnFound, Profile, TermFinder | None], CheckProcess]"
"""Starts a process with the checks of a profile, and the terms they hold translations to."""


class SpellProcess(Protocol):
    """Spells in a process of its own: translation.work.spelling_apart.SpellProcess."""

    def check(self, segments: Sequence[ToSpell]) -> None:
        """Ask for what is misspelt in segments; returns at once."""
        ...

    def suggest(self, language: str, word: str, beside: Iterable[str]) -> None:
        """Ask what a word may have been; returns at once."""
        ...

    def close(self) -> None:
        """End the process, whatever it is doing."""
        ...


SpellApart: TypeAlias = Callable[[Callable[["Answer | None"], None]], SpellProcess]


class EngineClient(Protocol):
    """What is used of translation.engines.client.EngineClient."""

    def start(self) -> None:
        """Start the engine process."""
        ...

    def load(self, model: str | None = None, engine: str = "ct2", threads: int = 0) -> None:
        """Ask for a model."""
        ...

    def translate(self, job: int, requests: Sequence[Request], options: DecodingOptions) -> None:
        """Ask for translations, the first ones first."""
        ...

    def continue_text(self, ask: int, about: About, typed: str, ways: int = 0) -> None:
        """Ask what would follow what is typed."""
        ...

    def judge(self, ask: int, about: About, text: str) -> None:
        """Ask how likely each word of a translation is."""
        ...

    def cancel(self, job: int) -> None:
        """Give a job up."""
        ...

    def close(self) -> None:
        """End the process and wait until it is gone."""
        ...


class Kept(Protocol):
    """The small values kept in a project: app.files.autosave.Autosave."""

    def get_meta(self, key: str, default: Any = None) -> Any:
        """Return a value; ``default`` where there is none, or one of another type."""
        ...

    def set_meta(self, key: str, value: object) -> None:
        """Keep a value from now on."""
        ...


class Doubting(Protocol):
    """What tells of segments that cannot be trusted: app.files.doubts.Doubts."""

    changed: SignalInstance

    def issues(self) -> Mapping[str, Issue]:
        """Return an issue for each segment in doubt."""
        ...
