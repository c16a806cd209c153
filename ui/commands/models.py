"""Translating, and the models that do it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from ui import asking

if TYPE_CHECKING:
    from app.session import Session
    from ui.main_window import MainWindow


class ModelCommands:
    """Draft segments; choose, install and leave models."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window

    @property
    def _session(self) -> Session:
        return self._window.session

    def translate(self) -> None:
        """Draft every segment that has no translation yet, those in view first."""
        self._session.translate(None, first=self._window.review.visible_ids())

    def translate_segment(self) -> None:
        """Draft the active segment anew."""
        if self._session.active_id:
            self._session.translate([self._session.active_id])

    def cancel(self) -> None:
        """Give up the work in the background."""
        self._session.cancel_job()

    def choose(self) -> None:
        """Show which models there are, installed and offered."""
        from ui.dialogs.models import ModelsDialog

        ModelsDialog(self._session, self._window.appearance.theme, self._window).open()

    def folder(self) -> None:
        """Use a model that lies in a folder of one's own."""
        title = QCoreApplication.translate("ModelCommands", "Use the model in this folder")
        folder = asking.folder_to_use(self._window, title)
        if folder is not None:
            self._session.use_model(str(folder))
