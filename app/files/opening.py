"""Opening: an article becomes a project at once, or its project of before is found again.

These functions run in a worker thread.
"""

from __future__ import annotations

import hashlib
import os
import re
import time
from dataclasses import dataclass, replace
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from translation.errors import ExportError, InputError, ProjectError, UsageError
from translation.formats import read_bytes
from translation.formats.tables.table_layout import TableLayout
from translation.model.imported import Notice
from translation.store import SUFFIX, ProjectFile
from translation.system.paths import real_path
from translation.system.private import make_private_folder
from translation.text.charsets import chosen
from translation.work.documents import is_project

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.services import Services
    from translation.formats.tables.column_choice import ColumnChoice
    from translation.model.backup import Backup
    from translation.model.document import Document
    from translation.model.language import LanguagePair
    from translation.model.ports import Report
    from translation.model.segment import SourceFile
    from translation.system.web_address import WebAddress
    from translation.work.documents import Opened

_NO_PLACE = frozenset({"read_only", "disk_full", "not_saved", "no_permission", "no_folder"})
"""Reasons to keep a project elsewhere than beside its article."""


LONGEST_NAME = 180
"""Bytes of an article's name in its project's: what is made on the way needs some of the 255."""

_NUMBER = re.compile(r" \([0-9]+\)\Z")


@dataclass(frozen=True, slots=True)
class OpenedWork:
    """What was opened; ``project`` is None where it is the one that is open already."""

    project: ProjectFile | None
    notices: tuple[Notice, ...] = ()
    recovered: tuple[Notice, ...] = ()
    """What a recovery told, where this is what it gave."""


@dataclass(frozen=True, slots=True)
class Request:
    """What to open and how."""

    path: Path
    pair: LanguagePair | None = None
    format_id: str | None = None
    encoding: str | None = None
    columns: ColumnChoice | None = None
    open_now: ProjectFile | None = None
    """The project that is open already: it cannot be opened twice."""
    strict: bool = False
    """Whether a file that breaks a rule of its format is refused."""


def let_go(work: OpenedWork) -> None:
    """Close what was opened for nobody."""
    if work.project:
        work.project.close()


def open_work(services: Services, request: Request, report: Report) -> OpenedWork:
    """Open a project, or the project of an article.

    Raises MurajiError, and what ``report`` raises; nothing half made is left then.
    """
    path = _real_path(request.path)
    if is_project(path, request.format_id):
        if request.open_now and request.open_now.path == path:
            return _already_open(path)
        project = ProjectFile.open(path)
        return OpenedWork(project, _opening_notices(project))
    article = read_bytes(path)
    places = [_in_folder(services.projects_folder(), path)]
    if not path.is_relative_to(services.resources):
        places.insert(0, _beside(path))
    for numbered in places:
        found = _find(numbered, article, request)
        if found:
            return found
    try:
        opened = services.open_document(
            path,
            pair=request.pair,
            format_id=request.format_id,
            encoding=request.encoding,
            columns=request.columns,
            report=report,
            strict=request.strict,
        )
    except InputError as error:
        error.facts["path"] = str(path)  # where a person may choose its columns
        raise
    return _make(opened, path, services, report)


def _real_path(path: Path) -> Path:
    try:
        return real_path(path)
    except OSError as error:
        raise InputError("unreadable", file=path, detail=error.strerror or error) from error


def take_over(path: Path, report: Report) -> OpenedWork:
    """Open a project again that another window had till now."""
    project = ProjectFile.open(path)
    taken = Notice("taken_over", (("file", path.name),))
    return OpenedWork(project, _opening_notices(project) or (taken,))


def open_backup(services: Services, backup: Backup, report: Report) -> OpenedWork:
    """Open an earlier state of a project as a project of its own, beside that one if it can be."""
    moment = time.strftime("%Y-%m-%d %H.%M", time.localtime(backup.time))
    beside = backup.project.parent
    folder = beside if os.access(beside, os.W_OK) else services.projects_folder()
    stem = _shortened(backup.project.stem, LONGEST_NAME - 30)
    places = _numbered(folder, f"{stem} (backup {moment})")
    path = next(place for place in places if not place.exists())
    _make_folder(path)
    services.backups.bring_back(backup, path)
    facts = (("file", backup.project.name), ("time", moment), ("project", str(path)))
    return OpenedWork(ProjectFile.open(path), (Notice("backup_opened", facts),))


