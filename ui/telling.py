"""What the parts of the session tell of themselves, said below the text or asked in a dialog."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject

from app.files.recovering import damage_in
from app.settings.table import TEACHING
from app.state import SaveKind
from translation.errors import EngineError, ModelError, UsageError
from translation.errors.editing import EDITING
from ui import asking, notice_kinds, texts
from ui.commands.desk import HasAppearance, HasMessages, HasReview, HasSession, HasWindow
from ui.keys import named
from ui.marked import QT_TRANSLATE_N_NOOP
from ui.widgets.message_bar import EXPORTS, NOTHING, SAVING

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.followers.teaching import Lesson
    from app.state import SaveState
    from translation.errors import MurajiError
    from translation.formats.tables.preview import TablePreview
    from translation.model.imported import Notice
    from translation.work.returning import Return
    from ui.action_set import ActionSet


LESSONS = "lessons"
_TAUGHT = QT_TRANSLATE_N_NOOP(
    "Telling",
    "“{before}” became “{after}”; it stands in {count} more segment.",
    "“{before}” became “{after}”; it stands in {count} more segments.",
)


class TellingDesk(HasSession, HasReview, HasMessages, HasAppearance, HasWindow, Protocol):
    """What telling works with."""


class Telling(QObject):
    """Listens to a session and tells what it has to say, with what can be done about it."""

    def __init__(self, desk: TellingDesk, actions: ActionSet) -> None:
        super().__init__(desk.window)
        self._desk = desk
        self._actions = actions
        self._not_saved = ""
        session = desk.session
        session.noticed.connect(self._show_notice)
        session.failed.connect(self._show_failure)
        session.files.columns_asked.connect(self._show_columns)
        session.exchange.returned.connect(self._show_return)
        session.files.recovered.connect(self._show_recovery)
        session.autosave.changed.connect(self._show_saving)
        session.teaching.proposed.connect(self._propose)

    def _propose(self, lesson: Lesson) -> None:
        """Offer to correct in the rest what was corrected and confirmed."""
        if not self._desk.appearance.settings.value(TEACHING):
            return
        correction, count = lesson.correction, len(lesson.applies_in)
        before, after = texts.theirs(correction.before), texts.theirs(correction.after)
        said = texts.translated("Telling", _TAUGHT, count=count, before=before, after=after)
        how = self.tr("{key:correct_rest} corrects it there, {key:make_rule} makes it a rule.")
        sentences = [said, how.format(key=named())]
        self._desk.messages.clear(topic=LESSONS)
        self._desk.messages.show_message(
            texts.listed(sentences, texts.TOGETHER),
            action=self.tr("Correct it there"),
            run=self._actions["correct_rest"].trigger,
            passing=True,
            topic=LESSONS,
        )

    def _show_return(self, found: Return) -> None:
        """Show what a returned table would change, to choose from."""
        from ui.dialogs.returned_table import ReturnedTableDialog

        dialog = ReturnedTableDialog(
            found, self._desk.session.document, self._desk.appearance.theme, self._desk.window
        )
        dialog.chosen.connect(self._desk.session.exchange.apply_return)
        dialog.open()

    def _show_columns(self, path: Path | None, preview: TablePreview) -> None:
        """Show how a table begins, and open it by the columns that are chosen."""
        from ui.dialogs.columns import ColumnsDialog

        dialog = ColumnsDialog(preview, self._desk.window)
        dialog.chosen.connect(partial(self._desk.session.files.choose_columns, path))
        dialog.open()

    def _show_recovery(self, notices: list[Notice]) -> None:
        """Say that a project was recovered, and offer the report."""
        from ui.dialogs.recovery import RecoveryDialog

        self._desk.messages.show_message(
            texts.notice_text(notices[0]),
            action=self.tr("Report…"),
            run=lambda: RecoveryDialog(notices, self._desk.window).open(),
        )

    def _offer_for(self, notice: Notice) -> tuple[str, Callable[[], None] | None]:
        """Return what a notice offers to do: its words and the way to do it."""
        damage = self._desk.session.files.damage
        if notice.code == "doubted_segments":
            return self.tr("Show them…"), self._actions["doubts"].trigger
        if notice.code in notice_kinds.OF_DAMAGE and damage is not None:
            return self.tr("Recover what can be read"), lambda: self._desk.session.files.recover(
                damage
            )
        if notice.code in notice_kinds.OF_COLUMNS:
            return self.tr("Columns…"), self._actions["columns"].trigger
        if notice.code == "exported":
            return self.tr("Open its folder"), partial(_show_folder_of, notice)
        return "", None

    def _show_notice(self, notice: Notice) -> None:
        hidden = notice.code == "furniture" and not self._desk.review.shows_furniture
        if hidden or notice.code not in notice_kinds.SAID_ELSEWHERE:
            passing = hidden or notice.code in notice_kinds.PASSING
            topic = EXPORTS if notice.code in notice_kinds.OF_EXPORTS else ""
            action, run = self._offer_for(notice)
            self._desk.messages.show_message(
                texts.notice_text(notice), "note", action, run, passing, topic
            )

    def _show_failure(self, error: MurajiError) -> None:
        models, damage = self._actions["models"], damage_in(error)
        if damage is not None:
            action = self.tr("Recover what can be read")
            recover = partial(self._desk.session.files.recover, damage)
            self._desk.messages.show_message(texts.error_text(error), "error", action, recover)
        elif isinstance(error, ModelError | EngineError):
            action = self.tr("Models…")
            self._desk.messages.show_message(
                texts.error_text(error), "error", action, models.trigger
            )
        elif error.reason in notice_kinds.WITHOUT_COLUMNS and "path" in error.facts:
            ask = partial(self._desk.session.files.ask_columns, Path(error.facts["path"]))
            action = self.tr("Columns…")
            self._desk.messages.show_message(
                texts.error_text(error), "error", action, ask, passing=True
            )
            ask()
        else:
            # What was asked for made no sense: to be read, not to be dealt with.
            passing = isinstance(error, UsageError)
            is_calm = f"usage.{error.reason}" in EDITING
            kind, topic = ("note", NOTHING) if is_calm else ("error", "")
            self._desk.messages.clear(topic=NOTHING)
            said = texts.error_text(error)
            self._desk.messages.show_message(said, kind, passing=passing, topic=topic)

    def _show_saving(self, state: SaveState) -> None:
        """Say why nothing is saved, until it is: once, though it is tried again every second."""
        if state.kind is SaveKind.SAVING:
            return
        before = self._not_saved
        self._not_saved = texts.saving_text(state) if state.kind is SaveKind.FAILED else ""
        if self._not_saved != before:
            self._desk.messages.clear(topic=SAVING)
            if self._not_saved:
                self._desk.messages.show_message(self._not_saved, "error", topic=SAVING, stays=True)


def _show_folder_of(notice: Notice) -> None:
    """Show the folder of the file that a notice is about."""
    asking.show_folder(Path(dict(notice.facts)["file"]).parent)
