"""The file name that the export dialog proposes, and what can be wrong with one."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from translation.work.export_names import cut, translated_name, translated_stem

if TYPE_CHECKING:
    from app.session import Session
    from translation.model.originals import Original
    from ui.dialogs.file_types import FileType


def default_path(session: Session, type_: FileType) -> Path:
    """Return a name for the document in a format, never that of the article itself.

    "article.ar.txt" becomes "article.en.xlf": the language of the name is the text's.
    """
    folder, files = usual_folder(session), session.document.files
    name = files[0].name if files else ""
    stem, ending = translated_stem(name, session.editor.pair), _ending(name, type_)
    path = folder / f"{cut(stem, ending)}{ending}"
    if path == article(session):
        return folder / f"{cut(stem, ending)}-2{ending}"
    return path


def usual_folder(session: Session) -> Path:
    """Return the folder of the project where a person chose it, else the home."""
    from translation.system.preferences import projects_folder

    project = session.files.path
    at_hand = project is not None and project.parent != projects_folder()
    return project.parent if project and at_hand else Path.home()


def name_for(original: Original, type_: FileType) -> str:
    """Return a name for one file of several in a format: another than its own."""
    name, pair = original.name, original.files[0].pair
    return translated_name(name, pair, _ending(name, type_))


def _ending(name: str, type_: FileType) -> str:
    """Return how a name ends; an original that is filled keeps its own: .sdlxliff, .fodt, .htm."""
    own = Path(name).suffix.lower() if type_.in_place else ""
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
