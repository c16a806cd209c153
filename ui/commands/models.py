"""Translating, and the models that do it."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QCoreApplication

from ui import asking
from ui.commands.desk import HasAppearance, HasReview, HasSession, HasWindow


class ModelDesk(HasSession, HasReview, HasAppearance, HasWindow, Protocol):
    """What these commands work with."""


def translate(desk: ModelDesk) -> None:
    """Draft every segment that has no translation yet, those in view first."""
    desk.session.engine.translate(None, first=desk.review.visible_ids())


def translate_segment(desk: ModelDesk) -> None:
    """Draft the active segment anew."""
    if desk.session.editor.active_id:
        desk.session.engine.translate([desk.session.editor.active_id])


def cancel(desk: ModelDesk) -> None:
    """Give up the work in the background."""
    desk.session.jobs.cancel()


def choose(desk: ModelDesk) -> None:
    """Show which models there are, installed and offered."""
    from ui.dialogs.models import ModelsDialog

    ModelsDialog(desk.session, desk.appearance.theme, desk.window).open()


def folder(desk: ModelDesk) -> None:
    """Use a model that lies in a folder of one's own."""
    title = QCoreApplication.translate("ModelCommands", "Use the model in this folder")
    folder = asking.folder_to_use(desk.window, title)
    if folder is not None:
        desk.session.engine.use_model(str(folder))
