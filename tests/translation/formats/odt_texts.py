"""What test_odt and test_odt_hostile work with."""

from __future__ import annotations

import io
import zipfile

import pytest
from lxml import etree

from tests.translation.formats import odt_files
from tests.translation.formats.odt_files import odt
from translation.formats import FORMATS, ReadOptions, WriteOptions
from translation.model.document import Document
from translation.model.language import ARABIC_TO_ENGLISH

SPEC = next(spec for spec in FORMATS if spec.id == "odt")


PLAIN = (
    '<text:h text:style-name="Heading_20_1" text:outline-level="1">عنوان الخبر</text:h>'
    '<text:p text:style-name="P1">قال <text:span text:style-name="T1">الوزير</text:span> إن'
    " الحوار مهم. وأضاف أنه مستمر.</text:p>"
)


def read(data: bytes):
    assert SPEC.read
    return SPEC.read(data, ReadOptions("a.odt", ARABIC_TO_ENGLISH))[0]


def part(data: bytes, name: str = "content.xml") -> etree._Element:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return etree.fromstring(archive.read(name))


def write(document: Document) -> bytes:
    assert SPEC.write
    return SPEC.write(document, WriteOptions("out.odt")).data


def twice(name: str) -> bytes:
    made = io.BytesIO(odt(PLAIN))
    with zipfile.ZipFile(made, "a") as archive, pytest.warns(UserWarning, match="Duplicate"):
        archive.writestr(name, odt_files.content(PLAIN))
    return made.getvalue()
