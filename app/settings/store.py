"""The one store of settings: what each is now, one signal of every change, and where it is kept.

The shared ones stand in the file of translation.system.preferences; those of the window in a file
beside it that moves with it.
"""

from __future__ import annotations

import os
import re
from contextlib import suppress
from threading import Lock, Thread
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QByteArray, QObject, QSettings, Qt, Signal

from app.background.posting import post
from app.settings.table import SETTINGS, WINDOW, on_page
from translation.errors import ExportError
from translation.system import preferences
from translation.system.private import make_private_folder, open_private

if TYPE_CHECKING:
    from app.settings.table import AnySetting
    from translation.model.imported import Notice
    from translation.system.setting import Page, Setting, T

_WHOLE = re.compile(r"-?[0-9]{1,18}")
_SWITCH = {"true": True, "false": False}
_OF_WINDOW = frozenset(setting.key for setting in WINDOW)


class Settings(QObject):
    """All settings. Reading them never waits for the disk, and may be done in any thread."""

    changed = Signal(object)
    """The Setting that has another value; it is on the disk by then, or ``failed`` said why not."""
    failed = Signal(object)
    """ExportError: what was chosen holds until the program ends, but could not be kept."""
    _written = Signal(object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._path = preferences.settings_path().with_name("window.ini")
        with suppress(OSError):  # Qt does without what cannot be written
            make_private_folder(self._path.parent)
            os.close(open_private(self._path, os.O_WRONLY | os.O_CREAT))
        self._kept = QSettings(str(self._path), QSettings.Format.IniFormat)
        shared = preferences.load()
        self._values: dict[str, Any] = {
            setting.key: getattr(shared, setting.key) for setting in preferences.SHARED
        }
        for setting in WINDOW:
            kept = self._kept_value(setting)
            usable = type(kept) is type(setting.default) and not setting.allowed(kept)
            self._values[setting.key] = kept if usable else setting.default
        self._lock = Lock()
        self._unwritten: dict[str, Setting[Any]] = {}
        self._writing: Thread | None = None
        self._written.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    def value(self, setting: Setting[T]) -> T:
        """Return what a setting is now."""
        value: T = self._values[setting.key]
        return value

    def value_of(self, setting: AnySetting) -> Any:
        """Return what a setting is now, of which only the setting itself knows the type."""
        return self._values[setting.key]

    def keep(self, setting: Setting[T], value: T) -> None:
        """Keep a value from now on. ValueError where it is nothing that the setting may be."""
        if wanted := setting.allowed(value):
            raise ValueError(f"{setting.key} is {wanted}")
        if self._values[setting.key] == value:
            return
        self._values[setting.key] = value
        if setting.key in _OF_WINDOW:
            self._kept.setValue(setting.key, value)
            self.changed.emit(setting)
        else:
            self._write_soon(setting)

    def reset(self, page: Page) -> None:
        """Give everything on a page of the preferences its default."""
        for setting in on_page(page):
            self.keep_any(setting, setting.default)

    def keep_any(self, setting: AnySetting, value: object) -> None:
        """Keep a value of which only the setting itself knows the type, as ``keep`` does."""
        untyped: Setting[Any] = setting
        self.keep(untyped, value)

    def refusals(self) -> list[Notice]:
        """Return what of the window's settings in the file is not gone by, and why."""
        kept = ((setting, self._kept_value(setting)) for setting in WINDOW)
        return [
            preferences.refusal(self._path, setting.key, value, wanted, setting.default)
            for setting, value in kept
            if value is not None
            and (wanted := setting.allowed(value)) is not None
            and not isinstance(setting.default, QByteArray)
        ]

    def wait(self) -> None:
        """Wait until all is on the disk that was kept so far."""
        writing = self._writing
        if writing is not None:
            writing.join()

    def _kept_value(self, setting: AnySetting) -> object:
        kept = self._kept.value(setting.key)
        if not isinstance(kept, str):
            return kept
        # The file keeps numbers and switches as text.
        if type(setting.default) is int:
            return int(kept) if _WHOLE.fullmatch(kept) else kept
        if type(setting.default) is bool:
            return _SWITCH.get(kept, kept)
        return kept

    # --- the shared file: syncing it takes time that the window does not have ----------------

    def _write_soon(self, setting: Setting[Any]) -> None:
        with self._lock:
            self._unwritten[setting.key] = setting
            if self._writing is None:
                self._writing = Thread(target=self._write, name="settings")
                self._writing.start()

    def _write(self) -> None:
        while True:
            with self._lock:
                wanted, self._unwritten = self._unwritten, {}
                if not wanted:
                    self._writing = None
                    return
            error = None
            try:
                preferences.change({key: self._values[key] for key in wanted})
            except ExportError as raised:
                error = raised
            post(self._written, list(wanted.values()), error)

    def _tell(self, settings: list[Setting[Any]], error: ExportError | None) -> None:
        if error is not None:
            self.failed.emit(error)
        for setting in settings:
            self.changed.emit(setting)


def all_sentences() -> list[str]:
    """Return the words of every setting, to be translated."""
    return [words for setting in SETTINGS for words in setting.sentences]
