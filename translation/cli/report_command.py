"""The command report: what was changed, scored and found, written for a client to read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from translation.cli.check_command import chosen_profile, spelling_rules
from translation.cli.comet_choice import chosen_comet
from translation.cli.files import opened_input
from translation.cli.score_command import add_references

if TYPE_CHECKING:
    import argparse


def report(args: argparse.Namespace) -> int:
    """Write the report of a project or a bilingual file."""
    from translation.reporting.gather import gather
    from translation.reporting.words import Edition
    from translation.reporting.writing import report_file, write_report
    from translation.spelling.spellers import Spellers
    from translation.system import preferences
    from translation.system.atomic import check_place

    report_file(args.output)
    check_place(args.output)
    tokeniser = args.tokenize or preferences.load().tokeniser
    with opened_input(args) as opened:
        if args.reference:
            add_references(opened.document, args.reference)
        profile = chosen_profile(args, opened)
        review = gather(
            opened.document,
            opened.project,
            profile=profile,
            spelling=spelling_rules(profile, opened, args.input.name, Spellers()),
            with_effort=args.effort,
            tokeniser=tokeniser,
            learn=chosen_comet(args),
        )
        write_report(review, args.output, Edition(args.edition), args.printer)
    return 0
