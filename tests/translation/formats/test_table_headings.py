"""Columns are found by what heads them, in any language; what is found is said."""

from __future__ import annotations

import json

import pytest

from translation.formats.tables.column_choice import ColumnChoice
from translation.formats.tables.table_layout import TableLayout, find_layout
from translation.model.language import LanguagePair
from translation.text.language_names import languages_called, name_of

KEPT = {"columns": {"source": 0}, "heading": 1, "headings": ["Source"], "sheet": ""}
PAIR = LanguagePair("en", "de")


def found(*rows: str, pair: LanguagePair | None = None, columns: str = ""):
    numbered = [(number, row.split(",")) for number, row in enumerate(rows, start=1)]
    choice = ColumnChoice.parsed(columns) if columns else None
    layout = find_layout(numbered, pair, choice)
    if layout is None:
        return None
    languages = None if layout.pair is None else (layout.pair.source, layout.pair.target)
    return layout.columns.get("source"), layout.columns.get("target"), languages


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        ("Source,Target", (0, 1, None)),
        ("Id;,Quelle,Ziel", (1, 2, None)),
        ("编号,原文,译文", (1, 2, None)),
        ("المعرف,المصدر,الهدف", (1, 2, None)),
        ("исходный текст,перевод", (0, 1, None)),
        ("identifier,source_phrase,translation", (1, 2, None)),
        ("id,sourceLang,targetLang,sourceString,targetString", (3, 4, None)),
        ("location,source,target,id,fuzzy,context", (1, 2, None)),
        ("English,German", (0, 1, ("en", "de"))),
        ("Key,English(en),German(de)", (1, 2, ("en", "de"))),
        ("Deutsch,Englisch", (0, 1, ("de", "en"))),
        ("EN-US,de_DE", (0, 1, ("en-US", "de-DE"))),
        ("eng,ger", (0, 1, ("en", "de"))),
        ("Français,Anglais", (0, 1, ("fr", "en"))),
        ("中文（简体）,英文", (0, 1, ("zh-Hans", "en"))),
        ("Portuguese (Brazil),日本語", (0, 1, ("pt-BR", "ja"))),
        ("German (target),English (source)", (1, 0, ("en", "de"))),
        ("source_en,target_fr,target_de", (0, 1, ("en", "fr"))),
        ("text_en,text_de", (0, 1, ("en", "de"))),
        ("النص الإنجليزي,الترجمة العربية", (0, 1, ("en", "ar"))),
        ("English,Arabic", (0, 1, ("en", "ar"))),
        ("Arabic,French", (0, 1, ("ar", "fr"))),
        ("Source,German", (0, 1, ("ar", "de"))),
        ("English,Target", (0, 1, ("en", "ar"))),
        ("Key,Text,Translation", (1, 2, None)),
        ("الجملة,الترجمة", (0, 1, None)),
        ("Text,Translation (de)", (0, 1, ("ar", "de"))),
        ("Title,Text,Translation", None),
        ("Text,Notes", None),
        ("key,id,no", None),
        ("name,user_id,line_no", None),
        ("English", None),
    ],
)
def test_what_headings_say_of_themselves(heading, expected):
    assert found(heading) == expected


