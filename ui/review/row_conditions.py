"""Which rows of the document hold what a filter line asks for; words are looked for elsewhere."""

from __future__ import annotations

from collections import Counter
from functools import partial
from typing import TYPE_CHECKING

from app.editing.navigation import is_bookmarked, is_rejected
from app.editing.replacing import notes_in
from translation.model.inline import has_codes
from translation.text.finding import SearchText, finder
from translation.text.together import TEXT_BREAK

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from app.editing.editor import Editor
    from app.files.authors import Authors
    from app.followers.estimates import Estimates
    from app.followers.issues import IssueTable
    from translation.model.segment import Segment
    from ui.review.filter_query import FilterQuery


class RowConditions:
    """The conditions of a filter line but for its words, over one document."""

    def __init__(
        self,
        work: Editor,
        issues: IssueTable,
        authors: Authors | None,
        estimates: Estimates | None = None,
    ) -> None:
        self._document = work.document
        self._is_changed = work.grounds.is_changed
        self._issues = issues
        self._authors = authors
        self._estimates = estimates
        self._times: Counter[str] | None = None

    def forget_repeats(self) -> None:
        """Count again which sources stand there several times: rows came or went."""
        self._times = None

    def keep(self, query: FilterQuery, rows: list[int]) -> list[int]:
        """Return those of the rows that hold everything: the cheap conditions first."""
        segments = self._document.segments
        for holds in self._all(query):
            rows = [row for row in rows if holds(segments[row])]
        for key, words in query.texts:
            if key in ("draft", "note"):
                rows = self._with_text(rows, key, words)
        return rows

    def _all(self, query: FilterQuery) -> Iterator[Callable[[Segment], bool]]:
        document = self._document
        states = query.states
        if query.files:
            wanted = {
                file.id
                for file in document.files
                if any(name in file.name.casefold() for name in query.files)
            }
            yield lambda one: document.unit(one.unit_id).file_id in wanted
        if states is not None:
            yield lambda one: one.state in states and not document.is_furniture(one)
        if query.length is not None:
            least, most = query.length
            yield lambda one: least <= len(one.source) <= most
        for flag in sorted(query.flags):
            yield self._flag(flag)
        if query.checks:
            yield lambda one: self._has_issue(one, query.checks)
        if query.origins:
            yield lambda one: self._comes_from(one, query.origins)
        if query.persons:
            yield lambda one: self._was_with(one, query.persons)

    def _flag(self, flag: str) -> Callable[[Segment], bool]:
        document = self._document
        known: dict[str, Callable[[Segment], bool]] = {
            "is:furniture": document.is_furniture,
            "is:locked": lambda one: one.locked,
            "is:changed": self._is_changed,
            "is:rejected": partial(is_rejected, document),
            "is:to-send-back": self._is_sent_back,
            "is:doubtful": self._is_doubtful,
            "is:bookmarked": partial(is_bookmarked, document),
            "has:note": lambda one: bool(notes_in(document, one)),
            "has:issue": lambda one: bool(self._issues.of(one.id)),
            "has:draft": lambda one: document.current_draft(one) is not None,
            "has:code": lambda one: has_codes(one.source),
        }
        if flag == "is:repeated":
            times = self._times = self._times or Counter(one.source for one in document.segments)
            return lambda one: times[one.source] > 1
        if flag == "is:doubtful" and self._estimates is not None:
            self._estimates.hurry()
        return known[flag]

    def _is_doubtful(self, segment: Segment) -> bool:
        return self._estimates is not None and self._estimates.is_doubtful(segment.id)

    def _is_sent_back(self, segment: Segment) -> bool:
        """Whether it is among what is written to be sent back (translation.work.sending_back)."""
        if self._document.is_furniture(segment):
            return False
        return self._is_changed(segment) or is_rejected(self._document, segment)

    def _has_issue(self, segment: Segment, checks: tuple[str, ...]) -> bool:
        return any(issue.check.casefold() in checks for issue in self._issues.of(segment.id))

    def _comes_from(self, segment: Segment, origins: tuple[str, ...]) -> bool:
        """Whether the text came from a person or a machine, or the draft from a model."""
        draft = self._document.drafts.base(segment)
        names = [segment.origin.value] if segment.origin is not None else []
        if draft is not None:
            names += ["mt"] if segment.origin is None else []
            names += [draft.engine.casefold(), draft.model.casefold()]
        return any(origin in name for origin in origins for name in names)

    def _was_with(self, segment: Segment, persons: tuple[str, ...]) -> bool:
        if self._authors is None:
            return False
        names = [name.casefold() for name in self._authors.of(segment.id)]
        return any(person in name for person in persons for name in names)

    def _with_text(self, rows: list[int], key: str, words: str) -> list[int]:
        segments, document = self._document.segments, self._document
        by_language: dict[str, list[int]] = {}
        for row in rows:
            by_language.setdefault(document.pair_of(segments[row]).target, []).append(row)
        found: list[int] = []
        for language, some in by_language.items():
            look = finder(SearchText(words), language)
            texts = [TEXT_BREAK.join(self._texts(segments[row], key)) for row in some]
            found += [some[at] for at, text in enumerate(texts) if look.places(text)]
        return sorted(found)

    def _texts(self, segment: Segment, key: str) -> Iterable[str]:
        if key == "note":
            return notes_in(self._document, segment)
        draft = self._document.drafts.base(segment)
        return (draft.text,) if draft is not None else ()
