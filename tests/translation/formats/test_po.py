"""PO files: kept line for line, states as fuzzy flags, plurals, placeholders; and made new."""

from __future__ import annotations

import re
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import polib
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.translation.formats.bilingual_documents import Facts, small_document
from tests.translation.formats.in_place_contract import opened
from tests.translation.formats.test_format_contract import DONE, FormatContract
from translation.errors import ExportError, InputError
from translation.formats import FORMATS, ReadOptions, WriteOptions
from translation.formats.po.entries import escaped, unescaped
from translation.formats.visible_codes import show_codes
from translation.model.document import Document
from translation.model.draft import Draft
from translation.model.edits import Put
from translation.model.language import ARABIC_TO_ENGLISH, LanguagePair
from translation.model.segment import Segment, SegmentState, source_hash

PO = next(spec for spec in FORMATS if spec.id == "po")

CATALOGUE = r"""# Translations of a news reader.
# Huda <huda@example.org>, 2024.
msgid ""
msgstr ""
"Project-Id-Version: reader 1.0\n"
"PO-Revision-Date: 2024-02-03 04:05+0300\n"
"Language: en\n"
"X-Source-Language: ar\n"
"MIME-Version: 1.0\n"
"Content-Type: text/plain; charset=UTF-8\n"
"Content-Transfer-Encoding: 8bit\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\n"
"X-Generator: Poedit 3.2.2\n"

# remark of a translator
#. remark of a programmer
#: reader.py:12 reader.py:40
msgctxt "menu"
msgid "افتح"
msgstr "Open"

#, fuzzy, c-format
#| msgid "فتح %s"
msgid "لم يفتح %s: %2$d أخطاء"
msgstr "Could not open %s"

#, c-format
msgid "%d مقال"
msgid_plural "%d مقالات"
msgstr[0] ""
msgstr[1] ""

#. with a tag
msgid ""
"اقرأ <a href=\"x\">المزيد</a> عن <b>هذا</b> أو <هذا>\n"
"سطر ثان &أمر\t\"مقتبس\"\n"
msgstr ""

msgid " بفراغات "
msgstr " with blanks "

#~ msgid "قديم"
#~ msgstr "old"
"""
TEMPLATE = r"""# SOME DESCRIPTIVE TITLE.
#, fuzzy
msgid ""
msgstr ""
"PO-Revision-Date: YEAR-MO-DA HO:MI+ZONE\n"
"Language: \n"
"MIME-Version: 1.0\n"
"Content-Type: text/plain; charset=CHARSET\n"
"Content-Transfer-Encoding: 8bit\n"
"Plural-Forms: nplurals=INTEGER; plural=EXPRESSION;\n"

msgid "%d file"
msgid_plural "%d files"
msgstr[0] ""
msgstr[1] ""
"""


def only(text: str | bytes) -> Document:
    return opened(PO, text.encode() if isinstance(text, str) else text)


def written(document: Document) -> str:
    assert PO.write
    return PO.write(document, WriteOptions("out")).data.decode()


def put(document: Document, row: int, state: SegmentState, target: str | None, **more: str) -> None:
    segment = document.snapshot()[row]
    document.apply(Put(segment, replace(segment, target=target, state=state, **more)))


def changed_lines(before: str, after: str) -> tuple[list[str], list[str]]:
    """The lines that one of two texts has and the other lacks."""
    old, now = before.splitlines(), after.splitlines()
    return [line for line in old if line not in now], [line for line in now if line not in old]


class TestPo(FormatContract):
    format_id = "po"

    def promised(self, facts: Facts) -> Facts:
        """Beyond confirmed is confirmed, an empty translation none, a note without odd ends."""
        # Lines end before anything is left out of them: what stood between CR and LF may go.
        ends = re.compile("\r\n|\r")
        rows = super().promised(
            [{**row, "note": ends.sub("\n", str(row["note"]))} for row in facts]
        )
        for row in rows:
            row["target"] = row["target"] or None
            row["draft"] = row["draft"] or None
            if row["target"] is None:
                row["state"] = SegmentState.INITIAL
            elif row["state"] in DONE:
                row["state"] = SegmentState.CONFIRMED
            lines = str(row["note"]).split("\n")
            row["note"] = "\n".join(line.strip() for line in lines).strip()
        return rows


