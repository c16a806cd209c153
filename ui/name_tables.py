"""What things are called: states, roles, languages, encodings, pages, steps to be undone.

Written in English and marked for translation; ``ui.texts`` looks the present translation up.
"""

from __future__ import annotations

from translation.model.issue import Severity
from translation.model.segment import Role, SegmentState
from translation.quality import CheckGroup
from translation.system.setting import Page
from ui.marked import QT_TRANSLATE_NOOP

STATE_NAMES: dict[SegmentState, str] = {
    SegmentState.INITIAL: QT_TRANSLATE_NOOP("states", "not started"),
    SegmentState.EDITED: QT_TRANSLATE_NOOP("states", "edited"),
    SegmentState.CONFIRMED: QT_TRANSLATE_NOOP("states", "confirmed"),
    SegmentState.REVIEWED: QT_TRANSLATE_NOOP("states", "reviewed"),
    SegmentState.FINAL: QT_TRANSLATE_NOOP("states", "final"),
}

ROLE_NAMES: dict[Role, str] = {
    Role.HEADLINE: QT_TRANSLATE_NOOP("roles", "headline"),
    Role.DATELINE: QT_TRANSLATE_NOOP("roles", "dateline"),
    Role.BYLINE: QT_TRANSLATE_NOOP("roles", "byline"),
    Role.SUBHEADING: QT_TRANSLATE_NOOP("roles", "sub-heading"),
    Role.PARAGRAPH: QT_TRANSLATE_NOOP("roles", "paragraph"),
    Role.CAPTION: QT_TRANSLATE_NOOP("roles", "caption"),
    Role.LIST_ITEM: QT_TRANSLATE_NOOP("roles", "list item"),
    Role.CELL: QT_TRANSLATE_NOOP("roles", "cell"),
    Role.FURNITURE: QT_TRANSLATE_NOOP("roles", "page furniture"),
}

SEVERITY_NAMES: dict[Severity, str] = {
    Severity.NOTE: QT_TRANSLATE_NOOP("severities", "note"),
    Severity.WARNING: QT_TRANSLATE_NOOP("severities", "warning"),
    Severity.ERROR: QT_TRANSLATE_NOOP("severities", "error"),
}

GROUP_NAMES: dict[CheckGroup, str] = {
    CheckGroup.DRAFT: QT_TRANSLATE_NOOP("groups", "Drafts"),
    CheckGroup.CODES: QT_TRANSLATE_NOOP("groups", "Inline codes"),
    CheckGroup.COPIED: QT_TRANSLATE_NOOP("groups", "What must arrive unchanged"),
    CheckGroup.NUMBERS: QT_TRANSLATE_NOOP("groups", "Numbers and dates"),
    CheckGroup.NAMES: QT_TRANSLATE_NOOP("groups", "Names"),
    CheckGroup.TERMS: QT_TRANSLATE_NOOP("groups", "Terms"),
    CheckGroup.MEANING: QT_TRANSLATE_NOOP("groups", "Meaning"),
    CheckGroup.WRITING: QT_TRANSLATE_NOOP("groups", "Writing"),
    CheckGroup.CONSISTENCY: QT_TRANSLATE_NOOP("groups", "Consistency"),
    CheckGroup.LENGTHS: QT_TRANSLATE_NOOP("groups", "Lengths and reading speed"),
    CheckGroup.OWN: QT_TRANSLATE_NOOP("groups", "Own rules"),
}

PROFILE_NAMES: dict[str, str] = {
    "": QT_TRANSLATE_NOOP("profiles", "The usual checks"),
    "news": QT_TRANSLATE_NOOP("profiles", "News"),
    "manuals": QT_TRANSLATE_NOOP("profiles", "Manuals"),
    "subtitles": QT_TRANSLATE_NOOP("profiles", "Subtitles"),
    "web": QT_TRANSLATE_NOOP("profiles", "Web pages"),
}
"""The profiles of checks that come with the program."""

LANGUAGE_NAMES: dict[str, str] = {
    "ar": QT_TRANSLATE_NOOP("languages", "Arabic"),
    "de": QT_TRANSLATE_NOOP("languages", "German"),
    "en": QT_TRANSLATE_NOOP("languages", "English"),
    "es": QT_TRANSLATE_NOOP("languages", "Spanish"),
    "fa": QT_TRANSLATE_NOOP("languages", "Persian"),
    "fr": QT_TRANSLATE_NOOP("languages", "French"),
    "he": QT_TRANSLATE_NOOP("languages", "Hebrew"),
    "it": QT_TRANSLATE_NOOP("languages", "Italian"),
    "ru": QT_TRANSLATE_NOOP("languages", "Russian"),
    "tr": QT_TRANSLATE_NOOP("languages", "Turkish"),
    "ur": QT_TRANSLATE_NOOP("languages", "Urdu"),
    "zh": QT_TRANSLATE_NOOP("languages", "Chinese"),
}
"""Languages offered for a file; any other BCP 47 tag can be typed."""

