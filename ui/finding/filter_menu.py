"""The menu of the filter field: every kind of condition with a click, and the saved lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QMenu

from translation.model.segment import SegmentState
from ui import texts
from ui.finding.saved_filters import forget_filter, saved_filters
from ui.marked import QT_TRANSLATE_NOOP
from ui.plain import unmarked
from ui.review.filter_query import UNFINISHED, quoted

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.session import Session
    from app.settings.store import Settings
    from ui.widgets.filter_field import FilterField

_MARKS = {
    "has:issue": QT_TRANSLATE_NOOP("filtering", "With &issues"),
    "has:note": QT_TRANSLATE_NOOP("filtering", "With &notes"),
    "is:changed": QT_TRANSLATE_NOOP("filtering", "&Changed"),
    "is:repeated": QT_TRANSLATE_NOOP("filtering", "Sources that are &repeated"),
    "is:rejected": QT_TRANSLATE_NOOP("filtering", "Re&jected"),
    "is:to-send-back": QT_TRANSLATE_NOOP("filtering", "To be sent &back: changed or rejected"),
    "is:bookmarked": QT_TRANSLATE_NOOP("filtering", "Boo&kmarked"),
    "is:doubtful": QT_TRANSLATE_NOOP("filtering", "Doubtful by &estimate"),
    "is:locked": QT_TRANSLATE_NOOP("filtering", "&Locked"),
    "has:draft": QT_TRANSLATE_NOOP("filtering", "With a &draft"),
    "has:code": QT_TRANSLATE_NOOP("filtering", "With inline c&odes"),
    "is:furniture": QT_TRANSLATE_NOOP("filtering", "Left o&ut of the translation"),
}
_TEXTS = {
    "source:": QT_TRANSLATE_NOOP("filtering", "In the &source …"),
    "target:": QT_TRANSLATE_NOOP("filtering", "In the &translation …"),
    "draft:": QT_TRANSLATE_NOOP("filtering", "In the &draft …"),
    "note:": QT_TRANSLATE_NOOP("filtering", "In &notes …"),
}
_ORIGINS = {
    "origin:human": QT_TRANSLATE_NOOP("filtering", "A &person"),
    "origin:mt": QT_TRANSLATE_NOOP("filtering", "&Machine translation"),
    "origin:tm": QT_TRANSLATE_NOOP("filtering", "A translation m&emory"),
}
_LENGTHS = {
    "length:<30": QT_TRANSLATE_NOOP("filtering", "&Short: less than 30 characters"),
    "length:30-150": QT_TRANSLATE_NOOP("filtering", "&Medium: 30 to 150 characters"),
    "length:>150": QT_TRANSLATE_NOOP("filtering", "&Long: more than 150 characters"),
    "length:>300": QT_TRANSLATE_NOOP("filtering", "&Very long: more than 300 characters"),
}


class FilterMenu(QMenu):
    """Puts conditions into the filter field, those that hold now ticked."""

    saving_wanted = Signal()

    def __init__(self, session: Session, settings: Settings, field: FilterField) -> None:
        super().__init__(field)
        self._session, self._settings, self._field = session, settings, field
        self.setAccessibleName(self.tr("Conditions"))
        self.aboutToShow.connect(self._fill)
        session.authors.changed.connect(self._fill_persons)
        self._persons: QMenu | None = None

    def _fill(self) -> None:
        self.clear()
        self._session.authors.ask()
        self._fill_states(self.addMenu(self.tr("&State")))
        files = self._session.document.files
        if len(files) > 1:
            menu = self.addMenu(self.tr("Fil&e"))
            for name in dict.fromkeys(file.name for file in files):
                self._add(menu, f"file:{quoted(name)}", unmarked(texts.file_name(name)))
        self._add_all(self.addMenu(self.tr("&Text")), _TEXTS)
        self._fill_issues(self.addMenu(self.tr("&Issues")))
        self._fill_origins(self.addMenu(self.tr("Comes &from")))
        self._persons = self.addMenu(self.tr("&Person"))
        self._fill_persons()
        self._add_all(self.addMenu(self.tr("&Length of the source")), _LENGTHS)
        self.addSeparator()
        self._add_all(self, {term: words for term, words in _MARKS.items() if term != "has:issue"})
        self.addSeparator()
        self._fill_saved()

    def _add(self, menu: QMenu, term: str, words: str) -> None:
        action = menu.addAction(words)
        action.setCheckable(not term.endswith(":"))
        action.setChecked(term in self._field.terms)
        action.triggered.connect(lambda _on=False: self._field.add(term))

    def _add_all(self, menu: QMenu, table: dict[str, str]) -> None:
        for term, words in table.items():
            self._add(menu, term, QCoreApplication.translate("filtering", words))

    def _fill_states(self, menu: QMenu) -> None:
        self._add(menu, f"state:{UNFINISHED}", self.tr("&Unfinished: not confirmed yet"))
        menu.addSeparator()
        for state in SegmentState:
            self._add(menu, f"state:{state.value}", texts.state_name(state))

    def _fill_issues(self, menu: QMenu) -> None:
        self._add_all(menu, {"has:issue": _MARKS["has:issue"]})
        menu.addSeparator()
        from translation.quality import CHECKS

        names = {
            check.id: QCoreApplication.translate(texts.CHECKS, check.words or check.sentence)
            for check in CHECKS
        }
        found: dict[str, int] = {}
        for kind, count in self._session.issues.kinds.items():
            found[kind.check] = found.get(kind.check, 0) + count
        for check in sorted(found, key=lambda one: -found[one]):
            if check in names:
                counted = texts.listed((names[check], texts.number(found[check])), texts.BESIDE)
                self._add(menu, f"issue:{check}", unmarked(counted))

    def _fill_origins(self, menu: QMenu) -> None:
        self._add_all(menu, _ORIGINS)
        menu.addSeparator()
        models = {draft.model for draft in self._session.document.drafts if draft.model}
        for model in sorted(models):
            if " " not in model:
                self._add(menu, f"origin:{model}", unmarked(texts.model_name(model)))

    def _fill_persons(self) -> None:
        menu = self._persons
        if menu is None:
            return
        menu.clear()
        for name in self._session.authors.everybody:
            self._add(menu, f"person:{quoted(name)}", unmarked(texts.theirs(name)))
        menu.setEnabled(bool(menu.actions()))

    # --- saved lines -----------------------------------------------------------------------

    def _fill_saved(self) -> None:
        saved = saved_filters(self._settings)
        for name, line in saved.items():
            action = self.addAction(unmarked(texts.theirs(name)))
            action.setCheckable(True)
            action.setChecked(self._field.text() == line)
            action.triggered.connect(self._recalling(line))
        save = self.addAction(self.tr("Sa&ve this filter…"))
        save.setEnabled(bool(self._field.text().strip()))
        save.triggered.connect(self.saving_wanted)
        if saved:
            forget = self.addMenu(self.tr("For&get"))
            for name in saved:
                action = forget.addAction(unmarked(texts.theirs(name)))
                action.triggered.connect(
                    lambda _on=False, name=name: forget_filter(self._settings, name)
                )

    def _recalling(self, line: str) -> Callable[[], None]:
        def recall() -> None:
            self._field.setText(line)
            self._field.setFocus()

        return recall