def test_what_is_read():
    document = only(CATALOGUE)
    assert document.files[0].pair == ARABIC_TO_ENGLISH
    rows = [
        (show_codes(s.source, document.unit_of(s).codes), s.target and s.target.count("\ue000"))
        for s in document.segments
    ]
    assert rows == [
        ("افتح", 0),
        ("لم يفتح {1/}: {2/} أخطاء", 1),
        ("{1/} مقال", None),
        ("{1/} مقالات", None),
        ('اقرأ {1}المزيد{/2} عن {3}هذا{/4} أو <هذا>\nسطر ثان &أمر\t"مقتبس"', None),
        ("بفراغات", 0),
    ]
    states = [segment.state.value for segment in document.segments]
    assert states == ["confirmed", "edited", "initial", "initial", "initial", "confirmed"]
    assert document.segments[0].note == "remark of a translator"
    assert document.units[0].note == "menu\nremark of a programmer"
    assert [code.label for code in document.units[1].codes] == ["%s", "%2$d"]


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1256"])
def test_untouched_it_is_the_original(newline: str, encoding: str):
    charset = "UTF-8" if encoding.startswith("utf") else "windows-1256"
    text = CATALOGUE.replace("UTF-8", charset).replace("\n", newline)
    data = text.encode(encoding)
    assert PO.write
    assert PO.write(only(data), WriteOptions("out")).data == data


def test_only_what_changed_is_written_anew():
    document = only(CATALOGUE)
    put(document, 0, SegmentState.EDITED, "Open it")
    put(document, 1, SegmentState.CONFIRMED, "\ue001 errors opening \ue000")
    lost, new = changed_lines(CATALOGUE, written(document))
    assert lost == [
        'msgstr "Open"',
        "#, fuzzy, c-format",
        '#| msgid "فتح %s"',
        'msgstr "Could not open %s"',
    ]
    assert new == ["#, fuzzy", 'msgstr "Open it"', 'msgstr "%2$d errors opening %s"']


def test_plural_forms_and_wrapped_strings():
    document = only(CATALOGUE.replace("\n", "\r\n"))
    put(document, 2, SegmentState.CONFIRMED, "\ue000 article")
    put(document, 3, SegmentState.CONFIRMED, "\ue000 articles")
    target = "Read \ue000more\ue001 about \ue002this\ue003 or <that>" + " and more" * 9 + '\n"line"'
    put(document, 4, SegmentState.CONFIRMED, target)
    text = written(document)
    assert 'msgstr[0] "%d article"\r\nmsgstr[1] "%d articles"\r\n\r\n' in text
    assert (
        'msgstr ""\r\n'
        '"Read <a href=\\"x\\">more</a> about <b>this</b> or <that> and more and more and "\r\n'
        '"more and more and more and more and more and more and more\\n"\r\n'
        '"\\"line\\"\\n"\r\n'
    ) in text
    again = only(text)
    assert [s.target for s in again.segments] == [s.target for s in document.segments]


def test_white_space_around_a_message_is_around_its_translation():
    document = only(CATALOGUE)
    put(document, 5, SegmentState.CONFIRMED, "padded")
    assert 'msgid " بفراغات "\nmsgstr " padded "\n' in written(document)


def test_notes_go_out_and_come_back():
    document = only(CATALOGUE)
    segment = document.snapshot()[0]
    document.apply(Put(segment, replace(segment, note="first line\n\nthird")))
    segment = document.snapshot()[5]
    document.apply(Put(segment, replace(segment, note="mine")))
    lost, new = changed_lines(CATALOGUE, written(document))
    assert (lost, new) == (["# remark of a translator"], ["# first line", "#", "# third", "# mine"])
    assert [s.note for s in only(written(document)).segments][::5] == [
        "first line\n\nthird",
        "mine",
    ]


