"""Rules of a format that a file breaks: told where it can be read all the same, or refused.

A rule says how a file is to be written. One that is broken but costs neither text nor place is
no reason to turn a translator away, whose client's other programs open the file.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from translation.errors import InputError
from translation.model.imported import Notice

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lxml import etree

    from translation.formats.spec import ReadOptions


class Broken(NamedTuple):
    """A place of a file that breaks a rule.

    ``line`` counts from 1, 0 where it is not known; ``about`` names the element, with the id that
    it or the next one above it has. ``refuses`` is False for what is told under ``strict`` too.
    """

    rule: str
    what: str
    line: int
    about: str
    refuses: bool = True


def place_of(element: etree._Element) -> tuple[int, str]:
    """Return the line of an element, and the name and id of the nearest one that has an id."""
    line: Any = element.sourceline
    for found in (element, *element.iterancestors()):
        if id_ := found.get("id"):
            return line or 0, f"{_name(found)} {id_}"
    return line or 0, f"<{_name(element)}>"


def notices_of(
    broken: Iterable[Broken], options: ReadOptions, format_name: str
) -> tuple[Notice, ...]:
    """Return a notice for each rule that is broken: its first place, and how many more there are.

    Raises InputError wrong_format for the first that refuses a file where that is asked for.
    """
    first: dict[str, Broken] = {}
    more: dict[str, int] = {}
    for one in broken:
        if options.strict and one.refuses:
            detail = f"{one.rule} ({one.what}; line {one.line}, {one.about})"
            raise InputError("wrong_format", file=options.name, format=format_name, detail=detail)
        more[one.rule] = more.get(one.rule, -1) + 1
        first.setdefault(one.rule, one)
    return tuple(_notice(one, more[rule], options.name) for rule, one in first.items())


def _notice(one: Broken, more: int, name: str) -> Notice:
    facts = {
        "file": name,
        "line": str(one.line),
        "about": one.about,
        "rule": one.rule,
        "what": one.what,
    }
    if more:
        return Notice("rule_broken_often", (*facts.items(), ("count", str(more))))
    return Notice("rule_broken", tuple(facts.items()))


def _name(element: etree._Element) -> str:
    return str(element.tag).rpartition("}")[2]
