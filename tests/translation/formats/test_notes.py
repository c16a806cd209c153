"""Notes of files and of people as one thing: written into files of others and read again."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from tests.translation.formats.test_format_contract import say
from translation.formats import FORMATS, WriteOptions, find_reader, find_writer
from translation.formats.comments import split_comment, whole_comment
from translation.formats.left_out import left_out
from translation.formats.spec import ReadOptions, Written
from translation.model.document import Document
from translation.model.edits import Say
from translation.model.language import ARABIC_TO_ENGLISH
from translation.model.notes import (
    StatedNote,
    notes_of_document,
    notes_of_people,
    notes_of_segment,
)
from translation.model.record import Record, Reply, Verdict
from translation.model.rejection import rejection_of
from translation.work.building import build_document

ANSWERS = (
    Reply("Samir", 1_764_000_030.0, "A name.\nHis."),
    Reply("Huda", 1_764_000_020.0, "Thanks."),
)
HUDA = StatedNote("Is this a name?\nWhose?", "Huda", 1_764_000_000.0, ANSWERS, resolved=True)
LATER = StatedNote("Mine.", "Samir", 1_764_000_060.5)
XLIFF = """\
<xliff xmlns="urn:oasis:names:tc:xliff:document:1.2" version="1.2">
<file original="a" source-language="ar" target-language="en" datatype="plaintext"><body>
<trans-unit id="1"><source>نص أول</source><target state="translated">One</target>{0}</trans-unit>
<trans-unit id="2"><source>نص ثان</source><target state="translated">Two</target></trans-unit>
</body></file></xliff>
"""
XLIFF_MANY = """\
<xliff xmlns="urn:oasis:names:tc:xliff:document:1.2" version="1.2">
<file original="a" source-language="ar" target-language="en" datatype="plaintext"><body>
<trans-unit id="1"><source>نص أول. نص ثان.</source>
<seg-source><mrk mtype="seg" mid="1">نص أول.</mrk> <mrk mtype="seg" mid="2">نص ثان.</mrk>
</seg-source>
<target><mrk mtype="seg" mid="1">One.</mrk> <mrk mtype="seg" mid="2">Two.</mrk></target>
<note from="client">Be brief.</note></trans-unit>
</body></file></xliff>
"""
XLIFF2 = """\
<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="ar" trgLang="en">
<file id="f"><unit id="1">{0}<segment><source>نص أول</source><target>One</target></segment></unit>
<unit id="2"><segment><source>نص ثان</source><target>Two</target></segment></unit>
</file></xliff>
"""
TMX = """\
<tmx version="1.4"><header creationtool="x" creationtoolversion="1" segtype="sentence"
 o-tmf="x" adminlang="en" srclang="ar" datatype="plaintext"/><body>
<tu>{0}<tuv xml:lang="ar"><seg>نص أول</seg></tuv><tuv xml:lang="en"><seg>One</seg></tuv></tu>
<tu><tuv xml:lang="ar"><seg>نص ثان</seg></tuv><tuv xml:lang="en"><seg>Two</seg></tuv></tu>
</body></tmx>
"""
PO = """\
msgid ""
msgstr "Content-Type: text/plain; charset=UTF-8\\nLanguage: en\\nX-Source-Language: ar\\n"

{0}msgid "نص أول"
msgstr "One"

