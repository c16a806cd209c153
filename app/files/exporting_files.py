"""Writing the files of a project one by one, in a worker, each to a file of its own."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from translation.errors import MurajiError, ProjectError
from translation.model.imported import Notice
from translation.model.originals import only
from translation.system.cancel import Cancelled

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from app.files.autosave import Autosave
    from app.services import Services
    from translation.model.document import Document
    from translation.model.edit_times import SegmentEdit
    from translation.model.originals import Original
    from translation.model.ports import Report
    from translation.store import ProjectFile
    from translation.system.cancel import CancelToken


@dataclass(frozen=True, slots=True)
class FileExport:
    """One original, where it is to be written, and in which format."""

    original: Original
    path: Path
    format_id: str


@dataclass(slots=True)
class Written:
    """What there is to say of each file that was written, and why others were not."""

    notices: list[Notice] = field(default_factory=list)
    errors: list[MurajiError] = field(default_factory=list)


def write_all(
    services: Services,
    autosave: Autosave,
    project: ProjectFile,
    document: Document,
    plan: Sequence[FileExport],
    token: CancelToken,
    report: Report,
) -> Written:
    """Write the originals of a document that nobody changes; what is written stays written.

    Raises Cancelled where none was written yet; else the rest is left, and the others are told.
    """
    written = Written()

    def edit_times() -> dict[str, list[SegmentEdit]]:
        # What cannot be saved here is exported all the same, without when it was done.
        with suppress(ProjectError):
            autosave.wait(token)
        return project.edit_times()

    for done, one in enumerate(plan):
        try:
            report(done, len(plan))
            told = services.export(
                only(document, one.original),
                one.path,
                one.format_id,
                printer=services.printer,
                report=lambda _done, _total: report(done, len(plan)),  # noqa: B023
                edit_times=edit_times,
            )
        except Cancelled:
            if written.notices:
                break
            raise
        except MurajiError as error:
            written.errors.append(error)
            continue
        written.notices += (*told, Notice("exported", (("file", str(one.path)),)))
    return written
