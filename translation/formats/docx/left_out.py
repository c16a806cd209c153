"""What of a Word document is not translated and stays as it is, counted by kind.

Hidden text, comments, tracked deletions, the letters of formulas, what stands above other words
(ruby), texts of pictures for those who cannot see them, tool tips, choices of lists, WordArt,
properties of the document, and the texts of charts, diagrams and documents within it.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from translation.formats.docx.names import FALLBACK, R_, R_PR, VAL, P, T, w
from translation.formats.field_instructions import shown
from translation.formats.notices import says
from translation.formats.safe_xml import local_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

    from translation.formats.docx.package import Package
    from translation.formats.docx.rules import Rules

_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_VML = "{urn:schemas-microsoft-com:vml}"
_CHOICES = {w("listItem"): w("displayText"), w("listEntry"): VAL}
_FIELD_CHARACTER, _INSTRUCTION, _SIMPLE_FIELD = w("fldChar"), w("instrText"), w("fldSimple")
_TIP = re.compile(r'\s*HYPERLINK\b.*\\o\s*"[^"]', re.IGNORECASE)
_ENTRY = re.compile(r'\s*(?:XE|TC)\s*"[^"]*[^\W\d_]', re.IGNORECASE)
_CHOOSING = re.compile(r"\s*(?:IF|ASK|FILLIN|SET)\b", re.IGNORECASE)
_QUOTED = re.compile(r'"([^"]*)"')
_DELETED_TEXT = {w("del"): w("delText"), w("moveFrom"): T}
_ALT = {
    w("tblCaption"): (VAL,),
    w("tblDescription"): (VAL,),
    "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr": (
        "descr",
        "title",
    ),
    **{f"{_VML}{name}": ("alt",) for name in ("shape", "rect", "oval", "group", "roundrect")},
}
_TIPS = {
    w("hyperlink"): (w("tooltip"),),
    w("helpText"): (VAL,),
    w("statusText"): (VAL,),
    "{http://schemas.openxmlformats.org/drawingml/2006/main}hlinkClick": ("tooltip",),
}
_ATTRIBUTES = (("alt_texts", _ALT), ("tips", _TIPS), ("word_art", {f"{_VML}textpath": ("string",)}))
_PROPERTIES = frozenset({"title", "subject", "description", "keywords", "category", "lpwstr"})
_LEFT_ALONE = ("chart", "chartEx", "diagramData", "aFChunk", "oleObject", "package")


def of_package(package: Package, rtl: bool) -> Counter[str]:
    """Count what stands beside the parts with text, in a script from right to left or another."""
    comments = package.root_of(package.main, "comments")
    counts = Counter(
        charts=package.count(_LEFT_ALONE),
        comments=0 if comments is None else sum(1 for _ in comments.iter(w("comment"))),
    )
    for kind in ("core-properties", "custom-properties"):
        root = package.root_of("", kind)
        if root is not None:
            counts["properties"] += sum(
                local_name(found) in _PROPERTIES and says(found.text, rtl)
                for found in root.iter("{*}*")
            )
    return counts


def of_part(root: etree._Element, rules: Rules, rtl: bool) -> Counter[str]:
    """Count what is left out of a part with text, in a script from right to left or another."""
    counts: Counter[str] = Counter(hidden=_hidden(root, rules))
    for kind, names in _ATTRIBUTES:
        for element in root.iter(*names):
            is_said = any(says(element.get(name), rtl) for name in names[str(element.tag)])
            counts[kind] += is_said and _is_first(element)
    for element in root.iter(*_DELETED_TEXT):
        text = element.iter(_DELETED_TEXT[str(element.tag)])
        counts["deleted"] += any(says(found.text) for found in text) and _is_first(element)
    counts["ruby"] = sum(_any_text(element, T) for element in root.iter(w("rt")))
    counts["formulas"] = sum(
        _any_text(element, f"{_MATH}t") for element in root.iter(f"{_MATH}oMath")
    )
    for said in _instructions(root):
        counts += _of_instruction(said, rtl)
    counts["choices"] = len(
        {
            element.getparent()
            for element in root.iter(*_CHOICES)
            if says(element.get(_CHOICES[str(element.tag)]), rtl)
        }
    )
    return counts


def _instructions(root: etree._Element) -> Iterator[str]:
    """Give what each field says, however many runs it is cut into; fields within are their own."""
    open_: list[list[str]] = []
    for element in root.iter(_FIELD_CHARACTER, _INSTRUCTION, _SIMPLE_FIELD):
        if not _is_first(element):
            continue
        kind = element.get(w("fldCharType"))
        if element.tag == _SIMPLE_FIELD:
            yield element.get(w("instr"), "")
        elif element.tag == _INSTRUCTION:
            if open_:
                open_[-1].append(element.text or "")
            else:
                yield element.text or ""
        elif kind == "begin":
            open_.append([])
        elif kind == "end" and open_:
            yield "".join(open_.pop())
    yield from map("".join, open_)


def _of_instruction(said: str, rtl: bool) -> Counter[str]:
    """Count what a field says beside its result: a tip, an entry, words it shows or may show."""
    field = shown(said)
    words = [field.text, *(_QUOTED.findall(said) if _CHOOSING.match(said) else ())]
    return Counter(
        tips=_TIP.match(said) is not None,
        entries=_ENTRY.match(said) is not None,
        ruby=says(field.above),
        formulas=field.is_formula,
        fields=any(says(text, rtl) for text in words),
    )


def _hidden(root: etree._Element, rules: Rules) -> int:
    """Count the stretches of hidden text; what stands there twice counts once."""
    if rules.hides_nothing:
        return 0
    count = 0
    by_place: dict[etree._Element | None, bool | None] = {}
    last = None
    for text in root.iter(T):
        run = text.getparent()
        if run is None or run.tag != R_ or not says(text.text):
            continue
        paragraph = next(run.iterancestors(P), None)
        if paragraph is not None and paragraph not in by_place:
            by_place[paragraph] = rules.hides_by_place(paragraph)
        if rules.hides(run.find(R_PR), by_place.get(paragraph)) and _is_first(run):
            count += last is None or last is not run.getprevious()
            last = run
    return count


def _is_first(element: etree._Element) -> bool:
    """Tell whether this is no older form of a shape that stands there already."""
    return next(element.iterancestors(FALLBACK), None) is None


def _any_text(element: etree._Element, tag: str) -> bool:
    return any(says(found.text) for found in element.iter(tag)) and _is_first(element)
