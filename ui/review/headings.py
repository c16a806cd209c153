"""The headings of the two sides."""

from __future__ import annotations

from PySide6.QtCore import QLocale

from ui.marked import QT_TRANSLATE_NOOP
from ui.texts import language_name, translated

_SOURCE = QT_TRANSLATE_NOOP("review", "{language} — source")
_TARGET = QT_TRANSLATE_NOOP("review", "{language} — target")


def heading(language: str, *, is_source: bool) -> str:
    """Return what stands over a side: its language and which side it is."""
    name = language_name(language)
    if name == language:
        known = QLocale(language.replace("-", "_"))
        if known.language() is not QLocale.Language.C:
            name = QLocale.languageToString(known.language())
    return translated("review", _SOURCE if is_source else _TARGET, language=name)
