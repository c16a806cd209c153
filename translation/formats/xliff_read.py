"""Reading XLIFF 1.2: our own exports with all they carry, and everybody else's.

Ours are known by the tool that the file names; there, groups are units. Elsewhere each
trans-unit is a unit, and each ``mrk`` of its ``seg-source`` a segment.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from translation.errors import InputError
from translation.formats import xliff2_read
from translation.formats.code_table import CodeTable
from translation.formats.safe_xml import local_name, parse
from translation.formats.xliff_common import language_pair
from translation.formats.xliff_foreign import foreign_unit
from translation.formats.xliff_names import ROLES, TOOL
from translation.formats.xliff_own import own_unit
from translation.model.imported import ImportedFile, ImportedUnit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

    from translation.formats.spec import ReadOptions
    from translation.model.language import LanguagePair

FORMAT = "xliff"


def read(data: bytes, options: ReadOptions) -> list[ImportedFile]:
    """Read an XLIFF 1.x file, one ImportedFile for each ``file`` with trans-units.

    One that says version 2 is read as that. Ids that occur twice are kept once. Raises
    InputError: bad_xml, xml_entities, wrong_format, no_text, too_many_codes.
    """
    root = parse(data, options.name)
    version = root.get("version", "")
    if local_name(root) != "xliff":
        detail = f"its root element is <{local_name(root)}>"
        raise InputError("wrong_format", file=options.name, format="XLIFF", detail=detail)
    if version.startswith("2."):
        return xliff2_read.read_root(root, data, options)
    if not version.startswith("1."):
        detail = f"it says version {version}" if version else "it names no version"
        raise InputError("wrong_format", file=options.name, format="XLIFF 1.2", detail=detail)
    elements = [e for e in root if local_name(e) == "file"]
    taken: set[str] = set()
    read_files = [(e, _FileReader(e, options, taken).units()) for e in elements]
    files = [
        ImportedFile(
            _file_name(element, options, len([1 for _, units in read_files if units])),
            FORMAT,
            data,
            units,
            _pair(element, options),
            extraction=json.dumps({"datatype": element.get("datatype", ""), "file": place}),
        )
        for place, (element, units) in enumerate(read_files)
        if units
    ]
    if not files:
        raise InputError("no_text", file=options.name)
    return files


def is_ours(file: etree._Element) -> bool:
    """Tell whether we wrote this ``file`` element."""
    return file.get("tool-id") == TOOL


def _file_name(file: etree._Element, options: ReadOptions, count: int) -> str:
    """Return the original's name where we wrote it, or where it tells several files apart."""
    original = file.get("original", "")
    return original if original and (is_ours(file) or count > 1) else options.name


def _pair(file: etree._Element, options: ReadOptions) -> LanguagePair | None:
    return language_pair(file.get("source-language"), file.get("target-language"), options)


class _FileReader:
    def __init__(self, file: etree._Element, options: ReadOptions, taken: set[str]) -> None:
        self.file = file
        self.name = options.name
        self.taken = taken

    def units(self) -> tuple[ImportedUnit, ...]:
        found = _ours if is_ours(self.file) else _foreign
        return tuple(found(self))

    def fresh(self, id_: str | None) -> str | None:
        """Return the id where it is met for the first time, else None."""
        if not id_ or id_ in self.taken:
            return None
        self.taken.add(id_)
        return id_


def _ours(reader: _FileReader) -> Iterator[ImportedUnit]:
    body = next((e for e in reader.file if local_name(e) == "body"), None)
    for element in body if body is not None else ():
        if local_name(element) == "group" and element.get("restype") in ROLES:
            yield own_unit(element, reader.name, reader.fresh)
        else:  # put in by somebody else since
            yield from _trans_units(element, reader)


def _foreign(reader: _FileReader) -> Iterator[ImportedUnit]:
    return _trans_units(reader.file, reader)


def _trans_units(element: etree._Element, reader: _FileReader) -> Iterator[ImportedUnit]:
    for trans_unit in element.iter("{*}trans-unit"):
        found = foreign_unit(trans_unit, CodeTable(reader.name), reader.fresh)
        if found is not None:
            yield found.unit
