"""The words that a person added to the spelling of a language, for every project."""

from __future__ import annotations

import json
from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from translation.model.language import primary_subtag
from translation.spelling.added import words_of_json
from translation.system.preferences import OWN_WORDS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.settings.store import Settings
    from app.settings.table import AnySetting


class OwnWords(QObject):
    """The list as the settings keep it: words by language, regions aside."""

    changed = Signal()

    def __init__(self, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        settings.changed.connect(self._follow)

    def of(self, language: str) -> frozenset[str]:
        """Return the words added to a language (a BCP 47 tag)."""
        return self._all().get(primary_subtag(language), frozenset())

    def add(self, language: str, word: str) -> None:
        """Let a word be right from now on."""
        self._keep(language, self.of(language) | {word})

    def take_back(self, language: str, word: str) -> None:
        """Let a word be as the dictionary has it."""
        self._keep(language, self.of(language) - {word})

    def _all(self) -> Mapping[str, frozenset[str]]:
        return _read(self._settings.value(OWN_WORDS))

    def _keep(self, language: str, words: frozenset[str]) -> None:
        changed = {**self._all(), primary_subtag(language): words}
        written = json.dumps({one: sorted(words) for one, words in changed.items()})
        if not OWN_WORDS.allowed(written):
            self._settings.keep(OWN_WORDS, written)

    def _follow(self, setting: AnySetting) -> None:
        if setting == OWN_WORDS:
            self.changed.emit()


@lru_cache(maxsize=1)
def _read(kept: str) -> Mapping[str, frozenset[str]]:
    """Return the words by language, read once: every wrong word of a painted row is looked up."""
    return words_of_json(kept)
