"""The preferences: pages of settings, made from their table; what is changed holds at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QListWidget,
    QSpinBox,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.settings.table import KEYS, on_page
from translation.system.setting import Kind, Page
from ui import texts
from ui.dialogs import setting_editors as editors
from ui.dialogs.checks_editor import ChecksEditor, ProfileField
from ui.dialogs.corrections_editor import CorrectionsEditor
from ui.dialogs.fonts_editor import FontsEditor
from ui.dialogs.keys_editor import KeysEditor
from ui.dialogs.memories_editor import MemoriesEditor
from ui.dialogs.setting_editors import CONTEXT, CalmWheel, FolderField, Workplace, worded
from ui.dialogs.sheet import Sheet
from ui.dialogs.termbases_editor import TermbasesEditor
from ui.marked import QT_TRANSLATE_NOOP
from ui.name_tables import PAGE_TITLES
from ui.plain import PlainLabel, set_title
from ui.widgets.card import quiet_label
from ui.widgets.page_scroll import PageScroll

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from app.session import Session
    from translation.system.setting import Setting
    from ui.appearance import Appearance
    from ui.keys import Keys

    MakeEditor = Callable[[Setting[Any], Workplace], QWidget]

SPECIAL: dict[Kind, MakeEditor] = {
    Kind.FOLDER: FolderField,
    Kind.PROFILE: ProfileField,
    Kind.CHECKS: ChecksEditor,
    Kind.CORRECTIONS: CorrectionsEditor,
    Kind.FONTS: FontsEditor,
    Kind.MEMORIES: MemoriesEditor,
    Kind.TERMBASES: TermbasesEditor,
    Kind.KEYS: KeysEditor,
}
"""What sets the settings whose type alone does not say it."""

WHOLE_WIDTH = frozenset(
    {
        Kind.PROFILE,
        Kind.CHECKS,
        Kind.CORRECTIONS,
        Kind.FONTS,
        Kind.KEYS,
        Kind.MEMORIES,
        Kind.TERMBASES,
    }
)
"""Kinds whose editor stands below its words, as wide as the page."""

FIRST_SIZE, ROOM = (800, 600), 0.9
"""Pixels, and the part of the screen that they may take at most."""
NARROWEST, GAP = 220, 14
"""Pixels: the least width of a field of choices or of a number; between two settings."""

FROM_THE_NEXT_START = QT_TRANSLATE_NOOP("settings", "Takes effect at the next start.")


class PreferencesDialog(Sheet):
    """Pages at the side, one of them beside them; each can be given its defaults again."""

    def __init__(
        self, session: Session, appearance: Appearance, keys: Keys, parent: QWidget | None = None
    ) -> None:
        super().__init__("", parent, width=560)
        set_title(self, self.tr("Preferences"))
        room = self.screen().availableSize() * ROOM
        self.resize(QSize(*FIRST_SIZE).boundedTo(room))
        self._settings = appearance.settings
        self._at = Workplace(appearance.settings, session, keys, appearance.theme)
        self._wheel = CalmWheel(self)
        self.fields: dict[str, QWidget] = {}
        """What sets each setting, by its key."""
        self.pages = QListWidget()
        self.pages.setObjectName("pageList")
        self.pages.setAccessibleName(self.tr("Pages"))
        self.pages.setFixedWidth(150)
        self.pages.ensurePolished()  # an item asks once how high it is
        self._shown = QStackedWidget()
        for page, title in PAGE_TITLES.items():
            self.pages.addItem(QCoreApplication.translate(CONTEXT, title))
            self._shown.addWidget(self._page(page))
        columns = QHBoxLayout()
        columns.setSpacing(18)
        columns.addWidget(self.pages)
        columns.addWidget(self._shown, 1)
        self.body.addLayout(columns, 1)
        self.defaults = self.add_button(self.tr("Defaults of this page"))
        self.defaults.clicked.connect(self._restore)
        self.add_close()
        self.pages.currentRowChanged.connect(self._shown.setCurrentIndex)
        self.pages.setCurrentRow(0)
        self.pages.setFocus()

    def show_page(self, page: Page) -> None:
        """Turn to a page."""
        self.pages.setCurrentRow(list(PAGE_TITLES).index(page))

    def show_setting(self, setting: Setting[Any]) -> None:
        """Turn to a setting of one of the pages, with the keyboard in its field."""
        assert setting.page is not None
        self.show_page(setting.page)
        self.fields[setting.key].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_keys_of(self, action: str) -> None:
        """Turn to where the keys of an action are pressed."""
        self.show_page(Page.KEYS)
        editor = self.fields[KEYS.key]
        assert isinstance(editor, KeysEditor)
        editor.choose(action)
        editor.pressed.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _restore(self) -> None:
        self._settings.reset(list(PAGE_TITLES)[self.pages.currentRow()])

    def _page(self, page: Page) -> QWidget:
        content = QWidget()
        grid = QGridLayout(content)
        grid.setContentsMargins(2, 2, 12, 2)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(4)
        grid.setColumnMinimumWidth(0, 120)
        grid.setColumnStretch(1, 1)
        for setting in on_page(page):
            self._add(grid, setting)
        takes_all = any(setting.kind is Kind.KEYS for setting in on_page(page))
        if not takes_all:
            grid.setRowStretch(grid.rowCount(), 1)
        return PageScroll(content, across=False)

    def _add(self, grid: QGridLayout, setting: Setting[Any]) -> None:
        field = self.fields[setting.key] = _make(setting, self._at)
        self._wheel.watch(field)
        words, tip = worded(setting.words), worded(setting.tip)
        if setting.restart:
            tip = texts.listed(
                (tip, QCoreApplication.translate(CONTEXT, FROM_THE_NEXT_START)), texts.TOGETHER
            )
        field.setAccessibleName(words)
        field.setAccessibleDescription(tip)
        row = grid.rowCount()
        if setting.kind in WHOLE_WIDTH or isinstance(field, QCheckBox):
            if not isinstance(field, QCheckBox):
                grid.addWidget(PlainLabel(words), row, 0, 1, 2)
            grid.addWidget(field, row + 1, 0, 1, 2)
            grid.addWidget(_said_below(tip), row + 2, 0, 1, 2)
            return
        grid.addWidget(PlainLabel(words), row, 0)
        if isinstance(field, QSpinBox | QComboBox):
            field.setMinimumWidth(NARROWEST)
            grid.addWidget(field, row, 1, Qt.AlignmentFlag.AlignLeft)
        else:
            grid.addWidget(field, row, 1)
        grid.addWidget(_said_below(tip), row + 1, 1)


def _make(setting: Setting[Any], at: Workplace) -> QWidget:
    if setting.kind in SPECIAL:
        return SPECIAL[setting.kind](setting, at)
    if setting.choices:
        return editors.choice(setting, at)
    match setting.default:
        case bool():
            return editors.switch(setting, at)
        case int():
            return editors.number(setting, at)
    return editors.text(setting, at)


def _said_below(tip: str) -> QWidget:
    """Return what explains a setting, with room before the next; the room alone for nothing."""
    below = QWidget()
    layout = QVBoxLayout(below)
    layout.setContentsMargins(0, 0, 0, GAP)
    if tip:
        label = quiet_label(tip)
        label.setWordWrap(True)
        layout.addWidget(label)
    return below
