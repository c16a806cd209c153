"""TMX 1.4: confirmed pairs out; translation memories in.

Specification: LISA OSCAR TMX 1.4b (2005). Out, ``tuid`` is the segment's id; its unit, role
and state stand in ``prop`` elements. In, languages are matched by their primary subtag.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from translation.errors import ExportError, InputError
from translation.formats import code_elements
from translation.formats.code_table import CodeTable
from translation.formats.safe_xml import clean, local_name, parse
from translation.formats.spec import Written
from translation.formats.xliff_inline import InlineReader
from translation.formats.xliff_names import CHARACTER, LANG
from translation.model.imported import ImportedFile, ImportedSegment, ImportedUnit
from translation.model.language import LanguagePair, primary_subtag
from translation.model.segment import Origin, Role, SegmentState

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lxml import etree

    from translation.formats.code_elements import CodeElement
    from translation.formats.spec import ReadOptions, WriteOptions
    from translation.model.document import Document
    from translation.model.inline import InlineCode
    from translation.model.segment import Segment, TranslationUnit

FORMAT = "tmx"
_TOOL = "Muraji"
_DOCTYPE = '<!DOCTYPE tmx SYSTEM "tmx14.dtd">'


def write(document: Document, options: WriteOptions) -> Written:
    """Write the segments that are confirmed or beyond; ExportError nothing where none is."""
    from lxml import etree

    source_language = document.files[0].pair.source if document.files else ""
    root = etree.Element("tmx", {"version": "1.4"})
    root.text = "\n"
    header = {
        "creationtool": _TOOL,
        "creationtoolversion": "1",
        "segtype": "sentence",
        "o-tmf": _TOOL,
        "adminlang": "en",
        "srclang": source_language,
        "datatype": "plaintext",
    }
    etree.SubElement(root, "header", header).tail = "\n"
    body = etree.SubElement(root, "body")
    body.text = body.tail = "\n"
    for unit, segments in document.by_unit():
        for segment in segments:
            if segment.state.is_done and segment.target is not None and not unit.is_furniture:
                _tu(body, document.file(unit.file_id).pair, unit, segment, source_language)
    if not len(body):
        raise ExportError("nothing", file=options.name)
    data = etree.tostring(root, xml_declaration=True, encoding="UTF-8", doctype=_DOCTYPE)
    return Written(data + b"\n")


def _tu(
    body: etree._Element,
    pair: LanguagePair,
    unit: TranslationUnit,
    segment: Segment,
    source_language: str,
) -> None:
    from lxml import etree

    attributes = {"tuid": clean(segment.id)}
    if pair.source != source_language:
        attributes["srclang"] = pair.source
    tu = etree.SubElement(body, "tu", attributes)
    tu.tail = "\n"
    if segment.note:
        etree.SubElement(tu, "note").text = clean(segment.note)
    for kind, value in (
        ("x-unit", clean(unit.id)),
        ("x-role", unit.role.value),
        ("x-state", segment.state.value),
    ):
        etree.SubElement(tu, "prop", {"type": kind}).text = value
    _tuv(tu, pair.source, segment.source, unit.codes)
    _tuv(tu, pair.target, segment.target or "", unit.codes)


def _tuv(tu: etree._Element, language: str, text: str, codes: Sequence[InlineCode]) -> None:
    from lxml import etree

    tuv = etree.SubElement(tu, "tuv", {LANG: language})
    code_elements.write_text(etree.SubElement(tuv, "seg"), text, codes, _tag_of)


def _tag_of(element: CodeElement) -> tuple[str, dict[str, str]]:
    if element.number is None:
        return "ph", {"type": CHARACTER}
    attributes = {} if element.name == "ept" else {"x": str(element.number)}
    if element.pair is not None:
        attributes["i"] = str(element.pair)
    if element.name == "it":
        attributes["pos"] = "begin" if element.opens else "end"
    return element.name, attributes


class _TmxReader(InlineReader):
    """Reads ``seg`` elements: ``x`` ties source and target, ``i`` the halves of a pair."""

    def __init__(self, table: CodeTable) -> None:
        super().__init__(table, ours=True)
        self._links: dict[str, str] = {}

    def seg(self, element: etree._Element) -> str:
        self._links = {
            child.get("i", ""): child.get("x", child.get("i", ""))
            for child in element.iter("{*}bpt")
        }
        return self.text(element)

    def link(self, child: etree._Element) -> str | None:
        if local_name(child) == "ept":
            return self._links.get(child.get("i", ""), child.get("i"))
        return child.get("x") or child.get("i")


def read(data: bytes, options: ReadOptions) -> list[ImportedFile]:
    """Read the pairs of two languages: those of ``options.pair``, else the file's first two.

    A unit for each ``tu`` that has the source language. Raises InputError: bad_xml,
    xml_entities, wrong_format, no_text, too_many_codes.
    """
    root = parse(data, options.name)
    if local_name(root) != "tmx":
        detail = f"its root element is <{local_name(root)}>"
        raise InputError("wrong_format", file=options.name, format="TMX", detail=detail)
    pair = _pair(root, options)
    taken: set[str] = set()
    units = tuple(_units(root, pair, options.name, taken)) if pair else ()
    if not units:
        raise InputError("no_text", file=options.name)
    return [ImportedFile(options.name, FORMAT, data, units, pair)]


def _pair(root: etree._Element, options: ReadOptions) -> LanguagePair | None:
    """Choose the languages; tags as the file spells them."""
    found: dict[str, str] = {}
    for tuv in root.iter("{*}tuv"):
        language = _language(tuv)
        found.setdefault(primary_subtag(language), language)
    found.pop("", None)
    if options.pair:
        wanted = (primary_subtag(options.pair.source), primary_subtag(options.pair.target))
        return options.pair if all(language in found for language in wanted) else None
    if len(found) < 2:  # two varieties of one language, such as en-US and en-GB
        tags = dict.fromkeys(_language(tuv) for tuv in root.iter("{*}tuv"))
        return LanguagePair(*list(tags)[:2]) if len(tags) > 1 else None
    header = root.find("{*}header")
    named = primary_subtag(header.get("srclang", "")) if header is not None else ""
    source = named if named in found else next(iter(found))
    # Of a memory in many languages, the two this program is mostly used for come first.
    favoured = {"ar": "en", "en": "ar"}.get(source, "")
    others = [language for language in found if language != source]
    target = favoured if favoured in others else others[0]
    return LanguagePair(found[source], found[target])


def _language(tuv: etree._Element) -> str:
    return tuv.get(LANG) or tuv.get("lang") or ""


def _units(
    root: etree._Element, pair: LanguagePair, name: str, taken: set[str]
) -> Iterator[ImportedUnit]:
    for number, tu in enumerate(root.iter("{*}tu"), start=1):
        source, target = _seg(tu, pair.source), _seg(tu, pair.target)
        if source is None:
            continue
        reader = _TmxReader(CodeTable(name))
        text = reader.seg(source)
        core = text.strip()
        if not core:
            continue
        start = text.find(core)
        translation = reader.seg(target) if target is not None else None
        props = {prop.get("type", ""): prop.text or "" for prop in tu.iterfind("{*}prop")}
        id_ = tu.get("tuid")
        segment = ImportedSegment(
            core,
            translation,
            _state(props.get("x-state"), translation),
            None if id_ in taken else id_,
            text[:start],
            text[start + len(core) :],
            note="\n".join(note.text or "" for note in tu.iterfind("{*}note")),
            origin=None if translation is None or "x-state" in props else Origin.TM,
        )
        taken.add(id_ or "")
        role = props.get("x-role", "")
        yield ImportedUnit(
            segments=(segment,),
            role=Role(role) if role in set(Role) else Role.PARAGRAPH,
            codes=reader.table.codes,
            anchor=str(number),
        )


def _seg(tu: etree._Element, language: str) -> etree._Element | None:
    """Return the text in a language: of the very tag if there is one, else of its family."""
    family = [
        tuv
        for tuv in tu.iterfind("{*}tuv")
        if primary_subtag(_language(tuv)) == primary_subtag(language)
    ]
    exact = [tuv for tuv in family if _language(tuv).lower() == language.lower()]
    chosen = (exact or family)[:1]
    return chosen[0].find("{*}seg") if chosen else None


def _state(name: str | None, target: str | None) -> SegmentState:
    """Return the state; the pairs of a memory are somebody's word unless it says otherwise."""
    if target is None:
        return SegmentState.INITIAL
    return SegmentState(name) if name in set(SegmentState) else SegmentState.CONFIRMED
