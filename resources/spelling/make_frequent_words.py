"""Makes frequent.en.txt of the word frequencies that wordfreq 3.1.1 packs.

``python -m pip install wordfreq==3.1.1 msgpack``, then run this file.

A word a line, the most frequent first: those in small letters that one of the two English
dictionaries beside it knows. Names are none of them.
"""

from __future__ import annotations

import gzip
import re
from importlib.util import find_spec
from pathlib import Path

import msgpack
from hunspell import Hunspell

HERE = Path(__file__).parent
MOST = 30_000
_WORD = re.compile("[a-z]+(?:'[a-z]+)?")


def frequent_words() -> list[str]:
    """Return the words, the most frequent first."""
    spec = find_spec("wordfreq")
    assert spec is not None
    assert spec.origin is not None
    packed = Path(spec.origin).parent / "data" / "large_en.msgpack.gz"
    with gzip.open(packed) as file:
        _header, *buckets = msgpack.load(file, raw=False)
    english = [Hunspell(name, hunspell_data_dir=str(HERE)) for name in ("en_GB", "en_US")]
    found = (word for bucket in buckets for word in bucket if _WORD.fullmatch(word))
    known = (word for word in found if any(d.spell(word) for d in english))
    return [word for word, _ in zip(known, range(MOST), strict=False)]


if __name__ == "__main__":
    text = "\n".join(frequent_words()) + "\n"
    (HERE / "frequent.en.txt").write_text(text, encoding="utf-8")
