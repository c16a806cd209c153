"""What is said of an estimate: how many errors are to be expected, and why so many."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from translation.estimating.features import (
    ISSUES,
    LENGTH,
    LIKELIHOOD,
    LONG,
    RARE_NAMES,
    RARE_WORDS,
    RARITY,
    SHORT,
)
from ui import texts
from ui.marked import QT_TRANSLATE_N_NOOP, QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from translation.estimating import Estimate

CONTEXT = "Estimates"
_REASONS = {
    LENGTH: QT_TRANSLATE_NOOP("Estimates", "long"),
    SHORT: QT_TRANSLATE_NOOP("Estimates", "short beside its source"),
    LONG: QT_TRANSLATE_NOOP("Estimates", "long beside its source"),
    RARE_NAMES: QT_TRANSLATE_NOOP("Estimates", "many rare names"),
    RARE_WORDS: QT_TRANSLATE_NOOP("Estimates", "words that English hardly has"),
    RARITY: QT_TRANSLATE_NOOP("Estimates", "rare words"),
    ISSUES: QT_TRANSLATE_NOOP("Estimates", "the checks found something"),
    LIKELIHOOD: QT_TRANSLATE_NOOP("Estimates", "the model finds it unlikely"),
}
_USUAL = QT_TRANSLATE_NOOP("Estimates", "nothing stands out")
_TO_LOOK_AT = QT_TRANSLATE_N_NOOP(
    "Estimates",
    "{count} segment is still to be looked at.",
    "{count} segments are still to be looked at.",
)


def estimate_reasons(estimate: Estimate) -> list[str]:
    """Return why so many errors are expected, the weightiest reason first."""
    found = [_REASONS[name] for name in estimate.reasons] or [_USUAL]
    return [QCoreApplication.translate(CONTEXT, reason) for reason in found]


def still_to_look_at(count: int) -> str:
    """Return how many segments have no estimate yet, where there is none to go to."""
    return texts.translated(CONTEXT, _TO_LOOK_AT, count=count)


def estimate_text(estimate: Estimate) -> str:
    """Return the whole of it: the number, the reasons, and what it is not."""
    number = texts.number(estimate.expected, 1)
    asked = (
        QCoreApplication.translate(CONTEXT, "estimated with a model")
        if estimate.by_model
        else QCoreApplication.translate(CONTEXT, "estimated without a model")
    )
    said = QCoreApplication.translate(
        CONTEXT, "Errors to be expected: {number} ({asked}; an order to read in, no verdict): {why}"
    )
    return said.format(number=number, asked=asked, why=texts.listed(estimate_reasons(estimate)))
