"""How large a project is and how far: counted by state, person and file, and what repeats."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING

from translation.model.inline import has_codes, strip_codes
from translation.model.originals import originals
from translation.model.ports import no_report
from translation.model.rejection import rejection_of
from translation.model.segment import SegmentState, word_count
from translation.store.activity import Pace

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from translation.model.document import Document
    from translation.model.ports import Report
    from translation.model.segment import Segment

AT_ONCE = 500
"""Segments counted between two reports."""
REJECTED = "rejected"
"""Stands among the states for what a reviewer sent back."""


@dataclass(slots=True)
class Amount:
    """How much text there is: characters without inline codes, blanks among them."""

    segments: int = 0
    words: int = 0
    characters: int = 0
    target_words: int = 0
    target_characters: int = 0

    def __iadd__(self, other: Amount) -> Amount:
        self.segments += other.segments
        self.words += other.words
        self.characters += other.characters
        self.target_words += other.target_words
        self.target_characters += other.target_characters
        return self


@dataclass(frozen=True, slots=True)
class Changed:
    """How much of the drafts was changed: what the scores say of the confirmed segments.

    ``measures`` are scores by name (HBLEU, HchrF, HTER); ``untouched`` is the part, 0 to 1, of
    the ``compared`` segments that stand as drafted, None where none was compared.
    """

    compared: int = 0
    untouched: float | None = None
    measures: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class FileAmount:
    """One file: all of it, what of it is confirmed, and how much of its drafts was changed."""

    name: str
    whole: Amount
    confirmed: Amount
    changed: Changed = field(default_factory=Changed)


@dataclass(slots=True)
class Statistics:
    """What was counted; page furniture is left out of all but ``furniture``.

    ``whole`` is everything, ``confirmed`` what a person gave their word for; ``states``, ``files``
    and ``persons`` divide it, but that several persons may have had one segment, and a rejected
    one has a state, too. ``repeated`` is what stands there a second time or more often, in
    ``repeats`` different sources.
    """

    whole: Amount = field(default_factory=Amount)
    confirmed: Amount = field(default_factory=Amount)
    states: dict[str, Amount] = field(default_factory=dict)
    files: list[FileAmount] = field(default_factory=list)
    persons: dict[str, Amount] = field(default_factory=dict)
    repeated: Amount = field(default_factory=Amount)
    repeats: int = 0
    furniture: int = 0
    changed: Changed = field(default_factory=Changed)
    today: Pace = field(default_factory=Pace)


def count(
    document: Document,
    persons: Mapping[str, set[str]],
    changed: Changed,
    today: Pace,
    report: Report = no_report,
    of_files: Mapping[str, Changed] = MappingProxyType({}),
) -> Statistics:
    """Count a document that nobody changes meanwhile; ``persons`` had the segments of these ids.

    ``changed`` is how much was changed in all, ``of_files`` in each original, by its id.
    Raises what ``report`` raises, which is told how many segments were counted.
    """
    found = Statistics(
        changed=changed, today=today, states={s.value: Amount() for s in SegmentState}
    )
    amounts = _amounts(document, report)
    times: Counter[str] = Counter()
    by_file = {file.id: (Amount(), Amount()) for file in document.files}
    for segment in document.segments:
        amount = amounts.get(segment.id)
        if amount is None:
            found.furniture += 1
            continue
        found.whole += amount
        found.states[segment.state.value] += amount
        whole, confirmed = by_file[document.unit_of(segment).file_id]
        whole += amount
        if segment.state.is_done:
            found.confirmed += amount
            confirmed += amount
        if times[segment.source]:
            found.repeated += amount
            found.repeats += times[segment.source] == 1
        times[segment.source] += 1
    for one in originals(document.files):
        whole, confirmed = Amount(), Amount()
        for id_ in one.ids:
            whole += by_file[id_][0]
            confirmed += by_file[id_][1]
        changed_here = of_files.get(one.id, Changed())
        found.files.append(FileAmount(one.name, whole, confirmed, changed_here))
    _count_rejected(document, amounts, found)
    for name, ids in persons.items():
        found.persons[name] = _sum(amounts[id_] for id_ in ids if id_ in amounts)
    return found


def _amounts(document: Document, report: Report) -> dict[str, Amount]:
    amounts: dict[str, Amount] = {}
    for number, segment in enumerate(document.segments):
        if number % AT_ONCE == 0:
            report(number, len(document))
        if not document.is_furniture(segment):
            amounts[segment.id] = _amount(segment)
    return amounts


def _amount(segment: Segment) -> Amount:
    source, target = _bare(segment.source), _bare(segment.target or "")
    return Amount(1, word_count(source), len(source), word_count(target), len(target))


def _bare(text: str) -> str:
    return strip_codes(text) if has_codes(text) else text


def _count_rejected(document: Document, amounts: Mapping[str, Amount], found: Statistics) -> None:
    said = {record.segment_id for record in document.records}
    ids = [id_ for id_ in said if id_ in amounts and rejection_of(document, id_) is not None]
    if ids:
        found.states[REJECTED] = _sum(amounts[id_] for id_ in ids)


def _sum(amounts: Iterable[Amount]) -> Amount:
    whole = Amount()
    for amount in amounts:
        whole += amount
    return whole
