"""Where a line break in a translation is one in the file: what is said is what writers do."""

from __future__ import annotations

from dataclasses import replace

import pytest

from translation.formats import WriteOptions, find_writer
from translation.formats.line_breaks import holds_line_breaks
from translation.model.edits import Put
from translation.model.segment import SegmentState
from translation.work.documents import open_document

HTML = """<!doctype html><html lang="ar"><head><title>عنوان الصفحة</title></head><body><article>
<h1>عنوان كبير هنا</h1><p>قال الوزير إن الحوار مهم.</p><p>وأضاف أن التعاون مستمر.</p>
</article></body></html>"""
MARKDOWN = """---
title: "عنوان المقال"
---

# عنوان

قال الوزير إن الحوار مهم.

| أ | ب |
|---|---|
| خلية | ثانية |
"""
SRT = "1\n00:00:01,000 --> 00:00:02,000\nقال الوزير\n"
BREAKS = ("<br>", "\\\n", "\n")


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.html", HTML),
        ("a.md", MARKDOWN),
        ("a.srt", SRT),
        ("a.txt", "قال الوزير إن الحوار مهم.\n"),
    ],
)
def test_each_writer_keeps_those_that_are_allowed_and_no_others(tmp_path, name, text):
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    document = open_document(path).document
    may = {}
    for number, segment in enumerate(list(document.segments)):
        unit = document.unit(segment.unit_id)
        if not unit.is_furniture:
            may[number] = holds_line_breaks(document.file(unit.file_id), unit)
            target = f"ONE{number}\nTWO{number}"
            document.apply(Put(segment, replace(segment, target=target, state=SegmentState.FINAL)))
    written = find_writer(path, document).write(document, WriteOptions(name)).data.decode("utf-8")
    for number, allowed in may.items():
        joins = [f"ONE{number}{between}TWO{number}" in written for between in BREAKS]
        assert any(joins) == allowed, (number, written)
    assert False in may.values() or name not in ("a.html", "a.md")