def test_a_machine_translation_is_fuzzy_and_said():
    document = only(CATALOGUE)
    row = document.segments[2]
    document.drafts.add([Draft(1, row.id, source_hash(row.source), "An article", "ct2", "m")])
    assert PO.write
    done = PO.write(document, WriteOptions("out"))
    assert '#, fuzzy, c-format\nmsgid "%d مقال"' in done.data.decode()
    assert "unreviewed_drafts" in {notice.code for notice in done.notices}


def test_a_translation_taken_out_leaves_none():
    document = only(CATALOGUE)
    put(document, 0, SegmentState.INITIAL, None)
    put(document, 1, SegmentState.INITIAL, None)
    lost, new = changed_lines(CATALOGUE, written(document))
    assert new == ["#, c-format"] or not new
    assert 'msgstr "Open"' in lost
    assert "Could not" not in written(document)


def test_a_template_is_filled_in():
    document = opened(PO, TEMPLATE.encode())
    assert PO.read
    [file] = PO.read(TEMPLATE.encode(), ReadOptions("a.pot", LanguagePair("en", "ar")))
    assert file.pair == LanguagePair("en", "ar")
    put(document, 0, SegmentState.CONFIRMED, "\ue000 file")
    text = written(document)
    assert "Language: en\\n" in text
    assert "charset=UTF-8" in text
    assert "nplurals=2; plural=(n != 1);" in text
    assert "#, fuzzy" not in text
    assert "YEAR-MO-DA" in text


def test_an_encoding_that_cannot_hold_the_translation_changes_with_its_name():
    data = CATALOGUE.replace("UTF-8", "windows-1256").encode("cp1256")
    document = only(data)
    put(document, 0, SegmentState.CONFIRMED, "\u0141ód")
    assert PO.write
    done = PO.write(document, WriteOptions("out"))
    assert "charset=UTF-8" in done.data.decode()
    assert "encoding_changed" in {notice.code for notice in done.notices}


def test_another_reader_agrees(tmp_path: Path):
    document = only(CATALOGUE)
    for row, segment in enumerate(document.snapshot()):
        codes = "".join(c for c in segment.source if "\ue000" <= c <= "\uf8ff")
        put(document, row, SegmentState.CONFIRMED, f'{row} "quoted" \\ \t {codes} é😀')
    entries = polib.pofile(written(document))
    assert [entry.msgstr for entry in entries if entry.msgstr and not entry.obsolete] == [
        '0 "quoted" \\ \t  é😀',
        '1 "quoted" \\ \t %s%2$d é😀',
        '4 "quoted" \\ \t <a href="x"></a><b></b> é😀\n',
        ' 5 "quoted" \\ \t  é😀 ',
    ]
    assert [entry.msgstr_plural for entry in entries if entry.msgid_plural] == [
        {0: '2 "quoted" \\ \t %d é😀', 1: '3 "quoted" \\ \t %d é😀'}
    ]
    assert [entry.msgid for entry in entries.obsolete_entries()] == ["قديم"]


