"""Checksums of rows say the same of the same row, whatever writes the JSON."""

from __future__ import annotations

import json
from zlib import crc32

from hypothesis import given
from hypothesis import strategies as st

from translation.store.checksums import checksum

CELLS = st.none() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text()


@given(st.lists(CELLS))
def test_it_is_that_of_the_row_as_json(row):
    written = json.dumps(row, ensure_ascii=False, separators=(",", ":"))
    assert checksum(row) == crc32(written.encode("utf-8", "surrogatepass"))


def test_bytes_count_as_the_text_they_are():
    assert checksum([1, "\ud800"]) == checksum([1, "\ud800".encode("utf-8", "surrogatepass")])
    assert checksum([b"\xff"]) == checksum(["ff"])
