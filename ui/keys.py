"""The keys of the actions as they hold now, for the menus and for every sentence that names one.

A sentence says ``{key:confirm}`` where it names the keys of an action; ``format(key=named())``
puts them there, or the action's words where it has none.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QKeyCombination, QObject, Qt, Signal
from PySide6.QtGui import QKeySequence

from app.settings.table import KEY_PROFILE, KEYS, kept_json
from ui.action_spec import menu_title
from ui.key_profiles import IN_TEXT, PROFILES

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from app.settings.store import Settings
    from app.settings.table import AnySetting
    from ui.action_spec import ActionSpec, ActionTable

MOST = 4
"""Keys of one action that are gone by."""

RESERVED = frozenset(
    "Ctrl+C Ctrl+V Ctrl+X Ctrl+A Tab Shift+Tab Backtab Ctrl+Left Ctrl+Right".split()
)
"""What every field of the window needs for itself."""

_NEED_NOTHING = (range(Qt.Key.Key_F1, Qt.Key.Key_F35 + 1), (Qt.Key.Key_Escape,))
"""Keys that write nothing and move nothing, and so may be bound alone."""


class Keys(QObject):
    """Which keys each action of the table has: its own, a profile's, or what a person bound."""

    changed = Signal()

    def __init__(
        self, table: ActionTable[Any], settings: Settings, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._table = table
        self._settings = settings
        self._bound: dict[str, tuple[str, ...]] = {}
        self._keys: dict[str, tuple[str, ...]] = {}
        self._read()
        settings.changed.connect(self._follow)

    @property
    def table(self) -> ActionTable[Any]:
        """The actions whose keys these are."""
        return self._table

    def of(self, spec: ActionSpec[Any]) -> tuple[str, ...]:
        """Return the keys of an action as Qt's portable texts, the first one shown."""
        return self._keys[spec.id]

    def in_text(self, spec: ActionSpec[Any]) -> tuple[str, ...]:
        """Return the keys it has only while one types in a translation."""
        if spec.id in self._bound:
            return ()
        return IN_TEXT.get(self._settings.value(KEY_PROFILE), {}).get(spec.id, ())

    def all_of(self, spec: ActionSpec[Any]) -> tuple[str, ...]:
        """Return every key that does it while one types in a translation."""
        return (*self.in_text(spec), *self.of(spec))

    def to_press(self, spec: ActionSpec[Any]) -> tuple[str, ...]:
        """Return every key that does it, be it one that fields of text have by themselves."""
        return self.all_of(spec) or ((spec.held,) if spec.held else ())

    def shown(self, spec: ActionSpec[Any]) -> str:
        """Return the first of them as it is written on this system, Enter as ↵; "" for none."""
        keys = self.to_press(spec)
        return native(keys[0]).replace("Return", "↵") if keys else ""

    def usual(self, spec: ActionSpec[Any]) -> tuple[str, ...]:
        """Return the keys that an action has in the profile, whatever was bound to others."""
        return PROFILES[self._settings.value(KEY_PROFILE)].get(spec.id, spec.shortcuts)

    def owner(self, keys: str, but: ActionSpec[Any]) -> ActionSpec[Any] | None:
        """Return which other action has these keys now, None for none."""
        wanted = portable(keys)
        others = (spec for spec in self._table.actions if spec is not but)
        return next((spec for spec in others if wanted in self.of(spec)), None)

    def menu_opened_by(self, keys: str) -> str:
        """Return the title of the menu of the menu bar that keys open, "" for none."""
        titles = (menu_title(menu) for menu in self._table.menus if not menu.parent)
        for title in titles:
            mnemonic = QKeySequence.mnemonic(title)
            if not mnemonic.isEmpty() and mnemonic == QKeySequence(keys):
                return title.replace("&", "")
        return ""

    def bind(self, spec: ActionSpec[Any], keys: Sequence[str]) -> None:
        """Give an action these keys; whoever has one of them now loses it.

        Whichever of the two keys called Enter is meant, the other one does the same.
        """
        both = (one for key in map(portable, keys) for one in (key, _other_enter(key)))
        wanted = tuple(dict.fromkeys(filter(None, both)))
        bound = {
            other: tuple(one for one in theirs if one not in wanted)
            for other, theirs in self._bound.items()
        }
        bound[spec.id] = wanted
        self._settings.keep(KEYS, json.dumps(bound) if bound else "")

    def bind_as_usual(self, spec: ActionSpec[Any]) -> None:
        """Give an action the profile's keys again, without those that others were given."""
        bound = {other: keys for other, keys in self._bound.items() if other != spec.id}
        self._settings.keep(KEYS, json.dumps(bound) if bound else "")

    def _follow(self, setting: AnySetting) -> None:
        if setting in (KEY_PROFILE, KEYS):
            self._read()
            self.changed.emit()

    def _read(self) -> None:
        """Work out what holds: what was bound comes before the profile, that before the table."""
        ids = {spec.id for spec in self._table.actions}
        self._bound = {i: keys for i, keys in _read_bound(self._settings).items() if i in ids}
        profile = PROFILES[self._settings.value(KEY_PROFILE)]
        own = {spec.id: spec.shortcuts for spec in self._table.actions}
        taken: set[str] = set()
        found: dict[str, tuple[str, ...]] = {}
        for layer in (self._bound, profile, own):
            for action in (i for i in layer if i not in found):
                free = (portable(keys) for keys in layer[action])
                found[action] = tuple(keys for keys in free if keys not in taken)
                taken.update(found[action])
        self._keys = found
        named_now = {}
        for spec in self._table.actions:
            every = self.all_of(spec)
            named_now[spec.id] = (spec.plain_text, in_sentence(every[0]) if every else "")
        _named.show(named_now)


def _read_bound(settings: Settings) -> dict[str, tuple[str, ...]]:
    found = kept_json(settings.value(KEYS))
    if not isinstance(found, dict):
        return {}
    return {
        action: tuple(keys for keys in bound[:MOST] if isinstance(keys, str) and not refusal(keys))
        for action, bound in found.items()
        if isinstance(bound, list)
    }


class _Named:
    """Stands for ``key`` in sentences. Like a translation, it is one for the whole program."""

    def __init__(self) -> None:
        self._known: Mapping[str, tuple[str, str]] = {}

    def show(self, known: Mapping[str, tuple[str, str]]) -> None:
        """Go by these words and keys of actions from now on."""
        self._known = known

    def __format__(self, action: str) -> str:
        words, keys = self._known.get(action, (action, ""))
        return keys or words

    def beside(self, words: str, action: str) -> str:
        """Return words with the keys of an action behind them, alone where it has none."""
        _words, keys = self._known.get(action, ("", ""))
        return f"{words}   {keys}" if keys else words


_named = _Named()


def named() -> _Named:
    """Return what sentences are formatted with as ``key``."""
    return _named


def refusal(keys: str) -> str:
    """Return why keys cannot be bound: "none", "writes" or "reserved"; "" where they can be."""
    sequence = QKeySequence(keys)
    if sequence.count() != 1 or portable(keys) in RESERVED:
        return "none" if sequence.count() != 1 else "reserved"
    pressed: QKeyCombination = sequence[0]  # type: ignore[index]  # the stubs do not know it
    if pressed.key() == Qt.Key.Key_unknown:
        return "none"
    commands = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    alone = not pressed.keyboardModifiers() & commands
    if alone and not any(pressed.key() in some for some in _NEED_NOTHING):
        return "writes"
    return ""


def _other_enter(keys: str) -> str:
    for one, other in (("Return", "Enter"), ("Enter", "Return")):
        if keys.endswith(one):
            return keys.removesuffix(one) + other
    return ""


def portable(keys: str) -> str:
    """Return keys as Qt writes them in its portable text."""
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.PortableText)


def native(keys: str) -> str:
    """Return keys, given as Qt's portable text, as they are written on this system."""
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)


def in_sentence(keys: str) -> str:
    """Return keys as a sentence names them."""
    shown = native(keys)
    for name, word in (("Return", "Enter"), ("Up", "↑"), ("Down", "↓")):
        if shown.endswith(f"+{name}") or shown == name:
            return shown.removesuffix(name) + word
    return shown
