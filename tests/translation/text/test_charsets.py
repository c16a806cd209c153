"""Which names of encodings mean one, in every place where a name can stand."""

from __future__ import annotations

import codecs
from pathlib import Path

import pytest

from translation.errors import InputError
from translation.formats import find_reader
from translation.formats.decoding import decode
from translation.formats.po.read import decode_po
from translation.formats.spec import ReadOptions
from translation.text.charsets import LABELS, chosen, declared

NO_CHARSETS = (
    *("punycode", "PunyCode", "idna", "utf-7", "UTF7", "unicode_escape", "unicode-escape"),
    *("raw_unicode_escape", "hex", "base64", "zlib", "rot13", "uu", "quopri", "undefined", "mbcs"),
    *("oem", "a\0b", "", "\ud800", "x" * 100_000, "utf-8\0", "encodings.utf_8", "../utf_8"),
)
"""Names that Python knows codecs by, or that break those who ask for one."""
ARABIC = "نص عربي من سطر واحد"


@pytest.mark.parametrize("name", NO_CHARSETS, ids=lambda name: ascii(name)[:20])
def test_they_name_no_encoding(name):
    assert declared(name) is None
    assert chosen(name) is None


@pytest.mark.parametrize("label", ["replacement", "iso-2022-kr", "hz-gb-2312", "x-user-defined"])
def test_what_the_standard_refuses_is_no_charset(label):
    assert declared(label) is None


def test_the_table_is_whole():
    """228 labels stand in the standard, of which seven stand for no encoding one can read."""
    assert len(LABELS) == 221
    for codec in set(LABELS.values()):
        assert codecs.lookup(codec).name == codec
        assert chosen(codec) == codec
        assert "abc".encode(codec).decode(codec) == "abc"


@pytest.mark.parametrize(
    ("label", "codec"),
    [
        (" Windows-1256\n", "cp1256"),
        ("ISO-8859-1", "cp1252"),
        ("us-ascii", "cp1252"),
        ("ASMO-708", "iso8859-6"),
        ("logical", "iso8859-8"),
        ("GB2312", "gb18030"),
        ("ks_c_5601-1987", "cp949"),
        ("unicode", "utf-16-le"),
        ("x-sjis", "cp932"),
    ],
)
def test_labels_are_read_as_browsers_read_them(label, codec):
    assert declared(label) == codec


@pytest.mark.parametrize("name", ["cp720", "mac-arabic", "cp864", "utf-32", "latin-1", "koi8_t"])
def test_people_may_choose_code_pages_that_the_web_does_not_have(name):
    assert chosen(name) == codecs.lookup(name).name


@pytest.mark.parametrize("name", NO_CHARSETS[:16])
def test_what_was_chosen_by_name_or_kept_in_a_project_is_refused_in_a_sentence(name):
    if name:
        with pytest.raises(InputError) as refused:
            decode(b"abc", "a.txt", name)
        assert refused.value.reason == "unknown_encoding"


HEADER = 'msgid ""\nmsgstr "Content-Type: text/plain; charset={}\\n"\n\nmsgid "a"\nmsgstr "{}"\n'


@pytest.mark.parametrize("label", [*NO_CHARSETS[:15], "UTF-16", "'utf-8'", "x-y"])
def test_a_catalogue_or_page_that_declares_one_is_read_as_if_it_did_not(label):
    catalogue = HEADER.format(label, ARABIC)
    for data in (catalogue.encode(), catalogue.encode("cp1256")):
        assert ARABIC in decode_po(data, "a.po", None).text
    for page in (
        f"<meta charset='{label}'><p>{ARABIC * 5}</p>",
        f'<meta http-equiv=content-type content="text/html; charset={label}"><p>{ARABIC * 5}</p>',
        f'<?xml version="1.0" encoding="{label}"?><html><p>{ARABIC * 5}</p></html>',
    ):
        for data in (page.encode(), page.encode("cp1256")):
            spec = find_reader(Path("a.html"), data)
            (file,) = spec.read(data, ReadOptions("a.html", None, None))
            assert any(unit.text.startswith(ARABIC) for unit in file.units)


def test_a_mark_says_more_than_a_label():
    data = codecs.BOM_UTF8 + HEADER.format("windows-1256", ARABIC).encode()
    assert ARABIC in decode_po(data, "a.po", None).text


TMX = (
    '<tmx version="1.4"><header/><body><tu><tuv xml:lang="ar"><seg>a</seg></tuv>'
    '<tuv xml:lang="en"><seg>b</seg></tuv></tu></body></tmx>'
)
XLIFF = (
    '<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"><file original="a"'
    ' source-language="ar" target-language="en" datatype="plaintext"><body><trans-unit id="1">'
    "<source>a</source></trans-unit></body></file></xliff>"
)


@pytest.mark.parametrize(("name", "body"), [("a.tmx", TMX), ("a.xlf", XLIFF)])
@pytest.mark.parametrize("label", ["UTF-7", "HZ", "ISO-2022-KR", "punycode", "IBM037"])
def test_xml_hides_in_no_other_encoding(name, body, label):
    """libxml2 reads some of these; in UTF-7 "<!ENTITY" is not found by who looks at the bytes."""
    data = f'<?xml version="1.0" encoding="{label}"?>{body}'.encode()
    with pytest.raises(InputError) as refused:
        find_reader(Path(name), data).read(data, ReadOptions(name, None, None))
    assert refused.value.reason == "unknown_encoding"


def test_a_long_catalogue_is_read_at_once():
    """300 kB under charset=punycode took 8 s in one call that nothing could stop."""
    data = HEADER.format("punycode", ARABIC * 9000).encode()
    assert decode_po(data, "puny.po", None).encoding == "utf-8"
