"""The one table of panels: the column at the side, the View menu and its actions come from it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ui.marked import QT_TRANSLATE_NOOP
from ui.panels.changes import ChangesPanel
from ui.panels.document import DocumentPanel
from ui.panels.issues import IssuesPanel
from ui.panels.scores import ScoresPanel

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.session import Session
    from ui.theme import Theme
    from ui.widgets.card import Card


@dataclass(frozen=True, slots=True)
class PanelSpec:
    """One panel. Its place is its row in the table, counted from the top.

    ``words`` are those of its menu item, mnemonic marked; ``factory`` makes it; ``height`` is
    its share of the column at first, in pixels of a window 900 high; the one that ``stretches``
    takes what is left over.
    """

    id: str
    words: str
    factory: Callable[[Session, Theme], Card]
    height: int
    stretches: bool = False

    @property
    def action(self) -> str:
        """The id of the action that shows or hides it."""
        return f"panel_{self.id}"


def _scores(session: Session, theme: Theme) -> Card:
    return ScoresPanel(session.scores, theme)


def _changes(session: Session, theme: Theme) -> Card:
    return ChangesPanel(session.editor, theme)


def _issues(session: Session, theme: Theme) -> Card:
    return IssuesPanel(session.issues, session.editor, theme)


PANELS: tuple[PanelSpec, ...] = (
    PanelSpec("scores", QT_TRANSLATE_NOOP("actions", "&Scores"), _scores, 224),
    PanelSpec("changes", QT_TRANSLATE_NOOP("actions", "&Changes"), _changes, 200, True),
    PanelSpec("issues", QT_TRANSLATE_NOOP("actions", "&Issues"), _issues, 150),
    PanelSpec("document", QT_TRANSLATE_NOOP("actions", "&Document"), DocumentPanel, 176),
)
