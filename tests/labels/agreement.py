"""How far two readers of the same drafts agree: ``python -m tests.labels.agreement``."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from tests.labels import KINDS, SECOND, Label, Place, read_labels, read_twice


@dataclass(frozen=True, slots=True)
class Agreement:
    """One reader's spans found by the other, and the verdicts of both on whole drafts.

    ``precision`` is the share of the second reader's labels that overlap one of the first's,
    ``recall`` the share of the first's that overlap one of the second's; ``kappa`` is Cohen's
    (1960), over drafts with or without such an error, and 1 where both find it nowhere.
    """

    first: int
    second: int
    first_found: int
    second_found: int
    kappa: float

    @property
    def precision(self) -> float:
        """Return the share of the second reader's labels which the first has too."""
        return self.second_found / self.second if self.second else 1.0

    @property
    def recall(self) -> float:
        """Return the share of the first reader's labels which the second has too."""
        return self.first_found / self.first if self.first else 1.0

    @property
    def f1(self) -> float:
        """Return the harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def agreement(
    first: Sequence[Label], second: Sequence[Label], drafts: Collection[Place]
) -> Agreement:
    """Compare the labels of two readers, given already for one kind or for all, over ``drafts``."""
    ours = [label for label in first if label.place in drafts]
    theirs = [label for label in second if label.place in drafts]
    return Agreement(
        len(ours),
        len(theirs),
        sum(any(label.overlaps(other) for other in theirs) for label in ours),
        sum(any(label.overlaps(other) for other in ours) for label in theirs),
        kappa({label.place for label in ours}, {label.place for label in theirs}, len(drafts)),
    )


def kappa(first: Collection[Place], second: Collection[Place], drafts: int) -> float:
    """Return Cohen's kappa of two readers who put these of ``drafts`` drafts among the faulty."""
    ours, theirs = set(first), set(second)
    observed = 1 - len(ours ^ theirs) / drafts
    share, other = len(ours) / drafts, len(theirs) / drafts
    expected = share * other + (1 - share) * (1 - other)
    return 1.0 if expected == 1 else (observed - expected) / (1 - expected)


def of_kind(labels: Sequence[Label], kind: str) -> tuple[Label, ...]:
    """Return the labels of one kind."""
    return tuple(label for label in labels if label.kind == kind)


def main() -> None:
    """Print a table in Markdown: all kinds together, then each that either reader used."""
    first, second, drafts = read_labels(), read_labels(SECOND), read_twice()
    rows = [("any kind, spans only", agreement(first, second, drafts))]
    for kind in KINDS:
        row = agreement(of_kind(first, kind), of_kind(second, kind), drafts)
        if row.first or row.second:
            rows.append((kind, row))
    print("| kind | first | second | precision | recall | F1 | kappa by draft |")
    print("|---|--:|--:|--:|--:|--:|--:|")
    for name, row in rows:
        shares = f"{row.precision:.2f} | {row.recall:.2f} | {row.f1:.2f} | {row.kappa:.2f}"
        print(f"| {name} | {row.first} | {row.second} | {shares} |")


if __name__ == "__main__":
    main()
