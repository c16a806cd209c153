"""Rows of a table of terms as entries, and entries as rows; see columns for the headings.

A row is an entry, or what it has more of it: rows with one id are one entry.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from translation.formats.notices import counted
from translation.formats.termbases.columns import (
    MARK,
    TERM_FIELDS,
    Columns,
    bcp47,
    find_columns,
    heading_language,
    status_of,
)
from translation.formats.termbases.spec import ReadTerms, terms_read
from translation.model.imported import Notice
from translation.model.language import ARABIC_TO_ENGLISH
from translation.model.term import Term, TermBase, TermEntry

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from translation.formats.spec import ReadOptions
    from translation.model.language import LanguagePair

_REPORT_EVERY = 500


def read_rows(rows: Iterable[Sequence[str]], options: ReadOptions) -> ReadTerms:
    """Make a termbase of the rows of a table, of which the first may be headings."""
    filled = (row for row in rows if any(cell.strip() for cell in row))
    first = next(filled, ())
    columns = find_columns(first)
    pair = options.pair or ARABIC_TO_ENGLISH
    headless: list[Sequence[str]] = []
    if not columns.is_table:  # source, target and a note; a table of ours has headings
        fields = {"source": 0, "target": 1}
        if len(first) == 3:
            fields["note"] = 2
        columns = Columns(fields, unknown=max(0, len(first) - len(fields)))
        headless.append(first)
    table = _Table(columns, pair)
    for number, row in enumerate([*headless, *filled]):
        if number % _REPORT_EVERY == 0:
            options.report(number, 0)
        table.add(row)
    notices = list(counted(options.name, columns_left_out=columns.unknown))
    if headless:
        facts = (("file", options.name), ("languages", f"{pair.source} → {pair.target}"))
        notices.append(Notice("no_headings", facts))
    return terms_read(table.entries(), options.name, tuple(notices))


@dataclass(slots=True)
class _Table:
    """Rows on their way to entries: those that share an id come together."""

    columns: Columns
    pair: LanguagePair
    _found: dict[object, list[tuple[tuple[Term, ...], dict[str, str]]]] = field(
        default_factory=dict
    )

    def add(self, row: Sequence[str]) -> None:
        cells = {name: _cell(row, place) for name, place in self.columns.fields.items()}
        terms = tuple(self._pair_terms(cells) if self.columns.is_of_pairs else self._terms(row))
        id_ = cells.get("id", "")
        if terms:
            self._found.setdefault(id_ or len(self._found), []).append((terms, cells))

    def _terms(self, row: Sequence[str]) -> Iterator[Term]:
        columns = self.columns
        for language, place in columns.languages.items():
            if text := _cell(row, place):
                known = {
                    detail: _cell(row, columns.of_terms.get((language, detail), -1))
                    for detail in TERM_FIELDS
                }
                general = _cell(row, columns.fields.get("status", -1))
                part = _cell(row, columns.fields.get("part of speech", -1))
                yield Term(
                    language,
                    text,
                    status_of(known["status"] or general),
                    known["part of speech"] or part,
                    known["note"],
                )

    def _pair_terms(self, cells: dict[str, str]) -> Iterator[Term]:
        """Give the two terms; what the row says of its status is about the translation."""
        part = cells.get("part of speech", "")
        source = cells.get("source language") or self.pair.source
        target = cells.get("target language") or self.pair.target
        if cells["source"]:
            yield Term(bcp47(source), cells["source"], None, part)
        if cells["target"]:
            status = status_of(cells.get("status", ""))
            yield Term(bcp47(target), cells["target"], status, part)

    def entries(self) -> Iterator[TermEntry]:
        """Give the entries; what several rows say of one concept is put together."""
        for id_, rows in self._found.items():
            terms = dict.fromkeys(term for found, _ in rows for term in found)
            known = {
                name: "\n".join(dict.fromkeys(filter(None, (cells.get(name) for _, cells in rows))))
                for name in ("definition", "subject", "note")
            }
            yield TermEntry(id_ if isinstance(id_, str) else "", tuple(terms), **known)


def _cell(row: Sequence[str], place: int) -> str:
    if not 0 <= place < len(row):
        return ""
    return row[place].strip().replace("\r\n", "\n").replace("\r", "\n")


def headings(termbase: TermBase) -> tuple[list[str], list[tuple[str, str]]]:
    """Return the headings of a table for a termbase, and what each column holds.

    That is a language and ``term`` or one of TERM_FIELDS, or no language and a field of the entry.
    """
    said = {
        (term.language, detail)
        for entry in termbase.entries
        for term in entry.terms
        for detail in TERM_FIELDS
        if _detail(term, detail)
    }
    kinds: list[tuple[str, str]] = [("", "id")]
    for language in termbase.languages:
        kinds.append((language, "term"))
        kinds += [(language, detail) for detail in TERM_FIELDS if (language, detail) in said]
    kinds += [
        ("", name)
        for name in ("subject", "definition", "note")
        if any(getattr(entry, name) for entry in termbase.entries)
    ]
    return [_heading(*kind) for kind in kinds], kinds


def _heading(language: str, kind: str) -> str:
    shown = language if heading_language(language) == language else f"{MARK}{language}"
    if not language:
        return kind
    return shown if kind == "term" else f"{shown} {kind}"


def entry_rows(entry: TermEntry, kinds: Sequence[tuple[str, str]]) -> Iterator[list[str]]:
    """Give the rows of an entry: as many as it has terms in its richest language."""
    by_language: dict[str, list[Term]] = {}
    for term in entry.terms:
        by_language.setdefault(term.language, []).append(term)
    for number in range(max(map(len, by_language.values()), default=1)):
        cells = []
        for language, kind in kinds:
            terms = by_language.get(language, [])
            if language:
                cells.append(_detail(terms[number], kind) if number < len(terms) else "")
            elif kind == "id":
                cells.append(entry.id)
            else:
                cells.append(getattr(entry, kind) if number == 0 else "")
        yield cells


def _detail(term: Term, kind: str) -> str:
    return {
        "term": term.text,
        "status": term.status or "",
        "part of speech": term.part_of_speech,
        "note": term.note,
    }[kind]
