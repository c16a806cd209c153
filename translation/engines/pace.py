"""How large a batch may be so that it can be waited for."""

from __future__ import annotations

BATCH_SECONDS = 0.25
"""What a batch should take: a cancel waits no longer, and progress moves often enough."""

FIRST_BUDGET = 64
LARGEST_BUDGET = 8192


class Pace:
    """Learns from finished batches how many tokens, padding counted, the next may hold."""

    def __init__(self, most_sentences: int) -> None:
        self._most_sentences = most_sentences
        self.budget = float(FIRST_BUDGET)

    def note(self, tokens: int, seconds: float) -> None:
        """Take in that a batch of so many tokens took so long."""
        wanted = tokens * BATCH_SECONDS / max(seconds, 1e-4)
        if tokens < self.budget / 2 and wanted < self.budget:
            return  # too small a batch to say that larger ones would take too long
        step = min(2.0, max(0.5, wanted / self.budget))
        self.budget = min(float(LARGEST_BUDGET), max(1.0, self.budget * step))

    def allows(self, sentences: int, longest: int) -> bool:
        """Tell whether a batch of so many sentences, the longest so long, is small enough."""
        if sentences == 1:
            return True
        return sentences <= self._most_sentences and sentences * longest <= self.budget