@pytest.mark.parametrize(
    ("heading", "pair", "expected"),
    [
        ("English,German,French", LanguagePair("en", "fr"), (0, 2)),
        ("English,German", LanguagePair("de", "en"), (1, 0)),
        ("en-US,en-GB,de", LanguagePair("en-GB", "de"), (1, 2)),
        ("id,en", LanguagePair("id", "en"), (0, 1)),
        ("Source,Target (fr),Target (de)", PAIR, (0, 2)),
        ("English,French", PAIR, (0, None)),
        ("French,Italian", PAIR, None),
    ],
)
def test_what_headings_say_where_the_languages_are_known(heading, pair, expected):
    layout = found(heading, pair=pair)
    assert (layout and layout[:2]) == expected


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (("English,Arabic", "Hello,", "Bye,وداعا"), (0, 1, ("en", "ar"))),
        (("English,Arabic", "Hello,مرحبا", ",وداعا"), (1, 0, ("ar", "en"))),
        (("Arabic,English", "مرحبا,", "وداعا,"), (0, 1, ("ar", "en"))),
        (("Arabic,English", ",Hello", "وداعا,Bye"), (1, 0, ("en", "ar"))),
        (("Key,German,English", "1,Hallo,", "2,Ade,"), (1, 2, ("de", "en"))),
        (("Source,English", "Hallo,Hello", ",Bye"), (0, 1, ("ar", "en"))),
        (("Key,Default,Arabic (ar)", "1,Hello,"), None),
    ],
)
def test_of_two_languages_the_fuller_column_is_the_source_else_the_left_one(rows, expected):
    assert found(*rows) == expected


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (
            ("id,sourceLang,targetLang,source,target", "1,en,ar_AR,flu,", "2,en,ar_AR,x,y"),
            "en ar-AR",
        ),
        (("Source language,Source,Target,Target language", "German,Hallo,,English"), "de en"),
        (("src_lang,source,target", "en,Hello,", "fr,Salut,"), None),
        (("source,source_lang,target", "Hello,n/a,"), None),
    ],
)
def test_a_column_of_languages_names_them_where_all_rows_agree(rows, expected):
    languages = found(*rows)[2]
    assert (languages and " ".join(languages)) == expected


def test_rows_that_name_their_language_are_no_headings():
    assert found("hello,en,DZ", "bye,en,PK", "again,en,IN") is None
    assert found("Hello,Hallo", "Bye,Ade", "No,Nein", "Source,Quelle", pair=PAIR) is None


def test_titles_may_stand_above():
    assert found("Our strings", "", "Key,English,German", pair=PAIR) == (1, 2, None)


@pytest.mark.parametrize(
    ("columns", "expected"),
    [
        ("source=German,target=English", (1, 0, ("de", "en"))),
        ("source=german", (1, None, ("de", "ar"))),
        ("source=2,target=1,heading=1", (1, 0, ("de", "en"))),
        ("source=2,target=3,heading=0", (1, 2, None)),
        ("source=Spanish", None),
        ("source=2,target=4,heading=0", (1, 3, None)),
        ("source=2,target=9", None),
        ("source=2,target=9,heading=0", (1, 8, None)),
        ("source=2,target=2", None),
        ("source=English,target=1", None),
    ],
)
def test_what_a_person_chose_counts(columns, expected):
    layout = found("English,German,Notes", "Hello,Hallo,", columns=columns)
    if expected and columns == "source=german":
        assert layout[0] == expected[0]
    else:
        assert layout == expected


@pytest.mark.parametrize(
    ("name", "tag"),
    [
        *[("Arabic", "ar"), ("arabe", "ar"), ("عربي", "ar"), ("アラビア語", "ar"), ("ara", "ar")],
        *[("हिन्दी", "hi"), ("Farsi", "fa"), ("עברית", "he"), ("zh-Hant", "zh-Hant")],
        *[("English (UK)", "en-GB"), ("Español (MX)", "es-MX"), ("ไทย", "th"), ("Kurdî", "ku")],
    ],
)
def test_languages_go_by_their_names_everywhere(name, tag):
    assert languages_called(name)[0] == tag


@pytest.mark.parametrize("name", ["", "Notes", "12", "max", "Hello world", "()", "_"])
def test_other_words_are_no_languages(name):
    assert languages_called(name) == ()


def test_languages_have_names_to_head_a_column_with():
    assert name_of("de-AT").english == "Austrian German"
    assert name_of("ar-JO").own == "العربية"
    assert name_of("xx") is None


@pytest.mark.parametrize(
    "extraction",
    ["", "{}", "[]", "nonsense", '{"table": 1}', '{"table": {"columns": {}, "headings": []}}']
    + [
        json.dumps({"table": {**KEPT, name: value}})
        for name, value in [
            ("columns", {"source": "1"}),
            ("columns", {"source": -1}),
            ("columns", {"source": 0, "what": 1}),
            ("columns", [0, 1]),
            ("heading", "1"),
            ("headings", [1]),
            ("sheet", None),
            ("separator", ",;"),
            ("is_chosen", "yes"),
        ]
    ],
)
def test_what_is_no_layout_in_a_project_is_none(extraction):
    assert TableLayout.kept(extraction) is None
    assert TableLayout.kept(json.dumps({"table": KEPT})) is not None
