"""How the table is laid out: where the two texts of a row stand, and what is shown with them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Arrangement(StrEnum):
    """Where source and target of a row stand."""

    BESIDE = "beside"
    """The source on the left: Arabic and English both begin in the middle."""
    MIRRORED = "mirrored"
    STACKED = "stacked"
    """The source above the target, each as wide as the table."""


USUAL_SHARE = 490
"""Thousandths at which both texts are about equally wide: the target has a box around it."""
SHARES = (150, 850)
"""The least and the largest share of the source."""


@dataclass(frozen=True, slots=True)
class TableLook:
    """What a person chose of it.

    ``source_share`` is the part of both columns that the source has, in thousandths;
    ``all_references`` shows every reference, not that of the active row alone.
    """

    arrangement: Arrangement = Arrangement.BESIDE
    source_share: int = USUAL_SHARE
    all_references: bool = False

    @property
    def is_stacked(self) -> bool:
        """Whether one column holds both texts."""
        return self.arrangement is Arrangement.STACKED
