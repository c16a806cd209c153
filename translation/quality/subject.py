"""What a check looks at, and what it finds."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from translation.model.mark import Side
from translation.model.packing import Packed

if TYPE_CHECKING:
    from collections.abc import Mapping

    from translation.model.draft import Draft
    from translation.model.inline import InlineCode
    from translation.model.language import LanguagePair
    from translation.model.segment import Segment, TranslationUnit
    from translation.quality.check import Option
    from translation.quality.terms import TermFinder


class Texts(NamedTuple):
    """Another segment of the document: its source, and the target shown ("" where none is).

    A tuple, as those alike are told apart by the thousand.
    """

    source: str
    target: str


@dataclass(frozen=True, slots=True)
class Subject(Packed):
    """A segment as a check sees it: the target shown, be it a person's or a draft.

    ``unit`` has its role, note and code table. ``marks`` are those the engine put on the draft,
    while the draft is what is shown. ``before`` and ``after`` are the neighbours in the
    document. ``alike`` has, for each of ``translation.quality.traits.TRAITS``, other segments
    of the document that share it, one of each texts and no more than MOST_ALIKE. ``numbers``
    are the options that are set otherwise than usual, by their keys. ``seconds`` is how long
    the text is shown, 0 where it has no such time. ``terms`` knows the terms that hold.
    """

    segment_id: str
    source: str
    target: str
    is_draft: bool
    unit: TranslationUnit
    pair: LanguagePair
    marks: tuple[str, ...] = ()
    before: Texts | None = None
    after: Texts | None = None
    alike: Mapping[str, tuple[Texts, ...]] = field(default_factory=dict)
    numbers: Mapping[str, int] = field(default_factory=dict)
    seconds: float = 0.0
    terms: TermFinder | None = None

    @property
    def codes(self) -> tuple[InlineCode, ...]:
        """The code table of the unit."""
        return self.unit.codes

    @property
    def optional_codes(self) -> frozenset[int]:
        """Places in the code table whose codes a translator may leave out."""
        return frozenset(i for i, code in enumerate(self.codes) if code.deletable)

    @property
    def annotations(self) -> frozenset[int]:
        """Places in the code table of what only marks text."""
        return frozenset(i for i, code in enumerate(self.codes) if code.is_annotation)

    def option(self, option: Option) -> int:
        """Return what an option of the check is in the profile at hand."""
        return self.numbers.get(option.key, option.default)

    def label(self, index: int) -> str:
        """Return what stands for a code on the screen; its number where the table ends."""
        return self.codes[index].label if index < len(self.codes) else f"#{index}"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that a check found: facts for its sentence and a place in one of the texts.

    ``start`` and ``length`` are Python indices into the text of ``side``; ``fixes`` are targets
    that mend it, the likeliest first.
    """

    facts: tuple[tuple[str, str], ...] = ()
    start: int = 0
    length: int = 0
    fixes: tuple[str, ...] = ()
    side: Side = Side.TARGET


def subject_of(
    segment: Segment, unit: TranslationUnit, pair: LanguagePair, draft: Draft | None
) -> Subject | None:
    """Return a segment alone; None where nothing is shown or the unit is furniture."""
    if unit.is_furniture:
        return None
    if segment.target is not None:
        return Subject(segment.id, segment.source, segment.target, False, unit, pair)
    if draft is not None:
        return Subject(segment.id, segment.source, draft.text, True, unit, pair, draft.marks)
    return None
