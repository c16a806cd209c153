"""The report: figures as the scores have them, the same bytes each time, nothing fetched."""

from __future__ import annotations

import csv
import io
import json
import re
from dataclasses import replace

import pytest
from lxml import etree, html
from sacrebleu.metrics import TER

from translation.cli.main import run
from translation.errors import UsageError
from translation.model.document import Document
from translation.model.draft import Draft
from translation.model.edits import EditBatch, Put, Say
from translation.model.language import ARABIC_TO_ENGLISH
from translation.model.record import Record
from translation.model.segment import (
    Role,
    Segment,
    SegmentState,
    SourceFile,
    TranslationUnit,
    source_hash,
)
from translation.mqm import marked_error
from translation.mqm.typology import mqm_core
from translation.quality import CheckGroup, Profile, find_issues, subject_of
from translation.quality.dismissals import dismissal_of
from translation.quality.rule import Rule
from translation.quality.rules import OWN_RULE
from translation.quality.spelling import SWITCHED
from translation.reporting import charts
from translation.reporting.arabic_names import CHECKS_IN_ARABIC, MQM_IN_ARABIC
from translation.reporting.data import as_json
from translation.reporting.gather import gather
from translation.reporting.page import page
from translation.reporting.review import Comparison
from translation.reporting.spread import BOUNDS, class_names, spread
from translation.reporting.words import WORDS, Edition
from translation.reporting.writing import report_file
from translation.store import ProjectFile
from translation.system import preferences
from translation.text.bidi import FSI, LRI, PDI

SOURCES = (
    "قال الوزير إن الاتفاق سيوقَّع غداً في العاصمة.",
    "ارتفعت أسعار النفط بنسبة كبيرة هذا العام.",
    "انظر https://example.com/a للمزيد.",
    "وصل الوفد إلى المدينة مساء أمس.",
    "القائمة الرئيسية",
)
DRAFTS = (
    "The minister said the deal will be signed tomorrow in capital.",
    "Oil prices rose by a large rate this year.",
    "See https://example.org/b for more.",
    "The delegation arrived in the city&apos;s centre last night.",
    "Main menu",
)
REVIEWED = (
    "The minister said that the agreement would be signed in the capital tomorrow.",
    "Oil prices rose by a large rate this year.",
    "See https://example.com/a for more.",
)
REFERENCE = "The minister said the agreement is to be signed in the capital tomorrow."


def drafted(name: str = "news <b>.txt", drafts: tuple[str, ...] = DRAFTS) -> Document:
    made = Document()
    file = SourceFile(made.new_id("f"), name, ARABIC_TO_ENGLISH, "txt", b"x")
    roles = [Role.PARAGRAPH] * 4 + [Role.FURNITURE]
    units = [TranslationUnit(made.new_id("u"), file.id, role) for role in roles]
    segments = [
        Segment(made.new_id("s"), unit.id, text) for unit, text in zip(units, SOURCES, strict=True)
    ]
    made.add_file(file, units, segments)
    made.drafts.add(
        Draft(number, one.id, source_hash(one.source), text, "ct2", "opus-mt-ar-en", "abc123")
        for number, (one, text) in enumerate(zip(segments, drafts, strict=True), start=1)
    )
    return made


def review(project: ProjectFile) -> None:
    """Confirm the first three segments, the second as it was drafted, and let an issue stand."""
    document = project.document
    for row, text in enumerate(REVIEWED):
        one = document.segments[row]
        reference = REFERENCE if row == 0 else None
        said = replace(
            one, target=text, draft_id=row + 1, state=SegmentState.CONFIRMED, reference=reference
        )
        batch = EditBatch("type", (Put(one, said),), "Huda <i>", 1_700_000_000.0 + 60 * row, one.id)
        document.apply_batch(batch)
        project.record("do", row + 1, batch, document.next_number)
    one = document.segments[3]
    draft = document.drafts.base(one)
    (issue,) = find_issues(subject_of(one, document.unit_of(one), ARABIC_TO_ENGLISH, draft))
    said = dismissal_of(issue, one.source, DRAFTS[3], "as meant")
    told = Record.of("r1", one.id, said, "Huda", 1.0)
    batch = EditBatch("note", (Say(None, told),), "Huda", 1_700_000_600.0, told.segment_id)
    document.apply_batch(batch)
    project.record("do", 9, batch, document.next_number)


@pytest.fixture
def project(tmp_path):
    made = ProjectFile.create(tmp_path / "a.muraji", drafted())
    review(made)
    yield made
    made.close()


