"""How much was changed: HBLEU, HchrF and HTER of the edits, and scores against a reference."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QWidget

from translation.scoring.metrics import OF_WORDS, MetricId
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

_BETTER = {MetricId.BLEU: "↑", MetricId.CHRF: "↑", MetricId.TER: "↓"}
"""Which way a number goes the less was edited, as tables of translation research mark it."""

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


class _EditScores(QWidget):
    """The metrics of the edits, a line each: name, number, bar, and the active segment's own."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.meters: dict[MetricId, Meter] = {}
        self._values: dict[MetricId, QLabel] = {}
        self._own: dict[MetricId, QLabel] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 2)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(2, 1)
        self._none = quiet_label()
        grid.addWidget(self._none, 0, 0, 1, 3)
        heading = quiet_label(self.tr("this segment"))
        grid.addWidget(heading, 0, 2, 1, 2, Qt.AlignmentFlag.AlignRight)
        for line, (metric, (name, explanation)) in enumerate(EDIT_METRICS.items(), start=1):
            title = quiet_label(" ".join((name, _BETTER[metric])))
            self._values[metric] = _number("scoreNumber")
            self._own[metric] = _number("fact")
            self.meters[metric] = Meter(theme)
            parts = (title, self._values[metric], self.meters[metric], self._own[metric])
            for column, part in enumerate(parts):
                set_tip(part, QCoreApplication.translate("metrics", explanation))
                grid.addWidget(part, line, column)

    def show_scores(self, scores: SessionScores) -> None:
        """Show the document's and the active segment's score of each metric."""
        is_untouched = scores.total > 0 and not scores.has_edits
        self._none.setText(self.tr("No edits yet") if is_untouched else "")
        document = scores.document if scores.has_edits else None
        segment = scores.segment if scores.has_edits else None
        for metric, (name, _explanation) in EDIT_METRICS.items():
            shown = texts.number(document[metric].value, 1) if document else NOTHING
            own = texts.number(segment[metric].value, 1) if segment else NOTHING
            self._values[metric].setText(shown)
            self._values[metric].setAccessibleName(" ".join((name, shown)))
            self._own[metric].setText(own)
            self._own[metric].setAccessibleName(
                self.tr("{metric} of this segment: {score}").format(metric=name, score=own)
            )
            self.meters[metric].set_part(document[metric].value / 100 if document else 0.0)


def _number(kind: str) -> QLabel:
    label = PlainLabel(NOTHING)
    label.setObjectName(kind)
    label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    return label


class ScoresPanel(Card):
    """Live scores of the edits; every number says what it compares.

    The first number moves nothing: its place is there before.
    """

    fits = True

    def __init__(self, keeper: ScoreKeeper, theme: Theme) -> None:
        super().__init__(QCoreApplication.translate("ScoresPanel", "Scores"), theme, scrolls=True)
        self._keeper = keeper
        self.header.addWidget(quiet_label(self.tr("draft → reviewed")))
        self._rows = _EditScores(theme)
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
        links.setContentsMargins(0, 4, 0, 0)
        links.setSpacing(14)
        links.addWidget(self._signatures)
        links.addWidget(self._load)
        links.addStretch(1)
        for part in (self._rows, self._coverage, self._reference):
            self.body.addWidget(part)
        self.body.addLayout(links)
        self.body.addStretch(1)
        self.set_theme(theme)
        keeper.changed.connect(self.refresh)
        self.refresh()

    def set_theme(self, theme: Theme) -> None:
        """Take another look."""
        super().set_theme(theme)
        self._signatures.setIcon(icons.icon("info", theme.color("accent")))
        for meter in self._rows.meters.values():
            meter.set_theme(theme)

    def refresh(self) -> None:
        """Show the scores as they are now."""
        scores = self._keeper.scores
        self._rows.show_scores(scores)
        self._coverage.setText(self._coverage_text(scores))
        set_tip(self._coverage, self._why_empty(scores) or self._coverage.text())
        self._load.setEnabled(scores.total > 0)
        self._reference.show_scores(scores)

    def _why_empty(self, scores: SessionScores) -> str:
        if not scores.total:
            return self.tr("Nothing is open.")
        if scores.has_edits:
            return ""
        if scores.covered:
            return self.tr("No edits yet. What you confirmed stands as it was drafted.")
        return self.tr("No edits yet. Scores compare each draft with the text you confirm.")

    def _coverage_text(self, scores: SessionScores) -> str:
        said = [texts.translated(CONTEXT, _COVERED, covered=scores.covered, total=scores.total)]
        if scores.untouched is not None:
            share = texts.number(100 * scores.untouched)
            said.append(self.tr("{share} % left as drafted").format(share=share))
        return texts.listed(said, texts.BESIDE)


class _ReferenceScores(QWidget):
    """BLEU, chrF and TER of drafts and of reviewed text against a loaded reference."""

    def __init__(self) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 6, 0, 2)
        self._grid.setHorizontalSpacing(10)
        self._grid.setVerticalSpacing(1)
        self._title = ElidedLabel()
        self._title.setObjectName("quiet")
        self._grid.addWidget(self._title, 0, 0, 1, 5)
        self._cells: dict[tuple[str, MetricId], QLabel] = {}
        self._labels: dict[str, QLabel] = {}
        for column, metric in enumerate(OF_WORDS, start=1):
            self._grid.addWidget(quiet_label(metric.value), 1, column)
        for line, which in enumerate(("draft", "target"), start=2):
            # The words give way in a narrow column, before the numbers do.
            self._labels[which] = ElidedLabel()
            self._labels[which].setObjectName("quiet")
            self._labels[which].setSizePolicy(
                QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed
            )
            self._grid.addWidget(self._labels[which], line, 0)
            for column, metric in enumerate(OF_WORDS, start=1):
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
            for metric in OF_WORDS:
                shown = texts.number(found[metric].value, 1) if found else NOTHING
                self._cells[which, metric].setText(shown)
