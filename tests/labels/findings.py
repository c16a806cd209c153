"""What each check finds in real texts: the labelled drafts, and clean human translations.

A check sees a draft in its document, as in the window: all lines of FLORES-101 dev in one system.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.labels import (
    KINDS,
    SYSTEMS,
    Half,
    Label,
    LabelledDraft,
    drafts_labelled_for_numbers,
    labelled_drafts,
    lines_of,
)
from translation.model.document import Document
from translation.model.language import ARABIC_TO_ENGLISH
from translation.model.mark import Side
from translation.model.segment import Segment, SourceFile, TranslationUnit
from translation.quality import CHECKS, Check, CheckGroup, Finding, Subject, Subjects
from translation.quality.checks import MOST_FINDINGS

CLEAN = ("flores-dev", "un-conflict", "tatoeba-test-2021-msa")
"""Human translations: what a check finds there is nearly always a false alarm."""

READ_FOR_NUMBERS_KINDS = frozenset({"number", "entity", "url"})
"""What was looked for in the drafts that were read for numbers alone."""

FITTING_GROUPS: dict[CheckGroup, tuple[str, ...]] = {
    CheckGroup.DRAFT: ("doubled", "omission", "addition", "meaning"),
    CheckGroup.CODES: (),
    CheckGroup.COPIED: ("number", "name", "url", "omission"),
    CheckGroup.NUMBERS: ("number", "omission", "addition"),
    CheckGroup.NAMES: ("name",),
    CheckGroup.TERMS: ("term", "name"),
    CheckGroup.MEANING: ("negation", "quotation", "gender", "term", "omission", "meaning"),
    CheckGroup.WRITING: ("punctuation", "grammar", "untranslated"),
    CheckGroup.CONSISTENCY: ("name", "term"),
    CheckGroup.LENGTHS: (),
    CheckGroup.OWN: (),
}
"""The kinds of labels that a check of a group can be right about, but for those below."""

FITTING: dict[str, tuple[str, ...]] = {
    "entities": ("entity",),
    "lost_clause": ("omission",),
    "lost_name": ("name", "omission"),
    "lost_speaker": ("omission", "quotation"),
    "lost_quotes": ("omission", "quotation"),
    "invented": ("url", "addition"),
    "source_script": ("untranslated", "name"),
    "untranslated": ("untranslated", "meaning"),
    "same_as_source": ("untranslated", "meaning"),
    "sentence_lost": ("omission",),
    "length": ("omission", "addition"),
    "added_emoji": ("addition",),
    "doubled_words": ("doubled",),
    "brackets": ("punctuation", "omission"),
    "fewer_brackets": ("punctuation", "omission"),
    "quotes": ("punctuation", "quotation"),
    "small_name": ("name", "grammar"),
}
"""The kinds of labels that a check can be right about."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A finding in a labelled draft, and the labels that it is about; none where it is wrong."""

    check: Check
    draft: LabelledDraft
    finding: Finding
    labels: tuple[Label, ...]


@dataclass(frozen=True, slots=True)
class ReadDraft:
    """A labelled draft as checks see it, and the kinds of errors it was read for."""

    draft: LabelledDraft
    subject: Subject
    kinds: frozenset[str]


def kinds_of(check: Check) -> tuple[str, ...]:
    """Return the kinds of labels that a check can be right about."""
    return FITTING.get(check.id, FITTING_GROUPS[check.group])


def read_drafts(shared: Path, half: Half | None = None) -> list[ReadDraft]:
    """Return the drafts of both sets of labels, those read whole first."""
    subjects = {system: subjects_of(shared, system) for system in SYSTEMS.values()}
    whole = [(draft, frozenset(KINDS)) for draft in labelled_drafts(shared, half)]
    numbers = [
        (draft, READ_FOR_NUMBERS_KINDS) for draft in drafts_labelled_for_numbers(shared, half)
    ]
    return [
        ReadDraft(draft, subjects[draft.place.system][draft.place.line - 1], kinds)
        for draft, kinds in (*whole, *numbers)
    ]


def hits_in(read: ReadDraft) -> Iterator[Hit]:
    """Yield what the checks find in a draft that was read for what they look for."""
    for check in CHECKS:
        kinds = kinds_of(check)
        if read.kinds.intersection(kinds):
            labels = [label for label in read.draft.labels if label.kind in kinds]
            for finding in findings(check, read.subject):
                told = _told_of(finding, labels, read.draft.target)
                yield Hit(check, read.draft, finding, told)


def findings(check: Check, subject: Subject) -> list[Finding]:
    """Return what a check finds, as much of it as the program shows."""
    return [finding for finding, _ in zip(check.find(subject), range(MOST_FINDINGS), strict=False)]


def subjects_of(shared: Path, system: str) -> list[Subject]:
    """Return every line of FLORES-101 dev as a system translated it, as parts of one document."""
    sources = [source for source, _ in pairs_of(shared, "flores-dev")]
    targets = lines_of(shared / "data" / "mt_outputs" / f"flores-dev.{system}.en")
    return _subjects(list(zip(sources, targets, strict=True)))


def clean_subjects(shared: Path, name: str) -> list[Subject]:
    """Return the pairs of a corpus with their human translations, as parts of one document."""
    return _subjects(pairs_of(shared, name))


def pairs_of(shared: Path, name: str) -> list[tuple[str, str]]:
    """Return the lines of a corpus as source and human translation."""
    lines = lines_of(shared / "data" / "parallel" / f"{name}.ar-en.tsv")
    return [(source, target) for source, target, *_ in (line.split("\t") for line in lines)]


def _told_of(finding: Finding, labels: Sequence[Label], target: str) -> tuple[Label, ...]:
    """Return the labelled errors that a finding tells of.

    Its place shares a character with theirs. One on all of the target, or on what the source
    has and the target not, has no such place: it tells of one error anywhere in the target.
    """
    whole = finding.start == 0 and finding.length in (0, len(target))
    if finding.side is Side.TARGET and whole:
        return tuple(labels[:1])
    end = finding.start + max(finding.length, 1)
    here = tuple(
        label
        for label in labels
        if finding.side.value == label.side
        and finding.start < label.start + label.length
        and label.start < end
    )
    if here or finding.side is Side.TARGET:
        return here
    return tuple(label for label in labels if label.side == "target")[:1]


def _subjects(pairs: list[tuple[str, str]]) -> list[Subject]:
    document = Document()
    document.add_file(
        SourceFile("f1", "texts.txt", ARABIC_TO_ENGLISH, "text", b""),
        [TranslationUnit(f"u{n}", "f1") for n in range(len(pairs))],
        [Segment(f"s{n}", f"u{n}", source, target) for n, (source, target) in enumerate(pairs)],
    )
    subjects = Subjects(document)
    ids = [segment.id for segment in document.segments]
    subjects.begin(ids)
    return [subject for subject in map(subjects.of, ids) if subject is not None]
