"""Where a split of the active segment cuts its source."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from translation.text.utf16 import from_utf16

if TYPE_CHECKING:
    from translation.model.segment import Segment


@dataclass(frozen=True, slots=True)
class SplitPlace:
    """Character of the source to split before; caret in the target (UTF-16), None to find one."""

    source: int
    target: int | None


def split_place(
    segment: Segment, target: str, caret: int, clicked: int | None
) -> SplitPlace | None:
    """Find where to split: at ``clicked`` in the source, else at the caret's share of it.

    ``clicked`` is a character of the source, ``caret`` a position in ``target`` in UTF-16
    units. Either is moved to the start of the nearest word; None where there is only one.
    """
    source = segment.source
    starts = _word_starts(source)
    if not starts:
        return None
    at = from_utf16(target, caret)
    inside = 0 < at < len(target)
    if clicked is None and not inside:
        return None
    wanted = clicked if clicked is not None else round(at / len(target) * len(source))
    nearest = min(starts, key=lambda start: abs(start - wanted))
    return SplitPlace(nearest, caret if inside else None)


def _word_starts(text: str) -> list[int]:
    """Return where words after the first begin."""
    return [at for at in range(1, len(text)) if text[at - 1].isspace() and not text[at].isspace()]
