"""Values of the document as JSON objects and as table cells, checked on the way back.

Every text comes back exactly as it was, lone surrogates and NUL included: JSON keeps all
characters unescaped, and a text that UTF-8 cannot hold is stored as a BLOB ("surrogatepass").
"""

from __future__ import annotations

import json
import math
from dataclasses import astuple, fields
from operator import attrgetter
from typing import TYPE_CHECKING, Any, TypeVar

from translation.model.inline import MAX_CODES, CodeKind, InlineCode
from translation.model.language import LanguagePair
from translation.model.record import Record
from translation.model.segment import Origin, Role, Segment, SegmentState, SourceFile
from translation.model.segment import TranslationUnit as Unit

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

T = TypeVar("T", Segment, Unit, SourceFile)


class BadValueError(ValueError):
    """Something read from a project is not what a project holds there."""


# --- parsing of single values ----------------------------------------------------------------


def text(value: object) -> str:
    """Return a string, or raise BadValueError."""
    if not isinstance(value, str):
        raise BadValueError(f"a text is missing ({type(value).__name__})")
    return value


def integer(value: object) -> int:
    """Return an integer, or raise BadValueError."""
    if not isinstance(value, int) or isinstance(value, bool):
        raise BadValueError(f"a number is missing ({type(value).__name__})")
    return value


LARGEST = 1 << 62
"""Beyond this, numbers of rows and ids could not be counted on."""


def count(value: object) -> int:
    """Return an integer that can be counted on from, or raise BadValueError."""
    found = integer(value)
    if abs(found) >= LARGEST:
        raise BadValueError(f"a number is impossible ({found})")
    return found


def number(value: object) -> float:
    """Return a finite number, or raise BadValueError."""
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
        raise BadValueError(f"a number is missing ({type(value).__name__})")
    return float(value)


def flag(value: object) -> bool:
    """Return a truth value, or raise BadValueError."""
    if not isinstance(value, bool):
        raise BadValueError(f"a truth value is missing ({type(value).__name__})")
    return value


def optional(parse: Callable[[object], Any]) -> Callable[[object], Any]:
    """Return a parser that also takes None."""
    return lambda value: None if value is None else parse(value)


def sequence(value: object) -> list[object]:
    """Return a list, or raise BadValueError."""
    if not isinstance(value, list):
        raise BadValueError(f"a list is missing ({type(value).__name__})")
    return value


def mapping(value: object) -> dict[str, object]:
    """Return a JSON object, or raise BadValueError."""
    if not isinstance(value, dict):
        raise BadValueError(f"an object is missing ({type(value).__name__})")
    return value


def member(kind: type[Any]) -> Callable[[object], Any]:
    """Return a parser for the members of a string enumeration."""

    def parse(value: object) -> Any:
        try:
            return kind(text(value))
        except ValueError:
            raise BadValueError(f"“{value}” is no {kind.__name__}") from None

    return parse


def codes(value: object) -> tuple[InlineCode, ...]:
    """Return a unit's code table from its JSON form."""
    found = sequence(value)
    if len(found) > MAX_CODES:
        raise BadValueError("a unit has too many inline codes")
    return tuple(_code(item, len(found)) for item in found)


def _code(value: object, count: int) -> InlineCode:
    item = sequence(value)
    if len(item) not in (6, 7):
        raise BadValueError("an inline code is incomplete")
    pair = optional(integer)(item[3])
    if pair is not None and not 0 <= pair < count:
        raise BadValueError("an inline code has a partner that does not exist")
    kind = member(CodeKind)(item[0])
    localised = text(item[6]) if len(item) == 7 else ""
    given = (text(item[1]), text(item[2]), pair, flag(item[4]), flag(item[5]), localised)
    return InlineCode(kind, *given)


def codes_json(table: tuple[InlineCode, ...]) -> list[list[object]]:
    """Return a unit's code table as JSON lists."""
    return [code.row for code in table]


def language_pair(value: object) -> LanguagePair:
    """Return a language pair from a list of two tags."""
    item = sequence(value)
    if len(item) != 2:
        raise BadValueError("a language pair is incomplete")
    return LanguagePair(text(item[0]), text(item[1]))


