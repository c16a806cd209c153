"""How right the checks are on labelled drafts: ``python -m tests.labels.measure``.

``tune`` or ``test`` measures one half, ``--write`` puts both into measured.md, and
``--hits CHECK`` prints what a check found in the half for tuning, to be read.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tests.labels import FOLDER, KINDS, SYSTEMS, Half, Label
from tests.labels.findings import (
    CLEAN,
    Hit,
    ReadDraft,
    clean_subjects,
    findings,
    hits_in,
    kinds_of,
    read_drafts,
)
from translation.quality import CHECKS

SHARED = Path(__file__).resolve().parents[3] / "shared"
MEASURED = FOLDER / "measured.md"
BEGIN, END = "<!-- measured -->\n", "<!-- end of what is measured -->\n"


@dataclass(slots=True)
class Measured:
    """What the checks found in the drafts of one half."""

    half: Half
    drafts: Sequence[ReadDraft]
    hits: Sequence[Hit] = field(init=False)

    def __post_init__(self) -> None:
        self.hits = [hit for read in self.drafts for hit in hits_in(read)]

    def labels(self, of: Callable[[Label], bool]) -> list[Label]:
        """Return the labels for which ``of`` holds, of the kinds their drafts were read for."""
        return [
            label
            for read in self.drafts
            for label in read.draft.labels
            if label.kind in read.kinds and of(label)
        ]

    def found(self, labels: Iterable[Label], with_those_off: bool) -> int:
        """Return how many of the labels some check found, of those that are on or of all."""
        told = {
            label for hit in self.hits if hit.check.on or with_those_off for label in hit.labels
        }
        return sum(label in told for label in labels)


def tables(shared: Path, halves: Sequence[Half] = ("tune", "test")) -> str:
    """Return the tables of all that is measured, as Markdown."""
    measured = [Measured(half, read_drafts(shared, half)) for half in halves]
    parts = (_by_check(measured, _alarms(shared)), _by_kind(measured), _by_system(measured))
    return "\n".join(parts)


def _by_check(measured: Sequence[Measured], alarms: dict[str, list[str]]) -> str:
    rows = []
    for check in CHECKS:
        cells = [f"`{check.id}`", check.group.value, "on" if check.on else "off"]
        cells.append(", ".join(kinds_of(check)) or "none")
        for half in measured:
            cells += _precision([hit for hit in half.hits if hit.check is check])
        rows.append(cells + alarms[check.id])
    return _table(
        [
            "check",
            "group",
            "",
            "right about",
            *_heads(measured, "hits", "right", "precision"),
            *CLEAN,
        ],
        rows,
        texts=4,
    )


def _by_kind(measured: Sequence[Measured]) -> str:
    rows = []
    for kind in (*KINDS, None):
        cells = ["**all**" if kind is None else f"`{kind}`"]
        for half in measured:
            labels = half.labels(lambda label, kind=kind: kind in (None, label.kind))
            cells += _recall(half, labels)
        rows.append(cells)
    return _table(["kind", *_heads(measured, "labels", "found", "recall", "with those off")], rows)


def _by_system(measured: Sequence[Measured]) -> str:
    rows = []
    for system in SYSTEMS.values():
        cells = [system]
        for half in measured:
            hits = [h for h in half.hits if h.check.on and h.draft.place.system == system]
            labels = half.labels(lambda label, system=system: label.place.system == system)
            cells += [*_precision(hits), *_recall(half, labels)[:3]]
        rows.append(cells)
    heads = _heads(measured, "hits", "right", "precision", "labels", "found", "recall")
    return _table(["system", *heads], rows)


def _alarms(shared: Path) -> dict[str, list[str]]:
    """Return for each check how often it fires in 1 000 clean segments of each corpus."""
    alarms: dict[str, list[str]] = {check.id: [] for check in CHECKS}
    for name in CLEAN:
        subjects = clean_subjects(shared, name)
        hits = Counter(
            check.id for subject in subjects for check in CHECKS for _ in findings(check, subject)
        )
        for id_, cells in alarms.items():
            cells.append(f"{1000 * hits[id_] / len(subjects):.1f}")
    return alarms


def _precision(hits: Sequence[Hit]) -> list[str]:
    right = sum(bool(hit.labels) for hit in hits)
    return [str(len(hits)), str(right), _share(right, len(hits))]


def _recall(half: Measured, labels: Sequence[Label]) -> list[str]:
    found, of_all = half.found(labels, False), half.found(labels, True)
    return [str(len(labels)), str(found), _share(found, len(labels)), _share(of_all, len(labels))]


def _share(part: int, whole: int) -> str:
    return f"{part / whole:.2f}" if whole else ""


def _heads(measured: Sequence[Measured], *words: str) -> list[str]:
    return [f"{half.half}: {word}" for half in measured for word in words]


def _table(heads: Sequence[str], rows: Iterable[Sequence[str]], texts: int = 1) -> str:
    """Return a table whose first columns are texts, and the others figures."""
    rule = ["---"] * texts + ["--:"] * (len(heads) - texts)
    return "".join(f"| {' | '.join(cells)} |\n" for cells in (heads, rule, *rows))


def _print_hits(check_id: str) -> None:
    for read in read_drafts(SHARED, "tune"):
        for hit in hits_in(read):
            if hit.check.id == check_id:
                texts = {"source": read.draft.source, "target": read.draft.target}
                at = hit.finding
                span = texts[at.side.value][at.start : at.start + at.length]
                told = "; ".join(f"{label.text} ({label.note})" for label in hit.labels)
                print(f"{'right' if hit.labels else 'WRONG'} {read.draft.place} {at.side.value}")
                print(f"  {span!r} {dict(at.facts)} fixes {at.fixes}\n  {told}")
                print(f"  {read.draft.source}\n  {read.draft.target}")


def main() -> None:
    """Print what is measured, or put it into the file."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("half", nargs="?", choices=("tune", "test"))
    parser.add_argument("--hits", metavar="CHECK")
    parser.add_argument("--write", action="store_true")
    asked = parser.parse_args()
    if asked.hits:
        _print_hits(asked.hits)
    elif asked.write:
        text = MEASURED.read_text("utf-8")
        before, _, rest = text.partition(BEGIN)
        MEASURED.write_text(
            f"{before}{BEGIN}{tables(SHARED)}{END}{rest.partition(END)[2]}", "utf-8"
        )
    else:
        print(tables(SHARED, (asked.half,) if asked.half else ("tune", "test")))


if __name__ == "__main__":
    main()
