"""The command mqm: the errors that are marked in a document, their score, and files of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from translation.cli.files import opened_input, print_notices, write_output
from translation.cli.output import say
from translation.errors import UsageError
from translation.model.imported import Notice
from translation.mqm.names import category_name, severity_name

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator
    from pathlib import Path

    from translation.model.document import Document
    from translation.mqm import MqmScore, Typology
    from translation.work.documents import Opened

FORMS = ("tsv", "json", "pearmut")


def mqm(args: argparse.Namespace) -> int:
    """Print the score of the marked errors, write them to a file, or take some from one."""
    with opened_input(args) as opened:
        typology = _typology(args.typology, opened)
        if args.ratings:
            _take(opened, args, typology)
            return 0
        if args.form is None:
            from translation.mqm import score_document

            say("\n".join(_lines(score_document(opened.document, typology), typology)))
            return 0
        text = _written(args, opened.document, typology)
    if args.output is None:
        say(text.removesuffix("\n"))
    else:
        from translation.system.atomic import write_atomically

        _check_apart(args)
        write_atomically(args.output, text.encode("utf-8"))
    return 0


def _typology(path: Path | None, opened: Opened) -> Typology:
    """Return the typology asked for, else that of the project, else MQM Core."""
    from translation.formats import read_bytes
    from translation.formats.decoding import decode
    from translation.mqm.typology import KEPT, Typology, kept_typology

    if path is not None:
        return Typology.parse(decode(read_bytes(path), path.name).text, path.name)
    return kept_typology(str(opened.project.get_meta(KEPT, "")) if opened.project else "")


def _written(args: argparse.Namespace, document: Document, typology: Typology) -> str:
    from translation.mqm import json_form, pearmut, wmt
    from translation.mqm.rated import system_name

    system = args.system or system_name(document)
    if args.form == "tsv":
        return wmt.written(document, typology, system)
    if args.form == "json":
        return json_form.written(document, typology, system)
    campaign = pearmut.written(document, typology, system, args.input.stem)
    if campaign.left_out:
        print_notices([Notice("mqm_no_room", (("count", str(campaign.left_out)),))])
    return campaign.text


def _take(opened: Opened, args: argparse.Namespace, typology: Typology) -> None:
    """Put the errors of files beside the document, and write it with them as a project."""
    from translation.formats import read_bytes
    from translation.formats.decoding import decode
    from translation.mqm.rating import read_ratings
    from translation.work.documents import is_project
    from translation.work.rating import append_records, rating_notices

    if args.output is None or not is_project(args.output, None):
        raise UsageError("mqm_needs_project")
    _check_apart(args)
    records = []
    for path in args.ratings:
        text = decode(read_bytes(path), path.name).text
        found = read_ratings(text, path.name, opened.document, typology)
        print_notices(rating_notices(found, path.name))
        fresh = found.records(opened.document)
        opened.document.add_records(fresh)
        records += fresh
    args.format = None
    write_output(opened, args)
    if opened.project is not None:
        append_records(args.output, records, opened.document.next_number)


def _check_apart(args: argparse.Namespace) -> None:
    out = args.output
    for path in (args.input, *args.ratings):
        if out.exists() and path.exists() and out.samefile(path):
            raise UsageError("out_is_in", file=out)


def _lines(score: MqmScore, typology: Typology) -> Iterator[str]:
    """Give what the score says, and what it does not."""
    yield f"typology: {typology.name}"
    yield f"segments evaluated: {score.segments}"
    yield f"words of their source: {score.words}"
    yield f"errors marked: {score.errors}"
    yield f"of these in the text as it stands now: {score.left}"
    if score.unknown:
        yield f"of a severity that the typology has not, without points: {score.unknown}"
    if score.per_thousand is None or score.left_per_thousand is None:
        yield "–  (no segment is confirmed or has an error marked)"
        return
    yield f"points in 1000 words, as it was marked: {score.per_thousand:.1f}"
    verdict = "passes" if score.passes(typology) else "fails"
    yield (
        f"points in 1000 words, as it stands now: {score.left_per_thousand:.1f} "
        f"({verdict}: at most {typology.threshold:g})"
    )
    if score.is_small:
        yield "few words: a single error weighs so much that the score says little"
    for severity, count in score.by_severity.items():
        yield f"  {severity_name(typology, severity)}: {count}"
    for category, count in score.by_category.items():
        yield f"  {category_name(typology, category)}: {count}"
