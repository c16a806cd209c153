"""The services that parts of the program take from one another, as protocols."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Sequence

Report: TypeAlias = Callable[[int, int], None]
"""Told how many steps are done of how many, 0 for a total not known; raises
translation.system.cancel.Cancelled once nobody wants the work."""


def no_report(done: int, total: int) -> None:
    """Take a report for nobody."""


class PagePrinter(Protocol):
    """Prints pages to PDF: what the window's toolkit can do (app.printing.printer)."""

    def pdf(
        self,
        page: str,
        *,
        title: str,
        right_to_left: bool,
        has_charts: bool = False,
        moment: float | None = None,
        report: Report = no_report,
    ) -> bytes:
        """Return the PDF of an HTML page on A4 paper, its text to be searched and copied.

        With ``has_charts`` pictures that the page itself holds, as SVG in data addresses, are
        drawn: only for pages that this program made whole. Otherwise none is. ``moment`` (seconds
        since 1970) is when the file says that it was made, None for now: with one, the same page
        always makes the same bytes.

        ``page`` is of HTML 4 as far as Qt lays it out, and fetches nothing. ``report`` is told of
        the sheets printed, again and again until they are; what it raises goes through.
        Raises OSError where printing fails.
        """
        ...


class CancelToken(Protocol):
    """Says whether the work at hand is still wanted (the real one: translation.system.cancel)."""

    def raise_if_cancelled(self) -> None:
        """Raise translation.system.cancel.Cancelled once nobody wants the work."""
        ...


@dataclass(frozen=True, slots=True)
class DecodingOptions:
    """How a model decodes. The lengths are in tokens; ``max_length`` bounds the output.

    ``length_penalty`` divides the summed log-probability by length to this power.
    """

    beam_size: int = 4
    length_penalty: float = 1.0
    max_length: int = 256
    target_language: str = ""
    """Of a model that writes several: the one that is asked for (a BCP 47 tag)."""


@dataclass(frozen=True, slots=True)
class ModelInfo:
    """Which model speaks: shown in the chip, stored with each draft, written into exports."""

    engine: str
    name: str
    revision: str
    source_language: str
    target_language: str
    longest_source: int
    """Source tokens the model was trained on; longer sources are split."""
    quality: str = ""
    """"trial" for a model not good enough for work, else empty."""
    summary: str = ""
    licence: str = ""
    target_codes: tuple[str, ...] = ()
    """Codes of the languages that a model of several can be asked for, as it spells them."""


@dataclass(frozen=True, slots=True)
class Hypothesis:
    """One decoded translation: text and natural log-probability per target token."""

    text: str
    score: float


class Engine(Protocol):
    """A loaded translation model. Plain text in, plain text out; no inline codes."""

    @property
    def info(self) -> ModelInfo:
        """Which model this is."""
        ...

    @property
    def lanes(self) -> int:
        """How many batches ``translate`` works on at the same time, each from its own thread."""
        ...

    @property
    def batch_sentences(self) -> int:
        """Of how many sentences a batch is best made: few on a processor, many on a GPU."""
        ...

    def count_tokens(self, texts: Sequence[str]) -> list[int]:
        """Return the length of each source in tokens, the end mark counted."""
        ...

    def translate(self, sources: Sequence[str], options: DecodingOptions) -> list[Hypothesis]:
        """Translate one batch, results in the order of the sources."""
        ...

    def score(self, sources: Sequence[str], targets: Sequence[str]) -> list[list[float]]:
        """Return the log-probability of each token of each target, the end mark last."""
        ...

    def close(self) -> None:
        """Free the model's memory."""
        ...
