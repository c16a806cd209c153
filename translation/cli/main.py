"""Runs a headless command and turns what went wrong into one line and an exit status."""

from __future__ import annotations

import os
import sys
from argparse import Namespace
from typing import TYPE_CHECKING

from translation.cli.arguments import make_parser
from translation.cli.output import speak_utf8, tell
from translation.errors import MurajiError, notice_sentence
from translation.system import preferences
from translation.system.cancel import Cancelled

if TYPE_CHECKING:
    from collections.abc import Sequence

    from translation.model.ports import PagePrinter

OK, INTERRUPTED, FAILED = 0, 130, 3


def run(argv: Sequence[str], printer: PagePrinter | None = None) -> int:
    """Run one command; return 0, 2 (input or use), 3 (engine or model) or 130 (interrupted).

    ``printer`` makes the PDFs; without one a PDF asked for is refused.
    """
    try:
        speak_utf8()
        args = make_parser().parse_args(argv, Namespace(printer=printer))
        for notice in preferences.refusals():
            tell(notice_sentence(notice))
        status: int = args.run(args)
        if sys.stdout is not None:  # closed by whoever started the program
            sys.stdout.flush()
    except MurajiError as error:
        tell(str(error))
        return error.exit_status
    except (KeyboardInterrupt, Cancelled):
        tell("Interrupted.")
        return INTERRUPTED
    except BrokenPipeError:
        # The reader has what it wanted; Python must not complain again when it flushes at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return OK
    except Exception as error:
        if os.environ.get("MURAJI_DEBUG"):
            raise
        tell(str(MurajiError("unexpected", detail=f"{type(error).__name__}: {error}")))
        return FAILED
    return status
