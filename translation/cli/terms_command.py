"""The command terms: termbases listed, converted and joined."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from translation.cli.files import chosen_pair, print_notices
from translation.cli.output import say
from translation.errors import InputError, UsageError
from translation.model.term import TermStatus, merged

if TYPE_CHECKING:
    import argparse

    from translation.model.language import LanguagePair
    from translation.model.term import Term, TermBase


def terms(args: argparse.Namespace) -> int:
    """List the terms of the files, or write them all into one."""
    pair = chosen_pair(args)
    if args.output:
        _check_output(args)
    termbase = _read(args, pair)
    if args.output:
        from translation.work.termbases import export_termbase

        print_notices(export_termbase(termbase, args.output, args.format))
    else:
        say(_listed(termbase, pair))
    return 0


def _read(args: argparse.Namespace, pair: LanguagePair | None) -> TermBase:
    """Read and join the files; where languages were asked for, entries that have both are kept."""
    from translation.work.termbases import open_termbase

    found = []
    for path in args.input:
        read = open_termbase(path, pair=pair, format_id=args.input_format, encoding=args.encoding)
        print_notices(read.notices)
        found.append(read.termbase)
    termbase = merged(found)
    if pair is not None:
        termbase = termbase.kept(pair)
        if not termbase.entries:
            raise InputError("no_terms", file=", ".join(path.name for path in args.input))
    return termbase


def _check_output(args: argparse.Namespace) -> None:
    from translation.formats.termbases import find_writer
    from translation.system.atomic import check_place

    out = args.output
    there = [path for path in args.input if os.path.exists(path)]
    if os.path.exists(out) and any(out.samefile(path) for path in there):
        raise UsageError("out_is_in", file=out)
    find_writer(out, args.format)
    check_place(out)


def _listed(termbase: TermBase, pair: LanguagePair | None) -> str:
    """Return a line a pair of terms, or, of all languages, a line an entry; tabs between."""
    if pair is not None:
        lines = [(pair.source, pair.target)]
        lines += [(_shown(one.source), _shown(one.target)) for one in termbase.pairs(pair)]
        return "\n".join(map("\t".join, lines))
    rows = ["\t".join(termbase.languages)]
    for entry in termbase.entries:
        by_language: dict[str, list[str]] = {language: [] for language in termbase.languages}
        for term in entry.terms:
            by_language[term.language].append(_shown(term))
        rows.append("\t".join("; ".join(found) for found in by_language.values()))
    return "\n".join(rows)


def _shown(term: Term) -> str:
    text = " ".join(term.text.split())
    return f"{text} ({term.status})" if term.status is TermStatus.FORBIDDEN else text
