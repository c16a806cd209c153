"""The command recover: what can be read of a damaged project, put into a new one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from translation.cli.files import print_notices
from translation.cli.output import say
from translation.errors import SENTENCES

if TYPE_CHECKING:
    import argparse

    from translation.model.doubt import Doubt


def recover(args: argparse.Namespace) -> int:
    """Recover IN, tell what could not be read, and list the segments in doubt on standard output.

    A line each: number, id, why, and what else the target may have been; tabs between.
    """
    from translation.salvaging import recover as recover_project

    found = recover_project(args.input, args.output, replaces=True)
    print_notices(found.notices)
    if found.doubts:
        say("\n".join(_line(number, id_, doubt) for number, id_, doubt in found.doubts))
    return 0


def _line(number: int, id_: str, doubt: Doubt) -> str:
    was = "" if doubt.was is None else doubt.was.target or ""
    return "\t".join((str(number), id_, SENTENCES[f"doubt.{doubt.reason}"], " ".join(was.split())))
