"""What is wrong: every issue with its sentence and its one-key fix; a click goes there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QAbstractItemView, QListView

from app.background.soon import Soon
from ui import texts
from ui.marked import QT_TRANSLATE_N_NOOP
from ui.panels.issue_list import IssueDelegate, IssueModel
from ui.widgets.card import Card, empty_label, quiet_label
from ui.widgets.link import Link

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex

    from app.editing.changes import Change
    from app.editing.editor import Editor
    from app.followers.issues import IssueTable
    from translation.model.issue import Issue
    from ui.theme import Theme


CONTEXT = "IssuesPanel"
_OPEN = QT_TRANSLATE_N_NOOP("IssuesPanel", "{count} open", "{count} open")
_TO_CHECK = QT_TRANSLATE_N_NOOP("IssuesPanel", "{count} to check", "{count} to check")
_MORE = QT_TRANSLATE_N_NOOP(
    "IssuesPanel",
    "The first is listed; {key:next_issue} goes to each.",
    "The first {count} are listed; {key:next_issue} goes to each.",
)
MOST_OFTEN = 100
"""Milliseconds between two readings of the list, at least."""
WHILE_CHECKING = 400
"""The same while the checks go through a long document."""
SPARING = 20
"""A reading may come again after so many times what it took."""
MOST_FITTED = 12
"""Issues for which the panel asks for the height of each."""
MOST_LISTED = 500
"""Issues in the list; nobody reads on, and each costs time to lay out."""


class IssuesPanel(Card):
    """The list of issues in document order."""

    def __init__(self, table: IssueTable, work: Editor, theme: Theme) -> None:
        super().__init__(QCoreApplication.translate("IssuesPanel", "Issues"), theme)
        self._table = table
        self._work = work
        self._count = quiet_label()
        self.header.addWidget(self._count)
        self._hurry = Link(
            self.tr("Check the rest now"),
            self.tr("The rest of a long document is checked slowly, to spare the processor"),
        )
        self._hurry.clicked.connect(table.hurry)
        self._none = empty_label()
        self.model = IssueModel(work, theme)
        self._delegate = IssueDelegate(theme, self)
        self._delegate.fix_clicked.connect(work.apply_fix)
        self.view = QListView()
        self.view.setObjectName("issueList")
        self.view.setModel(self.model)
        self.view.setItemDelegate(self._delegate)
        self.view.setMinimumHeight(56)
        self.view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setResizeMode(QListView.ResizeMode.Adjust)
        self.view.setLayoutMode(QListView.LayoutMode.Batched)
        self.view.setAccessibleName(self.tr("Issues"))
        self.view.clicked.connect(self._go)
        self.view.activated.connect(self._go)
        self.body.addWidget(self._hurry, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(self._none, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addWidget(self.view, 1)
        self._more = quiet_label()
        self._more.setWordWrap(True)
        self.body.addWidget(self._more)
        # A batch of drafts, or the keys of a fast typist, change issues many times: with
        # thousands of them the list is read afresh a few times a second, not at each.
        self._soon = Soon(self, self.refresh, MOST_OFTEN, SPARING)
        table.changed.connect(self._soon.ask)
        table.progressed.connect(self._soon.ask)
        work.document_replaced.connect(self._soon.ask)
        work.changed.connect(self._renumber)
        self.refresh()

    def wanted_height(self) -> int | None:
        """Return the height of a short list; a long one takes what there is."""
        rows = self.model.rowCount()
        if self.is_empty or not 0 < rows <= MOST_FITTED:
            return super().wanted_height()
        listed = sum(self.view.sizeHintForRow(row) for row in range(rows))
        edges = self.view.height() - self.view.viewport().height() + self.edges()
        return self.body.totalSizeHint().height() - self.view.sizeHint().height() + listed + edges

    def set_theme(self, theme: Theme) -> None:
        """Take another look."""
        super().set_theme(theme)
        self.model.set_theme(theme)
        self._delegate.set_theme(theme)
        self.view.viewport().update()

    def show_keys(self) -> None:
        """Name the keys that hold now."""
        self.refresh()
        self.view.viewport().update()

    def _renumber(self, change: Change) -> None:
        if change.inserted or change.removed:
            self._soon.ask()

    def refresh(self) -> None:
        """Read the issues afresh."""
        self._soon.began()
        issues, count = self._table.first(MOST_LISTED), self._table.count
        self.model.set_issues(issues)
        left = self._table.unchecked
        counted = [texts.translated(CONTEXT, _OPEN, count=count)]
        if left:
            counted.append(texts.translated(CONTEXT, _TO_CHECK, count=left))
        self._count.setText(texts.listed(counted, texts.BESIDE))
        self._hurry.setVisible(self._table.is_resting)
        if not len(self._work.document):
            self._none.setText(self.tr("Nothing is open."))
        elif left:
            self._none.setText(self.tr("Nothing found by the checks so far."))
        else:
            self._none.setText(self.tr("Nothing found by the checks."))
        self._none.setVisible(not issues)
        self.view.setVisible(bool(issues))
        self._more.setText(texts.translated(CONTEXT, _MORE, count=MOST_LISTED))
        self._more.setVisible(count > MOST_LISTED)
        self.set_empty(not issues)
        self.height_changed.emit()
        self._soon.milliseconds = WHILE_CHECKING if left else MOST_OFTEN
        self._soon.ended()

    def _go(self, index: QModelIndex) -> None:
        issue: Issue | None = self.model.issue(index)
        if issue is not None:
            self.segment_wanted.emit(issue.segment_id)
