"""Whether COMET is to judge, too, and which."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from translation.errors import ScoreError

if TYPE_CHECKING:
    import argparse

    from translation.work.comet_apart import Comet

PREFERRED = "-"
"""Stands for the checkpoint of the preferences."""


def chosen_comet(args: argparse.Namespace) -> Comet | None:
    """Return the checkpoint that is asked for with its Python, None where none is.

    Raises ScoreError comet_none where the preferences are to name it and do not.
    """
    from translation.system import preferences
    from translation.work.comet_apart import Comet

    if not args.comet:
        return None
    kept = preferences.load()
    checkpoint = kept.comet if args.comet == PREFERRED else args.comet
    if not checkpoint:
        raise ScoreError("comet_none")
    return Comet(Path(checkpoint).expanduser(), args.comet_python or kept.comet_python)
