"""What a setting is: its key, what it is when never set, what it may be, and its words.

The program's settings are declared in translation.system.preferences (those that the command line
shares) and app.settings.table (those of the window); the preferences dialog is made from them.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

T = TypeVar("T")

LONGEST_TEXT = 4096
"""Characters of a text that a person types in one line."""


class Page(StrEnum):
    """A page of the preferences dialog, in the order they stand there."""

    WORK = "work"
    TYPING = "typing"
    LOOK = "look"
    KEYS = "keys"
    MODEL = "model"
    MEMORY = "memory"
    CHECKS = "checks"
    TERMS = "terms"
    SAVING = "saving"
    PRIVACY = "privacy"


class Kind(StrEnum):
    """What sets a setting in the dialog, where its type alone does not say."""

    BY_TYPE = "by_type"
    """A switch, a number, a list of choices, a line of text."""
    FOLDER = "folder"
    PROFILE = "profile"
    """A profile of checks, by its name."""
    CHECKS = "checks"
    """Which checks are on and what they go by, as translation.quality.profiles writes it."""
    CORRECTIONS = "corrections"
    """What is put right while one types, as app.settings.corrections writes it."""
    TERMBASES = "termbases"
    """The files of termbases, as translation.terms.files writes them."""
    FONTS = "fonts"
    """Font and size of each language, as translation.setting_values writes them."""
    MEMORIES = "memories"
    """Which memories are used, as app.settings.used_memories writes it."""
    KEYS = "keys"
    """The keys bound otherwise than in the profile, as JSON."""


@dataclass(frozen=True, slots=True)
class Setting(Generic[T]):
    """One setting. Its values are of the type of ``default``.

    ``choices`` are all there are of texts, where it is one of several, and ``choice_words``
    what they are called; numbers that are not the default lie in ``limits``; ``longest`` bounds
    a text. One with a ``page`` is shown there with its ``words`` and, below, its ``tip``;
    ``default_words`` say what the default means where it is 0 or "". What is changed holds at
    once, or ``restart`` says, from the next start on.
    """

    key: str
    default: T
    choices: tuple[str, ...] = ()
    limits: tuple[int, int] | None = None
    page: Page | None = None
    words: str = ""
    tip: str = ""
    default_words: str = ""
    choice_words: tuple[str, ...] = ()
    kind: Kind = Kind.BY_TYPE
    restart: bool = False
    longest: int = LONGEST_TEXT

    def allowed(self, value: object) -> str | None:
        """Return what the setting may be where the value is none of it, None where it is."""
        if type(value) is type(self.default) and value == self.default:
            return None
        if self.choices:
            known = " ".join(choice for choice in self.choices if choice)
            return None if value in self.choices else f"one of: {known}"
        if self.limits:
            least, most = self.limits
            if type(value) is int and least <= value <= most:
                return None
            return f"a whole number from {least} to {most}"
        if isinstance(self.default, bool):
            return None if isinstance(value, bool) else "true or false"
        if isinstance(self.default, str):
            if isinstance(value, str) and value.isprintable() and len(value) <= self.longest:
                return None
            return f"a text of at most {self.longest} characters in one line"
        return None if isinstance(value, type(self.default)) else "what the window wrote"

    @property
    def sentences(self) -> tuple[str, ...]:
        """All its words for people, to be translated."""
        every = (self.words, self.tip, self.default_words, *self.choice_words)
        return tuple(words for words in every if words)
