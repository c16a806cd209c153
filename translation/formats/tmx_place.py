"""Writing translations back into the TMX file they came from, all else left alone.

Other languages, foreign properties, notes and the header stay as they are. Only what a person
typed or accepted is written: a machine's draft is no entry of a memory.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from translation.errors import ExportError, InputError
from translation.formats.code_restoring import empty
from translation.formats.fingerprints import kept_fingerprints, of_unit
from translation.formats.in_place import fillings, note_typed
from translation.formats.safe_xml import clean, local_name, parse, serialize
from translation.formats.tmx_languages import language_of
from translation.formats.tmx_read import STATE, found_unit
from translation.formats.tmx_seg_write import SegWriter
from translation.formats.tmx_stream import mended
from translation.formats.xliff_names import LANG
from translation.model.segment import SegmentState

if TYPE_CHECKING:
    from lxml import etree

    from translation.formats.in_place import Filling
    from translation.formats.spec import WriteOptions
    from translation.formats.tmx_read import FoundUnit
    from translation.model.document import Document
    from translation.model.segment import SourceFile, TranslationUnit

_REPORT_EVERY = 200
_DATE = "%Y%m%dT%H%M%SZ"
"""How TMX writes a time: ISO 8601, basic format, in UTC."""


def write_in_place(document: Document, options: WriteOptions) -> bytes:
    """Return the original of the document's file with the targets as they are now.

    The very bytes where nothing changed. Raises ExportError original_damaged.
    """
    [file] = document.files
    touched = _touched(document, file)
    if not touched:
        return file.original
    data = mended(file.original)
    try:
        root = parse(data, file.name, whole=True)
    except InputError as error:
        raise ExportError("original_damaged", file=options.name, detail=error) from error
    header = root.find("{*}header")
    source_language = header.get("srclang", "") if header is not None else ""
    tus = list(root.iter("{*}tu"))
    changed = False
    for number, unit in enumerate(touched):
        if number % _REPORT_EVERY == 0:
            options.report(number, len(touched))
        place = int(unit.anchor)
        tu = tus[place - 1] if 0 < place <= len(tus) else None
        found = None if tu is None else found_unit(tu, file.pair, file.name, place, source_language)
        if found is None:
            raise ExportError("original_damaged", file=options.name, detail=f"no unit {place}")
        changed = _fill(found, document, unit, file) or changed
    return serialize(root, data) if changed else file.original


def _touched(document: Document, file: SourceFile) -> list[TranslationUnit]:
    """Return the units that are not as they were read; all where that is not known."""
    kept = kept_fingerprints(file.extraction)
    units = list(document.by_unit())
    if len(kept) != len(units):
        return [unit for unit, _ in units]
    pairs = zip(units, kept, strict=True)
    return [unit for (unit, rows), was in pairs if of_unit(document, unit, rows) != was]


def _fill(found: FoundUnit, document: Document, unit: TranslationUnit, file: SourceFile) -> bool:
    was = found.unit()
    [filling] = fillings(was.segments, document, unit)
    changed = filling.changed and not filling.is_draft
    if changed and filling.text is None:
        changed = _take_out(found)
    elif changed:
        _put(found, filling, unit, file)
    if changed:
        _set_state(found, filling)
    return _add_notes(found, was.segments[0].note, document, unit) or changed


def _put(found: FoundUnit, filling: Filling, unit: TranslationUnit, file: SourceFile) -> None:
    text = filling.text or ""
    if found.target_tuv is not None and text == found.target:
        return  # the state alone is another
    tuv = found.target_tuv
    if tuv is None:
        tuv = _add_target(found, file.pair.target)
    elif tuv.get("changedate") or tuv.get("creationdate"):
        tuv.set("changedate", now().strftime(_DATE))
    seg = tuv.find("{*}seg")
    if seg is None:
        seg = _child(tuv, "seg")
        tuv.append(seg)
    empty(seg)
    SegWriter(unit.codes, found.elements).put(seg, text)


def now() -> datetime:
    """Return the time of an export, which a change that it writes is known not to be later than."""
    return datetime.now(UTC)


def _add_target(found: FoundUnit, language: str) -> etree._Element:
    source = found.source_tuv
    tuv = _child(found.tu, "tuv")
    tuv.set(LANG if source.get(LANG) else "lang", language)
    before = source.tail
    source.addnext(tuv)
    source.tail, tuv.tail = found.tu.text, before
    return tuv


def _take_out(found: FoundUnit) -> bool:
    """Take a translation out that is none any more."""
    tuv = found.target_tuv
    if tuv is None:
        return False
    previous = tuv.getprevious()
    if previous is not None:
        previous.tail = tuv.tail
    found.tu.remove(tuv)
    return True


def _set_state(found: FoundUnit, filling: Filling) -> None:
    """Write the state where it is said already, or is not what a memory means by itself."""
    props = found.tu.iterfind("{*}prop")
    prop = next((prop for prop in props if prop.get("type") == STATE), None)
    if prop is None:
        if filling.text and filling.state is SegmentState.CONFIRMED:
            return
        if filling.text is None:
            return
        prop = _child(found.tu, "prop")
        prop.set("type", STATE)
        _before_variants(found.tu, prop)
    empty(prop)
    prop.text = filling.state.value


def _add_notes(
    found: FoundUnit, note_found: str, document: Document, unit: TranslationUnit
) -> bool:
    segments = document.unit_segments(unit.id)
    typed = [note_typed("", unit.note)]
    for number, segment in enumerate(segments):
        typed.append(note_typed(note_found if number == 0 else "", segment.note))
    for text in filter(None, typed):
        note = _child(found.tu, "note")
        note.text = clean(text)
        _before_variants(found.tu, note)
    return any(typed)


def _before_variants(tu: etree._Element, element: etree._Element) -> None:
    """Put a note or property where the DTD wants it: before the texts."""
    first = next(child for child in tu if isinstance(child.tag, str) and _is_tuv(child))
    previous = first.getprevious()
    element.tail = tu.text if previous is None else previous.tail
    first.addprevious(element)


def _is_tuv(element: etree._Element) -> bool:
    return local_name(element) == "tuv" and bool(language_of(element))


def _child(parent: etree._Element, name: str) -> etree._Element:
    namespace, brace, _ = str(parent.tag).rpartition("}")
    return parent.makeelement(f"{namespace}{brace}{name}")
