"""TMX written back into the memory it came from: nothing that was not touched is another."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from translation.errors import ExportError
from translation.formats import ReadOptions, WriteOptions, read_bytes
from translation.formats.tmx.read import read
from translation.formats.tmx.write import write
from translation.model.document import Document
from translation.model.draft import Draft
from translation.model.edits import Insert, Put
from translation.model.language import LanguagePair
from translation.model.segment import Segment, SegmentState, source_hash
from translation.work.building import build_document

MEMORY = """\
<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE tmx SYSTEM "tmx14.dtd">
<!-- made elsewhere -->
<tmx version="1.4">
 <header creationtool="Other" creationtoolversion="7" segtype="sentence" o-tmf="db"
  adminlang="en" srclang="ar" datatype="html" o-encoding="utf-8">
  <note>about it all</note>
  <prop type="project">Peace</prop>
 </header>
 <body>
  <!-- the first -->
  <tu tuid="a" usagecount="7" creationdate="20200102T030405Z">
   <note>old note</note>
   <prop type="client">UN</prop>
   <tuv xml:lang="ar"><seg>قال <bpt i="4" x="1" type="bold">&lt;b&gt;</bpt>الوزير<ept i="4">&lt;/b&gt;</ept> نعم.</seg></tuv>
   <tuv xml:lang="fr"><seg>Le ministre a dit oui.</seg></tuv>
   <tuv xml:lang="en-GB" changedate="20200102T030405Z" changeid="kim"><prop type="q">good</prop><seg>The <bpt i="1" x="1">&lt;b&gt;</bpt>minister<ept i="1">&lt;/b&gt;</ept> said yes.</seg></tuv>
  </tu>
  <tu><tuv xml:lang="ar"><seg>انظر <ph x="2" assoc="p">&lt;img alt="<sub>صورة</sub>"/&gt;</ph> و<hi type="name">عمان</hi>.</seg></tuv></tu>
  <tu tuid="c"><tuv xml:lang="fr"><seg>Sans arabe</seg></tuv></tu>
 </body>
