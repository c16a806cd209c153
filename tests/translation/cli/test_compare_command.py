"""The commands compare, and score with --significance, driven as from a shell."""

from __future__ import annotations

import json
import random

import pytest
from lxml import html
from sacrebleu.metrics import BLEU, CHRF, TER
from sacrebleu.significance import PairedTest

from translation.cli.main import run

WORDS = "the mayor said that a new tram line opened on Sunday in city centre 26".split()
NAMES = {"BLEU": "BLEU", "chrF": "chrF2", "chrF++": "chrF2++", "TER": "TER"}


def lines(seed, size, share=0.0):
    """Return sentences of one text, a share of whose words are others."""
    text, chance = random.Random(1), random.Random(seed)
    sentences = [[text.choice(WORDS) for _ in range(9)] for _ in range(size)]
    return [
        " ".join(chance.choice(WORDS) if chance.random() < share else word for word in sentence)
        for sentence in sentences
    ]


def write(folder, **texts):
    for name, rows in texts.items():
        (folder / f"{name}.txt").write_text("\n".join(rows) + "\n", encoding="utf-8")
    return [str(folder / f"{name}.txt") for name in texts]


def compared(capsys, *arguments):
    assert run(["compare", *arguments, "--json"]) == 0
    return json.loads(capsys.readouterr().out)


def by_sacrebleu(systems, references, method, samples):
    metrics = {"BLEU": BLEU(), "chrF": CHRF(), "chrF++": CHRF(word_order=2), "TER": TER()}
    named = [(str(number), system) for number, system in enumerate(systems)]
    _, found = PairedTest(named, metrics, references, test_type=method, n_samples=samples)()
    return found


@pytest.mark.parametrize(("test", "method"), [("bootstrap", "bs"), ("randomisation", "ar")])
def test_figures_are_those_of_sacrebleu(tmp_path, capsys, test, method):
    systems = [lines(2, 40, 0.4), lines(3, 40, 0.3), lines(4, 40, 0.39)]
    a, b, c, r = write(tmp_path, a=systems[0], b=systems[1], c=systems[2], r=lines(0, 40))
    found = compared(capsys, a, b, c, "--reference", r, "--test", test, "--samples", "120")
    expected = by_sacrebleu(systems, [lines(0, 40)], method, 120)
    assert (found["segments"], found["samples"], found["seed"]) == (40, 120, 12345)
    assert [system["name"] for system in found["systems"]] == ["a.txt", "b.txt", "c.txt"]
    for metric, name in NAMES.items():
        for system, result in zip(found["systems"], expected[name], strict=True):
            figures = system["scores"][metric]
            assert figures["score"] == result.score
            if test == "bootstrap":
                assert figures["interval"]["mean"] == result.mean
                assert figures["interval"]["half_width"] == result.ci
            difference = figures["difference"]
            assert (difference and difference["p_value"]) == result.p_value


def test_seed_and_samples_are_shown_and_repeat_the_figures(tmp_path, capsys):
    a, b, r = write(tmp_path, a=lines(2, 40, 0.4), b=lines(3, 40, 0.3), r=lines(0, 40))

    def said(seed):
        assert run(["compare", a, b, "--reference", r, "--samples", "80", "--seed", seed]) == 0
        return capsys.readouterr().out

    first = said("7")
    assert "Koehn 2004" in first
    assert "80 samples, seed 7" in first
    assert "p = " in first
    assert first == said("7") != said("8")
    assert run(["compare", a, b, "--reference", r, "--test", "randomisation"]) == 0
    said_of_other = capsys.readouterr().out
    assert "10000 trials" in said_of_other
    assert "1000 bootstrap samples" in said_of_other


def test_few_segments_get_intervals_and_a_sentence_but_no_p_value(tmp_path, capsys):
    a, b, r = write(tmp_path, a=lines(2, 29, 0.4), b=lines(3, 29, 0.3), r=lines(0, 29))
    assert run(["compare", a, b, "--reference", r]) == 0
    said = capsys.readouterr().out
    assert "29 of the 30 segments that a test needs" in said
    assert "p = " not in said
    found = compared(capsys, a, b, "--reference", r)
    difference = found["systems"][1]["scores"]["BLEU"]["difference"]
    assert difference["p_value"] is None
    assert difference["interval"]["low"] < difference["interval"]["high"]
    assert "no p-value" in found["note"]


