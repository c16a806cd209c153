"""Scoring as the scores' own thread does it, in turns."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from translation.system.cancel import CancelToken

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from translation.model.draft import Draft
    from translation.model.segment import Segment
    from translation.scoring.document_scores import DocumentScores, DocumentTally
    from translation.scoring.tally import Scores

_SPELL_SECONDS = 0.02
_PAUSE_SECONDS = 0.002
"""Long work pauses after every spell, so that the GUI thread gets the interpreter."""


@dataclass(frozen=True, slots=True)
class Update:
    """A segment that takes part in the scores, with the draft to compare with."""

    segment: Segment
    draft: Draft | None


@dataclass(frozen=True, slots=True)
class Pair:
    """A segment to be scored on its own: its draft and the target that stands there."""

    segment_id: str
    draft: str
    target: str


@dataclass(slots=True)
class Turn:
    """What to do in one turn, and afterwards what came of it.

    ``updates`` maps segment ids to None where the segment takes no part any more.
    """

    updates: dict[str, Update | None]
    pair: Pair | None
    scores: DocumentScores | None = None
    segment_scores: Scores | None = None
    error: Exception | None = None


class Scorer:
    """The sums of one document. Only the scores' thread calls ``run``.

    ``give_way`` is called again and again: it waits while somebody else has to go first.
    """

    def __init__(
        self,
        target_language: str,
        tokeniser: str = "",
        give_way: Callable[[], None] = lambda: None,
    ) -> None:
        self.token = CancelToken()
        self._give_way = give_way
        self._language = target_language
        self._tokeniser = tokeniser
        self._tally: DocumentTally | None = None

    def run(self, turn: Turn) -> None:
        """Do one turn and leave the results in it; an error goes there, too."""
        try:
            self._score_segment(turn)
            self._score_document(turn)
        except Exception as error:
            turn.error = error

    def edits_of(self, parts: Sequence[Sequence[str]]) -> list[DocumentScores | None]:
        """Return the scores of the edits of segments by parts, as far as turns have scored."""
        return [self._tally.edits_of(ids) if self._tally else None for ids in parts]

    def _score_segment(self, turn: Turn) -> None:
        if turn.pair:
            from translation.scoring.document_scores import segment_edit_scores

            turn.segment_scores = segment_edit_scores(
                turn.pair.target, turn.pair.draft, self._language, self._tokeniser
            )

    def _score_document(self, turn: Turn) -> None:
        if not turn.updates or (self._tally is None and not any(turn.updates.values())):
            return  # Nothing to sum up: the metrics' libraries are 30 MB that nobody needs yet.
        from translation.scoring.document_scores import DocumentTally

        if self._tally is None:
            self._tally = DocumentTally(self._language, self._tokeniser)
        since = time.monotonic()
        for segment_id, update in turn.updates.items():
            if update is None:
                self._tally.discard(segment_id)
            else:
                self._tally.update(update.segment, update.draft)
            if time.monotonic() - since > _SPELL_SECONDS:
                if self.token.is_cancelled:
                    return
                time.sleep(_PAUSE_SECONDS)
                self._give_way()
                since = time.monotonic()
        turn.scores = self._tally.result()
