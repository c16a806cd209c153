"""``python -m tests.bench.segmentation FOLDER``: sentence ends found, beside other segmenters.

FOLDER holds tables of parallel text (source TAB target, a sentence a line): flores-dev.ar-en.tsv
and un-conflict.ar-en.tsv of the shared material. Eight lines at a time are joined with a space;
right are the seven places where they were joined. A sentence end found inside a line counts as
wrong, for every segmenter alike. blingfire and LanguageTool's rules (choppa-srx) take part
where they are installed.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from translation.segmentation import split

TOGETHER = 8
"""Lines that make one text."""
TABLES = ("flores-dev.ar-en.tsv", "un-conflict.ar-en.tsv")
LANGUAGES = ("ar", "en")

Segmenter = Callable[[str, str], list[str]]
"""Text and language to pieces, white space between them free."""


@dataclass(frozen=True)
class Found:
    """Sentence ends found: right ones, wrong ones and those missed."""

    right: int
    wrong: int
    missed: int

    @property
    def f_score(self) -> float:
        """The harmonic mean of precision and recall, 0–1."""
        return 2 * self.right / (2 * self.right + self.wrong + self.missed)


def texts(table: Path, column: int) -> Iterator[list[str]]:
    """Give the lines of one column, as many at a time as make one text."""
    lines = [
        line.split("\t")[column].strip() for line in table.read_text(encoding="utf-8").splitlines()
    ]
    for start in range(0, len(lines), TOGETHER):
        yield lines[start : start + TOGETHER]


def ends(pieces: list[str]) -> set[int]:
    """Return after how many visible characters each piece but the last ends."""
    found, seen = set(), 0
    for piece in pieces[:-1]:
        seen += len("".join(piece.split()))
        found.add(seen)
    return found


def measure(segmenter: Segmenter, table: Path, language: str) -> Found:
    """Compare what a segmenter finds with where the lines were joined."""
    right = wrong = missed = 0
    for lines in texts(table, LANGUAGES.index(language)):
        wanted = ends(lines)
        found = ends(segmenter(" ".join(lines), language))
        right += len(wanted & found)
        wrong += len(found - wanted)
        missed += len(wanted - found)
    return Found(right, wrong, missed)


def mistakes(segmenter: Segmenter, table: Path, language: str) -> Iterator[str]:
    """Describe each place that is wrong or missed, with what stands around it."""
    for lines in texts(table, LANGUAGES.index(language)):
        wanted = ends(lines)
        text = " ".join(lines)
        found = ends(segmenter(text, language))
        for place in sorted(wanted ^ found):
            at = _position(text, place)
            kind = "missed" if place in wanted else "wrong"
            yield f"{kind}\t{text[max(0, at - 30) : at]}¦{text[at : at + 30]}"


def _position(text: str, visible: int) -> int:
    for at, character in enumerate(text):
        visible -= not character.isspace()
        if not visible:
            return at + 1
    return len(text)


def segmenters() -> dict[str, Segmenter]:
    """Return ours and those of others that are installed, by name."""
    found: dict[str, Segmenter] = {"Muraji": split}
    if find_spec("blingfire"):
        from blingfire import text_to_sentences  # type: ignore[import-not-found]

        found["blingfire"] = lambda text, language: text_to_sentences(text).split("\n")
    if find_spec("choppa"):
        found["LanguageTool"] = _language_tool()
    return found


def _language_tool() -> Segmenter:
    from choppa import DEFAULT_SRX_RULESET, SrxDocument  # type: ignore[import-not-found]
    from choppa.iterators import SrxTextIterator  # type: ignore[import-not-found]

    rules = SrxDocument(ruleset=DEFAULT_SRX_RULESET)
    return lambda text, language: list(SrxTextIterator(rules, f"{language}_two", text))


def main(arguments: list[str]) -> int:
    """Print the table, or with ``--mistakes`` ours one by one."""
    folder = Path(arguments[0])
    for name in TABLES:
        for language in LANGUAGES:
            if "--mistakes" in arguments:
                print(*mistakes(split, folder / name, language), sep="\n")
                continue
            for segmenter, pieces in segmenters().items():
                found = measure(pieces, folder / name, language)
                counts = f"{found.right} right, {found.wrong} wrong, {found.missed} missed"
                print(f"{name:22} {language} {segmenter:13} F {found.f_score:.4f}  {counts}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
