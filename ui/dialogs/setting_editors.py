"""What sets a setting in the preferences: a widget for each kind, which follows the store."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QSignalBlocker, Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLineEdit, QSpinBox, QWidget

from ui import asking
from ui.plain import PlainButton, unmarked
from ui.widgets.number_field import NumberField

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from app.session import Session
    from app.settings.store import Settings
    from translation.system.setting import Setting
    from ui.keys import Keys
    from ui.theme import Theme

CONTEXT = "settings"
"""The translation context of the words of settings."""


@dataclass(frozen=True, slots=True)
class Workplace:
    """What editors work with."""

    settings: Settings
    session: Session
    keys: Keys
    theme: Theme


def worded(sentence: str) -> str:
    """Return words of a setting in the interface's language."""
    return QCoreApplication.translate(CONTEXT, sentence) if sentence else ""


class _Following(QObject):
    """Ends with the widget, which is its parent; the store lives on."""

    def __init__(self, widget: QWidget, setting: Setting[Any], show: Callable[[], None]) -> None:
        super().__init__(widget)
        self._widget = widget
        self._setting = setting
        self._show = show

    def take(self, changed: Setting[Any]) -> None:
        """Show it, where it is the one that was changed."""
        if changed == self._setting:
            with QSignalBlocker(self._widget):
                self._show()


def follow(
    widget: QWidget, settings: Settings, setting: Setting[Any], show: Callable[[], None]
) -> None:
    """Show what a setting is now, and again whenever it is changed elsewhere."""
    show()
    settings.changed.connect(_Following(widget, setting, show).take)


def switch(setting: Setting[Any], at: Workplace) -> QCheckBox:
    """Return a check box that says itself what it is for."""
    field = QCheckBox(unmarked(worded(setting.words)))
    follow(field, at.settings, setting, lambda: field.setChecked(at.settings.value(setting)))
    field.toggled.connect(lambda on: at.settings.keep(setting, on))
    return field


def number(setting: Setting[Any], at: Workplace) -> QSpinBox:
    """Return a field of a whole number; a default below the least is said in words."""
    field = NumberField()
    assert setting.limits is not None
    least, most = setting.limits
    outside = setting.default < least
    lowest = least - 1 if outside else least
    field.setRange(lowest, most)
    if setting.default_words:
        field.setSpecialValueText(worded(setting.default_words))
    # A number that is half typed is none to go by.
    field.setKeyboardTracking(False)

    def show() -> None:
        value = at.settings.value(setting)
        field.setValue(lowest if outside and value == setting.default else value)

    def take(value: int) -> None:
        at.settings.keep(setting, setting.default if outside and value == lowest else value)

    follow(field, at.settings, setting, show)
    field.valueChanged.connect(take)
    return field


def choice(setting: Setting[Any], at: Workplace) -> QComboBox:
    """Return a list of all there is to choose from."""
    field = QComboBox()
    for value, words in zip(setting.choices, setting.choice_words, strict=True):
        field.addItem(worded(words), value)

    def show() -> None:
        field.setCurrentIndex(field.findData(at.settings.value(setting)))

    follow(field, at.settings, setting, show)
    field.currentIndexChanged.connect(
        lambda _row: at.settings.keep(setting, str(field.currentData()))
    )
    return field


def text(setting: Setting[Any], at: Workplace) -> QLineEdit:
    """Return a line to type in."""
    field = QLineEdit()
    field.setPlaceholderText(worded(setting.default_words))

    def take(typed: str) -> None:
        if not setting.allowed(typed.strip()):
            at.settings.keep(setting, typed.strip())

    def show() -> None:
        if field.text().strip() != at.settings.value(setting):
            field.setText(at.settings.value(setting))

    follow(field, at.settings, setting, show)
    field.textEdited.connect(take)
    return field


class FolderField(QWidget):
    """A folder's path, typed or looked for."""

    def __init__(self, setting: Setting[Any], at: Workplace) -> None:
        super().__init__()
        self._setting = setting
        self._settings = at.settings
        self.path = QLineEdit()
        self.path.setPlaceholderText(worded(setting.default_words))
        self.path.setAccessibleName(worded(setting.words))
        browse = PlainButton(self.tr("Browse…"))
        browse.setAutoDefault(False)
        browse.clicked.connect(self._browse)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.path, 1)
        row.addWidget(browse)
        follow(self, at.settings, setting, self._show)
        # Half a path is no folder.
        self.path.editingFinished.connect(self._take)
        self.setFocusProxy(self.path)

    def _show(self) -> None:
        self.path.setText(self._settings.value(self._setting))

    def _take(self) -> None:
        typed = self.path.text().strip()
        if not self._setting.allowed(typed):
            self._settings.keep(self._setting, typed)

    def _browse(self) -> None:
        folder = asking.folder_to_use(self, worded(self._setting.words))
        if folder is not None:
            self.path.setText(str(folder))
            self._take()


class CalmWheel(QObject):
    """Lets the wheel scroll the page: it changes only the field that one is in."""

    def watch(self, field: QWidget) -> None:
        """Watch a field and those inside it."""
        for part in (field, *field.findChildren(QWidget)):
            if isinstance(part, QSpinBox | QComboBox):
                part.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
                part.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Pass a wheel on to the page."""
        wheel = event.type() == QEvent.Type.Wheel
        if wheel and isinstance(watched, QWidget) and not watched.hasFocus():
            event.ignore()
            return True
        return super().eventFilter(watched, event)
