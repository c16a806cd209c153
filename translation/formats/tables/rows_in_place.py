"""A table of others, given back with its translations in it: which cells change, and to what.

Only cells of rows whose segments changed since the table was read: the target's, the state's
where the column speaks of states by our names, the comment's where there is such a column. Where
the table has no target column it gets one, headed in the manner of its source column.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from translation.errors import ExportError, InputError
from translation.formats.comments import comment_of
from translation.formats.in_place import came_from, fillings
from translation.formats.notices import counted
from translation.formats.spec import Capability, ReadOptions
from translation.formats.tables.formula_guard import guarded, is_formula
from translation.formats.tables.segment_table import STEP, imported_file, named_state
from translation.formats.tables.table_headings import read_heading
from translation.formats.tables.table_layout import TableLayout
from translation.formats.text_place import spelled
from translation.formats.visible_codes import show_codes
from translation.text.language_names import name_of, words_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from translation.formats.in_place import Filling
    from translation.formats.spec import WriteOptions
    from translation.formats.tables.segment_table import SegmentTable, TableRow
    from translation.model.document import Document
    from translation.model.imported import ImportedSegment, Notice
    from translation.model.segment import Segment, SourceFile, TranslationUnit

_COUNTERPARTS = {
    "source": "target", "source text": "target text", "source string": "target string",
    "source segment": "target segment", "src": "tgt", "original": "translation",
    "original text": "translation", "المصدر": "الهدف", "النص المصدر": "النص الهدف",
    "النص الاصلي": "الترجمة", "الاصل": "الترجمة", "quelle": "ziel", "quelltext": "zieltext",
    "ausgangstext": "zieltext", "texte source": "texte cible", "origen": "destino",
    "texto de origen": "texto de destino", "текст": "перевод", "оригинал": "перевод",
    "原文": "译文", "源文": "译文", "源语言": "目标语言", "원문": "번역문", "kaynak": "hedef",
    "منبع": "ترجمه",
}  # fmt: skip
"""What a column of translations is called beside one of sources, folded."""
_BARE_LINE_END = re.compile("(?<!\r)\n")


@dataclass(frozen=True, slots=True)
class ChangedRows:
    """The cells to write, by row number and column; ``heading`` is that of a column to be made."""

    cells: Mapping[int, Mapping[str, str]]
    notices: tuple[Notice, ...]
    heading: str = ""
    holds: frozenset[Capability] = frozenset()
    """What of the document the table holds: states and notes where it has columns for them."""


def tables_of_others(document: Document, format_id: str) -> list[tuple[SourceFile, TableLayout]]:
    """Return the tables of others that the whole document was read from, with their layouts.

    They are the sheets of one workbook where there are several; none where it came from elsewhere.
    """
    if not came_from(document.files, format_id):
        return []
    layouts = [TableLayout.kept(file.extraction) for file in document.files]
    return [
        (file, layout)
        for file, layout in zip(document.files, layouts, strict=True)
        if layout is not None and all(one is not None and one.goes_back for one in layouts)
    ]


def tables_to_fill(
    document: Document, format_id: str, options: WriteOptions
) -> list[tuple[SourceFile, TableLayout]]:
    """Return the tables of others that an export writes into, with their layouts.

    A project that was begun before layouts were kept has its table read again for it: it counts
    where every unit of the document has its source in the row that it came from.
    """
    if found := tables_of_others(document, format_id):
        return found
    if not came_from(document.files, format_id) or len(document.files) != 1:
        return []
    [file] = document.files
    if file.extraction:
        return []
    from translation.formats.table import FORMATS

    reading = ReadOptions(file.name, file.pair, file.encoding or None, options.report)
    try:
        read = next(spec for spec in FORMATS if spec.id == format_id).read
        table = read(file.original, reading)[0] if read else None
    except InputError:
        return []
    layout = TableLayout.kept(table.extraction) if table else None
    if table is None or layout is None or not layout.goes_back:
        return []
    sources = {unit.anchor: unit.segments[0].source for unit in table.units}
    are_there = all(
        "".join(segment.source for segment in segments).strip() == sources.get(unit.anchor)
        for unit, segments in document.by_unit()
    )
    return [(file, layout)] if are_there else []


def table_to_fill(
    document: Document, format_id: str, options: WriteOptions
) -> tuple[SourceFile, TableLayout] | None:
    """Return the one table of others that an export writes into, with its layout, or None."""
    found = tables_to_fill(document, format_id, options)
    return found[0] if len(found) == 1 else None


def read_again(
    file: SourceFile,
    layout: TableLayout,
    reader: Callable[[bytes, ReadOptions], SegmentTable],
    options: WriteOptions,
) -> SegmentTable:
    """Read the table as it was read first; raises ExportError original_damaged."""
    reading = ReadOptions(
        file.name, file.pair, file.encoding or None, options.report, columns=layout.choice
    )
    try:
        return reader(file.original, reading)
    except InputError as error:
        raise ExportError("original_damaged", file=options.name, detail=error) from error


def changed_rows(
    document: Document,
    file: SourceFile,
    layout: TableLayout,
    table: SegmentTable,
    options: WriteOptions,
) -> ChangedRows:
    """Return what changed since the table was read. Raises ExportError original_damaged."""
    reading = ReadOptions(file.name, file.pair, file.encoding or None, options.report)
    try:
        found = imported_file(table, file.format, file.original, reading)
    except InputError as error:
        raise ExportError("original_damaged", file=options.name, detail=error) from error
    places = {unit.anchor: unit.segments[0] for unit in found.units}
    rows = {str(row.number): row for row in table.rows}
    states, with_line_ends = _states(table), _line_ends(table)
    cells: dict[int, dict[str, str]] = {}
    drafts = formulas = 0
    for done, (unit, segments) in enumerate(document.by_unit()):
        if done % STEP == 0:
            options.report(done, len(document.units))
        if unit.file_id != file.id:
            continue
        if unit.anchor not in places:
            detail = f"{file.name} has no row {unit.anchor or '?'}"
            raise ExportError("original_damaged", file=options.name, detail=detail)
        row, place = rows[unit.anchor], places[unit.anchor]
        notes = [comment_of(document, segment) for segment in segments]
        if _is_as_read(place, segments, notes):
            continue
        filling = fillings([place], document, unit)[0]
        changed = _changed(row, place, filling, unit, states)
        note = "\n".join(dict.fromkeys(filter(None, notes)))
        if "comment" in layout.columns and note != place.note:
            changed["comment"] = note
        if changed:
            cells[row.number] = {name: with_line_ends(text) for name, text in changed.items()}
        drafts += filling.is_draft
        formulas += not row.is_own and is_formula(changed.get("target", ""))
    heading = "" if "target" in layout.columns else _made_heading(file, layout)
    counts = counted(options.name, unreviewed_drafts=drafts, formula_like=formulas)
    return ChangedRows(cells, tuple(counts), heading, _holds(layout, with_states=bool(states)))


def _holds(layout: TableLayout, *, with_states: bool) -> frozenset[Capability]:
    holds = {Capability.SEGMENTS, Capability.UNITS, Capability.UNREVIEWED}
    if with_states:
        holds |= {Capability.STATES, Capability.EMPTIED}
    by_column = {
        "id": Capability.IDS,
        "comment": Capability.NOTES,
        "reference": Capability.REFERENCES,
        "draft": Capability.DRAFTS,
    }
    return frozenset(holds | {held for name, held in by_column.items() if name in layout.columns})


def _is_as_read(place: ImportedSegment, segments: Sequence[Segment], notes: Sequence[str]) -> bool:
    """Tell at a glance that nothing changed: a draft may fill a place without a target."""
    return (
        len(segments) == 1
        and segments[0].target is not None
        and (segments[0].target, segments[0].state, notes[0])
        == (place.target, place.state, place.note)
    )


def _changed(
    row: TableRow,
    place: ImportedSegment,
    filling: Filling,
    unit: TranslationUnit,
    states: Mapping[str, str],
) -> dict[str, str]:
    changed = {}
    if filling.retyped:
        text = filling.text or ""
        shown = guarded(show_codes(text, unit.codes)) if row.is_own else spelled(text, unit.codes)
        changed["target"] = shown
    if states and filling.state is not place.state and not filling.is_draft:
        changed["state"] = states.get(filling.state.value, filling.state.value)
    return changed


def _line_ends(table: SegmentTable) -> Callable[[str], str]:
    """Return what gives a text the line ends that the table has inside its cells."""
    texts = [row[name] for row in table.rows for name in ("source", "target")]
    breaks = any("\r\n" in text for text in texts)
    if breaks and not any(_BARE_LINE_END.search(text) for text in texts):
        return lambda text: _BARE_LINE_END.sub("\r\n", text)
    return str


def _states(table: SegmentTable) -> dict[str, str]:
    """Return how the states are spelled in a column that speaks of ours alone, else nothing."""
    values = {row["state"].strip() for row in table.rows} - {""}
    states = {value: named_state(value) for value in values}
    if not values or None in states.values():
        return {}
    capital = all(value[:1].isupper() for value in values)
    names = {state.value for state in type(next(s for s in states.values() if s))}
    spelling = {name: name.capitalize() if capital else name for name in names}
    return spelling | {state.value: value for value, state in states.items() if state}


def _made_heading(file: SourceFile, layout: TableLayout) -> str:
    """Return what to head a column of translations with: in the manner of the source column."""
    if not layout.heading:
        return ""
    text = layout.headings[layout.columns["source"]].strip()
    source, target = read_heading(text), name_of(file.pair.target)
    code = file.pair.target
    if source.column or not source.languages:
        made = _COUNTERPARTS.get(" ".join(words_of(text)), "target")
        made = f"{made} ({code})" if source.languages else made
    elif (text.isascii() and len(words_of(text)[0]) < 4) or target is None:
        made = code
    else:
        known = name_of(source.languages[0])
        is_english = known is not None and text.casefold() == known.english.casefold()
        made = target.english if is_english or not target.own else target.own
    if text.isupper() or text.islower():
        return made.upper() if text.isupper() else made.lower()
    return made[:1].upper() + made[1:] if text[:1].isupper() else made
