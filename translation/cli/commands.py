"""The commands segment and convert."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from translation.cli.files import check_output, opened_input, write_output
from translation.cli.output import say
from translation.model.inline import strip_codes

if TYPE_CHECKING:
    import argparse


def segment(args: argparse.Namespace) -> int:
    """List the segments of an article, one a line or as JSON."""
    with opened_input(args) as opened:
        document = opened.document
    if args.json:
        rows = [
            {
                "id": s.id,
                "unit": s.unit_id,
                "role": document.unit_of(s).role.value,
                "source": strip_codes(s.source),
            }
            for s in document.segments
        ]
        say(json.dumps(rows, ensure_ascii=False, indent=1))
    else:
        say("\n".join(" ".join(strip_codes(s.source).splitlines()) for s in document.segments))
    return 0


def convert(args: argparse.Namespace) -> int:
    """Write a file in another format."""
    check_output(args)
    with opened_input(args) as opened:
        write_output(opened, args)
    return 0
