"""The fonts of languages: a row for each of those that are open or have one, and one to add."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QComboBox, QGridLayout, QSpinBox, QWidget

from app.settings.language_fonts import SIZES, LanguageFont, read_fonts, written_fonts
from translation.model.language import is_language_tag, primary_subtag
from ui.dialogs.setting_editors import CalmWheel, follow
from ui.name_tables import LANGUAGE_NAMES
from ui.plain import PlainLabel
from ui.texts import language_name
from ui.widgets.number_field import NumberField

if TYPE_CHECKING:
    from typing import Any

    from translation.system.setting import Setting
    from ui.dialogs.setting_editors import Workplace

_System = QFontDatabase.WritingSystem
_WRITTEN_IN = {
    **dict.fromkeys(("ar", "fa", "ur"), _System.Arabic),
    "he": _System.Hebrew,
    "ru": _System.Cyrillic,
    "zh": _System.SimplifiedChinese,
}
NARROWEST_FONT = 150
"""Pixels of the list of fonts: longer names are cut, and stand whole in the list that opens."""


class FontsEditor(QWidget):
    """Family and size of each language, in both columns."""

    def __init__(self, setting: Setting[Any], at: Workplace) -> None:
        super().__init__()
        self._setting = setting
        self._settings = at.settings
        self._wheel = CalmWheel(self)
        self.rows: dict[str, tuple[QComboBox, QSpinBox]] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(10)
        self._grid.setColumnStretch(1, 1)
        self.another = QComboBox()
        self.another.setAccessibleName(self.tr("Another language"))
        pairs = [file.pair for file in at.session.document.files] or [at.session.editor.pair]
        here = [language for pair in pairs for language in (pair.source, pair.target)]
        for language in dict.fromkeys(map(primary_subtag, filter(is_language_tag, here))):
            self._add_row(language)
        self.another.activated.connect(self._add_chosen)
        follow(self, at.settings, setting, self._show)

    def _add_row(self, language: str) -> None:
        family, size = QComboBox(), NumberField()
        name = language_name(language)
        family.setAccessibleName(self.tr("Font of {language}").format(language=name))
        family.setMinimumWidth(NARROWEST_FONT)
        family.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        family.addItem(self.tr("the usual font"), "")
        for one in QFontDatabase.families(_WRITTEN_IN.get(language, _System.Latin)):
            if not QFontDatabase.isPrivateFamily(one):
                family.addItem(one, one)
        size.setAccessibleName(self.tr("Size of {language}").format(language=name))
        size.setRange(SIZES[0] - 1, SIZES[1])
        size.setSpecialValueText(self.tr("usual"))
        size.setSuffix(self.tr(" px"))
        size.setKeyboardTracking(False)
        row = len(self.rows)
        self._grid.addWidget(PlainLabel(name), row, 0)
        self._grid.addWidget(family, row, 1)
        self._grid.addWidget(size, row, 2)
        self._grid.addWidget(self.another, row + 1, 0)
        self.rows[language] = family, size
        for field in (family, size, self.another):
            self._wheel.watch(field)
        family.activated.connect(self._take)
        size.valueChanged.connect(self._take)
        self._offer_others()

    def _offer_others(self) -> None:
        self.another.clear()
        self.another.addItem(self.tr("Another language…"), "")
        for language in LANGUAGE_NAMES:
            if language not in self.rows:
                self.another.addItem(language_name(language), language)

    def _add_chosen(self) -> None:
        language = str(self.another.currentData() or "")
        if language:
            self._add_row(language)
            self.rows[language][0].setFocus()

    def _show(self) -> None:
        fonts = read_fonts(self._settings.value(self._setting))
        for language in fonts:
            if language not in self.rows:
                self._add_row(language)
        for language, (family, size) in self.rows.items():
            font = fonts.get(language, LanguageFont())
            if family.findData(font.family) < 0:  # it is on another machine
                family.addItem(font.family, font.family)
            family.setCurrentIndex(family.findData(font.family))
            size.blockSignals(True)
            size.setValue(font.size or SIZES[0] - 1)
            size.blockSignals(False)

    def _take(self) -> None:
        fonts = {
            language: LanguageFont(
                str(family.currentData()), size.value() if size.value() >= SIZES[0] else 0
            )
            for language, (family, size) in self.rows.items()
        }
        self._settings.keep(self._setting, written_fonts(fonts))
