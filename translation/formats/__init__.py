"""Files in and out: one table of formats, one module a format."""

from __future__ import annotations

from translation.formats.files import read_bytes
from translation.formats.plain_text import text_file
from translation.formats.spec import (
    Capability,
    FormatSpec,
    ReadOptions,
    WriteOptions,
    Written,
)
from translation.formats.table import FORMATS, find_format

__all__ = [
    "FORMATS",
    "Capability",
    "FormatSpec",
    "ReadOptions",
    "WriteOptions",
    "Written",
    "find_format",
    "read_bytes",
    "text_file",
]
