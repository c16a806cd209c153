"""The models on this machine and those that can be fetched: choose, install, remove."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from app.engine.work import INSTALL
from translation.errors import MurajiError
from ui import asking, texts
from ui.dialogs.model_rows import ModelRow, model_rows, row_text
from ui.dialogs.sheet import Sheet
from ui.plain import PlainButton, set_title
from ui.widgets.link import Link
from ui.widgets.meter import Meter
from ui.widgets.two_line_list import TwoLineList

if TYPE_CHECKING:
    from app.session import Session
    from app.state import Job
    from ui.theme import Theme


class ModelsDialog(Sheet):
    """A list of models; what can be done with the marked one stands below it."""

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__("", parent, width=600)
        set_title(self, self.tr("Translation models"))
        self.resize(660, 480)
        self._session = session
        self._rows: list[ModelRow] = []
        self.add_text(
            self.tr(
                "Models run on this machine. Nothing is fetched until you install one and accept"
                " its licence."
            )
        )
        self.list = TwoLineList(theme, self.tr("Models"))
        self.body.addWidget(self.list, 1)
        self.use = self._button(self.tr("Use this model"), self._use)
        self.install = self._button(self.tr("Install…"), self._install)
        self.remove = self._button(self.tr("Remove"), self._remove)
        folder = self._button(self.tr("Use a folder…"), self._use_folder)
        row = QHBoxLayout()
        for button in (self.use, self.install, self.remove):
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(folder)
        self.body.addLayout(row)
        self.body.addWidget(self._progress(theme))
        self.told = self.add_text("", quiet=True)
        self.add_close()
        self.list.currentRowChanged.connect(self._show_choices)
        session.jobs.changed.connect(self._show_job)
        session.engine.changed.connect(self._engine_changed)
        session.failed.connect(self._show_failure)
        self._load()
        self._show_job(session.jobs.current)

    def _button(self, text: str, run: object) -> QPushButton:
        button = PlainButton(text)
        button.setAutoDefault(False)
        button.clicked.connect(run)
        return button

    def _progress(self, theme: Theme) -> QWidget:
        self.progress = QWidget()
        self._meter = Meter(theme)
        self._meter.setAccessibleName(self.tr("Installing"))
        cancel = Link(self.tr("Cancel"), self.tr("Stop fetching; it can go on another time"))
        cancel.clicked.connect(lambda: self._session.jobs.cancel())
        row = QHBoxLayout(self.progress)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._meter, 1)
        row.addWidget(cancel)
        return self.progress

    # --- what is shown ---------------------------------------------------------------------

    def _load(self) -> None:
        """Read the models on the disk, keeping the mark where it was."""
        marked = self._marked()
        self._rows = model_rows()
        self.list.clear()
        for row in self._rows:
            self.list.addItem(row_text(row))
        names = [row.name for row in self._rows]
        in_use = next((at for at, row in enumerate(self._rows) if row.in_use), 0)
        at = names.index(marked.name) if marked and marked.name in names else in_use
        self.list.setCurrentRow(at)
        self._show_choices(at)

    def _marked(self) -> ModelRow | None:
        at = self.list.currentRow()
        return self._rows[at] if 0 <= at < len(self._rows) else None

    def _show_choices(self, _at: int) -> None:
        row = self._marked()
        job = self._session.jobs.current
        installing = job is not None and job.kind is INSTALL
        self.use.setEnabled(bool(row and row.installed and not row.in_use and not row.problem))
        self.install.setEnabled(bool(row and row.offer and not row.installed and not installing))
        self.remove.setEnabled(bool(row and row.installed and not row.bundled and not row.in_use))

    def _show_job(self, job: Job | None) -> None:
        installing = job is not None and job.kind is INSTALL
        was_installing = not self.progress.isHidden()
        self.progress.setVisible(installing)
        if job is not None and installing:
            self._meter.set_part(job.done / job.total if job.total else 0.0)
            self.told.setText(_fetched(self.tr("{done} of {total} MB"), job))
        elif was_installing:
            self.told.setText("")
            self._load()
        self._show_choices(self.list.currentRow())

    def _engine_changed(self, _status: object) -> None:
        self._load()

    def _show_failure(self, error: MurajiError) -> None:
        self.told.setText(texts.error_text(error))

    # --- what can be done ------------------------------------------------------------------

    def _use(self) -> None:
        row = self._marked()
        if row:
            self._session.engine.use_model(row.name)
            self._load()

    def _use_folder(self) -> None:
        folder = asking.folder_to_use(self, self.tr("Use the model in this folder"))
        if folder is not None:
            self._session.engine.use_model(str(folder))

    def _install(self) -> None:
        from ui.dialogs.licence import LicenceDialog

        row = self._marked()
        if row and row.offer:
            dialog = LicenceDialog(row.offer, self)
            dialog.accepted_offer.connect(self._start)
            dialog.open()

    def _start(self, offer_id: str) -> None:
        self.told.setText("")
        self._session.engine.install_model(offer_id, accept_licence=True)

    def _remove(self) -> None:
        from translation.engines import models

        row = self._marked()
        if row is None:
            return
        try:
            models.remove(row.name)
        except MurajiError as error:
            self._show_failure(error)
        else:
            self.told.setText(
                self.tr("{model} was removed.").format(model=texts.file_name(row.name))
            )
        self._load()


def _fetched(sentence: str, job: Job) -> str:
    if not job.total:
        return ""
    return sentence.format(
        done=texts.number(job.done / 1e6, 0), total=texts.number(job.total / 1e6, 0)
    )
