"""Which part of a trans-unit's source belongs to which part of its target: marks, or the whole."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from translation.formats.white_space import unwrapped
from translation.formats.xliff.marks import Mark, is_mark, marks_below, read_marks
from translation.formats.xliff.names import SPACE

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from lxml import etree
    from lxml.etree import _Element

    from translation.formats.xliff.inline import InlineReader

    Children = Mapping[str, Sequence[_Element]]


class Piece(NamedTuple):
    """A segment's source and target; the target is None where the file has none."""

    source: str
    target: str | None
    marks: tuple[Mark, ...] = ()
    """The ``mrk`` of the target that hold it."""
    mid: str | None = None
    """That of the ``mrk`` of the source."""
    source_mark: Mark | None = None


def read_pieces(children: Children, reader: InlineReader) -> Sequence[Piece]:
    """Return the segments of a trans-unit with all their white space: one where none are marked."""
    marked = _marked(children, reader) if "seg-source" in children else ()
    return marked or (_whole(children, reader),)


def _whole(children: Children, reader: InlineReader) -> Piece:
    # The source first, so that codes are numbered as they stand here.
    source = reader.text(children["source"][0])
    targets = children.get("target")
    if not targets:
        return Piece(source, None)
    reader.read_target()
    target = targets[0]
    reader.shows_marks = len(target) > 1 and len(marks_below(target)) > 1  # nobody says whose
    return Piece(source, reader.text(target))


def _marked(children: Children, reader: InlineReader) -> Sequence[Piece]:
    """Pair the segments of seg-source with those of the target; none where nothing does.

    A target without marks does not say which part of it belongs to which segment.
    """
    given = children.get("target")
    target = given[0] if given and _holds_anything(given[0]) else None
    if not marks_below(children["seg-source"][0]):
        return ()
    if target is not None and not marks_below(target):
        return ()
    sources = read_marks(children["seg-source"][0], reader)
    if target is None:
        return [Piece(mark.text, None, mid=mark.mid, source_mark=mark) for mark in sources]
    reader.read_target()
    return _matched(sources, read_marks(target, reader))


def _holds_anything(target: etree._Element) -> bool:
    """Tell whether there is a text or a code in it."""
    others = (e for e in target.iterdescendants("*") if not is_mark(e))
    return next(others, None) is not None or bool("".join(map(str, target.itertext("*"))).strip())


def _matched(sources: list[Mark], targets: list[Mark]) -> list[Piece]:
    by_mid: dict[str, list[Mark]] = {}
    for mark in targets:
        by_mid.setdefault(mark.mid, []).append(mark)
    if not any(mark.mid in by_mid for mark in sources) and len(sources) == len(targets):
        pairs = zip(sources, targets, strict=True)
        return [
            Piece(source.text, target.text, (target,), source.mid, source)
            for source, target in pairs
        ]
    last = {mark.mid: at for at, mark in enumerate(sources)}
    found = [
        (source, _taken(by_mid.get(source.mid, []), last[source.mid] == at))
        for at, source in enumerate(sources)
    ]
    found[-1][1].extend(mark for marks in by_mid.values() for mark in marks)
    return [
        Piece(source.text, _joined(marks) or None, tuple(marks), source.mid, source)
        for source, marks in found
    ]


def _taken(marks: list[Mark], all_of_them: bool) -> list[Mark]:
    """Take the next of the marks with one ``mid``, or what is left for its last segment."""
    taken = marks[:] if all_of_them else marks[:1]
    del marks[: len(taken)]
    return taken


def _joined(marks: Sequence[Mark]) -> str:
    return "".join([mark.text for mark in marks])


def unwrapped_piece(piece: Piece, children: Children, keeps: bool) -> Piece:
    """Take line ends for spaces: without xml:space they are indentation."""
    source, target = piece.source, piece.target
    if "\n" in source or "\r" in source:
        holder = children["source" if piece.source_mark is None else "seg-source"][0]
        if not keeps_space(holder, keeps):
            source = unwrapped(source)
    if target and ("\n" in target or "\r" in target):
        kept = keeps_space(children["target"][0], keeps)
        target = target if kept else unwrapped(target)
    same = source is piece.source and target is piece.target
    return piece if same else piece._replace(source=source, target=target)


def keeps_space(element: etree._Element, inherited: bool) -> bool:
    """Tell whether white space is kept in an element."""
    space = element.get(SPACE)
    return space == "preserve" if space else inherited
