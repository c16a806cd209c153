"""How long each cue of a subtitle file is shown, as the file's ``extraction`` keeps it.

The reader of the format writes it; whoever asks whether a cue can be read in time reads it.
"""

from __future__ import annotations

import json
from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_KEY = "milliseconds"
_NONE: Mapping[str, float] = MappingProxyType({})


def cue_times_text(milliseconds: Mapping[str, int]) -> str:
    """Return the ``extraction`` of a file whose cues, by their anchors, are shown so long."""
    return json.dumps({_KEY: dict(milliseconds)}, separators=(",", ":"))


@lru_cache(maxsize=8)
def cue_seconds(extraction: str) -> Mapping[str, float]:
    """Return how many seconds each cue is shown, by its anchor; none where nothing is kept."""
    if _KEY not in extraction:
        return _NONE
    try:
        kept = json.loads(extraction)[_KEY]
        return {anchor: value / 1000 for anchor, value in kept.items() if type(value) is int}
    except (ValueError, RecursionError, TypeError, KeyError, AttributeError):
        return _NONE
