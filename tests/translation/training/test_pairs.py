from __future__ import annotations

import lzma
from pathlib import Path

import pytest

from translation.errors import InputError
from translation.training.pairs import Pair, read_pairs

LINES = "سلام\tPeace\nحرب\tWar\n"
TMX = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE tmx SYSTEM "tmx14.dtd">
<tmx version="1.4"><header/><body>
<tu><tuv xml:lang="ar-EG"><seg>قال <bpt i="1">&lt;b&gt;</bpt>الوزير<ept i="1">&lt;/b&gt;</ept>
 نعم</seg></tuv><tuv xml:lang="EN"><seg>The <hi>minister</hi> said yes</seg></tuv></tu>
<tu><tuv xml:lang="ar"><seg>وحيد</seg></tuv><tuv xml:lang="fr"><seg>seul</seg></tuv></tu>
<tu><tuv lang="en"><seg>Lead us</seg></tuv><tuv lang="ar"><seg>قدنا</seg></tuv></tu>
</body></tmx>"""
ENTITIES = '<!DOCTYPE tmx [<!ENTITY x SYSTEM "file:///etc/hostname">]><tmx><body>&x;</body></tmx>'


def written(folder: Path, name: str, data: bytes | str) -> Path:
    (folder / name).write_bytes(data.encode() if isinstance(data, str) else data)
    return folder / name


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("pairs.tsv", LINES),
        ("pairs.txt", "\ufeff" + LINES.replace("\n", "\r\n") + "\n"),
        ("pairs.tsv.xz", lzma.compress(LINES.encode())),
        ("weighted.tsv", "news\t1\tسلام\tPeace\nnews\t1.0\tحرب\tWar\nnews\t1\t\tlost\n"),
    ],
)
def test_pairs_are_read_from_every_kind_of_table(name, data, tmp_path):
    expected = [Pair("سلام", "Peace"), Pair("حرب", "War")]
    assert read_pairs(written(tmp_path, name, data)) == expected


def test_weights_say_how_often_a_pair_is_drawn(tmp_path):
    file = written(tmp_path, "pairs.tsv", "un\t6\tأ\ta\nnames\t0.15\tب\tb\n")
    assert [pair.weight for pair in read_pairs(file)] == [6, 0.15]


def test_a_memory_gives_the_units_of_both_languages_without_codes(tmp_path):
    found = read_pairs(written(tmp_path, "memory.tmx", TMX))
    assert found == [Pair("قال الوزير نعم", "The minister said yes"), Pair("قدنا", "Lead us")]
    french = read_pairs(tmp_path / "memory.tmx", ("ar", "fr"))
    assert french == [Pair("وحيد", "seul")]


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("empty.tsv", b"", "no sentence pairs"),
        ("blank.tsv", "\n \n", "no sentence pairs"),
        ("one.tsv", LINES + "alone\n", "line 3 has 1 columns"),
        ("weight.tsv", "news\tmany\ta\tb\n", "line 1: the weight"),
        ("infinite.tsv", "news\tinf\ta\tb\n", "line 1: the weight"),
        ("binary.tsv", b"a\0b\tc\n", "binary"),
        ("latin.tsv", "caf\u00e9\tcoffee\n".encode("latin-1"), "not text in UTF-8"),
        ("long.tsv", "a" * 100_001 + "\tb\n", "larger than"),
        ("cut.tsv.xz", lzma.compress(LINES.encode())[:-20], "cut off or damaged"),
        ("plain.tsv.xz", LINES, "cut off or damaged"),
        ("cut.tmx", TMX[:-30], "not well-formed"),
        ("bomb.tmx", ENTITIES, "declares XML entities"),
        ("other.tmx", "<xliff/>", "is not TMX"),
        ("french.tmx", TMX.replace('"ar', '"fr'), "no sentence pairs"),
    ],
)
def test_what_is_no_file_of_pairs_is_refused_in_a_sentence(name, data, reason, tmp_path):
    with pytest.raises(InputError, match=reason) as refused:
        read_pairs(written(tmp_path, name, data))
    assert name in str(refused.value)


def test_missing_files_and_folders_are_refused(tmp_path):
    with pytest.raises(InputError, match="no such file"):
        read_pairs(tmp_path / "none.tsv")
    with pytest.raises(InputError, match="is a folder"):
        read_pairs(tmp_path)
    with pytest.raises(InputError, match="no such file"):
        read_pairs(tmp_path / "none.tmx")
