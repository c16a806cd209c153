"""Which record is a row of which table, and how much it can be trusted."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from translation.model.ports import no_report
from translation.store import reading, schema
from translation.store.checksums import COVERED, checksum
from translation.store.salvage.cells import INDEX_LEAF, INNER, TABLE_LEAF, PageReader

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from translation.model.ports import Report
    from translation.store.salvage.cells import Record
    from translation.store.salvage.pages import Pages

_NUMBERED: Mapping[str, str] = {
    "project": "id",
    "drafts": "id",
    "journal": "seq",
    "restore_points": "id",
}
"""Tables whose key is the number of the row: there the record has nothing."""
TABLES = (*COVERED, "tallies")
_IN_INDEX = frozenset({"meta", "tallies"})
"""Tables that are kept as an index (WITHOUT ROWID)."""
_KINDS: Mapping[str, Mapping[str, str]] = {
    "project": {"id": "integer", "next_number": "integer", "created": "real"},
    "meta": {"key": "text", "value": "text"},
    "files": reading.FILES | {"place": "integer", "original_hash": "text"},
    "units": reading.UNITS | {"place": "integer"},
    "segments": reading.SEGMENTS | {"place": "integer"},
    "drafts": reading.DRAFTS,
    "records": reading.RECORDS,
    "journal": {
        "seq": "integer",
        "action": "text",
        "step": "integer",
        **reading.JOURNAL,
    },
    "restore_points": reading.RESTORE_POINTS,
    "tallies": {"name": "text", "rows": "integer", "total": "integer"},
}
_SINCE = {"tallies": schema.CHECKSUMS_SINCE, "records": schema.RECORDS_SINCE}
"""The versions from which on there are these tables; the others were always there."""
_PAGE_ONE = 1


@dataclass(frozen=True, slots=True)
class FoundRow:
    """A row of a table, by column; ``missing`` are the columns that could not be read.

    ``fits`` tells whether it has its checksum, None where there is none to compare with;
    ``in_tree`` whether it stands where the database looks for it.
    """

    cells: Mapping[str, Any]
    missing: frozenset[str]
    fits: bool | None
    in_tree: bool

    @property
    def is_clean(self) -> bool:
        """Whether all of it was read and nothing in it is what zeros leave behind."""
        texts = (cell for cell in self.cells.values() if isinstance(cell, str))
        return not self.missing and not any("\0" in text for text in texts)

    @property
    def trust(self) -> tuple[bool, bool, bool]:
        """Return what says how much it is to be believed, to compare with others."""
        return self.fits is True, self.is_clean and self.fits is not False, self.in_tree


@dataclass(slots=True)
class Found:
    """Every row that could be read, by table; several may be of one key."""

    rows: dict[str, list[FoundRow]] = field(default_factory=lambda: {name: [] for name in TABLES})

    def best(self, table: str, key: str) -> dict[Any, FoundRow]:
        """Return the most trusted row of each key, in the order in which they were found."""
        chosen: dict[Any, FoundRow] = {}
        for row in self.rows[table]:
            id_ = row.cells.get(key)
            if id_ is not None and (id_ not in chosen or row.trust > chosen[id_].trust):
                chosen[id_] = row
        return chosen


def find_rows(pages: Pages, report: Report = no_report) -> Found:
    """Return every row that the pages hold: those of the tables' trees, then those beside.

    ``report`` is called at each page, and may raise.
    """
    finder = _Finder(pages, report)
    finder.walk_trees()
    finder.look_beside()
    return finder.found


class _Finder:
    def __init__(self, pages: Pages, report: Report) -> None:
        self.found = Found()
        self._report = report
        self._reader = PageReader(pages)
        self._visited: set[int] = set()
        self._count = len(pages)
        self._free = pages.free()

    def walk_trees(self) -> None:
        """Follow the schema: the first page names the tables and the pages they begin at."""
        pages = list(self._tree(_PAGE_ONE)) or [_PAGE_ONE]
        self._visited.add(_PAGE_ONE)
        found = [record for page in pages for record in self._reader.records(page)]
        for record in [*found, *self._reader.carved(_PAGE_ONE)]:
            if len(record.cells) < 4 or record.cells[0] not in ("table", "index"):
                continue
            _kind, name, table, root = record.cells[:4]
            if not isinstance(root, int) or root in self._visited:
                continue
            for page in self._tree(root):
                if name == table and name in TABLES:
                    self._take(str(name), self._reader.records(page))

    def look_beside(self) -> None:
        """Take rows out of the pages that no tree led to and that are not free."""
        pages = range(2, self._count + 1)
        kinds = {n: self._reader.kind(n) for n in pages}
        left = [n for n in pages if n not in self._visited and n not in self._free]
        for number in left:
            if kinds[number] in (TABLE_LEAF, INDEX_LEAF):
                self._sort(self._reader.records(number), kinds[number] == INDEX_LEAF)
        for number in left:
            self._report(0, 0)
            is_tree = kinds[number] in (TABLE_LEAF, INDEX_LEAF, *INNER)
            if not is_tree and number not in self._reader.overflow:
                self._sort(self._reader.carved(number), in_index=False)

    def _tree(self, root: int) -> Iterator[int]:
        """Give the pages of a tree in order; one that is damaged is left to ``look_beside``."""
        waiting = [root]
        while waiting:
            number = waiting.pop()
            kind = self._reader.kind(number)
            is_known = kind in (TABLE_LEAF, INDEX_LEAF, *INNER)
            if number in self._visited or not 0 < number <= self._count or not is_known:
                continue
            self._visited.add(number)
            self._report(0, 0)
            yield number
            if kind in INNER:
                waiting += reversed(list(self._reader.children(number)))

    def _take(self, table: str, records: Iterable[Record]) -> None:
        for record in records:
            if any(record.serials):
                self.found.rows[table].append(_row(table, record, in_tree=True))

    def _sort(self, records: Iterable[Record], in_index: bool) -> None:
        """Put records of no known tree where they fit by number and kind of their cells."""
        for record in records:
            for table in TABLES:
                if (table in _IN_INDEX) == in_index and _is_of(table, record):
                    self.found.rows[table].append(_row(table, record, in_tree=False))
                    break


def _columns(table: str, count: int) -> tuple[str, ...]:
    """Return the columns of a row of so many cells: of the version that has as many."""
    versions = range(schema.current_version(), 0, -1)
    every = [schema.columns_of(table, version) for version in versions]
    return next((columns for columns in every if len(columns) == count), every[0])


def _is_of(table: str, record: Record) -> bool:
    columns = _columns(table, len(record.serials))
    if not record.whole or len(columns) != len(record.cells):
        return False
    kinds = _KINDS[table]
    return all(
        cell is None if name == _NUMBERED.get(table) else _fits(cell, kinds.get(name, "integer?"))
        for name, cell in zip(columns, record.cells, strict=True)
    )


def _fits(cell: object, kind: str) -> bool:
    match kind.rstrip("?"):
        case "text":
            right = isinstance(cell, str | bytes)
        case "integer":
            right = isinstance(cell, int)
        case "real":
            right = isinstance(cell, int | float)
        case _:
            right = isinstance(cell, bytes)
    return right or (cell is None and kind.endswith("?"))


def _row(table: str, record: Record, in_tree: bool) -> FoundRow:
    columns, kinds = _columns(table, len(record.serials)), _KINDS[table]
    cells: dict[str, Any] = {
        name: _stored(kinds.get(name, ""), cell)
        for name, cell in zip(columns, record.cells, strict=False)
    }
    if table in _NUMBERED:
        cells[_NUMBERED[table]] = record.rowid
    wanted = schema.columns_of(table, _SINCE.get(table, 1))
    missing = {name for name in wanted if name in kinds and not _fits(cells.get(name), kinds[name])}
    fits = None
    if "checksum" in columns:
        covered = [cells.get(name) for name in COVERED[table]]
        fits = record.whole and checksum(covered) == cells.get("checksum")
    if not record.whole and not missing:
        missing = {"?"}
    return FoundRow(_readable(cells), frozenset(missing), fits, in_tree)


def _stored(kind: str, cell: Any) -> Any:
    """Return a cell as SQLite does: whole numbers in a column of reals are kept as integers."""
    return float(cell) if kind.startswith("real") and isinstance(cell, int) else cell


def _readable(cells: Mapping[str, Any]) -> dict[str, Any]:
    """Return texts beyond UTF-8, which are kept as bytes, as texts."""
    return {
        name: cell.decode("utf-8", "surrogatepass" if _is_text(cell) else "replace")
        if isinstance(cell, bytes) and name != "original"
        else cell
        for name, cell in cells.items()
    }


def _is_text(data: bytes) -> bool:
    try:
        data.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:
        return False
    return True
