"""References for scores: lines of text, bilingual files, the reference column."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.translation.formats.bilingual_documents import small_document
from translation.errors import InputError, ScoreError
from translation.formats import WriteOptions
from translation.formats.references import read_reference
from translation.formats.xliff.write import write as write_xliff
from translation.work.documents import document_from_text


def refused(path: Path) -> ScoreError:
    with pytest.raises(ScoreError) as caught:
        read_reference(path, small_document())
    assert path.name in str(caught.value)
    return caught.value


def test_a_line_a_segment_of_any_suffix(tmp_path: Path):
    path = tmp_path / "human.en"
    path.write_text("one\ntwo\n\nfour\r\nfive\nsix\nseven\n", encoding="utf-8")
    assert read_reference(path, small_document()) == [
        "one", "two", None, "four", "five", "six", "seven",
    ]  # fmt: skip


def test_furniture_may_be_left_out(tmp_path: Path):
    path = tmp_path / "human.txt"
    path.write_text("1\n2\n3\n4\n5\n6\n", encoding="utf-8")
    assert read_reference(path, small_document()) == ["1", "2", "3", "4", "5", "6", None]


def test_another_length_is_refused_with_both_counts(tmp_path: Path):
    path = tmp_path / "human.txt"
    path.write_text("1\n2\n3\n", encoding="utf-8")
    error = refused(path)
    assert error.reason == "reference_length_left_out"
    assert str(error).endswith(
        "human.txt has 3 lines, but a reference has one for each segment: 6, or 7 with those that"
        " are left out."
    )


def test_where_nothing_is_left_out_one_count_is_named(tmp_path: Path):
    path = tmp_path / "human.txt"
    path.write_text("1\n2\n", encoding="utf-8")
    document = document_from_text("واحد.\n\nاثنان.\n\nثلاثة.", "a").document
    with pytest.raises(ScoreError) as caught:
        read_reference(path, document)
    assert caught.value.reason == "reference_length"
    assert "2 lines, but a reference has one for each segment: 3." in str(caught.value)


def test_a_table_by_ids_whatever_its_order(tmp_path: Path):
    path = tmp_path / "ref.tsv"
    rows = "s5\tتم.\tfive\ns1\tعنوان  الخبر\tone\n"
    path.write_text(f"id\tsource\treference\n{rows}", encoding="utf-8")
    assert read_reference(path, small_document()) == ["one", None, None, None, "five", None, None]


def test_ids_of_another_article_are_no_match(tmp_path: Path):
    path = tmp_path / "other.tsv"
    rows = "s5\tخبر آخر.\tfive\ns1\tعنوان آخر\tone\n"
    path.write_text(f"id\tsource\treference\n{rows}", encoding="utf-8")
    assert refused(path).reason == "reference_length_left_out"


def test_targets_of_a_bilingual_file_where_it_has_no_references(tmp_path: Path):
    path = tmp_path / "ref.tsv"
    rows = "".join(f"{n}\tT{n}\n" for n in range(1, 8))
    path.write_text("source\ttarget\n" + rows, encoding="utf-8")
    assert read_reference(path, small_document()) == [f"T{n}" for n in range(1, 8)]


def test_references_of_an_xliff_file(tmp_path: Path):
    path = tmp_path / "ref.xlf"
    path.write_bytes(write_xliff(small_document(), WriteOptions("ref.xlf")).data)
    expected = [None, None, None, "It ended.", None, None, None]
    assert read_reference(path, small_document()) == expected


def test_a_file_without_any_is_refused(tmp_path: Path):
    path = tmp_path / "ref.tsv"
    path.write_text("source\nأ\n", encoding="utf-8")
    assert refused(path).reason == "no_reference"
    page = tmp_path / "ref.html"
    page.write_text("<p>text</p>", encoding="utf-8")
    assert refused(page).reason == "no_reference"


def test_a_missing_file_is_refused(tmp_path: Path):
    with pytest.raises(InputError):
        read_reference(tmp_path / "gone.txt", small_document())
