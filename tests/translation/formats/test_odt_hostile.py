"""ODT files of others: refused in a sentence, or opened without harm."""

from __future__ import annotations

import io
import zipfile

import pytest

from tests.translation.formats import odt_files
from tests.translation.formats.in_place_contract import opened, texts, translate
from tests.translation.formats.odt_files import fodt, odt
from tests.translation.formats.odt_texts import PLAIN, SPEC, read, twice, write
from translation.errors import InputError

BOMB = '<!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>'


XXE = '<!DOCTYPE a [<!ENTITY a SYSTEM "file:///etc/hostname">]>'


def with_doctype(doctype: str, entity: str) -> bytes:
    text = odt_files.content(f"<text:p>قال {entity};</text:p>").decode()
    return text.replace(odt_files.HEAD, odt_files.HEAD + doctype).encode()


def wrong_sum(data: bytes, name: str) -> bytes:
    """Return the zip with a wrong checksum for a part, in both its records."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        right = archive.getinfo(name).CRC.to_bytes(4, "little")
    return data.replace(right, bytes(4))


LOCKED = odt_files.MANIFEST.replace(
    "</manifest:manifest>", "<manifest:encryption-data/></manifest:manifest>"
)


DEEP = "<text:section>" * 300 + "<text:p>قال</text:p>" + "</text:section>" * 300


REFUSED = {
    "empty": (lambda: b"", "empty"),
    "noise": (lambda: bytes(range(256)) * 20, "bad_zip"),
    "truncated": (lambda: odt(PLAIN)[:-200], "bad_zip"),
    "no content": (lambda: odt_files.zipped({"mimetype": odt_files.MIMETYPE}), "bad_zip"),
    "bad checksum": (lambda: wrong_sum(odt(PLAIN), "content.xml"), "bad_zip"),
    "outside name": (lambda: odt(PLAIN, **{"../../a": b"x"}), "zip_unsafe"),
    "duplicate part": (lambda: twice("content.xml"), "zip_unsafe"),
    "encrypted": (lambda: odt(PLAIN, **{"META-INF/manifest.xml": LOCKED}), "encrypted"),
    "office encryption": (
        lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
        "encrypted",
    ),
    "entities": (lambda: odt("", **{"content.xml": with_doctype(BOMB, "&b")}), "xml_entities"),
    "outside entity": (lambda: odt("", **{"content.xml": with_doctype(XXE, "&a")}), "xml_entities"),
    "flat entities": (
        lambda: fodt(PLAIN).replace(b"<office:document ", XXE.encode() + b"<office:document ", 1),
        "xml_entities",
    ),
    "not well formed": (lambda: odt("<text:p>قال"), "bad_xml"),
    "too deep": (lambda: odt(DEEP), "bad_xml"),
    "many paragraphs": (lambda: odt("<text:p/>" * 7_000_000), "zip_unsafe"),
    "more paragraphs than a library of books": (
        lambda: fodt("".join(f"<text:p>{n}</text:p>" for n in range(110_000))),
        "too_many_paragraphs",
    ),
    "one long text": (lambda: odt(f"<text:p>{'x' * 30_000_000}</text:p>"), "zip_unsafe"),
    "many marks": (
        lambda: fodt("".join(f"<text:p>{n}</text:p>" for n in range(310_000))), "zip_unsafe"
    ),
    "spreadsheet": (
        lambda: odt(PLAIN, mimetype="application/vnd.oasis.opendocument.spreadsheet"),
        "wrong_format",
    ),
    "other xml": (lambda: b"<html><body>x</body></html>", "wrong_format"),
    "no words": (lambda: odt("<text:p> . . </text:p>"), "no_text"),
}  # fmt: skip


EXTERNAL = (
    '<text:p>قال <draw:frame text:anchor-type="as-char"><draw:image'
    ' xlink:href="http://127.0.0.1:9/a.png"/></draw:frame> نعم</text:p>'
)


OPENED = {
    "nested zip": lambda: odt(PLAIN, **{"Object 1/content.zip": odt(PLAIN)}),
    "outside picture": lambda: odt(EXTERNAL),
    "no styles": lambda: odt_files.zipped({"content.xml": odt_files.content(PLAIN)}),
    "an id twice": lambda: odt('<text:list xml:id="a"/><text:list xml:id="a"/>' + PLAIN),
    "many tables": lambda: odt(
        "<table:table><table:table-row><table:table-cell>" * 60 + "<text:p>قال</text:p>"
        + "</table:table-cell></table:table-row></table:table>" * 60
    ),
    "thousand styles in a ring": lambda: odt(
        PLAIN, **{"styles.xml": ring()}
    ),
}  # fmt: skip


def ring() -> bytes:
    made = "".join(
        f'<style:style style:name="R{n}" style:family="paragraph"'
        f' style:parent-style-name="R{(n + 1) % 1000}"/>'
        for n in range(1000)
    )
    joined = odt_files.STYLES + made.replace("R0", "Standard")
    return odt_files.styles().decode().replace(odt_files.STYLES, joined).encode()


class TestHostileFiles:
    @pytest.mark.parametrize("name", REFUSED)
    def test_refused_with_one_sentence(self, name: str):
        make, reason = REFUSED[name]
        with pytest.raises(InputError) as caught:
            read(make())
        assert caught.value.reason == reason
        assert "a.odt" in str(caught.value)

    @pytest.mark.parametrize("name", OPENED)
    def test_opened_and_given_back_as_it_came(self, name: str):
        data = OPENED[name]()
        document = opened(SPEC, data)
        assert write(document) == data
        translate(document, lambda *_: "Text")
        assert texts(opened(SPEC, write(document)))

    def test_too_many_codes_in_a_paragraph(self):
        spans = '<text:span text:style-name="T4">قال</text:span> و ' * 3300
        with pytest.raises(InputError) as caught:
            read(odt(f"<text:p>{spans}</text:p>"))
        assert caught.value.reason == "too_many_codes"
