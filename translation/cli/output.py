"""What the commands print: results on standard output, sentences on standard error."""

from __future__ import annotations

import io
import sys

from translation.system.atomic import export_error


def speak_utf8() -> None:
    """Make standard output UTF-8, whatever the system would choose for a pipe or a file.

    A terminal keeps its own encoding; what it cannot show appears as an escape.
    """
    if not isinstance(sys.stdout, io.TextIOWrapper):  # closed, or a test's
        return
    if sys.stdout.isatty():
        sys.stdout.reconfigure(errors="backslashreplace")
    else:
        sys.stdout.reconfigure(encoding="utf-8", errors="surrogateescape")


def say(text: str) -> None:
    """Print a result. Raises ExportError where standard output takes no more."""
    try:
        print(text, flush=True)
    except BrokenPipeError:
        raise  # the reader has what it wanted
    except OSError as error:
        raise export_error("standard output", error) from error


def tell(sentence: str) -> None:
    """Say on standard error, in one line whatever a file is called, what a person should know."""
    print(*sentence.splitlines(), file=sys.stderr)