def record(value: object) -> Record:
    """Return a record from its JSON list."""
    item = sequence(value)
    if len(item) != 6:
        raise BadValueError("a record is incomplete")
    id_, kind, segment_id, author, time, said = item
    return Record(text(id_), text(kind), text(segment_id), text(author), number(time), text(said))


def record_json(value: Record | None) -> list[object] | None:
    """Return a record as a JSON list, None as null."""
    return None if value is None else list(astuple(value))


# --- segments, units and files ---------------------------------------------------------------

PARSERS: Mapping[type[Any], Mapping[str, Callable[[object], Any]]] = {
    Segment: {
        "id": text,
        "unit_id": text,
        "source": text,
        "target": optional(text),
        "state": member(SegmentState),
        "origin": optional(member(Origin)),
        "draft_id": optional(integer),
        "lead": text,
        "trail": text,
        "note": text,
        "locked": flag,
        "reference": optional(text),
    },
    Unit: {
        "id": text,
        "file_id": text,
        "role": member(Role),
        "codes": codes,
        "anchor": text,
        "role_found": optional(member(Role)),
        "note": text,
    },
    SourceFile: {
        "id": text,
        "name": text,
        "pair": language_pair,
        "format": text,
        "encoding": text,
        "extraction": text,
    },
}
"""The fields kept of each kind of value; a file's original bytes never change and stand apart."""

NAMES: Mapping[str, type[Any]] = {"segment": Segment, "unit": Unit, "file": SourceFile}
"""The kinds of value as the journal names them."""

_READERS = {kind: [(name, attrgetter(name)) for name in names] for kind, names in PARSERS.items()}
_DEFAULTS = {kind: {f.name: f.default for f in fields(kind)} for kind in PARSERS}


def to_json(value: Segment | Unit | SourceFile) -> dict[str, object]:
    """Return the fields that are not at their default, ready for JSON."""
    kind = type(value)
    defaults = _DEFAULTS[kind]
    found: dict[str, object] = {}
    for name, read in _READERS[kind]:
        here = read(value)
        if here is not defaults[name] and here != defaults[name]:
            found[name] = _plain(here)
    return found


def changes_json(before: T, after: T) -> dict[str, object]:
    """Return the fields of ``after`` that differ from ``before``, ready for JSON."""
    found: dict[str, object] = {}
    for name, read in _READERS[type(before)]:
        was, now = read(before), read(after)
        if now is not was and now != was:
            found[name] = _plain(now)
    return found


def parse_fields(kind: type[Any], data: object) -> dict[str, Any]:
    """Return the fields given in a JSON object as checked values; others are refused."""
    parsers = PARSERS[kind]
    found = mapping(data)
    if not found.keys() <= parsers.keys():
        raise BadValueError("a value has a field of no meaning")
    return {name: parsers[name](value) for name, value in found.items()}


def _plain(value: object) -> object:
    if isinstance(value, str) or value is None:
        return value
    if isinstance(value, LanguagePair):
        return [value.source, value.target]
    return codes_json(value) if isinstance(value, tuple) else value


# --- JSON and cells --------------------------------------------------------------------------


def dumps(value: object) -> str:
    """Return compact JSON with every character as it is."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def loads(value: object) -> Any:
    """Return what a JSON text says; BadValueError for anything else, however deep."""
    try:
        return json.loads(text(value))
    except (ValueError, RecursionError) as error:
        raise BadValueError(f"bad JSON: {error}") from None


def cell(value: Any) -> Any:
    """Return what to bind for a value: texts beyond UTF-8 as bytes, all else as it is."""
    if isinstance(value, str):
        try:
            value.encode()
        except UnicodeEncodeError:
            return value.encode("utf-8", "surrogatepass")
    return value


def from_cell(value: object) -> object:
    """Return the text that ``cell`` put away as bytes; all else as it is."""
    if isinstance(value, bytes):
        try:
            return value.decode("utf-8", "surrogatepass")
        except UnicodeDecodeError:
            raise BadValueError("a text is not UTF-8") from None
    return value
