"""Fields around their results: put into a translation that came without them.

A field stays alive in a document. Left out of a translation, it goes round the same number or
name, else round the words at the same place, as in a draft: at the end its result would show twice.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from translation.model.inline import missing_codes
from translation.text.codes import add_missing_codes

if TYPE_CHECKING:
    from collections.abc import Collection


def with_held(source: str, target: str, held: Collection[int]) -> str:
    """Return the target with those codes of the source it lacks that are in ``held``."""
    if not held:
        return target
    missing = set(missing_codes(source, target))
    if missing.isdisjoint(held):
        return target
    return add_missing_codes(source, target, missing - set(held))
