"""How much was changed: HBLEU, HchrF and HTER of the edits, and scores against a reference."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from translation.scoring.metrics import MetricId
from ui import icons, texts
from ui.marked import QT_TRANSLATE_N_NOOP, QT_TRANSLATE_NOOP
from ui.plain import PlainLabel, set_tip
from ui.widgets.card import Card, quiet_label
from ui.widgets.elided_label import ElidedLabel
from ui.widgets.link import Link
from ui.widgets.meter import Meter

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLabel

    from app.followers.scores import ScoreKeeper
    from app.state import SessionScores
    from translation.scoring.metrics import Score
    from ui.theme import Theme

EDIT_METRICS: dict[MetricId, tuple[str, str]] = {
    MetricId.BLEU: (
        "HBLEU",
        QT_TRANSLATE_NOOP("metrics", "BLEU of the drafts against your text: higher is less edited"),
    ),
    MetricId.CHRF: (
        "HchrF",
        QT_TRANSLATE_NOOP("metrics", "chrF of the drafts against your text: higher is less edited"),
    ),
    MetricId.TER: (
        "HTER",
        QT_TRANSLATE_NOOP("metrics", "TER of the drafts against your text: lower is less edited"),
    ),
}
"""Each metric as it is called when the reviewed text is the reference, and what it says."""

THIS_SEGMENT: dict[MetricId, str] = {
    MetricId.BLEU: QT_TRANSLATE_NOOP("metrics", "this segment {score}"),
    MetricId.CHRF: QT_TRANSLATE_NOOP("metrics", "this segment {score}"),
    MetricId.TER: QT_TRANSLATE_NOOP("metrics", "this segment {score} · lower is less edited"),
}

UNTOUCHED = QT_TRANSLATE_NOOP("metrics", "this segment: nothing to compare")

NOTHING = "–"
CONTEXT = "ScoresPanel"
_COVERED = QT_TRANSLATE_N_NOOP(
    "ScoresPanel", "{covered} of {total} segment", "{covered} of {total} segments", "total"
)
_AGAINST = QT_TRANSLATE_N_NOOP(
    "ScoresPanel", "against {name} ({count} segment)", "against {name} ({count} segments)"
)
_DRAFTS = QT_TRANSLATE_N_NOOP("ScoresPanel", "draft ({count})", "drafts ({count})")
_REVIEWED = QT_TRANSLATE_N_NOOP("ScoresPanel", "reviewed ({count})", "reviewed ({count})")


class _EditScore(QWidget):
    """One metric of the edits: name, number, bar, and the active segment's own."""

    def __init__(self, metric: MetricId, theme: Theme) -> None:
        super().__init__()
        self._metric = metric
        self._name, explanation = EDIT_METRICS[metric]
        self._explanation = QCoreApplication.translate("metrics", explanation)
        set_tip(self, self._explanation)
        name = quiet_label(self._name)
        name.setFixedWidth(56)
        self.value = PlainLabel(NOTHING)
        self.value.setObjectName("scoreNumber")
        self.value.setFont(theme.number_font)
        self.value.setMinimumWidth(80)
        self.meter = Meter(theme)
        self.segment = quiet_label()
        self.segment.setObjectName("tiny")
        # It may be empty: what stands below must not jump.
        self.segment.setMinimumHeight(self.segment.fontMetrics().height())
        line = QHBoxLayout()
        line.setSpacing(8)
        for part in (name, self.value):
            line.addWidget(part)
        line.addWidget(self.meter, 1)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(0)
        grid.addLayout(line, 0, 0)
        grid.addWidget(self.segment, 1, 0)

    def show_scores(self, document: Score | None, segment: Score | None) -> None:
        """Show the document's and the active segment's score of this metric."""
        shown = texts.number(document.value, 1) if document else NOTHING
        self.value.setText(shown)
        self.meter.set_part(document.value / 100 if document else 0.0)
        own = texts.number(segment.value, 1) if segment else NOTHING
        sentence = THIS_SEGMENT[self._metric]
        if segment is None:
            sentence = UNTOUCHED if self._metric is MetricId.BLEU else ""
        self.segment.setText(texts.translated("metrics", sentence, score=own) if sentence else "")
        self.setAccessibleName(" ".join((self._name, shown)))


