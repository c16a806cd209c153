"""Bylines: a role of their own in every format that an article is read from or written to."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.translation.formats import docx_samples, odt_files
from tests.translation.formats.in_place_contract import opened
from translation.formats import FORMATS, WriteOptions
from translation.model.edits import Put
from translation.model.segment import Role
from translation.work.drafting import wants_draft

TITLE, BYLINE = "عنوان الخبر الأول", "بقلم: أحمد علي"
BODY = "قال الوزير كلاما كثيرا في هذا الأمر كله أمس واليوم. وأضاف أن الحوار مستمر بين الجميع."
BY_ID = {spec.id: spec for spec in FORMATS}


def page(byline: str) -> bytes:
    return (
        f"<html lang='ar'><body><article><h1>{TITLE}</h1>{byline}"
        f"<p>{BODY}</p><p>{BODY}</p><p>{BODY}</p></article></body></html>"
    ).encode()


def paragraphs_of(format_id: str) -> bytes:
    lines = (TITLE, BYLINE, BODY)
    match format_id:
        case "docx":
            return docx_samples.package(
                "".join(docx_samples.para(docx_samples.run(line)) for line in lines)
            )
        case "odt":
            return odt_files.odt("".join(f"<text:p>{line}</text:p>" for line in lines))
        case "html":
            return page(f"<p>{BYLINE}</p>")
        case "md":
            return f"# {TITLE}\n\n{BYLINE}\n\n{BODY}\n".encode()
    return "\n\n".join(lines).encode()


@pytest.mark.parametrize("format_id", ["txt", "docx", "odt", "html", "md"])
def test_it_is_found_drafted_and_counted(format_id):
    document = opened(BY_ID[format_id], paragraphs_of(format_id))
    roles = [unit.role for unit in document.units]
    assert roles[:3] == [Role.HEADLINE, Role.BYLINE, Role.PARAGRAPH]
    [_, byline, *_] = document.segments
    assert byline.source == BYLINE
    assert wants_draft(document, byline)
    assert document.progress.furniture == 0


@pytest.mark.parametrize(
    ("markup", "role"),
    [
        ('<p class="byline">أحمد علي، القاهرة</p>', Role.BYLINE),
        ('<div class="article-author"><p>أحمد علي</p></div>', Role.BYLINE),
        ('<p class="byline">أحمد علي، 12 مايو 2023</p>', Role.DATELINE),
        ('<p class="date">أمس</p>', Role.DATELINE),
    ],
)
def test_pages_say_who_the_author_is(markup, role):
    document = opened(BY_ID["html"], page(markup))
    assert [unit.role for unit in document.units][:2] == [Role.HEADLINE, role]


def test_a_written_page_is_read_as_it_was():
    document = opened(BY_ID["txt"], paragraphs_of("txt"))
    for segment in document.snapshot():
        document.apply(Put(segment, replace(segment, target="A text that is long enough.")))
    write = BY_ID["html"].write
    assert write
    made = write(document, WriteOptions("out.html")).data
    assert b'<p class="byline">' in made
    again = opened(BY_ID["html"], made)
    assert [unit.role for unit in again.units][:2] == [Role.HEADLINE, Role.BYLINE]
