"""A language that a file does not name: said, and put into the file, which else stays as it is."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from translation.cli.main import run
from translation.formats import ReadOptions, WriteOptions
from translation.formats.xliff.read import read
from translation.formats.xliff.write import write as write_1
from translation.formats.xliff2.write import write as write_2
from translation.model.document import Document
from translation.model.edits import Put
from translation.model.segment import SegmentState
from translation.work.building import build_document
from translation.work.documents import open_document
from translation.work.exporting import export

HEAD = "<?xml version='1.0' encoding='UTF-8' standalone='no'?>\r\n<!-- by hand -->\r\n"
NS_1 = "xmlns='urn:oasis:names:tc:xliff:document:1.2'"
UNIT = "<trans-unit id='{0}'>\r\n <source>One &amp; {0}</source>{1}\r\n</trans-unit>\r\n"
FILE = "<file original='a>b' source-language=\"en\" datatype='plaintext'{0}><body>{1}</body></file>"
ONE = (
    f"{HEAD}<xliff version='1.2' {NS_1}>\r\n"
    f"{FILE.format('{0}', UNIT.format('1', '{1}'))}\r\n</xliff>"
)
TWO = (
    f"{HEAD}<xliff version='1.2' {NS_1}>\r\n"
    f"{FILE.format('', UNIT.format('1', ''))}\r\n{FILE.format('{0}', UNIT.format('2', '{1}'))}"
    "\r\n</xliff>"
)
EMPTY = ONE.replace("{0}", " target-language=''{0}")
VERSION_2 = (
    f"{HEAD}<xliff xmlns='urn:oasis:names:tc:xliff:document:2.0' srcLang='en' version='2.0'{{0}}>"
    "\r\n<file id='f'><unit id='1'><segment{2}>\r\n<source>One &lt; 1</source>{1}\r\n"
    "</segment></unit></file>\r\n</xliff>"
)


def changed(data: bytes, row: int) -> bytes:
    document: Document = build_document(read(data, ReadOptions("a.xlf")))[0]
    segment = document.segments[row]
    after = replace(segment, target="eins", state=SegmentState.CONFIRMED)
    document.apply(Put(segment, after))
    write = write_2 if document.files[0].format == "xliff2" else write_1
    return write(document, WriteOptions("a.xlf")).data


@pytest.mark.parametrize(("text", "row"), [(ONE, 0), (TWO, 1)])
def test_only_the_attribute_is_put_into_the_file_that_changed(text: str, row: int):
    written = changed(text.format("", "").encode(), row).decode()
    # The unit itself is written anew; around it nothing but the attribute is another.
    wanted = text.format(' target-language="ar"', "")
    units = [re.split(r"<trans-unit.*?</trans-unit>", one, flags=re.S) for one in (written, wanted)]
    assert units[0] == units[1]


def test_an_attribute_that_says_nothing_is_filled():
    written = changed(EMPTY.format("", "").encode(), 0).decode()
    assert "datatype='plaintext' target-language=\"ar\"><body>" in written


def test_the_root_of_version_2_too():
    written = changed(VERSION_2.format("", "", "").encode(), 0).decode()
    start = VERSION_2.index("<unit")
    wanted = VERSION_2.format(' trgLang="ar"', "", "")
    assert written[: start + 10].split("<unit")[0] == wanted.split("<unit")[0]
    assert written.endswith("</file>\r\n</xliff>")
    assert "<target>eins</target>" in written


def test_a_commented_tag_is_no_place_and_the_language_comes_all_the_same():
    text = ONE.format("", "").replace("<!-- by hand -->", "<!-- <file original='x'> -->")
    written = changed(text.encode(), 0)
    document = build_document(read(written, ReadOptions("a.xlf")))[0]
    assert document.segments[0].target == "eins"
    assert b'target-language="ar"' in written


def test_what_nobody_changed_gets_no_language():
    data = ONE.format("", "").encode()
    document, _ = build_document(read(data, ReadOptions("a.xlf")))
    assert write_1(document, WriteOptions("a.xlf")).data == data


def test_it_is_said_on_standard_error(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    path = tmp_path / "angular.xlf"
    path.write_bytes(ONE.format("", "").encode())
    assert run(["segment", str(path)]) == 0
    assert "angular.xlf does not say into which language it is translated; ar was taken" in (
        capsys.readouterr().err
    )
    assert run(["segment", str(path), "--from", "en", "--to", "de"]) == 0
    assert not capsys.readouterr().err


@pytest.mark.shared
def test_the_file_of_the_trial(shared: Path, tmp_path: Path):
    path = shared / "cases" / "bilingual" / "12-no-target-language.xlf"
    document = open_document(path).document
    segment = document.segments[0]
    after = replace(segment, target="Hallo", state=SegmentState.CONFIRMED)
    document.apply(Put(segment, after))
    export(document, tmp_path / "out.xlf", "xliff")
    written = (tmp_path / "out.xlf").read_text(encoding="utf-8")
    before, after_ = path.read_text(encoding="utf-8"), written
    assert (
        after_.replace(' target-language="ar"', "").replace(
            '<target state="translated">Hallo</target>', ""
        )
        == before
    )


PO = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n{0}"\n\nmsgid "a"\nmsgstr "b"\n'
TMX = '<tmx version="1.4"><header srclang="en"/><body><tu>{0}</tu></body></tmx>'


@pytest.mark.parametrize(
    ("fields", "codes"),
    [
        ("Language: de\\n", []),
        ("", ["source_language_guessed", "target_language_guessed"]),
        ("Language: en\\n", ["source_language_guessed"]),
        ("Language: en\\nX-Source-Language: ar\\n", []),
    ],
)
def test_of_a_po_file_it_is_said_too(tmp_path: Path, fields: str, codes: list[str]):
    path = tmp_path / "a.po"
    path.write_text(PO.format(fields), encoding="utf-8")
    told = [notice.code for notice in open_document(path).notices]
    assert [code for code in told if code.endswith("guessed")] == codes


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (PO.format("Language: de\\n").partition("\n\n")[0], "it has a header and nothing else"),
        ("# only a comment\n", "it has no msgid"),
        ('#~ msgid "a"\n#~ msgstr "b"\n', "all its messages are obsolete (#~)"),
    ],
)
def test_a_po_file_without_messages_says_why(tmp_path: Path, capsys, text: str, why: str):
    path = tmp_path / "a.po"
    path.write_text(text, encoding="utf-8")
    assert run(["segment", str(path)]) == 2
    assert capsys.readouterr().err == f"a.po holds no message to translate: {why}.\n"


def test_of_a_memory_in_many_languages_it_is_said_which_were_taken(tmp_path: Path, capsys):
    path = tmp_path / "a.tmx"
    languages = ("en", "fr", "de", "de-AT")
    texts = (f'<tuv xml:lang="{one}"><seg>{one}</seg></tuv>' for one in languages)
    path.write_text(TMX.format("".join(texts)), encoding="utf-8")
    assert run(["segment", str(path)]) == 0
    assert "holds 3 languages, of which en → fr were taken" in capsys.readouterr().err
    assert run(["segment", str(path), "--from", "de", "--to", "en"]) == 0
    assert not capsys.readouterr().err


def test_a_file_is_likely_translated_as_the_one_before_it():
    text = TWO.replace("datatype='plaintext'", "datatype='plaintext' target-language='fr'", 1)
    files = read(text.format("", "").encode(), ReadOptions("a.xlf"))
    assert [file.pair.target for file in files if file.pair] == ["fr", "fr"]
    assert [dict(n.facts)["language"] for file in files for n in file.notices] == ["fr"]
