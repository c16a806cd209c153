"""The settings of the window alone, each declared once; app.settings.store keeps them all.

Those that the command line shares are declared in translation.system.preferences.
"""

from __future__ import annotations

import json
from typing import Any

from PySide6.QtCore import QByteArray

from translation.system.preferences import SHARED
from translation.system.setting import Kind, Page, Setting

AnySetting = Setting[str] | Setting[int] | Setting[bool] | Setting[QByteArray]

THEME = Setting(
    "theme",
    "system",
    choices=("system", "light", "dark", "contrast"),
    page=Page.LOOK,
    words="Theme",
    choice_words=("As the system", "Light", "Dark", "High contrast"),
)
"""The name of a theme, or "system" for the one that goes with the system's light or dark."""
TEXT_SIZE = Setting(
    "text_size",
    0,
    limits=(10, 45),
    page=Page.LOOK,
    words="Size of the texts",
    default_words="the usual size",
    tip="In pixels, of source and translation; Larger text and Smaller text change it too.",
)
"""Pixels of the texts under review; 0 is the usual size."""
FONTS = Setting(
    "fonts",
    "",
    page=Page.LOOK,
    words="Fonts",
    kind=Kind.FONTS,
    tip="Of each language, in both columns. The size is that at the usual size of the texts.",
)
"""Font and size of languages, as app.settings.language_fonts writes them."""
LINE_SPACING = Setting(
    "line_spacing",
    118,
    limits=(100, 200),
    page=Page.LOOK,
    words="Line spacing",
    tip="In per cent of the height of the letters, in both columns.",
)
ARRANGEMENT = Setting(
    "arrangement",
    "beside",
    choices=("beside", "mirrored", "stacked"),
    page=Page.LOOK,
    words="Source and translation",
    choice_words=("Side by side", "Side by side, mirrored", "One above the other"),
)
ALL_REFERENCES = Setting(
    "all_references",
    False,
    page=Page.LOOK,
    words="Show every reference",
    tip="Below each translation, not below the active one alone.",
)
KEY_PROFILE = Setting(
    "key_profile",
    "trados",
    choices=("trados", "omegat", "poedit"),
    page=Page.KEYS,
    words="Keys as in",
    choice_words=("Trados Studio and memoQ", "OmegaT", "Poedit and Qt Linguist"),
    tip="What has no key in those programs keeps its own here.",
)
KEYS = Setting(
    "keys",
    "",
    page=Page.KEYS,
    words="Keys of your own",
    kind=Kind.KEYS,
    longest=1 << 16,
)
"""The keys that were bound otherwise than in the profile, as JSON: {"confirm": ["Ctrl+Return"]}."""
AUTO_CORRECT = Setting(
    "auto_correct",
    True,
    page=Page.TYPING,
    words="Correct typing errors while you type",
    tip="One Backspace right after it gives back what you typed.",
)
CORRECTIONS = Setting(
    "corrections",
    "",
    page=Page.TYPING,
    words="Corrections made",
    kind=Kind.CORRECTIONS,
    tip="A word is corrected once another character follows it, a sign as soon as it is typed.",
    longest=1 << 17,
)
"""The list of corrections, as app.settings.corrections writes it; "" is the usual one."""
TYPOGRAPHIC_QUOTES = Setting(
    "typographic_quotes",
    False,
    page=Page.TYPING,
    words="Make straight quotation marks those of the language",
    tip="“ ” in English, « » in Arabic and French. One Backspace gives the straight one back.",
)
COMPLETION = Setting(
    "completion",
    True,
    page=Page.TYPING,
    words="Offer how the translation may go on",
    tip="While you type at its end, by the model on this machine. Tab takes a word, End all of it,"
    " Escape none.",
)
WORD_DOUBTS = Setting("word_doubts", False)
"""Whether words that the model finds unlikely are marked."""
SHOW_INVISIBLES = Setting("show_invisibles", False)
"""Whether blanks, tatweels and line breaks have signs in the texts."""
RECENT_CHARACTERS = Setting("recent_characters", "", longest=128)
"""The special characters that were inserted last, the latest first."""
BACKUPS_NEWEST = Setting(
    "backups_newest",
    3,
    limits=(0, 50),
    page=Page.SAVING,
    words="Last states kept",
    tip="Of each project, kept apart from it. 0 keeps none and removes those there are.",
)
BACKUPS_DAYS = Setting(
    "backups_days",
    7,
    limits=(0, 365),
    page=Page.SAVING,
    words="Earlier days kept",
    tip="Of so many earlier days with work, the last state of each day.",
)
RECENT_FILES = Setting(
    "recent_files",
    10,
    limits=(0, 30),
    page=Page.PRIVACY,
    words="Recent files remembered",
    tip="In the menu File, Open recent. 0 keeps none and forgets those there are.",
)
NETWORK = Setting(
    "network",
    True,
    page=Page.PRIVACY,
    words="Go to the network when asked to",
    tip="To open a web page and to install a model. Nothing else ever does.",
)
USE_MEMORIES = Setting(
    "use_memories",
    True,
    page=Page.MEMORY,
    words="Use translation memories",
    tip="What you confirm goes in; what is like a segment is shown and fills it.",
)
MEMORIES = Setting(
    "memories",
    "",
    page=Page.MEMORY,
    words="Memories",
    kind=Kind.MEMORIES,
    tip="Of equal matches those of the upper memory come first. A penalty is taken from every"
    " match of a memory. What you confirm goes into all that are not read only.",
    longest=1 << 16,
)
"""The memories that are used, as app.settings.used_memories writes them; "" is the own one."""
MEMORY_THRESHOLD = Setting(
    "memory_threshold",
    75,
    limits=(50, 101),
    page=Page.MEMORY,
    words="Percent that fill a row",
    tip="A match of so many percent fills a row that has neither translation nor draft; the"
    " machine drafts the others.",
)

