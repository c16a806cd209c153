"""DOCX: hostile and broken files are refused in one sentence, or opened without loss."""

from __future__ import annotations

import io
import socket
import tracemalloc
import zipfile

import pytest

from tests.translation.formats.docx_samples import (
    HEAD,
    NAMESPACES,
    RELATION,
    SAMPLES,
    cells,
    package,
    para,
    part,
    rels,
    run,
    xml_of,
    zipped,
)
from tests.translation.formats.in_place_contract import translate
from translation.errors import InputError
from translation.formats import ReadOptions, WriteOptions
from translation.formats.docx.names import w
from translation.formats.docx.read import read
from translation.formats.docx.write import write
from translation.work.building import build_document

NEWS = para(run("نص الخبر كله."))
LOL = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 10))


def document(text: str, declared: str = "") -> dict[str, str | bytes]:
    root = f"<w:document {NAMESPACES}><w:body>{text}</w:body></w:document>"
    return {"word/document.xml": f"{HEAD}{declared}{root}"}


def without(name: str) -> bytes:
    with zipfile.ZipFile(io.BytesIO(package(NEWS))) as archive:
        return zipped({n: archive.read(n) for n in archive.namelist() if n != name})


def twice() -> bytes:
    stream = io.BytesIO(package(NEWS))
    with zipfile.ZipFile(stream, "a") as archive, pytest.warns(match="Duplicate"):
        archive.writestr("word/document.xml", "<other/>")
    return stream.getvalue()


def paragraphs(count: int, filler: bytes = b"") -> bytes:
    """Return a DOCX of ``count`` empty paragraphs; the filler keeps the ratio small."""
    start, _, end = part("document", "<w:body>#</w:body>").partition("#")
    data = start.encode() + b"<w:p/>" * count + b"<!--" + filler + b"-->" + end.encode()
    return package(NEWS, {"word/document.xml": data})


def noise(size: int) -> bytes:
    """Return bytes that cannot be packed, as text."""
    import random

    return random.Random(1).randbytes(size).hex().encode()


def nested_tables(depth: int) -> str:
    return (
        "<w:tbl><w:tr><w:tc>" * depth + NEWS + "</w:tc></w:tr></w:tbl>" * depth
    )  # fmt: skip


def bad_crc() -> bytes:
    data = bytearray(package(NEWS))
    at = data.find(b"word/document.xml") + len("word/document.xml") + 40
    data[at] ^= 0xFF
    return bytes(data)


def damaged_picture() -> bytes:
    data = package(NEWS, {"word/media/a.png": noise(100)})
    place = data.find(b"word/media/a.png") + 60
    return data[:place] + b"\0\0\0\0" + data[place + 4 :]


