"""From corpora to the two files that ``models train`` learns from: pairs, and machine-made pairs.

Pairs get their weights, with others beside them that teach copying. A monolingual text of the
target language is translated back into the source language, and what looks bad is left out.
"""

from __future__ import annotations

from translation.training.preparing.preparing import Order, Prepared, prepare

__all__ = ["Order", "Prepared", "prepare"]
