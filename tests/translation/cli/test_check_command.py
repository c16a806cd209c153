"""The command check, driven as from a shell: lines, JSON and a page, and the exit status."""

from __future__ import annotations

import json
import time
from dataclasses import replace

import pytest
from lxml import html

from translation.cli.main import run
from translation.formats.tables.column_choice import ColumnChoice
from translation.model.edits import Put
from translation.model.record import Record
from translation.quality import Checker, Profile, Subjects
from translation.quality.dismissals import dismissal_of
from translation.quality.profiles import profiles_text
from translation.quality.rule import Rule
from translation.spelling.added import PROJECT_WORDS
from translation.store import ProjectFile
from translation.system import preferences
from translation.system.region import english_of_locale
from translation.work.checking import KEPT_PROFILE
from translation.work.documents import document_from_text, open_document

PAIRS = (
    ("كلمة", "Tom &amp; Ann"),
    ("زوروا الموقع", "Visit https://a.example/b now"),
    ("كلمة 😀 أخرى", "Another 😀 word, all right"),
)
SUBTITLES = """1
00:00:01,000 --> 00:00:02,000
هذا نص طويل جدا

2
00:00:03,000 --> 00:00:09,000
مرحبا
"""


@pytest.fixture
def table(tmp_path):
    path = tmp_path / "pairs.tsv"
    path.write_text("".join(f"{s}\t{t}\n" for s, t in PAIRS), encoding="utf-8")
    return path


@pytest.fixture
def project(tmp_path):
    """A project whose two translations are wrong; gives its path and the document."""
    document = document_from_text("\n\n".join(source for source, _ in PAIRS[:2]), "a.txt").document
    for segment, (_, target) in zip(document.snapshot(), PAIRS, strict=False):
        document.apply(Put(segment, replace(segment, target=target)))
    path = tmp_path / "p.muraji"
    ProjectFile.create(path, document).close()
    return path


def found(capsys, *arguments):
    status = run(["check", *map(str, arguments), "--json"])
    return status, json.loads(capsys.readouterr().out)


def test_json_says_what_stands_where_in_a_table_without_headings(table, capsys):
    status, rows = found(capsys, table)
    assert status == 1
    entity, invented = rows
    assert entity == {
        "segment": entity["segment"],
        "check": "entities",
        "group": "copied",
        "severity": "warning",
        "side": "target",
        "start": 4,
        "length": 5,
        "text": "&amp;",
        "message": "Character references stand there for characters: &amp;",
        "fixes": ["Tom & Ann"],
    }
    assert (invented["check"], invented["text"]) == ("invented", "https://a.example/b")
    run(["segment", str(table), "--columns", "source=1,target=2,heading=0", "--json"])
    ids = [row["id"] for row in json.loads(capsys.readouterr().out)]
    assert [row["segment"] for row in rows] == ids[:2]


def test_places_count_characters_of_the_text_without_codes(tmp_path, capsys):
    page = (
        '<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"><file original="a"'
        ' source-language="ar" target-language="en" datatype="x"><body><trans-unit id="1">'
        '<source><g id="1">كلمة</g></source><target>😀 <g id="1">Tom &amp;amp; Ann</g></target>'
        "</trans-unit></body></file></xliff>"
    )
    (tmp_path / "a.xlf").write_text(page, encoding="utf-8")
    _, rows = found(capsys, tmp_path / "a.xlf")
    (row,) = [row for row in rows if row["check"] == "entities"]
    assert (row["start"], row["length"], row["text"]) == (6, 5, "&amp;")


def test_without_errors_it_leaves_with_0_and_says_how_much_it_read(tmp_path, capsys):
    (tmp_path / "good.tsv").write_text("كلمة\tTom &amp; Ann\nكلمتان\tword\n", encoding="utf-8")
    assert run(["check", str(tmp_path / "good.tsv")]) == 0
    *lines, summary = capsys.readouterr().out.splitlines()
    assert summary == "0 errors, 1 warning, 0 notes in 2 checked segments"
    assert lines[0].split()[1:3] == ["warning", "entities"]


def test_several_files_are_named_each(table, project, capsys):
    status, rows = found(capsys, table, project)
    assert status == 1
    assert {row["file"] for row in rows} == {"pairs.tsv", "p.muraji"}
    run(["check", str(table), str(project)])
    assert "p.muraji:\n" in capsys.readouterr().out


