"""Which inline element each code of a text becomes in XLIFF 1.2.

It knows ``bpt``/``ept`` for the two halves of a pair in one text, ``it`` for a half that
stands alone, and ``ph`` for everything else.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from translation.formats.code_table import SPECIAL, character_name
from translation.formats.safe_xml import FORBIDDEN
from translation.model.inline import CodeKind, code_character, code_index, is_code

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from translation.model.inline import InlineCode


@dataclass(frozen=True, slots=True)
class CodeElement:
    """An inline element to write: ``number`` is the place in the code table + 1.

    ``pair`` is the number of the opening code, for ``bpt`` and ``ept``; ``opens`` tells the
    two sorts of ``it`` apart. A character that no code stands for has no number and no code.
    """

    name: str
    content: str
    label: str
    number: int | None = None
    pair: int | None = None
    opens: bool = False


def pieces(text: str, codes: Sequence[InlineCode]) -> Iterator[str | CodeElement]:
    """Give what a text with codes is made of, in order: plain text and elements."""
    open_pairs: set[int] = set()
    at = 0
    for found in SPECIAL.finditer(text):
        if at < found.start():
            yield text[at : found.start()]
        at = found.end()
        yield _element(found[0], text[at:], codes, open_pairs)
    if at < len(text):
        yield text[at:]


def _element(
    character: str, rest: str, codes: Sequence[InlineCode], open_pairs: set[int]
) -> CodeElement:
    index = code_index(character)
    if not is_code(character) or index >= len(codes):
        name = character_name(character)
        return CodeElement("ph", name, name)
    code = codes[index]
    content, label = _printable(code.markup), _printable(code.label)
    if code.kind is CodeKind.OPEN:
        closes = code.pair is not None and code_character(code.pair) in rest
        if closes and index not in open_pairs:
            open_pairs.add(index)
            return CodeElement("bpt", content, label, index + 1, index + 1, opens=True)
        return CodeElement("it", content, label, index + 1, opens=True)
    if code.kind is CodeKind.CLOSE:
        if code.pair is not None and code.pair in open_pairs:
            open_pairs.discard(code.pair)
            return CodeElement("ept", content, label, index + 1, code.pair + 1)
        return CodeElement("it", content, label, index + 1)
    return CodeElement("ph", content, label, index + 1)


def _printable(text: str) -> str:
    return FORBIDDEN.sub(lambda found: character_name(found[0]), text)
