"""CSV and TSV of other programs: given back as they came, but for the cells somebody changed."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.translation.formats.test_confirmed_as_it_stands import confirm
from translation.errors import InputError, UsageError
from translation.formats.spec import ReadOptions
from translation.formats.tables.column_choice import ColumnChoice
from translation.formats.tables.preview import preview
from translation.formats.tables.separated_cells import cells_of
from translation.model.document import Document
from translation.model.draft import Draft
from translation.model.edits import Put
from translation.model.language import LanguagePair
from translation.model.segment import SegmentState, source_hash
from translation.work.documents import open_document
from translation.work.exporting import export

ENGLISH_GERMAN = LanguagePair("en", "de")
TYPED = 'Zwei "Wörter"; mit\tallem, was | trennt\nund noch eine Zeile'

TABLES = {
    "semicolons.csv": b"Id;Source;Target;Developer Note;State\nk1;Hello;Hallo;max 5;final\n"
    b"k2;Bye;;;\n",
    "by_language.csv": b"English,German\nHello,Hallo\nBye,\n",
    "always_quoted.csv": b'"key","en","de","max"\r\n"a.b","Hello","Hallo","12"\r\n'
    b'"c","Bye","",""\r\n',
    "no_last_line_end.csv": b"Key|Quelle|Ziel\n1|Hello|Hallo\n2|Bye|",
    "latin.csv": "Nr;Englisch;Übersetzung\n1;Hello;Grüße\n2;Bye;\n".encode("cp1252"),
    "mark.csv": b"\xef\xbb\xbfsource,target\r\nHello,Hallo\r\nBye,\r\n",
    "utf16.tsv": (
        "Key\tEnglish (UK)\tGerman\tFrench\r\n1\tHello\tHallo\tSalut\r\n2\tBye\t\t\r\n"
    ).encode("utf-16"),
    "suffixes.csv": b"string_id,text_en,text_de,text_fr\n1,Hello,Hallo,Salut\n2,Bye,,\n",
    "excel.csv": b"sep=;\r\nText (en);Text (de);Kontext\r\nHello;Hallo;x\r\nBye;;\r\n",
    "titled.csv": b"Our texts, 2026,,\n,,\nID,English,German\n1,Hello,Hallo\n\n2,Bye,\n",
    "ragged.csv": b"Source,Note,Target\nHello,,Hallo,more,even more\nBye\n",
    "line_ends_inside.csv": b'Source,Target\r\n"Hello\r\nyou","Hallo\r\ndu"\r\nBye,\r\n',
    "formulas.csv": b"Source,Target\n=Hello,'=Hallo\n+1,-1\nBye,\n",
    "placeholders.csv": b"Source,Target\n{1} of {2},{5} von {U+007B}\nBye,\n",
    "only_sources.tsv": b"key\tenglish\n1\tHello\n2\tBye\n",
    "bare_quotes.tsv": b'source\ttarget\n"Hello" you\tHallo "du\nBye\t\n',
    "chinese.csv": "编号,原文,译文,备注\n1,Hello,Hallo,\n2,Bye,,\n".encode("gb18030"),
    "arabic.csv": "المعرف,المصدر,الهدف,المشروع\n1,Hello,Hallo,x\n2,Bye,,\n".encode(),
}


def opened(folder: Path, name: str, columns: str = "") -> Document:
    path = folder / name
    path.write_bytes(TABLES[name])
    choice = ColumnChoice.parsed(columns) if columns else None
    encoding = "gb18030" if name == "chinese.csv" else None
    return open_document(path, pair=ENGLISH_GERMAN, columns=choice, encoding=encoding).document


def written(document: Document, folder: Path) -> bytes:
    out = folder / f"out{Path(document.files[0].name).suffix}"
    export(document, out)
    return out.read_bytes()


@pytest.fixture(params=sorted(TABLES))
def name(request):
    return request.param


def test_untouched_it_is_the_same_file(tmp_path, name):
    document = opened(tmp_path, name)
    assert [segment.source for segment in document.segments][-1] == "Bye"
    assert written(document, tmp_path) == TABLES[name]


def test_confirmed_as_it_stands_only_states_change(tmp_path, name):
    document = opened(tmp_path, name)
    for segment in document.snapshot():
        if segment.target is not None:
            confirmed = replace(segment, state=SegmentState.CONFIRMED)
            document.apply(Put(segment, confirmed))
    expected = TABLES[name].replace(b";final", b";confirmed")
    assert written(document, tmp_path) == expected


def test_what_is_typed_arrives_and_the_rest_stays(tmp_path, name):
    document = opened(tmp_path, name)
    last = document.segments[-1]
    document.apply(Put(last, replace(last, target=TYPED, state=SegmentState.EDITED)))
    data = written(document, tmp_path)
    path = tmp_path / name
    path.write_bytes(data)
    encoding = document.files[0].encoding
    again = open_document(path, pair=ENGLISH_GERMAN, encoding=encoding).document
    expected = TYPED if name != "bare_quotes.tsv" else TYPED.replace("\t", " ").replace("\n", " ")
    if name == "line_ends_inside.csv":  # as the other cells have them
        expected = expected.replace("\n", "\r\n")
    assert again.segments[-1].target == expected
    assert [s.source for s in again.segments] == [s.source for s in document.segments]
    assert [s.target for s in again.segments][:-1] == [s.target for s in document.segments][:-1]
    if name != "only_sources.tsv":
        before, after = TABLES[name], data
        start = before.rfind("Bye".encode(document.files[0].encoding))
        assert after[:start] == before[:start]


def test_a_column_is_made_where_there_is_none(tmp_path):
    document = opened(tmp_path, "only_sources.tsv")
    first = document.segments[0]
    document.apply(Put(first, replace(first, target="Hallo", state=SegmentState.CONFIRMED)))
    assert written(document, tmp_path) == b"key\tenglish\tgerman\n1\tHello\tHallo\n2\tBye\t\n"


def test_what_stands_in_the_texts_of_one_column_separates_nothing(tmp_path):
    path = tmp_path / "one.csv"
    path.write_bytes(b"English\nHello, you; there\nBye\n")
    document = open_document(path, pair=ENGLISH_GERMAN).document
    assert [segment.source for segment in document.segments] == ["Hello, you; there", "Bye"]
    assert written(document, tmp_path) == path.read_bytes()
    first = document.segments[0]
    document.apply(Put(first, replace(first, target="Hallo", state=SegmentState.EDITED)))
    path.write_bytes(written(document, tmp_path))
    again = open_document(path, pair=ENGLISH_GERMAN).document
    assert [(s.source, s.target) for s in again.segments] == [
        ("Hello, you; there", "Hallo"),
        ("Bye", None),
    ]


def test_quotes_stand_where_the_file_has_them(tmp_path):
    document = opened(tmp_path, "always_quoted.csv")
    last = document.segments[-1]
    document.apply(Put(last, replace(last, target="Ade", state=SegmentState.EDITED)))
    assert written(document, tmp_path).endswith(b'"c","Bye","Ade",""\r\n')


def test_what_the_encoding_cannot_hold_is_said(tmp_path):
    document = opened(tmp_path, "latin.csv")
    last = document.segments[-1]
    document.apply(Put(last, replace(last, target="مع السلامة", state=SegmentState.EDITED)))
    notices = export(document, tmp_path / "out.csv")
    assert [notice.code for notice in notices] == ["encoding_changed"]
    assert (tmp_path / "out.csv").read_text("utf-8").endswith("2;Bye;مع السلامة\n")


def test_columns_by_number_without_headings(tmp_path):
    path = tmp_path / "bare.csv"
    path.write_bytes(b"1;Hello;Hallo\n2;Bye;\n")
    with pytest.raises(InputError) as caught:
        open_document(path, pair=ENGLISH_GERMAN)
    assert caught.value.reason == "no_columns"
    choice = ColumnChoice.parsed("source=2,target=3,id=1")
    document = open_document(path, pair=ENGLISH_GERMAN, columns=choice).document
    assert [(s.id, s.source, s.target) for s in document.segments] == [
        ("1", "Hello", "Hallo"),
        ("2", "Bye", None),
    ]
    confirm(document)
    assert written(document, tmp_path) == b"1;Hello;Hallo\n2;Bye;Bye\n"


@pytest.mark.parametrize("text", ["English", "source=", "target", "what=English", "heading=x"])
def test_what_names_no_columns_is_refused(text):
    with pytest.raises(UsageError) as caught:
        ColumnChoice.parsed(text)
    assert caught.value.reason == "bad_columns"


def test_a_column_that_is_not_there_is_refused_with_those_that_are(tmp_path):
    with pytest.raises(InputError) as caught:
        opened(tmp_path, "by_language.csv", "source=English,target=French")
    assert caught.value.reason == "no_such_columns"
    assert "English, German" in str(caught.value)


@pytest.mark.shared
@pytest.mark.parametrize("pair", [None, ENGLISH_GERMAN])
@pytest.mark.parametrize("case", ["17-foreign.csv", "19-en-de.csv"])
def test_tables_that_were_rewritten_once(shared, tmp_path, case, pair):
    path = shared / "cases" / "bilingual" / case
    opened = open_document(path, pair=pair)
    [segment] = opened.document.segments
    assert (segment.source, segment.target) == ("Hello", "Hallo")
    export(opened.document, tmp_path / case)
    assert (tmp_path / case).read_bytes() == path.read_bytes()
    if case == "17-foreign.csv":
        assert "Developer Note" in dict(opened.notices[0].facts)["columns"]
    elif pair is None:
        assert opened.document.files[0].pair == ENGLISH_GERMAN
        assert [notice.code for notice in opened.notices] == ["headed_languages"]


@pytest.mark.shared
@pytest.mark.parametrize("format_id", ["tsv", "csv", "xlsx"])
def test_emptied_on_purpose_and_confirmed_stays_so(shared, tmp_path, format_id):
    document = open_document(shared / "cases" / "arabic" / "deleted.tsv").document
    for _again in range(2):
        emptied = document.segments[0]
        assert (emptied.target, emptied.state) == ("", SegmentState.CONFIRMED)
        out = tmp_path / f"again.{format_id}"
        export(document, out)
        document = open_document(out).document


def test_a_draft_fills_an_empty_cell_and_is_said(tmp_path):
    document = opened(tmp_path, "semicolons.csv")
    bye = document.segments[1]
    document.drafts.add([Draft(1, bye.id, source_hash(bye.source), "Auf; bald", "ct2", "m")])
    notices = export(document, tmp_path / "out.csv")
    assert [notice.code for notice in notices] == ["unreviewed_drafts"]
    expected = TABLES["semicolons.csv"].replace(b"k2;Bye;;;", b'k2;Bye;"Auf; bald";;')
    assert (tmp_path / "out.csv").read_bytes() == expected


def test_a_column_of_drafts_is_read_and_left_alone(tmp_path):
    path = tmp_path / "a.csv"
    path.write_bytes(b"Source,MT,Target\nHello,Hallo MT,\nBye,Ade MT,Ade\n")
    document = open_document(path, pair=ENGLISH_GERMAN).document
    assert [document.shown_target(s) for s in document.segments] == ["Hallo MT", "Ade"]
    assert written(document, tmp_path) == path.read_bytes()
    confirm(document)
    assert written(document, tmp_path).endswith(b"\nHello,Hallo MT,Hallo MT\nBye,Ade MT,Ade\n")


def test_our_own_table_by_other_columns_goes_back_with_its_codes(tmp_path):
    path = tmp_path / "ours.tsv"
    path.write_bytes(b"id\tsource\tdraft\ttarget\tstate\n1\tA {1}b{/2}\t'=MT {1}\tT\tedited\n")
    choice = ColumnChoice.parsed("source=source,target=draft,heading=1")
    document = open_document(path, pair=ENGLISH_GERMAN, columns=choice).document
    [segment] = document.segments
    assert segment.target == "=MT \ue000"
    document.apply(Put(segment, replace(segment, target="+\ue001 MT")))
    assert written(document, tmp_path).endswith(b"\t'+{/2} MT\tT\tedited\n")


def test_strings_with_keys_are_no_page_furniture(tmp_path):
    path = tmp_path / "strings.csv"
    path.write_bytes(b"Key,English,German\na,Share,\nb,Comments,\n")
    document = open_document(path, pair=ENGLISH_GERMAN).document
    assert not any(document.is_furniture(segment) for segment in document.segments)


_CELLS = st.text(st.sampled_from("aB é=+-@',;\t|\"\n{1}ا\u200f"), max_size=8)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.tuples(_CELLS, _CELLS, _CELLS), min_size=1, max_size=4),
    st.lists(_CELLS, min_size=4, max_size=4),
    st.sampled_from(",;\t|"),
    st.sampled_from([csv.QUOTE_ALL, csv.QUOTE_MINIMAL]),
    st.sampled_from(["\r\n", "\n"]),
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]),
)
def test_any_table_keeps_its_other_cells(tmp_path_factory, rows, typed, mark, quoting, end, code):
    """Whatever the manner of a file: what is typed arrives, and every other cell stays."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=mark, quoting=quoting, lineterminator=end)
    writer.writerow(("Key", "Source", "Note for all", "Target"))
    writer.writerows(
        (f"k{n}", f"s{n}{one}", two, three) for n, (one, two, three) in enumerate(rows)
    )
    folder = tmp_path_factory.mktemp("table")
    path = folder / "a.csv"
    path.write_bytes(out.getvalue().encode(code))
    document = open_document(path, pair=ENGLISH_GERMAN).document
    assert len(document) == len(rows)
    assert written(document, folder) == path.read_bytes()
    for segment, text in zip(document.snapshot(), typed, strict=False):
        document.apply(Put(segment, replace(segment, target=text, state=SegmentState.EDITED)))
    text = written(document, folder).decode(code)
    found = list(csv.reader(io.StringIO(text, newline=""), delimiter=mark, strict=True))[1:]
    before = list(csv.reader(io.StringIO(out.getvalue(), newline=""), delimiter=mark))[1:]
    assert [row[:3] for row in found] == [row[:3] for row in before]
    assert [row[3] for row in found] == typed[: len(rows)]