def test_it_shows_where_they_differ_most(tmp_path, capsys):
    right = lines(0, 35)
    other = [*right[:20], "nothing of it", *right[21:30], right[30] + " x", *right[31:]]
    a, b, r = write(tmp_path, a=right, b=other, r=right)
    found = compared(capsys, a, b, "--reference", r, "--samples", "20")
    assert found["against_first"] == [{"name": "b.txt", "better": 0, "worse": 2, "same": 33}]
    assert [one["segment"] for one in found["most_different"]] == ["21", "31"]
    assert found["most_different"][0]["drafts"][1]["text"] == "nothing of it"
    assert run(["compare", a, b, "--reference", r, "--samples", "20", "--examples", "1"]) == 0
    said = capsys.readouterr().out
    assert "nothing of it" in said
    assert right[30] + " x" not in said


def test_the_page_fetches_nothing_and_takes_no_text_for_markup(tmp_path, capsys):
    right = lines(0, 31)
    evil = ["<script>alert(1)</script><img src=http://x.example/a>\x00\x1b", *right[1:]]
    named = tmp_path / "b<b>.txt"
    named.write_text("\n".join(evil), encoding="utf-8")
    rows = [(f"s{n}", f"<i>جملة {n}", right[n], "", "& " + right[n]) for n in range(31)]
    a = table(tmp_path / "a.tsv", rows)
    assert run(["compare", a, str(named), "--reference", a, "--samples", "20", "--html"]) == 0
    page = html.document_fromstring(capsys.readouterr().out)
    assert page.xpath("//script | //img | //link | //i | //b | //@src | //@href") == []
    assert "default-src 'none'" in page.xpath("string(//meta[@http-equiv]/@content)")
    assert "<script>alert(1)</script>" in page.text_content()
    assert "<i>جملة 0" in page.xpath("//p[@lang='ar' and @dir='rtl']")[0].text_content()
    assert "b<b>.txt" in page.text_content()
    assert "p = " in page.text_content()
    for metric in NAMES:
        assert page.xpath(f"//h2[starts-with(., '{metric}')]")


TABLE = "id\tsource\tdraft\ttarget\treference\n"


def table(path, rows):
    path.write_text(TABLE + "".join("\t".join(row) + "\n" for row in rows), encoding="utf-8")
    return str(path)


def test_drafts_of_bilingual_files_go_by_ids(tmp_path, capsys):
    right, drafts, others = lines(0, 32), lines(2, 32, 0.4), lines(3, 32, 0.3)
    rows = [(f"s{n}", f"جملة {n}", drafts[n], "", right[n]) for n in range(32)]
    turned = [(f"s{n}", f"جملة {n}", others[n], "", "") for n in reversed(range(32))]
    a, b = table(tmp_path / "a.tsv", rows), table(tmp_path / "b.tsv", turned)
    project = str(tmp_path / "b.muraji")
    assert run(["convert", b, "-o", project]) == 0
    capsys.readouterr()
    expected = [BLEU().corpus_score(system, [right]).score for system in (drafts, others)]
    texts, r = write(tmp_path, drafts=drafts, r=right)
    for *files, reference in ((a, b, r), (a, project, a), (a, b, texts, a), (texts, r)):
        found = compared(capsys, *files, "--reference", reference)
        scores = [system["scores"]["BLEU"]["score"] for system in found["systems"]]
        assert scores == [*expected, expected[0]][: len(files)]
        assert found["segments"] == 32
        sources = {one["source"].partition(" ")[0] for one in found["most_different"]}
        assert sources <= {"جملة"}


def test_targets_count_where_a_file_has_no_drafts_and_gaps_are_left_out(tmp_path, capsys):
    right = lines(0, 4)
    rows = [(f"s{n}", f"جملة {n}", "", right[n] if n else "", "") for n in range(4)]
    a = table(tmp_path / "a.tsv", rows)
    b, r = write(tmp_path, b=lines(2, 4, 0.3), r=[*right[:3], ""])
    found = compared(capsys, a, b, "--reference", r)
    assert (found["document_segments"], found["segments"]) == (4, 2)
    assert found["systems"][0]["scores"]["chrF++"]["score"] == pytest.approx(100)


