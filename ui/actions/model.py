"""Drafts and where they come from: the actions of the Model menu."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.action_spec import ActionSpec
from ui.commands import alternatives, models
from ui.marked import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from ui.commands.desk import Desk

MODEL: tuple[ActionSpec[Desk], ...] = (
    ActionSpec(
        "translate", QT_TRANSLATE_NOOP("actions", "&Translate"), "model", models.translate,
        ("F5",), "editable", toolbar="accent",
        tip=QT_TRANSLATE_NOOP("actions", "Draft every segment that has no translation yet"),
    ),
    ActionSpec(
        "translate_segment", QT_TRANSLATE_NOOP("actions", "Translate this &segment"), "model",
        models.translate_segment, ("Shift+F5",), "editable_segment",
    ),
    ActionSpec(
        "alternatives", QT_TRANSLATE_NOOP("actions", "Ot&her ways to go on…"), "model",
        alternatives.offer, ("Alt+Shift+O",), "editable_segment",
        tip=QT_TRANSLATE_NOOP("actions", "What the model would write from the word at the caret"),
    ),
    ActionSpec(
        "cancel", QT_TRANSLATE_NOOP("actions", "&Cancel"), "model", models.cancel,
        ("Esc",), "busy",
        tip=QT_TRANSLATE_NOOP("actions", "Stop the work that goes on in the background"),
    ),
    ActionSpec(
        "models", QT_TRANSLATE_NOOP("actions", "&Install or choose…"), "model", models.choose,
        section=1,
    ),
    ActionSpec(
        "model_folder", QT_TRANSLATE_NOOP("actions", "Use a &folder…"), "model", models.folder,
        section=1,
    ),
)  # fmt: skip
