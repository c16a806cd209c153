"""What is wrong, by group and kind: sentences with their fixes, and what was dismissed and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton

from app.background.soon import Soon
from app.editing.dismissing import bring_back, can_be_dismissed
from app.followers.issue_book import Kind
from translation.model.issue import Issue, Severity
from translation.quality.dismissals import Dismissed
from ui import icons, texts
from ui.marked import QT_TRANSLATE_N_NOOP
from ui.panels.issue_painting import IssueDelegate
from ui.panels.issue_tree import IssueTree, Leaf, More, Node
from ui.panels.issue_view import IssueView
from ui.panels.issue_words import GROUPS, group_of
from ui.widgets.card import Card, empty_label, quiet_label
from ui.widgets.link import Link
from ui.widgets.view_switch import ViewSwitch

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtCore import QPoint

    from app.editing.changes import Change
    from app.editing.editor import Editor
    from app.followers.issues import IssueTable
    from ui.theme import Theme


CONTEXT = "IssuesPanel"
_OPEN = QT_TRANSLATE_N_NOOP("IssuesPanel", "{count} open", "{count} open")
_TO_CHECK = QT_TRANSLATE_N_NOOP("IssuesPanel", "{count} to check", "{count} to check")
_BY_SEVERITY = {
    Severity.ERROR: QT_TRANSLATE_N_NOOP("IssuesPanel", "{count} error", "{count} errors"),
    Severity.WARNING: QT_TRANSLATE_N_NOOP("IssuesPanel", "{count} warning", "{count} warnings"),
    Severity.NOTE: QT_TRANSLATE_N_NOOP("IssuesPanel", "{count} note", "{count} notes"),
}
MOST_OFTEN = 100
"""Milliseconds between two readings of the list, at least."""
WHILE_CHECKING = 400
"""The same while the checks go through a long document."""
SPARING = 20
"""A reading may come again after so many times what it took."""
MOST_FITTED = 14
"""Lines for which the panel asks for the height of each."""
AT_A_TIME = 200
"""Issues of a kind that are listed, until somebody asks for more."""
OPENED_UP_TO = 20
"""Issues of a kind that is unfolded unless somebody folds it."""
STILL, DISMISSED = 0, 1
"""The two views: what is open, and what was dismissed."""


class IssuesPanel(Card):
    """The issues of the document; what is folded, and filtered, is not even read."""

    def __init__(self, table: IssueTable, work: Editor, theme: Theme) -> None:
        super().__init__(QCoreApplication.translate("IssuesPanel", "Issues"), theme)
        self._table = table
        self._work = work
        self._folded: dict[str | Kind, bool] = {}
        """What a person folded or unfolded."""
        self._most: dict[Kind, int] = {}
        """How many are listed of kinds of which somebody asked for more."""
        self._count = quiet_label()
        self.header.addWidget(self._count)
        self.shown = ViewSwitch(self.tr("Open"), self.tr("Dismissed"), self.tr("Which issues"))
        self.header.addWidget(self.shown)
        self._hurry = Link(
            self.tr("Check the rest now"),
            self.tr("The rest of a long document is checked slowly, to spare the processor"),
        )
        self._hurry.clicked.connect(table.hurry)
        self._none = empty_label()
        self.model = IssueTree(work)
        self._delegate = IssueDelegate(theme, self)
        self._delegate.fix_clicked.connect(work.apply_fix)
        self.view = IssueView(self.model, self._delegate, self.tr("Issues"))
        self.severities = {one: self._filter_button(one) for one in _BY_SEVERITY}
        filters = QHBoxLayout()
        filters.setSpacing(4)
        for button in self.severities.values():
            filters.addWidget(button)
        filters.addStretch(1)
        self.body.addLayout(filters)
        self.body.addWidget(self._hurry, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(self._none, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addWidget(self.view, 1)
        # A batch of drafts, or the keys of a fast typist, change issues many times: with
        # thousands of them the list is read afresh a few times a second, not at each.
        self._soon = Soon(self, self.refresh, MOST_OFTEN, SPARING)
        self._connect()
        self.refresh()

    def _connect(self) -> None:
        self._table.changed.connect(self._soon.ask)
        self._table.progressed.connect(self._soon.ask)
        self._work.document_replaced.connect(self._forget)
        self._work.changed.connect(self._renumber)
        self.shown.changed.connect(self.refresh)
        self.view.wanted.connect(self._go)
        self.view.folded.connect(self._fold)
        self.view.deleted.connect(self._dismiss_or_back)
        self.view.menu_wanted.connect(self._offer)
        self.view.left.connect(self.left)

    def _filter_button(self, severity: Severity) -> QToolButton:
        button = QToolButton()
        button.setObjectName("side")
        button.setCheckable(True)
        button.setChecked(True)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setAccessibleName(texts.severity_name(severity))
        button.toggled.connect(self.refresh)
        return button

    def wanted_height(self) -> int | None:
        """Return the height of a short list; a long one takes what there is."""
        listed = self.view.height_of(MOST_FITTED)
        if self.is_empty or listed is None:
            return super().wanted_height()
        edges = self.view.height() - self.view.viewport().height() + self.edges()
        return self.body.totalSizeHint().height() - self.view.sizeHint().height() + listed + edges

    def set_theme(self, theme: Theme) -> None:
        """Take another look."""
        super().set_theme(theme)
        self._delegate.set_theme(theme)
        self.view.scheduleDelayedItemsLayout()
        self.refresh()

    def show_keys(self) -> None:
        """Name the keys that hold now."""
        self.refresh()
        self.view.viewport().update()

    def _forget(self) -> None:
        self._most.clear()
        self._soon.ask()

    def _renumber(self, change: Change) -> None:
        if change.inserted or change.removed:
            self._soon.ask()

    # --- showing ---------------------------------------------------------------------------

    def refresh(self, _what: object = None) -> None:
        """Read the issues afresh."""
        self._soon.began()
        dismissed = self._dismissed() if self.shown.chosen == DISMISSED else None
        if dismissed is None:
            counts = self._table.kinds
        else:
            counts = {kind: len(found) for kind, found in dismissed.items()}
        self._show_filters(counts)
        wanted = {
            kind: n for kind, n in counts.items() if self.severities[kind.severity].isChecked()
        }
        groups = _grouped(wanted)
        open_kinds = [kind for kind in wanted if self._is_unfolded(kind, wanted[kind])]
        listed = {kind: self._listed(kind, wanted[kind], dismissed) for kind in open_kinds}
        self.model.show(groups, wanted, listed)
        self.view.unfold(self._is_unfolded)
        self._tell(bool(wanted))
        self.height_changed.emit()
        self._soon.milliseconds = WHILE_CHECKING if self._table.unchecked else MOST_OFTEN
        self._soon.ended()

    def _listed(
        self, kind: Kind, count: int, dismissed: Mapping[Kind, Sequence[Dismissed]] | None
    ) -> list[Leaf | More]:
        most = self._most.get(kind, AT_A_TIME)
        found: list[Leaf | More] = []
        if dismissed is None:
            found += self._table.of_kind(kind, most)
        else:
            found += dismissed[kind][:most]
        return [*found, More(kind, count - len(found))] if count > len(found) else found

    def _dismissed(self) -> dict[Kind, list[Dismissed]]:
        found: dict[Kind, list[Dismissed]] = {}
        for one in self._table.dismissed():
            found.setdefault(Kind(one.issue.check, one.issue.severity), []).append(one)
        return found

    def _is_unfolded(self, what: str | Kind, count: int) -> bool:
        usual = isinstance(what, str) or count <= OPENED_UP_TO
        return not self._folded.get(what, not usual)

    def _show_filters(self, counts: Mapping[Kind, int]) -> None:
        for severity, button in self.severities.items():
            count = sum(n for kind, n in counts.items() if kind.severity is severity)
            words = texts.translated(CONTEXT, _BY_SEVERITY[severity], count=count)
            button.setText(words)
            button.setAccessibleName(words)
            mark = icons.severity_mark(severity)
            button.setIcon(icons.icon(mark, self.theme.color(mark)))
            button.setVisible(bool(counts))

    def _tell(self, is_any: bool) -> None:
        left = self._table.unchecked
        counted = [texts.translated(CONTEXT, _OPEN, count=self._table.count)]
        if left:
            counted.append(texts.translated(CONTEXT, _TO_CHECK, count=left))
        self._count.setText(texts.listed(counted, texts.BESIDE))
        self._hurry.setVisible(self._table.is_resting)
        self._none.setText(self._empty_text(left))
        self._none.setVisible(not is_any)
        self.view.setVisible(is_any)
        self.set_empty(not is_any and not self._table.count)

    def _empty_text(self, left: int) -> str:
        if not len(self._work.document):
            return self.tr("Nothing is open.")
        if self.shown.chosen == DISMISSED:
            return self.tr("Nothing was dismissed.")
        if self._table.count:
            return self.tr("Nothing of what is chosen above.")
        if left:
            return self.tr("Nothing found by the checks so far.")
        return self.tr("Nothing found by the checks.")

    # --- doing -----------------------------------------------------------------------------

    def _fold(self, what: str | Kind, is_folded: bool) -> None:
        if self._folded.get(what) is not is_folded:
            self._folded[what] = is_folded
            if not is_folded:
                self._soon.start(0)

    def _go(self, node: Node) -> None:
        if isinstance(node.what, More):
            kind = node.what.kind
            self._most[kind] = self._most.get(kind, AT_A_TIME) + AT_A_TIME
            self.refresh()
        elif node.issue is not None:
            self.segment_wanted.emit(node.issue.segment_id)

    def _dismiss_or_back(self, node: Node) -> None:
        if isinstance(node.what, Dismissed):
            bring_back(self._work, [node.what])
        elif isinstance(node.what, Kind) and self.shown.chosen == STILL:
            self._dismiss_kind(node.what)
        elif isinstance(node.what, Issue) and can_be_dismissed(node.what):
            self.dismiss_wanted.emit([node.what])

    def _dismiss_kind(self, kind: Kind) -> None:
        found = self._table.of_kind(kind, self._table.kinds.get(kind, 0))
        if found and can_be_dismissed(found[0]):
            self.dismiss_wanted.emit(found)

    def _bring_kind_back(self, kind: Kind) -> None:
        bring_back(self._work, self._dismissed().get(kind, []))

    def _offer(self, node: Node, place: QPoint) -> None:
        """Offer in a menu what can be done with a line."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        issue, what = node.issue, node.what
        if issue is not None:
            kind = Kind(issue.check, issue.severity)
            menu.addAction(self.tr("&Go there"), lambda: self._go(node))
        elif isinstance(what, Kind):
            kind = what
        else:
            return
        if self.shown.chosen == DISMISSED:
            if issue is not None:
                menu.addAction(self.tr("&Bring back"), lambda: self._dismiss_or_back(node))
            menu.addAction(
                self.tr("Bring back &all of this kind"), lambda: self._bring_kind_back(kind)
            )
        else:
            if isinstance(what, Issue) and what.fix is not None:
                menu.addAction(self.tr("&Apply the fix"), lambda: self._work.apply_fix(what))
            if issue is None or can_be_dismissed(issue):
                if issue is not None:
                    menu.addAction(self.tr("&Dismiss…"), lambda: self._dismiss_or_back(node))
                menu.addAction(
                    self.tr("Dismiss a&ll of this kind…"), lambda: self._dismiss_kind(kind)
                )
        menu.popup(place)


def _grouped(counts: Mapping[Kind, int]) -> list[tuple[str, list[Kind]]]:
    """Return groups with their kinds: the gravest first, then as many as there are."""
    found: dict[str, list[Kind]] = {}
    for kind in sorted(counts, key=lambda one: (-one.severity, one.check)):
        found.setdefault(group_of(kind.check), []).append(kind)
    return [(name, found[name]) for name in GROUPS if name in found]