@pytest.mark.parametrize(
    "arguments", [["missing.tsv"], ["{table}", "--profile", "nobody's"], ["{table}", "--jsn"]]
)
def test_what_cannot_be_used_leaves_with_2(table, arguments, capsys):
    given = [argument.format(table=table) for argument in arguments]
    try:
        status = run(["check", *given])
    except SystemExit as left:
        status = left.code
    assert status == 2
    assert capsys.readouterr().out == ""


def test_the_page_marks_the_places_and_fetches_nothing(table, capsys):
    assert run(["check", str(table), "--html"]) == 1
    page = html.fromstring(capsys.readouterr().out)
    marked = [(mark.get("class"), mark.text) for mark in page.iter("mark")]
    assert marked == [("warning", "&amp;"), ("error", "https://a.example/b")]
    assert not page.xpath("//*[@src or @href]")
    (first, _) = page.xpath("//p[@lang='ar']")
    assert (first.get("dir"), first.text) == ("rtl", "كلمة")


def test_subtitles_are_checked_by_length_and_time(tmp_path, capsys):
    path = tmp_path / "a.srt"
    path.write_text(SUBTITLES, encoding="utf-8")
    document = open_document(path).document
    for segment in document.snapshot():
        target = "A very long text that nobody can read at all in a second"
        document.apply(Put(segment, replace(segment, target=target)))
    ProjectFile.create(tmp_path / "s.muraji", document).close()
    assert found(capsys, tmp_path / "s.muraji", "--profile", "news")[1] == []
    _, rows = found(capsys, tmp_path / "s.muraji", "--profile", "subtitles")
    assert [row["check"] for row in rows] == ["line_length", "reading_speed", "line_length"]
    assert rows[1]["message"].startswith("To be read at 56 characters a second, of 17 at most")
    mine = tmp_path / "mine.json"
    checks = {"reading_speed": True, "same_for_others": False}
    mine.write_text(json.dumps({"checks": checks, "options": {"reading_speed": 60}}))
    assert found(capsys, tmp_path / "s.muraji", "--profile", mine)[1] == []


def test_the_profile_is_that_of_the_preferences_or_of_the_project(project, capsys):
    without = Profile("quiet", switches=(("entities", False), ("invented", False)))
    assert len(found(capsys, project)[1]) == 2
    preferences.change({"check_profiles": profiles_text([without]), "check_profile": "quiet"})
    assert found(capsys, project) == (0, [])
    opened = ProjectFile.open(project)
    opened.set_meta(KEPT_PROFILE, Profile("own", rules=(Rule("no Tom", target="Tom"),)).to_json())
    opened.close()
    _, rows = found(capsys, project)
    assert [row["check"] for row in rows] == ["entities", "own:no Tom", "invented"]
    assert found(capsys, project, "--profile", "quiet") == (0, [])


def test_what_was_dismissed_is_left_out_and_counted(project, tmp_path, capsys):
    opened = open_document(project)
    opened.project.close()
    segment = opened.document.segments[1]
    subject = Subjects(opened.document).of(segment.id)
    (issue,) = Checker().find_issues(subject)
    said = dismissal_of(issue, subject.source, subject.target, "the client wants it")
    opened.document.add_records([Record.of("r1", segment.id, said, "Sara", time.time())])
    path = tmp_path / "seen.muraji"
    ProjectFile.create(path, opened.document).close()
    status, rows = found(capsys, path)
    assert (status, [row["check"] for row in rows]) == (0, ["entities"])
    run(["check", str(path), "--html"])
    assert "dismissed, Sara" in capsys.readouterr().out
    run(["check", str(path)])
    assert "1 dismissed" in capsys.readouterr().out


def test_what_sets_a_foreign_word_apart_in_the_window_is_no_text(tmp_path, capsys):
    rules = tmp_path / "p.json"
    rules.write_text('{"rules": [{"name": "\\u2068coup\\u2069", "source": "انقلاب"}]}', "utf-8")
    (tmp_path / "a.tsv").write_text("بعد انقلاب\tafter it\n", encoding="utf-8")
    _, (row,) = found(capsys, tmp_path / "a.tsv", "--profile", rules)
    assert row["message"] == "“انقلاب” stands in the source: coup"


