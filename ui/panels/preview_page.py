"""A window of the document set as a page, brought up to date unit by unit."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from PySide6.QtGui import QTextCharFormat, QTextCursor

from translation.model.item_place import GOES_ON, ItemPlace
from translation.model.mark import Side
from translation.model.segment import Role
from translation.text.page_texts import passages

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from PySide6.QtGui import QTextDocument, QTextList

    from app.followers.page_places import PagePlaces
    from translation.model.document import Document
    from translation.model.segment import TranslationUnit
    from ui.panels.page_writing import PageWriter, Piece

BOTH = (Side.SOURCE, Side.TARGET)


@dataclass(slots=True)
class _OpenList:
    """A list on the page, and the place of its last item."""

    place: ItemPlace
    shown: QTextList


def _follows(place: ItemPlace, last: ItemPlace) -> bool:
    """Tell whether an item is the next one of the list that another stands in."""
    is_alike = (place.level, place.kind) == (last.level, last.kind)
    return is_alike and (not place.kind or place.number == last.number + 1)


class PreviewPage:
    """Fills a QTextDocument with units, and knows where each segment stands there.

    ``places`` tells where in a table a unit stands, and how an item of a list is marked.
    """

    def __init__(
        self,
        shown: QTextDocument,
        writer: PageWriter,
        document: Document,
        sides: Sequence[Side],
        places: PagePlaces,
    ) -> None:
        self._shown = shown
        self._writer = writer
        self._document = document
        self._sides = sides
        self._places = places
        self._lists: list[_OpenList] = []
        """The lists that the item to come may belong to, by their levels."""
        self.pieces: list[Piece] = []
        """Where the segments stand, ascending."""
        self.units: set[str] = set()
        self._fresh = True
        """Whether the block at the cursor is still to be written."""

    def fill(self, units: Sequence[TranslationUnit]) -> None:
        """Write these units, and nothing else."""
        self._shown.clear()
        self.pieces = []
        self.units = {unit.id for unit in units}
        cursor = QTextCursor(self._shown)
        cursor.beginEditBlock()
        self._fresh = True
        for key, group in groupby(units, key=self._table_of):
            if key is not None:
                self._write_table(cursor, list(group))
            else:
                self._write_flow(cursor, list(group))
        cursor.endEditBlock()

    def renew(self, unit: TranslationUnit) -> bool:
        """Write a unit again that changed; return whether it stands on the page."""
        if unit.id not in self.units:
            return False
        for side in self._sides:
            at = [i for i, p in enumerate(self.pieces) if p.unit_id == unit.id and p.side is side]
            if not at:
                return False
            first, last = at[0], at[-1]
            start, end = self.pieces[first].start, self.pieces[last].end
            cursor = QTextCursor(self._shown)
            cursor.beginEditBlock()
            cursor.setPosition(start)
            cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
            cursor.removeSelectedText()
            written = self._write(cursor, unit, side)
            block = cursor.blockFormat()
            block.merge(self._writer.block_format(unit.role, rtl=self._runs_rtl(unit, side)))
            cursor.setBlockFormat(block)
            cursor.endEditBlock()
            moved = cursor.position() - end
            self.pieces[first : last + 1] = written
            for piece in self.pieces[first + len(written) :]:
                piece.start += moved
                piece.end += moved
        return True

    def of(self, segment_id: str) -> list[Piece]:
        """Return where a segment stands: on each side that is shown."""
        return [piece for piece in self.pieces if piece.segment_id == segment_id]

    def at(self, position: int) -> Piece | None:
        """Return what stands at a place, else what stands before it."""
        starts = [piece.start for piece in self.pieces]
        found = bisect_right(starts, position) - 1
        return self.pieces[found] if found >= 0 else None

    def edge(self, segment_id: str, margin: int) -> bool:
        """Tell whether a segment is one of the first or last ``margin`` of the page."""
        ids = list(dict.fromkeys(piece.segment_id for piece in self.pieces))
        if segment_id not in ids:
            return True
        at = ids.index(segment_id)
        return at < margin or at >= len(ids) - margin

    # --- writing -----------------------------------------------------------------------------

    def _table_of(self, unit: TranslationUnit) -> object:
        place = self._places.cell(unit)
        return None if place is None else place.table

    def _write_flow(self, cursor: QTextCursor, units: Iterable[TranslationUnit]) -> None:
        for role, group in groupby(units, key=lambda unit: unit.role):
            self._lists = []
            for unit in group:
                for side in self._sides:
                    block = self._writer.block_format(role, rtl=self._runs_rtl(unit, side))
                    if self._fresh:
                        cursor.setBlockFormat(block)
                    else:
                        cursor.insertBlock(block, QTextCharFormat())
                    self._fresh = False
                    if role is Role.LIST_ITEM:
                        self._mark_item(cursor, unit, is_first=side is self._sides[0])
                    self.pieces += self._write(cursor, unit, side)

    def _mark_item(self, cursor: QTextCursor, unit: TranslationUnit, *, is_first: bool) -> None:
        """Give the block at the cursor its number or bullet; only its indent where it goes on."""
        place = self._places.item(unit) or ItemPlace(0)
        if place.kind == GOES_ON or not is_first:
            block = cursor.blockFormat()
            block.setIndent(place.level + 1)
            cursor.setBlockFormat(block)
            return
        while self._lists and self._lists[-1].place.level > place.level:
            self._lists.pop()
        last = self._lists[-1] if self._lists else None
        if last is not None and _follows(place, last.place):
            last.shown.add(cursor.block())
            last.place = place
            return
        if last is not None and last.place.level == place.level:
            self._lists.pop()
        shown = cursor.createList(self._writer.list_format(place))
        self._lists.append(_OpenList(place, shown))

    def _write_table(self, cursor: QTextCursor, units: list[TranslationUnit]) -> None:
        cell = self._places.cell
        places = {unit.id: place for unit in units if (place := cell(unit)) is not None}
        first = min(place.row for place in places.values())
        rows = max(place.row for place in places.values()) - first + 1
        columns = max(place.column for place in places.values()) + 1
        rtl = self._is_rtl(units[0], self._sides[-1])
        table = cursor.insertTable(rows, columns, self._writer.table_format(rtl=rtl))
        filled: set[tuple[int, int]] = set()
        for unit in units:
            place = places[unit.id]
            at = place.row - first, place.column
            inside = table.cellAt(*at).lastCursorPosition()
            for side in self._sides:
                block = self._writer.block_format(unit.role, rtl=self._runs_rtl(unit, side))
                if at in filled:
                    inside.insertBlock(block, QTextCharFormat())
                else:
                    inside.setBlockFormat(block)
                filled.add(at)
                self.pieces += self._write(inside, unit, side)
        cursor.movePosition(QTextCursor.MoveOperation.End)
        self._fresh = True

    def _write(self, cursor: QTextCursor, unit: TranslationUnit, side: Side) -> list[Piece]:
        pair = self._document.file(unit.file_id).pair
        found = passages(self._document, unit, side)
        return self._writer.write(cursor, unit.id, unit.role, side, pair, found)

    def _runs_rtl(self, unit: TranslationUnit, side: Side) -> bool:
        """Whether a paragraph runs from right to left: as the source where that stands there."""
        segments = self._document.unit_segments(unit.id)
        is_translated = any(self._document.shown_target(segment) for segment in segments)
        return self._is_rtl(unit, side if is_translated else Side.SOURCE)

    def _is_rtl(self, unit: TranslationUnit, side: Side) -> bool:
        pair = self._document.file(unit.file_id).pair
        return pair.target_is_rtl if side is Side.TARGET else pair.source_is_rtl
