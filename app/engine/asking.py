"""Asking a model how likely translations are, of drafts that came without a score."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from app.background.posting import post
from app.marked import QT_TRANSLATE_NOOP
from app.state import Job, JobKind
from translation.model.imported import Notice
from translation.work.likelihoods_apart import LikelihoodProcess, ToScore

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.background.job_board import JobBoard
    from app.editing.editor import Editor
    from app.engine.work import EngineWork
    from app.followers.estimates import Estimates
    from translation.model.ports import Report
    from translation.system.cancel import CancelToken

ASKING = JobKind(
    "likelihoods",
    QT_TRANSLATE_NOOP("jobs", "Asking the model…"),
    QT_TRANSLATE_NOOP("jobs", "Asking the model, {done} of {total}"),
    ends_with_document=True,
)
AT_A_TIME = 64
"""Translations between two answers: a second or so of work."""


class Asking(QObject):
    """Has a model of its own process say how likely it finds each translation."""

    noticed = Signal(object)
    """Notice."""
    _said = Signal(object)

    def __init__(
        self,
        editor: Editor,
        board: JobBoard,
        engine: EngineWork,
        estimates: Estimates,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._editor = editor
        self._board = board
        self._engine = engine
        self._estimates = estimates
        self.process: Callable[[str, str], LikelihoodProcess] = LikelihoodProcess
        """What is asked, by the name of a model and of an engine."""
        self._said.connect(self._take, Qt.ConnectionType.QueuedConnection)

    def ask(self) -> None:
        """Ask about every translation of which no model has said anything yet."""
        rows = [
            ToScore(id_, source, target, (pair.source, pair.target))
            for id_, source, target, pair in self._estimates.unsaid()
        ]
        if not rows:
            self.noticed.emit(Notice("nothing_to_ask"))
            return
        document = self._editor.document
        chosen = self._engine.preferences
        model, engine = chosen.model, chosen.engine

        def work(token: CancelToken, report: Report) -> int:
            answered = 0
            process = self.process(model, engine)
            try:
                for start in range(0, len(rows), AT_A_TIME):
                    report(start, len(rows))
                    some = rows[start : start + AT_A_TIME]
                    name, scores = process.ask(some, token)
                    by_id = {one.id: one.score for one in scores}
                    said = {
                        one.id: (one.target, score)
                        for one in some
                        if (score := by_id.get(one.id)) is not None
                    }
                    answered += len(said)
                    post(self._said, (document, name, said))
            finally:
                process.close()
            return answered

        self._board.start(Job(ASKING, 0, len(rows)), work, self._tell)

    def _take(self, said: tuple[object, str, dict[str, tuple[str, float]]]) -> None:
        document, model, scores = said
        if document is self._editor.document:
            self._estimates.take_said(model, scores)

    def _tell(self, answered: int) -> None:
        code = "model_asked" if answered else "model_knows_none"
        self.noticed.emit(Notice(code, (("count", str(answered)),)))