def open_text(services: Services, text: str, name: str, report: Report) -> OpenedWork:
    """Make a project of a text that comes from no file, in the user's own folder."""
    folder = services.projects_folder()
    opened = services.document_from_text(text, name)
    label = f"{name} {time.strftime('%Y-%m-%d %H.%M.%S')}"
    project = _create(_numbered(folder, label), opened.document, report)
    return OpenedWork(project, opened.notices)


def open_page(
    services: Services, address: WebAddress, open_now: ProjectFile | None, report: Report
) -> OpenedWork:
    """Fetch a page and make its project in the user's own folder, or find that of before.

    Raises MurajiError, and what ``report`` raises.
    """
    page = services.fetch(address, lambda done, total: report(0, 0))
    mark = hashlib.blake2b(address.url.encode(), digest_size=4).hexdigest()
    name = f"{page.name} {mark}"
    folder = services.projects_folder()
    request = Request(folder / page.name, open_now=open_now)
    found = _find(_numbered(folder, name), page.data, request)
    if found:
        return found
    opened = services.document_from_page(page, report)
    project = _create(_numbered(folder, name), opened.document, report)
    notices = [*opened.notices, *_anew_notices(project, page.name)]
    if page.address != address:
        facts = (("file", page.name), ("address", page.address.url))
        notices.append(Notice("fetched_from", facts))
    return OpenedWork(project, tuple(notices))


def reread(
    services: Services, project: ProjectFile, file: SourceFile, encoding: str, report: Report
) -> OpenedWork:
    """Open a file of a project read in another encoding, as a project of its own.

    Raises UsageError where the format says itself how its bytes are to be read.
    """
    if not file.encoding:
        raise UsageError("encoding_fixed", file=file.name)
    return _reread(services, project, file, Request(project.path, encoding=encoding), report)


def reread_columns(
    services: Services,
    project: ProjectFile,
    file: SourceFile,
    columns: ColumnChoice,
    report: Report,
) -> OpenedWork:
    """Open a table of a project read by other columns, as a project of its own.

    Raises InputError where the table has not got them.
    """
    return _reread(services, project, file, Request(project.path, columns=columns), report)


def _reread(
    services: Services, project: ProjectFile, file: SourceFile, request: Request, report: Report
) -> OpenedWork:
    """Open a file of a project read as is asked for, or its project of before.

    Of several files the others stay in the project they are in.
    """
    request = replace(request, pair=file.pair, format_id=file.format, open_now=project)
    is_only = len(project.document.files) == 1
    first_name = _NUMBER.sub("", project.path.stem) if is_only else Path(file.name).name
    found = _find(_numbered(project.path.parent, first_name), file.original, request)
    if found:
        return found
    encoding = request.encoding or file.encoding
    opened = services.reread(file, encoding, request.columns, report)
    places = _numbered(project.path.parent, first_name)
    return OpenedWork(_create(places, opened.document, report), opened.notices)


def _find(places: Iterator[Path], article: bytes, request: Request) -> OpenedWork | None:
    """Return the project of this very article, read as asked, among the places for it."""
    for place in places:
        open_now = request.open_now
        if open_now and open_now.path == place:
            if _is_of(open_now.document, article, request):
                return _already_open(request.path)
            continue
        if not os.path.exists(place):
            return None
        try:
            project = ProjectFile.open(place)
        except ProjectError as error:
            if error.reason != "not_a_project":
                # The work of before is in it: never begin anew behind its back.
                error.facts["article"] = str(request.path)
                raise
            continue
        if _is_of(project.document, article, request):
            facts = (("file", request.path.name), ("project", str(place)))
            # One that is open elsewhere cannot go on here: then only that is worth saying.
            return OpenedWork(
                project, _opening_notices(project) or (Notice("project_found", facts),)
            )
        project.close()
    return None


