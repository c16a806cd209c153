"""What a person should know of a text that was opened all the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from translation.formats.code_table import NEVER_TEXT, is_surrogate
from translation.model.imported import Notice
from translation.model.segment import Role

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from translation.formats.decoding import Decoded
    from translation.model.imported import ImportedUnit


def text_notices(decoded: Decoded, name: str, units: Sequence[ImportedUnit]) -> Iterator[Notice]:
    """Give the notices that any text format can need, for the file called ``name``."""
    if decoded.guessed:
        yield Notice("encoding_guessed", (("file", name), ("encoding", decoded.encoding)))
    special = NEVER_TEXT.findall(decoded.text)
    halves = sum(map(is_surrogate, special))
    yield from counted(
        name,
        control_characters=len(special) - halves,
        lone_surrogates=halves,
        furniture=sum(unit.role is Role.FURNITURE for unit in units),
    )


def counted(name: str, **counts: int) -> Iterator[Notice]:
    """Give a notice for each count that is not zero."""
    for code, count in counts.items():
        if count:
            yield Notice(code, (("file", name), ("count", str(count))))
