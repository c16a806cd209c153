"""The bar above the table: find, go from hit to hit, replace one or all as one step."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app.editing.changes import Cause
from app.editing.replacing import WRITABLE, Hit, NotReplaced, Replacements, Where
from ui import icons, texts
from ui.finding.find_fields import FindField, FindOptions
from ui.finding.find_marks import SIDES, FindMarks
from ui.finding.hit_list import HitList
from ui.finding.hit_model import HitModel
from ui.keys import named
from ui.marked import QT_TRANSLATE_N_NOOP
from ui.plain import PlainButton, PlainLabel, set_tip

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex
    from PySide6.QtGui import QKeyEvent

    from app.editing.changes import Change
    from app.editing.editor import Editor
    from app.followers.finder import Finder
    from ui.review.review_panel import ReviewPanel
    from ui.theme import Theme

MOST_WEIGHED = 5_000
"""Hits up to which it is said beforehand how many of them stay as they are."""

_FOUND = QT_TRANSLATE_N_NOOP("finding", "{count} hit", "{count} hits")
_MORE = QT_TRANSLATE_N_NOOP("finding", "{count} hit and more", "{count} hits and more")
_AT = QT_TRANSLATE_N_NOOP("finding", "{at} of {count} hit", "{at} of {count} hits")
_REPLACED = QT_TRANSLATE_N_NOOP("finding", "{count} replaced.", "{count} replaced.")
_STAY = QT_TRANSLATE_N_NOOP(
    "finding",
    "{count} stays: in a locked, reviewed or final segment, or around a code.",
    "{count} stay: in locked, reviewed or final segments, or around a code.",
)


class FindBar(QFrame):
    """Find and replace in the rows of a table, in those alone that its filter shows."""

    def __init__(self, finder: Finder, editor: Editor, review: ReviewPanel, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("findBar")
        self.setAccessibleName(self.tr("Find and replace"))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._finder, self._editor, self._review = finder, editor, review
        self._within: frozenset[str] | None = None
        review.marks.add(FindMarks(finder, review.visible_ids))
        self._step = 0
        """A step that somebody asked for before its hit was found."""
        self._is_brief = False
        """Whether the list is left out: somebody goes from hit to hit in the text itself."""
        self._left: Hit | None = None
        """The hit that somebody was at when the bar was put away."""
        self.words = FindField(self.tr("Find"))
        self.template = FindField(self.tr("Replace by"))
        self.options = FindOptions(self)
        self.count, self.said = PlainLabel(), PlainLabel()
        self.model = HitModel(finder, self)
        self.list = HitList(self.model, theme, self.tr("Hits"))
        self._up = self._tool("previous", self.tr("Previous hit"))
        self._down = self._tool("next", self.tr("Next hit"))
        self._close = self._tool("close", self.tr("Close"))
        self._one = PlainButton(self.tr("Replace"))
        self._all = PlainButton(self.tr("Replace all"))
        self._place()
        self._connect()
        self.set_theme(theme)
        self.show_keys()
        self.hide()

    # --- for the window ------------------------------------------------------------------

    @property
    def is_replacing(self) -> bool:
        """Whether the field of the replacement is shown."""
        return not self.template.isHidden()

    def open(self, words: str = "", *, replacing: bool = False) -> None:
        """Show the bar with words to look for, those of before where there are none."""
        self._is_brief = False
        for part in (self.template, self._one, self._all):
            part.setVisible(replacing)
        self.options.show_for(replacing=replacing)
        self.list.fit()
        self.setVisible(True)
        if words and "\n" not in words:
            self.words.setText(words)
        self.words.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.words.selectAll()
        self._narrow()

    def close_bar(self) -> None:
        """Put the bar away: nothing is looked for any more."""
        if not self.isHidden():
            self.hide()
            self._left = self._finder.current
            self._finder.look_for(None)
            self._review.focus_editor()

    def step(self, step: int) -> None:
        """Go to the next hit, or the one before."""
        if self.isHidden():
            self._look_again()
        hit = self._finder.ahead(step, self._editor.active_id)
        self._step = step if hit is None and not self._finder.is_done else 0
        if hit is not None:
            self._go(hit)

    def _look_again(self) -> None:
        """Look for what was looked for last; the keyboard stays in the text, where there is any."""
        if not self.words.text():
            self.open()
            return
        self._is_brief = True
        for part in (self.template, self._one, self._all):
            part.setVisible(False)
        self.options.show_for(replacing=False)
        self.setVisible(True)
        self._narrow()
        if self._left is not None and self._left.segment_id == self._editor.active_id:
            self._finder.make_current(self._left)

    def replace_one(self) -> None:
        """Replace the hit that one is at and go to the next one."""
        hit, search = self._finder.current, self._finder.search
        if search is None or self._finder.place < 0 or hit is None:
            self.step(+1)
            return
        new = search.new_text(hit)
        batch = search.replaced(hit)
        why = search.kept(hit)
        self._settle_fields()
        self._editor.do(batch)
        if batch is not None:
            # What was put in is not looked at again: the next hit stands behind it.
            end = hit.start + len(new)
            self._finder.make_current(Hit(hit.segment_id, Where.TARGET, end, end))
        self.step(+1)
        if why is not None:
            self._say_kept(1 if why is not NotReplaced.NOT_TRANSLATION else 0)

    def replace_all(self) -> None:
        """Replace every hit that is ticked, in one step."""
        search = self._finder.search
        if search is None or not self.is_replacing or not self._finder.is_done:
            return
        done = Replacements()
        self._settle_fields()
        self._editor.do_all(search.all_replaced(self.model.ticked(), done))
        count = done.replaced
        told = [texts.translated("finding", _REPLACED, count=count)]
        if done.kept:
            told.append(texts.translated("finding", _STAY, count=done.kept))
        if count:
            told.append(self.tr("{key:undo} takes all of it back.").format(key=named()))
        self._say(" ".join(told))

    def _take_back(self, change: Change) -> None:
        """Say no longer what was replaced once that was taken back."""
        if change.cause is Cause.UNDO:
            self.said.hide()

    def _settle_fields(self) -> None:
        for field in (self.words, self.template):
            field.settle()

    def set_theme(self, theme: Theme) -> None:
        """Take another look."""
        self.list.set_theme(theme)
        for button, name in ((self._up, "previous"), (self._down, "next"), (self._close, "close")):
            button.setIcon(icons.icon(name, theme.color("text"), theme.color("field_border")))

    def show_keys(self) -> None:
        """Name the keys that hold now."""
        beside = named().beside
        set_tip(self._down, beside(self.tr("Next hit"), "find_next"))
        set_tip(self._up, beside(self.tr("Previous hit"), "find_previous"))
        set_tip(self._close, self.tr("Close"))
        set_tip(self._one, self.tr("Replace this one and go to the next"))
        set_tip(self._all, beside(self.tr("Replace all that are ticked"), "replace_all"))

    # --- placing -------------------------------------------------------------------------

    def _tool(self, name: str, words: str) -> QToolButton:
        button = QToolButton()
        button.setObjectName("findStep")
        button.setAccessibleName(words)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    def _place(self) -> None:
        fields = QGridLayout()
        fields.setHorizontalSpacing(6)
        fields.setVerticalSpacing(6)
        fields.setColumnStretch(0, 1)
        fields.addWidget(self.words, 0, 0)
        fields.addWidget(self.template, 1, 0)
        first, second = QHBoxLayout(), QHBoxLayout()
        for row in (first, second):
            row.setSpacing(4)
        for button in self.options.buttons:
            first.addWidget(button)
        self.count.setObjectName("quiet")
        self.count.setMinimumWidth(86)
        self.count.setAlignment(Qt.AlignmentFlag.AlignCenter)
        first.addWidget(self.count)
        for button in (self._up, self._down, self._close):
            first.addWidget(button)
        second.addWidget(self._one)
        second.addWidget(self._all)
        second.addStretch(1)
        fields.addLayout(first, 0, 1)
        fields.addLayout(second, 1, 1)
        self.said.setObjectName("quiet")
        self.said.setWordWrap(True)
        self.said.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 8, 10, 8)
        layout.setSpacing(6)
        layout.addLayout(fields)
        layout.addWidget(self.said)
        layout.addWidget(self.list)
        order: list[QWidget] = [self.words, self.template, *self.options.buttons]
        order += [self._up, self._down, self._one, self._all, self.list, self._close]
        for one, other in pairwise(order):
            QWidget.setTabOrder(one, other)

    def _connect(self) -> None:
        finder = self._finder
        self.words.textChanged.connect(self._search)
        self.template.textChanged.connect(self._search)
        self.options.changed.connect(self._search)
        self.words.stepped.connect(self.step)
        self.template.stepped.connect(self._step_in_template)
        for field in (self.words, self.template):
            field.left.connect(self.close_bar)
            field.downward.connect(self.list.setFocus)
        self._up.clicked.connect(lambda: self.step(-1))
        self._down.clicked.connect(lambda: self.step(+1))
        self._close.clicked.connect(self.close_bar)
        self._one.clicked.connect(self.replace_one)
        self._all.clicked.connect(self.replace_all)
        self.list.clicked.connect(self._choose)
        self.list.activated.connect(self._choose)
        self.list.selectionModel().currentChanged.connect(self._follow_list)
        finder.began.connect(self._show)
        finder.grew.connect(self._take)
        finder.spliced.connect(self._show)
        finder.current_changed.connect(self._show)
        self.model.ticks_changed.connect(self._show)
        self._review.filter_changed.connect(self._narrow)
        self._editor.changed.connect(self._take_back)

    # --- searching -----------------------------------------------------------------------

    def _narrow(self) -> None:
        """Look only in the rows that the filter shows."""
        if not self.isHidden():
            shown = self._review.shown_ids()
            self._within = None if shown is None else frozenset(shown)
            self._search()

    def _search(self) -> None:
        if self.isHidden():
            return
        self.said.hide()
        self._step = 0
        template = self.template.text() if self.is_replacing else None
        query = self.options.query(self.words.text(), template)
        if self.is_replacing:
            query = replace(query, where=query.where & WRITABLE or WRITABLE)
        self.model.replace(self.is_replacing)
        self._finder.look_for(query if self.words.text() else None, self._within)

    def _step_in_template(self, step: int) -> None:
        if step > 0:
            self.replace_one()
        else:
            self.step(step)

    def _go(self, hit: Hit) -> None:
        self._finder.make_current(hit)
        self._review.choose(hit.segment_id, SIDES.get(hit.where), hit.start, hit.end)
        row = self._finder.place
        if row >= 0:
            index = self.model.index(row)
            self.list.setCurrentIndex(index)
            self.list.scrollTo(index)

    def _choose(self, index: QModelIndex) -> None:
        hit = self.model.hit(index.row())
        if hit is not None and hit != self._finder.current:
            self._go(hit)

    def _follow_list(self, index: QModelIndex) -> None:
        """Go along with the arrow keys in the list."""
        if self.list.hasFocus():
            self._choose(index)

    # --- saying --------------------------------------------------------------------------

    def _show(self, *_what: object) -> None:
        finder = self._finder
        count, place = len(finder.hits), finder.place
        # As high for one hit as for many: the text one reads stays where it is.
        self.list.setVisible(bool(self.words.text()) and not self._is_brief)
        for button in (self._up, self._down):
            button.setEnabled(count > 0)
        self._one.setEnabled(count > 0)
        self._all.setEnabled(count > 0 and finder.is_done)
        if not finder.query or not self.words.text():
            self.count.setText("")
        elif finder.is_cut:
            self.count.setText(texts.translated("finding", _MORE, count=count))
        elif place >= 0:
            self.count.setText(texts.translated("finding", _AT, at=place + 1, count=count))
        elif count or not finder.is_done:
            self.count.setText(texts.translated("finding", _FOUND, count=count))
        else:
            self.count.setText(self.tr("No hit"))
        if finder.trouble is not None:
            self._say(texts.error_text(finder.trouble))
        if self._step and (finder.ahead(self._step, self._editor.active_id) or finder.is_done):
            self.step(self._step)

    def _take(self) -> None:
        """Show what came, and say before anything is replaced what will stay as it is."""
        self._show()
        is_all = self._finder.is_done and self._finder.trouble is None
        is_weighed = self.model.is_replacing and self.said.isHidden()
        if is_all and is_weighed and len(self._finder.hits) <= MOST_WEIGHED:
            stay = self._kept_among(self._finder.hits)
            if stay:
                self._say_kept(stay)

    def _kept_among(self, hits: object) -> int:
        search = self._finder.search
        if search is None:
            return 0
        reasons = map(search.kept, hits)  # type: ignore[call-overload]
        return sum(why not in (None, NotReplaced.NOT_TRANSLATION) for why in reasons)

    def _say_kept(self, count: int) -> None:
        if count:
            self._say(texts.translated("finding", _STAY, count=count))

    def _say(self, words: str) -> None:
        self.said.setText(words)
        self.said.setVisible(bool(words))

    # --- keys ----------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave with Esc, and with Enter from the list to where the hit is."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_bar()
        else:
            super().keyPressEvent(event)
