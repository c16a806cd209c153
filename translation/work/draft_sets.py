"""Draft sets of one document: what several systems made of it, from files of any kind.

Here formats, store and scoring meet. A plain text, of whatever suffix, has one line a segment;
of a bilingual file or a project the drafts are taken, and where it has none the targets.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product
from typing import TYPE_CHECKING, NamedTuple

from translation.errors import ScoreError
from translation.errors.names import visible
from translation.formats import references
from translation.model.document import Document
from translation.model.inline import strip_codes
from translation.model.language import ARABIC_TO_ENGLISH
from translation.model.segment import (
    REFERENCE_BREAK,
    Segment,
    SourceFile,
    TranslationUnit,
)
from translation.scoring.learned import Judged
from translation.scoring.tally import Tally
from translation.work.documents import is_project, open_document, read_reference

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from translation.model.language import LanguagePair
    from translation.scoring.learned import Learn


@dataclass(frozen=True, slots=True)
class DraftSets:
    """The sets by name, and the segments that all of them and the reference have.

    ``document`` gives the sources where one of the files has them; ``segments`` is how many
    there are, furniture left out.
    """

    document: Document
    names: tuple[str, ...]
    tallies: tuple[Tally, ...]
    keys: tuple[str, ...]
    segments: int


def read_draft_sets(
    drafts: Sequence[Path],
    wanted: Sequence[Path],
    pair: LanguagePair | None = None,
    tokeniser: str = "",
    learn: Learn | None = None,
) -> DraftSets:
    """Read drafts and the references they are ``wanted`` to be like, and score each segment.

    ``learn`` has a model judge them, too. Raises ScoreError drafts_length, no_drafts,
    reference_length, no_reference or nothing_to_compare, and whatever reading the files and
    ``learn`` raise.
    """
    opened = {path: _opened(path, pair) for path in dict.fromkeys((*drafts, *wanted))}
    texts_of = {path: _texts(path, opened[path]) for path in drafts}
    document = _frame(opened.values(), drafts[0], pair)
    columns = [_matched(path, texts_of[path], opened[path], document) for path in drafts]
    judged = _references([read_reference(path, document) for path in wanted])
    language = (pair or document.files[0].pair).target
    rows = list(_rows(document, judged, columns))
    if not rows:
        raise ScoreError("nothing_to_compare", files=", ".join(path.name for path in drafts))
    learned = learn(_judged(rows)) if learn else None
    tallies = tuple(Tally(language, tokeniser, learned=learned) for _ in drafts)
    for row in rows:
        for tally, text in zip(tallies, row.texts, strict=True):
            tally.put(row.key, text, *row.references, source=row.source)
    counted = sum(not document.is_furniture(segment) for segment in document.segments)
    keys = tuple(row.key for row in rows)
    return DraftSets(document, _names(drafts), tallies, keys, counted)


class _Row(NamedTuple):
    """A segment that all sets and the reference have."""

    key: str
    source: str
    texts: list[str]
    references: tuple[str, ...]


def _rows(
    document: Document,
    judged: Sequence[tuple[str, ...]],
    columns: Sequence[Sequence[str | None]],
) -> Iterator[_Row]:
    for segment, given, *texts in zip(document.segments, judged, *columns, strict=True):
        present = [text for text in texts if text is not None]
        if given and len(present) == len(texts) and not document.is_furniture(segment):
            yield _Row(segment.id, strip_codes(segment.source), present, given)


def _judged(rows: Sequence[_Row]) -> Iterator[Judged]:
    for row in rows:
        for text, reference in product(row.texts, row.references):
            yield Judged(row.source, text, reference)


def _opened(path: Path, pair: LanguagePair | None) -> Document | None:
    """Return the document of a file that has segments, None of one that has lines."""
    if not is_project(path) and references.has_lines(path):
        return None
    opened = open_document(path, pair=pair)
    if opened.project is not None:
        opened.project.close()
    return opened.document


def _frame(opened: Iterable[Document | None], first: Path, pair: LanguagePair | None) -> Document:
    """Return the document whose segments the files have: the first bilingual one."""
    for document in opened:
        if document is not None and _is_bilingual(document):
            return document
    made = Document()
    lines = range(1, len(references.read_lines(first)) + 1)
    units = [TranslationUnit(f"u{line}", "f1") for line in lines]
    segments = [Segment(str(line), f"u{line}", "") for line in lines]
    made.add_file(SourceFile("f1", first.name, pair or ARABIC_TO_ENGLISH, "", b""), units, segments)
    return made


def _is_bilingual(document: Document) -> bool:
    texts = ((segment.target, segment.reference) for segment in document.segments)
    return len(document.drafts) > 0 or any(map(any, texts))


def _texts(path: Path, opened: Document | None) -> list[str | None]:
    """Return the drafts of a file, of one without drafts the targets. Raises ScoreError."""
    if opened is None:
        return [*references.read_lines(path)]
    made = [opened.drafts.machine_base(segment) for segment in opened.segments]
    texts = [draft.text if draft else None for draft in made]
    if not any(made):
        texts = [segment.target for segment in opened.segments]
    if not any(texts):
        raise ScoreError("no_drafts", file=path)
    return [None if text is None else strip_codes(text) for text in texts]


def _matched(
    path: Path, texts: list[str | None], opened: Document | None, document: Document
) -> list[str | None]:
    """Give each segment of the document its text: by ids, of a plain text by order."""
    if opened is document:
        return texts
    if opened is None:
        return references.in_order(texts, document, path, "drafts_length")
    return references.match_texts(opened.segments, texts, document, path, "drafts_length")


def _references(columns: Sequence[Sequence[str | None]]) -> list[tuple[str, ...]]:
    """Return the references of each segment, of all files together."""
    return [
        tuple(one for text in texts if text for one in text.split(REFERENCE_BREAK))
        for texts in zip(*columns, strict=True)
    ]


def _names(paths: Sequence[Path]) -> tuple[str, ...]:
    """Return the names of the files, with folders where names alone are not different."""
    names = [path.name for path in paths]
    if len(set(names)) < len(names):
        names = [str(path) for path in paths]
    return tuple(map(visible, names))
