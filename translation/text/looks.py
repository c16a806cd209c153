"""How the inline codes of a text make it look: bold, a link, a line break.

A code's label says what it does, in the words that the readers of all formats share (b, i, a, br,
b+i); where a label says nothing (pc1, bpt2), the markup's own attributes may (type, ctype, fs).
Nothing is run or fetched for it: a look is a few switches, a link no more than that it is one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from translation.model.inline import CodeKind, code_index, is_code

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from translation.model.inline import InlineCode

Switch = Literal[
    "bold", "italic", "underline", "struck", "link", "raised", "lowered", "fixed", "small"
]

_SWITCHES: dict[str, Switch] = {
    "b": "bold", "strong": "bold", "bold": "bold",
    "i": "italic", "em": "italic", "italic": "italic", "cite": "italic", "dfn": "italic",
    "u": "underline", "ins": "underline", "underline": "underline", "underlined": "underline",
    "s": "struck", "strike": "struck", "del": "struck", "dstrike": "struck",
    "a": "link", "link": "link", "hyperlink": "link",
    "sup": "raised", "superscript": "raised", "sub": "lowered", "subscript": "lowered",
    "code": "fixed", "tt": "fixed", "kbd": "fixed", "samp": "fixed", "pre": "fixed",
    "small": "small",
}  # fmt: skip
_SAID = re.compile(r"""\b(?:ctype|type|fs|subType)=["'](?:x-|fmt:)?(\w+)["']""")
_BREAKS = frozenset({"br", "⏎", "break", "lb", "cr"})
_TABS = frozenset({"tab", "→"})
_PICTURES = frozenset({"img", "image", "drawing", "pic", "picture", "object"})
PICTURE = "▣"
"""What stands where a picture is."""
LINE = "\n"


@dataclass(frozen=True, slots=True)
class Look:
    """How a run of text is shown."""

    bold: bool = False
    italic: bool = False
    underline: bool = False
    struck: bool = False
    link: bool = False
    raised: bool = False
    lowered: bool = False
    fixed: bool = False
    small: bool = False


PLAIN = Look()


class Dresser:
    """Follows the codes through the texts of a unit, one after the other."""

    def __init__(self, codes: tuple[InlineCode, ...]) -> None:
        self._codes = codes
        self._open: list[tuple[int, tuple[Switch, ...]]] = []

    def runs(self, text: str) -> Iterator[tuple[str, Look]]:
        """Give the runs of a text with their looks; what codes are themselves is left out."""
        start = 0
        for at, character in enumerate(text):
            if not is_code(character):
                continue
            if at > start:
                yield text[start:at], self._look()
            start = at + 1
            yield from self._pass(code_index(character))
        if start < len(text):
            yield text[start:], self._look()

    def _look(self) -> Look:
        switches: Iterable[Switch] = (switch for _, ones in self._open for switch in ones)
        return replace(PLAIN, **dict.fromkeys(switches, True))

    def _pass(self, index: int) -> Iterator[tuple[str, Look]]:
        code = self._codes[index] if index < len(self._codes) else None
        if code is None:
            return
        if code.kind is CodeKind.OPEN:
            self._open.append((index, switches(code)))
        elif code.kind is CodeKind.CLOSE:
            self._open = [one for one in self._open if one[0] != code.pair]
        elif shown := shown_alone(code):
            yield shown, self._look()


def switches(code: InlineCode) -> tuple[Switch, ...]:
    """Return what an opening code switches on."""
    labels = code.label.lower().split("+")
    found = [_SWITCHES[label] for label in labels if label in _SWITCHES]
    if not found:
        said = _SAID.findall(code.markup)
        found = [_SWITCHES[word.lower()] for word in said if word.lower() in _SWITCHES]
    return tuple(found)


def shown_alone(code: InlineCode) -> str:
    """Return what stands on the page for a code without content: a break, a value, a mark."""
    label = code.label.lower()
    if label in _BREAKS:
        return LINE
    if label in _TABS:
        return "\t"
    if label in _PICTURES:
        return PICTURE
    if code.markup.startswith("`") and code.markup.endswith("`"):
        return code.markup.strip("`")
    if code.markup.startswith("<") and not _holds_text(code):
        return ""
    return code.label


def _holds_text(code: InlineCode) -> bool:
    """Whether the markup has the words of its label between its tags: they stay as they are."""
    return f">{code.label}<" in code.markup
