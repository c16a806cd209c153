"""What stands in the window while nothing is open: the ways to begin, and what was open last."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from ui import texts
from ui.plain import PlainButton, PlainLabel, set_tip
from ui.widgets.elided_label import ElidedLabel
from ui.widgets.page_scroll import PageScroll

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from PySide6.QtGui import QAction, QKeyEvent

    from app.settings.recent import RecentProject

WIDTH = 560
"""Pixels of the list of projects."""


class Welcome(QFrame):
    """An empty sheet that says how to fill it, by a button for each of the ``ways``.

    Below it stand the projects that were open last. Pasting makes a document of the clipboard.
    """

    project_wanted = Signal(object)
    """The Path of a project that somebody wants to open."""
    paste_wanted = Signal()

    def __init__(self, ways: Iterable[QAction]) -> None:
        super().__init__()
        self._ways: dict[QAction, PlainButton] = {}
        self.setObjectName("paper")
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setAccessibleName(self.tr("Nothing is open"))
        title = PlainLabel(self.tr("Nothing is open"))
        title.setObjectName("welcomeTitle")
        self._recent = _Recent()
        self._recent.chosen.connect(self.project_wanted)
        page = QWidget()
        layout = QVBoxLayout(page)
        layout.setSpacing(14)
        layout.addStretch(3)
        layout.addWidget(title, 0, Qt.AlignmentFlag.AlignHCenter)
        # Between stretches and not aligned: an aligned label gets no room for its wrapped lines.
        for part in (self._hint(), self._buttons(ways), self._recent):
            middle = QHBoxLayout()
            middle.addStretch(1)
            middle.addWidget(part)
            middle.addStretch(1)
            layout.addLayout(middle)
        layout.addStretch(4)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(8, 8, 8, 8)
        whole.addWidget(PageScroll(page))
        self.show_keys()

    def _hint(self) -> PlainLabel:
        hint = PlainLabel(
            self.tr(
                "Drop an article here, paste its text, or open one: text, Word, HTML, PDF,"
                " subtitles, XLIFF, TMX, tables or a Muraji project. Everything stays on this"
                " machine."
            )
        )
        hint.setObjectName("emptyState")
        hint.setWordWrap(True)
        hint.setFixedWidth(520)
        hint.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        return hint

    def _buttons(self, ways: Iterable[QAction]) -> QWidget:
        row = QWidget()
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        for action in ways:
            button = self._ways[action] = PlainButton()
            button.clicked.connect(action.trigger)
            layout.addWidget(button)
        return row

    def show_keys(self) -> None:
        """Name the keys that hold now."""
        for action, button in self._ways.items():
            name = action.text().replace("&", "")
            keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            button.setText(f"{name}   {keys}" if keys else name)
            button.setAccessibleName(name)

    def show_projects(self, projects: Sequence[RecentProject]) -> None:
        """List the projects that were open last."""
        had_keyboard = self.hasFocus() or self._recent.has_keyboard
        self._recent.show_projects(projects)
        if had_keyboard:
            self.take_focus()

    def take_focus(self) -> None:
        """Take the keyboard, at the project that was open last: Enter goes on with it."""
        first = self._recent.first
        (self if first is None else first).setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take what is pasted."""
        if event.matches(QKeySequence.StandardKey.Paste):
            self.paste_wanted.emit()
        else:
            super().keyPressEvent(event)


class _Recent(QWidget):
    """A line for each project: its name, its folder, when it was left and how far it is."""

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.first: PlainButton | None = None
        """The one that was open last."""
        self.setFixedWidth(WIDTH)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 18, 0, 0)
        self._grid.setHorizontalSpacing(18)
        self._grid.setVerticalSpacing(0)
        self._grid.setColumnStretch(0, 1)
        self.hide()

    @property
    def has_keyboard(self) -> bool:
        """Whether one of the projects has the keyboard."""
        part = QApplication.focusWidget()
        return part is not None and self.isAncestorOf(part)

    def show_projects(self, projects: Sequence[RecentProject]) -> None:
        """Show these, in place of those before."""
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.setParent(None)
                widget.deleteLater()
        self.first = None
        heading = PlainLabel(self.tr("Recent projects"))
        heading.setObjectName("cardTitle")
        self._grid.addWidget(heading, 0, 0, 1, 3)
        for line, project in enumerate(projects, start=1):
            self._add(line, project)
        self.setVisible(bool(projects))

    def _add(self, line: int, project: RecentProject) -> None:
        path = Path(project.path)
        name = PlainButton("")
        name.setObjectName("recentProject")
        name.setCursor(Qt.CursorShape.PointingHandCursor)
        called = texts.file_name(path.stem)
        end = Qt.TextElideMode.ElideMiddle
        name.setText(name.fontMetrics().elidedText(called, end, WIDTH // 2))
        name.setAccessibleName(called)
        set_tip(name, texts.file_name(project.path))
        name.clicked.connect(partial(self.chosen.emit, path))
        self.first = self.first or name
        folder = ElidedLabel(texts.file_name(str(path.parent)))
        folder.setContentsMargins(8, 0, 0, 6)
        when = PlainLabel(texts.clock_time(project.left) if project.left else "")
        far = PlainLabel(self._far(project))
        for label in (folder, when, far):
            label.setObjectName("quiet")
        far.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        name.setAccessibleDescription(texts.listed((when.text(), far.text()), texts.BESIDE))
        self._grid.addWidget(name, 2 * line, 0, Qt.AlignmentFlag.AlignLeft)
        self._grid.addWidget(when, 2 * line, 1, Qt.AlignmentFlag.AlignRight)
        self._grid.addWidget(far, 2 * line, 2)
        self._grid.addWidget(folder, 2 * line + 1, 0, 1, 3)

    def _far(self, project: RecentProject) -> str:
        if project.percent is None:
            return ""
        return self.tr("{percent} % confirmed").format(percent=texts.number(project.percent))
