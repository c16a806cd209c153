"""What is said of damaged projects: why they are not opened, what is in doubt, what was saved.

DAMAGE is a part of ``translation.errors.SENTENCES``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from translation.errors.plurals import Counted

if TYPE_CHECKING:
    from collections.abc import Mapping

DAMAGE: Mapping[str, str] = {
    # --- not opened, or not to be written ---
    "project.damaged": "{file} is damaged and cannot be opened: {detail}.",
    "project.history_damaged": "{file}: its undo history is damaged; it is open read-only.",
    "project.unsound": (
        "{file} is damaged inside ({detail}); what could be read is open read-only."
    ),
    "project.nothing_recovered": "{file}: nothing of a project can be read in it.",
    "project.recover_in_use": "{file} is open elsewhere ({owner}); close it there first.",
    "usage.recover_nothing": "Name a project to recover, or --list the backups there are.",
    "usage.recover_suffix": "{file}: what is recovered is a project; its name must end in .muraji.",
    "notice.project_history_damaged": (
        "{file}: its undo history is damaged; it is open read-only."
    ),
    "notice.project_unsound": (
        "{file} is damaged inside ({detail}); what could be read is open read-only."
    ),
    # --- found where a project was verified ---
    "notice.doubted_segments": Counted(
        "{file}: {count} segment is in doubt; it is listed with what is known of it.",
        "{file}: {count} segments are in doubt; each is listed with what is known of it.",
    ),
    "notice.doubted_original": (
        "{file}: its original changed on the disk since it was read; look at exports in its own"
        " format closely."
    ),
    "notice.doubted_rows": (
        "{file}: some of what is kept beside the segments changed on the disk ({detail}); it is"
        " taken as it stands."
    ),
    "notice.doubted_history": (
        "{file}: the undo history changed on the disk; some steps may not be undone any more."
    ),
    "notice.doubted_missing": (
        "{file}: not all that was written is there ({detail}). It is best recovered into a new"
        " project."
    ),
    # --- the report of a recovery ---
    "notice.recovered": Counted(
        "{file} holds what could be recovered: {count} segment (sound: {sound}).",
        "{file} holds what could be recovered: {count} segments (sound: {sound}).",
    ),
    "notice.recovered_in_doubt": Counted(
        "{count} segment is in doubt and listed as an issue.",
        "{count} segments are in doubt, each listed as an issue.",
    ),
    "notice.recovered_segments_lost": Counted(
        "{count} segment could not be recovered.",
        "{count} segments could not be recovered.",
    ),
    "notice.recovered_maybe_more": (
        "Nothing tells how many segments there were: some may be missing."
    ),
    "notice.recovered_units_doubted": Counted(
        "The role or inline codes of {count} paragraph were lost or are in doubt.",
        "The roles or inline codes of {count} paragraphs were lost or are in doubt.",
    ),
    "notice.recovered_drafts_lost": Counted(
        "{count} draft could not be recovered.",
        "{count} drafts could not be recovered.",
    ),
    "notice.recovered_drafts_doubted": Counted(
        "{count} draft is in doubt; it is kept but not shown.",
        "{count} drafts are in doubt; they are kept but not shown.",
    ),
    "notice.recovered_records_lost": Counted(
        "{count} note or other remark was lost.",
        "{count} notes and other remarks were lost.",
    ),
    "notice.recovered_records_doubted": Counted(
        "{count} note or other remark is in doubt.",
        "{count} notes and other remarks are in doubt.",
    ),
    "notice.recovered_points_lost": Counted(
        "{count} restore point could not be recovered.",
        "{count} restore points could not be recovered.",
    ),
    "notice.recovered_values_lost": Counted(
        "{count} small value, such as the place last worked at, could not be recovered.",
        "{count} small values, such as the place last worked at, could not be recovered.",
    ),
    "notice.recovered_file_changed": (
        "{file}: what is kept of it beside its text (name, languages, encoding) is in doubt."
    ),
    "notice.recovered_original_lost": (
        "{file}: the original is lost, so it can be exported only in formats that need none."
    ),
    "notice.recovered_original_changed": (
        "{file}: the original is damaged or in doubt; look at exports in its own format closely."
    ),
    "notice.recovered_original_replaced": (
        "{file}: the original was damaged; it was taken from the article beside the project."
    ),
    "notice.recovered_history_lost": "The undo history could not be recovered.",
    "notice.recovered_history_cut": Counted(
        "Of the undo history only the last {count} change could be recovered.",
        "Of the undo history only the last {count} changes could be recovered.",
    ),
}

DOUBTS: Mapping[str, str] = {
    "changed": "Changed on the disk since it was saved.",
    "disagrees": "Not what the undo history says.",
    "unit_changed": "The role or the inline codes of its paragraph changed on the disk.",
    "removed": "Taken out before, as the undo history says.",
    "draft_changed": "A draft of it changed on the disk.",
    "row_lost": "Lost; taken from the undo history.",
    "row_older": "An older text stood in the file; taken from the undo history.",
    "original_read": "Lost; read anew from the original: work on it may be missing.",
    "part": "Only a part of it could be read.",
    "unconfirmed": "Read from a damaged file; nothing confirms it.",
}
"""Why a segment is in doubt, by the reasons of translation.model.doubt."""
MAY_HAVE_BEEN = "It may have been “{text}”."
"""What is said behind that where it is known."""
