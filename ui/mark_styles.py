"""How each kind of mark in a text looks, in the table and in the editor."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QTextCharFormat

from translation.model.mark import MarkKind

Line = QTextCharFormat.UnderlineStyle


@dataclass(frozen=True, slots=True)
class MarkStyle:
    """How marks of a kind are painted. Colours are names of the theme's, "" for none.

    ``line`` is the line below the letters, ``tint`` the ground behind them, ``box`` the frame
    around them. Kinds differ by more than their colours.
    """

    line: Line = Line.NoUnderline
    line_colour: str = ""
    tint: str = ""
    box: str = ""


MARK_STYLES: dict[MarkKind, MarkStyle] = {
    MarkKind.CHANGED: MarkStyle(Line.SingleUnderline, "inserted_text", tint="inserted"),
    MarkKind.UNSURE: MarkStyle(Line.DashDotDotLine, "draft_mark"),
    MarkKind.DOUBTED: MarkStyle(Line.DashDotLine, "warning", tint="message"),
    MarkKind.TERM: MarkStyle(Line.DashDotLine, "accent"),
    MarkKind.MQM_MINOR: MarkStyle(Line.DotLine, "warning", box="warning"),
    MarkKind.MQM_MAJOR: MarkStyle(Line.SingleUnderline, "error", box="error"),
    MarkKind.MQM_CRITICAL: MarkStyle(Line.WaveUnderline, "error", tint="deleted", box="error"),
    MarkKind.FOUND: MarkStyle(box="accent"),
    MarkKind.SPELLING: MarkStyle(Line.WaveUnderline, "error"),
    MarkKind.FOUND_HERE: MarkStyle(Line.SingleUnderline, "accent", tint="chip", box="accent"),
    MarkKind.NOTE: MarkStyle(Line.DotLine, "note"),
    MarkKind.WARNING: MarkStyle(Line.DashUnderline, "warning"),
    MarkKind.ERROR: MarkStyle(Line.SingleUnderline, "error"),
}
"""The look of each kind of mark, in the order of painting: what weighs more lies above."""
