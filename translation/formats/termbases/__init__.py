"""Termbases in and out: TERMBASE_FORMATS is their table."""

from __future__ import annotations

from translation.formats.termbases.spec import ReadTerms, TermbaseSpec
from translation.formats.termbases.table import TERMBASE_FORMATS, find_reader, find_writer

__all__ = ["TERMBASE_FORMATS", "ReadTerms", "TermbaseSpec", "find_reader", "find_writer"]
