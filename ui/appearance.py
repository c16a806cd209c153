"""The look a person chose, kept between starts: theme, text size, the window's geometry."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication

from app.settings import TEXT_SIZE as KEPT_TEXT_SIZE
from app.settings import THEME, Settings
from ui import theme as themes
from ui.theme import TEXT_SIZE, THEMES, Theme

if TYPE_CHECKING:
    from PySide6.QtCore import QByteArray
    from PySide6.QtGui import QStyleHints

    from app.settings import Setting

SYSTEM = THEME.default
"""The choice of theme that follows the system's light or dark."""


class Appearance(QObject):
    """Holds the present Theme and changes it for the whole application."""

    changed = Signal(object)
    """The Theme that holds from now on."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = Settings()
        chosen = self._settings.value(THEME)
        self._choice = chosen if chosen in THEMES else SYSTEM
        self._theme = self._chosen_theme().zoomed(self._settings.value(KEPT_TEXT_SIZE) or TEXT_SIZE)
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
        self._settings.keep(THEME, name)
        self._take(self._chosen_theme().zoomed(self._theme.text_size))

    def zoom(self, steps: int) -> None:
        """Make text larger or smaller by pixels; 0 gives the usual size."""
        size = self._theme.text_size + steps if steps else TEXT_SIZE
        zoomed = self._theme.zoomed(size)
        self._settings.keep(KEPT_TEXT_SIZE, zoomed.text_size)
        self._take(zoomed)

    def keep(self, setting: Setting[QByteArray], state: QByteArray) -> None:
        """Keep the geometry or state of a part of the window."""
        self._settings.keep(setting, state)

    def kept(self, setting: Setting[QByteArray]) -> QByteArray | None:
        """Return what was kept of a part of the window, or None."""
        state = self._settings.value(setting)
        return None if state.isEmpty() else state

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
