"""Own rules: a list, the chosen one as a form, and a pair of lines on which it is tried out."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QVBoxLayout,
    QWidget,
)

from translation.errors import MurajiError, UsageError
from translation.model.issue import Severity
from translation.quality.rule import LONGEST, MOST_RULES, Demand, Rule
from translation.quality.rules import checked
from translation.quality.trying import tried
from translation.work.check_files import read_rules, write_rules
from ui import asking, texts
from ui.dialogs.sheet import Sheet
from ui.plain import PlainButton, PlainLabel

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

FILES = "JSON, CSV, TSV (*.json *.csv *.tsv)"


class RulesDialog(Sheet):
    """What is typed holds at once, as soon as it makes sense."""

    changed = Signal(object)
    """All rules as they are now, a tuple."""

    def __init__(self, rules: Sequence[Rule], parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Own rules"), parent, width=760)
        self._rules = list(rules)
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Rules"))
        self.list.setFixedWidth(210)
        self.list.currentRowChanged.connect(self._show)
        self._make_fields()
        columns = QHBoxLayout()
        columns.setSpacing(18)
        columns.addLayout(self._left())
        columns.addLayout(self._form(), 1)
        self.body.addLayout(columns, 1)
        self.add_close()
        for rule in self._rules:
            self.list.addItem(rule.name)
        self.list.setCurrentRow(0 if self._rules else -1)
        self._show(self.list.currentRow())
        (self.list if self._rules else self.new).setFocus()

    # --- parts -----------------------------------------------------------------------------

    def _make_fields(self) -> None:
        self.name, self.source, self.target = QLineEdit(), QLineEdit(), QLineEdit()
        self.replacement, self.message = QLineEdit(), QLineEdit()
        self.try_source, self.try_target = QLineEdit(), QLineEdit()
        self.demand, self.severity = QComboBox(), QComboBox()
        for demand, words in (
            (Demand.FORBIDDEN, self.tr("must not have")),
            (Demand.NEEDED, self.tr("must have")),
        ):
            self.demand.addItem(words, demand)
        for severity in reversed(Severity):
            self.severity.addItem(texts.severity_name(severity), severity)
        self.is_expression = QCheckBox(self.tr("Both are regular expressions"))
        self.case = QCheckBox(self.tr("Capitals count"))
        for line in (self.name, self.source, self.target, self.replacement, self.message):
            line.setMaxLength(LONGEST)
            line.textEdited.connect(self._take)
        for box in (self.is_expression, self.case):
            box.clicked.connect(self._take)
        for combo in (self.demand, self.severity):
            combo.activated.connect(self._take)
        for line in (self.try_source, self.try_target):
            line.textEdited.connect(self._try)
        self.source.setPlaceholderText(self.tr("empty: everywhere"))
        self.target.setAccessibleName(self.tr("Words of the translation"))
        self.said = PlainLabel()
        self.said.setWordWrap(True)
        self.said.setMinimumHeight(3 * self.said.fontMetrics().lineSpacing())
        self.said.setAlignment(Qt.AlignmentFlag.AlignTop)

    def _left(self) -> QVBoxLayout:
        left = QVBoxLayout()
        left.addWidget(self.list, 1)
        self.new = self._button(self.tr("New"), self._add)
        self.take_out = self._button(self.tr("Take out"), self._take_out)
        self.bring_in = self._button(self.tr("Import…"), self._import)
        self.hand_out = self._button(self.tr("Export…"), self._export)
        for pair in ((self.new, self.take_out), (self.bring_in, self.hand_out)):
            row = QHBoxLayout()
            for button in pair:
                row.addWidget(button)
            left.addLayout(row)
        return left

    def _form(self) -> QGridLayout:
        form = QGridLayout()
        form.setHorizontalSpacing(16)
        form.setColumnStretch(1, 1)
        lines: tuple[tuple[str, QWidget], ...] = (
            (self.tr("Name"), self.name),
            (self.tr("Where the source has"), self.source),
            (self.tr("the translation"), self.demand),
            ("", self.target),
            ("", self.is_expression),
            ("", self.case),
            (self.tr("but"), self.replacement),
            (self.tr("Why"), self.message),
            (self.tr("It is"), self.severity),
            (self.tr("Try it on a source"), self.try_source),
            (self.tr("and a translation"), self.try_target),
        )
        for row, (words, field) in enumerate(lines):
            if words:
                field.setAccessibleName(words)
                form.addWidget(PlainLabel(words), row, 0)
            form.addWidget(field, row, 1)
        form.addWidget(self.said, len(lines), 0, 1, 2)
        self._fields = [field for _, field in lines]
        return form

    def _button(self, words: str, run: Callable[[], None]) -> PlainButton:
        button = PlainButton(words)
        button.setAutoDefault(False)
        button.clicked.connect(lambda: run())
        return button

    # --- showing ---------------------------------------------------------------------------

    def _show(self, at: int) -> None:
        is_any = 0 <= at < len(self._rules)
        rule = self._rules[at] if is_any else Rule("")
        for field in self._fields:
            field.setEnabled(is_any)
        self.take_out.setEnabled(is_any)
        self.hand_out.setEnabled(bool(self._rules))
        self.name.setText(rule.name)
        self.source.setText(rule.source)
        self.target.setText(rule.target)
        self.replacement.setText(rule.replacement)
        self.message.setText(rule.message)
        self.demand.setCurrentIndex(self.demand.findData(rule.demand))
        self.severity.setCurrentIndex(self.severity.findData(rule.severity))
        self.is_expression.setChecked(rule.is_expression)
        self.case.setChecked(rule.case)
        self._try()

    def _read(self) -> Rule:
        name = " ".join(self.name.text().split())
        return Rule(
            name or self.target.text().strip() or self.source.text().strip(),
            self.source.text().strip(),
            self.target.text().strip(),
            Demand(self.demand.currentData()),
            self.is_expression.isChecked(),
            self.case.isChecked(),
            self.replacement.text().strip(),
            self.message.text().strip(),
            Severity(self.severity.currentData()),
        )

    def _try(self) -> None:
        """Say what the rule finds in the two lines, or why it is none."""
        if not self.name.isEnabled():
            self.said.setText(self.tr("New makes a rule; Import… takes in a list of them."))
            return
        rule = self._read()
        if why := self._why_not(rule):
            self.said.setText(why)
            return
        found = tried(rule, self.try_source.text(), self.try_target.text())
        if found:
            said = (texts.issue_text(issue) for issue in found)
            self.said.setText("\n".join(dict.fromkeys(said)))
        elif self.try_source.text() or self.try_target.text():
            self.said.setText(self.tr("The rule finds nothing there."))
        else:
            self.said.setText("")

    def _why_not(self, rule: Rule) -> str:
        """Return why a rule cannot be used, "" where it can."""
        if not rule.source and not rule.target:
            return self.tr("A rule needs words for the source, the translation, or both.")
        at = self.list.currentRow()
        if any(rule.name == other.name for n, other in enumerate(self._rules) if n != at):
            return self.tr("Another rule has this name.")
        try:
            Rule.parse(rule.to_json())
            checked(rule)
        except UsageError as error:
            return texts.error_text(error)
        except ValueError as error:
            return str(error)
        return ""

    # --- changing --------------------------------------------------------------------------

    def _take(self) -> None:
        at = self.list.currentRow()
        rule = self._read()
        if 0 <= at < len(self._rules) and not self._why_not(rule):
            self._rules[at] = rule
            self.list.item(at).setText(rule.name)
            self._tell()
        self._try()

    def _tell(self) -> None:
        self.changed.emit(tuple(rule for rule in self._rules if rule.source or rule.target))

    def _add(self) -> None:
        if len(self._rules) < MOST_RULES:
            names = {rule.name for rule in self._rules}
            word = self.tr("Rule {number}")
            numbers = range(1, len(names) + 2)
            name = next(n for k in numbers if (n := word.format(number=k)) not in names)
            self._rules.append(Rule(name))
            self.list.addItem(name)
            self.list.setCurrentRow(len(self._rules) - 1)
            self.target.setFocus()

    def _take_out(self) -> None:
        at = self.list.currentRow()
        if 0 <= at < len(self._rules):
            del self._rules[at]
            with QSignalBlocker(self.list):
                self.list.takeItem(at)
            self._show(self.list.currentRow())
            self._tell()

    def _import(self) -> None:
        path = asking.file_to_open(self, self.tr("Import rules"), Path(), FILES)
        if path is None:
            return
        try:
            found = read_rules(path)
        except MurajiError as error:
            self.said.setText(texts.error_text(error))
            return
        known = {rule.name: rule for rule in self._rules} | {rule.name: rule for rule in found}
        self._rules = [replace(rule) for rule in known.values()][:MOST_RULES]
        with QSignalBlocker(self.list):
            self.list.clear()
            self.list.addItems([rule.name for rule in self._rules])
        self.list.setCurrentRow(len(self._rules) - len(found))
        self._show(self.list.currentRow())
        self._tell()

    def _export(self) -> None:
        path = asking.file_to_write(self, self.tr("Export rules"), Path("rules.json"), FILES)
        if path is not None:
            try:
                write_rules([rule for rule in self._rules if rule.source or rule.target], path)
            except MurajiError as error:
                self.said.setText(texts.error_text(error))
