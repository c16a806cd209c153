"""The pairs of a TMX 1.4 translation memory, without its inline codes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from translation.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

MAX_BYTES = 512 << 20
_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_CODES = ("bpt", "ept", "ph", "it", "ut")
"""Elements of a segment whose content is markup of the original, not text."""


def read_tmx(path: Path, languages: tuple[str, str]) -> Iterator[tuple[str, str]]:
    """Yield source and target of every unit that has both languages.

    A region is ignored (ar-EG is ar). Nothing outside the file is read, and a file that declares
    entities is refused. Raises InputError and OSError.
    """
    for unit in _parse(path).iter("tu"):
        texts: dict[str, str] = {}
        for variant in unit.iterfind("tuv"):
            tag = variant.get(_XML_LANG) or variant.get("lang") or ""
            segment = variant.find("seg")
            if segment is not None:
                language = tag.replace("_", "-").split("-")[0].lower()
                texts.setdefault(language, " ".join("".join(_text(segment)).split()))
        if all(language in texts for language in languages):
            yield texts[languages[0]], texts[languages[1]]


def _parse(path: Path) -> Any:
    from lxml import etree

    if path.stat().st_size > MAX_BYTES:
        raise InputError("too_large", file=path.name, limit="512 MiB")
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, dtd_validation=False
    )
    try:
        tree = etree.fromstring(path.read_bytes(), parser).getroottree()
    except (etree.XMLSyntaxError, ValueError) as error:
        raise InputError("bad_xml", file=path.name, detail=str(error)[:200]) from error
    declared: Any = tree.docinfo.internalDTD
    if declared is not None and declared.entities():
        raise InputError("xml_entities", file=path.name)
    root = tree.getroot()
    if root.tag != "tmx":
        detail = f"its root element is “{str(root.tag)[:60]}”"
        raise InputError("wrong_format", file=path.name, format="TMX", detail=detail)
    return root


def _text(element: Any) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        if isinstance(child.tag, str) and child.tag not in _CODES:
            yield from _text(child)
        yield child.tail or ""
