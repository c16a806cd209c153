"""The body of an answer as it was before it was packed for the way (RFC 9110, 8.4)."""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

PIECE = 64 * 1024
"""Bytes that are unpacked at once: a few bytes can hold a thousand times as many."""

_GZIP = b"\x1f\x8b"
_ANY_HEADER, _NO_HEADER = 47, -15


class DamagedError(Exception):
    """What came is not what was packed: broken, cut short, or packed in a way nobody asked for."""


class Unpacker(Protocol):
    """Takes a body as it comes."""

    def unpack(self, chunk: bytes) -> Iterator[bytes]:
        """Give what a chunk holds, in pieces of at most PIECE bytes. Raises DamagedError."""

    def end(self) -> None:
        """Raise DamagedError where the body ended too soon."""


def unpacker(codings: Sequence[str]) -> Unpacker:
    """Return what unpacks a body with these Content-Encoding headers. Raises DamagedError."""
    names = [name.strip().lower() for header in codings for name in str(header).split(",")]
    packed = [name for name in names if name not in ("", "identity")]
    if not packed:
        return _Plain()
    if len(packed) > 1 or packed[0] not in ("gzip", "x-gzip", "deflate"):
        raise DamagedError(f"Content-Encoding: {', '.join(packed)}")
    return _Deflated()


class _Plain:
    def unpack(self, chunk: bytes) -> Iterator[bytes]:
        yield chunk

    def end(self) -> None:
        """What is not packed ends where its length says."""


class _Deflated:
    """gzip of one or several members, zlib, and the bare deflate that some hosts send for it."""

    def __init__(self) -> None:
        self._waiting = b""
        self._reader: zlib._Decompress | None = None
        self._has_ended = self._is_over = False

    def unpack(self, chunk: bytes) -> Iterator[bytes]:
        chunk, self._waiting = self._waiting + chunk, b""
        try:
            while chunk and not self._is_over and (reader := self._reader_of(chunk)):
                yield from _pieces(reader, chunk)
                chunk = reader.unused_data
                if reader.eof:
                    self._reader, self._has_ended = None, True
        except zlib.error as error:
            raise DamagedError(str(error)) from error

    def _reader_of(self, chunk: bytes) -> zlib._Decompress | None:
        """Return the reader of what comes now; None where it cannot be told yet, or is nothing."""
        if self._reader is None and len(chunk) < len(_GZIP):
            self._waiting = chunk
        elif self._reader is None and self._has_ended and not chunk.startswith(_GZIP):
            self._is_over = True  # What stands behind the end is left out, as browsers do.
        elif self._reader is None:
            self._reader = zlib.decompressobj(_window(chunk))
        return self._reader

    def end(self) -> None:
        if self._reader is not None or (self._waiting and not self._has_ended):
            raise DamagedError("it ended too soon")


def _pieces(reader: zlib._Decompress, chunk: bytes) -> Iterator[bytes]:
    """Give all that comes of a chunk; the last of it may lie in the reader with no bytes left."""
    while True:
        piece = reader.decompress(chunk, PIECE)
        yield piece
        chunk = reader.unconsumed_tail
        if reader.eof or not (chunk or len(piece) == PIECE):
            return


def _window(start: bytes) -> int:
    """Return zlib's number for the header that a body begins with (RFC 1950, 2.2)."""
    is_zlib = start[0] & 15 == 8 and int.from_bytes(start[:2], "big") % 31 == 0
    return _ANY_HEADER if is_zlib or start.startswith(_GZIP) else _NO_HEADER
