"""What is compared with what: drafts with their post-edits, and both with a reference.

HBLEU, HchrF and HTER take the draft as hypothesis and the reviewed text as reference
(human-targeted scores, Snover et al. 2006). They are never mixed with BLEU, chrF, chrF++ and
TER against an independent reference.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product
from typing import TYPE_CHECKING

from translation.model.inline import strip_codes
from translation.scoring.learned import Judged
from translation.scoring.metrics import EDIT_METRICS, MetricId
from translation.scoring.significance import significance
from translation.scoring.tally import Scores, Tally, pair_scores

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from translation.model.document import Document
    from translation.model.draft import Draft
    from translation.model.segment import Segment
    from translation.scoring.learned import Learn
    from translation.scoring.metrics import Metric
    from translation.scoring.significance import Resampling, Significance


@dataclass(frozen=True, slots=True)
class DocumentScores:
    """The scores of a document. Counts are segments; furniture is in none of them.

    ``covered`` of ``segments`` are in ``edits``: they have a draft and are confirmed or beyond;
    ``untouched`` of the covered say exactly what the draft says. ``with_reference`` segments
    have a reference, ``drafts_compared`` and ``targets_compared`` are in the two comparisons.
    """

    segments: int
    covered: int
    untouched: int
    edits: Scores | None
    with_reference: int = 0
    drafts_compared: int = 0
    targets_compared: int = 0
    draft_vs_reference: Scores | None = None
    target_vs_reference: Scores | None = None

    @property
    def untouched_share(self) -> float | None:
        """The part (0 to 1) of the covered segments left as drafted, None without any."""
        return self.untouched / self.covered if self.covered else None


class DocumentTally:
    """Keeps the scores of a document as its segments change. Not for several threads.

    ``learned`` is a metric beside the others, of draft and reviewed text against the reference.
    """

    def __init__(
        self, target_language: str, tokeniser: str = "", learned: Metric | None = None
    ) -> None:
        self.target_language = target_language
        self._edits = Tally(target_language, tokeniser, EDIT_METRICS)
        self._drafts = Tally(target_language, tokeniser, learned=learned)
        self._targets = Tally(target_language, tokeniser, learned=learned)
        self._segments: set[str] = set()
        self._untouched: set[str] = set()
        self._referenced: set[str] = set()

    def update(self, segment: Segment, draft: Draft | None, is_furniture: bool = False) -> None:
        """Take in a segment as it is now; ``draft`` is the one to compare with (Drafts.base)."""
        if is_furniture:
            self.discard(segment.id)
            return
        key = segment.id
        self._segments.add(key)
        source, drafted, reviewed, wanted = _texts(segment, draft)
        _member(self._referenced, key, bool(wanted))
        _member(self._untouched, key, reviewed is not None and drafted == reviewed)
        _compare(self._edits, key, source, drafted, () if reviewed is None else (reviewed,))
        _compare(self._drafts, key, source, drafted, wanted)
        _compare(self._targets, key, source, reviewed, wanted)

    def discard(self, segment_id: str) -> None:
        """Forget a segment that was removed or became furniture."""
        for members in (self._segments, self._untouched, self._referenced):
            members.discard(segment_id)
        for tally in (self._edits, self._drafts, self._targets):
            tally.discard(segment_id)

    def result(self) -> DocumentScores:
        """Return the scores as they stand."""
        return DocumentScores(
            segments=len(self._segments),
            covered=len(self._edits),
            untouched=len(self._untouched),
            edits=self._edits.scores(),
            with_reference=len(self._referenced),
            drafts_compared=len(self._drafts),
            targets_compared=len(self._targets),
            draft_vs_reference=self._drafts.scores(),
            target_vs_reference=self._targets.scores(),
        )

    def edits_of(self, segment_ids: Sequence[str]) -> DocumentScores:
        """Return the scores of the edits of some segments alone, such as those of a file."""
        return DocumentScores(
            segments=sum(id_ in self._segments for id_ in segment_ids),
            covered=sum(id_ in self._edits for id_ in segment_ids),
            untouched=sum(id_ in self._untouched for id_ in segment_ids),
            edits=self._edits.scores_of(segment_ids),
        )

    def edits_in(self, segment_id: str) -> tuple[int, float] | None:
        """Return TER's edits of a covered segment, and its HTER; None of any other."""
        if segment_id not in self._edits:
            return None
        edits = self._edits.statistics([segment_id])[MetricId.TER][0][0]
        return round(edits), self._edits.segment_score(segment_id, MetricId.TER).value

    def with_intervals(
        self, order: Iterable[str], resampling: Resampling | None = None
    ) -> tuple[Significance | None, ...]:
        """Return draft → reviewed, draft → reference and reviewed → reference, each by itself.

        ``order`` as for ``significance``. None where no segment has both texts.
        """
        ids = list(order)
        return tuple(
            significance([tally], [id_ for id_ in ids if id_ in tally], resampling)
            for tally in (self._edits, self._drafts, self._targets)
        )

    def significance(
        self, order: Iterable[str], resampling: Resampling | None = None
    ) -> Significance | None:
        """Compare draft and reviewed text against the reference; the draft is the baseline.

        ``order`` is the document's segment ids: it decides what a seed draws. None where no
        segment has all three.
        """
        keys = [key for key in order if key in self._drafts and key in self._targets]
        return significance([self._drafts, self._targets], keys, resampling)


def tally_document(
    document: Document, target_language: str, tokeniser: str = "", learn: Learn | None = None
) -> DocumentTally:
    """Tally a whole document; ``tokeniser`` is one chosen for BLEU.

    ``learn`` has a model judge what is compared with a reference. Raises ScoreError, and what
    ``learn`` raises.
    """
    learned = learn(judged_in(document)) if learn else None
    tally = DocumentTally(target_language, tokeniser, learned)
    for segment in document.segments:
        tally.update(segment, document.drafts.machine_base(segment), document.is_furniture(segment))
    return tally


def judged_in(document: Document) -> Iterator[Judged]:
    """Give what of a document is compared with a reference."""
    for segment in document.segments:
        if not document.is_furniture(segment):
            source, *compared, wanted = _texts(segment, document.drafts.base(segment))
            for text, reference in product(compared, wanted):
                if text is not None:
                    yield Judged(source, text, reference)


def _texts(
    segment: Segment, draft: Draft | None
) -> tuple[str, str | None, str | None, tuple[str, ...]]:
    """Return source, draft, reviewed text and references of a segment, without codes."""
    reviewed = None
    if segment.state.is_done and segment.target is not None:
        reviewed = strip_codes(segment.target)
    wanted = tuple(strip_codes(reference) for reference in segment.references)
    drafted = strip_codes(draft.text) if draft else None
    return strip_codes(segment.source), drafted, reviewed, wanted


def segment_edit_scores(
    shown: str, draft: str, target_language: str, tokeniser: str = ""
) -> Scores:
    """Return HBLEU, HchrF and HTER of one segment: its draft against the text shown now."""
    return pair_scores(
        strip_codes(draft), strip_codes(shown), target_language, tokeniser, EDIT_METRICS
    )


def _compare(
    tally: Tally, key: str, source: str, hypothesis: str | None, references: tuple[str, ...]
) -> None:
    if hypothesis is None or not references:
        tally.discard(key)
    else:
        tally.put(key, hypothesis, *references, source=source)


def _member(members: set[str], key: str, belongs: bool) -> None:
    if belongs:
        members.add(key)
    else:
        members.discard(key)
