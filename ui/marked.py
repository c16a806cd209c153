"""The mark of texts that are translated where they are shown, as tables of widgets use it."""

from __future__ import annotations

from app.marked import QT_TRANSLATE_N_NOOP, QT_TRANSLATE_NOOP

__all__ = ["QT_TRANSLATE_NOOP", "QT_TRANSLATE_N_NOOP"]