def test_says_what_was_done(project):
    found = gather(project.document, project)
    assert found.statistics.whole.segments == 4
    assert [(one.model, one.revision, one.segments) for one in found.origins] == [
        ("opus-mt-ar-en", "abc123", 4)
    ]
    assert [(p.name, p.segments) for p in found.persons] == [("Huda <i>", {"confirmed": 3})]
    assert found.period is not None
    assert (found.period.first, found.period.last) == (1_700_000_000.0, 1_700_000_600.0)
    assert (found.covered, found.untouched) == (3, 1)
    assert sum(found.spread) == 3
    assert [one.number for one in found.most_edited] == [1, 3]
    assert [(d.number, d.reason, d.author) for d in found.let_stand] == [(4, "as meant", "Huda")]


def test_edits_and_scores_are_those_of_sacrebleu(project):
    found = gather(project.document, project)
    edits = next(one for one in found.compared if one.what is Comparison.EDITS)
    ter = TER().corpus_score(list(DRAFTS[:3]), [list(REVIEWED)])
    assert edits.scores["TER"].value == ter.score
    first = TER().sentence_score(DRAFTS[0], [REVIEWED[0]])
    assert found.most_edited[0].hter == first.score
    assert found.most_edited[0].edits == round(first.num_edits)
    kinds = {one.what: one.segments for one in found.compared}
    assert kinds == {Comparison.EDITS: 3, Comparison.DRAFT: 1, Comparison.REVIEWED: 1}
    for one in found.compared:
        for id_, interval in one.intervals.items():
            value = pytest.approx(one.scores[id_].value, abs=1e-4)
            assert interval.low <= one.scores[id_].value or interval.low == value
            assert interval.high >= one.scores[id_].value or interval.high == value


def test_issues_of_drafts_are_told_as_mended(project):
    found = {one.check: one for one in gather(project.document, project).found}
    assert found["carried"].drafted == 1
    assert found["carried"].mended == 1
    assert found["carried"].still_open == 0


def test_words_that_no_dictionary_has_are_counted_unless_the_profile_says_no(tmp_path):
    preferences.change({"english": "en-GB"})
    slips = {"tomorrow": "tommorow", "large": "lagre", "arrived": "arived"}
    wrong = [" ".join(slips.get(word, word) for word in text.split()) for text in DRAFTS]
    made = ProjectFile.create(tmp_path / "a.muraji", drafted(drafts=tuple(wrong)))
    review(made)
    made.close()
    quiet, out = tmp_path / "quiet.json", tmp_path / "r.json"
    quiet.write_text(json.dumps({"checks": {"spelling": False}}), encoding="utf-8")
    told = []
    for more in ([], ["--profile", str(quiet)]):
        assert run(["report", str(made.path), "-o", str(out), *more]) == 0
        rows = json.loads(out.read_text("utf-8"))["checks"]
        told.append([row for row in rows if row["check"] == "spelling"])
    (row,), off = told
    assert (row["drafted"], row["mended"], row["added"], row["still_open"]) == (3, 2, 0, 1)
    assert off == []


def test_what_was_drafted_and_came_is_mended_let_stand_or_open(project):
    rule = Rule("no newly typed", target="signed", message="by hand")
    found = gather(project.document, project, profile=Profile(rules=(rule,))).found
    for one in found:
        assert one.drafted - one.mended + one.added == one.dismissed + one.still_open
    own = found[-1]
    assert (own.check, own.words, own.group) == (rule.check, rule.name, CheckGroup.OWN)
    assert (own.drafted, own.still_open) == (1, 1)
    assert sum(one.still_open for one in found) == sum(
        row.issues for row in gather(project.document, profile=Profile(rules=(rule,))).rows
    )


def test_the_arabic_edition_names_checks_and_errors_in_arabic(project):
    one = project.document.segments[0]
    error = marked_error("target", REVIEWED[0], 4, 12, "accuracy/mistranslation", "major")
    project.document.add_records([Record.of("m1", one.id, error, "Huda", 2.0)])
    made = page(gather(project.document, project), Edition.ARABIC)
    for named in (CHECKS_IN_ARABIC["entities"], CHECKS_IN_ARABIC["carried"], "الدقة / ترجمة خاطئة"):
        assert named in made
    assert "Mistranslation" not in made
    assert f"{LRI}chrF++{PDI}" in made


def test_names_in_arabic_are_of_checks_that_there_are():
    known = {check.id for check in (*SWITCHED, OWN_RULE)}
    assert CHECKS_IN_ARABIC.keys() <= known
    for name in (*CHECKS_IN_ARABIC.values(), *MQM_IN_ARABIC.values()):
        assert re.search("[\u0621-\u064a]", name)
    core = mqm_core()
    words = {one.words for one in (*core.categories, *core.severities)}
    assert words == MQM_IN_ARABIC.keys()


def test_names_of_files_stand_apart(tmp_path):
    made = page(gather(drafted("خبر.txt")), Edition.ENGLISH)
    assert f"<p>{FSI}خبر.txt{PDI}</p>" in made


