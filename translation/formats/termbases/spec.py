"""What a termbase format is: how it is named, read and written."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from translation.errors import ExportError, InputError
from translation.model.term import TermBase, merged

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from translation.formats.spec import ReadOptions, WriteOptions, Written
    from translation.model.imported import Notice
    from translation.model.term import TermEntry

_REPORT_EVERY = 500


@dataclass(frozen=True, slots=True)
class ReadTerms:
    """A termbase as read, and what a person should know of it."""

    termbase: TermBase
    notices: tuple[Notice, ...] = ()


def terms_read(
    entries: Iterable[TermEntry], name: str, notices: tuple[Notice, ...] = ()
) -> ReadTerms:
    """Make a termbase of what was found in the file called ``name``, ids given where missing.

    Raises InputError no_terms where there are none.
    """
    termbase = merged([TermBase(tuple(entry for entry in entries if entry.terms))])
    if not termbase.entries:
        raise InputError("no_terms", file=name)
    return ReadTerms(termbase, notices)


def entries_to_write(termbase: TermBase, options: WriteOptions) -> Iterator[TermEntry]:
    """Give the entries that have terms, told how far it is; raises ExportError no_terms."""
    entries = [entry for entry in termbase.entries if entry.terms]
    if not entries:
        raise ExportError("no_terms", file=options.name)
    for number, entry in enumerate(entries):
        if number % _REPORT_EVERY == 0:
            options.report(number, len(entries))
        yield entry


@dataclass(frozen=True, slots=True)
class TermbaseSpec:
    """One row of the table of termbase formats: ``read`` raises InputError, ``write`` ExportError.

    ``read`` is None for another way of writing what the first format of its suffix reads.
    """

    id: str
    name: str
    suffixes: tuple[str, ...]
    read: Callable[[bytes, ReadOptions], ReadTerms] | None
    write: Callable[[TermBase, WriteOptions], Written]
