"""Edit batches as JSON in the journal, and the merging of batches of typing.

A Put is written as its value before (fields at their default left out) and the fields that
changed: ``{"put": "segment", "before": {...}, "after": {"target": "..."}}``; an Insert or
Remove as ``{"insert": row, "segment": {...}}``; a Say as the record before and after it, either
null: ``{"say": [null, {...}]}``; an Arrange as both orders: ``{"arrange": [[...], [...]]}``.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from translation.model.edits import Arrange, EditBatch, Insert, Put, Remove, Say
from translation.model.segment import Segment, SourceFile
from translation.store import values

if TYPE_CHECKING:
    from collections.abc import Callable

    from translation.model.edits import Edit

_NAMES = {kind: name for name, kind in values.NAMES.items()}


def batch_json(batch: EditBatch) -> str:
    """Return a batch's edits and caret as JSON; label, author and time have their columns."""
    data: dict[str, object] = {"edits": [_edit_json(edit) for edit in batch.edits]}
    if batch.segment_id:
        data["segment"] = batch.segment_id
    if batch.caret_before is not None or batch.caret_after is not None:
        data["caret"] = [batch.caret_before, batch.caret_after]
    return values.dumps(data)


def _edit_json(edit: Edit) -> dict[str, object]:
    match edit:
        case Insert(row, segment):
            return {"insert": row, "segment": values.to_json(segment)}
        case Remove(row, segment):
            return {"remove": row, "segment": values.to_json(segment)}
        case Say(was, now):
            return {"say": [values.record_json(was), values.record_json(now)]}
        case Arrange(was, now):
            return {"arrange": [list(was), list(now)]}
        case Put(SourceFile(original=before), SourceFile(original=after)) if before != after:
            raise ValueError("the original bytes of a file never change")
        case Put(before, after):
            return {
                "put": _NAMES[type(before)],
                "before": values.to_json(before),
                "after": values.changes_json(before, after),  # type: ignore[type-var]
            }


def parse_batch(
    label: str, author: str, time: float, data: object, original: Callable[[str], bytes]
) -> EditBatch:
    """Return the batch that ``batch_json`` wrote; BadValueError where it is no batch.

    ``original`` gives the original bytes of a file by its id.
    """
    found = values.mapping(data)
    edits = tuple(_edit(item, original) for item in values.sequence(found.get("edits")))
    carets = values.sequence(found.get("caret", [None, None]))
    if len(carets) != 2:
        raise values.BadValueError("a caret is incomplete")
    before, after = (values.optional(values.integer)(caret) for caret in carets)
    segment = values.text(found.get("segment", ""))
    return EditBatch(label, edits, author, time, segment, before, after)


def _edit(data: object, original: Callable[[str], bytes]) -> Edit:
    item = values.mapping(data)
    if "put" in item:
        return _put(item, original)
    if "say" in item:
        return _say(values.sequence(item["say"]))
    if "arrange" in item:
        return _arrange(values.sequence(item["arrange"]))
    segment = _whole(Segment, values.parse_fields(Segment, item.get("segment")))
    if "insert" in item:
        return Insert(values.integer(item["insert"]), segment)
    return Remove(values.integer(item.get("remove")), segment)


def _say(both: list[object]) -> Say:
    if len(both) != 2:
        raise values.BadValueError("a record lacks what it was or is")
    before, after = map(values.optional(values.record), both)
    if before is None and after is None:
        raise values.BadValueError("an edit of no record")
    return Say(before, after)


def _arrange(both: list[object]) -> Arrange:
    if len(both) != 2:
        raise values.BadValueError("an order lacks what it was or is")
    before, after = (tuple(map(values.text, values.sequence(order))) for order in both)
    return Arrange(before, after)


def _put(item: dict[str, object], original: Callable[[str], bytes]) -> Put:
    kind = values.NAMES.get(values.text(item["put"]))
    if kind is None:
        raise values.BadValueError("an edit of no known kind")
    known = values.parse_fields(kind, item.get("before"))
    if kind is SourceFile:
        known["original"] = original(values.text(known.get("id")))
    before = _whole(kind, known)
    changed = values.parse_fields(kind, item.get("after"))
    if changed.get("id", before.id) != before.id:
        raise values.BadValueError("an edit changes an id")
    return Put(before, replace(before, **changed))


def _whole(kind: type[Any], known: dict[str, Any]) -> Any:
    try:
        return kind(**known)
    except TypeError:
        raise values.BadValueError("a value lacks a field") from None


def merge(first: EditBatch, second: EditBatch) -> EditBatch | None:
    """Return one batch that does what both do, for typing in one segment; else None."""
    match first.edits, second.edits:
        case (Put(Segment() as before, Segment() as middle),), (Put(Segment() as meets, after),):
            if first.label == second.label and middle == meets:
                return replace(second, edits=(Put(before, after),), caret_before=first.caret_before)
    return None


def merge_all(batches: list[EditBatch]) -> list[EditBatch]:
    """Return the batches with neighbours merged wherever ``merge`` can."""
    merged: list[EditBatch] = []
    for batch in batches:
        both = merge(merged[-1], batch) if merged else None
        if both is None:
            merged.append(batch)
        else:
            merged[-1] = both
    return merged
