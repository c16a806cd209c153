"""The main window: it places things and passes on what was asked for."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QMainWindow,
    QMenu,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.files.recovering import damage_in
from app.settings.recent import RecentFiles
from app.settings.table import COLUMNS, GEOMETRY, PANELS
from app.state import SaveKind
from translation.errors import EngineError, ModelError, UsageError
from translation.system.preferences import BROKEN_RULES, REFUSED
from ui import asking, notice_kinds, plain, texts
from ui.action_set import ActionSet
from ui.actions import TABLE
from ui.commands import files
from ui.commands.desk import Desk
from ui.keys import Keys
from ui.panels.side import GAP, SideColumn
from ui.panels.table import PANELS as PANEL_TABLE
from ui.recent_menu import RecentMenu
from ui.review.review_panel import ReviewPanel
from ui.review.segment_editor import SegmentEditor
from ui.situation import holding
from ui.widgets.filter_field import FilterField
from ui.widgets.message_bar import EXPORTS, MessageBar
from ui.widgets.model_chip import ModelChip
from ui.widgets.status_line import StatusLine
from ui.widgets.welcome import Welcome

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QMimeData, QPoint
    from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QKeyEvent

    from app.session import Session
    from app.state import SaveState
    from translation.errors import MurajiError
    from translation.formats.tables.preview import TablePreview
    from translation.model.imported import Notice
    from translation.work.returning import Return
    from ui.action_spec import ActionSpec
    from ui.appearance import Appearance
    from ui.theme import Theme

FIRST_SIZE = (1440, 900)
TITLE_HEIGHT = 40
"""Left free on a small screen for the title that the system puts above the window."""
SIDE_WIDTH, SIDE_SHARE = 364, 28
"""The panels beside the text at first: pixels, but no more than so many hundredths."""

WAYS = ("open", "new", "new_from_clipboard")
"""The actions that the empty window offers."""


class MainWindow(QMainWindow):
    """One document under review, with everything around it."""

    def __init__(self, session: Session, appearance: Appearance) -> None:
        super().__init__()
        self.session = session
        self.appearance = appearance
        theme = appearance.theme
        self.keys = Keys(TABLE, appearance.settings, self)
        self.actions_ = ActionSet(self, self.keys, self._run)
        self.review = ReviewPanel(session.editor, session.issues, theme)
        self.side = SideColumn(session, theme)
        self.messages = MessageBar(theme)
        self.filter_field = FilterField()
        self.chip = ModelChip(theme)
        self.status = StatusLine(session, theme)
        self.desk = Desk(
            window=self,
            session=session,
            review=self.review,
            side=self.side,
            messages=self.messages,
            filter_field=self.filter_field,
            appearance=appearance,
            keys=self.keys,
            recent=RecentFiles(appearance.settings, session, self),
        )
        for editor in self.review.findChildren(SegmentEditor):
            self.actions_.win_over(editor)
        self.actions_.win_over(self.filter_field)
        self.setAcceptDrops(True)
        self._place()
        self._connect()
        self._restore_geometry()
        self._show_document()
        self.chip.show_status(session.engine.status)

    # --- placing ---------------------------------------------------------------------------

    def _place(self) -> None:
        self.actions_.fill(self.menuBar())
        RecentMenu(self.actions_.menu("recent"), self.desk.recent, self.session.files.open)
        self._pages = QStackedWidget()
        self.welcome = Welcome(self.actions_[way] for way in WAYS)
        self._pages.addWidget(self.welcome)
        self._pages.addWidget(self._on_paper(self.review))
        self._columns = QSplitter(Qt.Orientation.Horizontal)
        self._columns.setObjectName("columns")
        self._columns.setHandleWidth(GAP)
        self._columns.setChildrenCollapsible(False)
        self._columns.addWidget(self._pages)
        self._columns.addWidget(self.side)
        self._columns.setStretchFactor(0, 1)
        centre = QWidget()
        layout = QVBoxLayout(centre)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._toolbar())
        frame = QWidget()
        inner = QVBoxLayout(frame)
        inner.setContentsMargins(GAP, GAP, GAP, GAP)
        inner.addWidget(self._columns)
        layout.addWidget(frame, 1)
        # Below the text: a message that comes or goes must not move the line one is reading.
        layout.addWidget(self.messages)
        layout.addWidget(self.status)
        self.setCentralWidget(centre)
        room = self.screen().availableSize() - QSize(0, TITLE_HEIGHT)
        self.resize(QSize(*FIRST_SIZE).boundedTo(room))
        side = min(SIDE_WIDTH, self.width() * SIDE_SHARE // 100)
        self._columns.setSizes([self.width() - side, side])
        self.setMinimumSize(760, 480)

    def _toolbar(self) -> QFrame:
        bar = QFrame()
        bar.setObjectName("toolbar")
        row = QHBoxLayout(bar)
        row.setContentsMargins(16, 8, 16, 8)
        row.setSpacing(8)
        for button in self.actions_.toolbar_buttons():
            row.addWidget(button)
        row.addSpacing(10)
        self.filter_field.setMaximumWidth(330)
        self.filter_field.setMinimumWidth(120)
        row.addWidget(self.filter_field, 3)
        row.addStretch(2)
        row.addWidget(self.chip)
        return bar

    def _on_paper(self, content: QWidget) -> QFrame:
        paper = QFrame()
        paper.setObjectName("paper")
        layout = QVBoxLayout(paper)
        # The border is the frame's own; inside it the table reaches to the edge.
        layout.setContentsMargins(1, 4, 1, 4)
        layout.addWidget(content)
        return paper

    # --- listening -------------------------------------------------------------------------

    def _connect(self) -> None:
        session = self.session
        session.editor.document_replaced.connect(self._show_document)
        session.noticed.connect(self._show_notice)
        session.failed.connect(self._show_failure)
        session.files.columns_asked.connect(self._show_columns)
        session.exchange.returned.connect(self._show_return)
        session.files.recovered.connect(self._show_recovery)
        session.engine.changed.connect(self.chip.show_status)
        session.autosave.changed.connect(self._show_saving)
        for signal in (
            session.editor.active_changed,
            session.jobs.changed,
            session.issues.changed,
            session.doubts.changed,
            session.editor.read_only_changed,
            session.editor.undo_stack.canUndoChanged,
            session.editor.undo_stack.canRedoChanged,
        ):
            signal.connect(self._refresh_actions)
        session.editor.undo_stack.undoTextChanged.connect(self._name_step_to_undo)
        self.appearance.changed.connect(self.set_theme)
        self.appearance.settings.changed.connect(self._check_actions)
        for part in (self.welcome, self.review, self.side, self.status):
            self.keys.changed.connect(part.show_keys)
        self.filter_field.filter_changed.connect(self.review.set_filter)
        self.filter_field.entered.connect(self.review.prepare_filter)
        self.filter_field.left.connect(self.review.focus_editor)
        self.review.filter_cleared.connect(self.filter_field.clear)
        self.review.filter_cleared.connect(self._check_actions)
        self.review.menu_asked.connect(self._show_segment_menu)
        self.chip.clicked.connect(self.actions_["models"].trigger)
        self.status.cancel_wanted.connect(session.jobs.cancel)
        side = self.side
        side.visibility_changed.connect(self._check_actions)
        side.segment_wanted.connect(self.review.go_to)
        side.action_wanted.connect(lambda action: self.actions_[action].trigger())

    def _run(self, spec: ActionSpec[Desk]) -> None:
        spec.handler(self.desk)

    def _show_document(self) -> None:
        self.messages.clear()
        self.filter_field.clear()
        is_open = len(self.session.document) > 0
        self._pages.setCurrentIndex(1 if is_open else 0)
        self.filter_field.setEnabled(is_open)
        title = texts.theirs(self.session.files.title)
        product = self.tr("Muraji")
        shown = " — ".join((title, product)) if is_open and title else product
        plain.set_title(self, texts.in_line(shown))
        self._refresh_actions()
        if is_open:
            self.review.focus_editor()

    def _refresh_actions(self, _what: object = None) -> None:
        self.actions_.enable(holding(self.session))
        self._check_actions()

    def _check_actions(self, _what: object = None) -> None:
        self.actions_["side_panels"].setChecked(not self.side.isHidden())
        for panel in PANEL_TABLE:
            self.actions_[panel.action].setChecked(self.side.is_shown(panel.id))
        self.actions_["left_out_text"].setChecked(self.review.shows_furniture)
        self.actions_["full_screen"].setChecked(self.isFullScreen())
        self.actions_["strict"].setChecked(self.appearance.settings.value(BROKEN_RULES) == REFUSED)
        self.actions_["_".join(("theme", self.appearance.choice))].setChecked(True)

    def set_theme(self, theme: Theme) -> None:
        """Take another look."""
        for part in (self.review, self.side, self.messages, self.chip, self.status):
            part.set_theme(theme)
        self._check_actions()

    # --- telling ---------------------------------------------------------------------------

    def _show_segment_menu(self, place: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.review.offer(menu, place)
        menu.addActions(self.actions_.menu("segment").actions())
        menu.popup(place)

    def _show_return(self, found: Return) -> None:
        """Show what a returned table would change, to choose from."""
        from ui.dialogs.returned_table import ReturnedTableDialog

        dialog = ReturnedTableDialog(found, self.session.document, self.appearance.theme, self)
        dialog.chosen.connect(self.session.exchange.apply_return)
        dialog.open()

    def _show_columns(self, path: Path | None, preview: TablePreview) -> None:
        """Show how a table begins, and open it by the columns that are chosen."""
        from ui.dialogs.columns import ColumnsDialog

        dialog = ColumnsDialog(preview, self)
        dialog.chosen.connect(partial(self.session.files.choose_columns, path))
        dialog.open()

    def _show_recovery(self, notices: list[Notice]) -> None:
        """Say that a project was recovered, and offer the report."""
        from ui.dialogs.recovery import RecoveryDialog

        self.messages.show_message(
            texts.notice_text(notices[0]),
            action=self.tr("Report…"),
            run=lambda: RecoveryDialog(notices, self).open(),
        )

    def _offer_for(self, notice: Notice) -> tuple[str, Callable[[], None] | None]:
        """Return what a notice offers to do: its words and the way to do it."""
        damage = self.session.files.damage
        if notice.code == "doubted_segments":
            return self.tr("Show them…"), self.actions_["doubts"].trigger
        if notice.code in notice_kinds.OF_DAMAGE and damage is not None:
            return self.tr("Recover what can be read"), lambda: self.session.files.recover(damage)
        if notice.code in notice_kinds.OF_COLUMNS:
            return self.tr("Columns…"), self.actions_["columns"].trigger
        return "", None

    def _show_notice(self, notice: Notice) -> None:
        hidden = notice.code == "furniture" and not self.review.shows_furniture
        if hidden or notice.code not in notice_kinds.SAID_ELSEWHERE:
            passing = hidden or notice.code in notice_kinds.PASSING
            topic = EXPORTS if notice.code in notice_kinds.OF_EXPORTS else ""
            action, run = self._offer_for(notice)
            self.messages.show_message(
                texts.notice_text(notice), "note", action, run, passing, topic
            )

    def _name_step_to_undo(self, label: str) -> None:
        undo = self.tr("&Undo: {what}") if label else self.tr("&Undo")
        self.actions_["undo"].setText(undo.format(what=texts.step_name(label)))

    def _show_failure(self, error: MurajiError) -> None:
        models, damage = self.actions_["models"], damage_in(error)
        if damage is not None:
            action = self.tr("Recover what can be read")
            recover = partial(self.session.files.recover, damage)
            self.messages.show_message(texts.error_text(error), "error", action, recover)
        elif isinstance(error, ModelError | EngineError):
            action = self.tr("Models…")
            self.messages.show_message(texts.error_text(error), "error", action, models.trigger)
        elif error.reason in notice_kinds.WITHOUT_COLUMNS and "path" in error.facts:
            ask = partial(self.session.files.ask_columns, Path(error.facts["path"]))
            action = self.tr("Columns…")
            self.messages.show_message(texts.error_text(error), "error", action, ask, passing=True)
            ask()
        else:
            # What was asked for made no sense: to be read, not to be dealt with.
            passing = isinstance(error, UsageError)
            self.messages.show_message(texts.error_text(error), "error", passing=passing)

    def _show_saving(self, state: SaveState) -> None:
        if state.kind is SaveKind.FAILED:
            self.messages.show_message(texts.saving_text(state), "error")

    # --- keys, dropping and closing --------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Put the messages away with Esc, where there is no work to be given up."""
        if event.key() == Qt.Key.Key_Escape and self.messages.sentences:
            self.messages.clear()
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files and text."""
        if _dropped_file(event.mimeData()) or event.mimeData().hasText():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open a dropped file; ask about a dropped link; make a document of dropped text."""
        path = _dropped_file(event.mimeData())
        address = _dropped_address(event.mimeData())
        event.acceptProposedAction()
        if path:
            self.session.files.open(path)
        elif address:
            files.open_url(self.desk, address)
        elif event.mimeData().text().strip():
            self.session.files.new_from_text(event.mimeData().text(), self.tr("Dropped text"))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Let the session put everything on disk, and keep the geometry."""
        if self.session.autosave.writes_anew():
            event.ignore()  # The bar says what happened to the file; a second close closes.
            return
        if not self.session.close() and not self._may_discard():
            event.ignore()
            return
        self.appearance.keep(GEOMETRY, self.saveGeometry())
        self.appearance.keep(COLUMNS, self._columns.saveState())
        self.appearance.keep(PANELS, self.side.save_state())
        super().closeEvent(event)

    def _may_discard(self) -> bool:
        """Ask what to do where something could not be saved; this is for a person to decide."""
        may_discard = asking.ask(
            self,
            self.tr("Not everything could be saved."),
            texts.saving_text(self.session.autosave.state),
            keep=self.tr("Keep open"),
            lose=self.tr("Close and lose what is not saved"),
        )
        return may_discard and self.session.close(discard=True)

    def _restore_geometry(self) -> None:
        for setting, restore in (
            (GEOMETRY, self.restoreGeometry),
            (COLUMNS, self._columns.restoreState),
            (PANELS, self.side.restore_state),
        ):
            kept = self.appearance.kept(setting)
            if kept is not None:
                restore(kept)


def _dropped_address(data: QMimeData) -> str:
    for url in data.urls():
        if url.scheme() in ("http", "https"):
            return url.toString()
    return ""


def _dropped_file(data: QMimeData) -> Path | None:
    for url in data.urls():
        if url.isLocalFile():
            return Path(url.toLocalFile())
    return None
