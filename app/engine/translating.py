"""One translation job at a time: what to ask the engine, and drafts from its answers."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import count
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.marked import QT_TRANSLATE_NOOP
from app.state import EngineState, Job, JobKind
from translation.engines.events import Batch, Failed, Finished, Restarted
from translation.errors import ModelError
from translation.model.imported import Notice
from translation.work.drafting import (
    drafts_from,
    files_left_out,
    lacks_draft,
    left_out_notice,
    requests_for,
    target_notices,
    wrong_pair,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.background.job_board import JobBoard
    from app.engine.link import EngineLink
    from translation.engines.events import Event
    from translation.errors import MurajiError
    from translation.model.document import Document
    from translation.model.ports import DecodingOptions, ModelInfo
    from translation.model.segment import Segment

TRANSLATE = JobKind(
    "translate",
    QT_TRANSLATE_NOOP("jobs", "Translating…"),
    QT_TRANSLATE_NOOP("jobs", "Translating {done} of {total}"),
    ends_with_document=True,
)


@dataclass(slots=True)
class _Running:
    number: int
    sources: dict[str, str]
    """The text asked of each segment: it may be split before the answer comes."""
    options: DecodingOptions
    total: int
    is_sent: bool = False


class Translating(QObject):
    """Asks the engine for drafts. What was cancelled is never heard of again."""

    arrived = Signal(list)
    """Drafts, to be put beside the document."""
    failed = Signal(object)
    noticed = Signal(object)

    def __init__(self, engine: EngineLink, board: JobBoard, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._engine = engine
        self._board = board
        self._numbers = count(1)
        self._running: _Running | None = None
        self._document: Document | None = None
        engine.changed.connect(self._engine_changed)
        engine.told.connect(self._hear)

    def begin(
        self, document: Document, segments: Sequence[Segment], options: DecodingOptions
    ) -> None:
        """Ask for drafts of these segments, in this order, before what is still unanswered."""
        sources = {segment.id: segment.source for segment in segments}
        if self._running:
            for segment_id, source in self._running.sources.items():
                sources.setdefault(segment_id, source)
            self.cancel()
        if not sources:
            self.noticed.emit(Notice("nothing_to_translate"))
            return
        self._document = document
        self._running = _Running(next(self._numbers), sources, options, len(sources))
        self._board.begin(Job(TRANSLATE, 0, len(sources)), self._give_up)
        self._send()

    def cancel(self) -> None:
        """Give the job up, if there is one."""
        self._board.cancel(TRANSLATE)

    def _give_up(self) -> None:
        if self._running:
            self._engine.cancel(self._running.number)
            self._running = None

    def _send(self) -> None:
        """Send the job once the model is there and fits the languages."""
        running, status = self._running, self._engine.status
        if running is None or running.is_sent or status.state is not EngineState.READY:
            return
        assert status.info is not None
        assert self._document is not None
        here = [s for id_ in running.sources if (s := _segment(self._document, id_))]
        try:
            fitting = self._fitting(here, self._document, status.info)
        except ModelError as error:
            self._fail(error)
            return
        running.is_sent = True
        running.sources = {segment.id: running.sources[segment.id] for segment in fitting}
        running.total = len(fitting)
        self._board.report(TRANSLATE, 0, running.total)
        files = {file.id: file for file in map(self._document.file_of, fitting)}
        for notice in target_notices(files.values(), status.info):
            self.noticed.emit(notice)
        requests = requests_for(fitting, self._document, status.info)
        self._engine.translate(running.number, requests, running.options)

    def _fitting(
        self, segments: list[Segment], document: Document, info: ModelInfo
    ) -> list[Segment]:
        """Return the segments in languages the model speaks, and say which files are left out.

        Raises ModelError where that leaves nothing.
        """
        others = {file.id: file for file in files_left_out(document, info)}
        if not others:
            return segments
        files = {s.id: document.file_of(s).id for s in segments}
        fitting = [s for s in segments if files[s.id] not in others]
        met = [file for id_, file in others.items() if id_ in files.values()]
        if met and not fitting:
            raise wrong_pair(met[0], info)
        for file in met:
            self.noticed.emit(left_out_notice(file, info))
        return fitting

    def _engine_changed(self) -> None:
        status = self._engine.status
        if status.error and self._running:
            self._fail(status.error)
        self._send()

    def _hear(self, event: Event) -> None:
        if isinstance(event, Restarted):
            if self._running:
                self.noticed.emit(Notice("engine_hung" if event.hung else "engine_restarted"))
            return
        running = self._running
        if running is None or getattr(event, "job", None) != running.number:
            return
        if isinstance(event, Batch):
            self._take(event, running)
        elif isinstance(event, Finished):
            self._running = None
            self._board.end(TRANSLATE)
        elif isinstance(event, Failed):
            self._fail(event.error)

    def _take(self, batch: Batch, running: _Running) -> None:
        info, document = self._engine.status.info, self._document
        assert info is not None
        assert document is not None
        drafts = drafts_from(
            batch.results, running.sources, info, running.options, document.drafts.next_id
        )
        for draft in drafts:
            del running.sources[draft.segment_id]
        self._board.report(TRANSLATE, running.total - len(running.sources), running.total)
        self.arrived.emit(drafts)

    def _fail(self, error: MurajiError) -> None:
        self.cancel()
        self.failed.emit(error)


def to_draft(document: Document, ids: Sequence[str] | None, first: Sequence[str]) -> list[Segment]:
    """Return what to translate, those of ``first`` before the others, furniture never.

    Without ``ids`` that is what has neither a target nor a current draft.
    """
    if ids is None:
        wanted = [s for s in document.segments if lacks_draft(document, s)]
    else:
        wanted = [s for s in map(document.segment, ids) if not document.is_furniture(s)]
    if not first:
        return wanted
    order = {segment_id: place for place, segment_id in enumerate(first)}
    return sorted(wanted, key=lambda segment: order.get(segment.id, len(order)))


def _segment(document: Document, segment_id: str) -> Segment | None:
    return document.segment(segment_id) if segment_id in document else None