@pytest.mark.skipif(not shutil.which("msgfmt"), reason="gettext is not installed")
@pytest.mark.parametrize("make", ["in place", "template", "new"])
def test_gettext_takes_it(make: str, tmp_path: Path):
    document = small_document()
    if make != "new":
        document = only(CATALOGUE if make == "in place" else TEMPLATE)
        for row, segment in enumerate(document.snapshot()):
            codes = "".join(c for c in segment.source if "\ue000" <= c <= "\uf8ff")
            put(document, row, SegmentState.CONFIRMED, f'Number {row} "x" \\ \a {codes}')
    path = tmp_path / "out.po"
    path.write_text(written(document), encoding="utf-8")
    command = ["msgfmt", "--check-format", "--check-header", "--statistics"]
    done = subprocess.run(
        [*command, "-o", str(tmp_path / "out.mo"), str(path)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr


def test_what_was_made_here_can_be_worked_on_and_written_again():
    assert PO.write
    data = PO.write(small_document(), WriteOptions("out")).data
    document = only(data)
    assert PO.write(document, WriteOptions("out")).data == data
    put(document, 1, SegmentState.CONFIRMED, "The {U+0041} {1} \ue000minister\ue001 \ue001came")
    again = only(written(document))
    assert again.segments[1].target == "The {U+0041} {1} \ue000minister\ue001 \ue001came"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b"\xef\xbb\xbf", "empty"),
        (b"\n \n", "blank"),
        (b"not a catalogue", "wrong_format"),
        (b'msgid "open', "wrong_format"),
        (b'"string of nothing"', "wrong_format"),
        (b'msgid ""\nmsgstr "Language: en\\n"\n', "no_messages"),
        (b"# only a comment\n", "no_messages"),
        (b'#~ msgid "a"\n#~ msgstr "b"\n', "no_messages"),
        (b"\x89PNG\r\n\x1a\n" + bytes(99), "binary"),
    ],
)
def test_refusals(data: bytes, reason: str):
    assert PO.read
    with pytest.raises(InputError) as caught:
        PO.read(data, ReadOptions("bad.po"))
    assert caught.value.reason == reason
    assert "bad.po" in str(caught.value)


def test_a_damaged_original_is_said():
    document = only(CATALOGUE)
    broken = Document()
    file = replace(document.files[0], original=TEMPLATE.encode())
    broken.add_file(file, document.units, document.snapshot())
    with pytest.raises(ExportError) as caught:
        written(broken)
    assert caught.value.reason == "original_damaged"


def test_odd_entries():
    text = 'msgid "a" \nmsgstr "x"\nmsgid "b"\n# late\nmsgstr "y"\n'
    text += '\tmsgid "nul \\000 \\x41"\nmsgstr ""'
    document = only(text)
    assert [s.target for s in document.segments] == ["x", "y", None]
    put(document, 2, SegmentState.CONFIRMED, "z\ue000")
    assert written(document).endswith('msgstr "z\\000"\n')
    long = f'msgid "{"ا" * 500_000}"\nmsgstr ""\n'
    assert written(only(long)) == long


@given(st.text())
def test_escapes_come_back(text: str):
    assert unescaped(escaped(text)) == text


_LINES = ["", "# note", "#. auto", "#: ref:1", "#, fuzzy", "#, c-format", '#| msgid "old"', "#~ x"]
_LINES += ['msgctxt "c"', 'msgid "نص %s"', 'msgid ""', 'msgid_plural "ب"', 'msgstr "x"', '"more"']
_LINES += ['msgstr[0] "0"', 'msgstr[1] ""', '" "', 'msgstr ""', '"Language: en\\n"', "\x0c"]


@settings(max_examples=200)
@given(st.lists(st.sampled_from(_LINES), max_size=25), st.sampled_from(["\n", "\r\n"]))
def test_any_lines_come_back_untouched_and_take_a_translation(lines: list[str], newline: str):
    text = newline.join(lines)
    try:
        document = only(text)
    except InputError:
        return  # no catalogue; any other exception fails
    assert written(document) == text
    for row in range(len(document.segments)):
        put(document, row, SegmentState.CONFIRMED, f"Text {row}")
    again = only(written(document))
    assert targets(again) == targets(document)


def targets(document: Document) -> list[tuple[str | None, SegmentState]]:
    return [(segment.target, segment.state) for segment in document.segments]


_TYPED = st.text(st.sampled_from('ab "\\\n\t%s<>/é😀\u200f\u2028')).map(str.strip).filter(bool)


@given(_TYPED)
def test_any_target_comes_back(target: str):
    document = only(CATALOGUE)
    put(document, 0, SegmentState.CONFIRMED, target)
    again: Segment = only(written(document)).segments[0]
    codes = only(written(document)).units[0].codes
    whole = "".join(codes[ord(c) - 0xE000].markup if "\ue000" <= c < "\uf8ff" else c
                    for c in again.target or "")  # fmt: skip
    assert whole == target
