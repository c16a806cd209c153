"""How the window looks: every colour and font in one value, light, dark and high contrast.

Sizes are in device-independent pixels. Colours are "#rrggbb", so that the style sheet, the
palette and the painters read the same table; text colours keep 4.5:1 against every ground
they stand on (7:1 in high contrast; WCAG 2.2, 1.4.3 and 1.4.6).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtGui import QColor, QFont, QFontDatabase

import resources
from translation.model.language import is_right_to_left, primary_subtag
from translation.model.segment import Role

if TYPE_CHECKING:
    from app.settings.language_fonts import LanguageFont

RESOURCES = resources.FOLDER

INTERFACE_FAMILIES = ("IBM Plex Sans", "IBM Plex Sans Arabic")
RIGHT_TO_LEFT_FAMILIES = ("IBM Plex Sans Arabic", "IBM Plex Sans")
LEFT_TO_RIGHT_FAMILIES = ("Source Serif 4", "IBM Plex Sans Arabic")

INTERFACE_SIZE = 13
TEXT_SIZE = 15
SMALLEST_TEXT, LARGEST_TEXT = 10, 45

_ROLE_SCALE = {Role.HEADLINE: 1.2, Role.SUBHEADING: 1.07}
"""Size of a role's text against body text; roles that stand here are also semibold."""


@dataclass(frozen=True, slots=True)
class Theme:
    """All colours of one look, and the fonts. ``text_size`` is the body text's, in pixels.

    Widgets that keep a theme take another one with ``set_theme(theme)``.
    """

    name: str
    is_dark: bool
    # --- grounds ---
    window: str
    panel: str
    field: str
    button: str
    button_hover: str
    active_row: str
    chip: str
    message: str
    message_error: str
    selection: str
    inserted: str
    deleted: str
    code: str
    # --- lines ---
    border: str
    row_line: str
    field_border: str
    code_border: str
    # --- text ---
    text: str
    muted: str
    draft: str
    furniture: str
    disabled: str
    accent: str
    accent_hover: str
    on_accent: str
    on_selection: str
    inserted_text: str
    deleted_text: str
    on_code: str
    good: str
    # --- marks: 3:1 against the grounds they stand on ---
    bar_track: str
    state_initial: str
    state_edited: str
    state_confirmed: str
    state_reviewed: str
    state_final: str
    draft_mark: str
    warning: str
    error: str
    note: str
    # --- text metrics ---
    text_size: int = TEXT_SIZE
    interface_size: int = INTERFACE_SIZE
    line_spacing: float = 1.18
    row_padding: int = 9
    fonts: tuple[tuple[str, LanguageFont], ...] = ()
    """What was chosen for languages, by primary subtag."""

    def color(self, name: str) -> QColor:
        """Return one of the colours above by its name; AttributeError where there is none."""
        return QColor(getattr(self, name))

    def zoomed(self, text_size: int) -> Theme:
        """Return the theme with body text of another size, kept within what is legible."""
        return replace(self, text_size=max(SMALLEST_TEXT, min(LARGEST_TEXT, text_size)))

    @property
    def for_panels(self) -> Theme:
        """The theme with the interface's fonts as large as the body text is zoomed to."""
        return replace(self, interface_size=round(INTERFACE_SIZE * self.text_size / TEXT_SIZE))

    @property
    def interface_font(self) -> QFont:
        """The font of menus, panels and buttons: 13 px, in zoomed panels more."""
        return _font(INTERFACE_FAMILIES, self.interface_size)

    @property
    def small_font(self) -> QFont:
        """The font of secondary interface text: 12 px, in zoomed panels more."""
        return _font(INTERFACE_FAMILIES, round(12 * self.interface_size / INTERFACE_SIZE))

    @property
    def number_font(self) -> QFont:
        """The font of the large numbers in Scores: 20 px, in zoomed panels more."""
        size = round(20 * self.interface_size / INTERFACE_SIZE)
        return _font(INTERFACE_FAMILIES, size, QFont.Weight.DemiBold)

    def source_font(self, language: str, role: Role = Role.PARAGRAPH) -> QFont:
        """Return the font of source text in a language (BCP 47), headings larger and semibold."""
        return self._text_font(language, role)

    def target_font(self, language: str, role: Role = Role.PARAGRAPH) -> QFont:
        """Return the font of target text in a language (BCP 47), headings larger and semibold."""
        return self._text_font(language, role)

    def _text_font(self, language: str, role: Role) -> QFont:
        rtl = is_right_to_left(language)
        families: tuple[str, ...] = RIGHT_TO_LEFT_FAMILIES if rtl else LEFT_TO_RIGHT_FAMILIES
        size = self.text_size + usual_size(language) - TEXT_SIZE
        chosen = dict(self.fonts).get(primary_subtag(language))
        if chosen is not None and chosen.family:
            families = (chosen.family, *families)
        if chosen is not None and chosen.size:
            size = max(1, round(chosen.size * self.text_size / TEXT_SIZE))
        scale = _ROLE_SCALE.get(role)
        if scale is None:
            return _font(families, size)
        return _font(families, round(size * scale), QFont.Weight.DemiBold)


