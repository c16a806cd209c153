"""The mark that pyside6-lupdate looks for in tables of texts.

PySide6 has a function of this name too, but types what it returns as ``object``.
"""

from __future__ import annotations


def QT_TRANSLATE_NOOP(_context: str, text: str) -> str:
    """Return the text as it is: it is translated where it is shown."""
    return text
