"""Target text on its way to the clipboard and back."""

from __future__ import annotations

from PySide6.QtCore import QMimeData

from translation.model.inline import strip_codes

CODED_TEXT = "application/x-muraji-target"
"""Clipboard format of target text with its inline codes."""


def clipping(stored: str) -> QMimeData:
    """Give others the bare text, and this program the codes too."""
    data = QMimeData()
    data.setText(strip_codes(stored))
    data.setData(CODED_TEXT, stored.encode("utf-8", "surrogatepass"))
    return data


def text_of(data: QMimeData) -> str:
    """Return the text of the clipboard, with codes only where this program put it there."""
    if data.hasFormat(CODED_TEXT):
        return bytes(data.data(CODED_TEXT).data()).decode("utf-8", "surrogatepass")
    return strip_codes(data.text())
