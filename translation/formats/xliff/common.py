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
    """Return the pair a file names; where it names no target, the one asked for."""
    if not source:
        return None
    if not target:
        asked = options.pair.target if options.pair else "en"
        same = primary_subtag(asked) == primary_subtag(source)
        target = ("ar" if primary_subtag(source) == "en" else "en") if same else asked
    return LanguagePair(source, target)


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
