"""Records: what people say of a segment beside its text. Kept, undone and carried like an edit.

The value of a record is JSON in the words of its kind. A kind is a frozen dataclass in ``KINDS``
with a parser; records of kinds that only a newer program knows are kept as they came, and so
are fields of a known kind that this one does not know.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, replace
from typing import TYPE_CHECKING, Self, TypeAlias, TypeGuard

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer to a note; ``time`` in seconds since 1970."""

    author: str
    time: float
    text: str

    @classmethod
    def parse(cls, data: object) -> Self:
        """Return a reply from its JSON object; ValueError where it is none."""
        if not isinstance(data, dict):
            raise ValueError("a reply is no object")
        return cls(_text(data, "author"), _number(data, "time"), _text(data, "text"))


@dataclass(frozen=True, slots=True)
class Note:
    """A remark on a segment, with what was answered; ``resolved`` when nothing is left to do."""

    text: str
    replies: tuple[Reply, ...] = ()
    resolved: bool = False

    @classmethod
    def parse(cls, data: Mapping[str, object]) -> Self:
        """Return a note from its JSON object; ValueError where it is none."""
        replies = data.get("replies", [])
        if not isinstance(replies, list):
            raise ValueError("replies are no list")
        return cls(_text(data, "text"), tuple(map(Reply.parse, replies)), _flag(data, "resolved"))


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a second person finds of the translation, with a reason where there is one."""

    approves: bool
    reason: str = ""
    by_file: bool = False
    """Whether it is the state that the file gives the segment, and nobody's note in it."""

    @classmethod
    def parse(cls, data: Mapping[str, object]) -> Self:
        """Return a verdict from its JSON object; ValueError where it is none."""
        if "approves" not in data:
            raise ValueError("a verdict that says nothing")
        return cls(_flag(data, "approves"), _text(data, "reason", ""), _flag(data, "by_file"))


@dataclass(frozen=True, slots=True)
class Dismissal:
    """An issue that a person looked at and let stand: its code, facts and place, and why.

    ``seen`` is a hash of the texts that the person saw: it holds for no others. Where that is
    "" it holds for any, and of every place.
    """

    code: str
    facts: tuple[tuple[str, str], ...] = ()
    reason: str = ""
    seen: str = ""
    side: str = ""
    start: int = 0

    @classmethod
    def parse(cls, data: Mapping[str, object]) -> Self:
        """Return a dismissal from its JSON object; ValueError where it is none."""
        facts = data.get("facts", [])
        if not isinstance(facts, list):
            raise ValueError("facts are no list")
        said = _text(data, "code"), tuple(map(_fact, facts)), _text(data, "reason", "")
        place = _text(data, "side", ""), int(_number(data, "start", 0))
        return cls(*said, _text(data, "seen", ""), *place)


@dataclass(frozen=True, slots=True)
class Bookmark:
    """A place to come back to."""

    label: str = ""

    @classmethod
    def parse(cls, data: Mapping[str, object]) -> Self:
        """Return a bookmark from its JSON object; ValueError where it is none."""
        return cls(_text(data, "label", ""))


@dataclass(frozen=True, slots=True)
class Direction:
    """That a text ("source" or "target") runs otherwise than its language does."""

    side: str
    rtl: bool

    @classmethod
    def parse(cls, data: Mapping[str, object]) -> Self:
        """Return a direction from its JSON object; ValueError where it is none."""
        if "rtl" not in data:
            raise ValueError("a direction that says nothing")
        return cls(_text(data, "side"), _flag(data, "rtl"))


@dataclass(frozen=True, slots=True)
class Ground:
    """What the translator had written before a reviewer changed it."""

    text: str

    @classmethod
    def parse(cls, data: Mapping[str, object]) -> Self:
        """Return a ground from its JSON object; ValueError where it is none."""
        return cls(_text(data, "text"))


@dataclass(frozen=True, slots=True)
class MarkedError:
    """An error of translation that somebody marked, as MQM counts them.

    ``side`` is "source" or "target", ``text`` the words that were marked and ``start`` the place
    where they stood, in characters; ``before`` and ``after`` are some characters beside them, by
    which they are found again once the text has changed. Without words it is the whole segment
    that is meant. ``category`` and ``severity`` are ids of a typology (translation.mqm).
    """

    side: str
    start: int
    text: str
    category: str
    severity: str
    note: str = ""
    before: str = ""
    after: str = ""

    @classmethod
    def parse(cls, data: Mapping[str, object]) -> Self:
        """Return a marked error from its JSON object; ValueError where it is none."""
        side, start = _text(data, "side"), data.get("start", 0)
        if side not in ("source", "target") or not _is_place(start):
            raise ValueError("an error that stands nowhere")
        return cls(
            side,
            start,
            _text(data, "text"),
            _text(data, "category"),
            _text(data, "severity"),
            *(_text(data, name, "") for name in ("note", "before", "after")),
        )


