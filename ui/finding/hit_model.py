"""The list of hits: what stands around each, and what would stand in its place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from app.editing.replacing import NotReplaced, Where
from translation.model.inline import strip_codes
from translation.model.language import is_right_to_left
from ui.marked import QT_TRANSLATE_NOOP
from ui.texts import translated

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from app.editing.replacing import Hit
    from app.followers.finder import Finder

_Index = QModelIndex | QPersistentModelIndex
LINE_ROLE = Qt.ItemDataRole.UserRole
BEFORE, BEHIND = 36, 160
"""Characters of context at most."""

_WHERE = {
    Where.SOURCE: QT_TRANSLATE_NOOP("finding", "source"),
    Where.TARGET: QT_TRANSLATE_NOOP("finding", "translation"),
    Where.DRAFT: QT_TRANSLATE_NOOP("finding", "draft"),
    Where.NOTE: QT_TRANSLATE_NOOP("finding", "note"),
}
_KEPT = {
    NotReplaced.LOCKED: QT_TRANSLATE_NOOP("finding", "locked"),
    NotReplaced.REVIEWED: QT_TRANSLATE_NOOP("finding", "reviewed"),
    NotReplaced.FINAL: QT_TRANSLATE_NOOP("finding", "final"),
    NotReplaced.CODE: QT_TRANSLATE_NOOP("finding", "code inside"),
}
_LINE = QT_TRANSLATE_NOOP("finding", "Segment {number}, {what}: {text}")
_REPLACED = QT_TRANSLATE_NOOP("finding", "Segment {number}, {what}: {before} becomes {after}")
_STAYS = QT_TRANSLATE_NOOP("finding", "{what}, {why}")


@dataclass(frozen=True, slots=True)
class HitLine:
    """A hit as its line shows it; ``new`` is what would stand in its place, None for nothing."""

    number: int
    where: str
    lead: str
    found: str
    rest: str
    new: str | None
    language: str

    @property
    def is_rtl(self) -> bool:
        """Whether the text runs from right to left."""
        return is_right_to_left(self.language)


class HitModel(QAbstractListModel):
    """The hits of a finder in order. While ``is_replacing`` each can be left out of replacing."""

    ticks_changed = Signal()

    def __init__(self, finder: Finder, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._finder = finder
        self._count = len(finder.hits)
        self._left_out: set[Hit] = set()
        self.is_replacing = False
        finder.began.connect(self._begin)
        finder.grew.connect(self._grow)
        finder.spliced.connect(self._splice)

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        """The number of hits."""
        return 0 if parent.isValid() else self._count

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a line says; LINE_ROLE gives its parts."""
        hit = self.hit(index.row()) if index.isValid() else None
        if hit is None:
            return None
        match role:
            case _ if role == LINE_ROLE:
                return self.line(hit)
            case Qt.ItemDataRole.DisplayRole:
                return _aloud(self.line(hit))
            case Qt.ItemDataRole.CheckStateRole if self.may_replace(hit):
                left_out = hit in self._left_out
                return Qt.CheckState.Unchecked if left_out else Qt.CheckState.Checked
        return None

    def setData(self, index: _Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Leave a hit out of replacing, or take it in again."""
        hit = self.hit(index.row())
        if role != Qt.ItemDataRole.CheckStateRole or hit is None or not self.may_replace(hit):
            return False
        if Qt.CheckState(value) is Qt.CheckState.Checked:
            self._left_out.discard(hit)
        else:
            self._left_out.add(hit)
        self.dataChanged.emit(index, index, [role])
        self.ticks_changed.emit()
        return True

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Every line can be chosen, those that would be replaced can be ticked."""
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        flags |= Qt.ItemFlag.ItemNeverHasChildren
        hit = self.hit(index.row()) if index.isValid() else None
        if hit is None:
            return Qt.ItemFlag.NoItemFlags
        return flags | Qt.ItemFlag.ItemIsUserCheckable if self.may_replace(hit) else flags

    # --- hits ------------------------------------------------------------------------------

    def hit(self, row: int) -> Hit | None:
        """Return the hit of a line."""
        hits = self._finder.hits
        return hits[row] if 0 <= row < min(self._count, len(hits)) else None

    def may_replace(self, hit: Hit) -> bool:
        """Whether it is replaced unless it is left out."""
        search = self._finder.search
        return self.is_replacing and search is not None and search.kept(hit) is None

    def ticked(self) -> list[Hit]:
        """Return the hits that nobody left out."""
        return [hit for hit in self._finder.hits if hit not in self._left_out]

    def replace(self, wanted: bool) -> None:
        """Show what would stand in the place of each hit, or no longer."""
        if wanted != self.is_replacing:
            self.is_replacing = wanted
            if self._count:
                self.dataChanged.emit(self.index(0), self.index(self._count - 1))

    def line(self, hit: Hit) -> HitLine:
        """Return a hit with what stands around it."""
        search = self._finder.search
        if search is None:
            return HitLine(0, "", "", "", "", None, "")
        document = search.document
        segment = document.segment(hit.segment_id)
        pair, text = document.pair_of(segment), search.text(hit)
        lead = _in_line(text[: hit.start])
        rest = _in_line(text[hit.end :])
        why = search.kept(hit) if self.is_replacing else None
        where = translated("finding", _WHERE[hit.where])
        if why in _KEPT:
            where = translated("finding", _STAYS, what=where, why=translated("finding", _KEPT[why]))
        return HitLine(
            document.row(segment.id) + 1,
            where,
            lead if len(lead) <= BEFORE else f"…{_from_word(lead[-BEFORE:])}",
            _in_line(text[hit.start : hit.end]),
            rest if len(rest) <= BEHIND else f"{rest[:BEHIND]}…",
            _in_line(search.new_text(hit)) if self.may_replace(hit) else None,
            pair.source if hit.where is Where.SOURCE else pair.target,
        )

    # --- following the finder --------------------------------------------------------------

    def _begin(self) -> None:
        self.beginResetModel()
        self._count = 0
        self._left_out.clear()
        self.endResetModel()

    def _grow(self) -> None:
        count = len(self._finder.hits)
        if count > self._count:
            self.beginInsertRows(QModelIndex(), self._count, count - 1)
            self._count = count
            self.endInsertRows()

    def _splice(self, first: int, removed: int, added: int) -> None:
        if removed == added:
            last = min(first + added, self._count) - 1
            if first <= last:  # Else they are among those that are told in a moment.
                self.dataChanged.emit(self.index(first), self.index(last))
            return
        self.beginResetModel()
        self._count = len(self._finder.hits)
        self.endResetModel()


def _from_word(text: str) -> str:
    """Return a text that was cut off from its first whole word on."""
    _part, blank, whole = text.partition(" ")
    return whole if blank and whole else text


def _in_line(text: str) -> str:
    return strip_codes(text).replace("\n", " ")


def _aloud(line: HitLine) -> str:
    whole = f"{line.lead}{line.found}{line.rest}"
    facts = {"number": line.number, "what": line.where}
    if line.new is None:
        return translated("finding", _LINE, text=whole, **facts)
    after = f"{line.lead}{line.new}{line.rest}"
    return translated("finding", _REPLACED, before=whole, after=after, **facts)
