"""Issues by segment and by kind: counted as they come and go, so that no list is read for it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeVar

from translation.quality.dismissals import divide

if TYPE_CHECKING:
    from collections.abc import Iterator

    from translation.model.document import Document
    from translation.model.issue import Issue, Severity
    from translation.quality.dismissals import Dismissed

T = TypeVar("T")


class Kind(NamedTuple):
    """Issues that are counted together: of one check, and as grave as one another."""

    check: str
    severity: Severity


class IssueBook:
    """What the checks found in a document; what a person dismissed is set apart."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._found: dict[str, tuple[Issue, ...]] = {}
        """All that was found, of segments of which some is dismissed."""
        self._open: dict[str, tuple[Issue, ...]] = {}
        self._dismissed: dict[str, tuple[Dismissed, ...]] = {}
        self._having: dict[Kind, dict[str, int]] = {}
        """How many open issues of a kind each segment has that has any."""
        self.counts: dict[Kind, int] = {}
        """How many issues of each kind are open; of none, it is not there."""
        self.count = 0

    def of(self, segment_id: str) -> tuple[Issue, ...]:
        """Return the open issues of a segment."""
        return self._open.get(segment_id, ())

    def dismissed_of(self, segment_id: str) -> tuple[Dismissed, ...]:
        """Return what is dismissed of a segment."""
        return self._dismissed.get(segment_id, ())

    @property
    def segments(self) -> frozenset[str]:
        """The segments that have open issues."""
        return frozenset(self._open)

    def dismissed(self) -> list[Dismissed]:
        """Return all that is dismissed, in document order."""
        rows = sorted(self._dismissed, key=self._document.row)
        return [one for id_ in rows for one in self._dismissed[id_]]

    def of_kind(self, kind: Kind, most: int) -> list[Issue]:
        """Return the first open issues of a kind in document order."""
        having = self._having.get(kind, {})
        found: list[Issue] = []
        for id_ in self._in_order(having, most):
            found += [one for one in self._open[id_] if (one.check, one.severity) == kind]
            if len(found) >= most:
                break
        return found[:most]

    def put(self, segment_id: str, issues: tuple[Issue, ...]) -> bool:
        """Take what was found in a segment; return whether it is something else than before."""
        before = self._found.get(segment_id) or self._open.get(segment_id, ())
        if not issues and not before:
            return False
        open_, dismissed = self._divided(segment_id, issues)
        was = self.of(segment_id), self.dismissed_of(segment_id)
        if was == (open_, dismissed):
            return False
        self._count(segment_id, was[0], -1)
        self._count(segment_id, open_, +1)
        _keep(self._open, segment_id, open_)
        _keep(self._dismissed, segment_id, dismissed)
        _keep(self._found, segment_id, issues if dismissed else ())
        return True

    def divide_anew(self, segment_id: str) -> bool:
        """Look again at what is dismissed of a segment; return whether that is something else."""
        found = self._found.get(segment_id) or self._open.get(segment_id, ())
        return self.put(segment_id, found)

    def remove(self, segment_id: str) -> bool:
        """Forget a segment; return whether there was anything."""
        was = self.of(segment_id)
        had = bool(was or self.dismissed_of(segment_id))
        self._count(segment_id, was, -1)
        self._open.pop(segment_id, None)
        self._dismissed.pop(segment_id, None)
        self._found.pop(segment_id, None)
        return had

    def _divided(
        self, segment_id: str, issues: tuple[Issue, ...]
    ) -> tuple[tuple[Issue, ...], tuple[Dismissed, ...]]:
        said = self._document.records.of(segment_id)
        if not said or not issues or segment_id not in self._document:
            return issues, ()
        segment = self._document.segment(segment_id)
        return divide(issues, said, segment.source, self._document.shown_target(segment))

    def _count(self, segment_id: str, issues: tuple[Issue, ...], sign: int) -> None:
        self.count += sign * len(issues)
        for issue in issues:
            kind = Kind(issue.check, issue.severity)
            left = self.counts[kind] = self.counts.get(kind, 0) + sign
            having = self._having.setdefault(kind, {})
            here = having[segment_id] = having.get(segment_id, 0) + sign
            if not here:
                del having[segment_id]
            if not left:
                del self.counts[kind], self._having[kind]

    def _in_order(self, having: dict[str, int], most: int) -> Iterator[str]:
        """Give segments in document order: few are sorted, of many the document is gone through."""
        if len(having) <= 4 * most:
            return iter(sorted(having, key=self._document.row))
        return (s.id for s in self._document.segments if s.id in having)


def _keep(kept: dict[str, tuple[T, ...]], segment_id: str, values: tuple[T, ...]) -> None:
    if values:
        kept[segment_id] = values
    else:
        kept.pop(segment_id, None)
