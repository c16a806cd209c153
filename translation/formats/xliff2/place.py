"""Writing translations back into the XLIFF 2 file they came from, which is otherwise left alone.

Only targets and states change, and ``subState`` where it no longer fits; notes typed here are
added to those that are there.
"""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING

from translation.formats.code_matching import elements_for
from translation.formats.code_restoring import Restorer, empty, take_out
from translation.formats.fingerprints import UNITS_A_REPORT
from translation.formats.in_place import fillings, notes_of, own_note
from translation.formats.safe_xml import (
    UndeclaredPrefixError,
    clean,
    elements,
    parse,
    root_element,
    serialize,
)
from translation.formats.white_space import needs_keeping, unwrapped
from translation.formats.xliff.names import LANG, SPACE
from translation.formats.xliff.splice import NotSpliceableError, spliced, with_attribute
from translation.formats.xliff2.names import (
    CATEGORY,
    DRAFT,
    EDITED,
    REJECTED,
    STATE_NAMES,
    beside,
    core_name,
    core_tags,
    is_rejected,
)
from translation.formats.xliff2.parts import below, child, children, inline
from translation.formats.xliff2.restoring import dialect_of, mend_pairs
from translation.formats.xliff2.units import preserves_space, read_unit, text_of
from translation.model.language import language_tag
from translation.model.ports import no_report
from translation.model.segment import FIXED_SEGMENTS, SegmentState

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from lxml import etree

    from translation.formats.in_place import Filling
    from translation.formats.xliff2.units import FoundUnit, Place
    from translation.model.document import Document
    from translation.model.ports import Report
    from translation.model.segment import TranslationUnit


def write_in_place(
    document: Document,
    waiting: Sequence[TranslationUnit],
    joined: set[str],
    report: Report = no_report,
) -> bytes:
    """Return the original of the document's files with the targets as they are now.

    Units that are not among ``waiting`` are as they were read. The very bytes where nothing
    changed; outside the units that did, the very bytes too where their places can be told. Ids
    of units in which segments had to share one state are added to ``joined``.
    """
    try:
        return _spliced(document, waiting, joined, report)
    except (NotSpliceableError, UndeclaredPrefixError):
        return _write_tree(document, waiting, joined, report)


def _spliced(
    document: Document, waiting: Sequence[TranslationUnit], joined: set[str], report: Report
) -> bytes:
    first = document.files[0]
    starts = _first_units(document)
    changes: dict[int, Callable[[etree._Element], bool]] = {}
    for unit in waiting:
        place = unit.anchor.removesuffix(FIXED_SEGMENTS)
        if place.isdigit():
            changes[starts[unit.file_id] + int(place)] = _change(document, unit, joined)
    data = spliced(first.original, first.name, "unit", changes, report)
    if data == first.original or root_element(data, first.name).get("trgLang"):
        return data
    if next(elements(data, first.name, *core_tags("target")), None) is None:
        return data
    language = language_tag(first.pair.target)
    return with_attribute(data, first.name, "xliff", {0: language}, "trgLang")


def _first_units(document: Document) -> dict[str, int]:
    """Return the place of each file's first unit among all of the original."""
    places = {file.id: int(json.loads(file.extraction)["file"]) for file in document.files}
    if not any(places.values()):
        return places
    first = document.files[0]
    counts: Counter[int] = Counter()
    last, at = None, 0
    for element in elements(first.original, first.name, "{*}unit"):
        file = next(element.iterancestors(*core_tags("file")), None)
        if file is None or core_name(element) != "unit":
            raise NotSpliceableError
        if file is not last:
            last, at = file, sum(1 for _ in file.itersiblings(*core_tags("file"), preceding=True))
        counts[at] += 1
    return {id_: sum(counts[before] for before in range(place)) for id_, place in places.items()}


def _change(
    document: Document, unit: TranslationUnit, joined: set[str]
) -> Callable[[etree._Element], bool]:
    language = language_tag(document.files[0].pair.target)

    def change(element: etree._Element) -> bool:
        _say_language(element.getroottree().getroot(), language)
        return _fill_unit(element, document, unit, joined)

    return change


def _say_language(root: etree._Element, language: str) -> None:
    """Let the root say the target language where it does not; targets may have to repeat it."""
    if not root.get("trgLang"):
        root.set("trgLang", language)


def _write_tree(
    document: Document, waiting: Sequence[TranslationUnit], joined: set[str], report: Report
) -> bytes:
    """Write the whole file anew where a unit changed."""
    first = document.files[0]
    root = parse(first.original, first.name, whole=True)
    files = children(root, "file")
    units = {
        file.id: list(files[json.loads(file.extraction)["file"]].iter(*core_tags("unit")))
        for file in document.files
    }
    changed, count = False, len(waiting)
    for number, unit in enumerate(waiting):
        if number % UNITS_A_REPORT == 0:
            report(number, count)
        place = unit.anchor.removesuffix(FIXED_SEGMENTS)
        if place.isdigit():
            element = units[unit.file_id][int(place)]
            changed = _fill_unit(element, document, unit, joined) or changed
    if not changed:
        return first.original
    if next(root.iter(*core_tags("target")), None) is not None:
        _say_language(root, language_tag(first.pair.target))
    return serialize(root, first.original)