@dataclass(frozen=True, slots=True)
class ProjectTerm:
    """A term of the project's own termbase: what a source term is called, or never is.

    Languages are BCP 47 tags; ``status`` is one of translation.model.term.TermStatus. Said of the
    document as a whole.
    """

    source: str
    target: str
    source_language: str
    target_language: str
    status: str = "preferred"
    note: str = ""

    @classmethod
    def parse(cls, data: Mapping[str, object]) -> Self:
        """Return a term from its JSON object; ValueError where it is none."""
        named = ("source", "target", "source_language", "target_language")
        source, target, of_source, of_target = (_text(data, name) for name in named)
        if not (target.strip() and of_source and of_target):
            raise ValueError("a term without words, or without a language")
        status, note = _text(data, "status", "preferred"), _text(data, "note", "")
        return cls(source, target, of_source, of_target, status, note)


Content: TypeAlias = (
    Note | Verdict | Dismissal | Bookmark | Direction | Ground | MarkedError | ProjectTerm
)
"""What a record says."""

MARKED_ERROR = "mqm"
TERM = "term"
"""The kinds of a marked error and of a term, for whoever looks through many records."""

KINDS: Mapping[str, type[Content]] = {
    "note": Note,
    "verdict": Verdict,
    "dismissal": Dismissal,
    "bookmark": Bookmark,
    "direction": Direction,
    "ground": Ground,
    MARKED_ERROR: MarkedError,
    TERM: ProjectTerm,
}
"""The kinds of records by the names under which a project keeps them."""

_NAMES = {kind: name for name, kind in KINDS.items()}


@dataclass(frozen=True, slots=True)
class Record:
    """One thing that somebody said of a segment; ``time`` in seconds since 1970."""

    id: str
    kind: str
    segment_id: str
    author: str
    time: float
    value: str
    """JSON in the words of the kind."""

    @classmethod
    def of(cls, id_: str, segment_id: str, content: Content, author: str, time: float) -> Self:
        """Return a record of what is said."""
        return cls(id_, _NAMES[type(content)], segment_id, author, time, _json(content, {}))

    @property
    def content(self) -> Content | None:
        """What is said; None where this program does not know the kind, or cannot read it."""
        kind = KINDS.get(self.kind)
        if kind is None:
            return None
        try:
            return kind.parse(_object(self.value))
        except ValueError:
            return None

    def saying(self, content: Content) -> Self:
        """Return this record with something else said in it."""
        return replace(self, value=_json(content, _object(self.value)))


class Records:
    """All records of a document, by their ids and by segment."""

    def __init__(self, records: Iterable[Record] = ()) -> None:
        self._by_id: dict[str, Record] = {}
        self._of_segments: dict[str, dict[str, None]] = {}
        for record in records:
            self.put(None, record)

    def __iter__(self) -> Iterator[Record]:
        return iter(self._by_id.values())

    def __len__(self) -> int:
        return len(self._by_id)

    def copy(self) -> Records:
        """Return the same records, for a worker to read while these change."""
        twin = Records()
        twin._by_id = dict(self._by_id)
        twin._of_segments = {id_: dict(ids) for id_, ids in self._of_segments.items() if ids}
        return twin

    def by_id(self, record_id: str) -> Record | None:
        """Return the record with this id, or None."""
        return self._by_id.get(record_id)

    def of(self, segment_id: str) -> tuple[Record, ...]:
        """Return what is said of a segment, the earliest first."""
        found = [self._by_id[id_] for id_ in self._of_segments.get(segment_id, ())]
        return tuple(sorted(found, key=lambda record: (record.time, record.id)))

    def put(self, before: Record | None, after: Record | None) -> None:
        """Put one record in the place of another; ValueError where that is not as it is here."""
        known, new = before or after, after or before
        if known is None or new is None or known.id != new.id:
            raise ValueError("one record cannot become another")
        if self._by_id.get(known.id) != before:
            raise ValueError("a record is not what it was")
        if before is not None and (after is None or after.segment_id != before.segment_id):
            del self._of_segments[before.segment_id][before.id]
        if after is None:
            del self._by_id[known.id]
        else:
            self._by_id[after.id] = after
            self._of_segments.setdefault(after.segment_id, {})[after.id] = None


def _json(content: Content, known: Mapping[str, object]) -> str:
    said = {**known, **asdict(content)}
    return json.dumps(said, ensure_ascii=False, separators=(",", ":"))


def _object(value: str) -> dict[str, object]:
    try:
        data = json.loads(value)
    except RecursionError:
        raise ValueError("a value too deep") from None
    if not isinstance(data, dict):
        raise ValueError("a value is no object")
    return data


def _text(data: Mapping[str, object], name: str, otherwise: str | None = None) -> str:
    found = data.get(name, otherwise)
    if not isinstance(found, str):
        raise ValueError(f"{name} is no text")
    return found


def _number(data: Mapping[str, object], name: str, otherwise: float | None = None) -> float:
    found = data.get(name, otherwise)
    if isinstance(found, bool) or not isinstance(found, int | float):
        raise ValueError(f"{name} is no number")
    return float(found)


def _is_place(found: object) -> TypeGuard[int]:
    return isinstance(found, int) and not isinstance(found, bool) and found >= 0


def _flag(data: Mapping[str, object], name: str) -> bool:
    found = data.get(name, False)
    if not isinstance(found, bool):
        raise ValueError(f"{name} is neither true nor false")
    return found


def _fact(data: object) -> tuple[str, str]:
    match data:
        case [str(name), str(value)]:
            return name, value
    raise ValueError("a fact is no pair of texts")
