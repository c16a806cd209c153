"""What the checks find of how a target is written: its script, and how it begins."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from translation.model.inline import strip_codes
from translation.model.issue import Severity
from translation.quality.check import Check, CheckGroup
from translation.quality.subject import Finding
from translation.text.languages import uses_other_script

if TYPE_CHECKING:
    from collections.abc import Iterator

    from translation.quality.subject import Subject

_ARABIC = "\u0620-\u064a\u066e-\u06d3\u06fa-\u06ff"
_LEFT = re.compile(f"[{_ARABIC}][{_ARABIC}\u064b-\u0652\u0640 ]*[{_ARABIC}]|[{_ARABIC}]")
_ENDS = re.compile(r"[.!?…:][\"”’»)\]]*\s*$")
_SMALL = re.compile(
    r"^[\s\"“‘«(\[]*([a-z\u00df-\u00f6\u00f8-\u00ff])[a-z\u00df-\u00ff]*\b(?![.@:/_-])"
)


def _source_script(subject: Subject) -> Iterator[Finding]:
    """Find Arabic letters in a target of the Latin script."""
    if _is_latin(subject) and uses_other_script(subject.pair.source):
        for found in _LEFT.finditer(subject.target):
            yield Finding((("texts", found[0]),), found.start(), len(found[0]))


def _small_beginning(subject: Subject) -> Iterator[Finding]:
    """Find a small first letter where what stands before has come to an end.

    A sentence may go on from one cue, cell or paragraph to the next; then it begins small
    rightly, and the one before it has no full stop.
    """
    before = subject.before
    if not _is_latin(subject) or not _ENDS.search(strip_codes(subject.target)):
        return
    if before is not None and not _ENDS.search(strip_codes(before.target)):
        return
    found = _SMALL.match(subject.target)
    if found:
        at = found.start(1)
        fix = subject.target[:at] + subject.target[at].upper() + subject.target[at + 1 :]
        yield Finding((), at, 1, (fix,))


def _is_latin(subject: Subject) -> bool:
    return not uses_other_script(subject.pair.target)


WRITING = (
    Check(
        "source_script",
        CheckGroup.WRITING,
        Severity.WARNING,
        "Letters of the source's script are left in the translation: {texts}",
        _source_script,
        words="Letters of the source's script left",
    ),
    Check(
        "small_beginning",
        CheckGroup.WRITING,
        Severity.NOTE,
        "The sentence begins with a small letter.",
        _small_beginning,
        words="Sentences that begin with a small letter",
    ),
)