EFFORT = Setting("effort", False)
"""Whether effort is counted: Tools, Effort asks for it and says what it is."""
EXPORT_FORMAT = Setting("export_format", "")
"""The format of the last export: its id, "own" for that of the document; "" where none was."""
PROPAGATION = Setting(
    "propagation",
    "ask",
    choices=("ask", "always", "never"),
    page=Page.WORK,
    words="Repeats of a confirmed source",
    choice_words=(
        "ask whether to translate them alike",
        "are translated alike",
        "stay as they are",
    ),
    tip="Segments confirmed with another translation are never overwritten unasked.",
)
TEACHING = Setting(
    "teaching",
    True,
    page=Page.TERMS,
    words="Say where a confirmed correction stands, too",
    tip="The panel of terms lists it anyway.",
)
"""Whether a message proposes to correct alike."""
ROLE = Setting(
    "role",
    "translator",
    choices=("translator", "reviewer"),
    page=Page.WORK,
    words="I work as",
    choice_words=("translator", "reviewer"),
    tip="A reviewer's confirm means reviewed, and changes are shown against the translator's text.",
)
AGAINST = Setting("against", "", choices=("", "draft", "translator"))
"""What changes are shown against; empty is as the role has it."""
AUTHOR_ASKED = Setting("author_asked", False)
"""Whether somebody who confirmed was asked for their name."""

TERMBASES = Setting(
    "termbases",
    "",
    page=Page.TERMS,
    words="Termbases",
    kind=Kind.TERMBASES,
    tip="TBX, CSV, TSV or XLSX, read and never written. What a project has of its own goes before"
    " them. Without the tick the terms are only shown: right for long lists of names.",
    longest=1 << 16,
)
"""The termbases at hand, as translation.terms.files writes them."""

RECENT = Setting("recent", "", longest=1 << 16)
"""The projects that were open last, as JSON, the latest first."""
LEFT_OUT_PROJECTS = Setting("left_out_projects", "", longest=1 << 16)
"""The paths of projects that a person took out of the list, as JSON."""
PALETTE_RECENT = Setting("palette_recent", "", longest=1 << 16)
"""The ids of what was chosen last in the command palette, as JSON, the latest first."""
SAVED_FILTERS = Setting("saved_filters", "", longest=1 << 16)
"""Filter lines by the names they are kept under, as JSON."""
GEOMETRY = Setting("geometry", QByteArray())
"""Where the window stands and how large it is, as Qt keeps it."""
PANELS = Setting("layout", QByteArray())
"""Which panels are open and where they stand, as Qt keeps it."""
SOURCE_SHARE = Setting("source_share", 490, limits=(150, 850))
"""The part of both columns that the source has, in thousandths."""

WINDOW: tuple[AnySetting, ...] = (
    THEME,
    TEXT_SIZE,
    FONTS,
    LINE_SPACING,
    ARRANGEMENT,
    ALL_REFERENCES,
    KEY_PROFILE,
    KEYS,
    AUTO_CORRECT,
    COMPLETION,
    WORD_DOUBTS,
    CORRECTIONS,
    TYPOGRAPHIC_QUOTES,
    SHOW_INVISIBLES,
    RECENT_CHARACTERS,
    BACKUPS_NEWEST,
    BACKUPS_DAYS,
    RECENT_FILES,
    NETWORK,
    USE_MEMORIES,
    MEMORIES,
    MEMORY_THRESHOLD,
    EFFORT,
    EXPORT_FORMAT,
    ROLE,
    AGAINST,
    PROPAGATION,
    TEACHING,
    AUTHOR_ASKED,
    TERMBASES,
    RECENT,
    LEFT_OUT_PROJECTS,
    SAVED_FILTERS,
    PALETTE_RECENT,
    GEOMETRY,
    SOURCE_SHARE,
    PANELS,
)

SETTINGS: tuple[AnySetting, ...] = (*SHARED, *WINDOW)
"""Every setting there is, in the order in which pages show them."""


def kept_json(text: str) -> Any:
    """Return what a setting keeps as JSON, None where that is none."""
    try:
        return json.loads(text) if text else None
    except (ValueError, RecursionError):
        return None


def on_page(page: Page) -> list[AnySetting]:
    """Return what a page of the preferences shows, in order."""
    return [setting for setting in SETTINGS if setting.page is page]
