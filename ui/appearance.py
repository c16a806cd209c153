"""The look a person chose: theme, text size and fonts, as the settings say, for every part."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication

from app.settings.language_fonts import SIZES, LanguageFont, read_fonts, written_fonts
from app.settings.store import Settings
from app.settings.table import FONTS, LINE_SPACING, THEME
from app.settings.table import TEXT_SIZE as KEPT_TEXT_SIZE
from translation.model.language import primary_subtag
from ui import dressing
from ui import theme as themes
from ui.theme import TEXT_SIZE, THEMES, Theme

if TYPE_CHECKING:
    from PySide6.QtCore import QByteArray
    from PySide6.QtGui import QStyleHints

    from app.settings.table import AnySetting
    from translation.system.setting import Setting

SYSTEM = THEME.default
"""The choice of theme that follows the system: light, dark or high contrast."""


class Appearance(QObject):
    """Holds the present Theme and changes it for the whole application."""

    changed = Signal(object)
    """The Theme that holds from now on."""

    def __init__(self, parent: QObject | None = None, settings: Settings | None = None) -> None:
        super().__init__(parent)
        self.settings = settings or Settings(self)
        self._theme = self._chosen_theme()
        self.settings.changed.connect(self._setting_changed)
        hints = _style_hints()
        hints.colorSchemeChanged.connect(self._take_chosen)
        hints.accessibility().contrastPreferenceChanged.connect(self._take_chosen)

    @property
    def choice(self) -> str:
        """The name of a theme, or SYSTEM."""
        return self.settings.value(THEME)

    @property
    def theme(self) -> Theme:
        """The theme as it is shown."""
        return self._theme

    def apply(self) -> None:
        """Dress the application in the present theme."""
        app = QApplication.instance()
        if isinstance(app, QApplication):
            dressing.apply(app, self._theme)

    def choose(self, name: str) -> None:
        """Take a theme by its name, or SYSTEM."""
        self.settings.keep(THEME, name)

    def zoom(self, steps: int) -> None:
        """Make text larger or smaller by pixels; 0 gives the usual size."""
        size = self._theme.zoomed(self._theme.text_size + steps).text_size if steps else TEXT_SIZE
        self.settings.keep(KEPT_TEXT_SIZE, 0 if size == TEXT_SIZE else size)

    def resize_language(self, language: str, steps: int) -> None:
        """Make the text of one language larger or smaller, by pixels at the usual size."""
        fonts = read_fonts(self.settings.value(FONTS))
        primary = primary_subtag(language)
        font = fonts.get(primary, LanguageFont())
        usual = themes.usual_size(language)
        size = max(SIZES[0], min(SIZES[1], (font.size or usual) + steps))
        fonts[primary] = replace(font, size=0 if size == usual else size)
        self.settings.keep(FONTS, written_fonts(fonts))

    def keep(self, setting: Setting[QByteArray], state: QByteArray) -> None:
        """Keep the geometry or state of a part of the window."""
        self.settings.keep(setting, state)

    def kept(self, setting: Setting[QByteArray]) -> QByteArray | None:
        """Return what was kept of a part of the window, or None."""
        state = self.settings.value(setting)
        return None if state.isEmpty() else state

    def _chosen_theme(self) -> Theme:
        """Return the theme that the settings ask for, as they and the system are now."""
        chosen = THEMES.get(self.choice) or _of_system()
        fonts = tuple(read_fonts(self.settings.value(FONTS)).items())
        size = self.settings.value(KEPT_TEXT_SIZE) or TEXT_SIZE
        spacing = self.settings.value(LINE_SPACING) / 100
        return replace(chosen, fonts=fonts, line_spacing=spacing).zoomed(size)

    def _setting_changed(self, setting: AnySetting) -> None:
        if setting in (THEME, KEPT_TEXT_SIZE, FONTS, LINE_SPACING):
            self._take_chosen()

    def _take_chosen(self) -> None:
        theme = self._chosen_theme()
        if theme == self._theme:
            return
        # The size of the text is the review panel's alone: the rest need not be dressed anew.
        other_colours = theme.name != self._theme.name
        self._theme = theme
        if other_colours:
            self.apply()
        self.changed.emit(theme)


def _of_system() -> Theme:
    """Return the theme that goes with what the system shows now."""
    hints = _style_hints()
    if hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast:
        return themes.CONTRAST
    is_dark = hints.colorScheme() == Qt.ColorScheme.Dark
    return themes.DARK if is_dark else themes.LIGHT


def _style_hints() -> QStyleHints:
    return QApplication.styleHints()
