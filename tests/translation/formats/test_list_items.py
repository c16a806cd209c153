"""Items of lists keep their numbers and get bullets once, in each format that is made new."""

from __future__ import annotations

import io

import pytest

from translation.formats import FORMATS, WriteOptions
from translation.formats.list_items import is_numbered, without_bullet
from translation.work.documents import document_from_text

TEXT = "عنوان الخبر\n\nنص الفقرة الأولى من الخبر.\n\n• بند\n\n1. بند ثان\n"


def written(format_id: str) -> bytes:
    spec = next(spec for spec in FORMATS if spec.id == format_id)
    assert spec.write
    return spec.write(
        document_from_text(TEXT, "a.txt").document, WriteOptions("out", _Printer())
    ).data


class _Printer:
    """Gives the page that would be printed."""

    def pdf(self, html: str, **_: object) -> bytes:
        return html.encode()


@pytest.mark.parametrize(
    ("text", "bare", "numbered"),
    [
        ("- a", "a", False),
        ("-5 degrees", "-5 degrees", False),
        ("1. a", "1. a", True),
        ("(ب) نص", "(ب) نص", True),
        ("1.5 million", "1.5 million", False),
        ("a word", "a word", False),
    ],
)
def test_bullets_and_numbers_are_told_apart(text, bare, numbered):
    assert (without_bullet(text), is_numbered(text)) == (bare, numbered)


def test_items_of_a_new_document():
    import docx

    found = docx.Document(io.BytesIO(written("docx"))).paragraphs[-2:]
    assert [(p.style.name, p.text) for p in found] == [
        ("List Bullet", "بند"),
        ("List Paragraph", "1. بند ثان"),
    ]


def test_items_of_a_new_page():
    assert '<li>بند</li>\n<li style="list-style: none">1. بند ثان</li>' in written("html").decode()


def test_items_of_a_new_sheet():
    page = written("pdf").decode()
    assert "\u2022 بند<" in page
    assert "\u2022 1." not in page
