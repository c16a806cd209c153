"""The headless commands, driven as from a shell."""

from __future__ import annotations

import json
import re
import subprocess
import sys

import pytest
from lxml import etree
from sacrebleu.metrics import BLEU

from tests.translation.cli.command_texts import ARTICLE
from translation.cli.main import run
from translation.formats import FORMATS, writable_formats
from translation.system import preferences
from translation.work.documents import open_document


@pytest.fixture(scope="module")
def drafted(tmp_path_factory):
    """An article drafted by the bundled model, as a TSV."""
    folder = tmp_path_factory.mktemp("drafted")
    source = folder / "article.txt"
    source.write_text(ARTICLE, encoding="utf-8")
    out = folder / "article.tsv"
    assert run(["translate", str(source), "-o", str(out)]) == 0
    return out


def rows(path):
    header, *lines = path.read_text(encoding="utf-8").splitlines()
    return [dict(zip(header.split("\t"), line.split("\t"), strict=True)) for line in lines]


def test_segment_lists_sentences(text, capsys):
    assert run(["segment", str(text)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "افتتاح خط الترام الجديد في المدينة"
    assert lines[1].endswith("الأحد.")
    assert len(lines) == 5


def test_segment_json_names_ids_units_and_roles(text, capsys):
    assert run(["segment", str(text), "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert [set(row) for row in found] == [{"id", "unit", "role", "source"}] * 5
    assert [row["role"] for row in found] == [
        "headline", "paragraph", "paragraph", "paragraph", "furniture",
    ]  # fmt: skip
    assert len({row["id"] for row in found}) == 5
    assert found[1]["unit"] == found[2]["unit"] != found[3]["unit"]


@pytest.mark.model
def test_translate_drafts_everything_but_furniture(drafted, capsys):
    found = rows(drafted)
    assert [bool(row["draft"]) for row in found] == [True] * 4
    assert {row["state"] for row in found} == {"initial"}
    assert not any(row["target"] for row in found)


TARGET = "The city opened its new tram line on Sunday."


@pytest.fixture
def edited(drafted, tmp_path):
    """The drafted TSV with one segment confirmed by a person."""
    path = tmp_path / "edited.tsv"
    found = rows(drafted)
    found[1] |= {"target": TARGET, "state": "confirmed"}
    lines = ["\t".join(found[0])] + ["\t".join(row.values()) for row in found]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


@pytest.mark.model
def test_translate_leaves_a_persons_target_alone(edited, tmp_path, capsys):
    out = tmp_path / "again.tsv"
    assert run(["translate", str(edited), "-o", str(out)]) == 0
    again = rows(out)
    assert (again[1]["target"], again[1]["state"]) == (TARGET, "confirmed")
    assert [row["id"] for row in again] == [row["id"] for row in rows(edited)]


@pytest.mark.model
def test_score_compares_drafts_with_edits_and_reference(edited, tmp_path, capsys):
    assert run(["score", str(edited), "--json"]) == 0
    scores = json.loads(capsys.readouterr().out)
    assert set(scores) == {
        "segments", "covered", "untouched", "with_reference", "drafts_compared",
        "targets_compared", "edits", "draft_vs_reference", "target_vs_reference",
    }  # fmt: skip
    assert (scores["segments"], scores["covered"], scores["untouched"]) == (4, 1, 0)
    assert scores["draft_vs_reference"] is None
    assert set(scores["edits"]) == {"BLEU", "chrF", "TER"}
    assert "version:" in scores["edits"]["BLEU"]["signature"]
    assert run(["score", str(edited)]) == 0
    assert "1 confirmed with a draft" in capsys.readouterr().out


TWO_REFERENCES = "id\tsource\tdraft\ttarget\tstate\treference\t{}\n" + "".join(
    f"{n}\t{'أبج'[n]}\ta b c {n} e\ta b c e e\tconfirmed\ta b c d e\ta b {n} e e\n"
    for n in range(3)
)


@pytest.mark.parametrize("heading", ["reference", "reference 2", "Reference_B", "ref2", "مرجع 2"])
@pytest.mark.parametrize("way", [".tsv", ".csv", ".xlsx", ".jsonl", ".xlf", ".muraji", "2.0"])
def test_a_second_reference_column_counts_in_whatever_file_it_is_kept(
    heading, way, tmp_path, capsys
):
    path = tmp_path / "two.tsv"
    path.write_text(TWO_REFERENCES.format(heading), encoding="utf-8")
    if way != ".tsv":
        out = tmp_path / ("kept.xlf" if way == "2.0" else f"kept{way}")
        chosen = ["--format", "xliff2"] if way == "2.0" else []
        assert run(["convert", str(path), "-o", str(out), *chosen]) == 0
        path = out
    capsys.readouterr()
    assert run(["score", str(path), "--json"]) == 0
    scores = json.loads(capsys.readouterr().out)
    assert (scores["with_reference"], scores["drafts_compared"]) == (3, 3)
    drafts, first = [f"a b c {n} e" for n in range(3)], ["a b c d e"] * 3
    second = [f"a b {n} e e" for n in range(3)]
    expected = BLEU().corpus_score(drafts, [first, second])
    assert scores["draft_vs_reference"]["BLEU"]["score"] == expected.score
    for metric in scores["draft_vs_reference"].values():
        assert metric["signature"].startswith("nrefs:2|")
    assert scores["edits"]["BLEU"]["signature"].startswith("nrefs:1|")


def test_columns_about_references_are_no_references(tmp_path, capsys):
    path = tmp_path / "one.tsv"
    path.write_text(TWO_REFERENCES.format("reference id"), encoding="utf-8")
    assert run(["score", str(path), "--json"]) == 0
    scores = json.loads(capsys.readouterr().out)
    assert scores["draft_vs_reference"]["BLEU"]["signature"].startswith("nrefs:1|")


def test_references_come_from_several_files(tmp_path, capsys):
    path = tmp_path / "one.tsv"
    path.write_text(TWO_REFERENCES.format("other"), encoding="utf-8")
    for name, lines in (("a.txt", "a b c d e\n" * 3), ("b.txt", "a b c\n\na b d\n")):
        (tmp_path / name).write_text(lines, encoding="utf-8")
    given = [part for n in "ab" for part in ("--reference", str(tmp_path / f"{n}.txt"))]
    assert run(["score", str(path), "--json", *given]) == 0
    scores = json.loads(capsys.readouterr().out)
    assert scores["draft_vs_reference"]["TER"]["signature"].startswith("nrefs:var|")


def test_the_tokeniser_is_chosen_by_a_flag_or_kept(tmp_path, capsys):
    path = tmp_path / "one.tsv"
    path.write_text(TWO_REFERENCES.format("other"), encoding="utf-8")

    def tokeniser(*flags: str) -> str:
        assert run(["score", str(path), "--to", "ar", "--json", *flags]) == 0
        signature = json.loads(capsys.readouterr().out)["edits"]["BLEU"]["signature"]
        return signature.partition("tok:")[2].partition("|")[0]

    assert tokeniser() == "13a"
    assert tokeniser("--tokenize", "intl") == "intl"
    preferences.save(preferences.Preferences(tokeniser="char"))
    assert tokeniser() == "char"
    assert run(["score", str(path), "--tokenize", "flores"]) == 2
    assert "no tokeniser flores" in capsys.readouterr().err


@pytest.mark.model
def test_score_without_edits_says_null_rather_than_a_hundred(drafted, capsys):
    assert run(["score", str(drafted), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["edits"] is None


@pytest.mark.model
def test_a_reference_of_another_length_is_refused_with_both_counts(drafted, tmp_path, capsys):
    reference = tmp_path / "reference.txt"
    reference.write_text("one\ntwo\n", encoding="utf-8")
    assert run(["score", str(drafted), "--reference", str(reference)]) == 2
    said = capsys.readouterr().err
    assert "2" in said
    assert len(said.splitlines()) == 1


@pytest.mark.model
@pytest.mark.parametrize("suffix", [".xlf", ".muraji", ".html", ".txt"])
def test_convert_writes_each_format(drafted, tmp_path, suffix, capsys):
    out = tmp_path / f"article{suffix}"
    assert run(["convert", str(drafted), "-o", str(out)]) == 0
    assert out.stat().st_size > 100
    assert capsys.readouterr().out == ""


@pytest.mark.model
def test_a_project_and_an_xliff_give_the_same_document_back(drafted, tmp_path, capsys):
    project, xliff, back = (tmp_path / name for name in ("a.muraji", "a.xlf", "a.tsv"))
    assert run(["convert", str(drafted), "-o", str(project)]) == 0
    assert run(["convert", str(project), "-o", str(xliff)]) == 0
    assert run(["convert", str(xliff), "-o", str(back)]) == 0
    assert back.read_bytes() == drafted.read_bytes()
    units = etree.parse(xliff).findall(".//{*}trans-unit")
    assert [unit.get("id") for unit in units] == [row["id"] for row in rows(drafted)]


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["segment", "nothing-here.txt"], "no such file"),
        (["segment", "."], "folder"),
        (["translate", "{text}", "-o", "{text}"], "input itself"),
        (["convert", "{text}", "-o", "out.xyz"], "--format"),
        (["convert", "{text}", "-o", "out.txt", "--format", "nonsense"], "nonsense"),
        (["segment"], "required"),
        (["translate", "{text}"], "required"),
        (["dance"], "dance"),
        (["translate", "{text}", "-o", "out.tsv", "--beam-size", "0"], "0"),
        (["segment", "{text}", "--encoding", "klingon"], "klingon"),
        (["segment", "{text}", "--from", "x y"], "x y"),
        (["translate", "{text}", "-o", "out.tsv", "--to", "<en>"], "<en>"),
    ],
)
def test_bad_use_is_one_line_and_exit_2(text, tmp_path, monkeypatch, capsys, arguments, says):
    monkeypatch.chdir(tmp_path)
    try:
        status = run([argument.format(text=text) for argument in arguments])
    except SystemExit as left:
        status = left.code
    said = capsys.readouterr()
    assert status == 2
    assert len(said.err.splitlines()) == 1
    assert says in said.err
    assert said.out == ""


def test_a_missing_model_is_exit_3(text, tmp_path, capsys):
    out = tmp_path / "out.tsv"
    assert run(["translate", str(text), "-o", str(out), "--model", "no-such-model"]) == 3
    assert "no-such-model" in capsys.readouterr().err
    assert not out.exists()


@pytest.mark.model
def test_a_model_of_another_pair_is_exit_3(text, tmp_path, capsys):
    out = tmp_path / "out.tsv"
    command = ["translate", str(text), "-o", str(out), "--from", "fr", "--to", "de"]
    assert run(command) == 3
    assert "fr" in capsys.readouterr().err
    assert not out.exists()


def test_a_failing_export_leaves_the_old_file(text, tmp_path, capsys, monkeypatch):
    out = tmp_path / "out.xlf"
    out.write_text("old", encoding="utf-8")
    monkeypatch.setattr("os.replace", _no_room)
    assert run(["convert", str(text), "-o", str(out)]) == 2
    assert "disk is full" in capsys.readouterr().err
    assert out.read_text(encoding="utf-8") == "old"
    assert sorted(tmp_path.iterdir()) == sorted([text, out])


def _no_room(*_):
    raise OSError(28, "No space left on device")


def test_the_unexpected_is_one_line_too(text, capsys, monkeypatch):
    def fails(*_args, **_options):
        raise RuntimeError("the sky\nfell")

    monkeypatch.setattr("translation.work.documents.open_document", fails)
    assert run(["segment", str(text)]) == 3
    assert capsys.readouterr().err == "Something unexpected happened: RuntimeError: the sky fell.\n"


def test_interrupting_is_exit_130(text, capsys, monkeypatch):
    def interrupted(*_args, **_options):
        raise KeyboardInterrupt

    monkeypatch.setattr("translation.work.documents.open_document", interrupted)
    assert run(["segment", str(text)]) == 130


def command(repository, *arguments, **options):
    return subprocess.run(
        [sys.executable, "main.py", *map(str, arguments)],
        cwd=repository,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=240,
        **options,
    )


@pytest.mark.model
def test_translate_is_silent_in_a_pipe(repository, text, tmp_path):
    done = command(repository, "translate", text, "-o", tmp_path / "out.xlf")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


@pytest.mark.model
def test_text_out_counts_unreviewed_drafts_on_standard_error(repository, text, tmp_path):
    done = command(repository, "translate", text, "-o", tmp_path / "out.txt")
    assert done.returncode == 0
    assert "4 drafts that nobody reviewed were used" in done.stderr
    # In place: what is no part of the article stays as it was.
    assert "تعليقا" in (tmp_path / "out.txt").read_text(encoding="utf-8")


@pytest.mark.model
def test_no_qt_and_no_torch_on_the_way_of_the_starter_model(repository, text, tmp_path):
    code = (
        "import sys\nfrom translation.cli.main import run\n"
        f"status = run(['translate', {str(text)!r}, '-o', {str(tmp_path / 'o.xlf')!r}])\n"
        "print(status, *[m for m in ('torch', 'transformers', 'PySide6') if m in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=repository, capture_output=True, text=True, timeout=240
    )
    assert done.stdout.strip() == "0", done.stderr


@pytest.mark.model
def test_the_main_job_needs_no_network(repository, text, tmp_path):
    """Any socket but a local pair raises; drafting, scoring and exporting still work."""
    code = (
        "import socket, sys\n"
        "class Forbidden(socket.socket):\n"
        "    def __init__(self, family=-1, *rest, **named):\n"
        "        assert family == socket.AF_UNIX, 'a socket was asked for'\n"
        "        super().__init__(family, *rest, **named)\n"
        "socket.socket = Forbidden\n"
        "from pathlib import Path\n"
        "from app.printing.printer import QtPagePrinter\n"
        "from translation.cli.headless import review_without_window as review\n"
        f"article, out = Path({str(text)!r}), Path({str(tmp_path / 'out')!r})\n"
        "sys.exit(review(article, out, QtPagePrinter()))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=repository, capture_output=True, text=True, timeout=240
    )
    assert done.returncode == 0, done.stderr
    written = {path.suffix for path in (tmp_path / "out").iterdir()}
    assert {".muraji", ".xlf", ".tsv", ".html", ".txt", ".docx", ".xlsx", ".pdf"} <= written


@pytest.mark.model
def test_headless_writes_every_format_that_can_be_written(repository, text, tmp_path):
    done = command(repository, "headless", text, tmp_path / "out")
    assert done.returncode == 0, done.stderr
    opened = open_document(tmp_path / "out" / "article.muraji")
    opened.project.close()
    wanted = len(writable_formats(opened.document)) - 1  # nothing is confirmed, so no TMX
    assert len(list((tmp_path / "out").iterdir())) == wanted + 1
    assert "no segment is confirmed" in done.stdout


@pytest.mark.parametrize("format_id", ["pdf", "pdf-sides", "pdf-changes"])
def test_a_pdf_can_be_made_without_a_window(repository, text, tmp_path, format_id):
    out = tmp_path / "out.pdf"
    done = command(repository, "convert", text, "-o", out, "--format", format_id)
    assert done.returncode == 0, done.stderr
    assert out.read_bytes().startswith(b"%PDF-")


@pytest.mark.parametrize("name", ["x" * 300 + ".txt", "خ" * 200 + ".tsv", "x" * 300 + ".muraji"])
def test_a_name_that_no_file_can_have_is_refused(text, tmp_path, capsys, name):
    assert run(["convert", str(text), "-o", str(tmp_path / name)]) == 2
    assert "too long" in capsys.readouterr().err
    assert run(["convert", str(tmp_path / name), "-o", str(tmp_path / "out.txt")]) == 2
    assert len(capsys.readouterr().err.splitlines()) == 1


def test_without_a_printer_a_pdf_is_refused(text, tmp_path, capsys):
    assert run(["convert", str(text), "-o", str(tmp_path / "out.pdf")]) == 2
    assert "cannot make PDFs" in capsys.readouterr().err


def test_help_tells_apart_what_shares_a_suffix(repository):
    said = command(repository, "--help").stdout
    for spec in FORMATS:
        assert spec.write is None or re.search(rf"[\s.]{spec.id}\b", said), spec.id


def test_help_names_every_command(repository):
    done = command(repository, "--help")
    assert done.returncode == 0
    for name in ("segment", "translate", "convert", "score", "models"):
        assert name in done.stdout


def test_a_closed_pipe_is_no_error(repository, text):
    shell = f"{sys.executable} main.py segment {text} --json | head -c 1"
    done = subprocess.run(
        ["sh", "-c", shell], cwd=repository, capture_output=True, text=True, timeout=120
    )
    assert done.stderr == ""
