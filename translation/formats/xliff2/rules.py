"""The rules of XLIFF 2.0 to 2.2: one table.

The schema says only which elements stand where; most of what the specification demands
(constraints and processing requirements of chapter 4) is in sentences, as here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from translation.formats.xliff.names import LANG
from translation.formats.xliff2 import code_rules as codes
from translation.formats.xliff2 import references, structure
from translation.formats.xliff2 import value_rules as values
from translation.formats.xliff2.names import (
    CODES,
    CORE,
    CORE_22,
    VERSIONS,
    core_name,
    core_tags,
)
from translation.formats.xliff2.parts import UnitParts, children

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from lxml import etree
    from lxml.etree import _Element

    Ask = Callable[[_Element], str | Sequence[_Element] | None]

FORMATTING = "{urn:oasis:names:tc:xliff:fs:2.0}"
_LANGUAGE = re.compile(r"(?:[A-Za-z]{2,8}|[xi])(?:-[A-Za-z0-9]{1,8})*")


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule: ``broken`` returns what breaks it, or None; or the elements that do, for their ids.

    ``on`` names the elements it is asked of; ``in_unit`` is asked of units with their parts.
    ``about`` names what only breaks it where it occurs: elements and attributes of the element
    it is asked of, or of the unit; nothing where it is always asked. This is for speed alone.
    A rule about what translating did to the codes of a target refuses no document, however strict:
    the work in it would be lost, and the check of inline codes shows the place.
    """

    id: str
    sentence: str
    on: frozenset[str]
    broken: Ask | None = None
    in_unit: Callable[[UnitParts], str | None] | None = None
    refuses: bool = True
    about: frozenset[str] = frozenset()


# --- documents and files -----------------------------------------------------------------------


def _bad_language(element: etree._Element) -> str | None:
    for name in ("srcLang", "trgLang", LANG):
        value = element.get(name)
        if value is not None and not _LANGUAGE.fullmatch(value):
            return value
    return None


def _no_target_language(root: etree._Element) -> str | None:
    targets = (e for e in root.iter(*core_tags("target")) if core_name(e.getparent()) != "*")
    return "trgLang" if root.get("trgLang") is None and next(targets, None) is not None else None


def _unknown_version(root: etree._Element) -> str | None:
    version = root.get("version")
    return None if version in VERSIONS else version or "none"


def _wrong_namespace(root: etree._Element) -> str | None:
    namespace = str(root.tag).rpartition("}")[0].removeprefix("{")
    # The schema of 2.2 lets the earlier versions stand in its namespace, too.
    right = namespace == CORE_22 or (namespace == CORE and root.get("version") != "2.2")
    return None if right else namespace or "none"


def _repeated(elements: Iterable[etree._Element]) -> Sequence[etree._Element] | None:
    seen: set[str] = set()
    again: list[etree._Element] = []
    for element in elements:
        id_ = element.get("id")
        if id_ in seen:
            again.append(element)
        elif id_ is not None:
            seen.add(id_)
    return again or None


def _repeated_file(root: etree._Element) -> Sequence[etree._Element] | None:
    return _repeated(children(root, "file"))


def _repeated_below(name: str) -> Ask:
    return lambda file: _repeated(file.iter(*core_tags(name)))


def _repeated_child(element: etree._Element) -> Sequence[etree._Element] | None:
    return _repeated(e for e in element if core_name(e) in ("note", "data"))


def _bad_skeleton(skeleton: etree._Element) -> str | None:
    filled = bool((skeleton.text or "").strip()) or len(skeleton) > 0
    if filled == (skeleton.get("href") is not None):
        return "both" if filled else "neither"
    return None


def _bad_id(element: etree._Element) -> str | None:
    for name in ("id", "startRef", "copyOf"):
        value = element.get(name)
        if value is not None and not references.NMTOKEN.fullmatch(value):
            return value
    return None


def _names(names: str) -> frozenset[str]:
    return frozenset(names.split())


