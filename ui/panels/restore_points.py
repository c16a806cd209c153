"""The restore points of the document: what changed since each, and the way back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.background.soon import Soon
from translation.model.restore_point import AT_EXPORT, AT_OPENING
from translation.text.words import DiffPart
from ui import texts
from ui.keys import named
from ui.marked import QT_TRANSLATE_N_NOOP, QT_TRANSLATE_NOOP
from ui.panels.entries import EntryList
from ui.panels.entry_painting import Entry
from ui.plain import set_tip
from ui.review.diff_text import readable_part
from ui.widgets.card import empty_label, quiet_label
from ui.widgets.link import Link

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtGui import QShowEvent

    from app.files.past import ChangedSegment
    from app.session import Session
    from translation.model.restore_point import RestorePoint
    from ui.theme import Theme

SOON, SPARING = 1500, 20
"""Milliseconds without a key until what changed is counted again, and at least so many times
what it took."""
CONTEXT = "RestorePoints"
_CHANGED = QT_TRANSLATE_N_NOOP(
    "RestorePoints", "{count} segment changed since", "{count} segments changed since"
)
_FIRST = QT_TRANSLATE_N_NOOP(
    "RestorePoints", "The first of {total} is listed.", "The first {count} of {total} are listed."
)
_OPENED = QT_TRANSLATE_NOOP("RestorePoints", "As it was opened")
_EXPORTED = QT_TRANSLATE_NOOP("RestorePoints", "Export of {file}")
_UNNAMED = QT_TRANSLATE_NOOP("RestorePoints", "Without a name")
_UNCHANGED = QT_TRANSLATE_NOOP("RestorePoints", "nothing changed since")
_NEW = QT_TRANSLATE_NOOP("RestorePoints", "new")
_GONE = QT_TRANSLATE_NOOP("RestorePoints", "split, merged or gone")
_NOTED = QT_TRANSLATE_NOOP("RestorePoints", "notes")
_BEFORE = QT_TRANSLATE_NOOP("RestorePoints", "{then} → {now}")
_SEGMENT = QT_TRANSLATE_NOOP("RestorePoints", "segment {number}")
_WHOLE = QT_TRANSLATE_NOOP("RestorePoints", "the document")


def point_name(label: str) -> str:
    """Return what a restore point is called: its own name, or what it was made for."""
    if label == AT_OPENING:
        return texts.translated(CONTEXT, _OPENED)
    if label.startswith(AT_EXPORT):
        name = texts.file_name(label.removeprefix(AT_EXPORT))
        return texts.translated(CONTEXT, _EXPORTED, file=name)
    return texts.theirs(label) or texts.translated(CONTEXT, _UNNAMED)


class RestorePoints(QWidget):
    """The list of points, the latest first, and below it what changed since the marked one."""

    segment_wanted = Signal(str)
    action_wanted = Signal(str)
    left = Signal()
    """Esc was pressed."""

    def __init__(self, session: Session, theme: Theme, *, in_dialog: bool = False) -> None:
        super().__init__()
        self._session, self._editor, self._past = session, session.editor, session.past
        self._points: tuple[RestorePoint, ...] = ()
        self._counts: Mapping[int, int] = {}
        self._segments: dict[str, str] = {}
        """The segments that changed, by the ids of their entries; "" for those that are gone."""
        self._none = empty_label()
        self.list = EntryList(theme, self.tr("Restore points"))
        self.changes = EntryList(theme, self.tr("What changed since"))
        self.more = quiet_label()
        self.back = Link(self.tr("Go back to it"))
        set_tip(self.back, self.tr("The whole document as it was then; a step that can be undone"))
        self.make = Link(self.tr("New restore point…"))
        links = QHBoxLayout()
        links.setSpacing(14)
        links.addWidget(self.back)
        links.addWidget(self.make)
        links.addStretch(1)
        self._links_shown = not in_dialog
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self._none, 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self.list, 2)
        layout.addLayout(links)
        self._since = quiet_label(self.tr("What changed since; Enter goes there"))
        layout.addSpacing(6)
        layout.addWidget(self._since)
        layout.addWidget(self.changes, 3)
        layout.addWidget(self.more)
        self._soon = Soon(self, self.refresh, SOON, SPARING)
        self._connect()
        self.refresh()

    def _connect(self) -> None:
        self._editor.document_replaced.connect(self._forget)
        self._editor.changed.connect(self._refresh_soon)
        self._session.autosave.changed.connect(self._refresh_soon)
        self._past.counts_found.connect(self._count)
        self._past.changes_found.connect(self._show_changes)
        self.list.chosen.connect(self._look)
        self.list.wanted.connect(lambda _id: self.changes.setFocus())
        self.changes.wanted.connect(self._go)
        for list_ in (self.list, self.changes):
            list_.left.connect(self.left)
        self.back.clicked.connect(self.go_back)
        self.make.clicked.connect(lambda: self.action_wanted.emit("restore_point"))

    @property
    def marked(self) -> RestorePoint | None:
        """The restore point that is marked."""
        number = self.list.current_id
        return next((point for point in self._points if str(point.id) == number), None)

    def set_theme(self, theme: Theme) -> None:
        """Take another look."""
        self.list.set_theme(theme)
        self.changes.set_theme(theme)

    def showEvent(self, event: QShowEvent) -> None:
        """Read what changed: nothing is read while nobody looks."""
        super().showEvent(event)
        self.refresh()

    def refresh(self) -> None:
        """List the points, and have counted what changed since."""
        self._soon.stop()
        self._points = self._past.points[::-1]
        self.list.setVisible(bool(self._points))
        self.changes.setVisible(bool(self._points))
        self._since.setVisible(bool(self._points))
        self.back.setVisible(bool(self._points) and self._links_shown)
        self.make.setVisible(bool(len(self._editor.document)) and self._links_shown)
        self.make.setEnabled(not self._editor.read_only)
        if not len(self._editor.document):
            self._none.setText(self.tr("Nothing is open."))
        else:
            none = self.tr("No restore point yet: {key:restore_point} makes one.")
            self._none.setText(none.format(key=named()))
        self._none.setVisible(not self._points)
        self._list()
        if self._points and not self.list.current_id:
            self.list.choose(str(self._points[0].id))
        if self.isVisible() and self._points:
            self._soon.began()
            self._past.ask_counts()
            self._look()

    def _refresh_soon(self, _what: object = None) -> None:
        if self.isVisible():
            self._soon.again()

    def _forget(self) -> None:
        self._counts = {}
        self.list.set_entries(())
        self.changes.set_entries(())
        self.refresh()

    def _count(self, counts: Mapping[int, int]) -> None:
        self._soon.ended()
        self._counts = counts
        self._list()

    def _list(self) -> None:
        self.list.set_entries([self._entry(point) for point in self._points])

    def _entry(self, point: RestorePoint) -> Entry:
        name, count = point_name(point.label), self._counts.get(point.id)
        remark = ""
        if count is not None:
            remark = (
                texts.translated(CONTEXT, _CHANGED, count=count) if count else _said(_UNCHANGED)
            )
        when = texts.clock_time(point.time)
        spoken = texts.listed((name, when, remark), texts.ONE_AFTER_ANOTHER)
        parts = (DiffPart("equal", name, 0, 0),)
        return Entry(str(point.id), when, parts, remark, faded=point.is_automatic, spoken=spoken)

    def _look(self, _id: str = "") -> None:
        point = self.marked
        can_go = point is not None and not self._editor.read_only
        self.back.setEnabled(can_go)
        if point is None:
            self.changes.set_entries(())
        elif self.isVisible():
            self._past.ask_changes(point)

    def _show_changes(
        self, point: RestorePoint, found: Sequence[ChangedSegment], count: int
    ) -> None:
        if point != self.marked:
            return
        self._segments = {
            one.change.segment_id: one.change.segment_id if one.row is not None else ""
            for one in found
        }
        self.changes.set_entries([self._changed_entry(one) for one in found])
        left_out = count > len(found)
        told = texts.translated(CONTEXT, _FIRST, count=len(found), total=texts.number(count))
        self.more.setText(told if left_out else "")
        self.more.setVisible(left_out)

    def _changed_entry(self, one: ChangedSegment) -> Entry:
        document, change = self._editor.document, one.change
        known = change.now or change.then
        id_ = change.segment_id
        if known is None and id_ in document:
            known = document.segment(id_)
        remarks = [_said(_NOTED)] if change.noted else []
        if change.then is None and change.now is not None:
            remarks.append(_said(_NEW))
        elif change.now is None and change.then is not None:
            remarks.append(_said(_GONE))
        elif change.then and change.now and change.then.state is not change.now.state:
            states = [texts.state_name(one.state) for one in (change.then, change.now)]
            remarks.append(texts.translated(CONTEXT, _BEFORE, then=states[0], now=states[1]))
        heading = _said(_WHOLE) if not id_ else ""
        if one.row is not None:
            heading = texts.translated(CONTEXT, _SEGMENT, number=texts.number(one.row + 1))
        remark = texts.listed(remarks, texts.BESIDE)
        if known is None:
            return Entry(id_, heading, remark=remark, spoken=heading)
        unit, pair = document.unit_of(known), document.pair_of(known)
        parts = tuple(readable_part(part, unit.codes) for part in one.parts)
        now = "".join(part.text for part in parts if part.kind != "delete")
        spoken = texts.listed((heading, now, remark), texts.ONE_AFTER_ANOTHER)
        return Entry(id_, heading, parts, remark, pair.target, pair.target_is_rtl, spoken=spoken)

    def _go(self, entry_id: str) -> None:
        if segment_id := self._segments.get(entry_id):
            self.segment_wanted.emit(segment_id)

    def go_back(self) -> None:
        """Bring back the document as it was at the marked point."""
        point = self.marked
        if point is not None and self.back.isEnabled():
            self._session.files.restoring.go_back(point)


def _said(words: str) -> str:
    return texts.translated(CONTEXT, words)
