"""Stored text to what a QTextDocument holds, and back, position by position.

Inline codes become U+FFFC with a chip's character format: a private-use character is a strong
left-to-right letter for Qt and would pull numbers and Arabic out of order, U+FFFC is neutral.
Characters a QTextDocument would lose or take for a paragraph's end travel the same way. A line
break is "\\n" in stored text and U+2028 in the document. Every character keeps its UTF-16
position.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtGui import QTextCharFormat, QTextCursor, QTextFormat

from translation.model.inline import CodeKind, code_index, is_code
from translation.text.code_words import code_words

if TYPE_CHECKING:
    from PySide6.QtGui import QTextDocument

    from translation.model.inline import InlineCode

LINE_BREAK = "\u2028"
OBJECT = "\ufffc"
CHIP = QTextFormat.ObjectTypes.UserObject.value + 1
"""Object type of a chip, for the document layout's handler."""

CHARACTER = QTextFormat.Property.UserProperty.value + 1
LABEL = QTextFormat.Property.UserProperty.value + 2
KIND = QTextFormat.Property.UserProperty.value + 3
STRUCK = QTextFormat.Property.UserProperty.value + 4
"""Whether a chip's label is text that was deleted."""

_SPECIAL = re.compile("([\x00\r\u2028\u2029\ud800-\udfff\ue000-\uf8ff\ufdd0\ufdd1])")
_PASTED_BREAK = re.compile("\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_PASTED_BREAKS = re.compile(f"(?:{_PASTED_BREAK.pattern})+")
_UNTYPED = re.compile("[\x00-\x08\x0e-\x1b\x1f\x7f\ud800-\udfff\ufdd0\ufdd1\ufffc]")


@dataclass(frozen=True, slots=True)
class Chip:
    """How one character that is no text is shown."""

    character: str
    label: str
    kind: CodeKind
    is_struck: bool = False

    def format(self, base: QTextCharFormat) -> QTextCharFormat:
        """Return the character format of the U+FFFC that stands for it."""
        made = QTextCharFormat(base)
        made.setObjectType(CHIP)
        made.setProperty(CHARACTER, ord(self.character))
        made.setProperty(LABEL, self.label)
        made.setProperty(KIND, self.kind.value)
        made.setProperty(STRUCK, self.is_struck)
        return made


def chip_for(character: str, codes: tuple[InlineCode, ...]) -> Chip:
    """Return the chip of an inline code of this table, or of a character named by its number."""
    if is_code(character) and code_index(character) < len(codes):
        code = codes[code_index(character)]
        label = code_words(code, code_index(character))
        return Chip(character, label, code.kind, code.is_deletion)
    return Chip(character, f"U+{ord(character):04X}", CodeKind.ALONE)


def insert(cursor: QTextCursor, stored: str, codes: tuple[InlineCode, ...]) -> None:
    """Insert stored text at the cursor, chips and line breaks as the document holds them."""
    plain = plain_format(cursor.charFormat())
    for index, piece in enumerate(_SPECIAL.split(stored)):
        if index % 2:
            cursor.insertText(OBJECT, chip_for(piece, codes).format(plain))
        elif piece:
            cursor.insertText(piece.replace("\n", LINE_BREAK), plain)


def plain_format(of: QTextCharFormat) -> QTextCharFormat:
    """Return a character format without what makes it a chip's."""
    made = QTextCharFormat(of)
    for name in (CHARACTER, LABEL, KIND, STRUCK, QTextFormat.Property.ObjectType.value):
        made.clearProperty(name)
    return made


def stored_text(document: QTextDocument, start: int = 0, end: int | None = None) -> str:
    """Return the stored text of a document of one block, or of a part of it in UTF-16 units."""
    found = []
    last = document.characterCount() - 1 if end is None else end
    block = document.begin().begin()
    while not block.atEnd():
        fragment = block.fragment()
        text, at = fragment.text(), fragment.position()
        if at < last and at + fragment.length() > start:
            found.append(_stored(_cut(text, start - at, last - at), fragment.charFormat()))
        block += 1
    return "".join(found)


def _cut(text: str, start: int, end: int) -> str:
    if start <= 0 and end >= 2 * len(text):
        return text
    units = text.encode("utf-16-le", "surrogatepass")
    return units[2 * max(start, 0) : 2 * end].decode("utf-16-le", "surrogatepass")


def _stored(text: str, format_: QTextCharFormat) -> str:
    if format_.hasProperty(CHARACTER):
        return text.replace(OBJECT, chr(int(format_.property(CHARACTER))))
    return text.replace(LINE_BREAK, "\n")


def breaks_in(text: str) -> int:
    """Return how many line ends stand inside a text, those at its ends left aside."""
    return len(_PASTED_BREAKS.findall(text.strip("\r\n\u2028\u2029")))


def typable(text: str, *, keep_breaks: bool) -> str:
    """Return pasted or typed text with one kind of line break and nothing a text cannot hold.

    Where ``keep_breaks`` is False a break becomes a space; breaks at the ends go. Private-use
    characters stay: the editor decides which of them are codes of its segment.
    """
    whole = _PASTED_BREAK.sub("\n", text).strip("\n")
    whole = re.sub("[ \t]*\n[ \t]*", "\n", whole) if not keep_breaks else whole
    return _UNTYPED.sub("", whole if keep_breaks else re.sub("\n+", " ", whole))
