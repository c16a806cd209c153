"""The settings of the window alone, each declared once: its key and what it is when never set.

Those that the command line shares are in translation.preferences.
"""

from __future__ import annotations

import os
import re
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from PySide6.QtCore import QByteArray, QSettings

from translation import preferences
from translation.private import make_private_folder, open_private

if TYPE_CHECKING:
    from translation.model.imported import Notice

_WHOLE = re.compile(r"-?[0-9]{1,18}")

T = TypeVar("T", str, int, QByteArray)


@dataclass(frozen=True)
class Setting(Generic[T]):
    """One setting. Its values are of the type of ``default``.

    ``choices`` are all there are of texts, where it is one of several; numbers that are not the
    default lie in ``limits``.
    """

    key: str
    default: T
    choices: tuple[str, ...] = ()
    limits: tuple[int, int] | None = None

    def allowed(self, value: object) -> str | None:
        """Return what the setting may be where the value is none of it, None where it is."""
        if value == self.default:
            return None
        if self.choices and value not in self.choices:
            return f"one of: {' '.join(self.choices)}"
        if self.limits and not (type(value) is int and self.limits[0] <= value <= self.limits[1]):
            return f"a whole number from {self.limits[0]} to {self.limits[1]}"
        return None if isinstance(value, type(self.default)) else "what the window wrote"


THEME = Setting("theme", "system", ("system", "light", "dark", "contrast"))
"""The name of a theme, or "system" for the one that goes with the system's light or dark."""
TEXT_SIZE = Setting("text_size", 0, limits=(10, 36))
"""Pixels of the texts under review; 0 is the usual size."""
GEOMETRY = Setting("geometry", QByteArray())
"""Where the window stands and how large it is, as Qt keeps it."""
COLUMNS = Setting("columns", QByteArray())
"""How the window is divided between review and panels."""
PANELS = Setting("panels", QByteArray())
"""How the side is divided among the panels."""

SETTINGS: tuple[Setting[str] | Setting[int] | Setting[QByteArray], ...] = (
    THEME,
    TEXT_SIZE,
    GEOMETRY,
    COLUMNS,
    PANELS,
)


class Settings:
    """The settings as kept, in a file beside the preferences that moves with them."""

    def __init__(self) -> None:
        self._path = preferences.settings_path().with_name("window.ini")
        with suppress(OSError):  # Qt does without what cannot be written
            make_private_folder(self._path.parent)
            os.close(open_private(self._path, os.O_WRONLY | os.O_CREAT))
        self._kept = QSettings(str(self._path), QSettings.Format.IniFormat)

    def value(self, setting: Setting[T]) -> T:
        """Return what is kept, or the default where that is nothing it may be."""
        kept = self._kept_value(setting)
        return (
            kept
            if isinstance(kept, type(setting.default)) and not setting.allowed(kept)
            else setting.default
        )

    def refusals(self) -> list[Notice]:
        """Return what of the kept settings is not gone by, and why."""
        kept = ((setting, self._kept_value(setting)) for setting in SETTINGS)
        return [
            preferences.refusal(self._path, setting.key, value, wanted, setting.default)
            for setting, value in kept
            if value is not None
            and (wanted := setting.allowed(value)) is not None
            and not isinstance(setting.default, QByteArray)
        ]

    def _kept_value(self, setting: Setting[Any]) -> object:
        kept = self._kept.value(setting.key)
        if type(setting.default) is int and isinstance(
            kept, str
        ):  # The file keeps numbers as text.
            return int(kept) if _WHOLE.fullmatch(kept) else kept
        return kept

    def keep(self, setting: Setting[T], value: T) -> None:
        """Keep a value from now on."""
        self._kept.setValue(setting.key, value)
