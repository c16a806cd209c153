"""How the words of a comparison look: struck where they went, underlined where they came."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtGui import QTextCharFormat

from translation.model.inline import code_index, has_codes, is_code
from translation.text.code_words import code_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from PySide6.QtGui import QFont

    from translation.model.inline import InlineCode
    from translation.text.words import DiffPart
    from ui.theme import Theme

BETWEEN = " "


def readable(text: str, codes: Sequence[InlineCode]) -> str:
    """Show inline codes by their words in brackets; ``codes`` is the unit's table."""
    if not has_codes(text):
        return text
    return "".join(
        f"‹{code_words(codes[code_index(character)], code_index(character))}›"
        if is_code(character) and code_index(character) < len(codes)
        else character
        for character in text
    )


def readable_part(part: DiffPart, codes: Sequence[InlineCode]) -> DiffPart:
    """Return a stretch of a comparison with its inline codes shown by their labels."""
    return replace(part, text=readable(part.text, codes))


def part_format(part: DiffPart, theme: Theme, font: QFont) -> QTextCharFormat:
    """Return the format of one stretch; colour never says alone what it is."""
    made = QTextCharFormat()
    made.setFont(font)
    made.setForeground(theme.color("text"))
    made.merge(part_look(part.kind, theme))
    return made


def part_look(kind: str, theme: Theme) -> QTextCharFormat:
    """Return what a stretch that went or came adds to the format of its text."""
    made = QTextCharFormat()
    if kind == "delete":
        made.setFontStrikeOut(True)
        made.setForeground(theme.color("deleted_text"))
        made.setBackground(theme.color("deleted"))
    elif kind == "insert":
        made.setFontUnderline(True)
        made.setForeground(theme.color("inserted_text"))
        made.setBackground(theme.color("inserted"))
    return made


def apart(parts: Iterable[DiffPart]) -> Iterator[DiffPart]:
    """Give the stretches of a comparison with a space between what went and what came."""
    before: DiffPart | None = None
    for part in parts:
        if before and (before.kind, part.kind) == ("delete", "insert"):
            touching = f"{before.text[-1:]}{part.text[:1]}"
            if not any(map(str.isspace, touching)):
                yield replace(part, kind="equal", text=BETWEEN)
        before = part
        yield part
