"""The look follows the system while the program runs, where nothing else was chosen."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QObject, Qt, Signal

from ui import appearance as appearances
from ui.appearance import Appearance


class System(QObject):
    """Stands for the desktop, whose looks Qt tells only where there is one."""

    colorSchemeChanged = Signal(Qt.ColorScheme)
    contrastPreferenceChanged = Signal(Qt.ContrastPreference)

    def __init__(self):
        super().__init__()
        self.scheme = Qt.ColorScheme.Light
        self.contrast = Qt.ContrastPreference.NoPreference

    def colorScheme(self):
        return self.scheme

    def contrastPreference(self):
        return self.contrast

    def accessibility(self):
        return self


@pytest.fixture
def system(monkeypatch):
    made = System()
    monkeypatch.setattr(appearances, "_style_hints", lambda: made)
    return made


def test_the_look_follows_the_system(qapp, system):
    appearance, looks = Appearance(), []
    appearance.changed.connect(lambda theme: looks.append(theme.name))
    system.scheme = Qt.ColorScheme.Dark
    system.colorSchemeChanged.emit(system.scheme)
    system.contrast = Qt.ContrastPreference.HighContrast
    system.contrastPreferenceChanged.emit(system.contrast)
    system.contrast = Qt.ContrastPreference.NoPreference
    system.contrastPreferenceChanged.emit(system.contrast)
    system.scheme = Qt.ColorScheme.Light
    system.colorSchemeChanged.emit(system.scheme)
    assert looks == ["dark", "contrast", "dark", "light"]


def test_what_was_chosen_stays(qapp, system):
    appearance = Appearance()
    appearance.choose("contrast")
    system.scheme = Qt.ColorScheme.Dark
    system.colorSchemeChanged.emit(system.scheme)
    assert appearance.theme.name == "contrast"
    appearance.choose("system")
    assert appearance.theme.name == "dark"