@pytest.mark.parametrize(
    ("text", "sources"),
    [
        ('source,target\n"a, b",A\n"he" said,\n5" wide,\n', ["a, b", '"he" said', '5" wide']),
        ('"source","target"\n"say "hi" now",""\n"b, ""c""",""\n', ['say "hi" now', 'b, "c"']),
        ('source,target\n"open,\n"a\nb, c",\n', ['"open', "a\nb, c"]),
        ('source,target\n"a" b,\nc,\n', ['"a" b', "c"]),
        ('source\ttarget\n"He came."\tA\n"He came," she said.\t\n', None),
    ],
)
def test_one_cell_with_bare_quotes_spoils_no_other(tmp_path, text, sources):
    path = tmp_path / ("a.tsv" if "\t" in text else "a.csv")
    path.write_text(text)
    opened_one = open_document(path, pair=ENGLISH_GERMAN)
    document = opened_one.document
    sources = sources or ['"He came."', '"He came," she said.']
    assert [segment.source for segment in document.segments] == sources
    assert "repaired" in [notice.code for notice in opened_one.notices]
    typed = [f"{number}, neu" for number, _ in enumerate(sources)]
    for segment, one in zip(document.snapshot(), typed, strict=True):
        document.apply(Put(segment, replace(segment, target=one, state=SegmentState.EDITED)))
    out = tmp_path / f"out{path.suffix}"
    export(document, out)
    back = open_document(out, pair=ENGLISH_GERMAN).document.snapshot()
    assert [(one.source, one.target) for one in back] == list(zip(sources, typed, strict=True))


