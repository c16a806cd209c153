"""The settings of the window alone, each declared once: its key and what it is when never set.

Those that the command line shares are in translation.preferences.
"""

from __future__ import annotations

import os
from contextlib import suppress
from dataclasses import dataclass
from typing import Generic, TypeVar

from PySide6.QtCore import QByteArray, QSettings

from translation import preferences
from translation.private import make_private_folder, open_private

T = TypeVar("T", str, int, QByteArray)


@dataclass(frozen=True)
class Setting(Generic[T]):
    """One setting. Its values are of the type of ``default``."""

    key: str
    default: T


THEME = Setting("theme", "system")
"""The name of a theme, or "system" for the one that goes with the system's light or dark."""
TEXT_SIZE = Setting("text_size", 0)
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
        path = preferences.settings_path().with_name("window.ini")
        with suppress(OSError):  # Qt does without what cannot be written
            make_private_folder(path.parent)
            os.close(open_private(path, os.O_WRONLY | os.O_CREAT))
        self._kept = QSettings(str(path), QSettings.Format.IniFormat)

    def value(self, setting: Setting[T]) -> T:
        """Return what is kept, or the default where that is nothing of its type."""
        kept = self._kept.value(setting.key)
        kind = type(setting.default)
        if kind is int and isinstance(kept, str):  # The file keeps numbers as text.
            kept = int(kept) if kept.lstrip("-").isdecimal() else None
        return kept if isinstance(kept, kind) else setting.default

    def keep(self, setting: Setting[T], value: T) -> None:
        """Keep a value from now on."""
        self._kept.setValue(setting.key, value)
