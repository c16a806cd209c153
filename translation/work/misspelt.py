"""The spelling of a whole document at once, as issues: what the window marks while one works."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from translation.model.issue import Issue
from translation.model.language import primary_subtag
from translation.quality.spelling import SPELLING
from translation.spelling.added import PROJECT_WORDS, forms_of, words_by_language, words_of_json
from translation.spelling.misspellings import Misspellings
from translation.text.utf16 import to_utf16

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from translation.model.document import Document
    from translation.spelling.answers import Misspelt
    from translation.spelling.misspellings import SegmentSpelling
    from translation.spelling.spellers import Spellers
    from translation.store import ProjectFile

MOST_FIXES = 3
"""Words that are offered for one that is wrong."""


class Spelt(NamedTuple):
    """The words that are wrong, as issues by segment, and the languages without a dictionary."""

    issues: Mapping[str, tuple[Issue, ...]]
    unknown: tuple[str, ...]


def find_misspelt(
    document: Document,
    spellers: Spellers,
    language_of: Callable[[str], str],
    is_added: Callable[[str, str], bool],
) -> Spelt:
    """Return what is misspelt in the targets shown, names of the document aside.

    ``language_of`` gives the language by which targets of another are spelled, "" for none;
    ``is_added`` (language, word) tells of words that people said are right.
    """
    found, languages = Misspellings(is_added), dict[str, None]()
    for segment in document.segments:
        language = language_of(document.pair_of(segment).target)
        text = "" if document.is_furniture(segment) else document.shown_target(segment)
        if text and language:
            languages[language] = None
            reference = segment.reference or ""
            found.put(segment.id, spellers.look_up(language, text, segment.source, reference))
    issues: dict[str, tuple[Issue, ...]] = {}
    for id_ in found.segments_wrong():
        spelling = found.of(id_)
        assert spelling is not None
        issues[id_] = tuple(_issues(id_, spelling, found, spellers))
    return Spelt(issues, tuple(one for one in languages if spellers.of(one) is None))


def _issues(
    segment_id: str, spelling: SegmentSpelling, found: Misspellings, spellers: Spellers
) -> Iterator[Issue]:
    for word in spelling.words:
        if found.is_wrong(spelling.language, word):
            start = to_utf16(spelling.text, word.start)
            length = to_utf16(spelling.text, word.start + len(word.word)) - start
            fixes = tuple(_fixes(spelling, word, spellers))
            facts = (("word", word.word),)
            yield Issue(SPELLING.id, SPELLING.severity, segment_id, facts, start, length, fixes)


def _fixes(spelling: SegmentSpelling, word: Misspelt, spellers: Spellers) -> Iterator[str]:
    """Give the text with what the word may have been; a whole document waits for no more."""
    speller = spellers.of(spelling.language)
    assert speller is not None
    before, behind = spelling.text[: word.start], spelling.text[word.start + len(word.word) :]
    for other in speller.near(word.word)[:MOST_FIXES]:
        yield f"{before}{other}{behind}"


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
