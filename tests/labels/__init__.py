"""Errors that readers labelled in real Arabic → English drafts, joined with the drafts.

The labels are committed here; the sources, references and drafts they speak of are not, and lie
in the shared material. `guidelines.md` says how the drafts were chosen and read.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

Half = Literal["tune", "test"]
Side = Literal["source", "target"]

FOLDER = Path(__file__).resolve().parent
LABELS = FOLDER / "labels.tsv"
SECOND = FOLDER / "second.tsv"
NUMBERS = FOLDER / "numbers.tsv"
READ_TWICE = FOLDER / "second_reading.tsv"
READ_FOR_NUMBERS = FOLDER / "numbers_drafts.tsv"

KINDS = (
    "entity",
    "url",
    "number",
    "name",
    "negation",
    "quotation",
    "gender",
    "untranslated",
    "doubled",
    "term",
    "omission",
    "addition",
    "meaning",
    "grammar",
    "punctuation",
)
SEVERITIES = ("minor", "major", "critical")

SYSTEMS = {
    "O": "opusmt",
    "A": "argos",
    "N": "nllb",
    "B": "bergamot-base",
    "G": "google",
    "M": "microsoft",
}
FIRST_LINE, LAST_LINE = 61, 400
"""Of the lines whose drafts were read for every kind of error."""
# The systems of the two drafts read of each line, by its place in a round of 30 lines; X is google
# in two rounds and microsoft in the next two.
ROUNDS = ("OOANOBAONOMOBAOGONOBONOXAAOBBN", "NBOOAONNOBOAOBGONAMOABBOONANOO")


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """One draft: a line of the source (from 1) as one system translated it."""

    system: str
    line: int


@dataclass(frozen=True, slots=True)
class Label:
    """One error; ``start`` and ``length`` count characters of the side it lies on."""

    place: Place
    kind: str
    severity: str
    side: Side
    start: int
    length: int
    text: str
    note: str

    def overlaps(self, other: Label) -> bool:
        """Whether the two share a character of the same text."""
        return (
            (self.place, self.side) == (other.place, other.side)
            and self.start < other.start + other.length
            and other.start < self.start + self.length
        )


@dataclass(frozen=True, slots=True)
class LabelledDraft:
    """A draft with its source, its reference and the errors found in it; none means it is right."""

    place: Place
    half: Half
    source: str
    reference: str
    target: str
    labels: tuple[Label, ...]


class MisplacedLabel(ValueError):
    """The text at a label's span is not the text that was labelled."""

    def __init__(self, label: Label, found: str) -> None:
        super().__init__(f"{label}: the span holds {found!r}")
        self.label = label
        self.found = found


def chosen() -> Iterator[tuple[Place, Half]]:
    """Yield the drafts that the rule of the guidelines chooses, in the order of ``drafts.tsv``."""
    for line in range(FIRST_LINE, LAST_LINE + 1):
        round_number, place = divmod(line - FIRST_LINE, len(ROUNDS[0]))
        for systems in ROUNDS:
            letter = systems[place]
            if letter == "X":
                letter = "M" if round_number // 2 % 2 else "G"
            yield Place(SYSTEMS[letter], line), half_of(line)


def half_of(line: int) -> Half:
    """Return the half of a source line: blocks of ten by turns, and by parity after LAST_LINE."""
    test = (line - FIRST_LINE) // 10 % 2 == 1 if line <= LAST_LINE else line % 2 == 0
    return "test" if test else "tune"


def read_for_numbers() -> tuple[tuple[Place, Half], ...]:
    """Return the further drafts that were read for numbers, entities and addresses alone."""
    return tuple(
        (place, half_of(place.line))
        for place in (Place(row["system"], int(row["line"])) for row in _rows(READ_FOR_NUMBERS))
    )


def read_twice() -> frozenset[Place]:
    """Return the drafts that two readers labelled, neither seeing the other's labels."""
    return frozenset(Place(row["system"], int(row["line"])) for row in _rows(READ_TWICE))


def read_labels(path: Path = LABELS) -> tuple[Label, ...]:
    """Read one reader's labels; rows of kind ``none`` say only that a draft was read."""
    return tuple(
        Label(
            Place(row["system"], int(row["line"])),
            row["kind"],
            row["severity"],
            "source" if row["side"] == "source" else "target",
            int(row["start"]),
            int(row["length"]),
            row["text"],
            row["note"],
        )
        for row in _rows(path)
        if row["kind"] != "none"
    )


def labelled_drafts(shared: Path, half: Half | None = None) -> tuple[LabelledDraft, ...]:
    """Join the first reader's labels with the texts in ``shared``, both halves or one.

    ``test`` is for measuring what is finished: whoever builds a check looks at ``tune`` only.

    Raises:
        MisplacedLabel: a span does not hold the labelled text.
    """
    return _joined(shared, chosen(), read_labels(), half)


def drafts_labelled_for_numbers(
    shared: Path, half: Half | None = None
) -> tuple[LabelledDraft, ...]:
    """Join the drafts read for numbers, entities and addresses alone with their labels and texts.

    No label of another kind says nothing here: those kinds were not looked for.

    Raises:
        MisplacedLabel: a span does not hold the labelled text.
    """
    return _joined(shared, read_for_numbers(), read_labels(NUMBERS), half)


def _joined(
    shared: Path,
    places: Iterable[tuple[Place, Half]],
    labels: Iterable[Label],
    half: Half | None,
) -> tuple[LabelledDraft, ...]:
    data = shared / "data"
    pairs = [line.split("\t") for line in lines_of(data / "parallel" / "flores-dev.ar-en.tsv")]
    targets = {
        system: lines_of(data / "mt_outputs" / f"flores-dev.{system}.en")
        for system in SYSTEMS.values()
    }
    by_place: dict[Place, list[Label]] = {}
    for label in labels:
        by_place.setdefault(label.place, []).append(label)
    drafts = []
    for place, its_half in places:
        if half in (None, its_half):
            source, reference = pairs[place.line - 1]
            target = targets[place.system][place.line - 1]
            found = tuple(by_place.get(place, ()))
            for label in found:
                check_span(label, source, target)
            drafts.append(LabelledDraft(place, its_half, source, reference, target, found))
    return tuple(drafts)


def check_span(label: Label, source: str, target: str) -> None:
    """Raise MisplacedLabel unless the label's text stands at its span."""
    text = source if label.side == "source" else target
    found = text[label.start : label.start + label.length]
    if found != label.text:
        raise MisplacedLabel(label, found)


def lines_of(path: Path) -> list[str]:
    """Return the lines of a corpus, ended by line feeds alone."""
    # Not splitlines: a draft may hold characters that Python takes for line ends.
    return path.read_text(encoding="utf-8").removesuffix("\n").split("\n")


def _rows(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as lines:
        yield from csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
