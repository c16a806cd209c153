"""The actions of one window, made from the table: menus, toolbar buttons, shortcuts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QKeyCombination, QObject, Qt
from PySide6.QtGui import QAction, QActionGroup, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QToolButton, QWidget

from ui.actions import ACTIONS, CONTEXT, MENUS, ActionSpec
from ui.plain import set_tip

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    Resolve = Callable[[str], Callable[[], None]]


class ActionSet(QObject):
    """One QAction for each row of the table, in the window it belongs to."""

    def __init__(self, window: QWidget, resolve: Resolve) -> None:
        super().__init__(window)
        self._window = window
        self._menus: dict[str, QMenu] = {}
        self._choices: dict[str, QActionGroup] = {}
        self._actions = {spec.id: self._make(spec, resolve) for spec in ACTIONS}
        self._by_keys = {
            QKeySequence(keys).toString(): self._actions[spec.id]
            for spec in ACTIONS
            for keys in spec.shortcuts
        }

    def __getitem__(self, action_id: str) -> QAction:
        return self._actions[action_id]

    def _make(self, spec: ActionSpec, resolve: Resolve) -> QAction:
        action = QAction(action_text(spec), self._window)
        action.setObjectName(spec.id)
        action.setShortcuts([QKeySequence(keys) for keys in spec.shortcuts])
        action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        action.setCheckable(spec.checkable)
        tip = action_tip(spec)
        keys = shown_keys(spec)
        set_tip(action, f"{tip}  {keys}" if keys else tip)
        action.setStatusTip(tip)
        if spec.choice:
            group = self._choices.setdefault(spec.choice, QActionGroup(self))
            group.addAction(action)
        run = resolve(spec.handler)
        action.triggered.connect(lambda _checked=False: run())
        # A shortcut works only while its action is in a widget of the window.
        self._window.addAction(action)
        return action

    def win_over(self, editor: QWidget) -> None:
        """Let the table's keys win over an editor's own: on X11 Ctrl+E would end a line."""
        editor.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep an editor from claiming a key that an enabled action has."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            action = self._by_keys.get(_pressed(event))
            if action is not None and action.isEnabled():
                event.ignore()
                return True
        return super().eventFilter(watched, event)

    def menu(self, menu_id: str) -> QMenu:
        """Return a menu of the menu bar, once ``fill`` has built it."""
        return self._menus[menu_id]

    def enable(self, holding: Collection[str]) -> None:
        """Let only those actions be used whose condition holds."""
        for spec in ACTIONS:
            self._actions[spec.id].setEnabled(spec.enabled_when in holding)

    def fill(self, bar: QMenuBar) -> None:
        """Build the menus of the table into a menu bar."""
        menus = self._menus
        for menu in MENUS:
            if not menu.parent:
                menus[menu.id] = bar.addMenu(QCoreApplication.translate(CONTEXT, menu.text))
        for menu in MENUS:
            if menu.parent:
                title = QCoreApplication.translate(CONTEXT, menu.text)
                menus[menu.id] = menus[menu.parent].addMenu(title)
        sections: dict[str, int] = {}
        for spec in ACTIONS:
            target = menus[spec.menu]
            if sections.setdefault(spec.menu, spec.section) != spec.section:
                target.addSeparator()
                sections[spec.menu] = spec.section
            target.addAction(self._actions[spec.id])

    def toolbar_buttons(self) -> list[QToolButton]:
        """Return a button for each action that the table puts into the toolbar."""
        buttons = []
        for spec in sorted(
            (spec for spec in ACTIONS if spec.toolbar), key=lambda s: TOOLBAR_ORDER.index(s.id)
        ):
            action = self._actions[spec.id]
            text = plain_text(spec)
            if spec.toolbar == "shortcut":
                text = f"{text}  {shown_keys(spec)}"
            action.setIconText(text)
            button = QToolButton()
            button.setDefaultAction(action)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
            button.setObjectName("accentButton" if spec.toolbar == "accent" else "toolButton")
            button.setAccessibleName(plain_text(spec))
            button.setAccessibleDescription(action_tip(spec))
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            buttons.append(button)
        return buttons


def _pressed(event: QKeyEvent) -> str:
    """Return the key with its modifiers as a shortcut has them: the keypad is no modifier."""
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return QKeySequence(QKeyCombination(modifiers, Qt.Key(event.key()))).toString()


TOOLBAR_ORDER = ("open", "translate", "confirm", "export")


def action_text(spec: ActionSpec) -> str:
    """Return an action's text in the interface's language, mnemonic marked with &."""
    return QCoreApplication.translate(CONTEXT, spec.text)


def plain_text(spec: ActionSpec) -> str:
    """Return an action's text without the mark of its mnemonic."""
    return action_text(spec).replace("&", "")


def action_tip(spec: ActionSpec) -> str:
    """Return the sentence that explains an action, else its text."""
    return QCoreApplication.translate(CONTEXT, spec.tip) if spec.tip else plain_text(spec)


def shown_keys(spec: ActionSpec) -> str:
    """Return the first shortcut as it is written on this system, Enter as ↵."""
    if not spec.shortcuts:
        return ""
    native = QKeySequence(spec.shortcuts[0]).toString(QKeySequence.SequenceFormat.NativeText)
    return native.replace("Return", "↵")
