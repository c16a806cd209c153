"""The tokens of an RTF: groups, control words and symbols, and the bytes between them.

RTF Specification 1.9.1, “RTF Syntax”. One pass, in time that grows with the length.
"""

from __future__ import annotations

import re
from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

_HEX = rb"\\'[0-9A-Fa-f]{2}"
_UNICODE = rb"\\u(-?[0-9]{1,10}+) ?+(" + _HEX + rb"|[^\\{}\r\n\0])( *)"
"""A Unicode character, one more for programs that do not know it, and blanks."""
_TOKEN = re.compile(
    rb"(?P<unicode>(?:" + _UNICODE.replace(b"(-", b"(?:-").replace(b"(" + _HEX, b"(?:" + _HEX)
    + rb"){1,2000}+)"
    rb"|(?P<text>(?:[^\\{}]++|" + _HEX + rb"){1,2000}+)"
    rb"|(?P<brace>[{}])"
    rb"|\\(?:(?P<word>[A-Za-z]{1,32})(?P<value>-?[0-9]{1,10})? ?|(?P<symbol>[^A-Za-z]))"
    rb"|\\"
)  # fmt: skip
_ONE, _BYTE = re.compile(_UNICODE), re.compile(_HEX)
_NO_TEXT = b"\r\n\0"
_GROUPING = re.compile(rb"\\bin([0-9]{1,10}) ?|\\[^A-Za-z]|[{}]")


class Kind(Enum):
    """What a token is."""

    OPEN = "{"
    CLOSE = "}"
    WORD = "word"
    SYMBOL = "symbol"
    BYTES = "bytes"
    UNICODE = "unicode"


class Token(NamedTuple):
    """A token: ``word`` is a control word or symbol, ``data`` text as bytes.

    One of Unicode characters has them as they are written, each with what stands for it in
    old programs.
    """

    kind: Kind
    word: str = ""
    value: int | None = None
    data: bytes = b""


_OPEN, _CLOSE = Token(Kind.OPEN), Token(Kind.CLOSE)


class Lexer:
    """Cuts an RTF into tokens; ``is_cut`` says afterwards that binary data ran past the end."""

    def __init__(self, data: bytes) -> None:
        self._data, self._at = data, 0
        self.is_cut = False

    def tokens(self) -> Iterator[Token]:
        """Give the tokens in order; binary data is passed over."""
        while found := _TOKEN.match(self._data, self._at):
            self._at = found.end()
            kind = found.lastgroup
            if kind == "brace":
                yield _OPEN if found[0] == b"{" else _CLOSE
            elif kind == "text":
                if text := characters(found[0]):
                    yield Token(Kind.BYTES, data=text)
            elif kind == "unicode":
                yield Token(Kind.UNICODE, data=found[0])
            elif kind == "symbol":
                yield Token(Kind.SYMBOL, found["symbol"].decode("latin-1"))
            elif kind is not None:
                value = None if found["value"] is None else int(found["value"])
                word = found["word"].decode()
                if word == "bin":
                    self._pass_binary(value or 0)
                else:
                    yield Token(Kind.WORD, word, value)

    def pass_group(self) -> bytes:
        """Go to the end of the group that is open, so that its closing brace comes next.

        Returns what is passed over.
        """
        depth, begin = 0, self._at
        while found := _GROUPING.search(self._data, self._at):
            self._at = found.end()
            if found[1] is not None:
                self._pass_binary(int(found[1]))
            elif found[0] == b"{":
                depth += 1
            elif found[0] == b"}":
                if depth == 0:
                    self._at = found.start()
                    return self._data[begin : self._at]
                depth -= 1
        self._at = len(self._data)
        return self._data[begin:]

    def _pass_binary(self, length: int) -> None:
        self.is_cut = self.is_cut or length > len(self._data) - self._at
        self._at += max(0, length)


def characters(text: bytes) -> bytes:
    """Return text as bytes: without line ends, which mean nothing, its escaped bytes as such."""
    text = text.translate(None, _NO_TEXT)
    if b"\\" not in text:
        return text
    return _BYTE.sub(lambda found: bytes.fromhex(found[0][2:].decode()), text)


def unicode_characters(text: bytes) -> Iterator[tuple[str, bytes]]:
    """Give each Unicode character, halves of pairs singly, and what follows it as bytes."""
    for number, fallback, blanks in _ONE.findall(text):
        yield chr(int(number) & 0xFFFF), fallback + blanks
