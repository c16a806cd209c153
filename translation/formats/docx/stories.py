"""Where the paragraphs of a DOCX are, in reading order, and what each is.

A shape stands twice in a file, in a modern form and in one for older programs
(mc:AlternateContent): paragraphs of the second are the twins of those of the first.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from translation.formats.docx.names import (
    ALTERNATE,
    CHOICE,
    FALLBACK,
    P_PR,
    TBL,
    TC,
    VAL,
    P,
    T,
    w,
)
from translation.formats.docx.styles import style_of
from translation.model.segment import Role

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

    from translation.formats.docx.rules import Rules
    from translation.formats.docx.styles import Styles

_TEXT_BOX = w("txbxContent")
_DELETED = (w("del"), w("moveFrom"))


@dataclass(frozen=True, slots=True)
class Spot:
    """A paragraph; ``table`` is the innermost table around it, ``twin`` its older form.

    ``before`` are the paragraphs before it that are one with it, their marks being deleted;
    ``goes_on`` says that this is such a one itself.
    """

    paragraph: etree._Element
    table: etree._Element | None
    twin: etree._Element | None = None
    before: tuple[etree._Element, ...] = ()
    goes_on: bool = False

    @property
    def paragraphs(self) -> tuple[etree._Element, ...]:
        """All that are one paragraph once the deletions are accepted."""
        return (*self.before, self.paragraph)


def spots(root: etree._Element, rules: Rules) -> list[Spot]:
    """Return the paragraphs of a part in reading order."""
    twins, second = _twins(root)
    before = _before(root, rules)
    going_on = {one for found in before.values() for one in found}
    return [
        Spot(
            paragraph,
            _table(paragraph),
            twins.get(paragraph),
            tuple(before.get(paragraph, ())),
            paragraph in going_on,
        )
        for paragraph in root.iter(P)
        if paragraph not in second and _is_own(paragraph)
    ]


def _before(root: etree._Element, rules: Rules) -> dict[etree._Element, list[etree._Element]]:
    """Return the paragraphs that run on into another one, by that.

    None does that is hidden while the other is not: what goes there would be seen.
    """
    before: dict[etree._Element, list[etree._Element]] = {}
    if not rules.joins():
        return before
    for mark in root.iter(*_DELETED):
        properties = mark.getparent()
        outer = None if properties is None else properties.getparent()
        paragraph = None if outer is None or outer.tag != P_PR else outer.getparent()
        following = None if paragraph is None else paragraph.getnext()
        if paragraph is None or following is None or following.tag != P:
            continue
        if rules.hides_by_place(paragraph) == rules.hides_by_place(following):
            earlier = before.pop(paragraph, [])
            if earlier or _holds_text(paragraph):
                earlier.append(paragraph)
                before[following] = earlier
    return before


def _holds_text(paragraph: etree._Element) -> bool:
    """Tell whether anything is left of a paragraph: one moved away or deleted stays where it is."""
    return any(
        found.text and next(found.iterancestors(*_DELETED), None) is None
        for found in paragraph.iter(T)
    )


def twin_paragraphs(twin: etree._Element, rules: Rules) -> tuple[etree._Element, ...]:
    """Return the paragraphs that are one with a twin, itself the last."""
    parent = twin.getparent()
    before = {} if parent is None else _before(parent, rules)
    return (*before.get(twin, ()), twin)


def _is_own(paragraph: etree._Element) -> bool:
    """Tell whether a paragraph stands where Word allows one: in another, only in a text box."""
    around = next(paragraph.iterancestors(P, _TEXT_BOX), None)
    return around is None or around.tag == _TEXT_BOX


def _twins(
    root: etree._Element,
) -> tuple[dict[etree._Element, etree._Element], set[etree._Element]]:
    """Return the twin of each paragraph that has one, and all paragraphs that stand there twice."""
    twins: dict[etree._Element, etree._Element] = {}
    second: set[etree._Element] = set()
    for alternate in root.iter(ALTERNATE):
        choice, fallback = alternate.find(CHOICE), alternate.find(FALLBACK)
        if choice is None or fallback is None:
            continue
        first = list(_shown(choice))
        others = list(_shown(fallback))
        if first:
            second.update(fallback.iter(P))
            if len(first) == len(others):
                twins.update(zip(first, others, strict=True))
    return twins, second


def _shown(branch: etree._Element) -> Iterator[etree._Element]:
    """Give the paragraphs of one form of a shape, shapes in it in their modern form only."""
    hidden: set[etree._Element] = set()
    for fallback in branch.iter(FALLBACK):
        if fallback is not branch:
            hidden.update(fallback.iter(P))
    return (paragraph for paragraph in branch.iter(P) if paragraph not in hidden)


def _table(paragraph: etree._Element) -> etree._Element | None:
    """Return the innermost table around a paragraph; a text box in a cell is no cell."""
    for ancestor in paragraph.iterancestors(TC, _TEXT_BOX):
        if ancestor.tag == _TEXT_BOX:
            return None
        return next(ancestor.iterancestors(TBL), None)
    return None


def role_of(spot: Spot, styles: Styles) -> Role:
    """Return what a paragraph is, by its place, its style and its own properties."""
    if spot.table is not None:
        return Role.CELL
    properties = spot.paragraph.find(P_PR)
    role = styles.role(style_of(properties, "pStyle"))
    if role is not Role.PARAGRAPH or properties is None:
        return role
    level = properties.find(w("outlineLvl"))
    if level is not None and level.get(VAL, "9") < "9":
        return Role.SUBHEADING
    number = properties.find(f"{w('numPr')}/{w('numId')}")
    return Role.LIST_ITEM if number is not None and number.get(VAL) != "0" else role
