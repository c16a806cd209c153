"""The mark that pyside6-lupdate looks for in tables of texts.

PySide6 has a function of this name too, but types what it returns as ``object``.
"""

from __future__ import annotations

from translation.errors.plurals import Counted


def QT_TRANSLATE_NOOP(_context: str, text: str) -> str:
    """Return the text as it is: it is translated where it is shown."""
    return text


def QT_TRANSLATE_N_NOOP(_context: str, one: str, other: str, fact: str = "count") -> Counted:
    """Return a sentence with a number, which is translated where it is shown.

    ``python -m tests.interface_texts`` looks for it: pyside6-lupdate does not know it.
    """
    return Counted(one, other, fact)
