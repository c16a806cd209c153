"""Hostile XML: entities are refused whatever they are for, and nothing outside is read."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import REPOSITORY
from translation.errors import InputError
from translation.formats.safe_xml import attributes_of, elements, parse

BOMB = '<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;">'


def document(subset: str, inside: str = "") -> str:
    return f"<?xml version='1.0' encoding='ENC'?><!-- x --><!DOCTYPE r [{subset}]><r>{inside}</r>"


def refusal(data: bytes) -> str:
    with pytest.raises(InputError) as caught:
        parse(data, "a.xml")
    assert "a.xml" in str(caught.value)
    return caught.value.reason


@pytest.mark.parametrize(
    "subset",
    [
        '<!ENTITY x SYSTEM "file:///etc/hostname">',
        '<!ENTITY % p SYSTEM "http://127.0.0.1:9/x.dtd"> %p;',
        '<!ENTITY name "value">',
        BOMB,
        f'<!ENTITY x "{"a" * 50_000}">',
    ],
    ids=["external", "parameter", "internal", "bomb", "quadratic"],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_entity_declarations_are_refused(subset: str, encoding: str):
    text = document(subset, "&x;" * 1000).replace("ENC", encoding)
    assert refusal(text.encode(encoding)) == "xml_entities"


@pytest.mark.parametrize("before", ["<!-- ]> -->", "<?x ]> ?>", '<!ATTLIST r a CDATA "]>">'])
def test_declarations_hidden_behind_other_things_are_refused(before: str):
    data = document(before + '<!ENTITY x "y">', "&x;").replace("ENC", "utf-8")
    assert refusal(data.encode()) == "xml_entities"


def test_an_entity_of_a_missing_dtd_is_refused():
    data = b'<!DOCTYPE r SYSTEM "gone.dtd"><r>&name;</r>'
    assert refusal(data) in ("xml_entities", "bad_xml")


def test_a_doctype_without_entities_is_no_harm(tmp_path: Path):
    dtd = tmp_path / "x.dtd"
    dtd.write_text('<!ENTITY secret "read">')
    root = parse(f'<!DOCTYPE r SYSTEM "{dtd}"><r>ok</r>'.encode(), "a.xml")
    assert root.text == "ok"
    assert parse(b"<!DOCTYPE r [<!ELEMENT r ANY>]><r>ok</r>", "a.xml").text == "ok"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names here")
@pytest.mark.parametrize("read", ["parse", "elements", "root_element"])
def test_a_dtd_is_not_even_opened(read: str, tmp_path: Path):
    """Whoever opens a pipe that nobody writes to waits for ever."""
    os.mkfifo(tmp_path / "pipe")
    address = (tmp_path / "pipe").as_uri()
    data = f'<!DOCTYPE r SYSTEM "{address}"><r><a>ok</a></r>'
    names = ("r",) if read == "elements" else ()
    code = (
        f"from translation.formats.safe_xml import {read}\n"
        f"print(len([*{read}({data.encode()!r}, 'a.xml', *{names!r})]))"
    )
    words = [sys.executable, "-c", code]
    subprocess.run(words, cwd=REPOSITORY, check=True, timeout=60)


@pytest.mark.parametrize("address", ["http://127.0.0.1:9/a.dtd", "gone.dtd", "ftp://a/b", "//a/b"])
def test_a_dtd_elsewhere_is_no_reason_to_refuse(address: str):
    data = f'<!DOCTYPE r PUBLIC "-//A//B" "{address}"><r><a>ok</a></r>'.encode()
    assert parse(data, "a.xml").findtext("a") == "ok"
    assert [element.text for element in elements(data, "a.xml", "a")] == ["ok"]


def test_talk_of_entities_in_the_text_is_no_declaration():
    assert parse(b"<r><![CDATA[<!DOCTYPE r [<!ENTITY x 'y'>]>]]></r>", "a.xml").text


@pytest.mark.parametrize("between", ["<!-- x -->", " ", "<?a b?>", "\n<!-- x -->\n"])
def test_much_before_the_root_costs_little(between: str):
    """Backtracking through it would take longer than any test may."""
    prolog = "<?xml version='1.0'?>" + between * 5_000
    assert parse(f"{prolog}<r>ok</r>".encode(), "a.xml").text == "ok"
    assert refusal(f"{prolog}<!DOCTYPE r [{BOMB}]><r>&c;</r>".encode()) == "xml_entities"


def test_included_files_are_not_read(tmp_path: Path):
    (tmp_path / "secret").write_text("secret")
    data = (
        f'<r xmlns:xi="http://www.w3.org/2001/XInclude"><xi:include parse="text"'
        f' href="{tmp_path / "secret"}"/></r>'
    )
    assert "secret" not in "".join(str(t) for t in parse(data.encode(), "a.xml").itertext())


@pytest.mark.parametrize(
    "data",
    [b"<r>", b"<r></s>", b"<r>\x01</r>", b"<r>&#xD83D;</r>", b"text", b"<r a='1' a='2'/>"],
)
def test_what_is_not_well_formed_is_refused(data: bytes):
    assert refusal(data) == "bad_xml"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "windows-1256"])
def test_declared_encodings_are_read(encoding: str):
    text = f"<?xml version='1.0' encoding='{encoding}'?><r>نص</r>"
    assert parse(text.encode(encoding), "a.xml").text == "نص"


def test_a_prefix_that_nobody_declared_is_overlooked():
    root = parse(b"<r><a x:y='1'>text</a><x:b/></r>", "a.xml")
    assert "".join(str(text) for text in root.itertext()) == "text"
    assert refusal(b"<r><a x:y='1'>text</r>") == "bad_xml"


@pytest.mark.parametrize("count", [0, 3, 499, 500, 20_000])
def test_attributes_are_the_same_however_many(count: int):
    given = {"{urn:x}n": "0 & <"} | {f"a{n}": str(n) for n in range(count)}
    written = " ".join(f'a{n}="{n}"' for n in range(count))
    element = parse(f'<r xmlns:x="urn:x" x:n="0 &amp; &lt;" {written}/>'.encode(), "a.xml")
    assert attributes_of(element) == given
    assert list(attributes_of(element)) == list(given)
