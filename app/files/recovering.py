"""Recovering a damaged project into a new one and going on there; in a worker thread."""

from __future__ import annotations

import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from app.files.opening import OpenedWork
from translation.errors import ProjectError
from translation.store import ProjectFile
from translation.store.doubts import DAMAGE_REASONS
from translation.store.identity import LOG

if TYPE_CHECKING:
    from app.services import Services
    from translation.errors import MurajiError
    from translation.model.ports import Report


@dataclass(frozen=True, slots=True)
class Damaged:
    """A project that is damaged, and the article for which it was opened, if for one."""

    path: Path
    article: Path | None = None


def damage_in(error: MurajiError | None) -> Damaged | None:
    """Return the project that an error calls damaged, None where it calls none so."""
    if not isinstance(error, ProjectError) or error.reason not in DAMAGE_REASONS:
        return None
    article = error.facts.get("article")
    return Damaged(Path(error.facts["file"]), Path(article) if article else None)


def recover_work(
    services: Services, damaged: Damaged, open_now: ProjectFile | None, report: Report
) -> OpenedWork:
    """Recover a project and open what that gave. Raises MurajiError, and what report raises."""
    from translation.work.salvaging import recover  # reads much that is seldom wanted

    articles = [damaged.article] if damaged.article else []
    elsewhere = services.projects_folder()
    with tempfile.TemporaryDirectory(prefix="muraji-") as folder:
        copy = None
        if open_now and open_now.path == damaged.path and not open_now.read_only:
            copy = _copied(open_now, Path(folder) / damaged.path.name)
        found = recover(
            damaged.path, articles=articles, elsewhere=elsewhere, copy=copy, report=report
        )
    return OpenedWork(ProjectFile.open(found.path), recovered=tuple(found.notices))


def _copied(project: ProjectFile, copy: Path) -> Path:
    """Copy the project that is open here: as SQLite does, or byte for byte where it cannot."""
    try:
        project.copy_to(copy)
    except ProjectError as error:
        if error.reason not in DAMAGE_REASONS:
            raise
        for suffix in ("", LOG):
            beside = Path(f"{project.path}{suffix}")
            if beside.exists():
                shutil.copyfile(beside, f"{copy}{suffix}")
    return copy
