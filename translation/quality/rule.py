"""A rule of a person's own: what a target must or must not say, as a value that can be shared."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from enum import StrEnum
from typing import Self

from translation.model.issue import Severity

LONGEST = 1000
"""Characters of a text of a rule."""
MOST_RULES = 2000
"""Of a profile; each looks at every segment."""
OWN = "own:"
"""How the checks of issues begin that rules are; the name of the rule follows."""


class Demand(StrEnum):
    """What a rule wants of the target."""

    FORBIDDEN = "forbidden"
    NEEDED = "needed"


SEVERITIES = {"note": Severity.NOTE, "warning": Severity.WARNING, "error": Severity.ERROR}
"""Severities by the names that files give them."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule. It holds where the source has ``source``, everywhere where that is "".

    There the target must not have ``target``, or must; with no ``target`` the place in the
    source is shown, for a person to look at. ``is_expression`` takes both as regular
    expressions, else as words: whole ones, of an Arabic source also behind the particles written
    together with them. ``replacement`` is what mends a forbidden text; ``message`` says why.
    """

    name: str
    source: str = ""
    target: str = ""
    demand: Demand = Demand.FORBIDDEN
    is_expression: bool = False
    case: bool = False
    replacement: str = ""
    message: str = ""
    severity: Severity = Severity.WARNING

    @property
    def check(self) -> str:
        """The check of its issues."""
        return f"{OWN}{self.name}"

    def to_json(self) -> dict[str, object]:
        """Return the rule as an object of JSON, without what is usual."""
        usual = Rule("")
        said = {f.name: getattr(self, f.name) for f in fields(self)}
        said = {name: value for name, value in said.items() if value != getattr(usual, name)}
        if "severity" in said:
            said["severity"] = self.severity.name.lower()
        return {"name": self.name, **said}

    @classmethod
    def parse(cls, data: object) -> Self:
        """Return a rule from its JSON object; ValueError, which says why, where it is none."""
        if not isinstance(data, Mapping):
            raise ValueError("a rule is a JSON object")
        texts = {key: _text(data, key) for key in ("source", "target", "replacement", "message")}
        if not texts["source"] and not texts["target"]:
            raise ValueError("a rule without source and target")
        name = _text(data, "name") or texts["target"] or texts["source"]
        demand = data.get("demand", Demand.FORBIDDEN)
        if demand not in list(Demand):
            raise ValueError(f"demand: one of {', '.join(Demand)}")
        severity = data.get("severity", "warning")
        if not isinstance(severity, str) or severity not in SEVERITIES:
            raise ValueError(f"severity: one of {', '.join(SEVERITIES)}")
        return cls(
            " ".join(name.split())[:LONGEST],
            texts["source"],
            texts["target"],
            Demand(demand),
            _switch(data, "is_expression"),
            _switch(data, "case"),
            texts["replacement"],
            texts["message"],
            SEVERITIES[severity],
        )


def _text(data: Mapping[str, object], key: str) -> str:
    found = data.get(key, "")
    if not isinstance(found, str) or len(found) > LONGEST or not _is_line(found):
        raise ValueError(f"{key} is no text of at most {LONGEST} characters in one line")
    return found


def _is_line(text: str) -> bool:
    return not any(c < " " or "\ud800" <= c < "\uf900" for c in text)


def _switch(data: Mapping[str, object], key: str) -> bool:
    found = data.get(key, False)
    if not isinstance(found, bool):
        raise ValueError(f"{key} is neither true nor false")
    return found