ENCODING_NAMES: dict[str, str] = {
    "utf-8": "UTF-8",
    "cp1256": "windows-1256",
    "iso8859-6": "ISO 8859-6",
    "utf-16": "UTF-16",
    "utf-16-le": "UTF-16 LE",
    "utf-16-be": "UTF-16 BE",
    "utf-32-le": "UTF-32 LE",
    "utf-32-be": "UTF-32 BE",
    "cp720": "DOS 720",
    "cp864": "DOS 864",
    "mac-arabic": "Mac Arabic",
    "cp1252": "windows-1252",
}
"""Encodings that Arabic and English texts come in, by Python's name, as they are known."""

PAGE_TITLES: dict[Page, str] = {
    Page.WORK: QT_TRANSLATE_NOOP("settings", "Work"),
    Page.TYPING: QT_TRANSLATE_NOOP("settings", "Typing"),
    Page.LOOK: QT_TRANSLATE_NOOP("settings", "Look"),
    Page.KEYS: QT_TRANSLATE_NOOP("settings", "Keys"),
    Page.MODEL: QT_TRANSLATE_NOOP("settings", "Model"),
    Page.MEMORY: QT_TRANSLATE_NOOP("settings", "Memory"),
    Page.CHECKS: QT_TRANSLATE_NOOP("settings", "Checks"),
    Page.TERMS: QT_TRANSLATE_NOOP("settings", "Terms"),
    Page.SAVING: QT_TRANSLATE_NOOP("settings", "Saving"),
    Page.PRIVACY: QT_TRANSLATE_NOOP("settings", "Privacy"),
}
"""The pages of the preferences, in their order."""

STEP_NAMES = {
    "type": QT_TRANSLATE_NOOP("steps", "typing"),
    "accept": QT_TRANSLATE_NOOP("steps", "taking over the draft"),
    "confirm": QT_TRANSLATE_NOOP("steps", "confirming"),
    "state_initial": QT_TRANSLATE_NOOP("steps", "taking the text back"),
    "state_edited": QT_TRANSLATE_NOOP("steps", "unconfirming"),
    "state_confirmed": QT_TRANSLATE_NOOP("steps", "confirming"),
    "state_reviewed": QT_TRANSLATE_NOOP("steps", "marking as reviewed"),
    "state_final": QT_TRANSLATE_NOOP("steps", "marking as final"),
    "clear": QT_TRANSLATE_NOOP("steps", "going back to the draft"),
    "empty": QT_TRANSLATE_NOOP("steps", "emptying the translation"),
    "lock": QT_TRANSLATE_NOOP("steps", "locking"),
    "unlock": QT_TRANSLATE_NOOP("steps", "unlocking"),
    "reject": QT_TRANSLATE_NOOP("steps", "rejecting"),
    "propagate": QT_TRANSLATE_NOOP("steps", "translating the same sources alike"),
    "copy_source": QT_TRANSLATE_NOOP("steps", "copying the source"),
    "insert_code": QT_TRANSLATE_NOOP("steps", "inserting a code"),
    "case": QT_TRANSLATE_NOOP("steps", "changing the case"),
    "alternative": QT_TRANSLATE_NOOP("steps", "another way to go on"),
    "autocorrect": QT_TRANSLATE_NOOP("steps", "a correction while typing"),
    "replace": QT_TRANSLATE_NOOP("steps", "replacing"),
    "fix": QT_TRANSLATE_NOOP("steps", "a fix"),
    "earlier_text": QT_TRANSLATE_NOOP("steps", "putting an earlier text back"),
    "spelling": QT_TRANSLATE_NOOP("steps", "a correction of the spelling"),
    "split": QT_TRANSLATE_NOOP("steps", "splitting"),
    "add_files": QT_TRANSLATE_NOOP("steps", "adding files"),
    "remove_file": QT_TRANSLATE_NOOP("steps", "removing a file"),
    "move_file": QT_TRANSLATE_NOOP("steps", "moving a file"),
    "merge": QT_TRANSLATE_NOOP("steps", "merging"),
    "furniture": QT_TRANSLATE_NOOP("steps", "leaving out or bringing back"),
    "pair": QT_TRANSLATE_NOOP("steps", "the languages"),
    "reference": QT_TRANSLATE_NOOP("steps", "the reference"),
    "return": QT_TRANSLATE_NOOP("steps", "a returned table"),
    "restore": QT_TRANSLATE_NOOP("steps", "going back to a restore point"),
    "redraft": QT_TRANSLATE_NOOP("steps", "another draft"),
    "match": QT_TRANSLATE_NOOP("steps", "inserting a match"),
    "choose_draft": QT_TRANSLATE_NOOP("steps", "choosing a draft"),
    "say_note": QT_TRANSLATE_NOOP("steps", "a note"),
    "say_verdict": QT_TRANSLATE_NOOP("steps", "a verdict"),
    "say_dismissal": QT_TRANSLATE_NOOP("steps", "letting an issue stand"),
    "say_direction": QT_TRANSLATE_NOOP("steps", "the direction of a text"),
    "say_mqm": QT_TRANSLATE_NOOP("steps", "a marked error"),
    "correct_alike": QT_TRANSLATE_NOOP("steps", "a correction as above"),
    "say_term": QT_TRANSLATE_NOOP("steps", "a term"),
    "say_bookmark": QT_TRANSLATE_NOOP("steps", "a bookmark"),
    "say_ground": QT_TRANSLATE_NOOP("steps", "keeping the translator's text"),
}
"""What is said of an undo step, by its label."""
