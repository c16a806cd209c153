"""What test_subtitles and test_subtitle_speeches work with."""

from __future__ import annotations

from dataclasses import replace

from tests.translation.formats.in_place_contract import opened
from translation.formats import FORMATS, FormatSpec, WriteOptions
from translation.model.document import Document
from translation.model.edits import Put
from translation.model.inline import strip_codes
from translation.model.segment import SegmentState

SRT, VTT = (next(spec for spec in FORMATS if spec.id == name) for name in ("srt", "vtt"))


TIME = "00:00:0{0},000 --> 00:00:0{0},900"


PLAIN_SRT = f"""1
{TIME.format(1)}
قال الوزير إن الحوار مهم.

2
{TIME.format(2)} X1:10 X2:20 Y1:5 Y2:9
<i>وأضاف</i> أن
<font color="#ffff00">التعاون</font> مستمر.

3
{TIME.format(3)}
{{\\an8}}عنوان
"""


def only(spec: FormatSpec, text: str | bytes) -> Document:
    return opened(spec, text.encode() if isinstance(text, str) else text)


def sources(document: Document) -> list[str]:
    return [strip_codes(segment.source) for segment in document.segments]


def written(document: Document, spec: FormatSpec) -> bytes:
    assert spec.write
    return spec.write(document, WriteOptions("out")).data


def with_targets(spec: FormatSpec, data: str | bytes, *targets: str | None) -> str:
    """Open a file, give the first segments these targets, and return the file exported."""
    document = only(spec, data)
    for segment, target in zip(document.snapshot(), targets, strict=False):
        if target is not None:
            after = replace(segment, target=target, state=SegmentState.CONFIRMED)
            document.apply(Put(segment, after))
    return written(document, spec).decode()
