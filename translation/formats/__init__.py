"""Files in and out: one table of formats, one module a format."""

from __future__ import annotations

from translation.formats.choosing import find_reader, find_writer, writable_formats
from translation.formats.files import read_bytes
from translation.formats.plain_text import text_file
from translation.formats.spec import (
    Capability,
    FormatSpec,
    Purpose,
    ReadOptions,
    WriteOptions,
    Written,
)
from translation.formats.table import FORMATS

__all__ = [
    "FORMATS",
    "Capability",
    "FormatSpec",
    "Purpose",
    "ReadOptions",
    "WriteOptions",
    "Written",
    "find_reader",
    "find_writer",
    "read_bytes",
    "text_file",
    "writable_formats",
]
