"""Where in a table what stands, and whether it is a table of ours: found once, then kept.

The layout lies in the ``extraction`` of the file, so that an export finds the same cells again
whatever became of the languages meanwhile.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, replace
from typing import TYPE_CHECKING

from translation.formats.tables.column_choice import ColumnChoice
from translation.formats.tables.listed_languages import listed_languages
from translation.formats.tables.table_headings import (
    COLUMNS,
    find_columns,
    full_pair,
    headed_pair,
    read_heading,
)
from translation.model.imported import Notice
from translation.model.language import ARABIC_TO_ENGLISH, LanguagePair

if TYPE_CHECKING:
    from collections.abc import Sequence

    Rows = Sequence[tuple[int, Sequence[str]]]

FIRST_ROWS = 50
"""Rows among which the heading row is looked for: people put titles above it."""
_MOST_ABOVE = 2
"""Rows above the headings that may look like rows of the table."""
_OWN = frozenset({"id", "source", "draft", "target", "state"})


@dataclass(frozen=True, slots=True)
class TableLayout:
    """The places of the columns, counted from 0, and how they are headed.

    ``heading`` is the number of the heading row, counted from 1, 0 for none; ``sheet`` and
    ``separator`` say where else there are several. ``pair`` is what the headings say of the
    languages. ``is_chosen`` tells that a person chose the columns.
    """

    columns: dict[str, int]
    heading: int
    headings: tuple[str, ...] = ()
    pair: LanguagePair | None = None
    sheet: str = ""
    separator: str = ""
    is_chosen: bool = False

    @property
    def is_own(self) -> bool:
        """Whether it is headed as the tables are that this program writes."""
        heads = {cell for cell in self.headings if cell}
        own = {name for name in heads if name in COLUMNS or _is_own_reference(name)}
        return heads == own and heads >= _OWN

    @property
    def goes_back(self) -> bool:
        """Whether an export writes into the table: it is of others, or read as a person chose."""
        return self.is_chosen or not self.is_own

    @property
    def others(self) -> tuple[str, ...]:
        """How the columns are headed that nothing here shows."""
        used = set(self.columns.values())
        return tuple(
            heading.strip() or f"({place + 1})"
            for place, heading in enumerate(self.headings)
            if place not in used and heading.strip()
        )

    @property
    def choice(self) -> ColumnChoice:
        """The choice that finds this very layout again."""
        columns = tuple((name, str(place + 1)) for name, place in self.columns.items())
        return ColumnChoice(columns, self.heading, self.sheet, self.separator)

    def extraction(self) -> str:
        """Return the layout as a file keeps it."""
        kept = asdict(self)
        del kept["pair"]
        return json.dumps({"table": kept}, ensure_ascii=False)

    @classmethod
    def kept(cls, extraction: str) -> TableLayout | None:
        """Return the layout that a file keeps, None where it keeps none, as of earlier versions.

        What is no layout, in a project that somebody else wrote, is none.
        """
        try:
            kept = json.loads(extraction or "{}")["table"]
            layout = cls(**{**kept, "headings": tuple(kept["headings"])})
        except (KeyError, TypeError, ValueError, RecursionError):
            return None
        return layout if layout.is_sound else None

    @property
    def is_sound(self) -> bool:
        """Whether everything is of its kind."""
        places = isinstance(self.columns, dict) and "source" in self.columns
        texts = (self.sheet, self.separator, *self.headings)
        return (
            places
            and all(_is_count(place) for place in self.columns.values())
            and all(name.split(" ")[0] in COLUMNS for name in self.columns)
            and _is_count(self.heading)
            and isinstance(self.is_chosen, bool)
            and all(isinstance(text, str) for text in texts)
            and len(self.separator) < 2
        )

    def notices(self, name: str, *, kept: bool) -> tuple[Notice, ...]:
        """Say which languages were taken from the headings, and which columns are not shown.

        ``kept`` says that those go back where they came from.
        """
        found = []
        source, target = (self.columns.get(column, 0) for column in ("source", "target"))
        is_plain = self.pair == ARABIC_TO_ENGLISH and source < target
        if self.pair is not None and not is_plain:
            pair = (("source", self.pair.source), ("target", self.pair.target))
            found.append(Notice("headed_languages", (("file", name), *pair)))
        if self.others and self.goes_back:
            columns = ", ".join(self.others)
            code = "columns_not_shown" if kept else "columns_not_kept"
            found.append(Notice(code, (("file", name), ("columns", columns))))
        return tuple(found)


def _is_count(value: object) -> bool:
    return isinstance(value, int) and 0 <= value < 1 << 31


def _is_own_reference(name: str) -> bool:
    rest = name.removeprefix("reference ")
    return rest != name and rest.isdecimal()


def find_layout(
    rows: Rows, pair: LanguagePair | None, choice: ColumnChoice | None
) -> TableLayout | None:
    """Return the layout of the table that begins with these rows; None where nothing heads one.

    ``pair`` is what a person said of the languages, ``choice`` what of the columns.
    """
    if choice is not None and choice.columns:
        return _chosen(rows, pair, choice)
    for at, (number, cells) in enumerate(rows[:FIRST_ROWS]):
        found = _headed(number, tuple(cells), pair)
        if found is not None and _is_heading(found, rows[:at], rows[at + 1 :][:5]):
            return found if pair is not None else _directed(_listed(found, rows), rows[at + 1 :])
    return None


def _is_heading(layout: TableLayout, above: Rows, below: Rows) -> bool:
    """Tell whether a row that may head a table does: not one of many that name their language.

    Above it stand titles, hardly rows that have both a source and a translation.
    """
    source = layout.columns["source"]
    target = layout.columns.get("target", source)
    rows = sum(bool(_cell(cells, source) and _cell(cells, target)) for _, cells in above)
    heading = layout.headings[source]
    if read_heading(heading).column:
        return rows <= _MOST_ABOVE
    return not rows and all(_cell(cells, source) != heading for _, cells in below)


def _listed(layout: TableLayout, rows: Rows) -> TableLayout:
    """Return a layout whose headings name no language with what its columns of languages say."""
    if layout.pair is not None:
        return layout
    below = [cells for number, cells in rows if number > layout.heading]
    source, target = listed_languages(layout.headings, below)
    if not (source or target) or source == target:
        return layout
    return replace(layout, pair=full_pair(source, target, ARABIC_TO_ENGLISH))


def _directed(layout: TableLayout, below: Rows) -> TableLayout | None:
    """Return a layout known by names of languages alone with the fuller column as the source.

    Of two as full it is the one on the left. None where the only language has no texts.
    """
    source, target = (layout.columns.get(name, -1) for name in ("source", "target"))
    heads = [read_heading(layout.headings[place]) for place in (source, target) if place >= 0]
    if any(head.column for head in heads):
        return layout
    filled = {at: sum(bool(_cell(row, at).strip()) for _, row in below) for at in (source, target)}
    if target < 0:
        return layout if filled[source] or not any(any(row) for _, row in below) else None
    if (filled[target], -target) <= (filled[source], -source):
        return layout
    turned = {**layout.columns, "source": target, "target": source}
    pair = layout.pair and LanguagePair(layout.pair.target, layout.pair.source)
    return replace(layout, columns=turned, pair=pair)


def _cell(cells: Sequence[str], place: int) -> str:
    return cells[place] if place < len(cells) else ""


def _headed(number: int, cells: tuple[str, ...], pair: LanguagePair | None) -> TableLayout | None:
    columns = find_columns(cells, pair or ARABIC_TO_ENGLISH)
    if pair is None and not {"source", "target"} <= columns.keys():
        named = headed_pair(cells, ARABIC_TO_ENGLISH)
        columns = find_columns(cells, named) if named else columns
    if not columns:
        return None
    said = None if pair is not None else _pair_of(cells, columns)
    return TableLayout(columns, number, cells, said)


def _pair_of(cells: Sequence[str], columns: dict[str, int]) -> LanguagePair | None:
    """Return the languages that the headings of source and target name, None for none."""
    source, target = (
        next(iter(read_heading(cells[columns[name]]).languages), "")
        if columns.get(name, len(cells)) < len(cells)
        else ""
        for name in ("source", "target")
    )
    if not (source or target) or source == target:
        return None
    return full_pair(source, target, ARABIC_TO_ENGLISH)


def _chosen(rows: Rows, pair: LanguagePair | None, choice: ColumnChoice) -> TableLayout | None:
    """Return the layout that a person chose; None where no row is headed so."""
    # Who says where the headings are has seen the table; its first rows may be short.
    width = max((len(cells) for _, cells in rows), default=0) if choice.heading is None else None
    for number, cells in rows[:FIRST_ROWS]:
        if choice.heading is not None and choice.heading not in (0, number):
            continue
        places = choice.places(cells)
        if places is None or not _is_sound(places, width):
            continue
        is_heading = choice.heading == number or (
            choice.heading is None and (choice.is_by_heading or _looks_headed(cells, places))
        )
        if not is_heading:
            break
        said = None if pair is not None else _pair_of(cells, places)
        known = {} if choice.heading else find_columns(cells, pair or said or ARABIC_TO_ENGLISH)
        more = {name: at for name, at in known.items() if at not in places.values()}
        return TableLayout({**more, **places}, number, tuple(cells), said, is_chosen=True)
    if choice.is_by_heading or choice.heading:
        return None
    places = choice.places(()) or {}
    return TableLayout(places, 0, is_chosen=True) if _is_sound(places, width) else None


def _is_sound(places: dict[str, int], width: int | None) -> bool:
    """Tell whether columns can be meant: a source in the table, a target that is nothing else.

    One column more than there are may be made.
    """
    used = list(places.values())
    in_table = "source" in places and (width is None or max(used) <= width)
    return in_table and used.count(places.get("target", -1)) <= 1


def _looks_headed(cells: Sequence[str], places: dict[str, int]) -> bool:
    """Tell whether a first row holds headings, not texts: the columns chosen are called so."""
    wanted = (places.get(name, len(cells)) for name in ("source", "target"))
    heads = [read_heading(cells[place]) for place in wanted if place < len(cells)]
    return any(head.column or head.languages for head in heads)
