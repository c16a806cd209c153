"""The line at the foot: position, background work with its cancel key, save state, model."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout

from app.editing.grounds import WorkRole
from app.state import EngineState, SaveKind
from ui import texts
from ui.dressing import dress_anew
from ui.keys import named
from ui.marked import QT_TRANSLATE_N_NOOP, QT_TRANSLATE_NOOP
from ui.widgets.card import quiet_label
from ui.widgets.elided_label import ElidedLabel
from ui.widgets.link import Link
from ui.widgets.meter import Meter

if TYPE_CHECKING:
    from app.editing.changes import Change
    from app.session import Session
    from app.state import EngineStatus, Job, SaveState
    from ui.theme import Theme

ENGINE_TEXTS: dict[EngineState, str] = {
    EngineState.OFF: QT_TRANSLATE_NOOP("engine", "model not loaded"),
    EngineState.NOT_INSTALLED: QT_TRANSLATE_NOOP("engine", "no model installed"),
    EngineState.LOADING: QT_TRANSLATE_NOOP("engine", "model loading…"),
    EngineState.CONVERTING: QT_TRANSLATE_NOOP("engine", "model being prepared…"),
    EngineState.READY: QT_TRANSLATE_NOOP("engine", "ready"),
    EngineState.FAILED: QT_TRANSLATE_NOOP("engine", "model failed"),
}

CONTEXT = "StatusLine"
_SEGMENTS = QT_TRANSLATE_N_NOOP("StatusLine", "{count} segment", "{count} segments")
_CHOSEN = QT_TRANSLATE_N_NOOP("StatusLine", "{count} row selected", "{count} rows selected")


class StatusLine(QFrame):
    """Says in plain words how things stand; changes nothing but by its cancel link."""

    cancel_wanted = Signal()

    def __init__(self, session: Session, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("statusLine")
        self._session = session
        self.position = quiet_label()
        self.role = quiet_label()
        self.chosen = quiet_label()
        self.chosen.hide()
        self.job = quiet_label()
        self.meter = Meter(theme)
        self.meter.setFixedWidth(180)
        self.cancel = Link("", self.tr("Stop the work in the background"))
        self.cancel.clicked.connect(self.cancel_wanted)
        # A long reason must not push the window wider; the whole of it is in the tool tip.
        self.saving = ElidedLabel()
        self.saving.setObjectName("saveState")
        self.saving.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.model = quiet_label()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 5, 16, 5)
        layout.setSpacing(14)
        layout.addWidget(self.position)
        layout.addWidget(self.role)
        layout.addWidget(self.chosen)
        layout.addSpacing(28)
        for part in (self.job, self.meter, self.cancel):
            layout.addWidget(part)
        layout.addWidget(self.saving, 1)
        layout.addSpacing(28)
        layout.addWidget(self.model, 0, Qt.AlignmentFlag.AlignRight)
        session.editor.active_changed.connect(self._show_position)
        session.editor.document_replaced.connect(self._show_position)
        session.editor.changed.connect(self._take)
        session.editor.grounds.changed.connect(self._show_role)
        session.jobs.changed.connect(self.show_job)
        session.autosave.changed.connect(self.show_saving)
        session.engine.changed.connect(self.show_engine)
        self.show_keys()
        self._show_position()
        self._show_role()
        self.show_job(session.jobs.current)
        self.show_saving(session.autosave.state)
        self.show_engine(session.engine.status)

    def free_room(self) -> QRect:
        """Return where nothing stands now, in pixels of the line."""
        left = (self.position, self.role, self.chosen, self.job, self.meter, self.cancel)
        begin = max(part.geometry().right() for part in left if not part.isHidden())
        saved = self.saving.fontMetrics().horizontalAdvance(self.saving.text())
        end = max(begin, self.saving.geometry().right() - saved)
        return QRect(QPoint(begin, 0), QPoint(end, self.height() - 1))

    def set_theme(self, theme: Theme) -> None:
        """Take another look."""
        self.meter.set_theme(theme)

    def show_keys(self) -> None:
        """Name the keys that hold now."""
        self.cancel.setText(named().beside(self.tr("Cancel"), "cancel"))

    def _take(self, change: Change) -> None:
        if change.inserted or change.removed:
            self._show_position()

    def _show_position(self, _what: object = None) -> None:
        document = self._session.document
        active = self._session.editor.active_id
        if active in document:
            text = self.tr("Segment {number} of {total}").format(
                number=document.row(active) + 1, total=len(document)
            )
        elif len(document):
            text = texts.translated(CONTEXT, _SEGMENTS, count=len(document))
        else:
            text = self.tr("Nothing is open")
        self.position.setText(text)

    def _show_role(self) -> None:
        """Show as what one works."""
        reviews = self._session.editor.grounds.role is WorkRole.REVIEWER
        self.role.setText(self.tr("Reviewer") if reviews else self.tr("Translator"))

    def show_chosen(self, count: int) -> None:
        """Show how many rows are chosen, where they are several."""
        self.chosen.setVisible(count > 1)
        self.chosen.setText(texts.translated(CONTEXT, _CHOSEN, count=count))

    def show_job(self, job: Job | None) -> None:
        """Show background work, or nothing."""
        self.job.setVisible(job is not None)
        self.meter.setVisible(job is not None)
        self.meter.set_busy(job is not None and not job.total)
        self.cancel.setVisible(job is not None and job.cancellable)
        if job is None:
            return
        vague, exact = job.kind.words, job.kind.counted
        if job.total:
            self.meter.set_part(job.done / job.total)
            text = texts.translated("jobs", exact, done=job.done, total=job.total)
        else:
            text = texts.translated("jobs", vague)
        self.job.setText(text)
        self.meter.setAccessibleName(text)

    def show_saving(self, state: SaveState) -> None:
        """Show whether everything is on disk."""
        text, tone = self._saving_words(state)
        self.saving.setText(text)
        self.saving.setProperty("tone", tone)
        dress_anew(self.saving)

    def _saving_words(self, state: SaveState) -> tuple[str, str]:
        match state.kind:
            case SaveKind.SAVED:
                return self.tr("All changes saved"), "good"
            case SaveKind.SAVING:
                return self.tr("Saving…"), "quiet"
            case SaveKind.FAILED:
                return self.tr("Not saved: {reason}").format(
                    reason=texts.saving_text(state)
                ), "error"
            case SaveKind.READ_ONLY:
                return self.tr("Read-only"), "warning"
            case SaveKind.NOTHING:
                return "", "quiet"

    def show_engine(self, status: EngineStatus) -> None:
        """Show the model and how it stands."""
        state = texts.translated("engine", ENGINE_TEXTS[status.state])
        if status.info:
            state = texts.listed((texts.model_name(status.info.name), state), texts.BESIDE)
        self.model.setText(state)
