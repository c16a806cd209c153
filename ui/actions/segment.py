"""What is done to segments: the actions of the Segment menu."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.action_spec import ActionSpec
from ui.commands import confirming, rows, segments
from ui.marked import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from ui.commands.desk import Desk

SEGMENT: tuple[ActionSpec[Desk], ...] = (
    ActionSpec(
        "confirm", QT_TRANSLATE_NOOP("actions", "&Confirm"), "segment", confirming.confirm,
        ("Ctrl+Return", "Ctrl+Enter"), "editable", toolbar="shortcut",
        tip=QT_TRANSLATE_NOOP("actions", "Confirm this segment and go to the next unfinished one"),
    ),
    ActionSpec(
        "confirm_stay", QT_TRANSLATE_NOOP("actions", "Confirm and sta&y"), "segment",
        confirming.confirm_and_stay, ("Ctrl+Shift+Return", "Ctrl+Shift+Enter"), "editable_segment",
    ),
    ActionSpec(
        "mark_reviewed", QT_TRANSLATE_NOOP("actions", "Mark &reviewed"), "segment",
        segments.mark_reviewed, ("Ctrl+Shift+R",), "editable_segment",
        tip=QT_TRANSLATE_NOOP("actions", "Say that a second person has checked it, and go on"),
    ),
    ActionSpec(
        "mark_final", QT_TRANSLATE_NOOP("actions", "Mark &final"), "segment",
        segments.mark_final, ("Ctrl+Shift+L",), "editable_segment",
    ),
    ActionSpec(
        "unconfirm", QT_TRANSLATE_NOOP("actions", "&Unconfirm"), "segment", segments.unconfirm,
        ("Ctrl+Shift+U",), "editable_segment",
    ),
    ActionSpec(
        "insert_draft", QT_TRANSLATE_NOOP("actions", "Use the &draft"), "segment",
        segments.insert_draft, ("Ctrl+T", "Ctrl+Space"), "editable_segment", section=2,
        tip=QT_TRANSLATE_NOOP("actions", "Put the text of the draft into the translation"),
    ),
    ActionSpec(
        "drafts", QT_TRANSLATE_NOOP("actions", "Other dr&afts…"), "segment", segments.drafts,
        ("Ctrl+Shift+T",), "editable_segment", section=2,
        tip=QT_TRANSLATE_NOOP("actions", "Show another of the drafts that this segment ever had"),
    ),
    ActionSpec(
        "clear", QT_TRANSLATE_NOOP("actions", "&Back to the draft"), "segment", segments.clear,
        ("Ctrl+Shift+Del",), "editable_segment", section=2,
        tip=QT_TRANSLATE_NOOP("actions", "The draft shows again, as if nobody had touched it"),
    ),
    ActionSpec(
        "copy_source", QT_TRANSLATE_NOOP("actions", "Copy the &source"), "segment",
        segments.copy_source, ("Ctrl+Ins", "Ctrl+Shift+S"), "editable_segment", section=2,
    ),
    ActionSpec(
        "empty", QT_TRANSLATE_NOOP("actions", "&Empty the translation"), "segment", rows.empty,
        ("Alt+Del",), "editable_segment", section=2,
    ),
    ActionSpec(
        "insert_code", QT_TRANSLATE_NOOP("actions", "&Insert missing code"), "segment",
        segments.insert_code, ("Ctrl+,",), "editable_segment", section=2,
        tip=QT_TRANSLATE_NOOP(
            "actions", "Insert the next bold, link or other mark of the source, around chosen words"
        ),
    ),
    ActionSpec(
        "split", QT_TRANSLATE_NOOP("actions", "Spli&t"), "segment", segments.split,
        ("Ctrl+Shift+J", "Alt+Shift+T"), "editable_segment", section=3,
        tip=QT_TRANSLATE_NOOP("actions", "Split where the source was clicked, else at the caret"),
    ),
    ActionSpec(
        "merge", QT_TRANSLATE_NOOP("actions", "&Merge with next"), "segment", segments.merge,
        ("Ctrl+J", "Alt+Shift+S"), "editable_segment", section=3,
    ),
    ActionSpec(
        "lock", QT_TRANSLATE_NOOP("actions", "Loc&k or unlock"), "segment", rows.lock,
        ("Ctrl+L", "Alt+L"), "editable_segment", section=3,
        tip=QT_TRANSLATE_NOOP("actions", "A locked segment is changed by nothing"),
    ),
    ActionSpec(
        "furniture", QT_TRANSLATE_NOOP("actions", "Leave &out or bring back"), "segment",
        segments.toggle_furniture, ("Ctrl+Shift+X",), "editable_segment", section=3,
        tip=QT_TRANSLATE_NOOP("actions", "Page furniture gets no draft and counts nowhere"),
    ),
)  # fmt: skip