@pytest.mark.parametrize("edition", Edition)
@pytest.mark.parametrize("on_paper", [False, True])
def test_page_is_the_same_twice_and_shows_foreign_text_as_text(project, edition, on_paper):
    made = page(gather(project.document, project), edition, on_paper=on_paper)
    assert made == page(gather(project.document, project), edition, on_paper=on_paper)
    root = html.fromstring(made.encode("utf-8"))
    assert root.get("dir") == ("rtl" if edition is Edition.ARABIC else "ltr")
    assert not root.xpath("//b[not(ancestor::td)] | //i | //script | //a")
    assert "Huda <i>" in root.text_content()
    assert "news <b>.txt" in root.text_content()
    fetched = [node for node in root.xpath("//@src") if not node.startswith("data:image/svg+xml")]
    assert not fetched
    assert not re.search(r"\{\w+\}", root.text_content())


def test_an_arabic_report_has_no_english_sentence(project):
    made = html.fromstring(page(gather(project.document, project), Edition.ARABIC))
    for node in made.xpath("//h1 | //h2 | //h3 | //th"):
        bare = re.sub(r"[\u2066-\u2069]", "", node.text_content())
        assert re.search("[\u0621-\u064a]", bare), bare


def test_every_word_has_both_editions_with_the_same_facts():
    facts = re.compile(r"\{(\w+)\}")
    for key, (english, arabic) in WORDS.items():
        assert english, key
        assert re.search("[\u0621-\u064a]", arabic), key
        assert set(facts.findall(english)) == set(facts.findall(arabic)), key


def test_marked_errors_are_weighed(project):
    one = project.document.segments[0]
    error = marked_error("target", REVIEWED[0], 4, 12, "accuracy/mistranslation", "major")
    project.document.add_records([Record.of("m1", one.id, error, "Huda", 2.0)])
    found = gather(project.document, project)
    assert found.rated is not None
    assert found.rated.score.errors == 1
    assert "Mistranslation" in page(found, Edition.ENGLISH)
    assert json.loads(as_json(found))["mqm"]["errors"] == 1
    assert not html.fromstring(page(found, Edition.ENGLISH)).xpath("//a")


def test_every_group_of_checks_has_words():
    assert {f"group_{group.value}" for group in CheckGroup} <= WORDS.keys()


def test_classes_of_spread_are_whole():
    values = [0.0, 0.1, 10.0, 10.1, 100.0, 100.1, 900.0]
    assert sum(spread(values)) == len(values)
    assert len(spread([])) == len(class_names()) == len(BOUNDS) + 1
    assert spread([0.0, 100.0, 250.0]) == (1, 0, 0, 0, 0, 0, 1, 1)


@pytest.mark.parametrize("mirrored", [False, True])
def test_charts_are_svg_whatever_the_labels_are(mirrored):
    bars = [charts.Bar("<&\x00\ud800>", 3, 1), charts.Bar("مؤكَّد", 0, 0)]
    for drawn in (charts.rows(bars, mirrored=mirrored), charts.columns(bars, mirrored=mirrored)):
        root = etree.fromstring(drawn.encode("utf-8"))
        assert len(root.findall(".//{*}text")) >= 4
    assert charts.rows([], mirrored=mirrored).endswith("</svg>")


def test_command_writes_the_same_bytes_twice(project, tmp_path):
    project.close()
    for suffix in ("html", "json", "csv"):
        files = [tmp_path / f"{name}.{suffix}" for name in "ab"]
        for file in files:
            assert run(["report", str(project.path), "-o", str(file), "--edition", "ar"]) == 0
        assert files[0].read_bytes() == files[1].read_bytes()
    data = json.loads((tmp_path / "a.json").read_text("utf-8"))
    assert data["covered"] == 3
    assert data["scores"]["draft_reviewed"]["metrics"]["TER"]["signature"].startswith("nrefs:1")
    rows = list(csv.DictReader(io.StringIO((tmp_path / "a.csv").read_text("utf-8-sig"))))
    assert [row["state"] for row in rows] == ["confirmed"] * 3 + ["draft"]
    assert rows[1]["hter"] == "0.00"


def test_a_document_without_drafts_says_so(tmp_path):
    (tmp_path / "a.txt").write_text("جملة واحدة.\n", encoding="utf-8")
    out = tmp_path / "r.html"
    assert run(["report", str(tmp_path / "a.txt"), "-o", str(out)]) == 0
    assert "nothing to score" in out.read_text("utf-8")


def test_other_suffixes_are_refused_before_any_work(tmp_path, capsys):
    with pytest.raises(UsageError):
        report_file(tmp_path / "r.doc")
    assert run(["report", str(tmp_path / "none.txt"), "-o", str(tmp_path / "r.doc")]) == 2
    assert ".html, .pdf, .json or .csv" in capsys.readouterr().err
    assert run(["report", str(tmp_path / "none.txt"), "-o", str(tmp_path / "r.html")]) == 2
