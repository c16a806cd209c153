"""Writing translations back into the TMX file they came from, all else left alone.

Other languages, foreign properties and notes stay as they are, and so does the header but for notes
of people on the whole document. Only what a person
typed or accepted is written: a machine's draft is no entry of a memory. A unit that changed is
parsed and written by itself, so that everything around it stays to the last byte.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from translation.errors import ExportError, InputError
from translation.formats.code_matching import elements_for
from translation.formats.code_restoring import empty, take_out
from translation.formats.comments import joined_notes, split_comment, whole_comment
from translation.formats.fingerprints import UNITS_A_REPORT, changed_units
from translation.formats.in_place import fillings, notes_of, own_note
from translation.formats.notices import counted
from translation.formats.safe_xml import clean, local_name, parse
from translation.formats.spec import Capability, Written
from translation.formats.tmx.languages import ANY, language_of
from translation.formats.tmx.read import STATE, found_unit
from translation.formats.tmx.seg_write import SegWriter
from translation.formats.tmx.stream import mended, unit_text
from translation.formats.xliff.names import LANG, TOOL_NAME
from translation.model.notes import notes_of_document
from translation.model.segment import SegmentState

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lxml import etree

    from translation.formats.in_place import Filling
    from translation.formats.spec import WriteOptions
    from translation.formats.tmx.read import FoundUnit
    from translation.formats.tmx.stream import UnitText
    from translation.model.document import Document
    from translation.model.imported import ImportedUnit
    from translation.model.segment import SourceFile, TranslationUnit

HOLDS = frozenset(Capability) - {
    Capability.LOCKS,
    Capability.DRAFTS,
    Capability.PROVENANCE,
    Capability.REFERENCES,
}
"""What of a document its own memory holds: units nobody confirmed, too."""
_DATE = "%Y%m%dT%H%M%SZ"
"""How TMX writes a time: ISO 8601, basic format, in UTC."""


def write_in_place(document: Document, options: WriteOptions) -> Written:
    """Write the original of the document's file with the targets as they are now.

    The very bytes where nothing changed; a notice says where segments had to share a state.
    Raises ExportError original_damaged.
    """
    [file] = document.files
    try:
        touched = changed_units(document)
        if touched is None:  # that was not kept: every unit is looked at
            touched = {int(unit.anchor) - 1: unit for unit in document.units}
        whole = unit_text(mended(file.original))
        header, holds = _noted_header(whole, document, file.name)
        if not touched and header is None:
            return Written(file.original, (), holds)
        joined: set[str] = set()
        changed = dict(_changed_units(whole, document, file, touched, joined, options))
    except (InputError, ValueError, LookupError) as error:
        raise ExportError("original_damaged", file=options.name, detail=error) from error
    notices = tuple(counted(options.name, states_joined=len(joined)))
    return Written(whole.with_units(changed, header), notices, holds)


def _noted_header(
    whole: UnitText, document: Document, name: str
) -> tuple[str | None, frozenset[Capability]]:
    """Return the header with the notes on the document, None where they stand there already.

    Beside it what the file then holds: one without a header has no place for them.
    """
    from lxml import etree

    was = whole.header()
    if not was:
        return None, HOLDS - {Capability.DOCUMENT_NOTES}
    header = parse(was.encode("utf-8"), name, whole=True)
    notes = list(header.iterfind("{*}note"))
    now = whole_comment("", notes_of_document(document))
    said = split_comment(joined_notes(note.text or "" for note in notes))[1]
    if whole_comment("", said) == now:
        return None, HOLDS
    for note in notes:
        own, of_people = split_comment(note.text or "")
        if own and of_people:
            note.text = own
        elif of_people:
            take_out(note)
    if now:
        ours = _child(header, "note")
        ours.text = clean(now)
        header.insert(0, ours)
    text = str(etree.tostring(header, encoding="unicode", with_tail=False))
    return (text.replace("\n", "\r\n") if "\r\n" in was else text), HOLDS


def _changed_units(
    whole: UnitText,
    document: Document,
    file: SourceFile,
    touched: Mapping[int, TranslationUnit],
    joined: set[str],
    options: WriteOptions,
) -> Iterator[tuple[int, str]]:
    """Give the places of the units that are written anew, each with its text."""
    from lxml import etree

    for number, (place, unit) in enumerate(touched.items()):
        if number % UNITS_A_REPORT == 0:
            options.report(number, len(touched))
        was = whole.unit(place)
        tu = parse(was.encode("utf-8"), file.name, whole=True)
        found = found_unit(tu, file.pair, file.name, place, ANY)
        if found is None:
            raise ValueError(f"unit {place + 1} has another text")
        if _fill(found, document, unit, file, joined):
            text = str(etree.tostring(tu, encoding="unicode", with_tail=False))
            yield place, text.replace("\n", "\r\n") if "\r\n" in was else text


def _fill(
    found: FoundUnit,
    document: Document,
    unit: TranslationUnit,
    file: SourceFile,
    joined: set[str],
) -> bool:
    was = found.unit()
    [filling] = fillings(was.segments, document, unit)
    if filling.is_mixed:
        joined.add(unit.id)
    typed = any(segment.target is not None for segment in document.unit_segments(unit.id))
    changed = filling.changed and (typed or not filling.is_draft)
    if changed and filling.text is None:
        changed = _take_out(found)
    elif changed:
        _put(found, filling, unit, file)
    if changed:
        _set_state(found, filling)
    return _put_notes(found, was, document, unit) or changed


def _put(found: FoundUnit, filling: Filling, unit: TranslationUnit, file: SourceFile) -> None:
    text = filling.text or ""
    if found.target_tuv is not None and text == found.target:
        return  # the state alone is another
    tuv = found.target_tuv
    if tuv is None:
        tuv = _add_target(found, file.pair.target)
    else:
        _date(tuv)
    seg = tuv.find("{*}seg")
    if seg is None:
        seg = _child(tuv, "seg")
        tuv.append(seg)
    empty(seg)
    elements = elements_for(unit.codes, found.reader.table.codes, found.elements)
    SegWriter(unit.codes, elements).put(seg, text)


def _date(tuv: etree._Element) -> None:
    """Say that a text was changed, where the memory says so of its texts."""
    if tuv.get("changedate") or tuv.get("creationdate"):
        tuv.set("changedate", now().strftime(_DATE))
    if tuv.get("changeid"):  # that person did not write this
        tuv.set("changeid", TOOL_NAME)


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
    state = filling.state
    if filling.text is not None and state is SegmentState.INITIAL:
        state = SegmentState.EDITED  # a part of it is translated
    prop.text = state.value


def _put_notes(
    found: FoundUnit, was: ImportedUnit, document: Document, unit: TranslationUnit
) -> bool:
    """Put what was typed into a note of its own, or into that which has people's already."""
    notes = found.notes
    ours = next((note for note in notes if split_comment(note.text or "")[1]), None)
    others = joined_notes(dict.fromkeys(note.text or "" for note in notes if note is not ours))
    text = own_note(others, *notes_of(was, document, unit))
    if text is None:
        return False
    if ours is None and text:
        ours = _child(found.tu, "note")
        _before_variants(found.tu, ours)
    if ours is not None and text:
        ours.text = clean(text)
    elif ours is not None:
        take_out(ours)
    return True


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
