"""What the scores say: which texts each compares, and the sacrebleu signature of each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication, QTreeWidget, QTreeWidgetItem

from ui import texts
from ui.dialogs.sheet import Sheet
from ui.panels.scores import EDIT_METRICS
from ui.plain import set_title, tip

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from app.state import SessionScores
    from translation.scoring.tally import Scores


class SignaturesDialog(Sheet):
    """A table of every score shown, to be read and copied."""

    def __init__(self, scores: SessionScores, parent: QWidget | None = None) -> None:
        super().__init__("", parent, width=680)
        set_title(self, self.tr("What the scores say"))
        self.resize(760, 460)
        for _name, explanation in EDIT_METRICS.values():
            self.add_text(QCoreApplication.translate("metrics", explanation), quiet=True)
        self.table = QTreeWidget()
        self.table.setHeaderLabels([self.tr("Score"), self.tr("Value"), self.tr("Signature")])
        self.table.setAccessibleName(self.tr("Scores and signatures"))
        self.table.setRootIsDecorated(False)
        self._lines: list[str] = []
        self.body.addWidget(self.table, 1)
        self._add(self.tr("Edits, whole document"), scores.document, edits=True)
        self._add(self.tr("Edits, this segment"), scores.segment, edits=True)
        self._add(self.tr("Drafts against the reference"), scores.draft_vs_reference)
        self._add(self.tr("Reviewed against the reference"), scores.target_vs_reference)
        if not self.table.topLevelItemCount():
            self._add_line(self.tr("No scores yet"))
        self.table.ensurePolished()  # measured before it is shown, it would keep tight rows
        self.table.expandAll()
        for column in range(2):
            self.table.resizeColumnToContents(column)
        copy = self.add_button(self.tr("Copy"))
        copy.clicked.connect(self._copy)
        self.add_close()

    def _add(self, title: str, scores: Scores | None, edits: bool = False) -> None:
        if not scores:
            return
        group = self._add_line(title)
        for metric, score in scores.items():
            name = EDIT_METRICS[metric][0] if edits else metric.value
            line = QTreeWidgetItem([name, texts.number(score.value, 2), score.signature])
            line.setToolTip(2, tip(score.signature))
            self._lines.append("\t".join((title, name, line.text(1), score.signature)))
            group.addChild(line)

    def _add_line(self, title: str) -> QTreeWidgetItem:
        line = QTreeWidgetItem([title])
        line.setFirstColumnSpanned(True)
        font = line.font(0)
        font.setWeight(QFont.Weight.DemiBold)
        line.setFont(0, font)
        line.setFlags(Qt.ItemFlag.ItemIsEnabled)
        self.table.addTopLevelItem(line)
        line.setFirstColumnSpanned(True)
        return line

    def _copy(self) -> None:
        QApplication.clipboard().setText("\n".join(self._lines))
