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


GROUPS: tuple[tuple[str, str], ...] = (
    ("quotes", "\u2013\u2014\u201c\u201d\u2018\u2019\u00ab\u00bb\u201e\u201a\u2039\u203a"),
    ("signs", "\u2026\u2022\u00b7\u2212\u00d7\u00f7\u00b1\u2248\u00b0\u2032\u2033\u00a7"),
    ("blanks", "\u00a0\u202f\u2009\u200b\u00ad\u200d\u200c"),
    ("direction", "\u200f\u200e\u061c\u2068\u2066\u2067\u2069"),
    ("arabic", "\u061f\u060c\u061b\u066a\u066b\u066c\u0640\ufd3f\ufd3e\u06d4\u066d\ufdfa"),
    ("currency", "\u20ac\u00a3$\u00a5\u00a2\u20aa\u20ba\u20b9\ufdfc\u20bd\u20a9\u20bf"),
    ("fractions", "\u00bd\u2153\u2154\u00bc\u00be\u215b\u215c\u215d\u215e\u2030"),
    ("raised", "\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079\u00aa\u00ba"),
    ("more", "\u00a9\u00ae\u2122\u2192\u2190\u2191\u2193\u2713\u2116\u00b6\u2020\u2021"),
)
"""What the grid offers, a row a group; twelve at most."""

GROUP_NAMES = {
    "recent": QT_TRANSLATE_NOOP("characters", "Last used"),
    "quotes": QT_TRANSLATE_NOOP("characters", "Dashes, quotes"),
    "signs": QT_TRANSLATE_NOOP("characters", "Signs"),
    "blanks": QT_TRANSLATE_NOOP("characters", "Blanks, joiners"),
    "direction": QT_TRANSLATE_NOOP("characters", "Direction"),
    "arabic": QT_TRANSLATE_NOOP("characters", "Arabic"),
    "currency": QT_TRANSLATE_NOOP("characters", "Currencies"),
    "fractions": QT_TRANSLATE_NOOP("characters", "Fractions"),
    "raised": QT_TRANSLATE_NOOP("characters", "Raised"),
    "more": QT_TRANSLATE_NOOP("characters", "More"),
}


def group_name(group: str) -> str:
    """Return what a row of the grid is called."""
    return QCoreApplication.translate(CONTEXT, GROUP_NAMES[group])
