"""Getting out of a damaged project what can be read, without writing into it."""

from __future__ import annotations

from translation.store.salvage.pages import read_pages
from translation.store.salvage.rebuilding import Recovered, rebuild
from translation.store.salvage.report import Report
from translation.store.salvage.tables import Found, find_rows

__all__ = ["Found", "Recovered", "Report", "find_rows", "read_pages", "rebuild"]
