"""The terms of a project's own: records of the document, read as a termbase."""

from __future__ import annotations

from typing import TYPE_CHECKING

from translation.model.notes import WHOLE_DOCUMENT
from translation.model.record import TERM, ProjectTerm, Record
from translation.model.term import Term, TermBase, TermEntry, TermStatus

if TYPE_CHECKING:
    from collections.abc import Iterator

    from translation.model.document import Document

    _Said = tuple[Record, ProjectTerm]


def project_terms(document: Document) -> Iterator[_Said]:
    """Give the terms of a document's own with their records, the earliest first."""
    for record in document.records.of(WHOLE_DOCUMENT):
        if record.kind == TERM and isinstance(term := record.content, ProjectTerm):
            yield record, term


def own_termbase(document: Document) -> TermBase:
    """Return a document's own termbase: what is said of one source term is one entry."""
    entries: dict[tuple[str, str, str], list[_Said]] = {}
    for record, term in project_terms(document):
        key = (term.source_language, term.source, term.target_language)
        entries.setdefault(key, []).append((record, term))
    return TermBase(tuple(map(_entry, entries.values())))


def _entry(said: list[_Said]) -> TermEntry:
    record, first = said[0]
    source = (Term(first.source_language, first.source),) if first.source.strip() else ()
    targets = (
        Term(term.target_language, term.target, _status(term.status), note=term.note)
        for _, term in said
    )
    return TermEntry(record.id, (*source, *targets))


def _status(kept: str) -> TermStatus | None:
    return TermStatus(kept) if kept in set(TermStatus) else None
