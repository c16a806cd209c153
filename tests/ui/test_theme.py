import dataclasses
import re

import pytest
from PySide6.QtGui import QColor, QFontInfo

from translation.model.segment import Role, SegmentState
from ui import dressing
from ui import theme as themes
from ui.theme import THEMES

GROUNDS = ("window", "panel", "field", "active_row", "button", "button_hover", "chip", "message")

TEXT_ON_GROUNDS: dict[str, tuple[str, ...]] = {
    "text": (*GROUNDS, "message_error", "inserted"),
    "muted": ("window", "panel", "field", "active_row", "message", "button_hover"),
    "draft": ("panel", "active_row", "inserted"),
    "furniture": ("panel", "active_row"),
    "accent": ("window", "panel", "active_row", "chip", "message", "message_error"),
    "accent_hover": ("window", "panel", "active_row", "message", "message_error"),
    "on_accent": ("accent", "accent_hover"),
    "on_selection": ("selection",),
    "inserted_text": ("inserted",),
    "deleted_text": ("deleted",),
    "on_code": ("code",),
    "good": ("panel", "window"),
    "error": ("panel",),
    "disabled": ("panel", "button", "window"),
}
"""Every colour that text is written in, and what it stands on; the last is that of what is off."""

MARKS = (
    *("state_edited", "state_confirmed", "state_reviewed", "state_final"),
    *("draft_mark", "warning", "error", "note", "field_border", "code_border"),
)


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2.2 defines it."""
    parts = QColor(colour).redF(), QColor(colour).greenF(), QColor(colour).blueF()
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_contrast_is_what_the_standard_says():
    assert contrast("#ffffff", "#000000") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


def _least(theme, text: str) -> float:
    # What is off need not be read as well: WCAG 2.2, 1.4.3 asks nothing of it.
    if text == "disabled":
        return 3
    return 7 if theme.name == "contrast" else 4.5


def test_every_text_can_be_read_on_every_ground_it_stands_on(theme):
    weak = {
        (text, ground): round(contrast(getattr(theme, text), getattr(theme, ground)), 2)
        for text, grounds in TEXT_ON_GROUNDS.items()
        for ground in grounds
        if contrast(getattr(theme, text), getattr(theme, ground)) < _least(theme, text)
    }
    assert not weak


def test_what_is_off_is_told_from_what_is_on(theme):
    assert contrast(theme.text, theme.disabled) >= 2


def test_every_colour_of_text_in_the_style_sheet_is_tried():
    sheet = (themes.RESOURCES / "theme" / "window.qss").read_text("utf-8")
    written = set(re.findall(r"[{;\s]color: *\$(\w+)", sheet))
    assert written <= set(TEXT_ON_GROUNDS)


def test_every_mark_can_be_told_from_the_paper(theme):
    weak = {
        (mark, ground)
        for mark in MARKS
        for ground in ("panel", "active_row")
        if contrast(getattr(theme, mark), getattr(theme, ground)) < 3
    }
    assert not weak


def test_every_state_has_a_colour_of_its_own(theme):
    colours = {theme.color(f"state_{state.value}").name() for state in SegmentState}
    assert len(colours) == len(SegmentState)


def test_every_colour_is_one(theme):
    for field in dataclasses.fields(theme):
        value = getattr(theme, field.name)
        if isinstance(value, str) and field.name != "name":
            assert re.fullmatch("#[0-9a-f]{6}", value), field.name


def test_the_bundled_fonts_load():
    families = themes.load_fonts()
    assert {"IBM Plex Sans", "IBM Plex Sans Arabic", "Source Serif 4"} <= set(families)


@pytest.mark.parametrize(
    ("language", "family"),
    [("ar", "IBM Plex Sans Arabic"), ("ar-JO", "IBM Plex Sans Arabic"), ("en", "Source Serif 4")],
)
def test_a_text_has_the_font_of_its_language_on_either_side(theme, language, family):
    for font in (theme.source_font(language), theme.target_font(language)):
        assert QFontInfo(font).family() == family


def test_headlines_are_larger_and_bolder(theme):
    body, headline = theme.target_font("en"), theme.target_font("en", Role.HEADLINE)
    assert headline.pixelSize() > body.pixelSize()
    assert headline.weight() > body.weight()


@pytest.mark.parametrize(("asked", "given"), [(20, 20), (1, 10), (500, 45)])
def test_zoom_stays_legible(asked, given):
    assert THEMES["light"].zoomed(asked).text_size == given


def test_the_style_sheet_knows_every_colour_it_names(theme, qapp):
    sheet = dressing.style_sheet(theme)
    assert "$" not in sheet
    assert theme.accent in sheet


def test_qt_understands_the_style_sheet(theme, qapp):
    # A sheet that Qt cannot parse is a warning, and warnings fail tests.
    dressing.apply(qapp, theme)
    assert qapp.palette().window().color().name() == theme.window


def test_licence_texts_are_shipped_with_the_fonts():
    fonts = themes.RESOURCES / "fonts"
    for name in ("ibm-plex-sans", "ibm-plex-sans-arabic", "source-serif-4"):
        assert "SIL OPEN FONT LICENSE" in (fonts / f"OFL-{name}.txt").read_text("utf-8").upper()
    assert sum(path.stat().st_size for path in fonts.iterdir()) < 3_000_000
