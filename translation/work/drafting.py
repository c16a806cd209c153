"""From segments to what an engine is asked, and from its answers to drafts."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from translation.engines.languages import covers, pick_code
from translation.engines.pieces import Request
from translation.errors import ModelError
from translation.model.draft import Draft
from translation.model.imported import Notice
from translation.model.segment import source_hash

if TYPE_CHECKING:
    from collections.abc import Iterable

    from translation.engines.pieces import Result
    from translation.model.document import Document
    from translation.model.language import LanguagePair
    from translation.model.ports import DecodingOptions, ModelInfo
    from translation.model.segment import Segment, SourceFile


_MOST_NAMED = 12
"""Languages that are named where a model writes several."""


def wants_draft(document: Document, segment: Segment) -> bool:
    """Tell whether translating everything includes this segment.

    Furniture, locked segments and those with a person's target are left alone.
    """
    return segment.target is None and not segment.locked and not document.is_furniture(segment)


def lacks_draft(document: Document, segment: Segment) -> bool:
    """Tell whether the segment wants a draft and has none of its present source."""
    return wants_draft(document, segment) and document.drafts.current(segment) is None


def files_left_out(document: Document, info: ModelInfo) -> list[SourceFile]:
    """Return the files in languages that the model does not speak.

    Raises ModelError "wrong_pair" where it speaks those of none. A model that does not say
    what it speaks is believed to fit.
    """
    if not (info.source_language and info.target_language):
        return []
    others = [file for file in document.files if not speaks(info, file.pair)]
    if others and len(others) == len(document.files):
        raise wrong_pair(others[0], info)
    return others


def speaks(info: ModelInfo, pair: LanguagePair) -> bool:
    """Tell whether the model reads and writes these languages, by itself or as one of several."""
    if info.target_codes:
        return covers(info.source_language, pair.source) and (
            pick_code(info.target_codes, pair.target) is not None
        )
    return covers(info.source_language, pair.source) and covers(info.target_language, pair.target)


def target_notices(files: Iterable[SourceFile], info: ModelInfo) -> list[Notice]:
    """Return the notices of which of a model's several languages each file's target is."""
    targets = dict.fromkeys(file.pair.target for file in files) if info.target_codes else ()
    picked = ((target, pick_code(info.target_codes, target)) for target in targets)
    return [
        Notice("target_code", (("model", info.name), ("language", target), ("code", f">>{code}<<")))
        for target, code in picked
        if code
    ]


def wrong_pair(file: SourceFile, info: ModelInfo) -> ModelError:
    """Return the error that says which languages the model speaks and which the file is in."""
    target = ", ".join(info.target_codes[:_MOST_NAMED]) or info.target_language
    more = ", …" if len(info.target_codes) > _MOST_NAMED else ""
    have = f"{info.source_language} → {target}{more}"
    return ModelError("wrong_pair", model=info.name, have=have, want=_languages(file))


def left_out_notice(file: SourceFile, info: ModelInfo) -> Notice:
    """Return the notice that a file is left out because of its languages."""
    facts = (("file", file.name), ("languages", _languages(file)), ("model", info.name))
    return Notice("other_languages", facts)


def _languages(file: SourceFile) -> str:
    return f"{file.pair.source} → {file.pair.target}"


def requests_for(
    segments: Iterable[Segment], document: Document | None = None, info: ModelInfo | None = None
) -> list[Request]:
    """Return what to ask an engine for these segments, in their order.

    A model that writes several languages is asked for that of each segment's file.
    """
    if document is None or info is None or not info.target_codes:
        return [Request(segment.id, segment.source) for segment in segments]
    return [
        Request(segment.id, segment.source, document.pair_of(segment).target)
        for segment in segments
    ]


def drafts_from(
    results: Iterable[Result],
    sources: dict[str, str],
    info: ModelInfo,
    options: DecodingOptions,
    first_id: int,
) -> list[Draft]:
    """Make drafts of results. ``sources`` are the texts that were asked, by segment id."""
    said = {name: value for name, value in asdict(options).items() if value != ""}
    parameters = json.dumps(said, sort_keys=True)
    created = datetime.now(UTC).isoformat(timespec="seconds")
    return [
        Draft(
            first_id + number,
            result.id,
            source_hash(sources[result.id]),
            result.text,
            info.engine,
            info.name,
            info.revision,
            parameters,
            result.score,
            tuple(result.marks),
            created,
        )
        for number, result in enumerate(results)
    ]