def test_a_language_without_texts_is_no_source_whatever_the_separator(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text("Key,Default,Arabic (ar)\nk,Hello,\n")
    with pytest.raises(InputError) as caught:
        open_document(path)
    assert caught.value.reason == "no_columns"
    [sheet] = preview(path.read_bytes(), "csv", ReadOptions(path.name)).sheets
    assert (sheet.width, sheet.separator) == (3, ",")


def test_a_table_that_outgrows_its_code_page_bears_the_mark_spreadsheets_look_for(tmp_path):
    document = opened(tmp_path, "latin.csv")
    segment = document.snapshot()[0]
    document.apply(Put(segment, replace(segment, target="Žluť", state=SegmentState.EDITED)))
    assert written(document, tmp_path).startswith(
        "\ufeffNr;Englisch;Übersetzung\n1;Hello;Ž".encode()
    )


def test_a_project_begun_before_layouts_were_kept_gives_its_table_back(tmp_path, name):
    document = opened(tmp_path, name)
    [file] = document.files
    [*_, last] = document.snapshot()
    document.apply(Put(last, replace(last, target="neu", state=SegmentState.EDITED)))
    now = written(document, tmp_path)
    document.apply(Put(file, replace(file, extraction="")))
    assert written(document, tmp_path) == now != TABLES[name]


def test_blanks_are_no_translation_and_rows_without_a_source_are_counted(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text("Source,Target\nHello, \n,Ade\n,\n")
    opened_one = open_document(path, pair=ENGLISH_GERMAN)
    assert [segment.target for segment in opened_one.document.segments] == [None]
    [notice] = opened_one.notices
    assert (notice.code, dict(notice.facts)["count"]) == ("rows_without_source", "1")


@given(st.text(st.sampled_from('ab" ;\r\n'), max_size=30))
def test_cells_are_where_a_csv_reader_finds_them(text):
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=";", strict=True))
    except csv.Error:
        return
    cells = [
        [] if len(row) == 1 and not row[0].text else row
        for row in cells_of(text, ";", is_quoted=True)
    ]
    assert [
        [c.text[1:-1].replace('""', '"') if c.is_quoted else c.text for c in row] for row in cells
    ] == rows
    assert all(text[c.start : c.end] == c.text for row in cells for c in row)