MISSPELT = (
    ("زار الوزير البخاري 😀 المدينة", "Minister Bokhari 😀 recieved a favour from Kechagioglou."),
    ("قال كيشاجيوجلو نعم", "Kechagioglou said yes, and Wakanda wnet home."),
)


@pytest.fixture
def misspelt(tmp_path):
    path = tmp_path / "wrong.tsv"
    path.write_text("".join(f"{s}\t{t}\n" for s, t in MISSPELT), encoding="utf-8")
    return path


def wrong_words(rows):
    return [row["text"] for row in rows if row["check"] == "spelling"]


def test_words_that_no_dictionary_has_are_found_but_names_of_the_text(misspelt, capsys):
    preferences.change({"english": "en-GB"})
    status, rows = found(capsys, misspelt)
    assert (status, wrong_words(rows)) == (0, ["recieved", "Wakanda", "wnet"])
    row = next(row for row in rows if row["check"] == "spelling")
    assert (row["group"], row["side"], row["start"]) == ("writing", "target", 19)
    assert row["fixes"][0] == MISSPELT[0][1].replace("recieved", "received")
    assert row["message"] == "“recieved” is not in the dictionary."
    run(["check", str(misspelt), "--html"])
    assert '<mark class="warning">recieved</mark>' in capsys.readouterr().out
    assert wrong_words(found(capsys, misspelt, "--no-spelling")[1]) == []


def test_spelling_goes_by_the_settings_and_the_words_that_people_added(misspelt, tmp_path, capsys):
    added = json.dumps({"en": ["wnet"]})
    preferences.change({"english": "en-US", "own_words": added})
    assert wrong_words(found(capsys, misspelt)[1]) == ["recieved", "favour", "Wakanda"]
    path = tmp_path / "own.muraji"
    opened = open_document(misspelt, columns=ColumnChoice.parsed("source=1,target=2,heading=0"))
    project = ProjectFile.create(path, opened.document)
    project.set_meta(PROJECT_WORDS, {"en": ["Wakanda"]})
    project.close()
    assert wrong_words(found(capsys, path)[1]) == ["recieved", "favour"]
    preferences.change({"spelling": False})
    assert wrong_words(found(capsys, path)[1]) == []


def test_a_profile_leaves_the_spelling_out(misspelt, tmp_path, capsys):
    profile = tmp_path / "quiet.json"
    profile.write_text(json.dumps({"checks": {"spelling": False}}), encoding="utf-8")
    assert wrong_words(found(capsys, misspelt, "--profile", str(profile))[1]) == []
    assert run(["check", str(misspelt), "--profile", str(profile), "--to", "tlh", "--json"]) == 0
    assert "no dictionary" not in capsys.readouterr().err


def test_a_language_without_a_dictionary_is_told(misspelt, capsys):
    assert run(["check", str(misspelt), "--to", "tlh", "--json"]) == 0
    said = capsys.readouterr()
    assert wrong_words(json.loads(said.out)) == []
    assert "there is no dictionary of tlh here" in said.err


@pytest.mark.parametrize(
    ("named", "language"),
    [
        ("en_US", "en-US"),
        ("en_GB.UTF-8", "en-GB"),
        ("ar_EG", "en-GB"),
        ("C", "en-US"),
        ("English_United Kingdom", "en-GB"),
        ("English_United States", "en-US"),
    ],
)
def test_the_english_of_a_region(named, language):
    assert english_of_locale(named) == language


def test_translations_are_held_to_termbases(tmp_path, capsys):
    pairs, terms, more = (tmp_path / name for name in ("pairs.tsv", "terms.csv", "more.csv"))
    pairs.write_text("بدأ الحوار\tTalks began\nعقد مجلس الأمن\tThe council met\n", encoding="utf-8")
    terms.write_text("id,ar,en,en status\n1,حوار,dialogue,\n1,,talk,forbidden\n", encoding="utf-8")
    more.write_text("source,target\nمجلس الأمن,Security Council\n", encoding="utf-8")
    _, rows = found(capsys, pairs, "--terms", terms, "--terms", more, "--no-spelling")
    told = {row["check"]: row for row in rows if row["group"] == "terms"}
    assert told["term_forbidden"]["fixes"] == ["Dialogues began"]
    assert told["term_missing"]["text"] == "council"
    assert told["term_missing"]["fixes"] == ["The Security Council met"]
