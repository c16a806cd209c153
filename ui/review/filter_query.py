"""What the filter line means: words to find, states, and marks a segment must have."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from translation.model.segment import SegmentState

UNFINISHED = "unfinished"

_TERM = re.compile(r'"([^"]*)"?|(\S+)')
_STATES: dict[str, frozenset[SegmentState]] = {
    **{state.value: frozenset({state}) for state in SegmentState},
    UNFINISHED: frozenset({SegmentState.INITIAL, SegmentState.EDITED}),
}
_FLAGS = frozenset({"has:issue", "has:draft", "has:note", "is:furniture"})


@dataclass(frozen=True, slots=True)
class FilterQuery:
    """A parsed filter line; all of it must hold.

    ``words`` are found in source or target; ``states`` is None where any will do;
    ``flags`` are as written: "has:issue", "has:draft", "has:note", "is:furniture".
    """

    words: tuple[str, ...] = ()
    states: frozenset[SegmentState] | None = None
    flags: frozenset[str] = field(default_factory=frozenset)

    @property
    def is_empty(self) -> bool:
        """Whether everything is shown."""
        return not self.words and self.states is None and not self.flags


def parse(text: str) -> FilterQuery:
    """Read a filter line. Several states mean any of them; what is no key is a word.

    Words in quotation marks are found as they stand together.
    """
    words: list[str] = []
    states: set[SegmentState] = set()
    flags: set[str] = set()
    for quoted, bare in _TERM.findall(text):
        key = bare.casefold()
        if key.startswith("state:") and key[6:] in _STATES:
            states |= _STATES[key[6:]]
        elif key in _FLAGS:
            flags.add(key)
        elif quoted or bare:
            words.append(quoted or bare)
    return FilterQuery(tuple(words), frozenset(states) or None, frozenset(flags))
