"""The actions of one window, made from the table: menus, toolbar buttons, shortcuts."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QKeyCombination, QObject, Qt
from PySide6.QtGui import QAction, QActionGroup, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QLineEdit, QMenu, QMenuBar, QToolButton, QWidget

from ui.action_spec import Menu, menu_title
from ui.keys import native
from ui.plain import set_tip

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.action_spec import ActionSpec, Condition
    from ui.keys import Keys

_Standard = QKeySequence.StandardKey
_OF_FIELDS = (
    *(_Standard.Undo, _Standard.Redo, _Standard.Cut, _Standard.Copy, _Standard.Paste),
    *(_Standard.Delete, _Standard.SelectAll),
)

_SILENT: tuple[Condition, ...] = ("always", "busy")
"""Conditions of which nothing is said: Esc does much besides giving up work."""

TRANSLATION = "targetEditor"
"""The name of the field in which keys of texts hold."""

TOOLBAR_ORDER = ("open", "translate", "confirm", "export")


class ActionSet(QObject):
    """One QAction for each row of the table, in the window it belongs to.

    ``run`` is told which row a person asked for; ``refuse``, of which the keys were pressed
    while it could not be used.
    """

    def __init__(
        self,
        window: QWidget,
        keys: Keys,
        run: Callable[[ActionSpec[Any]], None],
        refuse: Callable[[ActionSpec[Any]], None] = lambda _spec: None,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._keys = keys
        self._menus: dict[str, QMenu] = {}
        self._choices: dict[str, QActionGroup] = {}
        self._by_keys: dict[str, QAction] = {}
        self._in_text: dict[str, QAction] = {}
        self._holding: frozenset[Condition] | None = None
        self._actions = {spec.id: self._make(spec, run) for spec in keys.table.actions}
        self._on_or_off = [(spec, spec.is_on) for spec in keys.table.actions if spec.is_on]
        self._refusals = {
            spec.id: _Refusal(window, partial(refuse, spec))
            for spec in keys.table.actions
            if spec.enabled_when not in _SILENT
        }
        self._take_keys()
        keys.changed.connect(self._take_keys)

    def __getitem__(self, action_id: str) -> QAction:
        return self._actions[action_id]

    def _make(self, spec: ActionSpec[Any], run: Callable[[ActionSpec[Any]], None]) -> QAction:
        # What stands behind a tab is shown where menus have keys.
        held = f"\t{native(spec.held)}" if spec.held else ""
        action = QAction(spec.marked_text + held, self._window)
        action.setObjectName(spec.id)
        action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        action.setCheckable(spec.checkable)
        action.setStatusTip(spec.explanation)
        if spec.choice:
            group = self._choices.setdefault(spec.choice, QActionGroup(self))
            group.addAction(action)
        action.triggered.connect(lambda _checked=False: run(spec))
        # A shortcut works only while its action is in a widget of the window.
        self._window.addAction(action)
        return action

    def _take_keys(self) -> None:
        """Give every action the keys that hold now, and its tip and button their names."""
        self._by_keys.clear()
        self._in_text.clear()
        for spec in self._keys.table.actions:
            action, shown = self._actions[spec.id], self._keys.shown(spec)
            sequences = [QKeySequence(keys) for keys in self._keys.of(spec)]
            action.setShortcuts(sequences)
            if spec.id in self._refusals:
                self._refusals[spec.id].setKeys(sequences)
            self._by_keys |= {keys.toString(): action for keys in sequences}
            self._in_text |= dict.fromkeys(self._keys.in_text(spec), action)
            set_tip(action, f"{spec.explanation}  {shown}" if shown else spec.explanation)
            if spec.toolbar:
                is_named = spec.toolbar == "shortcut" and shown
                action.setIconText(f"{spec.plain_text}  {shown}" if is_named else spec.plain_text)

    def win_over(self, editor: QWidget) -> None:
        """Let the table's keys win over an editor's own: on X11 Ctrl+E would end a line.

        A field of one line keeps those that undo, copy and the like in its own text.
        """
        editor.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep an editor from claiming a key that an enabled action has, and do those of texts."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            in_text = self._in_text.get(_pressed(event))
            if in_text is not None and watched.objectName() == TRANSLATION:
                in_text.trigger()
                return True
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if _writes_by_altgr(event):
                event.accept()
                return True
            action = self._by_keys.get(_pressed(event))
            kept = isinstance(watched, QLineEdit) and any(map(event.matches, _OF_FIELDS))
            speaks = action is not None and (
                action.isEnabled() or action.objectName() in self._refusals
            )
            if speaks and not kept:
                event.ignore()
                return True
        return super().eventFilter(watched, event)

    def menu(self, menu_id: str) -> QMenu:
        """Return a menu of the menu bar, once ``fill`` has built it."""
        return self._menus[menu_id]

    def enable(self, holding: frozenset[Condition]) -> None:
        """Let only those actions be used whose condition holds."""
        if holding == self._holding:
            return
        self._holding = holding
        for spec in self._keys.table.actions:
            can_be_used = spec.enabled_when in holding
            self._actions[spec.id].setEnabled(can_be_used)
            if spec.id in self._refusals:
                self._refusals[spec.id].setEnabled(not can_be_used)

    def check(self, desk: object) -> None:
        """Mark in the menus what is on."""
        for spec, told in self._on_or_off:
            is_on = told(desk)
            # Of a choice one is always on: Qt takes the mark from the others.
            if is_on or not spec.choice:
                self._actions[spec.id].setChecked(is_on)

    def fill(self, bar: QMenuBar) -> None:
        """Build the menus of the table into a menu bar."""
        menus, table = self._menus, self._keys.table
        for menu in table.menus:
            if not menu.parent:
                menus[menu.id] = bar.addMenu(menu_title(menu))
        for menu in table.menus:
            if menu.parent:
                menus[menu.id] = QMenu(menu_title(menu), menus[menu.parent])
        for menu in table.menus:
            before = None
            for section, entry in table.entries(menu):
                if before not in (None, section):
                    menus[menu.id].addSeparator()
                before = section
                if isinstance(entry, Menu):
                    menus[menu.id].addMenu(menus[entry.id])
                else:
                    menus[menu.id].addAction(self._actions[entry.id])

    def toolbar_buttons(self) -> dict[str, QToolButton]:
        """Return a button for each action that the table puts into the toolbar, by its id."""
        buttons = {}
        for spec in sorted(
            (spec for spec in self._keys.table.actions if spec.toolbar),
            key=lambda spec: TOOLBAR_ORDER.index(spec.id),
        ):
            button = QToolButton()
            button.setDefaultAction(self._actions[spec.id])
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
            button.setObjectName("accentButton" if spec.toolbar == "accent" else "toolButton")
            button.setAccessibleName(spec.plain_text)
            button.setAccessibleDescription(spec.explanation)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            buttons[spec.id] = button
        return buttons


class _Refusal(QShortcut):
    """Takes the keys of an action while it cannot be used, so that somebody says why."""

    def __init__(self, window: QWidget, refuse: Callable[[], None]) -> None:
        super().__init__(window)
        self.setAutoRepeat(False)
        self.setEnabled(False)
        self.activated.connect(refuse)


def _writes_by_altgr(event: QKeyEvent) -> bool:
    """Tell whether AltGr, which is Ctrl+Alt on Windows, writes a sign that is not the key's own.

    Whoever has bound such a key can still write by it.
    """
    altgr = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    text, own = event.text(), QKeySequence(event.key()).toString()
    is_held = event.modifiers() & altgr == altgr
    return is_held and len(own) == 1 and text.isprintable() and text.upper() not in ("", own)


def _pressed(event: QKeyEvent) -> str:
    """Return the key with its modifiers as a shortcut has them: the keypad is no modifier."""
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return QKeySequence(QKeyCombination(modifiers, Qt.Key(event.key()))).toString()
