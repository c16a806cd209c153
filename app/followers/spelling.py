"""The spelling of the target, kept beside the document; the dictionaries lie in a process."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Signal

from app.editing.navigation import ids_from_place
from app.followers.follower import Follower
from app.followers.spelling_sweep import SpellingSweep
from translation.model.language import primary_subtag
from translation.spelling.added import PROJECT_WORDS, forms_of, words_by_language
from translation.spelling.answers import Checked, Known, Suggested
from translation.spelling.misspellings import Misspellings, SegmentSpelling
from translation.text.spelled import plain_word, spelled_words

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import SignalInstance

    from app.editing.changes import Change
    from app.ports import Kept, SpellApart
    from translation.model.document import Document
    from translation.spelling.answers import Answer, Misspelt, ToSpell
    from translation.spelling.misspellings import SpellingCase

_BESIDE = 3000
"""Names and added words at most that are weighed with the suggestions."""


class AddedWords(Protocol):
    """The words that are right in every project: app.settings.own_words.OwnWords."""

    @property
    def changed(self) -> SignalInstance:
        """Told when they are others."""
        ...

    def of(self, language: str) -> frozenset[str]:
        """Return those of a language."""
        ...

    def add(self, language: str, word: str) -> None:
        """Let a word be right from now on."""
        ...

    def take_back(self, language: str, word: str) -> None:
        """Let a word be as the dictionary has it."""
        ...


class Spelling(Follower):
    """Which words of the targets are wrong, what they may have been, and which people added.

    ``language_of`` gives the language (BCP 47) by which targets of another are spelled, "" for
    none: English goes by the setting, and nothing where spelling is off.
    """

    changed = Signal(list)
    """Segment ids in which other words are wrong than before."""
    progressed = Signal()
    """More was looked at, other words are right, or a dictionary was found missing."""
    suggested = Signal(str, str)
    """Language and word for which there are suggestions now."""

    def __init__(
        self,
        start: SpellApart,
        language_of: Callable[[str], str],
        everywhere: AddedWords,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._language_of = language_of
        self._everywhere = everywhere
        self._document: Document | None = None
        self._kept: Kept | None = None
        self._project: dict[str, set[str]] = {}
        self._ignored: set[tuple[str, str]] = set()
        self._asked: dict[str, str] = {}
        """The text of each segment that was given to the process."""
        self._suggestions: dict[tuple[str, str], tuple[str, ...] | None] = {}
        self.dictionaries: dict[str, str] = {}
        """The dictionary (en_GB) of each language that was asked for, "" where there is none."""
        self._found = Misspellings(self.is_added)
        self._sweep = SpellingSweep(self._look_up, start, self)
        self._sweep.told.connect(self._take)
        self._sweep.progressed.connect(self.progressed)
        everywhere.changed.connect(self._words_changed)

    # --- going along -----------------------------------------------------------------------

    def open(self, document: Document, kept: Kept) -> None:
        """Begin where the work was left, then what is above it."""
        self._document, self._kept = document, kept
        kept_words = words_by_language(kept.get_meta(PROJECT_WORDS, {}))
        self._project = {language: set(words) for language, words in kept_words.items()}
        self._sweep.add(ids_from_place(document, kept))

    def follow(self, change: Change) -> None:
        """Look again at what changed, and forget what is gone."""
        self._sweep.skip(change.removed)
        gone = {id_ for removed in change.removed for id_ in self._found.put(removed, None)}
        if gone - set(change.removed):
            self.changed.emit(list(gone - set(change.removed)))
        if change.keeps_texts:
            return  # No word is another for it.
        if len(change.present) > _BESIDE:
            self._sweep.add(change.present)
        else:
            self._sweep.first(change.present)

    def close(self) -> None:
        """Forget the document, and end the process."""
        self._document = self._kept = None
        self._project, self._ignored = {}, set()
        self._asked.clear()
        self._suggestions.clear()
        self.dictionaries = {}
        self._found.clear()
        self._sweep.clear()

    def recheck(self) -> None:
        """Look at everything again: another dictionary holds, or none."""
        document, kept = self._document, self._kept
        if document is None or kept is None:
            return
        shown = [s.id for s in document.segments if self._found.of(s.id) is not None]
        ignored = self._ignored
        self.close()
        self.open(document, kept)
        self._ignored = ignored
        self.changed.emit(shown)
        self.progressed.emit()

    def hurry(self) -> None:
        """Somebody waits for what was not looked at yet."""
        self._sweep.hurry()

    @property
    def unchecked(self) -> int:
        """How many segments are still to be looked at."""
        return self._sweep.left

    # --- what is wrong ---------------------------------------------------------------------

    def wrong(self, segment_id: str, text: str) -> list[Misspelt]:
        """Return the words that are wrong in the text that a segment shows now, in order."""
        if self._sweep.wants(segment_id):
            self._sweep.first([segment_id])
        found = self._found.of(segment_id)
        if found is None:
            return []
        words = found.words if found.text == text else _found_again(found, text)
        return [word for word in words if self._found.is_wrong(found.language, word)]

    def language(self, segment_id: str) -> str:
        """Return the language that a segment is spelled in, "" where none is."""
        document = self._document
        if document is None or segment_id not in document:
            return ""
        return self._language_of(document.pair_of(document.segment(segment_id)).target)

    def cases(self) -> list[SpellingCase]:
        """Return every word of the document that is wrong, with its places."""
        return self._found.cases()

    def segments_wrong(self) -> list[str]:
        """Return the segments in which a word is wrong, in no order."""
        return self._found.segments_wrong()

    def suggestions(self, language: str, word: str) -> tuple[str, ...] | None:
        """Return what a word may have been; None where that is still looked for.

        ``suggested`` tells when it was found.
        """
        key = language, word
        if key not in self._suggestions:
            self._suggestions[key] = None
            self._sweep.suggest(language, word, self._beside(language))
        return self._suggestions[key]

    # --- words that are right --------------------------------------------------------------

    def is_added(self, language: str, word: str) -> bool:
        """Tell whether somebody said that a word is right."""
        primary = primary_subtag(language)
        forms = forms_of(word)
        if any((primary, form) in self._ignored for form in forms):
            return True
        known = self._project.get(primary, ())
        return any(form in known for form in forms) or not forms.isdisjoint(
            self._everywhere.of(language)
        )

    def project_words(self, language: str) -> list[str]:
        """Return the words that this project has of its own."""
        return sorted(self._project.get(primary_subtag(language), ()), key=str.casefold)

    def add_to_project(self, language: str, word: str) -> None:
        """Let a word be right in this project."""
        self._project.setdefault(primary_subtag(language), set()).add(plain_word(word))
        self._keep_project()

    def take_from_project(self, language: str, word: str) -> None:
        """Let a word of the project be as the dictionary has it."""
        self._project.get(primary_subtag(language), set()).discard(word)
        self._keep_project()

    def everywhere_words(self, language: str) -> list[str]:
        """Return the words that are right in every project."""
        return sorted(self._everywhere.of(language), key=str.casefold)

    def add_everywhere(self, language: str, word: str) -> None:
        """Let a word be right in every project."""
        self._everywhere.add(language, plain_word(word))

    def take_from_everywhere(self, language: str, word: str) -> None:
        """Let a word be as the dictionary has it, in every project."""
        self._everywhere.take_back(language, word)

    def ignore(self, language: str, word: str) -> None:
        """Say no more of a word until the document is closed."""
        self._ignored.add((primary_subtag(language), plain_word(word)))
        self._words_changed()

    def _keep_project(self) -> None:
        if self._kept is not None:
            words = {language: sorted(words) for language, words in self._project.items() if words}
            self._kept.set_meta(PROJECT_WORDS, words)
        self._words_changed()

    def _words_changed(self) -> None:
        if self._document is None:
            return
        self._suggestions.clear()
        self.changed.emit(self._found.touched())
        self.progressed.emit()

    # --- inside ----------------------------------------------------------------------------

    def _beside(self, language: str) -> list[str]:
        words = {*self._project.get(primary_subtag(language), ()), *self._everywhere.of(language)}
        for name in self._found.names():
            if len(words) >= _BESIDE:
                break
            words.add(name)
        return list(words)

    def _look_up(self, segment_id: str) -> ToSpell | None:
        """Return what is to be spelled of a segment; None, and nothing is wrong, where nothing."""
        document = self._document
        if document is None or segment_id not in document:
            return None
        segment = document.segment(segment_id)
        language = self._language_of(document.pair_of(segment).target)
        text = "" if document.is_furniture(segment) else document.shown_target(segment)
        if not text or not language:
            self._put(segment_id, None)
            return None
        self._asked[segment_id] = text
        return segment_id, language, text, segment.source, segment.reference or ""

    def _take(self, told: Answer) -> None:
        match told:
            case Checked():
                changed: set[str] = set()
                for id_, words in told.found.items():
                    text = self._asked.pop(id_, "")
                    language = self.language(id_)
                    if language:
                        names = told.names.get(id_, ())
                        changed |= self._found.put(
                            id_, SegmentSpelling(language, text, words, names)
                        )
                if changed:
                    self.changed.emit(list(changed))
            case Known(language, dictionary):
                self.dictionaries[language] = dictionary
                self.progressed.emit()
            case Suggested(language, word, words):
                if (language, word) in self._suggestions:
                    self._suggestions[language, word] = words
                    self.suggested.emit(language, word)

    def _put(self, segment_id: str, found: SegmentSpelling | None) -> None:
        changed = self._found.put(segment_id, found)
        if changed:
            self.changed.emit(list(changed))


def _found_again(found: SegmentSpelling, text: str) -> list[Misspelt]:
    """Find the words again in a text that was changed since, until it is looked at itself."""
    known = {word.word: word for word in found.words}
    again = []
    for word in spelled_words(text):
        if word.text in known:
            again.append(known[word.text]._replace(start=word.start, begins=word.begins))
            continue
        for piece in word.text.split("-") if "-" in word.text else ():
            if piece in known:
                at = word.start + word.text.index(piece)
                again.append(known[piece]._replace(start=at, begins=False))
    return again