def usual_size(language: str) -> int:
    """Return the size of body text in a language, in pixels, where nobody chose another.

    Both fonts draw their letters small for their size, the Arabic one its bodies most.
    """
    return TEXT_SIZE + (2 if is_right_to_left(language) else 1)


def _font(
    families: tuple[str, ...], pixels: int, weight: QFont.Weight = QFont.Weight.Normal
) -> QFont:
    font = QFont(list(families))
    font.setPixelSize(pixels)
    font.setWeight(weight)
    return font


LIGHT = Theme(
    name="light",
    is_dark=False,
    window="#f4f3ef",
    panel="#ffffff",
    field="#f4f3ef",
    button="#eef1f4",
    button_hover="#e2e7ec",
    active_row="#e4f0f0",
    chip="#e4f0f0",
    message="#fbf3df",
    message_error="#f9e4e1",
    selection="#b7dcdf",
    inserted="#ddf0e2",
    deleted="#f7e1df",
    code="#ece9f6",
    border="#e3e1da",
    row_line="#e3e1da",
    field_border="#80858c",
    code_border="#8b80b8",
    text="#1f2328",
    muted="#5f656d",
    draft="#62676f",
    furniture="#666b72",
    disabled="#80858c",
    accent="#1f6f78",
    accent_hover="#185a62",
    on_accent="#ffffff",
    on_selection="#1f2328",
    inserted_text="#226a3e",
    deleted_text="#a03a33",
    on_code="#4a3f7d",
    good="#226a3e",
    bar_track="#eef1f4",
    state_initial="#d9d6cd",
    state_edited="#2b5fa8",
    state_confirmed="#2f7d4f",
    state_reviewed="#1f6f78",
    state_final="#6b4fa0",
    draft_mark="#7a7f87",
    warning="#b0700f",
    error="#b3372e",
    note="#2b5fa8",
)

DARK = Theme(
    name="dark",
    is_dark=True,
    window="#1b1d1f",
    panel="#232629",
    field="#1b1d1f",
    button="#2e3236",
    button_hover="#3a3f44",
    active_row="#243437",
    chip="#243437",
    message="#3a3222",
    message_error="#45292a",
    selection="#2f5a60",
    inserted="#26402f",
    deleted="#4a2b29",
    code="#322f45",
    border="#34383c",
    row_line="#34383c",
    field_border="#7d838a",
    code_border="#8f86bd",
    text="#e6e6e3",
    muted="#a5aab1",
    draft="#a0a5ac",
    furniture="#9ba0a7",
    disabled="#7d838a",
    accent="#5fb6bf",
    accent_hover="#7fcad2",
    on_accent="#10211f",
    on_selection="#f2f2ef",
    inserted_text="#8fd3a6",
    deleted_text="#eba39b",
    on_code="#cfc8ee",
    good="#6cbf8b",
    bar_track="#34383c",
    state_initial="#43484d",
    state_edited="#82aee6",
    state_confirmed="#6cbf8b",
    state_reviewed="#5fb6bf",
    state_final="#b9a2e6",
    draft_mark="#9ca1a8",
    warning="#dfa95b",
    error="#ec8279",
    note="#82aee6",
)

CONTRAST = Theme(
    name="contrast",
    is_dark=True,
    window="#000000",
    panel="#000000",
    field="#000000",
    button="#1c1c1c",
    button_hover="#333333",
    active_row="#06262a",
    chip="#06262a",
    message="#2a2200",
    message_error="#330b08",
    selection="#ffe45c",
    inserted="#073317",
    deleted="#40100c",
    code="#221b3d",
    border="#a6a6a6",
    row_line="#8c8c8c",
    field_border="#ffffff",
    code_border="#cabfff",
    text="#ffffff",
    muted="#d6d6d6",
    draft="#cfcfcf",
    furniture="#c4c4c4",
    disabled="#8c8c8c",
    accent="#6fe3ef",
    accent_hover="#a5f0f8",
    on_accent="#000000",
    on_selection="#000000",
    inserted_text="#8cf0ac",
    deleted_text="#ffb3aa",
    on_code="#e4deff",
    good="#8cf0ac",
    bar_track="#4d4d4d",
    state_initial="#8c8c8c",
    state_edited="#8fc2ff",
    state_confirmed="#5fe08a",
    state_reviewed="#6fe3ef",
    state_final="#d3b8ff",
    draft_mark="#d6d6d6",
    warning="#ffc247",
    error="#ff8a80",
    note="#8fc2ff",
)

THEMES: dict[str, Theme] = {theme.name: theme for theme in (LIGHT, DARK, CONTRAST)}


@cache
def load_fonts() -> tuple[str, ...]:
    """Give Qt the bundled fonts, once a process; returns the family names. Needs a QGuiApplication.

    A font that cannot be read is left out and Qt's own substitute stands in: the families that
    did load are what a caller can check.
    """
    families: dict[str, None] = {}
    for path in sorted((RESOURCES / "fonts").glob("*.ttf")):
        number = QFontDatabase.addApplicationFont(str(path))
        if number >= 0:
            families.update(dict.fromkeys(QFontDatabase.applicationFontFamilies(number)))
    return tuple(families)
