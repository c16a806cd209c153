"""One line of the benchmark table."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Row:
    """A figure with its unit and, where there is one, its bar and whether it is met."""

    name: str
    value: float
    unit: str
    bar: str = ""
    ok: bool | None = None
    note: str = ""
