"""The contract of formats, for the tables of segments."""

from __future__ import annotations

from tests.translation.formats.bilingual_documents import Facts
from tests.translation.formats.test_format_contract import FormatContract
from translation.errors import InputError
from translation.model.segment import SegmentState


class TableContract(FormatContract):
    """An empty cell is none, and without a target no state holds."""

    def promised(self, facts: Facts) -> Facts:
        rows = super().promised(facts)
        for row in rows:
            for name in ("target", "draft", "reference"):
                if name in row:
                    row[name] = row[name] or None
            if row["target"] is None:
                row["state"] = SegmentState.INITIAL
        return [row for row in rows if str(row["source"]).strip()]


class TestCsv(TableContract):
    format_id = "csv"


class TestXlsx(TableContract):
    format_id = "xlsx"


class TestDocxTable(TableContract):
    """Page furniture is not sent to a colleague."""

    format_id = "docx-table"

    def promised(self, facts: Facts) -> Facts:
        return super().promised([row for row in facts if not row["furniture"]])

    def read(self, data: bytes) -> Facts:
        try:
            return [{**row, "furniture": False} for row in super().read(data)]
        except InputError as error:
            assert error.reason == "no_text"
            return []
