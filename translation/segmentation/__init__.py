"""Sentence segmentation by rules on SRX's model; ``split`` is what others use."""

from __future__ import annotations

from translation.segmentation.splitting import LONGEST_PIECE, is_cut, split

__all__ = ["LONGEST_PIECE", "is_cut", "split"]
