"""A request on its way: how its source is shown to the model, and what came of it.

What a translation must carry unchanged is looked for in each result. Where some of it is lost,
another way is tried: with stand-ins, then around it. The way that loses least is taken, and
what it still loses is marked.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from translation.engines.carrying import carried_over, only_carried, parts_of, restored
from translation.engines.pieces import Result
from translation.model.draft import CARRIED, CUT_AROUND, EMPTY, LOOP, MISSING_CODE, SPLIT_SOURCE
from translation.model.inline import missing_codes, strip_codes
from translation.text.carried import (
    find_carried,
    has_other_letters,
    invented_carried,
    lost_carried,
)
from translation.text.carried_kinds import WORDS
from translation.text.codes import place_codes
from translation.text.entities import without_entities
from translation.text.languages import uses_other_script
from translation.text.loops import find_loop

if TYPE_CHECKING:
    from collections.abc import Sequence

    from translation.engines.carrying import Part
    from translation.engines.pieces import Request
    from translation.model.ports import Hypothesis, ModelInfo
    from translation.text.carried import Span

MOST_WAYS = 4


@dataclass(slots=True)
class Asked:
    """A part that a model is asked for, in as many pieces as it takes."""

    part: Part
    hypotheses: list[Hypothesis | None] = field(default_factory=list)

    @property
    def text(self) -> str | None:
        """The translation with what stood-in spans; None where one is lost."""
        found = [hypothesis.text for hypothesis in self.hypotheses if hypothesis is not None]
        text = " ".join(text for text in found if text)
        return restored(self.part, without_entities(text))


class Task:
    """A request, the parts of its source on the way that is tried, and the best result so far."""

    def __init__(self, request: Request, info: ModelInfo) -> None:
        self.request = request
        self.plain = strip_codes(request.text).strip()
        self._target_language = request.target or info.target_language
        self._foreign = uses_other_script(info.source_language) or None
        mixed = self._foreign and has_other_letters(self.plain)
        self._spans = find_carried(self.plain, mixed or None)
        self._hidden = {span.start for span in self._spans if not span.kind.is_shown}
        self._literal: set[int] = set()
        self._tried: set[int] = set()
        self._ways = 0
        self._best: Result | None = None
        self._least = 0
        self.asked: dict[int, Asked] = {}
        self._parts: list[Part] = []

    def copied(self) -> Result | None:
        """Return the result where no model is needed: figures, codes, what is only carried.

        Names alone are carried; a sentence in Latin letters is the model's to try.
        """
        spans = find_carried(self.plain, self._foreign)
        names = [span for span in spans if span.kind.id != WORDS or not _has_plain_words(span)]
        if not only_carried(self.plain, names):
            return None
        text = carried_over(self.plain, names, self._target_language)
        return Result(self.request.id, place_codes(self.request.text, text))

    def begin(self) -> list[Asked]:
        """Take up the way that is next and return what a model is to be asked for."""
        self._ways += 1
        self._parts = parts_of(
            self.plain, self._spans, self._hidden, self._literal, self._target_language
        )
        self.asked = {
            place: Asked(part) for place, part in enumerate(self._parts) if not part.is_literal
        }
        return list(self.asked.values())

    @property
    def is_answered(self) -> bool:
        """Whether the model has answered for every piece of every part."""
        return all(None not in asked.hypotheses for asked in self.asked.values())

    def settle(self) -> Result | None:
        """Return the result once all is answered; None where another way is to be begun."""
        text = self._text()
        lost: Sequence[Span] = ()
        if text is not None:
            lost = lost_carried(self.plain, text)
            if self._best is None or len(lost) < self._least:
                self._best, self._least = self._result(text), len(lost)
        if text is not None and not lost:
            return self._best
        if self._ways < MOST_WAYS and self._turn(text, lost):
            return None
        return self._best

    def _turn(self, text: str | None, lost: Sequence[Span]) -> bool:
        """Choose the next way; False where there is none."""
        shown = {span.start for span in lost} - self._tried if text is not None else set()
        if shown:
            self._hidden |= shown
            self._tried |= shown
            return True
        self._hidden -= {span.start for span in self._spans if span.kind.id == WORDS}
        around = self._hidden - self._literal
        self._literal |= around
        return bool(around)

    def _text(self) -> str | None:
        """Return the translation of all parts; None where a stand-in is lost."""
        texts = [
            self.asked[place].text if place in self.asked else part.text
            for place, part in enumerate(self._parts)
        ]
        found = [text for text in texts if text is not None]
        return "".join(found) if len(found) == len(texts) else None

    def _result(self, translation: str) -> Result:
        text = place_codes(self.request.text, translation)
        done = [h for asked in self.asked.values() for h in asked.hypotheses if h is not None]
        weights = [len(hypothesis.text) + 1 for hypothesis in done]
        total = sum(h.score * weight for h, weight in zip(done, weights, strict=True))
        score = total / sum(weights) if done else None
        return Result(self.request.id, text, score, self._marks(translation, text))

    def _marks(self, translation: str, text: str) -> tuple[str, ...]:
        found = {
            LOOP: find_loop(self.plain, translation),
            EMPTY: not translation.strip(),
            SPLIT_SOURCE: any(len(asked.hypotheses) > 1 for asked in self.asked.values()),
            MISSING_CODE: bool(missing_codes(self.request.text, text)),
            CARRIED: bool(lost_carried(self.plain, translation, self._foreign))
            or bool(invented_carried(self.plain, translation)),
            CUT_AROUND: len(self.asked) > 1,
        }
        return tuple(mark for mark, holds in found.items() if holds)


def _has_plain_words(span: Span) -> bool:
    return any(word.islower() for word in span.text.split())