class ScoresPanel(Card):
    """Live scores of the edits; every number says what it compares."""

    def __init__(self, keeper: ScoreKeeper, theme: Theme) -> None:
        super().__init__(QCoreApplication.translate("ScoresPanel", "Scores"), theme)
        self._keeper = keeper
        self.header.addWidget(quiet_label(self.tr("draft → reviewed")))
        self._empty = PlainLabel()
        self._empty.setObjectName("emptyState")
        self._empty.setWordWrap(True)
        self._rows = {metric: _EditScore(metric, theme) for metric in EDIT_METRICS}
        self._coverage = ElidedLabel()
        self._coverage.setObjectName("quiet")
        self._reference = _ReferenceScores()
        self._signatures = Link(self.tr("signatures"), self.tr("How these numbers were computed"))
        self._signatures.clicked.connect(lambda: self.action_wanted.emit("signatures"))
        self._load = Link(
            self.tr("load a reference…"),
            self.tr("Score draft and reviewed text against an independent translation"),
        )
        self._load.clicked.connect(lambda: self.action_wanted.emit("load_reference"))
        links = QHBoxLayout()
        links.setSpacing(12)
        links.addWidget(self._signatures)
        links.addWidget(self._load)
        links.addStretch(1)
        self.body.addWidget(self._empty)
        for row in self._rows.values():
            self.body.addWidget(row)
        self.body.addWidget(self._coverage)
        self.body.addWidget(self._reference)
        self.body.addLayout(links)
        self.body.addStretch(1)
        self.set_theme(theme)
        keeper.changed.connect(self.refresh)
        self.refresh()

    def set_theme(self, theme: Theme) -> None:
        """Take another look."""
        super().set_theme(theme)
        self._signatures.setIcon(icons.icon("info", theme.color("accent")))
        for row in self._rows.values():
            row.meter.set_theme(theme)

    def refresh(self) -> None:
        """Show the scores as they are now."""
        scores = self._keeper.scores
        document = scores.document if scores.has_edits else None
        self._empty.setVisible(document is None)
        self._empty.setText(self._why_empty(scores))
        for metric, row in self._rows.items():
            row.setVisible(document is not None)
            row.show_scores(
                document[metric] if document else None,
                scores.segment[metric] if scores.segment else None,
            )
        self._coverage.setVisible(scores.document is not None)
        self._coverage.setText(self._coverage_text(scores))
        self._load.setEnabled(scores.total > 0)
        self._reference.show_scores(scores)

    def _why_empty(self, scores: SessionScores) -> str:
        if not scores.total:
            return self.tr("Nothing is open.")
        if scores.covered:
            return self.tr("No edits yet. What you confirmed stands as it was drafted.")
        return self.tr("No edits yet. Scores compare each draft with the text you confirm.")

    def _coverage_text(self, scores: SessionScores) -> str:
        covered = texts.translated(CONTEXT, _COVERED, covered=scores.covered, total=scores.total)
        if scores.untouched is None:
            return covered
        untouched = self.tr("{share} % left as drafted").format(
            share=texts.number(100 * scores.untouched)
        )
        return texts.listed((covered, untouched), texts.BESIDE)


class _ReferenceScores(QWidget):
    """BLEU, chrF and TER of drafts and of reviewed text against a loaded reference."""

    def __init__(self) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 6, 0, 2)
        self._grid.setHorizontalSpacing(14)
        self._grid.setVerticalSpacing(1)
        self._title = ElidedLabel()
        self._title.setObjectName("quiet")
        self._grid.addWidget(self._title, 0, 0, 1, 5)
        self._cells: dict[tuple[str, MetricId], QLabel] = {}
        self._labels: dict[str, QLabel] = {}
        for column, metric in enumerate(MetricId, start=1):
            self._grid.addWidget(quiet_label(metric.value), 1, column)
        for line, which in enumerate(("draft", "target"), start=2):
            self._labels[which] = quiet_label()
            self._grid.addWidget(self._labels[which], line, 0)
            for column, metric in enumerate(MetricId, start=1):
                cell = self._cells[which, metric] = PlainLabel(NOTHING)
                self._grid.addWidget(cell, line, column)
        self._grid.setColumnStretch(4, 1)

    def show_scores(self, scores: SessionScores) -> None:
        """Show what a loaded reference says; hidden without one."""
        self.setVisible(scores.with_reference > 0)
        self._title.setText(
            texts.translated(
                CONTEXT,
                _AGAINST,
                name=texts.file_name(scores.reference_name) or self.tr("the reference"),
                count=scores.with_reference,
            )
        )
        self._labels["draft"].setText(
            texts.translated(CONTEXT, _DRAFTS, count=scores.drafts_compared)
        )
        self._labels["target"].setText(
            texts.translated(CONTEXT, _REVIEWED, count=scores.targets_compared)
        )
        for which, found in (
            ("draft", scores.draft_vs_reference),
            ("target", scores.target_vs_reference),
        ):
            for metric in MetricId:
                shown = texts.number(found[metric].value, 1) if found else NOTHING
                self._cells[which, metric].setText(shown)
