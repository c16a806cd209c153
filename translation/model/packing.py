"""Values that go from process to process, pickled as what they are made with."""

from __future__ import annotations

from dataclasses import fields
from operator import attrgetter
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable


class Packed:
    """A frozen dataclass of two or more fields that is pickled as their values in order.

    By itself one with slots goes through its fields in Python on both sides, which takes twice
    as long: felt where a whole document is sent.
    """

    __slots__ = ()

    def __reduce__(self) -> tuple[type[Packed], tuple[Any, ...]]:
        kind = type(self)
        values = _VALUES.get(kind)
        if values is None:
            of_kind: Any = kind
            values = _VALUES[kind] = attrgetter(*(field.name for field in fields(of_kind)))
        return kind, values(self)


_VALUES: dict[type[Packed], Callable[[Packed], tuple[Any, ...]]] = {}
"""What gives the values of each kind that was pickled so far."""
