"""The command recover: what a damaged project or a backup holds, put into a new project."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from translation.cli.files import print_notices
from translation.cli.output import say
from translation.errors import UsageError
from translation.errors.damage import DOUBTS
from translation.errors.names import visible

if TYPE_CHECKING:
    import argparse
    from pathlib import Path

    from translation.model.doubt import Doubt


def recover(args: argparse.Namespace) -> int:
    """Recover IN, tell what could not be read, and list the segments in doubt on standard output.

    A line each: number, id, why, and what else the target may have been; tabs between. With
    --list: the backups of IN or of all projects, the newest first.
    """
    from translation.work.salvaging import recover as recover_project

    if args.list:
        return _list(args.input)
    if args.input is None:
        raise UsageError("recover_nothing")
    found = recover_project(args.input, args.output, replaces=True)
    print_notices(found.notices)
    if found.doubts:
        say("\n".join(_line(number, id_, doubt) for number, id_, doubt in found.doubts))
    return 0


def _list(project: Path | None) -> int:
    from translation.store import Backups
    from translation.system import preferences

    backups = Backups(preferences.backups_folder())
    for backup in backups.all() if project is None else backups.of(project):
        made = time.strftime("%Y-%m-%d %H:%M:%S", time.localtime(backup.time))
        say("\t".join((made, str(backup.size), visible(str(backup.project)), str(backup.path))))
    return 0


def _line(number: int, id_: str, doubt: Doubt) -> str:
    was = "" if doubt.was is None else doubt.was.target or ""
    return "\t".join((str(number), id_, DOUBTS[doubt.reason], " ".join(was.split())))