REFUSED = {
    "ten million paragraphs": (lambda: paragraphs(10_000_000), "swells when unpacked"),
    "ten million, packed badly": (lambda: paragraphs(8_000_000, noise(400_000)), "of memory"),
    "a million paragraphs": (lambda: paragraphs(1_000_000, noise(200_000)), "100000 paragraphs"),
    "300 MB of text": (
        lambda: package(NEWS, {"word/document.xml": b"<a>" + b"x" * 90_000_000}), "larger than",
    ),
    "a ratio of 1000 to 1": (
        lambda: package(NEWS, {"word/media/a.bin": b"\0" * 30_000_000}), "swells",
    ),
    "an outside entity": (
        lambda: package("", document(
            NEWS, '<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/hostname">]>')), "XML entities",
    ),
    "entities in entities": (
        lambda: package("", document(para(run("&e9;")), f"<!DOCTYPE d [{LOL}]>")), "XML entities",
    ),
    "entities in the styles": (
        lambda: package(NEWS, {"word/styles.xml": f"<!DOCTYPE d [{LOL}]><a>&e9;</a>"}),
        "XML entities",
    ),
    "no content types": (lambda: without("[Content_Types].xml"), "[Content_Types].xml"),
    "no document": (lambda: without("word/document.xml"), "word/document.xml"),
    "a part twice": (twice, "twice"),
    "a name that leads outside": (lambda: package(NEWS, {"../x.xml": "<a/>"}), "points outside"),
    "cut off": (lambda: package(NEWS)[:-300], "no zip file"),
    "encrypted": (
        lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
        "without a password",
    ),
    "before 2007": (lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "before 2007"),
    "no zip": (lambda: b"PK, but no zip", "no zip file"),
    "300 nested tables": (lambda: package(nested_tables(300)), "not well-formed XML"),
    "damaged": (bad_crc, "damaged"),
    "a damaged picture": (damaged_picture, "damaged"),
    "no text": (lambda: package(para("<w:r><w:drawing/></w:r>")), "no text to translate"),
    "a spreadsheet": (
        lambda: package("", {"word/document.xml": "<workbook/>"}), "no Word document",
    ),
    "a strict one without a body": (
        lambda: package("", {"word/document.xml":
            '<d:document xmlns:d="http://purl.oclc.org/ooxml/wordprocessingml/main"/>'}),
        "no Word document",
    ),
    "too many codes": (
        lambda: package(para(run("أ") + ("<w:r><w:tab/></w:r>" + run("ب")) * 7000)), "inline codes",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", REFUSED)
def test_refused_in_one_sentence(name: str):
    make, words = REFUSED[name]
    data = make()
    tracemalloc.start()
    with pytest.raises(InputError) as caught:
        read(data, ReadOptions("bad.docx"))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    sentence = str(caught.value)
    assert words in sentence
    assert "\n" not in sentence
    assert peak < 250_000_000


def texts(data: bytes) -> list[str]:
    [file] = read(data, ReadOptions("odd.docx"))
    return [unit.text or "" for unit in file.units]


def test_nothing_outside_is_fetched(monkeypatch: pytest.MonkeyPatch):
    def never(*_: object) -> None:
        raise AssertionError("the network was used")

    monkeypatch.setattr(socket.socket, "connect", never)
    outside = "".join(
        f'<Relationship Id="{kind}" Type="{RELATION}/{kind}" Target="http://127.0.0.1:9/{kind}"'
        ' TargetMode="External"/>'
        for kind in ("image", "header", "styles", "attachedTemplate", "footnotes")
    )
    assert texts(package(NEWS, {"word/_rels/document.xml.rels": rels(outside)})) == [
        "نص الخبر كله."
    ]


def test_relations_that_lead_out_of_the_zip_or_nowhere():
    lost = "".join(
        f'<Relationship Id="{n}" Type="{RELATION}/footnotes" Target="{target}"/>'
        for n, target in enumerate(("../../../etc/passwd", "/nowhere.xml", ""))
    )
    assert texts(package(NEWS, relations=lost)) == ["نص الخبر كله."]


def test_a_package_without_relations_or_styles_is_read():
    assert texts(without("_rels/.rels")) == ["نص الخبر كله."]
    assert texts(without("word/styles.xml")) == ["نص الخبر كله."]


def test_a_main_part_of_another_name_is_found():
    with zipfile.ZipFile(io.BytesIO(package(NEWS))) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    files["word/document2.xml"] = files.pop("word/document.xml")
    files["_rels/.rels"] = files["_rels/.rels"].replace(b"document.xml", b"document2.xml")
    assert texts(zipped(dict(files))) == ["نص الخبر كله."]


def test_styles_based_on_each_other_end():
    style = '<w:style w:styleId="x" w:type="paragraph"><w:basedOn w:val="x"/></w:style>'
    styled = para(run("نص الخبر كله."), '<w:pStyle w:val="x"/>')
    assert texts(package(styled, {"word/styles.xml": part("styles", style)})) == ["نص الخبر كله."]


def test_a_zip_within_and_a_long_cell_lose_nothing():
    inner = package(NEWS)
    long = "كلمة " * 8000
    assert texts(package(cells(long.strip()), {"word/embeddings/a.docx": inner})) == [long.strip()]


def test_fifty_nested_tables_are_read():
    assert texts(package(nested_tables(50))) == ["نص الخبر كله."]


def test_fields_that_never_end_or_never_began():
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    odd = para(begin + run("أول") + begin + run("ثان")) + para(run("ثالث") + end + end + end)
    assert len(texts(package(odd))) == 2


def test_thousands_of_marks_links_and_fields_in_one_another_take_no_time():
    marks = "".join(f'<w:bookmarkStart w:id="{n}" w:name="a{n * n}"/>' for n in range(30_000))
    links = f"<w:hyperlink>{run('أ')}</w:hyperlink>" * 2000
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    odd = para(run("أول") + marks + links + begin * 3000 + end * 3000 + run("آخر"))
    document = build_document(read(package(odd), ReadOptions("odd.docx")))[0]
    translate(document, lambda *_: "Text.")
    written = write(document, WriteOptions("out.docx")).data
    assert len(list(xml_of(written).iter(w("bookmarkStart")))) == 30_000
    assert len(list(xml_of(written).iter(w("fldChar")))) == 6000


@pytest.mark.parametrize("name", SAMPLES)
def test_samples_cut_anywhere_are_refused_or_read(name: str):
    data = SAMPLES[name]
    for end in range(0, len(data), 211):
        with pytest.raises(InputError):
            read(data[:end], ReadOptions("cut.docx"))