msgid "نص ثان"
msgstr "Two"
"""
CSV = 'Arabic,English,Comments\nنص أول,One,"{0}"\nنص ثان,Two,\n'
NOTED = {
    "a.xlf": (XLIFF, '<note from="client">Theirs.</note>'),
    "b.xlf": (
        XLIFF2,
        "<notes><note>Theirs.</note></notes>",
    ),
    "c.tmx": (TMX, "<note>Theirs.</note>"),
    "d.po": (PO, "# Theirs.\n"),
    "e.csv": (CSV, "Theirs."),
}
FILES = [
    (name, whole.replace("{0}", note)) for name, (whole, one) in NOTED.items() for note in ("", one)
]


def opened(name: str, data: bytes) -> Document:
    spec = find_reader(Path(name), data)
    assert spec.read
    return build_document(spec.read(data, ReadOptions(name, ARABIC_TO_ENGLISH)))[0]


def written(name: str, document: Document) -> Written:
    spec = find_writer(Path(name), document)
    assert spec.write
    return spec.write(document, WriteOptions(name))


@pytest.mark.parametrize(("name", "text"), FILES)
def test_files_of_others_take_notes_and_give_them_back(name: str, text: str) -> None:
    original = text.encode()
    document = opened(name, original)
    assert written(name, document).data == original
    theirs = document.segments[0].note
    say(document, document.segments[0].id, HUDA)
    data = written(name, document).data
    again = opened(name, data)
    assert [notes_of_people(again, segment) for segment in again.segments] == [(HUDA,), ()]
    assert again.segments[0].note == theirs
    assert [segment.target for segment in again.segments] == ["One", "Two"]
    assert data.endswith(original[original.index("نص ثان".encode()) :])  # the other one's
    assert written(name, again).data == data
    say(again, again.segments[0].id, LATER)
    third = opened(name, written(name, again).data)
    assert notes_of_people(third, third.segments[0]) == (HUDA, LATER)
    assert third.segments[0].note == theirs


@pytest.mark.parametrize(("name", "text"), FILES)
def test_a_note_taken_back_leaves_the_file_as_it_was(name: str, text: str) -> None:
    document = opened(name, text.encode())
    say(document, document.segments[0].id, HUDA)
    again = opened(name, written(name, document).data)
    [record] = again.records
    again.records.put(record, None)
    once_more = opened(name, written(name, again).data)
    assert len(once_more.records) == 0
    assert once_more.segments[0].note == document.segments[0].note


def test_notes_on_parts_of_a_unit_stay_when_others_are_written() -> None:
    document = opened("a.xlf", XLIFF_MANY.encode())
    say(document, document.segments[1].id, HUDA)
    again = opened("a.xlf", written("a.xlf", document).data)
    assert again.units[0].note == f"Be brief.\n{whole_comment('', [HUDA])}"
    say(again, again.segments[0].id, LATER)
    third = opened("a.xlf", written("a.xlf", again).data)
    assert third.units[0].note == f"Be brief.\n{whole_comment('', [HUDA, LATER])}"


def test_a_table_without_comments_says_what_it_leaves_out() -> None:
    data = "Arabic,English\nنص أول,One\nنص ثان,Two\n".encode()
    document = opened("f.csv", data)
    say(document, document.segments[0].id, HUDA)
    spec = find_reader(Path("f.csv"), data)
    made = written("f.csv", document)
    assert made.data == data
    [notice] = left_out(document, spec, made, "f.csv")
    assert dict(notice.facts)["notes"] == "1"


PO_NOTED = f"# Translators:\n# Huda\n#, fuzzy\n{PO}"
PO_LATIN = PO.replace("UTF-8", "ISO-8859-6")
TMX_NOTED = TMX.replace(
    'datatype="plaintext"/>',
    'datatype="plaintext">\n<note>Ours since 2019.</note><prop type="x">y</prop></header>',
)


@pytest.mark.parametrize(
    ("name", "text"),
    [("d.po", PO), ("d.po", PO_NOTED), ("c.tmx", TMX), ("c.tmx", TMX_NOTED)],
    ids=["po", "po-with-a-comment", "tmx", "tmx-with-a-note"],
)
def test_a_file_of_others_takes_notes_on_the_document_into_its_header(name: str, text: str) -> None:
    original = text.replace("{0}", "").encode()
    document = opened(name, original)
    say(document, "", HUDA)
    made = written(name, document)
    again = opened(name, made.data)
    assert notes_of_document(again) == (HUDA,)
    assert left_out(document, find_reader(Path(name), made.data), made, name) == ()
    assert written(name, again).data == made.data
    for theirs in ("# Translators:", "#, fuzzy", "Ours since 2019.", 'type="x"'):
        assert made.data.count(theirs.encode()) == original.count(theirs.encode())
    body = original[original.index(b"\nmsgid" if name == "d.po" else b"<body>", 10) :]
    assert made.data.endswith(body), "the header alone is another"
    say(again, "", LATER)
    third = opened(name, written(name, again).data)
    assert notes_of_document(third) == (HUDA, LATER)
    for record in list(third.records):
        third.records.put(record, None)
    last = opened(name, written(name, third).data)
    assert not notes_of_document(last)
    assert b"Mine." not in last.files[0].original


def test_a_note_that_the_encoding_cannot_hold_changes_the_encoding() -> None:
    document = opened("d.po", PO_LATIN.replace("{0}", "").encode("iso-8859-6"))
    say(document, "", StatedNote("Dæmon’s name – which?", "Huda", 1_764_000_000.0))
    data = written("d.po", document).data
    assert b"charset=UTF-8" in data
    assert notes_of_document(opened("d.po", data))[0].text == "Dæmon’s name – which?"


@pytest.mark.parametrize(
    ("name", "text"),
    [("a.xlf", XLIFF), ("d.po", PO[PO.index("{0}") :]), ("c.tmx", None)],
    ids=["xliff", "po-without-a-header", "tmx-without-a-header"],
)
def test_where_a_file_has_no_place_for_notes_on_the_document_that_is_said(
    name: str, text: str | None
) -> None:
    whole = text or TMX[: TMX.index("<header")] + TMX[TMX.index("<body>") :]
    document = opened(name, whole.replace("{0}", "").encode())
    say(document, "", HUDA)
    made = written(name, document)
    assert made.data == document.files[0].original
    spec = find_reader(Path(name), document.files[0].original)
    [notice] = left_out(document, spec, made, name)
    assert dict(notice.facts)["document_notes"] == "1"


@pytest.mark.parametrize(("name", "text"), FILES)
@pytest.mark.parametrize("reason", ["The name is wrong.", ""])
def test_a_rejection_goes_out_with_its_reason_and_comes_back(
    name: str, text: str, reason: str
) -> None:
    document = opened(name, text.encode())
    first = document.segments[0]
    verdict = Verdict(approves=False, reason=reason)
    document.add_records([Record.of("r77", first.id, verdict, "Huda", 1_764_000_000.0)])
    again = opened(name, written(name, document).data)
    found = rejection_of(again, again.segments[0].id)
    assert found
    assert (found.reason, found.record.author) == (reason, "Huda")
    assert rejection_of(again, again.segments[1].id) is None
    document.apply(Say(document.records.of(first.id)[0], None))
    assert written(name, document).data == text.encode()


def test_what_the_file_says_comes_first_then_people_by_time() -> None:
    document = opened("d.po", PO.replace("{0}", "# Theirs.\n").encode())
    segment = document.segments[0]
    say(document, segment.id, LATER, HUDA)
    assert notes_of_segment(document, segment) == (StatedNote("Theirs."), HUDA, LATER)


_LINES = [
    "",
    "a",
    "[b]",
    "[A, 2026-01-01T00:00:00Z] x",
    "\\[2026-01-01T00:00:00Z] x",
    "\\\\[",
    "[2026-13-45T99:00:00Z] y",
    "[A, 2026-01-01T00:00:00Z, reply] x",
    "[2026-01-01T00:00:00Z, resolved] x",
    "\\[B, 2026-01-01T00:00:00Z, reply] x",
    "[B, 2026-01-01T00:00:00Z, rejected] x",
]
_TEXTS = st.lists(st.sampled_from(_LINES), max_size=5).map("\n".join)
_SAID = _TEXTS.map(str.strip).filter(bool)
_AUTHORS = st.sampled_from(["", "A", "A, B", "ب [x]", "2026-01-01T00:00:00Z", "reply"])
_TIMES = st.integers(0, 2**41).map(lambda ms: ms / 1000)
_REPLIES = st.lists(st.builds(Reply, _AUTHORS, _TIMES, _SAID), max_size=3).map(tuple)
_NOTES = st.one_of(
    st.builds(StatedNote, _SAID, _AUTHORS, _TIMES, _REPLIES, st.booleans()),
    st.builds(StatedNote, st.just("") | _SAID, _AUTHORS, _TIMES, rejects=st.just(True)),
)


@given(_TEXTS, st.lists(_NOTES, max_size=4))
def test_any_notes_come_back_from_one_text(note: str, said: list[StatedNote]) -> None:
    said.sort(key=lambda one: one.time or 0.0)
    assert split_comment(whole_comment(note, said)) == (note, tuple(said))


def test_an_answer_to_what_cannot_be_written_is_a_note() -> None:
    silent = StatedNote(" ", "Huda", 1.0, (Reply("Samir", 2.0, "Yes."), Reply("Ann", 3.0, "No.")))
    assert split_comment(whole_comment("", [silent])) == (
        "",
        (StatedNote("Yes.", "Samir", 2.0), StatedNote("No.", "Ann", 3.0)),
    )


@given(_TEXTS)
def test_any_text_is_written_to_the_letter(text: str) -> None:
    assert whole_comment(*split_comment(text)) == text


def test_a_line_that_means_to_be_long_is_read_soon() -> None:
    hostile = "\\" * 50_000 + "[A, 2026-01-01T00:00:00Z] x\n" + "[" + "a, " * 50_000
    assert whole_comment(*split_comment(hostile)) == hostile


@pytest.mark.parametrize("format_id", ["html-sides", "html-changes"])
def test_pages_to_read_list_the_notes_below_their_rows(format_id: str) -> None:
    document = opened("a.xlf", XLIFF.replace("{0}", "<note>Theirs &amp; ours.</note>").encode())
    say(document, document.segments[0].id, HUDA)
    say(document, "", StatedNote("<b>Brief</b>", "Samir", 1_764_000_000.0))
    say(document, document.segments[1].id, StatedNote("اسم؟", "هدى", 1_764_000_000.0))
    spec = next(spec for spec in FORMATS if spec.id == format_id)
    assert spec.write
    page = spec.write(document, WriteOptions("a.html")).data.decode()
    paragraphs = html.fromstring(page.encode()).iter("p")
    found = [node for node in paragraphs if "note" in node.get("class")]
    assert [" ".join(node.text_content().split()) for node in found] == [
        "Samir · 2025-11-24 16:00 UTC<b>Brief</b>",
        "Theirs & ours.",
        "Huda · 2025-11-24 16:00 UTC · settledIs this a name? Whose?",
        "Samir · 2025-11-24 16:00 UTC · answerA name. His.",
        "Huda · 2025-11-24 16:00 UTC · answerThanks.",
        "هدى · 2025-11-24 16:00 UTCاسم؟",
    ]
    assert {node.get("dir") for node in found} == {"auto"}


@pytest.mark.parametrize("format_id", ["pdf-sides", "pdf-changes"])
def test_pages_to_print_list_the_notes_below_their_rows(format_id: str) -> None:
    document = opened("a.xlf", XLIFF.replace("{0}", "<note>Theirs &amp; ours.</note>").encode())
    say(document, document.segments[0].id, HUDA, StatedNote("اسم؟", "هدى", 1_764_000_000.0))
    printed: list[str] = []

    class Printer:
        def pdf(self, page: str, **_about: object) -> bytes:
            printed.append(page)
            return b"%PDF"

    spec = next(spec for spec in FORMATS if spec.id == format_id)
    assert spec.write
    spec.write(document, WriteOptions("a.pdf", printer=Printer()))
    [page] = printed
    places = [page.index(text) for text in ("Theirs &amp; ours.", "Whose?", "His.", "Thanks.")]
    assert places == sorted(places)
    assert page.index("نص أول") < places[0] < page.index("نص ثان")
    before = page[: page.index("اسم؟")]
    assert before.rindex('dir="rtl"') > before.rindex('dir="ltr"')
