"""The spelling of a whole document at once, as issues: what the window marks while one works."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, TypeAlias

from translation.model.issue import Issue
from translation.model.language import primary_subtag
from translation.quality.spelling import SPELLING
from translation.spelling.added import PROJECT_WORDS, forms_of, words_by_language, words_of_json
from translation.spelling.dictionaries import spelled_as
from translation.spelling.misspellings import Misspellings
from translation.text.utf16 import to_utf16

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from translation.model.document import Document
    from translation.model.segment import Segment
    from translation.spelling.answers import Misspelt, ToSpell
    from translation.spelling.misspellings import SegmentSpelling
    from translation.spelling.spellers import Spellers
    from translation.store import ProjectFile

MOST_FIXES = 3
"""Words that are offered for one that is wrong."""

LookUp: TypeAlias = "Callable[[Sequence[ToSpell]], Mapping[str, SegmentSpelling]]"
"""Looks texts up in the dictionaries; what is found is by segment id."""
Fixes: TypeAlias = "Callable[[SegmentSpelling, Misspelt], Iterator[str]]"
"""Gives a text with what a wrong word of it may have been."""


def no_fixes(_found: SegmentSpelling, _word: Misspelt) -> Iterator[str]:
    """Offer nothing: looking for what a word may have been takes long."""
    return iter(())


@dataclass(frozen=True, slots=True)
class SpellingRules:
    """By what words are right.

    ``language_of`` gives the language by which targets of another are spelled, "" for none;
    ``is_added`` (language, word) tells of words that people said are right.
    """

    language_of: Callable[[str], str]
    is_added: Callable[[str, str], bool]
    look_up: LookUp

    def find(
        self, document: Document, *, of_drafts: bool = False, fixes: Fixes = no_fixes
    ) -> dict[str, tuple[Issue, ...]]:
        """Return by segment what is misspelt in the targets shown, names of the document aside.

        ``of_drafts`` looks at the drafts instead, as they were made.
        """
        found = Misspellings(self.is_added)
        for id_, spelling in self.look_up(self._asked(document, of_drafts=of_drafts)).items():
            found.put(id_, spelling)
        return {id_: tuple(_issues(id_, found, fixes)) for id_ in found.segments_wrong()}

    def languages(self, document: Document) -> tuple[str, ...]:
        """Return the languages that targets of a document are spelled in."""
        asked = self._asked(document, of_drafts=False)
        return tuple(dict.fromkeys(language for _id, language, *_texts in asked))

    def _asked(self, document: Document, *, of_drafts: bool) -> list[ToSpell]:
        text_of = _drafted if of_drafts else _shown
        asked = []
        for segment in document.segments:
            language = self.language_of(document.pair_of(segment).target)
            text = text_of(document, segment)
            if text and language:
                asked.append((segment.id, language, text, segment.source, segment.reference or ""))
        return asked


def preferred_rules(spellers: Spellers, project: ProjectFile | None) -> SpellingRules | None:
    """Return the rules of the preferences, and of a project; None where no spelling is checked."""
    from translation.system import preferences
    from translation.system.region import english_of_locale

    chosen = preferences.load()
    if not chosen.spelling:
        return None
    language_of = partial(spelled_as, english=chosen.english or english_of_locale())
    is_added = added_to(chosen.own_words, project)
    return SpellingRules(language_of, is_added, partial(look_up_here, spellers))


def look_up_here(spellers: Spellers, asked: Sequence[ToSpell]) -> dict[str, SegmentSpelling]:
    """Look texts up in this process."""
    return {id_: spellers.look_up(*rest) for id_, *rest in asked}


def fixes_of(spellers: Spellers) -> Fixes:
    """Return what offers the likeliest words; a whole document waits for no more."""
    return partial(_fixes, spellers)


def added_to(kept: str, project: ProjectFile | None) -> Callable[[str, str], bool]:
    """Return what tells of a word (language, word) whether a person added it.

    ``kept`` are the words for every project, as the preferences have them.
    """
    known = [words_of_json(kept)]
    if project is not None:
        known.append(words_by_language(project.get_meta(PROJECT_WORDS, {})))

    def is_added(language: str, word: str) -> bool:
        primary, forms = primary_subtag(language), forms_of(word)
        return any(not forms.isdisjoint(words.get(primary, ())) for words in known)

    return is_added


def _shown(document: Document, segment: Segment) -> str:
    return "" if document.is_furniture(segment) else document.shown_target(segment)


def _drafted(document: Document, segment: Segment) -> str:
    draft = None if document.is_furniture(segment) else document.drafts.base(segment)
    return "" if draft is None else draft.text


def _issues(segment_id: str, found: Misspellings, fixes: Fixes) -> Iterator[Issue]:
    spelling = found.of(segment_id)
    assert spelling is not None
    for word in spelling.words:
        if found.is_wrong(spelling.language, word):
            start = to_utf16(spelling.text, word.start)
            length = to_utf16(spelling.text, word.start + len(word.word)) - start
            facts, mended = (("word", word.word),), tuple(fixes(spelling, word))
            yield Issue(SPELLING.id, SPELLING.severity, segment_id, facts, start, length, mended)


def _fixes(spellers: Spellers, spelling: SegmentSpelling, word: Misspelt) -> Iterator[str]:
    speller = spellers.of(spelling.language)
    assert speller is not None
    before, behind = spelling.text[: word.start], spelling.text[word.start + len(word.word) :]
    for other in speller.near(word.word)[:MOST_FIXES]:
        yield f"{before}{other}{behind}"
