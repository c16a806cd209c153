"""What a person should know of a text that was opened all the same."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from translation.errors.counting import FURNITURE, KEPT_AS_IT_IS
from translation.formats.code_table import NEVER_TEXT, is_surrogate
from translation.model.imported import Notice
from translation.model.segment import Role

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from translation.formats.decoding import Decoded
    from translation.model.imported import ImportedUnit

_LETTER = re.compile(r"[^\W\d_]")
_RTL = re.compile(
    "[\u05d0-\u05ea\u0620-\u064a\u066e-\u06d3\u0700-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]"
)


def text_notices(
    decoded: Decoded,
    name: str,
    units: Sequence[ImportedUnit],
    kinds: Mapping[str, int] | None = None,
) -> Iterator[Notice]:
    """Give the notices that any text format can need, for the file called ``name``.

    ``kinds`` are the counts of page furniture by kind, keys of FURNITURE, where known.
    """
    yield from guess_notices(decoded, name)
    special = NEVER_TEXT.findall(decoded.text)
    halves = sum(map(is_surrogate, special))
    yield from counted(
        name,
        control_characters=len(special) - halves,
        lone_surrogates=halves,
    )
    left_out = sum(unit.role is Role.FURNITURE for unit in units)
    if left_out and kinds:
        facts = (("file", name), ("count", str(left_out)))
        yield Notice("furniture", (*facts, *_by_kinds(kinds, left_out)))
    else:
        yield from counted(name, furniture=left_out)


def _by_kinds(kinds: Mapping[str, int], total: int) -> Iterator[tuple[str, str]]:
    counts = {**kinds, "others": total - sum(kinds.values()) + kinds.get("others", 0)}
    return ((kind, str(counts[kind])) for kind in FURNITURE if counts.get(kind))


def guess_notices(decoded: Decoded, name: str) -> Iterator[Notice]:
    """Say that the encoding was guessed, and which other comes near where one does."""
    if not decoded.guessed:
        return
    facts = (("file", name), ("encoding", decoded.encoding))
    if decoded.other:
        yield Notice("encoding_doubtful", (*facts, ("other", decoded.other)))
    else:
        yield Notice("encoding_guessed", facts)


def counted(name: str, **counts: int) -> Iterator[Notice]:
    """Give a notice for each count that is not zero."""
    for code, count in counts.items():
        if count:
            yield Notice(code, (("file", name), ("count", str(count))))


def says(text: str | None, rtl: bool = False) -> bool:
    """Tell whether a text has letters; where ``rtl``, those of a script from right to left.

    Programs describe pictures and documents in English, whatever they are in.
    """
    return text is not None and (_RTL if rtl else _LETTER).search(text) is not None


def kept_as_it_is(name: str, counts: Mapping[str, int]) -> Iterator[Notice]:
    """Give one notice of all that is not translated, by kinds of KEPT_AS_IT_IS."""
    kinds = [(kind, str(counts[kind])) for kind in KEPT_AS_IT_IS if counts.get(kind)]
    if kinds:
        yield Notice("kept_as_it_is", (("file", name), *kinds))
