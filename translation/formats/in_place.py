"""Which places of an original file the segments of a unit fill, and what changed since it was read.

An original is read once more when it is exported, by the reader that took it in: a place whose
segment is as that reading found it is left alone, to the last attribute.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from translation.formats.comments import comment_of, says_rejected
from translation.model.inline import strip_codes
from translation.model.rejection import rejection_of
from translation.model.segment import SegmentState

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from translation.model.document import Document
    from translation.model.imported import ImportedSegment, ImportedUnit
    from translation.model.segment import Segment, SourceFile, TranslationUnit

_ORDER = tuple(SegmentState)


@dataclass(frozen=True, slots=True)
class Filling:
    """What stands in one place now.

    ``text`` is None where nobody translated it; ``is_draft`` says that it is a machine's, which
    nobody has accepted. ``changed`` is False where all is as in the original, ``retyped`` where
    the text is, whatever became of its state. ``state`` is the least of the segments that fill
    the place; ``is_mixed`` says that they have others too. ``rejected`` says that one of them was
    sent back, where the format has a word for that.
    """

    text: str | None
    state: SegmentState
    is_draft: bool
    changed: bool
    retyped: bool
    is_mixed: bool
    rejected: bool = False


def fillings(
    found: Sequence[ImportedSegment],
    document: Document,
    unit: TranslationUnit,
    *,
    tells_rejected: bool = False,
) -> list[Filling]:
    """Return what fills each place ``found`` in the original.

    ``tells_rejected`` says that the format has a word for a translation that was sent back.

    Segments that were split go back into their place together; those that were merged fill the
    first of their places and leave the others empty.
    """
    segments = document.unit_segments(unit.id)
    filled: list[Filling] = []
    for places, group in _groups(found, segments):
        one = _filling(places[0], group, document, whole=len(places) == 1)
        if tells_rejected:
            one = _with_rejection(one, places[0], group, document)
        filled.append(one)
        empty = "" if one.text is not None else None
        rest = Filling(empty, one.state, one.is_draft, changed=True, retyped=True, is_mixed=False)
        filled += [rest] * (len(places) - 1)
    return filled


def came_from(files: Sequence[SourceFile], format_id: str) -> bool:
    """Tell whether all files are parts of one original of this format."""
    return bool(files) and all(
        file.format == format_id and file.original and file.original == files[0].original
        for file in files
    )


def note_typed(found: str, now: str) -> str:
    """Return what was typed into a note since the original was read."""
    if now == found:
        return ""
    return now[len(found) :].strip() if found and now.startswith(found) else now.strip()


def own_note(others: str, before: Sequence[str], now: Sequence[str]) -> str | None:
    """Return what stands now in the note that is ours, None where no note was changed.

    ``others`` is what notes of other people say, which are left alone; ``before`` and ``now``
    are the notes of a unit and its segments as read and as they are.
    """
    if list(before) == list(now):
        return None
    # That of the unit may hold ours of an earlier export, where it has several segments.
    changed = [now[0], *(new for old, new in zip(before[1:], now[1:], strict=True) if old != new)]
    typed = (note_typed(others, new) for new in changed)
    return "\n".join(dict.fromkeys(text for text in typed if text))


def notes_of(
    found: ImportedUnit, document: Document, unit: TranslationUnit
) -> tuple[list[str], list[str]]:
    """Return the notes of a unit and its segments, as read and as they are now."""
    before = [segment.note for segment in found.segments]
    segments = document.unit_segments(unit.id)
    now = [comment_of(document, segment, by_files=False) for segment in segments]
    missing = len(now) - len(before)
    before += [before[-1] if before else ""] * missing
    now += before[len(now) :]
    return [found.note, *before], [unit.note, *now]


def _filling(
    place: ImportedSegment, segments: Sequence[Segment], document: Document, whole: bool
) -> Filling:
    shown: list[str | None] = []
    is_draft = False
    for segment in segments:
        text = segment.target
        if text is None and (draft := document.current_draft(segment)) is not None:
            known = place.draft is not None and place.draft.text == draft.text
            if not (known and len(segments) == 1):
                text, is_draft = draft.text, True
        shown.append(text)
    state = min((segment.state for segment in segments), key=_ORDER.index)
    text = None if all(text is None for text in shown) else _joined(shown, segments)
    same = whole and len(segments) == 1 and (text, state) == (place.target, place.state)
    retyped = not whole or is_draft or text != place.target
    is_mixed = len({segment.state for segment in segments}) > 1
    return Filling(text, state, is_draft, not same, retyped, is_mixed)


def _with_rejection(
    one: Filling, place: ImportedSegment, segments: Sequence[Segment], document: Document
) -> Filling:
    was = place.rejected or says_rejected(place.note)
    now = any(
        not segment.state.is_done and rejection_of(document, segment.id) is not None
        for segment in segments
    )
    return replace(one, rejected=now, changed=one.changed or was is not now)


def _joined(shown: Sequence[str | None], segments: Sequence[Segment]) -> str:
    parts: list[str] = []
    for text, segment in zip(shown, segments, strict=True):
        parts += [text or "", segment.trail or " "]
    return "".join(parts[:-1])


def _groups(
    found: Sequence[ImportedSegment], segments: Sequence[Segment]
) -> Iterator[tuple[Sequence[ImportedSegment], Sequence[Segment]]]:
    """Pair the places with the segments, as few of each as have the same text."""
    if len(found) == len(segments):
        yield from (([place], [segment]) for place, segment in zip(found, segments, strict=True))
        return
    start = first = there = here = at = 0
    for end, place in enumerate(found, start=1):
        there += _length(place.source)
        while at < len(segments) and here < there:
            here += _length(segments[at].source)
            at += 1
        last = end == len(found)
        if (here == there and at > first) or last:
            stop = len(segments) if last else at
            if stop > first:
                yield found[start:end], segments[first:stop]
            start, first = end, stop


def _length(text: str) -> int:
    return sum(map(len, strip_codes(text).split()))
