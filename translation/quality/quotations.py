"""What the checks find of quotations: marks without their other half, and words not marked."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from translation.model.issue import Severity
from translation.model.mark import Side
from translation.quality.check import Check, CheckGroup
from translation.quality.pairing import pairing_of
from translation.quality.persons import says
from translation.quality.subject import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from translation.quality.subject import Subject, Texts

_QUOTE = re.compile(r"[\"“”„«»]")
_MEASURED = re.compile(r"\d\s?[\"”]")
"""Inches and seconds, not the end of a quotation."""
_PASSAGE = re.compile(r'"[^"]*"|“[^”]*”|«[^»]*»')
_ANY_MARK = re.compile(r"[\"“”„«»]|''|``|(?<!\w)['‘’]|['’](?!\w)|&(?:quot|#39|ldquo|rdquo);")
"""Whatever may open or close a quotation in English."""
FEWEST_WORDS = 4
"""Of a passage that is somebody's words; shorter ones are titles and names."""


def _lone_marks(subject: Subject) -> Iterator[Finding]:
    """Find quotation marks without their other half, where those of the source make pairs.

    One that opens here and closes in the next segment, or the other way round, is right.
    """
    lone = _lone(subject.target)
    if lone is None or not _QUOTE.search(subject.source) or _lone(subject.source) is not None:
        return
    if not (_is_open(subject.before) or _is_open(subject.after)):
        yield Finding((("texts", subject.target[lone]),), lone, 1)


def _is_open(neighbour: Texts | None) -> bool:
    return neighbour is not None and _lone(neighbour.target) is not None


def _lone(text: str) -> int | None:
    """Return the place of the last quotation mark where they do not make pairs."""
    if not _QUOTE.search(text):
        return None
    measured = {found.end() - 1 for found in _MEASURED.finditer(text)}
    places = [found.start() for found in _QUOTE.finditer(text)]
    odd = len(places) % 2 == 1 and len([at for at in places if at not in measured]) % 2 == 1
    return places[-1] if odd else None


def _lost_quotations(subject: Subject) -> Iterator[Finding]:
    """Find what somebody says between quotation marks, where the target has none at all."""
    if not _QUOTE.search(subject.source) or _ANY_MARK.search(subject.target):
        return
    pairing = pairing_of(subject)
    if pairing is None or not any(says(word.folded) for word in pairing.source):
        return
    for passage in _PASSAGE.finditer(subject.source):
        if len(passage[0].split()) >= FEWEST_WORDS:
            length = passage.end() - passage.start()
            yield Finding((("text", passage[0]),), passage.start(), length, side=Side.SOURCE)


QUOTATIONS = (
    Check(
        "lost_quotes",
        CheckGroup.MEANING,
        Severity.WARNING,
        "These words are quoted in the source, but not in the translation: {text}",
        _lost_quotations,
        words="Quotations that are not marked",
    ),
    Check(
        "quotes",
        CheckGroup.WRITING,
        Severity.WARNING,
        "A quotation mark stands there without its other half: {texts}",
        _lone_marks,
        words="Quotation marks without their other half",
        on=False,
    ),
)
