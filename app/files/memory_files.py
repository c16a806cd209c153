"""Files taken into memories in a worker."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.marked import QT_TRANSLATE_NOOP
from app.state import Job, JobKind
from translation.errors import UsageError
from translation.memory import MemoryFile
from translation.model.imported import Notice
from translation.work.memories import import_into

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from app.background.job_board import JobBoard
    from app.followers.memory import MemoryTable
    from translation.memory.filling import Taken
    from translation.model.ports import Report
    from translation.system.cancel import CancelToken

IMPORT = JobKind(
    "import_memory",
    QT_TRANSLATE_NOOP("jobs", "Taking into the memory…"),
    QT_TRANSLATE_NOOP("jobs", "Taking into the memory: {done} of about {total}"),
)


class MemoryFiles(QObject):
    """Takes files into the first memory that confirmed segments go into."""

    noticed = Signal(object)
    failed = Signal(object)

    def __init__(self, memory: MemoryTable, board: JobBoard, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._memory = memory
        self._board = board

    def take_in(self, paths: Sequence[Path]) -> None:
        """Take files in, in the background; a notice tells how much was new."""
        path = next((one.path for one in self._memory.choice.used if not one.read_only), None)
        if path is None:
            self.failed.emit(UsageError("no_memory"))
            return

        def work(_token: CancelToken, report: Report) -> list[tuple[str, Taken]]:
            memory = MemoryFile.at(path)
            try:
                return [(one.name, import_into(memory, one, report=report)) for one in paths]
            finally:
                memory.close()

        self._board.start(Job(IMPORT), work, self._tell)

    def _tell(self, taken: Sequence[tuple[str, Taken]]) -> None:
        for name, one in taken:
            facts = (("file", name), ("count", str(one.added)), ("known", str(one.known)))
            self.noticed.emit(Notice("taken_into_memory", facts))
        self._memory.look_again()
