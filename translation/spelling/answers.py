"""What is asked about the spelling of segments, and what is answered."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Mapping

ToSpell: TypeAlias = "tuple[str, str, str, str, str]"
"""A segment's id, the language (BCP 47) that its text is spelled in, the text, source, reference.

Source and reference are asked for the names they hold.
"""


class Misspelt(NamedTuple):
    """A word, or a part of one, that the dictionary does not know, in a segment's text.

    ``start`` counts characters; ``begins`` tells that a sentence begins with it, ``named`` that
    the source has a word that sounds like it, ``slip`` that a common word is one letter away.
    """

    word: str
    start: int
    begins: bool
    named: bool
    slip: bool

    @property
    def looks_like_slip(self) -> bool:
        """Whether it is no name, although it may be written as one."""
        return self.slip and (self.begins or len(self.word) > SHORT_NAME)


SHORT_NAME = 5
"""Letters of a name that may well differ by one from a common word."""


@dataclass(frozen=True, slots=True)
class Checked:
    """What is misspelt, by segment; every segment asked for is there. ``names`` of the sources.

    ``seconds`` is the processor time that it took.
    """

    found: Mapping[str, tuple[Misspelt, ...]]
    names: Mapping[str, tuple[str, ...]]
    seconds: float = 0.0


@dataclass(frozen=True, slots=True)
class Known:
    """A language is spelled by this dictionary (en_GB), "" where there is none."""

    language: str
    dictionary: str


@dataclass(frozen=True, slots=True)
class Suggested:
    """What a word may have been, the likeliest first."""

    language: str
    word: str
    words: tuple[str, ...]


Answer: TypeAlias = Checked | Known | Suggested
