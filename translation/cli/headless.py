"""``make run`` without a display: the whole job on an article, every export into a folder.

``main.py headless ARTICLE FOLDER``
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from translation.cli.main import run
from translation.errors import MurajiError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from translation.model.ports import PagePrinter


def review_without_window(article: Path, folder: Path, printer: PagePrinter) -> int:
    """Draft, score and export an article; return the exit status of the first step that fails."""
    folder.mkdir(parents=True, exist_ok=True)
    project = folder / f"{article.stem}.muraji"
    print(f"No window can be shown; drafting {article} instead.")
    status = run(["translate", str(article), "-o", str(project)])
    status = status or run(["score", str(project)])
    if status:
        return status
    written = [project, *_export_all(project, printer)]
    print("Written:", *written, sep="\n  ")
    return 0


def _export_all(project: Path, printer: PagePrinter) -> list[Path]:
    from translation.cli.files import print_notices
    from translation.formats import writable_formats
    from translation.work.documents import open_document
    from translation.work.exporting import export

    opened = open_document(project)
    if opened.project is not None:
        opened.project.close()
    written = []
    for spec in writable_formats(opened.document):
        out = project.with_suffix(spec.suffixes[0])
        if out in written:  # formats that share a suffix
            out = project.with_suffix(f".{spec.id}{spec.suffixes[0]}")
        try:
            print_notices(export(opened.document, out, spec.id, printer=printer))
        except MurajiError as error:
            print(error)
            continue
        written.append(out)
    return written


def main(argv: Sequence[str], printer: PagePrinter) -> int:
    """Run with the article and the folder from the command line."""
    article, folder = argv
    return review_without_window(Path(article), Path(folder), printer)
