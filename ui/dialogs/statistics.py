"""What the project holds, counted: by state, file and person, what repeats, and today's pace."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
)
from PySide6.QtGui import QFont, QGuiApplication
from PySide6.QtWidgets import QHeaderView

from translation.model.segment import SegmentState
from translation.work.statistics import REJECTED, Amount
from ui import asking, texts
from ui.dialogs import export_name
from ui.dialogs.sheet import Sheet
from ui.marked import QT_TRANSLATE_N_NOOP, QT_TRANSLATE_NOOP
from ui.plain import set_title
from ui.widgets.fact_table import FactTable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtCore import QObject
    from PySide6.QtWidgets import QWidget

    from app.session import Session
    from app.state import Job
    from translation.work.statistics import Changed, Statistics
    from ui.theme import Theme

_Index = QModelIndex | QPersistentModelIndex
_Role = Qt.ItemDataRole
CONTEXT = "Statistics"
_COLUMNS = ("segments", "words", "characters", "target_words", "target_characters")
_HEADINGS = (
    "",
    QT_TRANSLATE_NOOP("Statistics", "Segments"),
    QT_TRANSLATE_NOOP("Statistics", "Words, source"),
    QT_TRANSLATE_NOOP("Statistics", "Characters, source"),
    QT_TRANSLATE_NOOP("Statistics", "Words, target"),
    QT_TRANSLATE_NOOP("Statistics", "Characters, target"),
)
_ALL = QT_TRANSLATE_NOOP("Statistics", "Everything")
_CONFIRMED = QT_TRANSLATE_NOOP("Statistics", "Confirmed or beyond")
_STATES = QT_TRANSLATE_NOOP("Statistics", "By state")
_REJECTED = QT_TRANSLATE_NOOP("Statistics", "rejected")
_FILES = QT_TRANSLATE_NOOP("Statistics", "By file")
_OF_FILE = QT_TRANSLATE_NOOP("Statistics", "{percent} confirmed")
_PERSONS = QT_TRANSLATE_NOOP("Statistics", "By person, whoever edited")
_NOBODY = QT_TRANSLATE_NOOP("Statistics", "without a name")
_REPEATS = QT_TRANSLATE_NOOP("Statistics", "Repeated")
_AGAIN = QT_TRANSLATE_N_NOOP(
    "Statistics",
    "said again, of {count} source",
    "said again, of {count} different sources",
)
_LEFT_OUT = QT_TRANSLATE_N_NOOP(
    "Statistics",
    "{count} segment of page furniture is left out.",
    "{count} segments of page furniture are left out.",
)
_CHANGED = QT_TRANSLATE_N_NOOP(
    "Statistics",
    "Changed from the draft, over {count} confirmed segment: {measures}; {untouched} as drafted.",
    "Changed from the draft, over {count} confirmed segments: {measures}; {untouched} as drafted.",
)
_NOT_CHANGED = QT_TRANSLATE_NOOP(
    "Statistics", "Nothing that had a draft is confirmed: how much was changed is not known yet."
)
_TODAY = QT_TRANSLATE_N_NOOP(
    "Statistics",
    "Confirmed today: {count} segment, {words} words in {time} of work.",
    "Confirmed today: {count} segments, {words} words in {time} of work.",
)
_PACE = QT_TRANSLATE_N_NOOP(
    "Statistics",
    "That is {count} segment and {words} words an hour, longer pauses left out.",
    "That is {count} segments and {words} words an hour, longer pauses left out.",
)


_INDENT = "\u2003"


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the table; without an ``amount`` it heads those that follow, or is ``beside`` one.

    What is beside a line says more of it, over the whole width.
    """

    words: str
    amount: Amount | None = None
    beside: bool = False


def lines(found: Statistics) -> Iterator[Line]:
    """Give the lines that statistics make."""
    yield Line(_said(_ALL), found.whole)
    yield Line(_said(_CONFIRMED), found.confirmed)
    yield Line(_said(_STATES))
    for state, amount in found.states.items():
        is_state = state != REJECTED
        yield Line(texts.state_name(SegmentState(state)) if is_state else _said(_REJECTED), amount)
    if len(found.files) > 1:
        yield Line(_said(_FILES))
        for one in found.files:
            whole = one.whole.segments
            share = 100 * one.confirmed.segments // whole if whole else 0
            done = texts.translated(CONTEXT, _OF_FILE, percent=texts.percent(share))
            scored = _measured(one.changed)
            yield Line(texts.file_name(one.name), one.whole)
            yield Line(texts.listed((done, scored), texts.BESIDE), beside=True)
    if found.persons:
        yield Line(_said(_PERSONS))
        for person, amount in sorted(found.persons.items(), key=lambda one: -one[1].segments):
            yield Line(texts.person_name(person) if person else _said(_NOBODY), amount)
    if found.repeats:
        yield Line(_said(_REPEATS))
        yield Line(texts.translated(CONTEXT, _AGAIN, count=found.repeats), found.repeated)


