"""Dressing Qt's application in a theme: its style, palette, font and style sheet."""

from __future__ import annotations

from contextlib import contextmanager
from string import Template
from typing import TYPE_CHECKING

from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from ui.theme import RESOURCES, Theme

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QWidget


def style_sheet(theme: Theme) -> str:
    """Return the window's style sheet: resources/theme/window.qss with the theme's colours."""
    template = Template((RESOURCES / "theme" / "window.qss").read_text(encoding="utf-8"))
    look = "dark" if theme.is_dark else "light"
    images = {
        f"{name}_image": (RESOURCES / "theme" / f"{name}-{look}.svg").as_posix()
        for name in ("check", "down", "up")
    }
    colours = {name: getattr(theme, name) for name in Theme.__slots__}
    return template.substitute(colours, **images)


def palette(theme: Theme) -> QPalette:
    """Return Qt's palette in the theme's colours."""
    roles = {
        QPalette.ColorRole.Window: theme.window,
        QPalette.ColorRole.WindowText: theme.text,
        QPalette.ColorRole.Base: theme.panel,
        QPalette.ColorRole.AlternateBase: theme.field,
        QPalette.ColorRole.Text: theme.text,
        QPalette.ColorRole.PlaceholderText: theme.muted,
        QPalette.ColorRole.Button: theme.button,
        QPalette.ColorRole.ButtonText: theme.text,
        QPalette.ColorRole.BrightText: theme.error,
        QPalette.ColorRole.Highlight: theme.selection,
        QPalette.ColorRole.HighlightedText: theme.on_selection,
        QPalette.ColorRole.Accent: theme.accent,
        QPalette.ColorRole.Link: theme.accent,
        QPalette.ColorRole.LinkVisited: theme.accent,
        QPalette.ColorRole.ToolTipBase: theme.panel,
        QPalette.ColorRole.ToolTipText: theme.text,
        QPalette.ColorRole.Light: theme.panel,
        QPalette.ColorRole.Midlight: theme.button,
        QPalette.ColorRole.Mid: theme.border,
        QPalette.ColorRole.Dark: theme.field_border,
        QPalette.ColorRole.Shadow: theme.border,
    }
    made = QPalette()
    for role, colour in roles.items():
        made.setColor(role, QColor(colour))
    for role in (
        QPalette.ColorRole.WindowText,
        QPalette.ColorRole.Text,
        QPalette.ColorRole.ButtonText,
    ):
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(theme.disabled))
    return made


def apply(app: QApplication, theme: Theme) -> None:
    """Dress the whole application: Qt's Fusion style, palette, interface font, style sheet."""
    app.setStyle("Fusion")
    app.setPalette(palette(theme))
    app.setFont(theme.interface_font)
    app.setStyleSheet(style_sheet(theme))


@contextmanager
def undressed() -> Iterator[None]:
    """Leave the style sheet off while a window is put together, and dress it once at the end.

    Qt dresses all that a part holds anew whenever it is put into another one: half of the time
    that the window takes to be made.
    """
    app = QApplication.instance()
    assert isinstance(app, QApplication), "no window without it"
    sheet = app.styleSheet()
    app.setStyleSheet("")
    try:
        yield
    finally:
        app.setStyleSheet(sheet)


def dress_anew(part: QWidget) -> None:
    """Let a widget look as the style sheet says of the name or the property it has now."""
    part.style().unpolish(part)
    part.style().polish(part)