def _already_open(path: Path) -> OpenedWork:
    return OpenedWork(None, (Notice("already_open", (("file", path.name),)),))


def _is_of(document: Document, article: bytes, request: Request) -> bool:
    """Whether a project's document was read from these bytes in the way asked for."""
    file = document.files[0] if document.files else None
    return (
        file is not None
        and file.original == article
        and (not request.encoding or _same_encoding(request.encoding, file.encoding))
        and request.format_id in (None, file.format)
        and (request.columns is None or _has_columns(file, request.columns))
    )


def _has_columns(file: SourceFile, columns: ColumnChoice) -> bool:
    layout = TableLayout.kept(file.extraction)
    if layout is None:
        return False
    kept = replace(layout.choice, separator=columns.separator)
    sheet = columns.sheet or kept.sheet
    return replace(kept, columns=tuple(sorted(kept.columns))) == replace(
        columns, columns=tuple(sorted(columns.columns)), sheet=sheet
    )


def _same_encoding(one: str, other: str) -> bool:
    codec = chosen(one)
    return codec is not None and codec == chosen(other)


def _make(opened: Opened, article: Path, services: Services, report: Report) -> OpenedWork:
    """Make the project of an article: beside it, or where that cannot be, in the user's folder.

    What comes with the program never gets a project beside it.
    """
    comes_with_program = article.is_relative_to(services.resources)
    notices = list(opened.notices)
    project = None if comes_with_program else _try_beside(article, opened.document, report)
    if project is None:
        places = _in_folder(services.projects_folder(), article)
        project = _create(places, opened.document, report)
        if not comes_with_program:
            facts = (("file", article.name), ("project", str(project.path)))
            notices.append(Notice("project_elsewhere", facts))
    return OpenedWork(project, (*notices, *_anew_notices(project, article.name)))


def _try_beside(article: Path, document: Document, report: Report) -> ProjectFile | None:
    try:
        return _create(_beside(article), document, report)
    except (ProjectError, ExportError) as error:
        if error.reason not in _NO_PLACE:
            raise
        return None


def _anew_notices(project: ProjectFile, article: str) -> tuple[Notice, ...]:
    """Say that there is an earlier project of another text, or of this one read otherwise."""
    if not _NUMBER.search(project.path.stem):
        return ()
    return (Notice("project_anew", (("file", article), ("project", str(project.path)))),)


def _create(places: Iterator[Path], document: Document, report: Report) -> ProjectFile:
    for place in places:
        if os.path.exists(place):
            continue
        _make_folder(place)
        try:
            return ProjectFile.create(place, document, report=report)
        except ProjectError as error:
            if error.reason not in ("exists", "in_use"):
                raise
    raise AssertionError("places never end")


def _make_folder(place: Path) -> None:
    try:
        make_private_folder(place.parent)
    except OSError as error:
        detail = error.strerror or str(error)
        raise ProjectError("not_saved", file=place, detail=detail) from error


def _opening_notices(project: ProjectFile) -> tuple[Notice, ...]:
    obstacle = project.obstacle
    if obstacle is None:
        return project.notices
    return (Notice(f"project_{obstacle.reason}", tuple(obstacle.facts.items())),)


def _beside(article: Path) -> Iterator[Path]:
    return _numbered(article.parent, article.name)


def _in_folder(folder: Path, article: Path) -> Iterator[Path]:
    """Return places in the user's folder; articles of one name in two folders stay apart."""
    mark = hashlib.blake2b(str(article.parent).encode("utf-8", "surrogateescape"), digest_size=4)
    return _numbered(folder, f"{article.name} {mark.hexdigest()}")


def _numbered(folder: Path, name: str) -> Iterator[Path]:
    name = _shortened(name, LONGEST_NAME)
    yield folder / f"{name}{SUFFIX}"
    for number in count(2):
        yield folder / f"{name} ({number}){SUFFIX}"


def _shortened(name: str, longest: int) -> str:
    if len(os.fsencode(name)) <= longest:
        return name
    return os.fsencode(name)[:longest].decode("utf-8", "ignore")