def _fill_unit(
    element: etree._Element, document: Document, unit: TranslationUnit, joined: set[str]
) -> bool:
    found = read_unit(element, "", unit.anchor)
    if found is None:
        return False
    filled = fillings(found.unit.segments, document, unit, tells_rejected=True)
    changed = [pair for pair in zip(found.places, filled, strict=False) if pair[1].changed]
    if changed:
        _fill_places(element, changed, unit, found)
    if any(filling.is_mixed for _, filling in changed):
        joined.add(unit.id)
    noted = _put_note(element, document, unit, found)
    return bool(changed) or noted


def _fill_places(
    element: etree._Element,
    changed: list[tuple[Place, Filling]],
    unit: TranslationUnit,
    found: FoundUnit,
) -> None:
    retyped = [place for place, filling in changed if _is_new(place, filling)]
    for place in retyped:
        target = child(place.element, "target")
        if target is not None:
            empty(target)
    parts = children(element, "segment", "ignorable")
    taken = {part.get("id", "") for part in parts}
    taken |= {e.get("id", "") for part in parts for e in inline(child(part, "target"))}
    known = elements_for(unit.codes, found.unit.codes, found.elements)
    restorer = Restorer(dialect_of(element), unit.codes, known, taken)
    for place, filling in changed:
        _fill(place, filling, restorer)
    mend_pairs(element, [place.element for place in retyped])


def _fill(place: Place, filling: Filling, restorer: Restorer) -> None:
    segment = place.element
    target = child(segment, "target")
    if filling.text is None:
        if target is not None:
            segment.remove(target)
        _set_state(segment, SegmentState.INITIAL, None)
        return
    if target is None:
        target = _new_target(segment)
    if _is_new(place, filling):
        restorer.put(target, _with_edges(place, target, filling.text))
    mark = DRAFT if filling.is_draft else None
    if filling.text == place.segment.source and filling.state is SegmentState.EDITED:
        mark = EDITED
    if filling.rejected and not filling.is_draft:
        mark = segment.get("subState") if is_rejected(segment) else REJECTED
    _set_state(segment, SegmentState.INITIAL if filling.is_draft else filling.state, mark)


def _is_new(place: Place, filling: Filling) -> bool:
    """Tell whether a place is to hold another text than it does."""
    return filling.retyped and filling.text != place.target


def _with_edges(place: Place, target: etree._Element, text: str) -> str:
    """Return a text as it is written, and let the target keep its white space where it has to."""
    if not text:
        return ""
    kept = preserves_space(target)
    if not kept and needs_keeping(text):
        _keep_space(place.element, target)
    if kept or not needs_keeping(f"{place.around.lead}-{place.around.trail}"):
        return f"{place.around.lead}{text}{place.around.trail}"
    return text


def _keep_space(segment: etree._Element, target: etree._Element) -> None:
    """Let white space be text in a target and, as the rules want it, in its source as well.

    What is only indentation there becomes the one space that it means.
    """
    target.set(SPACE, "preserve")
    source = child(segment, "source")
    if source is None or preserves_space(source):
        return
    source.set(SPACE, "preserve")
    for element in source.iter():
        if element.text and isinstance(element.tag, str):
            element.text = unwrapped(element.text)
        if element.tail and element is not source:
            element.tail = unwrapped(element.tail)


def _new_target(segment: etree._Element) -> etree._Element:
    source = child(segment, "source")
    assert source is not None
    target = segment.makeelement(beside(segment, "target"))
    if source.get(SPACE):
        target.set(SPACE, source.get(SPACE, ""))
    if any(e.get(LANG) for e in segment.iterancestors()):
        language = segment.getroottree().getroot().get("trgLang")
        if language:
            target.set(LANG, language)
    tail = source.tail
    source.addnext(target)
    source.tail, target.tail = segment.text, tail
    return target


def _set_state(segment: etree._Element, state: SegmentState, mark: str | None) -> None:
    name = STATE_NAMES[state]
    if segment.get("state", "initial") != name:
        segment.set("state", name)
        if segment.get("subState"):
            del segment.attrib["subState"]
    if mark is not None:
        segment.set("state", name)
        segment.set("subState", mark)
    elif segment.get("subState", "").endswith(":draft") or is_rejected(segment):
        del segment.attrib["subState"]


def _put_note(
    element: etree._Element, document: Document, unit: TranslationUnit, found: FoundUnit
) -> bool:
    """Put what was typed into our own note; those of others stay as they are."""
    notes = below(element, "notes", "note")
    ours = next((note for note in notes if note.get("category") == CATEGORY), None)
    others = text_of([note for note in notes if note is not ours])
    text = own_note(others, *notes_of(found.unit, document, unit))
    if text is None:
        return False
    if ours is None and text:
        ours = _new_note(element)
    if ours is not None and text:
        ours.text = clean(text)
    elif ours is not None:
        holder = ours.getparent()
        take_out(holder if holder is not None and len(notes) == 1 else ours)
    return True


def _new_note(unit: etree._Element) -> etree._Element:
    notes = child(unit, "notes")
    if notes is None:
        after = ("originalData", "segment", "ignorable")
        place = next(at for at, found in enumerate(unit) if core_name(found) in after)
        notes = unit.makeelement(beside(unit, "notes"))
        unit.insert(place, notes)
    note = unit.makeelement(beside(unit, "note"), {"appliesTo": "target", "category": CATEGORY})
    notes.append(note)
    return note