</tmx>
"""  # noqa: E501
PAIR = LanguagePair("ar", "en-GB")


def opened(text: str = MEMORY, pair: LanguagePair = PAIR) -> Document:
    return build_document(read(text.encode(), ReadOptions("memory.tmx", pair)))[0]


def written(document: Document) -> str:
    return write(document, WriteOptions("out.tmx")).data.decode()


def put(document: Document, row: Segment, **changes: object) -> None:
    document.apply(Put(row, replace(row, **changes)))


def test_untouched_is_byte_for_byte_the_original():
    assert written(opened()) == MEMORY


def test_one_edit_changes_one_text_and_its_date():
    document = opened()
    row = document.segments[0]
    put(document, row, target=row.target.replace("yes", "no"))
    again = written(document)
    assert "said no." in again
    assert 'changedate="20200102T030405Z"' not in again
    date = again.split('changedate="')[1].split('"')[0]
    restored = again.replace("said no.", "said yes.").replace(date, "20200102T030405Z")
    assert restored.replace('changeid="Muraji"', 'changeid="kim"') == MEMORY


def test_a_new_target_stands_beside_its_source_with_its_codes():
    document = opened()
    row = document.segments[1]
    target = row.source.replace("انظر", "See").replace("عمان", "Amman").replace(" و", " and ")
    put(document, row, target=target, state=SegmentState.CONFIRMED)
    again = written(document)
    assert (
        '<tuv xml:lang="en-GB"><seg>See <ph x="2" assoc="p">&lt;img alt="<sub>صورة</sub>"/&gt;</ph>'
        ' and <hi type="name">Amman</hi>.</seg></tuv></tu>'
    ) in again
    assert again.count("x-state") == 0
    assert opened(again).segments[1].target == target


def test_what_nobody_confirmed_says_so_and_comes_back():
    document = opened()
    put(document, document.segments[0], state=SegmentState.EDITED, target="Half")
    again = written(document)
    assert '<prop type="x-state">edited</prop>' in again
    row = opened(again).segments[0]
    assert (row.target, row.state) == ("Half", SegmentState.EDITED)
    back = opened(again)
    put(back, back.segments[0], state=SegmentState.CONFIRMED)
    assert '<prop type="x-state">confirmed</prop>' in written(back)


def test_drafts_are_no_entries_and_a_target_taken_back_goes():
    document = opened()
    first, second = document.snapshot()
    document.drafts.add([Draft(1, second.id, source_hash(second.source), "A draft", "ct2", "m")])
    assert written(document) == MEMORY
    put(document, first, target=None, state=SegmentState.INITIAL)
    root = etree.fromstring(written(document).encode())
    assert len(root.findall(".//tuv")) == 4
    assert "minister" not in written(document)


def test_notes_are_added_to_the_others():
    document = opened()
    row = document.segments[0]
    assert row.note == "old note"
    put(document, row, note=row.note + "\nmine <too>")
    root = etree.fromstring(written(document).encode())
    assert [note.text for note in root.find(".//tu").iterfind("note")] == ["old note", "mine <too>"]


def test_split_segments_go_back_together():
    document = opened()
    row = document.segments[1]
    first = replace(row, source="انظر", target="Look", state=SegmentState.CONFIRMED, trail=" ")
    second = replace(first, id="new", source=row.source[5:], target="here.", trail="")
    document.apply(Put(row, first))
    document.apply(Insert(2, second))
    assert "<seg>Look here.</seg>" in written(document)
    draft = Draft(1, "new", source_hash(second.source), "there", "ct2", "m")
    document.drafts.add([draft])
    document.apply(Put(second, replace(second, target=None, state=SegmentState.INITIAL)))
    again = opened(written(document)).segments[1]
    assert (again.target, again.state) == ("Look there", SegmentState.EDITED)


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig", "iso-8859-6", "us-ascii"])
def test_every_encoding_stays(encoding: str):
    text = MEMORY.replace('encoding="UTF-8"', f'encoding="{encoding.removesuffix("-sig")}"')
    text = text.replace("\n", "\r\n")
    [file] = read(text.encode(encoding, "xmlcharrefreplace"), ReadOptions("memory.tmx", PAIR))
    document, _ = build_document([file])
    put(document, document.segments[0], target="Ünï")
    data = write(document, WriteOptions("out.tmx")).data
    [again] = read(data, ReadOptions("again.tmx", PAIR))
    assert again.units[0].segments[0].target == "Ünï"
    assert again.units[1:] == file.units[1:]
    assert data.decode(encoding).split("<tuv")[0] == text.split("<tuv")[0]


def test_units_in_comments_and_texts_are_none():
    odd = "<!-- <tu> --><tu/><tu a=\"/>\" b='>'/><![CDATA[<tu>]]>"
    memory = MEMORY.replace("<!-- the first -->", odd)
    document = opened(memory)
    assert written(document) == memory
    put(document, document.segments[0], target="Changed.")
    assert "<seg>Changed.</seg>" in written(document)
    assert odd in written(document)


def test_an_original_that_is_broken_now_is_said():
    document = opened()
    put(document, document.segments[0], target="x")
    [file] = document.files
    broken = Document()
    broken.add_file(
        replace(file, original=file.original[:300]), document.units, document.snapshot()
    )
    with pytest.raises(ExportError) as caught:
        written(broken)
    assert caught.value.reason == "original_damaged"


CODES = [chr(0xE000 + place) for place in range(7)]


_pieces = st.lists(st.sampled_from([*CODES, "a", " ", "ب", "<", "\x07", "\u2028"]), max_size=14)
many = settings(
    deadline=None,
    max_examples=100,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)


def with_target(pieces: list[str]) -> str:
    """Write a target of these pieces into a memory whose source has seven codes."""
    source = (
        '<bpt i="1" x="1">[b]</bpt><hi>x</hi><bpt i="2">[i]</bpt>q<ept i="1">[/b]</ept>'
        '<ept i="2">[/i]</ept><ph>[br]</ph>'
    )
    body = f'<tu><tuv xml:lang="ar"><seg>{source}</seg></tuv></tu>'
    body = body.replace("</tu>", '<tuv xml:lang="en-GB"><seg/></tuv></tu>')
    document = opened(MEMORY[: MEMORY.index("<tu ")] + body + "</body></tmx>")
    put(document, document.segments[0], target="".join(pieces), state=SegmentState.CONFIRMED)
    return written(document)


@many
@given(pieces=_pieces)
def test_codes_always_balance(pieces: list[str]):
    """Any order of codes gives ``i`` in pairs, each its own, and comes back as the same texts."""
    again = with_target(pieces)
    target = etree.fromstring(again.encode()).findall(".//seg")[1]
    opening = [bpt.get("i") for bpt in target.iter("bpt")]
    assert len(set(opening)) == len(opening)
    assert sorted(opening) == sorted(ept.get("i") for ept in target.iter("ept"))
    text = opened(again).segments[0].target or ""
    assert [c for c in text if c in "a <ب"] == [c for c in pieces if c in "a <ب"]


@pytest.mark.shared
@many
@given(pieces=_pieces)
def test_any_target_is_valid(tmx_dtd: etree.DTD, pieces: list[str]):
    root = etree.fromstring(with_target(pieces).encode())
    assert tmx_dtd.validate(root), tmx_dtd.error_log


def test_two_memories_in_one_document_make_a_memory_anew():
    file = read(MEMORY.encode(), ReadOptions("memory.tmx", PAIR))[0]
    document, _ = build_document([file, file])
    assert written(document).count("<tu ") == 2
    assert 'creationtool="Muraji"' in written(document)


@pytest.mark.shared
def test_a_real_memory_of_six_languages_keeps_the_others(shared: Path, tmx_dtd: etree.DTD):
    data = read_bytes(shared / "data" / "tmx" / "kapi_memory-seed_multilingual.tmx")
    document = opened(data.decode(), LanguagePair("en", "ar"))
    assert written(document).encode() == data
    row = document.segments[10]
    put(document, row, target="ترجمة أخرى")
    before, after = etree.fromstring(data), etree.fromstring(written(document).encode())
    pairs = list(zip(before.iter("tuv"), after.iter("tuv"), strict=True))
    changed = [
        a
        for b, a in pairs
        if etree.tostring(b, with_tail=False) != etree.tostring(a, with_tail=False)
    ]
    assert [a.findtext("seg") for a in changed] == ["ترجمة أخرى"]


def test_a_project_of_an_earlier_version_is_written_all_the_same():
    document = opened()
    put(document, document.segments[0], target="Changed.")
    [file] = document.files
    earlier = Document()
    earlier.add_file(replace(file, extraction=""), document.units, document.snapshot())
    again = written(earlier)
    assert "<seg>Changed.</seg>" in again
    assert again.count("<seg>") == MEMORY.count("<seg>")
