"""The words of numbers in an OpenDocument text, and the letters that they count by."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.translation.formats.odt_files import AUTOMATIC, content, odt
from tests.translation.formats.odt_texts import part, read, write
from tests.translation.formats.test_odt import q, shown
from tests.translation.formats.test_odt_fields import rewritten
from translation.formats.odt.names import NAMESPACES
from translation.model.edits import Put
from translation.model.segment import Role
from translation.work.building import build_document

LOEXT = f'xmlns:loext="{NAMESPACES["loext"]}"'
LEVELS = (
    f'<text:list-level-style-number {LOEXT} text:level="1" style:num-format="1"'
    ' style:num-prefix="الفصل " loext:num-list-format="الفصل %1%:" style:num-suffix=":"/>'
    '<text:list-level-style-number text:level="2" style:num-format="أ, ب, ت, ..."'
    ' style:num-prefix="البند " style:num-suffix=" –"/>'
    '<text:list-level-style-number text:level="3" style:num-format="١, ٢, ٣, ..."'
    ' style:num-suffix="ـ"/>'
)
ITEMS = (
    '<text:list text:style-name="{}"><text:list-item><text:p>بند</text:p></text:list-item>'
    "</text:list>"
)


def numbered(body: str = ITEMS.format("L1")) -> bytes:
    lists = "".join(
        f'<text:list-style style:name="{name}">{LEVELS}</text:list-style>' for name in ("L1", "L9")
    )
    return odt(body, **{"content.xml": content(body, AUTOMATIC + lists)})


def levels_of(data: bytes) -> list[dict[str, str]]:
    return [
        {str(name).rpartition("}")[2]: str(value) for name, value in found.attrib.items()}
        for found in part(data).iter(q("text:list-level-style-number"))
    ][:3]


def test_words_of_numbers_are_units_and_are_written_back():
    data = numbered()
    assert shown(data) == ["بند", "الفصل <1>:", "البند <2> –"]
    first, second, third = levels_of(write(rewritten(data)))
    assert (first["num-list-format"], first["num-prefix"], first["num-suffix"]) == (
        "xxxxx %1%:",
        "xxxxx ",
        ":",
    )
    assert (second["num-prefix"], second["num-suffix"]) == ("xxxxx ", " –")
    assert third["num-suffix"] == "-"
    assert [found["num-format"] for found in (first, second, third)] == ["1", "a", "1"]


@pytest.mark.parametrize("target", ["Chapter \ue000", "Chapter %1%", "Chapter"])
def test_a_number_is_never_lost(target: str):
    document = build_document([read(numbered())])[0]
    one = document.snapshot()[1]
    document.apply(Put(one, replace(one, target=target)))
    assert levels_of(write(document))[0]["num-list-format"] == "Chapter %1%"


def test_lists_not_in_use_are_no_units_and_headings_are():
    assert shown(numbered("<text:p>نص</text:p>")) == ["نص"]
    outline = (
        '<text:outline-style style:name="Outline"><text:outline-level-style text:level="1"'
        ' style:num-format="1" style:num-prefix="الباب "/></text:outline-style>'
    )
    body = '<text:h text:outline-level="1">عنوان</text:h>'
    data = odt(body, **{"content.xml": content(body, AUTOMATIC + outline)})
    assert [(unit.role, unit.text) for unit in read(data).units] == [
        (Role.HEADLINE, "عنوان"),
        (Role.SUBHEADING, "الباب \ue000"),
    ]
