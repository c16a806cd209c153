"""What test_markdown and test_markdown_boxes work with."""

from __future__ import annotations

from dataclasses import replace

from markdown_it import MarkdownIt

from tests.translation.formats.in_place_contract import opened
from translation.formats import FORMATS, WriteOptions
from translation.formats.visible_codes import show_codes
from translation.model.document import Document
from translation.model.edits import Put

MD = next(spec for spec in FORMATS if spec.id == "md")


def only(text: str | bytes) -> Document:
    return opened(MD, text.encode() if isinstance(text, str) else text)


def written(document: Document) -> str:
    assert MD.write
    return MD.write(document, WriteOptions("out")).data.decode()


def with_targets(text: str, *targets: str | None) -> str:
    document = only(text)
    for segment, target in zip(document.snapshot(), targets, strict=False):
        if target is not None:
            document.apply(Put(segment, replace(segment, target=target)))
    return written(document)


def rendered(text: str) -> str:
    return MarkdownIt("commonmark").enable(["table", "strikethrough"]).render(text)


def sources(text: str) -> list[tuple[str, str]]:
    return [
        (
            unit.role.value,
            "".join(show_codes(s.lead + s.source + s.trail, unit.codes) for s in rows),
        )
        for unit, rows in only(text).by_unit()
    ]
