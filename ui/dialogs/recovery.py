"""The report of a recovery: what was read of a damaged project, and what was not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from ui import texts
from ui.dialogs.sheet import Sheet
from ui.plain import set_title

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from translation.model.imported import Notice


class RecoveryDialog(Sheet):
    """A sentence for each thing that there is to know, to be read and copied."""

    def __init__(self, notices: Sequence[Notice], parent: QWidget | None = None) -> None:
        super().__init__("", parent, width=560)
        set_title(self, self.tr("What was recovered"))
        self.sentences = [texts.notice_text(notice) for notice in notices]
        for sentence in self.sentences:
            self.add_text(texts.in_line(sentence))
        if len(self.sentences) == 1:
            self.add_text(self.tr("Nothing is known to be missing."))
        self.add_text(
            self.tr("The damaged project stays as it is, beside the recovered one."), quiet=True
        )
        self.body.addStretch(1)
        self.add_button(self.tr("Copy")).clicked.connect(self._copy)
        self.add_close()

    def _copy(self) -> None:
        QApplication.clipboard().setText("\n".join(self.sentences))