def _table() -> Sequence[Rule]:
    every = frozenset(structure.SHAPES)
    inline_codes, annotations = CODES, frozenset({"mrk", "sm"})
    scopes = frozenset({"file", "group", "unit"})
    xliff, file, unit = frozenset({"xliff"}), frozenset({"file"}), frozenset({"unit"})
    return (
        Rule("version", "the version is none of XLIFF 2", xliff, _unknown_version),
        Rule(
            "namespace",
            "the elements are not in the namespace of the version",
            xliff,
            _wrong_namespace,
        ),
        Rule(
            "children",
            "an element holds other elements than it may, or in another order",
            every,
            structure.wrong_children,
        ),
        Rule("attribute", "an attribute stands where it may not", every, structure.wrong_attribute),
        Rule("required", "an attribute is missing", every, structure.missing_attribute),
        Rule(
            "value",
            "an attribute has a value that is not in its list",
            every,
            structure.wrong_value,
            about=frozenset(structure.VALUES),
        ),
        Rule(
            "language",
            "a language is no language tag",
            every,
            _bad_language,
            about=_names(f"srcLang trgLang {LANG}"),
        ),
        Rule(
            "target_language",
            "there are targets, but trgLang does not say in which language",
            xliff,
            _no_target_language,
        ),
        Rule(
            "side_language",
            "xml:lang of a source or target is not that of the document",
            frozenset({"source", "target"}),
            values.wrong_language,
        ),
        Rule("file_id", "two files have one id", xliff, _repeated_file),
        Rule("group_id", "two groups of a file have one id", file, _repeated_below("group")),
        Rule("unit_id", "two units of a file have one id", file, _repeated_below("unit")),
        Rule(
            "note_id",
            "two notes or data of one place have one id",
            frozenset({"notes", "originalData"}),
            _repeated_child,
        ),
        Rule(
            "extension_id",
            "two elements of an extension have one id",
            scopes,
            references.repeated_extension_id,
        ),
        Rule("id", "an id is no name token", every, _bad_id, about=_names("id startRef copyOf")),
        Rule(
            "skeleton",
            "a skeleton has either content or an href",
            frozenset({"skeleton"}),
            _bad_skeleton,
        ),
        Rule(
            "sub_state",
            "subState needs a state and a prefix",
            frozenset({"segment"}),
            values.bad_sub_state,
            about=_names("subState"),
        ),
        Rule(
            "type",
            "a type is neither in the list nor has a prefix",
            inline_codes | annotations | scopes,
            values.bad_type,
            about=_names("type"),
        ),
        Rule(
            "sub_type",
            "subType needs a type that fits and a prefix",
            inline_codes,
            values.bad_sub_type,
            about=_names("subType"),
        ),
        Rule(
            "space",
            "source and target differ in xml:space",
            frozenset({"segment", "ignorable"}),
            values.different_space,
        ),
        Rule(
            "order",
            "two targets have one place",
            unit,
            in_unit=values.bad_order,
            about=_names("order"),
        ),
        Rule(
            "data_ref",
            "a dataRef leads nowhere",
            unit,
            in_unit=codes.unknown_data,
            about=_names("dataRef dataRefStart dataRefEnd"),
        ),
        Rule(
            "copy_of",
            "a copyOf names no code that may be copied",
            unit,
            in_unit=codes.bad_copy,
            about=_names("copyOf"),
        ),
        Rule(
            "pairing",
            "an sc and its ec do not fit, or isolated is wrong",
            unit,
            in_unit=codes.bad_pair,
            about=_names("sc ec"),
        ),
        Rule(
            "annotation_pairing",
            "an sm and its em do not fit",
            unit,
            in_unit=codes.bad_annotation_pair,
            about=_names("sm em"),
        ),
        Rule(
            "target_pairing",
            "an sc or sm of a target has no other half",
            unit,
            in_unit=codes.bad_target_pair,
            refuses=False,
            about=_names("sc ec sm em"),
        ),
        Rule(
            "halves",
            "an sc and its ec say different things",
            unit,
            in_unit=codes.different_halves,
            about=_names("ec"),
        ),
        Rule(
            "fixed",
            "a code that may not be moved may not be copied or deleted either",
            unit,
            in_unit=codes.movable_but_fixed,
            about=_names("canReorder"),
        ),
        Rule(
            "sequence_start",
            "a sequence of codes does not begin with canReorder=firstNo",
            unit,
            in_unit=codes.sequence_without_start,
            about=_names("canReorder"),
        ),
        Rule(
            "sequence",
            "codes that keep their order stand in another order",
            unit,
            in_unit=codes.broken_sequence,
            refuses=False,
            about=_names("canReorder"),
        ),
        Rule(
            "can_delete",
            "a code that may not be deleted is missing in the target",
            unit,
            in_unit=codes.missing_in_target,
            refuses=False,
            about=_names("canDelete"),
        ),
        Rule(
            "character",
            "a cp stands for no character that XML cannot hold",
            unit,
            in_unit=codes.bad_character,
            about=_names("cp"),
        ),
        Rule(
            "reference",
            "a reference is no fragment identifier",
            unit,
            in_unit=references.bad_reference,
            about=_names("ref"),
        ),
        Rule(
            "comment",
            "a comment needs either a value or a note of its unit",
            unit,
            in_unit=references.bad_comment,
            about=_names("mrk sm"),
        ),
        Rule(
            "sub_flows",
            "a sub-flow is no unit of the file",
            unit,
            in_unit=values.unknown_subflow,
            about=_names("subFlows subFlowsStart subFlowsEnd"),
        ),
        Rule(
            "inline_id",
            "two parts or inline elements of a unit have one id",
            unit,
            in_unit=codes.repeated_inline_id,
        ),
        Rule(
            "formatting",
            "a format style is not one",
            every,
            values.bad_formatting,
            about=_names(FORMATTING),
        ),
        Rule("validation", "an element is unknown to its module", scopes, values.bad_validation),
    )


RULES = _table()
