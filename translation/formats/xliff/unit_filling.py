"""Putting what a unit is now into its trans-unit: targets, states and the note that is ours."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import replace
from typing import TYPE_CHECKING

from translation.formats.code_matching import elements_for
from translation.formats.code_restoring import Dialect, Restorer, empty, take_out
from translation.formats.code_table import CodeTable
from translation.formats.in_place import fillings, notes_of, own_note
from translation.formats.safe_xml import clean, local_name
from translation.formats.white_space import needs_keeping
from translation.formats.xliff.foreign import parts_of
from translation.formats.xliff.inline import InlineReader
from translation.formats.xliff.marks import Mark, marks_below, read_marks
from translation.formats.xliff.names import (
    DRAFT_STATE,
    MT_QUALIFIERS,
    MT_SUGGESTION,
    REJECTED,
    SPACE,
    STATE_NAMES,
    TOOL,
    is_rejected,
)
from translation.formats.xliff.pieces import keeps_space
from translation.formats.xliff.segments import said_state, text_of
from translation.formats.xliff.surroundings import surrounding
from translation.model.segment import SegmentState

if TYPE_CHECKING:
    from lxml import etree

    from translation.formats.in_place import Filling
    from translation.formats.white_space import Edges
    from translation.formats.xliff.foreign import FoundUnit
    from translation.model.document import Document
    from translation.model.segment import TranslationUnit

_ORDER = tuple(SegmentState)


def fill_unit(
    found: FoundUnit, document: Document, unit: TranslationUnit, joined: set[str]
) -> bool:
    """Fill a unit's places; False where nothing changed.

    Its id is added to ``joined`` where segments had to share one state.
    """
    filled = fillings(found.unit.segments, document, unit, tells_rejected=True)
    own_words = all(vendor and vendor.vendor.by_machine for vendor in found.vendors)
    if not own_words and not all(one.is_draft or one.text is None for one in filled):
        filled = [_without_draft(one) for one in filled]
    if any(one.changed for one in filled):
        elements = elements_for(unit.codes, found.unit.codes, found.reader.elements)
        restorer = Restorer(_DIALECT, unit.codes, elements)
        if found.sources:
            _fill_marks(found, filled, restorer)
        elif _is_new(found, filled, 0):
            _fill_whole(found, filled[0], restorer)
        said = [
            one.changed
            and vendor is not None
            and vendor.put(one.state, one.is_draft, _is_new(found, filled, at), one.rejected)
            for at, (one, vendor) in enumerate(zip(filled, found.vendors, strict=False))
        ]
        target = parts_of(found.element).get("target")
        wanted = said != [one.changed for one in filled]
        if target is not None and (wanted or target.get("state") is not None):
            _set_state(found, target, filled)
        shares = target is not None and target.get("state") is not None and _differ(filled)
        if shares or any(one.is_mixed for one in filled):
            joined.add(unit.id)
    noted = _put_note(found, document, unit)
    return any(one.changed for one in filled) or noted


def _put_note(found: FoundUnit, document: Document, unit: TranslationUnit) -> bool:
    """Put what was typed into our own note; those of others stay as they are."""
    notes = [child for child in found.element if local_name(child) == "note"]
    ours = next((note for note in notes if note.get("from") == TOOL), None)
    others = text_of([note for note in notes if note is not ours])
    text = own_note(others, *notes_of(found.unit, document, unit))
    if text is None:
        return False
    if ours is None and text:
        ours = _add(found.element, "note", notes[-1] if notes else None)
        ours.set("from", TOOL)
    if ours is not None and text:
        ours.text = clean(text)
    elif ours is not None:
        take_out(ours)
    return True


def _without_draft(filling: Filling) -> Filling:
    """Leave a draft out where it stands beside accepted targets: they share one state."""
    return replace(filling, text=None, is_draft=False) if filling.is_draft else filling


def _fill_whole(found: FoundUnit, filling: Filling, restorer: Restorer) -> None:
    target = parts_of(found.element).get("target")
    if target is None:
        target = _add(found.element, "target")
    marks = marks_below(target)
    place = marks[0] if len(marks) == 1 and not found.reader.shows_marks else target
    for outer in (target, place):
        empty(outer)
    if place is not target:
        target.append(place)
    if filling.text:
        text = _with_edges(found, target, filling.text, found.edges(0))
        restorer.put(place, text)


def _is_new(found: FoundUnit, filled: list[Filling], at: int) -> bool:
    """Tell whether a place is to hold another text than it does."""
    return filled[at].retyped and filled[at].text != found.target(at)


def _with_edges(found: FoundUnit, target: etree._Element, text: str, around: Edges) -> str:
    """Return a text as it is written, and let the target keep its white space where it has to."""
    given = keeps_space(found.element, surrounding(found.element).keeps_space)
    kept = keeps_space(target, given)
    if not kept and needs_keeping(text):
        target.set(SPACE, "preserve")
    if kept or not needs_keeping(f"{around.lead}-{around.trail}"):
        return f"{around.lead}{text}{around.trail}"
    return text


def _fill_marks(found: FoundUnit, filled: list[Filling], restorer: Restorer) -> None:
    target = parts_of(found.element).get("target")
    marks = found.marks
    if target is None or not any(marks):
        target, marks = _copied_marks(found, target)
    retyped = [at for at in range(min(len(marks), len(filled))) if _is_new(found, filled, at)]
    for mark in [mark for at in retyped for mark in marks[at]]:
        empty(mark.element)
        for run in mark.outside:
            run.take_out()
    for at in retyped:
        text = filled[at].text
        if text is not None and not marks[at]:
            marks[at] = (_added_mark(found, at, target, marks),)
        if text:
            text = _with_edges(found, target, text, found.edges(at))
            restorer.put(marks[at][0].element, text)


def _copied_marks(
    found: FoundUnit, target: etree._Element | None
) -> tuple[etree._Element, list[tuple[Mark, ...]]]:
    """Put the marks of the seg-source into a target that has none, with what is around them."""
    if target is None:
        target = _add(found.element, "target")
    copy = deepcopy(parts_of(found.element)["seg-source"])
    made = read_marks(copy, InlineReader(CodeTable("")))
    for mark in made:
        for run in mark.outside:
            run.take_out()
        empty(mark.element)
    empty(target)
    target.text = copy.text
    target.extend(list(copy))
    return target, [(mark,) for mark in made]


def _added_mark(
    found: FoundUnit, at: int, target: etree._Element, marks: list[tuple[Mark, ...]]
) -> Mark:
    """Put a mark that the target lacks behind the one before it."""
    source = found.sources[at]
    made = deepcopy(source.element)
    empty(made)
    made.tail = None
    before = next((group[-1].element for group in reversed(marks[:at]) if group), None)
    if before is None:
        made.tail, target.text = target.text, None
        target.insert(0, made)
    else:
        gap = found.sources[at - 1].element.tail or ""
        made.tail, before.tail = before.tail, None if gap.strip() else gap or None
        before.addnext(made)
    return Mark(source.mid, made, "", "")


def _differ(filled: list[Filling]) -> bool:
    return len({one.state for one in filled}) > 1


def _set_state(found: FoundUnit, target: etree._Element, filled: list[Filling]) -> None:
    with_text = [filling for filling in filled if filling.text is not None]
    now = min((one.state for one in filled), key=_ORDER.index, default=SegmentState.INITIAL)
    if with_text and all(one.is_draft for one in with_text):
        target.set("state", DRAFT_STATE)
        target.set("state-qualifier", MT_SUGGESTION)
        return
    if target.get("state-qualifier") in MT_QUALIFIERS:
        del target.attrib["state-qualifier"]
    same = [one.state for one in filled] == [one.state for one in found.unit.segments]
    if _set_rejection(target, any(one.rejected for one in filled)):
        same = False  # what the state said was said of that, too
    said = said_state(target.get("state", ""), found.element.get("approved") == "yes")
    if said is None or not (same or said is now):
        target.set("state", STATE_NAMES[now])
    if now is SegmentState.FINAL:
        found.element.set("approved", "yes")
    elif found.element.get("approved") == "yes" and not now.is_done:
        found.element.set("approved", "no")


def _set_rejection(target: etree._Element, rejected: bool) -> bool:
    """Say that a translation was sent back, or no more; False where that is said already.

    Another's word for why stays.
    """
    if rejected is is_rejected(target.get("state-qualifier")):
        return False
    if rejected:
        target.set("state-qualifier", REJECTED)
    else:
        del target.attrib["state-qualifier"]
    return True


def _add(
    trans_unit: etree._Element, name: str, before: etree._Element | None = None
) -> etree._Element:
    """Add an element after ``before``, else where its name stands among the others."""
    if before is None:
        parts = parts_of(trans_unit)
        order = ("target", "seg-source", "source") if name == "note" else ("seg-source", "source")
        before = next(parts[other] for other in order if other in parts)
    namespace = str(before.tag).rpartition("}")[0]
    element = trans_unit.makeelement(f"{namespace}}}{name}" if namespace else name)
    tail = before.tail
    before.addnext(element)
    before.tail, element.tail = trans_unit.text, tail
    return element


def _half(element: etree._Element, opens: bool) -> etree._Element | None:
    """Return the ``bx`` or ``ex`` of a ``g``; an annotation that overlaps is left out."""
    namespace, _, name = str(element.tag).rpartition("}")
    if name != "g":
        return None
    tag = "bx" if opens else "ex"
    attributes = {"id": element.get("id", ""), "rid": element.get("id", "")}
    return element.makeelement(f"{namespace}}}{tag}" if namespace else tag, attributes)


_DIALECT = Dialect(_half, lambda _copy, _taken: None, lambda _character: None)
