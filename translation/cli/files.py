"""The files that the commands name: opened, written, and what to tell about them."""

from __future__ import annotations

import os
from contextlib import contextmanager
from typing import TYPE_CHECKING

from translation.cli.output import tell
from translation.errors import UsageError, notice_sentence
from translation.model.language import ARABIC_TO_ENGLISH, LanguagePair, primary_subtag

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path

    from translation.model.draft import Draft
    from translation.model.imported import Notice
    from translation.work.documents import Opened

_QUIET_NOTICES = frozenset({"furniture"})
"""Notices of things that are as they should be: the window shows them, a pipe need not."""


@contextmanager
def opened_input(args: argparse.Namespace, only: Path | None = None) -> Iterator[Opened]:
    """Open IN, say what is to be said about it, and close its project in the end.

    Several become one document, but for ``only`` one of them. Raises UsageError where a project
    is among several.
    """
    from translation.work.additions import join

    first, *others = [only] if only else inputs(args)
    if others and (project := next(filter(_is_input_project(args), (first, *others)), None)):
        raise UsageError("project_in_project", file=project.name)
    opened = _opened(first, args)
    try:
        for path in others:
            more = _opened(path, args)
            print_notices(more.notices)
            join(opened.document, more.document)
        print_notices(opened.notices)
        yield opened
    finally:
        if opened.project is not None:
            opened.project.close()


def inputs(args: argparse.Namespace) -> list[Path]:
    """Return the files that are to be read; most commands take one."""
    found: Path | list[Path] = args.input
    return found if isinstance(found, list) else [found]


def _is_input_project(args: argparse.Namespace) -> Callable[[Path], bool]:
    from translation.work.documents import is_project

    return lambda path: is_project(path, args.input_format)


def _opened(path: Path, args: argparse.Namespace) -> Opened:
    from translation.formats.tables.column_choice import ColumnChoice
    from translation.system import preferences
    from translation.work.documents import open_document

    return open_document(
        path,
        pair=chosen_pair(args),
        format_id=args.input_format,
        encoding=args.encoding,
        strict=args.strict or preferences.load().strict,
        columns=ColumnChoice.parsed(args.columns) if args.columns else None,
    )


def chosen_pair(args: argparse.Namespace) -> LanguagePair | None:
    """Return the languages asked for; where one is named, the other is English or Arabic."""
    if args.source and args.target:
        return LanguagePair(args.source, args.target)
    named = args.source or args.target
    if not named:
        return None
    default = ARABIC_TO_ENGLISH
    is_default = default.target if args.target else default.source
    other = default.source if args.target else default.target
    if primary_subtag(named) == other:
        other = is_default
    return LanguagePair(named, other) if args.source else LanguagePair(other, named)


def check_output(args: argparse.Namespace) -> None:
    """Refuse an OUT that could not be written before any work is done for it.

    Raises UsageError where it is IN, by whatever name, or has a suffix of no format, and
    ExportError where there is no folder for it.
    """
    from translation.system.atomic import check_place
    from translation.work.exporting import check_format

    out: Path = args.output
    if os.path.isdir(out):
        if args.format:
            check_format(out, args.format)
        return
    for path in inputs(args):
        if os.path.exists(out) and os.path.exists(path) and out.samefile(path):
            raise UsageError("out_is_in", file=out)
    check_format(out, args.format)
    check_place(out)


def write_output(opened: Opened, args: argparse.Namespace, drafts: Sequence[Draft] = ()) -> None:
    """Write OUT. A project out of a project keeps its history; ``drafts`` are not in it yet.

    Into a folder each original is written apart, in its own format where none is asked for.
    """
    from translation.work.documents import is_project
    from translation.work.exporting import export

    if os.path.isdir(args.output):
        _write_each(opened, args)
    elif opened.project is not None and is_project(args.output, args.format):
        opened.project.copy_to(args.output, drafts=drafts)
    else:
        times = opened.project.edit_times if opened.project else None
        print_notices(
            export(
                opened.document, args.output, args.format, printer=args.printer, edit_times=times
            )
        )


def _write_each(opened: Opened, args: argparse.Namespace) -> None:
    from translation.formats import FORMATS
    from translation.model.originals import only, originals
    from translation.work.documents import PROJECT_FORMAT, PROJECT_SUFFIX, is_project
    from translation.work.export_names import apart, translated_name
    from translation.work.exporting import export

    specs = {spec.id: spec for spec in FORMATS if spec.write is not None}
    times = opened.project.edit_times if opened.project else None
    used: set[str] = set()
    taken = {path.resolve() for path in inputs(args)}
    for one in originals(opened.document.files):
        spec = specs.get(args.format or one.format, specs["docx"])
        own = os.path.splitext(one.name)[1].lower()
        in_place = spec.id == one.format and own in spec.suffixes
        format_id, ending = spec.id, own if in_place else f"{spec.name_mark}{spec.suffixes[0]}"
        if is_project(args.output, args.format):
            format_id, ending = PROJECT_FORMAT, PROJECT_SUFFIX
        name = apart(translated_name(one.name, one.files[0].pair, ending), used)
        while (out := args.output / name).resolve() in taken:
            name = apart(name, {*used, name.casefold()})
        used.add(name.casefold())
        document = only(opened.document, one)
        print_notices(export(document, out, format_id, printer=args.printer, edit_times=times))


def print_notices(notices: Iterable[Notice]) -> None:
    """Say on standard error what a person should know."""
    for notice in notices:
        if notice.code not in _QUIET_NOTICES:
            tell(notice_sentence(notice))