def sentences(found: Statistics) -> list[str]:
    """Return what is said above the table: how much was changed, and today's pace."""
    changed, today = found.changed, found.today
    said = [_said(_NOT_CHANGED)]
    if changed.compared and changed.untouched is not None:
        said = [
            texts.translated(
                CONTEXT,
                _CHANGED,
                count=changed.compared,
                measures=_measured(changed),
                untouched=texts.percent(100 * changed.untouched),
            )
        ]
    if today.segments:
        spent, words = time_spent(today.seconds), texts.number(today.words)
        said.append(
            texts.translated(CONTEXT, _TODAY, count=today.segments, words=words, time=spent)
        )
    segments, hourly = today.an_hour(today.segments), today.an_hour(today.words)
    if today.segments and segments is not None and hourly is not None:
        pace = round(segments)
        said.append(texts.translated(CONTEXT, _PACE, count=pace, words=texts.number(hourly)))
    if found.furniture:
        said.append(texts.translated(CONTEXT, _LEFT_OUT, count=found.furniture))
    return said


def _measured(changed: Changed) -> str:
    measures = changed.measures.items()
    return texts.listed(f"{name} {texts.number(value, 1)}" for name, value in measures)


def time_spent(seconds: float) -> str:
    """Return a stretch of time in hours and minutes."""
    minutes = max(1, round(seconds / 60))
    if minutes < 60:
        minute = QCoreApplication.translate(CONTEXT, "{minutes} min")
        return minute.format(minutes=texts.number(minutes))
    both = QCoreApplication.translate(CONTEXT, "{hours} h {minutes} min")
    hours, rest = divmod(minutes, 60)
    return both.format(hours=texts.number(hours), minutes=texts.number(rest))


def _said(words: str) -> str:
    return QCoreApplication.translate(CONTEXT, words)


class StatisticsModel(QAbstractTableModel):
    """A row for each line."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.lines: list[Line] = []

    def show(self, found: Statistics) -> None:
        """Show what was counted."""
        self.beginResetModel()
        self.lines = list(lines(found))
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        """The number of lines."""
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        """What of, and the numbers."""
        return 0 if parent.isValid() else len(_HEADINGS)

    def data(self, index: _Index, role: int = _Role.DisplayRole) -> object:
        """Return what a cell says."""
        if not index.isValid():
            return None
        line, column = self.lines[index.row()], index.column()
        match role:
            case _Role.DisplayRole if column == 0:
                return _INDENT + line.words if line.beside else line.words
            case _Role.DisplayRole if line.amount is not None:
                return texts.number(getattr(line.amount, _COLUMNS[column - 1]))
            case _Role.TextAlignmentRole:
                return _side(column)
            case _Role.FontRole if line.amount is None and not line.beside:
                font = QFont(QGuiApplication.font())
                font.setWeight(QFont.Weight.DemiBold)
                return font
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole
    ) -> object:
        """Head each column."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == _Role.TextAlignmentRole:
            return _side(section)
        if role == _Role.DisplayRole:
            return _said(_HEADINGS[section]) if _HEADINGS[section] else ""
        return None


def _side(column: int) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter


class StatisticsDialog(Sheet):
    """Has the project counted in the background and shows it; it can be written to a file."""

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__("", parent, width=760)
        set_title(self, self.tr("Statistics"))
        self.resize(900, 640)
        self._session = session
        self._found: Statistics | None = None
        self._told = self.add_text(self.tr("Counting…"))
        self.model = StatisticsModel(self)
        self.table = FactTable(self.model, theme, self.tr("Statistics"))
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.body.addWidget(self.table, 1)
        self._save = self.add_button(self.tr("Save as a file…"))
        self._save.setEnabled(False)
        self._save.clicked.connect(self._write)
        self.add_close()
        session.counting.found.connect(self._take)
        session.jobs.changed.connect(self._show_job)
        session.counting.ask(session.scores)
        self.table.setFocus()

    @property
    def said(self) -> str:
        """What stands above the table."""
        return self._told.text()

    def _show_job(self, job: Job | None) -> None:
        if self._found is None and job is not None and job.kind.id == "statistics" and job.total:
            counted = self.tr("Counting, {done} of {total} segments")
            done, total = texts.number(job.done), texts.number(job.total)
            self._told.setText(counted.format(done=done, total=total))

    def _take(self, found: Statistics) -> None:
        self._found = found
        self.model.show(found)
        for row, line in enumerate(self.model.lines):
            if line.amount is None:
                self.table.setSpan(row, 0, 1, self.model.columnCount())
        self._told.setText("\n".join(sentences(found)))
        self._save.setEnabled(True)
        if self.model.rowCount():
            self.table.selectRow(0)

    def _write(self) -> None:
        if self._found is None:
            return
        place = export_name.usual_folder(self._session) / "statistics.csv"
        filters = ";;".join(
            (self.tr("Table, for a spreadsheet (*.csv)"), self.tr("For other programs (*.json)"))
        )
        path = asking.file_to_write(self, self.tr("Save the statistics"), place, filters)
        if path is not None:
            named = path if path.suffix.lower() in (".csv", ".json") else path.with_suffix(".csv")
            self._session.counting.write(self._found, named)
