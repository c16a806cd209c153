"""Effort: what is counted and for whom, whether it may be, what was, and how to be rid of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox

from app.settings.table import EFFORT
from ui import asking, texts
from ui.dialogs import export_name
from ui.dialogs.sheet import Sheet
from ui.dialogs.statistics import time_spent
from ui.marked import QT_TRANSLATE_N_NOOP
from ui.plain import set_title

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from app.session import Session
    from app.settings.store import Settings

CONTEXT = "Effort"
_WHOLE = QT_TRANSLATE_N_NOOP(
    "Effort",
    "{count} segment worked on in {time}. Keys that wrote: {writing}, deleted: {deleting}, "
    "moved: {moving}; commands given: {command}.",
    "{count} segments worked on in {time}. Keys that wrote: {writing}, deleted: {deleting}, "
    "moved: {moving}; commands given: {command}.",
)
_PAUSES = QT_TRANSLATE_N_NOOP(
    "Effort",
    "{count} pause of 0.3 seconds or longer between keys, {time} in all.",
    "{count} pauses of 0.3 seconds or longer between keys, {time} in all.",
)


class EffortDialog(Sheet):
    """Asks for consent and shows what it gives."""

    def __init__(self, session: Session, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__("", parent, width=560)
        set_title(self, self.tr("Effort"))
        self._session, self._settings = session, settings
        self.add_text(
            self.tr(
                "Counts, for each segment, how long you worked on it, how many keys wrote, "
                "deleted or moved, the commands you gave, and the pauses between keys. Which "
                "keys you pressed is not kept. It lies in the project, on this machine; who gets "
                "the project gets it, too. Nothing is counted unless you want it, and you can "
                "delete it here."
            )
        )
        self.switch = QCheckBox(self.tr("&Count my effort from now on"))
        self.switch.setChecked(settings.value(EFFORT))
        self.switch.toggled.connect(lambda on: settings.keep(EFFORT, on))
        self.body.addWidget(self.switch)
        self._told = self.add_text("")
        self._save = self.add_button(self.tr("Save as CSV…"))
        self._save.clicked.connect(self._write)
        self._delete = self.add_button(self.tr("Delete what was counted"))
        self._delete.clicked.connect(self._ask_to_delete)
        self.add_close()
        session.effort.changed.connect(self._show)
        self._show()

    @property
    def said(self) -> str:
        """What was counted, in words."""
        return self._told.text()

    def _show(self) -> None:
        found = self._session.effort.summary()
        self._save.setEnabled(bool(found.segments))
        self._delete.setEnabled(bool(found.segments))
        if not found.segments:
            self._told.setText(self.tr("Nothing was counted in this project."))
            return
        whole = found.whole
        keys = {
            name: texts.number(getattr(whole, name))
            for name in ("writing", "deleting", "moving", "command")
        }
        spent = time_spent(whole.seconds)
        said = [texts.translated(CONTEXT, _WHOLE, count=found.segments, time=spent, **keys)]
        paused = time_spent(whole.pause_seconds)
        said.append(texts.translated(CONTEXT, _PAUSES, count=whole.pauses, time=paused))
        if found.words_an_hour is not None:
            pace = self.tr(
                "{rate} source words an hour, over segments worked on at 0.25 to 30 seconds a word."
            )
            said.append(pace.format(rate=texts.number(found.words_an_hour)))
        if found.ksr is not None:
            ratio = self.tr(
                "Keystroke ratio {ratio}: keys that wrote or deleted, for the characters of "
                "the translations."
            )
            said.append(ratio.format(ratio=texts.percent(found.ksr)))
        self._told.setText("\n".join(said))

    def _write(self) -> None:
        place = export_name.usual_folder(self._session) / "effort.csv"
        filters = self.tr("Table, for a spreadsheet (*.csv)")
        path = asking.file_to_write(self, self.tr("Save the effort"), place, filters)
        if path is not None:
            named = path if path.suffix.lower() == ".csv" else path.with_name(f"{path.name}.csv")
            self._session.reporting.write_effort(named)

    def _ask_to_delete(self) -> None:
        if asking.ask(
            self,
            self.tr("Delete what was counted in this project?"),
            self.tr("It cannot be brought back, except from a copy of the project."),
            self.tr("Keep it"),
            self.tr("Delete it"),
        ):
            self._session.effort.delete()
