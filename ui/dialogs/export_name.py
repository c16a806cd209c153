"""The file name that the export dialog proposes, and what can be wrong with one."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import TYPE_CHECKING

from translation.errors.names import without_hidden
from translation.model.language import primary_subtag

if TYPE_CHECKING:
    from app.session import Session
    from ui.dialogs.file_types import FileType

_LANGUAGE = re.compile(r"(.+)[._-]([A-Za-z]{2,3}(?:-[A-Za-z]{2,4})?)\Z", re.DOTALL)
LONGEST_NAME = 200
"""Bytes: file systems take 255, and a project beside the export wants some."""


def default_path(session: Session, type_: FileType) -> Path:
    """Return a name for the document in a format, never that of the article itself.

    "article.ar.txt" becomes "article.en.xlf": the language of the name is the text's.
    """
    from translation.system.preferences import projects_folder

    project = session.files.path
    at_hand = project is not None and project.parent != projects_folder()
    folder = project.parent if project and at_hand else Path.home()
    stem, ending = _stem(session), _ending(session, type_)
    path = folder / f"{_cut(stem, ending)}{ending}"
    if path == article(session):
        return folder / f"{_cut(stem, ending)}-2{ending}"
    return path


def _ending(session: Session, type_: FileType) -> str:
    """Return how a name ends; an original that is filled keeps its own: .sdlxliff, .fodt, .htm."""
    files = session.document.files
    own = Path(files[0].name).suffix.lower() if files and type_.in_place else ""
    return own if own in type_.suffixes else type_.ending


def article(session: Session) -> Path | None:
    """Return where the article stands as far as is known: beside its project."""
    files = session.document.files
    return (
        session.files.path.parent / Path(files[0].name).name
        if session.files.path and files
        else None
    )


def with_ending(path: Path, before: FileType, after: FileType, known: set[str]) -> Path:
    """Return a path whose name ends as another format's does."""
    name = path.name
    if before == after:
        return path
    if name.lower().endswith(before.ending):
        return path.with_name(name[: -len(before.ending)] + after.ending)
    if path.suffix.lower() in after.suffixes:
        return path
    bare = name[: -len(path.suffix)] if path.suffix.lower() in known else name
    return path.with_name(bare + after.ending)


def is_file(path: Path) -> bool:
    """Tell whether there is a file; a name that no file can have is none."""
    return os.path.isfile(path)


def is_folder(path: Path) -> bool:
    """Tell whether there is a folder; a name that none can have is none."""
    return os.path.isdir(path)


def _stem(session: Session) -> str:
    files = session.document.files
    name = without_hidden(Path(files[0].name).name) if files else "translation"
    stem = Path(name).stem.strip() or "translation"
    pair = session.editor.pair
    pair_tags = {primary_subtag(pair.source), primary_subtag(pair.target)}
    named = _LANGUAGE.match(stem)
    if named and primary_subtag(named[2]) in pair_tags:
        stem = named[1]
    return f"{stem}.{primary_subtag(pair.target)}"


def _cut(stem: str, ending: str) -> str:
    room = LONGEST_NAME - len(ending.encode())
    return os.fsencode(stem)[:room].decode("utf-8", "ignore")
