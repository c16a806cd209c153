"""Bad and odd XLIFF files by name: refused in one sentence, or opened and given back whole."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from translation.errors import InputError, notice_sentence
from translation.formats import ReadOptions, WriteOptions
from translation.formats.safe_xml import elements
from translation.formats.xliff.read import read
from translation.formats.xliff.write import write as write_1
from translation.formats.xliff2.write import write as write_2
from translation.model.document import Document
from translation.model.edits import Put
from translation.model.language import LanguagePair
from translation.model.segment import SegmentState
from translation.work.building import build_document

NS_1 = 'xmlns="urn:oasis:names:tc:xliff:document:1.2"'
NS_2 = 'xmlns="urn:oasis:names:tc:xliff:document:2.0"'
NS_22 = 'xmlns="urn:oasis:names:tc:xliff:document:2.2"'
SAID_22 = f'version="2.2" {NS_22}'
UNIT_1 = '<trans-unit id="1"><source>نص</source><target>Text</target></trans-unit>'
UNIT_2 = '<unit id="1"><segment><source>نص</source><target>Text</target></segment></unit>'


def in_1(units: str = UNIT_1, head: str = "", said: str = f'version="1.2" {NS_1}') -> bytes:
    file = '<file original="a" datatype="plaintext" source-language="ar" target-language="en">'
    return f"{head}<xliff {said}>{file}<body>{units}</body></file></xliff>".encode()


def in_2(units: str = UNIT_2, head: str = "", said: str = f'version="2.0" {NS_2}') -> bytes:
    said += ' srcLang="ar" trgLang="en"'
    return f'{head}<xliff {said}><file id="f">{units}</file></xliff>'.encode()


def both(text: str, head: str = "") -> tuple[bytes, bytes]:
    """Put a text in the place of the source, in each version."""
    return in_1(UNIT_1.replace("نص", text), head), in_2(UNIT_2.replace("نص", text), head)


ENTITIES = {
    "file": '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>',
    "parameter": '<!DOCTYPE x [<!ENTITY % p SYSTEM "file:///etc/passwd"> %p;]>',
    "laughs": '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY e "&a;&a;&a;&a;&a;">]>',
    "quadratic": f'<!DOCTYPE x [<!ENTITY e "{"x" * 50_000}">]>',
    "internal": '<!DOCTYPE x [<!ENTITY e "text">]>',
}

REFUSED: dict[str, tuple[str, Callable[[], tuple[bytes, ...]]]] = {
    "35 truncated": ("bad_xml", lambda: tuple(d[:-30] for d in both("نص"))),
    "36 blank before the declaration": ("bad_xml", lambda: both("نص", '\n<?xml version="1.0"?>')),
    **{
        f"37-41 {name}": ("xml_entities", lambda head=head: both("a&e;b", head))
        for name, head in ENTITIES.items()
    },
    "42 depth": ("bad_xml", lambda: both('<g id="1">' * 20_000 + "x" + "</g>" * 20_000)),
    "43 a text of 12 MB": ("bad_xml", lambda: both("x" * 12_000_000)),
    **{
        f"45 {name}": ("bad_xml", lambda name=name: both(name))
        for name in ("&#0;", "&#x1;", "&#xD83D;")
    },
    "46 cp1256 said to be UTF-8": (
        "bad_xml",
        lambda: tuple(
            d.decode().encode("cp1256")
            for d in both("نص", '<?xml version="1.0" encoding="UTF-8"?>')
        ),
    ),
    "48 versions": (
        "wrong_format",
        lambda: (
            in_1(said='version="9"'),
            in_1(said='version="3.0"'),
            in_2(said='version="2.0" xmlns="urn:oasis:names:tc:xliff:document:1.2"'),
        ),
    ),
}

MARKED = (
    '<trans-unit id="1"><source>أ. ب.</source><seg-source><mrk mtype="seg" mid="a">أ.</mrk> '
    '<mrk mtype="seg" mid="b">ب.</mrk></seg-source>{target}</trans-unit>'
)


def unit_1(inside: str, attributes: str = "") -> bytes:
    return in_1(f'<trans-unit id="1" {attributes}>{inside}</trans-unit>')


def unit_2(inside: str) -> bytes:
    return in_2(f'<unit id="1">{inside}</unit>')


def seg(source: str, target: str = "") -> str:
    written = f"<target>{target}</target>" if target else ""
    return f"<segment><source>{source}</source>{written}</segment>"


OPENED: dict[str, Callable[[], tuple[bytes, ...]]] = {
    "44 very many attributes": lambda: tuple(
        make(unit.replace("id=", "".join(f'a{n}="" ' for n in range(20_000)) + "id="))
        for make, unit in ((in_1, UNIT_1), (in_2, UNIT_2))
    ),
    "46 other encodings": lambda: tuple(
        d.decode().encode(codec)
        for codec, name in (("utf-16", "UTF-16"), ("cp1256", "windows-1256"))
        for d in both("نص", f'<?xml version="1.0" encoding="{name}"?>')
    ),
    "47 XML 1.1": lambda: both("نص", '<?xml version="1.1"?>'),
    "48 earlier versions and other namespaces": lambda: (
        in_1(said='version="1.0"'),
        in_1(said='version="1.1"'),
        in_1(said='version="1.2"'),
        in_1(said='version="1.2" xmlns="urn:other"'),
    ),
    "48 versions that are none, or not their namespace's": lambda: (
        in_1(said=NS_1),
        in_1(said=f'version="3.0" {NS_1}'),
        in_2(said=NS_2),
        in_2(said=f'version="2.2" {NS_2}'),
        in_2(said=f'version="2.3" {NS_22}'),
        in_2(said='version="2.1"'),
    ),
    "48 version 2.2": lambda: (in_2(said=f'version="2.2" {NS_22}'),),
    "49 one id twice": lambda: (in_1(UNIT_1 * 2), in_2(UNIT_2 * 2), in_2(UNIT_2 * 2, said=SAID_22)),
    "49 one id in two files": lambda: (
        in_1(f'{UNIT_1}</body></file><file original="b" source-language="ar" datatype="x" '
             f'target-language="en"><body>{UNIT_1}'),
        in_2(f'{UNIT_2}</file><file id="g">{UNIT_2}'),
    ),
    "50 no target language": lambda: tuple(
        d.replace(b' target-language="en"', b"").replace(b' trgLang="en"', b"")
        for d in (in_1(), in_2(UNIT_2.replace("<target>Text</target>", "")), in_2())
    ),
    "50 no source language": lambda: tuple(
        d.replace(b' source-language="ar"', b"").replace(b' srcLang="ar"', b"")
        for d in (in_1(), in_2())
    ),
    "50 from English": lambda: tuple(
        d.replace(b'"ar"', b'"en"').replace(b'target-language="en"', b'target-language="ar"')
        for d in (in_1(),)
    ),
    "51 instructions between units": lambda: (
        in_1(f"<?a b?>{UNIT_1}<?c?><!-- d --><?e f?>", "<?before this?>"),
        in_2(f"<?a b?>{UNIT_2}<?c?>", "<?before this?>"),
    ),
    "52 comments and CDATA": lambda: both("أ<!-- & -->ب<![CDATA[<&]]>"),
    "53 codes of the target": lambda: (
        unit_1('<source>أ<x id="1"/><x id="2"/></source><target><x id="2"/>a<x id="9"/></target>'),
        unit_1('<source>أ<x id="1"/><x id="1"/></source><target>a</target>'),
        unit_1('<source><bpt id="1">[</bpt>أ</source><target>a<ept id="1">]</ept></target>'),
    ),
    "54 marks that do not match": lambda: (
        in_1(MARKED.format(target='<target><mrk mtype="seg" mid="z">Z.</mrk></target>')),
        in_1(MARKED.format(target="<target>A. B.</target>")),
        in_1(MARKED.format(target='<target>A<mrk mtype="seg" mid="b">B.</mrk>after</target>')),
    ),
    "55 empty, missing and self-closed targets": lambda: (
        unit_1("<source>نص</source><target></target>"),
        unit_1("<source>نص</source><target/>"),
        unit_1("<source>نص</source>"),
        unit_1("<source>نص</source><alt-trans><target>A</target></alt-trans><target/>"),
    ),
    "56 locked and approved": lambda: (
        unit_1("<source>نص</source><target>A</target>", 'translate="no" approved="yes"'),
        in_2(UNIT_2.replace('id="1"', 'id="1" translate="no"')),
    ),
    "57 states nobody knows": lambda: (
        unit_1('<source>نص</source><target state="x-mine" state-qualifier="x-q">A</target>'),
        in_2(UNIT_2.replace("<segment>", '<segment state="translated" subState="v:x">')),
    ),
    "58 an alternative without a target": lambda: (
        unit_1('<source>نص</source><alt-trans origin="MT"><source>نص</source></alt-trans>'),
    ),
    "59 white space": lambda: (
        unit_1("<source>  a   b\n\n  c </source>", 'xml:space="preserve"'),
        unit_1("<source>  a   b\n\n  c </source>", 'xml:space="default"'),
        in_2(UNIT_2.replace("<source>نص", '<source>  a   b\n\n  c ')),
    ),
    "60 an undeclared prefix": lambda: (in_1(UNIT_1.replace("id=", 'mtc:x="1" id=')),),
    "61 several segments": lambda: (
        in_2(
            '<unit id="1"><segment><source>أ</source><target order="3">A</target></segment>'
            "<ignorable><source> </source></ignorable>"
            '<segment><source>ب</source><target order="1">B</target></segment></unit>'
        ),
    ),
    "63 rules of version 2 that programs break": lambda: (
        in_2(f'<unit id="a b">{seg("نص")}<notes><note>n</note></notes></unit>'),
        in_2('<unit><segment xml:space="preserve" v="1"><source>نص</source></segment></unit>'),
        unit_2(seg("نص").replace("<segment", '<segment state="needs-translation"')),
        unit_2("<segment><target>A</target><source>نص</source></segment>"),
        unit_2(seg('نص <g id="1">و</g> <x id="2"/>')),
        unit_2(seg('أ<sc id="1"/>ب<ec startRef="9"/>')),
        unit_2(seg('أ<ph id="1"/>ب<ph id="1"/>', 'a<ph id="1"/>b<ph id="1"/>')),
        unit_2((seg("أ") + seg("ب")).replace("<segment", '<segment id="s"')),
        unit_2(seg('أ<cp hex="zz"/><cp hex="0041"/>ب')),
        unit_2('<originalData><data id="d">x</data><data id="d">y</data></originalData>'
               + seg('أ<ph id="1" dataRef="none"/>')),
        in_2('<group><unit id="1"><segment><source>أ</source><source>ب</source></segment></unit>'
             "</group>"),
    ),
    "63 rules of version 1 that programs break": lambda: (
        unit_1('<source>أ<ph id="1">%s</ph>ب<ph id="1">%d</ph></source>'
               '<target>a<ph id="1">%d</ph>b<ph id="1">%s</ph></target>'),
        in_1(UNIT_1.replace(' id="1"', "")),
        in_1().replace(b' datatype="plaintext"', b"").replace(b' original="a"', b""),
        in_1(f'<group><group>{UNIT_1}</group></group><note>stray</note>'),
        unit_1("<target>A</target><source>نص</source>"),
    ),
}  # fmt: skip


def opened(data: bytes) -> Document:
    return build_document(read(data, ReadOptions("bad.xlf")))[0]


def exported(document: Document) -> bytes:
    write = write_2 if document.files[0].format == "xliff2" else write_1
    return write(document, WriteOptions("out.xlf")).data


@pytest.mark.parametrize("name", REFUSED)
def test_it_is_refused_in_one_sentence(name: str):
    reason, make = REFUSED[name]
    for data in make():
        with pytest.raises(InputError) as caught:
            read(data, ReadOptions("bad.xlf"))
        assert caught.value.reason == reason
        assert "bad.xlf" in str(caught.value)
        assert "\n" not in str(caught.value)
        assert "root:" not in str(caught.value)


@pytest.mark.parametrize("name", OPENED)
def test_it_opens_and_comes_back_whole(name: str):
    for data in OPENED[name]():
        document = opened(data)
        assert exported(document) == data
        before = document.snapshot()
        for row, segment in enumerate(before):
            target = f"Target {row}"
            after = replace(segment, target=target, state=SegmentState.CONFIRMED)
            document.apply(Put(segment, after))
        again = opened(exported(document))
        assert [s.target for s in again.segments] == [s.target for s in document.segments]
        assert [s.source for s in again.segments] == [s.source for s in before]
        assert [s.locked for s in again.segments] == [s.locked for s in before]


def test_instructions_and_comments_outlive_an_edit():
    for data in OPENED["51 instructions between units"]():
        document = opened(data)
        segment = document.segments[0]
        document.apply(Put(segment, replace(segment, target="New")))
        out = exported(document)
        assert out.count(b"<?") == data.count(b"<?")
        assert out.count(b"<!--") == data.count(b"<!--")


def test_a_very_long_file_is_never_whole_in_memory():
    data = in_1("\n".join(UNIT_1.replace('"1"', f'"{n}"') for n in range(20_000)))
    most = 0
    for count, element in enumerate(elements(data, "long.xlf", "{*}trans-unit"), start=1):
        parent = element.getparent()
        assert parent is not None
        if count % 1000 == 0:
            full = [e for e in parent if len(e)]
            most = max(most, len(full))
            assert len(parent) < 2000  # what the parser has read ahead, not what was given
    assert count == 20_000
    assert most < 2000


BREAKING = {
    "48 versions that are none, or not their namespace's": "version namespace",
    "44 very many attributes": "attribute",
    "49 one id twice": "unit_id",
}
"""Names of OPENED, with the rules that they break."""


@pytest.mark.parametrize("name", BREAKING)
def test_strictly_it_is_refused_and_else_told(name: str):
    for data in OPENED[name]()[name.startswith("44") :]:
        with pytest.raises(InputError) as caught:
            read(data, ReadOptions("bad.xlf", strict=True))
        assert caught.value.reason == "wrong_format"
        [notice, *_] = read(data, ReadOptions("bad.xlf"))[0].notices
        what = dict(notice.facts)["what"]
        assert notice.code == "rule_broken"
        assert what.partition(":")[0] in BREAKING[name].split()
        assert f"({what}; line 1, " in notice_sentence(notice)


def test_what_breaks_one_rule_many_times_is_counted():
    for data in (in_1(UNIT_1 * 100), in_2(UNIT_2 * 100)):
        [notice] = read(data, ReadOptions("bad.xlf"))[0].notices
        assert notice.code == "rule_broken_often"
        assert "; line 1, " in notice_sentence(notice)
        assert notice_sentence(notice).endswith(" 1; 98 more like it).")


@pytest.mark.parametrize("version", [1, 2])
def test_what_programs_break_is_told_and_codes_keep_their_ids(version: int):
    told = 0
    for data in OPENED[f"63 rules of version {version} that programs break"]():
        notices = read(data, ReadOptions("bad.xlf"))[0].notices
        told += all(notice.code.startswith("rule_broken") for notice in notices) and bool(notices)
        document = opened(data)
        for segment in document.snapshot():
            if segment.target:
                put = replace(segment, target=f"{segment.target}!")
                document.apply(Put(segment, put))
                assert exported(document).count(b'id="1"') == data.count(b'id="1"')
    assert told == {1: 3, 2: 11}[version]


GUESSED = (
    ("no target language", ("target_language_guessed",)),
    ("no source language", ("source_language_guessed",)),
)


@pytest.mark.parametrize(("name", "codes"), GUESSED)
def test_a_language_that_was_guessed_is_said(name: str, codes: tuple[str, ...]):
    for data in OPENED[f"50 {name}"]():
        told = [n.code for n in read(data, ReadOptions("a.xlf"))[0].notices]
        assert set(codes) == {code for code in told if code.endswith("guessed")}
        asked = ReadOptions("a.xlf", LanguagePair("ar", "fr"))
        [file] = read(data, asked)
        assert not [n for n in file.notices if n.code.endswith("guessed")]
        assert file.pair == LanguagePair("ar", "fr" if "target" in name else "en")
