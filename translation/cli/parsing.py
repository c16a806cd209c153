"""The parser of the command line, and readers of what stands after its options."""

from __future__ import annotations

import argparse
import re
import sys
from typing import TYPE_CHECKING, NoReturn

from translation.model.language import is_language_tag
from translation.system.preferences import allowed

if TYPE_CHECKING:
    from collections.abc import Callable

_WHOLE = re.compile(r"[+-]?[0-9]{1,18}")


class OneLineParser(argparse.ArgumentParser):
    """A parser whose complaints are one line, as everything this program says is."""

    def error(self, message: str) -> NoReturn:
        """Say what is wrong and leave with 2."""
        sys.stderr.write(f"{self.prog}: {message} (see {self.prog} --help)\n")
        sys.exit(2)


def language_tag(text: str) -> str:
    """Read a code of a language."""
    if not is_language_tag(text):
        raise argparse.ArgumentTypeError(f"“{text}” is not a language code such as ar or en-GB")
    return text


def count(least: int, most: int) -> Callable[[str], int]:
    """Return what reads a whole number between two others."""

    def number(text: str) -> int:
        if not _WHOLE.fullmatch(text) or not least <= int(text) <= most:
            raise argparse.ArgumentTypeError(f"{text} is not a whole number from {least} to {most}")
        return int(text)

    return number


def setting(name: str) -> Callable[[str], int]:
    """Return what reads a number that is a setting, too, and refuses it by the same limits."""

    def number(text: str) -> int:
        value = int(text) if _WHOLE.fullmatch(text) else None
        wanted = allowed(name, value)
        if value is None or wanted is not None:
            raise argparse.ArgumentTypeError(f"{text} is not {wanted}")
        return value

    return number
