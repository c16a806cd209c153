"""What an action and a menu are, as the table of actions writes them down."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, Literal, TypeAlias, TypeVar

from PySide6.QtCore import QCoreApplication

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

D = TypeVar("D")
"""What a handler works with: ui.commands.desk.Desk."""

CONTEXT = "actions"
"""The translation context of the words of actions and menus."""

Condition: TypeAlias = Literal[
    "always",
    "document",
    "editable",
    "segment",
    "editable_segment",
    "undo",
    "redo",
    "busy",
    "fixable",
    "issue",
    "doubts",
]
"""What an action can depend on; ui.situation says which of them hold."""


@dataclass(frozen=True, slots=True)
class Menu:
    """A menu of the menu bar, or of another menu where ``parent`` names one.

    There it stands behind the action that ``after`` names, else at the end of its ``section``.
    """

    id: str
    text: str
    parent: str = ""
    after: str = ""
    section: int = 0


@dataclass(frozen=True, slots=True)
class ActionSpec(Generic[D]):
    """One thing a person can do.

    ``handler`` does it; ``shortcuts`` are the usual keys, Qt's portable texts, the first one
    shown (ui.keys says which hold for this person); ``enabled_when`` is what must hold; a line
    is drawn where ``section`` changes inside a menu; ``is_on`` is for what is
    on or off, marked in its menu, and tells which; ``choice`` puts such actions into a group of
    which one is on; ``held`` are keys that fields of text have by themselves: they are
    shown beside the action and cannot be bound.
    """

    id: str
    text: str
    menu: str
    handler: Callable[[D], None]
    shortcuts: tuple[str, ...] = ()
    enabled_when: Condition = "always"
    section: int = 0
    toolbar: str = ""
    tip: str = ""
    is_on: Callable[[D], bool] | None = None
    choice: str = ""
    held: str = ""

    @property
    def checkable(self) -> bool:
        """Whether it is on or off."""
        return self.is_on is not None

    @property
    def marked_text(self) -> str:
        """The action's text in the interface's language, its mnemonic marked with &."""
        return QCoreApplication.translate(CONTEXT, self.text)

    @property
    def plain_text(self) -> str:
        """The action's text without the mark of its mnemonic."""
        return self.marked_text.replace("&", "")

    @property
    def explanation(self) -> str:
        """The sentence that explains the action, else its text."""
        return QCoreApplication.translate(CONTEXT, self.tip) if self.tip else self.plain_text


@dataclass(frozen=True, slots=True)
class ActionTable(Generic[D]):
    """All actions and the menus they stand in, both in the order they are shown."""

    menus: tuple[Menu, ...]
    actions: tuple[ActionSpec[D], ...]

    def of_menu(self, menu: Menu) -> list[ActionSpec[D]]:
        """Return the actions of a menu."""
        return [spec for spec in self.actions if spec.menu == menu.id]

    def entries(self, menu: Menu) -> Iterator[tuple[int, ActionSpec[D] | Menu]]:
        """Give all that stands in a menu, in order, each with its section."""
        inner = [one for one in self.menus if one.parent == menu.id]
        specs = self.of_menu(menu)
        sections = {spec.section for spec in specs} | {one.section for one in inner}
        for section in sorted(sections):
            for spec in (spec for spec in specs if spec.section == section):
                yield section, spec
                yield from ((section, one) for one in inner if one.after == spec.id)
            yield from ((section, one) for one in inner if not one.after and one.section == section)


def menu_title(menu: Menu) -> str:
    """Return a menu's title in the interface's language, mnemonic marked with &."""
    return QCoreApplication.translate(CONTEXT, menu.text)
