"""Muraji: review machine translation side by side. The composition root."""

from __future__ import annotations

import sys

NO_DISPLAY, INTERRUPTED = 2, 130


def main(argv: list[str]) -> int:
    """Run a headless command, the engine worker, or the window; return the exit status."""
    from translation.cli.arguments import COMMANDS

    if argv[:1] == ["engine-worker"]:
        from translation.engines import worker

        return worker.main()
    if argv[:1] == ["headless"]:
        from app.printing.printer import QtPagePrinter
        from translation.cli import headless

        return headless.main(argv[1:], QtPagePrinter())
    if argv and (argv[0] in COMMANDS or argv[0].startswith("-")):
        from app.printing.printer import QtPagePrinter
        from translation.cli.main import run

        return run(argv, QtPagePrinter())
    return _window(argv)


def _window(argv: list[str]) -> int:
    """Open the window on the file named, if one is; without a display say what else there is."""
    from pathlib import Path

    from ui.display import DisplayProbe

    probe = DisplayProbe()
    if problem := probe.early_problem():
        return _no_display(problem)
    from app.composition import program_session
    from ui import application

    if problem := probe.problem():
        return _no_display(problem)
    file = Path(argv[0]) if argv else None
    return application.run(file, program_session)


def _no_display(problem: str) -> int:
    from translation.errors import UsageError

    print(UsageError("no_display", detail=problem), file=sys.stderr)
    return NO_DISPLAY


def command() -> int:
    """Run what the command line asks for; what pip installs as ``muraji`` calls this."""
    # Everything is imported inside, so that Ctrl+C is one line from the first moment on.
    try:
        return main(sys.argv[1:])
    except KeyboardInterrupt:
        print("Interrupted.", file=sys.stderr)
        return INTERRUPTED


if __name__ == "__main__":
    sys.exit(command())
