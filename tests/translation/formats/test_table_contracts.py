"""The contract of formats, for the tables of segments."""

from __future__ import annotations

from contextlib import suppress

from tests.translation.formats.bilingual_documents import CODES, Facts
from tests.translation.formats.test_format_contract import FormatContract
from translation.errors import InputError
from translation.formats.code_table import SPECIAL

KNOWN = frozenset(chr(0xE000 + index) for index in range(len(CODES)))


class TableContract(FormatContract):
    """An empty cell is none where no state says more; page furniture stays here."""

    def promised(self, facts: Facts) -> Facts:
        rows = super().promised([row for row in facts if not row["furniture"]])
        for row in rows:
            for name in ("draft", "reference"):
                if name in row:
                    row[name] = row[name] or None
        return [row for row in rows if str(row["source"]).strip()]

    def read(self, data: bytes) -> Facts:
        with suppress(InputError):
            return [{**row, "furniture": False} for row in super().read(data)]
        return []  # nothing but page furniture


class TestTsv(TableContract):
    format_id = "tsv"


class TestCsv(TableContract):
    format_id = "csv"


class TestXlsx(TableContract):
    format_id = "xlsx"


class TestDocxTable(TableContract):
    format_id = "docx-table"


class TestJsonl(FormatContract):
    """Characters that no segment may hold come back as codes of their own behind the unit's."""

    format_id = "jsonl"

    def promised(self, facts: Facts) -> Facts:
        rows = super().promised(facts)
        for row in rows:
            id_, role, role_found, anchor, codes, note = row["unit"]
            row["unit"] = (id_, role, role_found, anchor, codes[: len(CODES)], note)
            for name in ("source", "target", "draft", "reference"):
                if isinstance(text := row[name], str):
                    row[name] = SPECIAL.sub(lambda m: m[0] if m[0] in KNOWN else "", text)
        return [row for row in rows if str(row["source"]).strip()]
