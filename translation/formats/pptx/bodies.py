"""Where the paragraphs of a part are, in the order they stand, and what each is."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from translation.formats.pptx.names import ALTERNATE, MC, PLACEHOLDER, SHAPE, TBL, P, is_on
from translation.formats.pptx.presentation import Kind
from translation.formats.safe_xml import local_name
from translation.model.segment import Role

if TYPE_CHECKING:
    from lxml import etree

    from translation.formats.pptx.presentation import Part

_TITLES = frozenset({"title", "ctrTitle"})
_LISTS = frozenset({"body", "obj", ""})
_NOT_NOTES = frozenset({"dt", "ftr", "hdr", "sldImg", "sldNum"})


@dataclass(frozen=True, slots=True)
class Spot:
    """A paragraph: the shape and the table around it, if any.

    ``place`` is what the shape is a placeholder for, None where it is none. ``twin`` is the same
    paragraph in the form for older programs.
    """

    paragraph: etree._Element
    shape: etree._Element | None
    table: etree._Element | None
    place: str | None
    twin: etree._Element | None = None
    is_hidden: bool = False


def spots(part: Part) -> list[Spot]:
    """Return the paragraphs of a part."""
    twins, second = _twins(part.root)
    bodies: dict[etree._Element | None, Spot] = {}
    found: list[Spot] = []
    for paragraph in part.root.iter(*P):
        if paragraph in second:
            continue
        body = paragraph.getparent()
        if body not in bodies:
            bodies[body] = _spot(paragraph)
        found.append(replace(bodies[body], paragraph=paragraph, twin=twins.get(paragraph)))
    if part.kind is Kind.NOTES:
        return [spot for spot in found if spot.place not in _NOT_NOTES]
    return found


def role_of(spot: Spot, kind: Kind) -> Role:
    """Return what a paragraph is by its place on the slide."""
    if spot.table is not None:
        return Role.CELL
    if kind is Kind.CHART:
        return Role.CAPTION
    if kind is not Kind.SLIDE or spot.place is None:
        return Role.PARAGRAPH
    if spot.place in _TITLES:
        return Role.HEADLINE
    if spot.place == "subTitle":
        return Role.SUBHEADING
    return Role.LIST_ITEM if spot.place in _LISTS else Role.PARAGRAPH


def placeholder(shape: etree._Element) -> etree._Element | None:
    """Return what a shape says of the placeholder it fills, None where it fills none."""
    first = next(shape.iterchildren("*"), None)
    return None if first is None else next(first.iter(*PLACEHOLDER), None)


def _spot(paragraph: etree._Element) -> Spot:
    """Return what is around a paragraph, and all others of the same text."""
    shape = table = None
    is_hidden = False
    for around in paragraph.iterancestors():
        if around.tag in TBL and table is None:
            table = around
        elif around.tag in SHAPE and shape is None:
            shape = around
        is_hidden = is_hidden or _is_hidden(around)
    found = None if shape is None else placeholder(shape)
    place = None if found is None else found.get("type", "")
    return Spot(paragraph, shape, table, place, is_hidden=is_hidden)


def _is_hidden(around: etree._Element) -> bool:
    """Tell whether a shape, frame or group is switched off in the selection pane."""
    first = next(around.iterchildren("*"), None)
    if first is None or not local_name(first).startswith("nv"):
        return False
    return any(is_on(element.get("hidden")) for element in first.iterchildren("{*}cNvPr"))


def _twins(
    root: etree._Element,
) -> tuple[dict[etree._Element, etree._Element], set[etree._Element]]:
    """Return the twin of each paragraph that has one, and all that stand there once more."""
    twins: dict[etree._Element, etree._Element] = {}
    second: set[etree._Element] = set()
    for alternate in root.iter(ALTERNATE):
        forms = [list(form.iter(*P)) for form in alternate.iterchildren(f"{{{MC}}}*")]
        with_text = [form for form in forms if form]
        for other in with_text[1:]:
            second.update(other)
            if len(other) == len(with_text[0]):
                twins.update(zip(with_text[0], other, strict=True))
    return twins, second
