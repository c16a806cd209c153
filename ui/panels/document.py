"""Where one is: how much is confirmed, what is left out, how it is saved, which file this is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QGridLayout

from app.background.slices import Slices
from app.state import SaveKind
from ui import texts
from ui.marked import QT_TRANSLATE_N_NOOP
from ui.widgets.card import Card, quiet_label
from ui.widgets.elided_label import ElidedLabel
from ui.widgets.link import Link

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from app.editing.changes import Change
    from app.session import Session
    from app.state import SaveState
    from translation.model.imported import Notice
    from translation.model.segment import SourceFile
    from ui.theme import Theme

NONE = "–"
CONTEXT = "DocumentPanel"
_CONFIRMED = QT_TRANSLATE_N_NOOP(
    "DocumentPanel", "{done} of {total} segment", "{done} of {total} segments", "total"
)
_WORDS = QT_TRANSLATE_N_NOOP("DocumentPanel", "{done} of {total}", "{done} of {total}", "total")
_FURNITURE = QT_TRANSLATE_N_NOOP(
    "DocumentPanel", "page furniture ({count})", "page furniture ({count})"
)
ENCODING_GUESSED = frozenset({"encoding_guessed", "encoding_doubtful"})
"""The notices that tell of a guess; they come right after the document."""
AT_A_TIME = 100
"""Segments whose words are counted between two looks at the clock."""


class DocumentPanel(Card):
    """Facts of the document, with the ways to change those that were guessed."""

    fits = True

    def __init__(self, session: Session, theme: Theme) -> None:
        title = QCoreApplication.translate("DocumentPanel", "Document")
        super().__init__(title, theme, scrolls=True)
        self._session = session
        self._guessed = False
        self._counts = session.document.progress.counts
        self._counting = Slices(self, self._count_some)
        self._pair = Link("", self.tr("Change the languages"))
        self._pair.setObjectName("quietLink")
        self._pair.clicked.connect(lambda: self.action_wanted.emit("languages"))
        self.header.addWidget(self._pair)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(14)
        self._grid.setVerticalSpacing(5)
        self._grid.setColumnStretch(1, 1)
        self._confirmed = self._line(self.tr("Confirmed"))
        self._words = self._line(self.tr("Words"))
        self._here = ElidedLabel()
        self._here.setObjectName("fact")
        self._here.setAccessibleName(self.tr("In this file"))
        self._here_name = self._add(self.tr("In this file"), self._here)
        self._excluded = self._line(self.tr("Left out"))
        self._saved = self._line(self.tr("Saved"))
        self._file = self._line(self.tr("File"))
        self._encoding = Link("", self.tr("Read the file in another text encoding"))
        self._encoding.clicked.connect(lambda: self.action_wanted.emit("encoding"))
        line = self._grid.rowCount()
        self._encoding_name = quiet_label(self.tr("Encoding"))
        self._grid.addWidget(self._encoding_name, line, 0)
        self._grid.addWidget(self._encoding, line, 1, Qt.AlignmentFlag.AlignLeft)
        self.body.addLayout(self._grid)
        self.body.addStretch(1)
        session.editor.document_replaced.connect(self.refresh)
        session.editor.changed.connect(self._take)
        session.editor.active_changed.connect(self._show_present)
        session.autosave.changed.connect(self._show_saved)
        session.editor.document_replaced.connect(self._forget_guess)
        session.noticed.connect(self._learn)
        self.refresh()

    def _forget_guess(self) -> None:
        self._guessed = False

    def _learn(self, notice: Notice) -> None:
        if notice.code in ENCODING_GUESSED:
            self._guessed = True
            self.refresh()

    def _line(self, name: str) -> ElidedLabel:
        value = ElidedLabel()
        value.setObjectName("fact")
        value.setAccessibleName(name)
        self._add(name, value)
        return value

    def _add(self, name: str, value: QWidget) -> QWidget:
        line = self._grid.rowCount()
        label = quiet_label(name)
        self._grid.addWidget(label, line, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(value, line, 1)
        return label

    def _take(self, change: Change) -> None:
        if change.more:
            return
        is_another = self._session.document.progress.counts != self._counts
        if change.units or change.arranged or is_another:
            self.refresh()

    def _show_present(self, _segment_id: str) -> None:
        present = self._session.editor.present_file
        self._show_file(present)
        self._show_here(present)

    def _show_saved(self, _state: SaveState) -> None:
        # Nothing else: in the middle of a step over all rows, to count words takes long.
        self._saved.setText(self._saved_text())

    def refresh(self) -> None:
        """Show the document's facts as they are now."""
        progress = self._session.document.progress
        self._counts = progress.counts
        self._confirmed.setText(
            texts.translated(CONTEXT, _CONFIRMED, done=progress.done, total=progress.segments)
        )
        self._counting.go_on()
        self._excluded.setText(
            texts.translated(CONTEXT, _FURNITURE, count=progress.furniture)
            if progress.furniture
            else self.tr("nothing")
        )
        self._saved.setText(self._saved_text())
        self._show_present("")

    def _count_some(self) -> bool:
        """Count words, after a step over very many segments some at a time, and show them."""
        document = self._session.document
        files = [document.progress_of(file.id) for file in document.kept_files]
        if any(progress.count_some(AT_A_TIME) for progress in files):
            return True
        done, total = document.progress.words_done, document.progress.words
        self._words.setText(texts.translated(CONTEXT, _WORDS, done=done, total=total))
        return False

    def _show_here(self, file: SourceFile | None) -> None:
        """Show how far the present file of several is, and which of them it is."""
        document = self._session.document
        files = document.files
        self._here.setVisible(len(files) > 1)
        self._here_name.setVisible(len(files) > 1)
        if file is None or len(files) < 2:
            return
        progress = document.progress_of(file.id)
        confirmed = texts.translated(
            CONTEXT, _CONFIRMED, done=progress.done, total=progress.segments
        )
        place = self.tr("file {number} of {total}").format(
            number=texts.number(files.index(file) + 1), total=texts.number(len(files))
        )
        self._here.setText(texts.listed((confirmed, place), texts.BESIDE))

    def _show_file(self, file: SourceFile | None) -> None:
        self._pair.setVisible(file is not None)
        for part in (self._encoding_name, self._encoding):
            part.setVisible(bool(file and file.encoding))
        self._file.setText(texts.file_name(file.name) if file else NONE)
        if file:
            self._pair.setText(texts.pair_name(file.pair))
            guessed = self.tr("guessed: {name} · change…")
            sentence = guessed if self._guessed else self.tr("{name} · change…")
            self._encoding.setText(sentence.format(name=texts.encoding_name(file.encoding)))

    def _saved_text(self) -> str:
        state = self._session.autosave.state
        match state.kind:
            case SaveKind.READ_ONLY:
                if self._session.files.owner:
                    return self.tr("read-only here, may be old")
                return self.tr("read-only here")
            case SaveKind.FAILED:
                return self.tr("not now: {reason}").format(reason=texts.saving_text(state))
            case SaveKind.NOTHING:
                return NONE
        points = [one for one in self._session.files.restoring.points if not one.is_automatic]
        if not points:
            return self.tr("every edit")
        when = texts.clock_time(points[-1].time)
        return self.tr("every edit · restore point {time}").format(time=when)
