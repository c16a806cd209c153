"""What special characters are called: in the grid that inserts them and where one stands."""

from __future__ import annotations

import unicodedata

from PySide6.QtCore import QCoreApplication

from ui.marked import QT_TRANSLATE_NOOP

CONTEXT = "characters"

NAMES: dict[str, str] = {
    "\t": QT_TRANSLATE_NOOP("characters", "tab"),
    "\n": QT_TRANSLATE_NOOP("characters", "line break"),
    " ": QT_TRANSLATE_NOOP("characters", "space"),
    "\u00a0": QT_TRANSLATE_NOOP("characters", "no-break space"),
    "\u202f": QT_TRANSLATE_NOOP("characters", "narrow no-break space"),
    "\u2009": QT_TRANSLATE_NOOP("characters", "thin space"),
    "\u00ad": QT_TRANSLATE_NOOP("characters", "soft hyphen"),
    "\u2013": QT_TRANSLATE_NOOP("characters", "en dash"),
    "\u2014": QT_TRANSLATE_NOOP("characters", "em dash"),
    "\u2212": QT_TRANSLATE_NOOP("characters", "minus sign"),
    "\u2026": QT_TRANSLATE_NOOP("characters", "ellipsis"),
    "\u2022": QT_TRANSLATE_NOOP("characters", "bullet"),
    "\u00b7": QT_TRANSLATE_NOOP("characters", "middle dot"),
    "\u201c": QT_TRANSLATE_NOOP("characters", "opening quotation mark"),
    "\u201d": QT_TRANSLATE_NOOP("characters", "closing quotation mark"),
    "\u2018": QT_TRANSLATE_NOOP("characters", "opening single quotation mark"),
    "\u2019": QT_TRANSLATE_NOOP("characters", "closing single quotation mark, apostrophe"),
    "\u00ab": QT_TRANSLATE_NOOP("characters", "opening guillemet"),
    "\u00bb": QT_TRANSLATE_NOOP("characters", "closing guillemet"),
    "\u200e": QT_TRANSLATE_NOOP("characters", "left-to-right mark (LRM)"),
    "\u200f": QT_TRANSLATE_NOOP("characters", "right-to-left mark (RLM)"),
    "\u061c": QT_TRANSLATE_NOOP("characters", "Arabic letter mark (ALM)"),
    "\u2066": QT_TRANSLATE_NOOP("characters", "left-to-right isolate (LRI)"),
    "\u2067": QT_TRANSLATE_NOOP("characters", "right-to-left isolate (RLI)"),
    "\u2068": QT_TRANSLATE_NOOP("characters", "first strong isolate (FSI)"),
    "\u2069": QT_TRANSLATE_NOOP("characters", "end of isolate (PDI)"),
    "\u202a": QT_TRANSLATE_NOOP("characters", "left-to-right embedding (LRE)"),
    "\u202b": QT_TRANSLATE_NOOP("characters", "right-to-left embedding (RLE)"),
    "\u202c": QT_TRANSLATE_NOOP("characters", "end of embedding (PDF)"),
    "\u202d": QT_TRANSLATE_NOOP("characters", "left-to-right override (LRO)"),
    "\u202e": QT_TRANSLATE_NOOP("characters", "right-to-left override (RLO)"),
    "\u200b": QT_TRANSLATE_NOOP("characters", "zero-width space"),
    "\u200c": QT_TRANSLATE_NOOP("characters", "zero-width non-joiner (ZWNJ)"),
    "\u200d": QT_TRANSLATE_NOOP("characters", "zero-width joiner (ZWJ)"),
    "\u2060": QT_TRANSLATE_NOOP("characters", "word joiner"),
    "\ufeff": QT_TRANSLATE_NOOP("characters", "zero-width no-break space (BOM)"),
    "\u0640": QT_TRANSLATE_NOOP("characters", "tatweel"),
    "\u061f": QT_TRANSLATE_NOOP("characters", "Arabic question mark"),
    "\u060c": QT_TRANSLATE_NOOP("characters", "Arabic comma"),
    "\u061b": QT_TRANSLATE_NOOP("characters", "Arabic semicolon"),
    "\u066a": QT_TRANSLATE_NOOP("characters", "Arabic percent sign"),
    "\u066b": QT_TRANSLATE_NOOP("characters", "Arabic decimal separator"),
    "\u066c": QT_TRANSLATE_NOOP("characters", "Arabic thousands separator"),
}
"""Those that people know by other names than Unicode's."""

SHORT: dict[str, str] = {
    "\u00a0": "NBSP",
    "\u202f": "NNBSP",
    "\u2009": "THIN",
    "\u00ad": "SHY",
    "\u200b": "ZWSP",
    "\u200c": "ZWNJ",
    "\u200d": "ZWJ",
    "\u200e": "LRM",
    "\u200f": "RLM",
    "\u061c": "ALM",
    "\u2066": "LRI",
    "\u2067": "RLI",
    "\u2068": "FSI",
    "\u2069": "PDI",
}
"""What stands in the place of a character that has no ink."""


def character_name(character: str) -> str:
    """Return what a character is called, with its number: "en dash  U+2013"."""
    known = NAMES.get(character)
    if known is None:
        words = unicodedata.name(character, "").lower()
    else:
        words = QCoreApplication.translate(CONTEXT, known)
    return f"{words}  U+{ord(character):04X}".strip()