def test_several_references_count_together(tmp_path, capsys):
    right = lines(0, 30)
    a, b, r, s = write(tmp_path, a=lines(2, 30, 0.4), b=right, r=right, s=lines(4, 30, 0.2))
    found = compared(capsys, a, b, "--reference", r, "--reference", s, "--samples", "20")
    assert found["references"] == ["r.txt", "s.txt"]
    assert found["systems"][0]["scores"]["TER"]["signature"].startswith("nrefs:2|")


def test_what_cannot_be_compared_is_refused_in_one_line(tmp_path, capsys):
    a, b, r = write(tmp_path, a=lines(2, 4), b=lines(3, 3), r=lines(0, 4))
    rows = [("s1", "جملة", "a line", "", ""), ("s2", "جملتان", "", "", "two lines")]
    gaps = table(tmp_path / "gaps.tsv", rows)
    page = tmp_path / "page.html"
    page.write_text("<html><body><p>نص</p></body></html>", encoding="utf-8")
    refused = [
        ((a, b, "--reference", r), "b.txt has 3 lines"),
        ((a, "--reference", b), "b.txt has 3 lines"),
        ((a, str(page), "--reference", r), "neither drafts nor targets"),
        ((a, "--reference", str(page)), "page.html holds no reference"),
        ((gaps, "--reference", gaps), "No segment has a reference"),
        ((a, str(tmp_path / "no.txt"), "--reference", r), "no.txt"),
        ((a, "--reference", r, "--tokenize", "no"), "no tokeniser"),
    ]
    for arguments, sentence in refused:
        assert run(["compare", *arguments]) == 2
        said = capsys.readouterr()
        assert sentence in said.err
        assert (len(said.err.splitlines()), said.out) == (1, "")


@pytest.mark.parametrize("wrong", [["--samples", "0"], ["--seed", "-1"], ["--examples", "x"]])
def test_numbers_out_of_bounds_are_refused(tmp_path, capsys, wrong):
    with pytest.raises(SystemExit) as error:
        run(["compare", "a.txt", "--reference", "r.txt", *wrong])
    assert error.value.code == 2
    assert "is not a whole number" in capsys.readouterr().err


REVIEWED = "id\tsource\tdraft\ttarget\tstate\treference\n"


def reviewed(path, size):
    right, drafts, targets = lines(0, size), lines(2, size, 0.4), lines(3, size, 0.1)
    rows = (
        f"s{n}\tجملة {n}\t{drafts[n]}\t{targets[n]}\tconfirmed\t{right[n]}\n" for n in range(size)
    )
    path.write_text(REVIEWED + "".join(rows), encoding="utf-8")
    return right, drafts, targets


def test_score_tells_whether_reviewing_made_a_difference(tmp_path, capsys):
    path = tmp_path / "a.tsv"
    right, drafts, targets = reviewed(path, 40)
    assert run(["score", str(path), "--significance", "--json", "--samples", "150"]) == 0
    scores = json.loads(capsys.readouterr().out)
    expected = by_sacrebleu([drafts, targets], [right], "bs", 150)
    systems = scores["significance"]["systems"]
    assert [system["name"] for system in systems] == ["draft", "reviewed"]
    for metric, name in NAMES.items():
        figures = systems[1]["scores"][metric]
        assert figures["difference"]["p_value"] == expected[name][1].p_value
        assert figures["score"] == scores["target_vs_reference"][metric]["score"]
    assert set(scores["edits"]) == {"BLEU", "chrF", "TER"}
    assert run(["score", str(path), "--significance"]) == 0
    said = capsys.readouterr().out
    assert "more than chance" in said
    assert "1000 samples, seed 12345" in said
    assert run(["score", str(path)]) == 0
    assert "seed" not in capsys.readouterr().out


def test_score_without_a_reference_has_nothing_to_test(tmp_path, capsys):
    path = tmp_path / "a.tsv"
    path.write_text("source\tdraft\ttarget\tstate\nنص\ta\tb\tconfirmed\n", encoding="utf-8")
    assert run(["score", str(path), "--significance", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["significance"] is None
    assert run(["score", str(path), "--significance"]) == 0
    assert "no segment has a draft, a reviewed text and a reference" in capsys.readouterr().out
