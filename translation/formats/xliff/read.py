"""Reading XLIFF 1.2: our own exports with all they carry, and everybody else's.

Ours are known by the tool that the file names; there, groups are units. Elsewhere each
trans-unit is a unit, and each ``mrk`` of its ``seg-source`` a segment.
"""

from __future__ import annotations

import json
import re
from itertools import chain
from typing import TYPE_CHECKING

from translation.errors import InputError
from translation.formats.broken_rules import notices_of
from translation.formats.code_table import CodeTable
from translation.formats.fingerprints import UNITS_A_REPORT, Fingerprints, of_imported
from translation.formats.languages import guessed_languages
from translation.formats.safe_xml import UndeclaredPrefixError, elements, local_name, root_element
from translation.formats.xliff import rules
from translation.formats.xliff.common import language_pair
from translation.formats.xliff.foreign import foreign_unit
from translation.formats.xliff.names import ROLES, TOOL
from translation.formats.xliff.own import file_note, own_unit
from translation.formats.xliff.surroundings import Surrounding, Surroundings
from translation.model.imported import ImportedFile, ImportedUnit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml import etree

    from translation.formats.broken_rules import Broken
    from translation.formats.spec import ReadOptions
    from translation.model.imported import Notice

FORMAT = "xliff"


_OF_NAMESPACE = re.compile(r"\{urn:oasis:names:tc:xliff:document:([12]\.\d)\}")
_TRANS_UNIT, _GROUP = "{*}trans-unit", "{*}group"


def read(data: bytes, options: ReadOptions) -> list[ImportedFile]:
    """Read an XLIFF 1.x file, one ImportedFile for each ``file`` with trans-units.

    One that says version 2 is read as that. Ids that occur twice are kept once. Rules that it
    breaks, and languages that it does not name, give notices. Raises InputError: bad_xml,
    xml_entities, no_text, too_many_codes, and wrong_format for what is no XLIFF at all, or breaks
    a rule where ``strict`` is asked for.
    """
    root = root_element(data, options.name)
    if local_name(root) != "xliff":
        detail = f"its root element is <{local_name(root)}>"
        raise InputError("wrong_format", file=options.name, format="XLIFF", detail=detail)
    said = _version(root)
    if not said.startswith(("1.", "2.")):
        detail = f"it says version {said}" if said else "it names no version"
        raise InputError("wrong_format", file=options.name, format="XLIFF 1.2", detail=detail)
    if said.startswith("2."):
        from translation.formats.xliff2 import read as xliff2_read

        return xliff2_read.read(data, options)
    tags = (_TRANS_UNIT, _GROUP) if any(map(is_ours, root)) else (_TRANS_UNIT,)
    reading = _read_by_elements(data, options, tags)
    broken = chain(rules.of_document(root), reading.broken)
    return _imported(data, options, reading, notices_of(broken, options, "XLIFF 1.2"))


def _version(root: etree._Element) -> str:
    """Return the version, that of the namespace where it is none that is known."""
    said = root.get("version", "")
    if said.startswith(("1.", "2.")):
        return said
    of_namespace = _OF_NAMESPACE.match(str(root.tag))
    return of_namespace[1] if of_namespace else said


def _read_by_elements(data: bytes, options: ReadOptions, tags: Sequence[str]) -> _Reading:
    for recover in (False, True):
        reading = _Reading(options)
        try:
            for element in elements(data, options.name, *tags, recover=recover):
                reading.take(element)
        except UndeclaredPrefixError:
            continue
        return reading
    raise InputError("bad_xml", file=options.name, detail="a prefix is not declared")


def _imported(
    data: bytes, options: ReadOptions, reading: _Reading, notices: tuple[Notice, ...]
) -> list[ImportedFile]:
    with_text = [file for file in reading.files if file.units]
    if not with_text:
        raise InputError("no_text", file=options.name)
    return [
        ImportedFile(
            file.name if file.name and (file.ours or len(with_text) > 1) else options.name,
            FORMAT,
            data,
            tuple(file.units),
            file.pair,
            extraction=json.dumps(
                {
                    "datatype": file.datatype,
                    "file": file.place,
                    "target_language": file.target_language,
                    **file.fingerprints.facts(),
                }
            ),
            notices=(*notices, *file.guesses),
            note=file.note,
        )
        for file in with_text
    ]


