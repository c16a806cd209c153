"""The main window: it places things and passes on what was asked for."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QMainWindow,
    QMenu,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.settings.recent import RecentFiles
from app.settings.table import GEOMETRY, PANELS
from ui import asking, plain, texts
from ui.action_runner import ActionRunner
from ui.action_set import ActionSet
from ui.actions.context import LOOKING_UP, OF_SEGMENT, OF_TEXT
from ui.actions.table import TABLE
from ui.arranging import Arranging
from ui.commands.desk import Desk
from ui.commands.issues import dismiss
from ui.dressing import undressed
from ui.dropping import Dropping
from ui.finding.filter_count import FilterCount
from ui.finding.filter_menu import FilterMenu
from ui.finding.find_bar import FindBar
from ui.keys import Keys
from ui.loud_button import LoudButton
from ui.panels.docks import GAP, Docks
from ui.recent_menu import RecentMenu
from ui.review.effort_keys import EffortKeys
from ui.review.error_marks import ErrorMarks
from ui.review.model_help import help_by_model
from ui.review.review_panel import ReviewPanel
from ui.review.review_settings import ReviewSettings
from ui.review.spelling_marks import SpellingMarks
from ui.review.term_marks import TermMarks
from ui.situation import holding
from ui.speaking import Speaking
from ui.telling import Telling
from ui.widgets.filter_field import FilterField
from ui.widgets.message_bar import MessageBar
from ui.widgets.model_chip import ModelChip
from ui.widgets.paper import Paper
from ui.widgets.pressing import presses
from ui.widgets.status_line import StatusLine
from ui.widgets.welcome import Welcome

if TYPE_CHECKING:
    from PySide6.QtCore import QPoint
    from PySide6.QtGui import QCloseEvent, QKeyEvent

    from app.editing.changes import Change
    from app.session import Session
    from ui.action_spec import ActionSpec
    from ui.appearance import Appearance

FIRST_SIZE = (1440, 900)
TITLE_HEIGHT = 40
"""Left free on a small screen for the title that the system puts above the window."""

WAYS = ("open", "projects", "new", "new_from_clipboard")
"""The actions that the empty window offers."""


class MainWindow(QMainWindow):
    """One document under review, with everything around it."""

    def __init__(self, session: Session, appearance: Appearance) -> None:
        super().__init__()
        self.session = session
        self.appearance = appearance
        self._can_go_back = (False, False)
        """Whether something can be undone, and something done again."""
        with undressed():
            self._build()
        self._restore_geometry()
        self._show_document()
        self.chip.show_status(session.engine.status)

    # --- placing ---------------------------------------------------------------------------

    def _build(self) -> None:
        session, appearance, theme = self.session, self.appearance, self.appearance.theme
        self.keys = Keys(TABLE, appearance.settings, self)
        self.actions_ = ActionSet(self, self.keys, self._run, self._refuse)
        self.review = ReviewPanel(
            *(session.editor, session.issues, theme),
            authors=session.authors,
            estimates=session.estimates,
        )
        EffortKeys(self.review.active.editor, session.effort)
        self.review.marks.add(SpellingMarks(session.spelling, session.editor))
        self.review.marks.add(ErrorMarks(session.errors, session.editor))
        self.completion = help_by_model(self.review, session, appearance.settings)
        self.review.marks.add(TermMarks(session.terms))
        self.side = Docks(session, theme)
        self.messages = MessageBar(theme)
        self.filter_field = FilterField(theme)
        self.find_bar = FindBar(session.finder, session.editor, self.review, theme)
        self.chip = ModelChip(theme)
        self.status = StatusLine(session, theme)
        self.desk = Desk(
            window=self,
            session=session,
            review=self.review,
            side=self.side,
            messages=self.messages,
            filter_field=self.filter_field,
            find_bar=self.find_bar,
            appearance=appearance,
            keys=self.keys,
            recent=RecentFiles(appearance.settings, session, self),
            actions=self.actions_,
        )
        self._runner = ActionRunner(self.desk)
        ReviewSettings(self.review, appearance.settings)
        Speaking(self.desk)
        Telling(self.desk, self.actions_)
        Dropping(self.desk)
        self._paper = Paper((self.find_bar, self.review), theme)
        Arranging(self.desk, self._paper)
        for field in self.review.active.fields:
            self.actions_.win_over(field)
        for line in (self.filter_field, self.find_bar.words, self.find_bar.template):
            self.actions_.win_over(line)
        self._place()
        self._connect()

    def _place(self) -> None:
        self.actions_.fill(self.menuBar())
        RecentMenu(self.actions_.menu("recent"), self.desk.recent, self.session.files.open)
        self._pages = QStackedWidget()
        self.welcome = Welcome(self.actions_[way] for way in WAYS)
        self._pages.addWidget(self.welcome)
        self.side.setCentralWidget(self._paper)
        self._pages.addWidget(self.side)
        centre = QWidget()
        layout = QVBoxLayout(centre)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._toolbar())
        frame = QWidget()
        inner = QVBoxLayout(frame)
        inner.setContentsMargins(GAP, GAP, GAP, GAP)
        inner.addWidget(self._pages)
        layout.addWidget(frame, 1)
        layout.addWidget(self.status)
        self.messages.lie_over(
            centre,
            lambda: self.review if self._has_document else self.welcome,
            lambda: self.status.free_room().translated(self.status.pos()),
        )
        self.setCentralWidget(centre)
        room = self.screen().availableSize() - QSize(0, TITLE_HEIGHT)
        self.resize(QSize(*FIRST_SIZE).boundedTo(room))
        self.setMinimumSize(760, 480)

    def _toolbar(self) -> QFrame:
        bar = QFrame()
        bar.setObjectName("toolbar")
        row = QHBoxLayout(bar)
        row.setContentsMargins(16, 8, 16, 8)
        row.setSpacing(8)
        buttons = self.actions_.toolbar_buttons()
        for button in buttons.values():
            row.addWidget(button)
        LoudButton(self.session.undrafted, buttons["translate"], buttons["confirm"])
        row.addSpacing(10)
        self.filter_field.setMaximumWidth(330)
        self.filter_field.setMinimumWidth(120)
        row.addWidget(self.filter_field, 3)
        row.addWidget(FilterCount(self.review, self.session.editor), 2)
        row.addWidget(self.chip)
        return bar

    # --- listening -------------------------------------------------------------------------

    def _connect(self) -> None:
        session, side = self.session, self.side
        session.editor.document_replaced.connect(self._show_document)
        session.editor.changed.connect(self._name_window)
        session.engine.changed.connect(self.chip.show_status)
        session.editor.undo_stack.undoTextChanged.connect(self._name_step_to_undo)
        self._connect_actions()
        self._connect_looks()
        self._connect_filter()
        self._connect_welcome()
        self.review.menu_asked.connect(self._show_segment_menu)
        session.editor.active_changed.connect(self.messages.place)
        self.messages.all_wanted.connect(self.actions_["messages"].trigger)
        chosen = self.review.chosen
        chosen.changed.connect(lambda: self.status.show_chosen(chosen.count))
        self.chip.clicked.connect(self.actions_["models"].trigger)
        self.status.cancel_wanted.connect(session.jobs.cancel)
        side.segment_wanted.connect(self.review.go_to)
        side.left.connect(self.review.focus_editor)
        side.dismiss_wanted.connect(partial(dismiss, self.desk))
        side.action_wanted.connect(lambda action: self.actions_[action].trigger())

    def _connect_actions(self) -> None:
        """Let what can be done, and what is on, follow all that it depends on."""
        session = self.session
        for signal in (
            session.editor.active_changed,
            session.jobs.changed,
            session.doubts.changed,
            session.editor.read_only_changed,
        ):
            signal.connect(self._refresh_actions)
        for signal in (
            session.editor.undo_stack.canUndoChanged,
            session.editor.undo_stack.canRedoChanged,
        ):
            signal.connect(self._follow_history)
        session.issues.changed.connect(self._enable_actions)
        for signal in (
            self.appearance.changed,
            self.appearance.settings.changed,
            session.editor.grounds.changed,
            self.side.visibility_changed,
            self.review.tracking.changed,
        ):
            signal.connect(self._check_actions)

    def _connect_looks(self) -> None:
        """Tell of another look, and of other keys, those who show them."""
        for part in (
            *(self.review, self.find_bar, self.filter_field, self._paper, self.side),
            *(self.messages, self.chip, self.status),
        ):
            self.appearance.changed.connect(part.set_theme)
        for shown in (self.welcome, self.review, self.find_bar, self.side, self.status):
            self.keys.changed.connect(shown.show_keys)

    def _connect_filter(self) -> None:
        field, review = self.filter_field, self.review
        field.filter_changed.connect(review.set_filter)
        field.filter_changed.connect(self._refresh_actions)
        field.entered.connect(review.prepare_filter)
        field.left.connect(review.enter_filtered)
        menu = FilterMenu(self.session, self.appearance.settings, field)
        field.offer(menu)
        menu.saving_wanted.connect(self.actions_["save_filter"].trigger)
        self.session.authors.changed.connect(self._look_for_persons)
        self.session.editor.grounds.changed.connect(self._look_for_changes)
        review.filter_cleared.connect(field.clear)
        review.filter_cleared.connect(self._refresh_actions)

    def _connect_welcome(self) -> None:
        welcome, recent = self.welcome, self.desk.recent
        recent.changed.connect(lambda: welcome.show_projects(recent.projects))
        welcome.show_projects(recent.projects)
        welcome.project_wanted.connect(self.session.files.open)
        welcome.paste_wanted.connect(self.actions_["new_from_clipboard"].trigger)

    def _run(self, spec: ActionSpec[Desk]) -> None:
        self._runner.run(spec)
        self._refresh_actions()

    def _refuse(self, spec: ActionSpec[Desk]) -> None:
        self._runner.refuse(spec)

    def _show_document(self) -> None:
        self.messages.clear()
        self.filter_field.clear()
        is_open = self._has_document
        self._pages.setCurrentIndex(1 if is_open else 0)
        self.filter_field.setEnabled(is_open)
        self._name_window()
        self._refresh_actions()
        if is_open:
            self.review.focus_editor()
        else:
            self.welcome.take_focus()

    def _name_window(self, change: Change | None = None) -> None:
        """Name the window after the files; where a change is told, only if it is about them."""
        if change is None or change.inserted or change.removed or change.arranged:
            names = [one.name for one in self.session.originals.all]
            title = texts.title_of(names) if len(names) > 1 else texts.theirs("".join(names))
            product = self.tr("Muraji")
            shown = " — ".join((title, product)) if self._has_document and title else product
            plain.set_title(self, texts.in_line(shown))

    @property
    def _has_document(self) -> bool:
        return len(self.session.document) > 0

    def _refresh_actions(self, _what: object = None) -> None:
        self._enable_actions()
        self._check_actions()

    def _enable_actions(self, _what: object = None) -> None:
        self.actions_.enable(holding(self.session, bool(self.review.current_id())))

    def _follow_history(self, _can: bool) -> None:
        """Let undo and redo be used as they can be: Qt tells of it at every key."""
        stack = self.session.editor.undo_stack
        can = stack.canUndo(), stack.canRedo()
        if can != self._can_go_back:
            self._can_go_back = can
            self._enable_actions()

    def _check_actions(self, _what: object = None) -> None:
        self.actions_.check(self.desk)

    # --- menus ---------------------------------------------------------------------------

    def _show_segment_menu(self, place: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.review.offer(menu, place)
        groups = [OF_TEXT, *OF_SEGMENT]
        if self.review.active.chosen:
            groups.insert(0, LOOKING_UP)
        for group in groups:
            menu.addActions([self.actions_[action] for action in group])
            if group is OF_TEXT:
                menu.addMenu(self.actions_.menu("insert"))
            menu.addSeparator()
        menu.addMenu(self.actions_.menu("segment"))
        menu.popup(place)

    def _name_step_to_undo(self, label: str) -> None:
        undo = self.tr("&Undo: {what}") if label else self.tr("&Undo")
        self.actions_["undo"].setText(undo.format(what=texts.step_name(label)))

    # --- keys and closing --------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Put away with Esc, one after the other, the messages, the find bar and the filter.

        Where there is work to be given up, Esc is the key of that. Enter presses a button.
        """
        if event.key() == Qt.Key.Key_Escape and self.messages.sentences:
            self.messages.clear()
        elif event.key() == Qt.Key.Key_Escape and self.find_bar.isVisible():
            self.find_bar.close_bar()
        elif event.key() == Qt.Key.Key_Escape and self.filter_field.text():
            self.filter_field.clear()
        elif not presses(event):
            super().keyPressEvent(event)

    def _look_for_persons(self) -> None:
        """Filter anew where the filter asks for persons of whom more is known now."""
        if self.review.query.persons:
            self.review.set_filter(self.filter_field.text())

    def _look_for_changes(self) -> None:
        """Filter anew where the filter asks for changes, which are others against another text."""
        if {"is:changed", "is:to-send-back"} & self.review.query.flags:
            self.review.set_filter(self.filter_field.text())

    def closeEvent(self, event: QCloseEvent) -> None:
        """Let the session put everything on disk, and keep the geometry."""
        if self.session.editor.is_at_many:
            event.ignore()
            self.session.editor.when_at_rest(self.close)
            return
        self.desk.recent.note_progress()
        if self.session.autosave.writes_anew():
            event.ignore()  # The bar says what happened to the file; a second close closes.
            return
        if not self.session.close() and not self._may_discard():
            event.ignore()
            return
        self.appearance.keep(GEOMETRY, self.saveGeometry())
        self.appearance.keep(PANELS, self.side.save_layout())
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
            (PANELS, self.side.restore_layout),
        ):
            kept = self.appearance.kept(setting)
            if kept is not None:
                restore(kept)
