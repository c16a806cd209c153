"""What every version of XLIFF does alike: the languages of a file, and the draft to write."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from translation.errors import ExportError, InputError
from translation.model.language import LanguagePair, primary_subtag
from translation.model.segment import source_hash

if TYPE_CHECKING:
    from collections.abc import Iterator

    from translation.formats.spec import ReadOptions
    from translation.model.document import Document
    from translation.model.draft import Draft
    from translation.model.segment import Segment


def language_pair(
    source: str | None, target: str | None, options: ReadOptions
) -> LanguagePair | None:
    """Return the pair a file names, with what was asked for where it names one language only.

    None where it names none.
    """
    asked = options.pair
    if source:
        return LanguagePair(source, target or _other(source, asked.target if asked else ""))
    return LanguagePair(_other(target, asked.source if asked else ""), target) if target else None


def _other(language: str, asked: str) -> str:
    """Return the language asked for beside another, else the likely one."""
    if asked and primary_subtag(asked) != primary_subtag(language):
        return asked
    return "ar" if primary_subtag(language) == "en" else "en"


@contextmanager
def whole_original(name: str) -> Iterator[None]:
    """Say so where an original in a project is not what was read: ExportError."""
    try:
        yield
    except (InputError, LookupError, ValueError) as error:
        raise ExportError("original_damaged", file=name, detail=str(error)) from error


def draft_to_write(document: Document, segment: Segment) -> Draft | None:
    """Return the draft that the target is based on if it still fits, else the current one."""
    base = document.drafts.base(segment)
    if base is not None and base.source_hash == source_hash(segment.source):
        return base
    return document.drafts.current(segment)
