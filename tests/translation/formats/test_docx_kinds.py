"""Word documents with macros, templates and Strict Open XML, in and out in place."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import ClassVar

import pytest
from lxml import etree

from tests.translation.formats import test_docx
from tests.translation.formats.docx_samples import (
    MAIN,
    RELATION,
    SAMPLES,
    package,
    para,
    run,
    zipped,
)
from tests.translation.formats.in_place_contract import InPlaceContract, translate
from tests.translation.formats.odt_files import odt
from translation.errors import ExportError
from translation.formats.docx.kinds import KINDS
from translation.formats.docx.read import read
from translation.formats.docx.write import write
from translation.formats.spec import ReadOptions, WriteOptions
from translation.model.document import Document
from translation.model.edits import Put
from translation.work.building import build_document
from translation.work.documents import open_document
from translation.work.exporting import export

STRICT = "http://purl.oclc.org/ooxml"
_USUAL = re.compile(r"http://schemas\.openxmlformats\.org/(\w+)/2006/(\w+)(?=[\"'/])")


def as_kind(data: bytes, suffix: str) -> bytes:
    """Return a document as one of another kind, with macros where it may hold them."""
    parts = parts_of(data)
    types = parts["[Content_Types].xml"].decode().replace(KINDS[".docx"], KINDS[suffix])
    made: dict[str, str | bytes] = {**parts, "[Content_Types].xml": types}
    if suffix.endswith("m"):
        made["word/vbaProject.bin"] = b"macros \x00\x01"
    return zipped(made)


def as_strict(data: bytes) -> bytes:
    """Return a document as Word saves it as Strict Open XML."""
    parts = parts_of(data)
    made: dict[str, str | bytes] = {}
    for name, content in parts.items():
        text = content.decode()
        if name.endswith(".xml") and name.startswith("word/"):
            text = _USUAL.sub(rf"{STRICT}/\1/\2", text)
            text = text.replace('w:val="left"', 'w:val="start"').replace(
                'w:val="right"', 'w:val="end"'
            )
        elif name.endswith(".rels"):
            text = text.replace(RELATION, f"{STRICT}/officeDocument/relationships")
        made[name] = text
    return zipped(made)


def parts_of(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


class TestStrict(InPlaceContract):
    """Everything that an ordinary document can, a strict one can."""

    format_id = "docx"
    samples: ClassVar = {name: as_strict(data) for name, data in SAMPLES.items()}

    test_codes_come_back_with_their_text = test_docx.TestDocx.test_codes_come_back_with_their_text

    def test_it_stays_strict_in_every_part(self):
        for name, data in self.samples.items():
            [file] = read(data, ReadOptions("in.docx"))
            [usual] = read(SAMPLES[name], ReadOptions("in.docx"))
            assert [unit.text for unit in file.units] == [unit.text for unit in usual.units]
            document = open_bytes(data)
            translate(document, lambda number, _: f"Translation {number}.")
            made = write(document, WriteOptions("out.docx")).data
            for part, content in parts_of(made).items():
                if part.startswith("word/") and part.endswith(".xml"):
                    declared = set(etree.fromstring(content).nsmap.values())
                    assert f"{STRICT}/wordprocessingml/main" in declared, part
                    assert not [uri for uri in declared if uri and "/2006/main" in uri], part
                    assert not re.search(rb'<w:jc w:val="(left|right)"', content), part


def open_bytes(data: bytes, name: str = "in.docx") -> Document:
    return build_document(read(data, ReadOptions(name)))[0]


@pytest.mark.parametrize("suffix", KINDS)
def test_each_kind_comes_in_and_goes_out_as_it_is(suffix: str, tmp_path: Path):
    data = as_kind(SAMPLES["runs"], suffix)
    path = tmp_path / f"in{suffix}"
    path.write_bytes(data)
    document = open_document(path).document
    export(document, tmp_path / f"same{suffix}")
    assert (tmp_path / f"same{suffix}").read_bytes() == data
    translate(document, lambda number, _: f"Translation {number}.")
    export(document, tmp_path / f"out{suffix}")
    old, new = parts_of(data), parts_of((tmp_path / f"out{suffix}").read_bytes())
    assert [name for name in old if old[name] != new[name]] == ["word/document.xml"]


@pytest.mark.parametrize(
    ("before", "after"), [(".dotx", ".docx"), (".docx", ".dotx"), (".docx", ".docm")]
)
def test_the_suffix_decides_the_kind(before: str, after: str):
    data = as_kind(SAMPLES["runs"], before)
    made = write(open_bytes(data, f"in{before}"), WriteOptions(f"out{after}")).data
    assert KINDS[after].encode() in parts_of(made)["[Content_Types].xml"]


def test_macros_are_not_put_where_word_allows_none():
    document = open_bytes(as_kind(SAMPLES["runs"], ".docm"), "in.docm")
    with pytest.raises(ExportError) as caught:
        write(document, WriteOptions("out.docx"))
    assert caught.value.reason == "holds_macros"


def test_one_made_new_is_of_the_kind_of_its_name(tmp_path: Path):
    (tmp_path / "a.txt").write_text("عنوان الخبر\n\nقال الوزير.\n", encoding="utf-8")
    document = open_document(tmp_path / "a.txt").document
    export(document, tmp_path / "a.dotx")
    types = parts_of((tmp_path / "a.dotx").read_bytes())["[Content_Types].xml"]
    assert KINDS[".dotx"].encode() in types
    assert f"{MAIN}.document.main+xml".encode() not in types


def test_text_of_other_namespaces_is_not_touched():
    url = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    data = as_strict(package(para(run(f"انظر {STRICT}/wordprocessingml/main و"))))
    document = open_bytes(data)
    [segment] = document.snapshot()
    document.apply(Put(segment, replace(segment, target=f"See {url} here")))
    made = parts_of(write(document, WriteOptions("out.docx")).data)["word/document.xml"]
    assert f"See {url} here".encode() in made


@pytest.mark.parametrize(("before", "after"), [("ott", "odt"), ("odt", "ott"), ("ott", "ott")])
def test_an_odt_template(before: str, after: str, tmp_path: Path):
    kind = b"application/vnd.oasis.opendocument.text"
    parts = parts_of(odt("<text:p>قال الوزير</text:p>"))
    if before == "ott":
        parts["mimetype"] = kind + b"-template"
        manifest = parts["META-INF/manifest.xml"]
        parts["META-INF/manifest.xml"] = manifest.replace(kind, kind + b"-template")
    (tmp_path / f"in.{before}").write_bytes(zipped({**parts}))
    document = open_document(tmp_path / f"in.{before}").document
    translate(document, lambda *_: "The minister said")
    export(document, tmp_path / f"out.{after}")
    made = parts_of((tmp_path / f"out.{after}").read_bytes())
    wanted = kind + (b"-template" if after == "ott" else b"")
    assert made["mimetype"] == wanted
    assert b'"' + wanted + b'"' in made["META-INF/manifest.xml"]
    assert "The minister said" in made["content.xml"].decode()