def is_ours(file: etree._Element) -> bool:
    """Tell whether we wrote this ``file`` element."""
    return file.get("tool-id") == TOOL


class _FileRead:
    """What is kept of a ``file`` element while and after its units are read."""

    def __init__(
        self, element: etree._Element, place: int, first: int, options: ReadOptions, likely: str
    ) -> None:
        self.element = element
        self.place = place
        self.name = element.get("original", "")
        self.ours = is_ours(element)
        self.note = file_note(element) if self.ours else ""
        self.datatype = element.get("datatype", "")
        source_language = element.get("source-language", "")
        self.target_language = element.get("target-language", "")
        target = self.target_language or (likely if source_language and not options.pair else "")
        self.pair = language_pair(source_language, target, options)
        self.guesses = guessed_languages(source_language, self.target_language, self.pair, options)
        self.units: list[ImportedUnit] = []
        self.ids: set[str] = set()
        self.fingerprints = Fingerprints(first)


class _Reading:
    """Takes in units in the order of the document and sorts them by their files."""

    def __init__(self, options: ReadOptions) -> None:
        self.options = options
        self.files: list[_FileRead] = []
        self.broken: list[Broken] = []
        self._taken: set[str] = set()
        self._targets: dict[str, str] = {}
        """The target language of each source language, as files before say it."""
        self._surroundings = Surroundings()
        self._count = 0

    def take(self, element: etree._Element) -> None:
        """Take in a trans-unit, or a group that is a unit of ours."""
        around = self._surroundings.of(element)
        if around.file is None:
            self._count += 1
            return
        if not self.files or self.files[-1].element is not around.file:
            place = sum(1 for _ in around.file.itersiblings("{*}file", preceding=True))
            source_language = around.file.get("source-language", "")
            likely = self._targets.get(source_language, "")
            self.files.append(_FileRead(around.file, place, self._count, self.options, likely))
            if said := around.file.get("target-language"):
                self._targets.setdefault(source_language, said)
            self.broken += rules.of_file(around.file)
        file = self.files[-1]
        if self._count % UNITS_A_REPORT == 0:
            self.options.report(self._count, 0)
        self._count += 1
        unit = self._unit(element, around, file.ours)
        if unit is not None:
            file.units.append(unit)
        file.fingerprints.add(None if unit is None else of_imported(unit, whole=file.ours))

    def _unit(
        self, element: etree._Element, around: Surrounding, ours: bool
    ) -> ImportedUnit | None:
        if ours and local_name(element) == "group":
            return own_unit(element, self.options.name, self.fresh) if _is_unit(element) else None
        if ours and (parent := element.getparent()) is not None and _is_unit(parent):
            return None  # a part of the group that is its unit
        found = foreign_unit(element, CodeTable(self.options.name), self.fresh, around)
        if ours:
            return None if found is None else found.unit
        ids, id_ = self.files[-1].ids, element.get("id")
        if id_ is None or id_ in ids:
            self.broken.append(rules.of_id(element))
        else:
            ids.add(id_)
        if found is None:
            return None
        if len(found.unit.segments) > 1:
            self.broken += rules.of_segments(element)
        if found.unit.codes:
            self.broken += rules.of_codes(element)
        return found.unit

    def fresh(self, id_: str | None) -> str | None:
        """Return the id where it is met for the first time, else None."""
        if not id_ or id_ in self._taken:
            return None
        self._taken.add(id_)
        return id_


def _is_unit(group: etree._Element) -> bool:
    """Tell whether this is a group that we wrote for a unit."""
    parent = group.getparent()
    in_body = parent is not None and local_name(parent) == "body"
    return local_name(group) == "group" and in_body and group.get("restype") in ROLES
