"""The segments in doubt: why each is, what it may have been, and what is right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSplitter, QTreeWidget, QTreeWidgetItem

from translation.model.inline import strip_codes
from translation.model.language import ARABIC_TO_ENGLISH
from translation.text.bidi import LRI, RLI, isolate
from ui import texts
from ui.dialogs.diff_view import DiffView
from ui.dialogs.sheet import Sheet
from ui.plain import set_title

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from app.session import Session
    from translation.model.doubt import Doubt
    from translation.model.segment import Segment
    from ui.theme import Theme

MOST_LISTED = 2000
"""Segments listed at a time; nobody goes through more, and as they are settled others follow."""
ID_ROLE = Qt.ItemDataRole.UserRole
NUMBER, WHY, TEXT = range(3)


class DoubtsDialog(Sheet):
    """Lists the segments; Space ticks. What is ticked is put back, or taken as it stands."""

    chosen = Signal(list, bool)
    """Segment ids, and whether they are to be as they were."""

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__("", parent, width=680)
        set_title(self, self.tr("Segments in doubt"))
        self._document = session.document
        self._doubts = {i: d for i, d in session.doubts.known.items() if i in self._document}
        files = self._document.files
        self.add_text(
            self.tr(
                "These segments changed on the disk, or could be read only in part. Tick those of"
                " which you know what is right. Putting them back is a step that can be undone."
            )
        )
        self.list = self._made_list()
        pair = files[0].pair if files else ARABIC_TO_ENGLISH
        self.detail = DiffView(theme, pair, self.tr("The segment in full"))
        parts = QSplitter(Qt.Orientation.Vertical)
        parts.setChildrenCollapsible(False)
        parts.addWidget(self.list)
        parts.addWidget(self.detail)
        parts.setStretchFactor(0, 3)
        parts.setStretchFactor(1, 2)
        self.body.addWidget(parts, 1)
        self._keep = self.add_button(self.tr("Ticked ones are right as they stand"))
        self._keep.clicked.connect(lambda: self._choose(put_back=False))
        self._put_back = self.add_accept(self.tr("Put ticked ones back"))
        self._is_editable = not session.editor.read_only
        self.list.itemChanged.connect(self._enable)
        self.list.currentItemChanged.connect(self._show)
        for first in self._items()[:1]:
            self.list.setCurrentItem(first)
        self._enable()
        self.resize(900, 620)
        self.list.setFocus()

    @property
    def ticked(self) -> list[str]:
        """The ids of the segments that are ticked."""
        return [i.data(NUMBER, ID_ROLE) for i in self._items() if _is_ticked(i)]

    def accept(self) -> None:
        """Have the ticked ones put back as they were."""
        self._choose(put_back=True)

    def _choose(self, *, put_back: bool) -> None:
        self.chosen.emit(self.ticked, put_back)
        super().accept()

    def _made_list(self) -> QTreeWidget:
        found = QTreeWidget()
        found.setAccessibleName(self.tr("Segments in doubt"))
        found.setHeaderLabels([self.tr("Segment"), self.tr("Why"), self.tr("What stands here")])
        found.setRootIsDecorated(False)
        found.setUniformRowHeights(True)
        found.setAllColumnsShowFocus(True)
        found.setMinimumHeight(140)
        for segment_id in sorted(self._doubts, key=self._document.row)[:MOST_LISTED]:
            found.addTopLevelItem(self._item(segment_id))
        found.setColumnWidth(NUMBER, 90)
        found.setColumnWidth(WHY, 330)
        return found

    def _item(self, segment_id: str) -> QTreeWidgetItem:
        segment, doubt = self._document.segment(segment_id), self._doubts[segment_id]
        why = texts.doubt_text(doubt.reason, {})
        target, pair = self._document.shown_target(segment), self._document.pair_of(segment)
        text = texts.theirs(" ".join(strip_codes(target or segment.source).split()))
        is_rtl = pair.target_is_rtl if target else pair.source_is_rtl
        number = texts.number(self._document.row(segment_id) + 1)
        item = QTreeWidgetItem([number, why, isolate(text, RLI if is_rtl else LRI)])
        item.setData(NUMBER, ID_ROLE, segment_id)
        is_likely = doubt.is_likely and doubt.was != segment
        state = Qt.CheckState.Checked if is_likely else Qt.CheckState.Unchecked
        item.setCheckState(NUMBER, state)
        return item

    def _items(self) -> list[QTreeWidgetItem]:
        rows = range(self.list.topLevelItemCount())
        return [item for row in rows if (item := self.list.topLevelItem(row)) is not None]

    def _enable(self) -> None:
        ticked = self.ticked
        self._keep.setEnabled(self._is_editable and bool(ticked))
        known = [i for i in ticked if self._doubts[i].was is not None]
        self._put_back.setEnabled(self._is_editable and bool(known))

    def _show(self, item: QTreeWidgetItem | None) -> None:
        self.detail.clear()
        if item is None:
            return
        segment = self._document.segment(item.data(NUMBER, ID_ROLE))
        doubt = self._doubts[segment.id]
        was = _other(segment, doubt)
        self.detail.add_remark(texts.doubt_text(doubt.reason, {}), self.layoutDirection())
        if was is None:
            nothing = self.tr("Nothing else is known of it.")
            self.detail.add_remark(nothing, self.layoutDirection())
        else:
            self.detail.add_remark(self.tr("Here → as it may have been:"), self.layoutDirection())
        other = was or segment
        self.detail.add_source(segment.source, other.source)
        self.detail.add_target(segment.target or "", other.target or "")
        if segment.state is not other.state:
            names = {"here": segment.state, "then": other.state}
            said = self.tr("State: {here} → {then}").format(
                **{name: texts.state_name(state) for name, state in names.items()}
            )
            self.detail.add_remark(said, self.layoutDirection())
        self.detail.go_to_top()


def _other(segment: Segment, doubt: Doubt) -> Segment | None:
    """Return what the segment may have been, None where nothing else than it is now."""
    return doubt.was if doubt.was != segment else None


def _is_ticked(item: QTreeWidgetItem) -> bool:
    return item.checkState(NUMBER) is Qt.CheckState.Checked
