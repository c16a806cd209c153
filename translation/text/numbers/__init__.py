"""Numbers of a text: read into values, in figures of any script and in words.

``numbers_in`` reads a text in Arabic or English; ``differing`` tells which numbers of a source
its translation lacks, which it has otherwise, and which it has of its own.
"""

from __future__ import annotations

from translation.text.numbers.comparing import Difference, How, differing
from translation.text.numbers.number import Kind, Number
from translation.text.numbers.reading import may_differ, numbers_in, reads

__all__ = [
    "Difference",
    "How",
    "Kind",
    "Number",
    "differing",
    "may_differ",
    "numbers_in",
    "reads",
]
