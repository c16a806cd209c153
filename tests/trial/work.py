"""The work of a window as it stands on the disk, read while the window has it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from translation.model.document import Document
from translation.model.segment import Segment, SegmentState
from translation.store import ProjectFile


@contextmanager
def project_of(article: Path) -> Iterator[ProjectFile]:
    """Give the project beside an article, only to be read where a window has it."""
    project = ProjectFile.open(article.with_name(f"{article.name}.muraji"))
    try:
        yield project
    finally:
        project.close()


def on_disk(article: Path) -> Document:
    """Return the document as saved."""
    with project_of(article) as project:
        return project.document


def work(document: Document) -> list[Segment]:
    """Return the segments to work on: all but page furniture."""
    return [s for s in document.segments if not document.is_furniture(s)]


def drafted(article: Path) -> bool:
    """Tell whether every segment to work on has its draft."""
    document = on_disk(article)
    return all(document.current_draft(s) for s in work(document))


def confirmed(article: Path) -> list[str]:
    """Return the targets of the confirmed segments."""
    segments = work(on_disk(article))
    return [s.target or "" for s in segments if s.state is SegmentState.CONFIRMED]
