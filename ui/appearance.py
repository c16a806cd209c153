"""The look a person chose, kept between starts: theme, text size, the window's geometry."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QObject, QSettings, Qt, Signal
from PySide6.QtWidgets import QApplication

from translation import preferences
from ui import theme as themes
from ui.theme import TEXT_SIZE, THEMES, Theme

if TYPE_CHECKING:
    from PySide6.QtGui import QStyleHints

SYSTEM = "system"
"""The choice of theme that follows the system's light or dark."""


def window_settings() -> QSettings:
    """Return the window's own settings: a file beside the preferences, moved with them."""
    path = preferences.settings_path().with_name("window.ini")
    return QSettings(str(path), QSettings.Format.IniFormat)


class Appearance(QObject):
    """Holds the present Theme and changes it for the whole application."""

    changed = Signal(object)
    """The Theme that holds from now on."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = window_settings()
        chosen = str(self._settings.value("theme", SYSTEM))
        self._choice = chosen if chosen in THEMES else SYSTEM
        self._theme = self._chosen_theme().zoomed(_whole(self._settings.value("text_size")))
        _style_hints().colorSchemeChanged.connect(self._system_changed)

    @property
    def choice(self) -> str:
        """The name of a theme, or SYSTEM."""
        return self._choice

    @property
    def theme(self) -> Theme:
        """The theme as it is shown."""
        return self._theme

    def apply(self) -> None:
        """Dress the application in the present theme."""
        app = QApplication.instance()
        if isinstance(app, QApplication):
            themes.apply(app, self._theme)

    def choose(self, name: str) -> None:
        """Take a theme by its name, or SYSTEM."""
        self._choice = name
        self._settings.setValue("theme", name)
        self._take(self._chosen_theme().zoomed(self._theme.text_size))

    def zoom(self, steps: int) -> None:
        """Make text larger or smaller by pixels; 0 gives the usual size."""
        size = self._theme.text_size + steps if steps else TEXT_SIZE
        zoomed = self._theme.zoomed(size)
        self._settings.setValue("text_size", zoomed.text_size)
        self._take(zoomed)

    def keep(self, name: str, state: QByteArray) -> None:
        """Keep the geometry or state of a part of the window."""
        self._settings.setValue(name, state)

    def kept(self, name: str) -> QByteArray | None:
        """Return what was kept under a name, or None."""
        state = self._settings.value(name)
        return state if isinstance(state, QByteArray) else None

    def _chosen_theme(self) -> Theme:
        if self._choice in THEMES:
            return THEMES[self._choice]
        dark = _style_hints().colorScheme() == Qt.ColorScheme.Dark
        return themes.DARK if dark else themes.LIGHT

    def _system_changed(self) -> None:
        if self._choice == SYSTEM:
            self._take(self._chosen_theme().zoomed(self._theme.text_size))

    def _take(self, theme: Theme) -> None:
        if theme == self._theme:
            return
        # The size of the text is the review panel's alone: the rest need not be dressed anew.
        other_colours = theme.name != self._theme.name
        self._theme = theme
        if other_colours:
            self.apply()
        self.changed.emit(theme)


def _style_hints() -> QStyleHints:
    return QApplication.styleHints()


def _whole(value: object) -> int:
    try:
        return int(str(value))
    except ValueError:
        return TEXT_SIZE
