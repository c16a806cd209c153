"""The commands memory and pretranslate, driven as from a shell."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from tests.translation.memory.small_units import NEWS, memory_of
from translation.cli.main import run
from translation.memory import MemoryFile
from translation.model.segment import Origin, SegmentState
from translation.system.preferences import own_memory
from translation.work.documents import open_document

ARTICLE = "\n\n".join(
    (
        "وزير الصحة في بيروت أمس",
        NEWS[0].source,
        "بلغ عدد القتلى 45 شخصا",
        "كان الطقس أمس حارا جدا في كل أنحاء البلاد",
        NEWS[0].source,
        "كان الطقس أمس حارا جدا في كل أنحاء البلاد",
    )
)


@pytest.fixture
def memory(tmp_path: Path) -> Path:
    path = tmp_path / "news.murajitm"
    memory_of(path, *NEWS).close()
    return path


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "article.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return path


def test_import_export_and_stats_of_the_programs_own_memory(memory, tmp_path, capsys):
    tmx = tmp_path / "news.tmx"
    assert run(["memory", "export", "--memory", str(memory), "-o", str(tmx)]) == 0
    assert run(["memory", "import", str(tmx)]) == 0
    assert run(["memory", "import", str(tmx)]) == 0
    assert run(["memory", "stats"]) == 0
    out, err = capsys.readouterr()
    assert out == "own\t5\n"
    assert err.splitlines() == [
        "5 units were written.",
        "news.tmx: 5 units are new to own, 0 were there already.",
        "news.tmx: 0 units are new to own, 5 were there already.",
    ]
    assert len(MemoryFile(own_memory())) == 5


def test_search_lists_what_is_like_a_sentence(memory, capsys):
    asked = "عقد وزير الدفاع اجتماعا في الكويت"
    assert run(["memory", "search", asked, "--memory", str(memory)]) == 0
    assert capsys.readouterr().out == f"88\t{NEWS[0].source}\t{NEWS[0].target}\tnews\n"
    arguments = ["--memory", str(memory), "--lowest", "90", "--json"]
    assert run(["memory", "search", asked, *arguments]) == 0
    assert json.loads(capsys.readouterr().out) == []


def test_search_looks_words_up(memory, capsys):
    arguments = ["--memory", str(memory), "--words"]
    assert run(["memory", "search", '"security council"', *arguments]) == 0
    assert capsys.readouterr().out == f"{NEWS[4].source}\t{NEWS[4].target}\tnews\n"


def test_matches_are_counted_by_band(memory, article, tmp_path, capsys):
    assert run(["memory", "stats", str(article), "--memory", str(memory)]) == 0
    rows = [line.split("\t") for line in capsys.readouterr().out.splitlines()]
    assert rows[0][:4] == ["Band", "Weight", "Segments", "Words"]
    counted = {row[0]: (int(row[2]), int(row[3])) for row in rows[1:]}
    assert counted == {
        "101 %": (0, 0),
        "100 %": (2, 12),
        "repetitions": (1, 9),
        "95–99 %": (0, 0),
        "85–94 %": (1, 5),
        "75–84 %": (0, 0),
        "50–74 %": (0, 0),
        "no match": (2, 14),
        "total": (6, 40),
    }
    total = rows[-1]
    assert float(total[5]) == pytest.approx(12 * 0.1 + 9 * 0.1 + 5 * 0.5 + 14)


def test_the_counts_are_written_as_a_table_and_a_page(memory, article, tmp_path, capsys):
    other = tmp_path / "=other.txt"
    other.write_text("طقس", encoding="utf-8")
    for name in ("out.csv", "out.html"):
        where = ["--memory", str(memory), "-o", str(tmp_path / name)]
        inputs = [str(article), str(other)]
        assert run(["memory", "stats", *inputs, *where, "--weights", "0,0,0,0,0,0,0,50"]) == 0
    rows = list(csv.reader((tmp_path / "out.csv").read_text("utf-8-sig").splitlines()))
    names = list(dict.fromkeys(row[0] for row in rows))
    assert names == ["File", "article.txt", "'=other.txt", "all files"]
    assert rows[-1][6] == "7.5"
    page = (tmp_path / "out.html").read_text("utf-8")
    assert "<h2>All files</h2>" in page
    assert "default-src 'none'" in page
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["stats", "ARTICLE", "-o", "out.pdf"], "written as .csv or .html"),
        (["stats", "ARTICLE", "--weights", "1,2"], "no weights"),
        (["stats", "--memory", "none.murajitm"], "no such memory"),
        (["search", "x", "--memory", "ARTICLE"], "not a translation memory"),
        (["import", "none.tmx"], "no such file"),
        (["export", "-o", "MEMORY", "--memory", "MEMORY"], "is the input itself"),
    ],
)
def test_bad_use_is_one_line(memory, article, capsys, arguments, said):
    places = {"ARTICLE": str(article), "MEMORY": str(memory)}
    given = [places.get(one, one) for one in arguments]
    if "--memory" not in given:
        given += ["--memory", str(memory)]
    assert run(["memory", *given]) == 2
    assert said in capsys.readouterr().err


def test_pretranslate_fills_and_says_where_from(memory, article, tmp_path, capsys):
    out = tmp_path / "out.xlf"
    assert run(["pretranslate", str(article), "-o", str(out), "--memory", str(memory)]) == 0
    assert "3 segments of 6 were filled." in capsys.readouterr().err
    document = open_document(out).document
    filled = [segment for segment in document.segments if segment.target is not None]
    assert [segment.target for segment in filled] == [
        NEWS[0].target,
        "The number of dead reached 45",
        NEWS[0].target,
    ]
    assert {segment.state for segment in filled} == {SegmentState.EDITED}
    assert {segment.origin for segment in filled} == {Origin.TM}


def test_into_a_project_matches_are_shown_and_nobodys_word(memory, article, tmp_path):
    out = tmp_path / "out.muraji"
    where = ["-o", str(out), "--memory", str(memory), "--threshold", "100"]
    assert run(["pretranslate", str(article), *where]) == 0
    opened = open_document(out)
    opened.project.close()
    document = opened.document
    assert [segment.target for segment in document.segments] == [None] * 6
    drafts = [document.current_draft(segment) for segment in document.segments]
    assert [draft and draft.percent for draft in drafts] == [None, 100, None, None, 100, None]


@pytest.mark.model
def test_the_rest_is_drafted_if_asked_to(memory, article, tmp_path, capsys):
    out = tmp_path / "out.muraji"
    where = ["-o", str(out), "--memory", str(memory), "--translate"]
    assert run(["pretranslate", str(article), *where]) == 0
    opened = open_document(out)
    opened.project.close()
    drafts = [opened.document.current_draft(segment) for segment in opened.document.segments]
    assert [draft is not None and draft.is_match for draft in drafts] == [
        *(False, True, True, False, True, False)
    ]
    assert all(drafts)
