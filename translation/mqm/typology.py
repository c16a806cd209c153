"""What errors are called and what they weigh: a typology, MQM Core unless somebody has another."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Self

from translation.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

FORMAT = "muraji-mqm-typology"
MOST = 400
"""Categories and severities of a typology that is read; nobody chooses among more."""
HEAVIEST = 1_000_000.0


@dataclass(frozen=True, slots=True)
class Category:
    """A kind of error. ``id`` is "accuracy" or, below that, "accuracy/omission".

    ``key`` is the letter that chooses it among those beside it; ``weight`` multiplies the points
    of its severity.
    """

    id: str
    words: str
    key: str
    weight: float = 1.0

    @property
    def parent(self) -> str:
        """The id of the one that it stands below, "" for none."""
        return self.id.rpartition("/")[0]


@dataclass(frozen=True, slots=True)
class SeverityLevel:
    """How bad an error is: ``points`` of penalty, and the letter that chooses it."""

    id: str
    words: str
    key: str
    points: float


@dataclass(frozen=True, slots=True)
class Typology:
    """What can be marked, what each weighs, and what is still good enough.

    ``threshold`` is the most points of penalty in a thousand words with which a text passes.
    """

    name: str
    categories: tuple[Category, ...]
    severities: tuple[SeverityLevel, ...]
    threshold: float

    def category(self, id_: str) -> Category | None:
        """Return the category with this id, None where the typology has none."""
        return next((one for one in self.categories if one.id == id_), None)

    def severity(self, id_: str) -> SeverityLevel | None:
        """Return the severity with this id, None where the typology has none."""
        return next((one for one in self.severities if one.id == id_), None)

    def below(self, parent: str) -> tuple[Category, ...]:
        """Return the categories that stand directly below one; "" for the first choice."""
        return tuple(one for one in self.categories if one.parent == parent)

    def penalty(self, category: str, severity: str) -> float | None:
        """Return the points of an error; None where the typology does not have its severity."""
        level, kind = self.severity(severity), self.category(category)
        if level is None:
            return None
        return level.points * (kind.weight if kind is not None else 1.0)

    def as_json(self) -> str:
        """Return it as a file holds it."""
        return json.dumps({"format": FORMAT, **asdict(self)}, ensure_ascii=False, indent=1)

    @classmethod
    def parse(cls, text: str, file: str) -> Self:
        """Return the typology of a file. Raises InputError where it is none."""
        try:
            data = json.loads(text)
            return cls._read(data)
        except (ValueError, TypeError, KeyError, RecursionError) as error:
            detail = str(error) or type(error).__name__
            raise InputError("wrong_format", file=file, format=FORMAT, detail=detail) from None

    @classmethod
    def _read(cls, data: Mapping[str, Any]) -> Self:
        if not isinstance(data, dict) or data.get("format") != FORMAT:
            raise ValueError(f"“format” is not “{FORMAT}”")
        categories = tuple(
            Category(*_names(row), weight=_amount(row.get("weight", 1.0), "weight"))
            for row in _rows(data["categories"])
        )
        severities = tuple(
            SeverityLevel(*_names(row), points=_amount(row["points"], "points"))
            for row in _rows(data["severities"])
        )
        found = cls(
            _name(data),
            categories,
            severities,
            _amount(data["threshold"], "threshold"),
        )
        found.check()
        return found

    def check(self) -> None:
        """Raise ValueError where nobody could choose by it."""
        if not self.below("") or not self.severities:
            raise ValueError("no categories, or no severities")
        for row in self.categories:
            _amount(row.weight, "the weight")
        for level in self.severities:
            _amount(level.points, "the points")
        names = [one.words for one in self.categories] + [one.words for one in self.severities]
        if not all(name.strip() for name in names):
            raise ValueError("something has no name")
        for kind, entries in (("category", self.categories), ("severity", self.severities)):
            if len({one.id for one in entries}) < len(entries):
                raise ValueError(f"a {kind} stands there twice")
        for one in self.categories:
            if one.parent and (self.category(one.parent) is None or "/" in one.parent):
                raise ValueError(f"nothing stands above “{one.id}”")
            _check_keys(self.below(one.parent))
        _check_keys(self.severities)


def _check_keys(entries: Iterable[Category | SeverityLevel]) -> None:
    keys = [one.key.casefold() for one in entries]
    if len(set(keys)) < len(keys) or not all(len(key) == 1 and key.isalpha() for key in keys):
        raise ValueError("the keys beside one another are not different single letters")


def _rows(data: object) -> list[dict[str, Any]]:
    if not isinstance(data, list) or len(data) > MOST:
        raise ValueError("categories or severities are no list, or too many")
    if not all(isinstance(row, dict) for row in data):
        raise ValueError("a category or severity is no object")
    return data


def _name(data: Mapping[str, Any]) -> str:
    found = str(data.get("name", ""))
    found.encode("utf-8")  # half a letter is a ValueError
    return found


def _names(row: Mapping[str, Any]) -> tuple[str, str, str]:
    found = row["id"], row["words"], row["key"]
    if not all(isinstance(one, str) and one.strip() for one in found):
        raise ValueError("an id, words or key is no text")
    for one in found:
        one.encode("utf-8")  # half a letter is a ValueError
    return found


def _amount(found: object, name: str) -> float:
    if isinstance(found, bool) or not isinstance(found, int | float):
        raise ValueError(f"{name} is no number")
    if not 0 <= found <= HEAVIEST:
        raise ValueError(f"{name} is below 0, or too large")
    return float(found)


@lru_cache(maxsize=1)
def mqm_core() -> Typology:
    """Return MQM Core, with which the program begins (resources/mqm)."""
    import resources

    path = resources.FOLDER / "mqm" / "core.json"
    return Typology.parse(path.read_text(encoding="utf-8"), path.name)


KEPT = "mqm_typology"
"""The key under which a project keeps its own typology, as a file holds it; "" is MQM Core."""


@lru_cache(maxsize=8)
def kept_typology(text: str) -> Typology:
    """Return the typology that a project keeps; MQM Core where it keeps none that can be read."""
    try:
        return Typology.parse(text, KEPT) if text else mqm_core()
    except InputError:
        return mqm_core()
