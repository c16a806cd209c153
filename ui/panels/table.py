"""The one table of panels: their docks, the View menu and its actions come from it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING

from ui.marked import QT_TRANSLATE_NOOP
from ui.panels.changes import ChangesPanel
from ui.panels.concordance import ConcordancePanel
from ui.panels.document import DocumentPanel
from ui.panels.doubtful import DoubtfulPanel
from ui.panels.errors import ErrorsPanel
from ui.panels.history import HistoryPanel
from ui.panels.issues import IssuesPanel
from ui.panels.memory import MemoryPanel
from ui.panels.notes import NotesPanel
from ui.panels.preview import PreviewPanel
from ui.panels.scores import ScoresPanel
from ui.panels.terms import TermsPanel

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.session import Session
    from ui.theme import Theme
    from ui.widgets.card import Card


class Area(Enum):
    """Where a panel stands at first."""

    RIGHT = auto()
    """In the column beside the text."""
    BELOW = auto()
    """Below the text."""


@dataclass(frozen=True, slots=True)
class PanelSpec:
    """One panel. Its place at first is its row in the table, counted from the top.

    ``words`` are those of its menu item, mnemonic marked; ``factory`` makes it; ``height`` is
    its height at first, in pixels of a window 900 high, where it takes what there is; ``area`` is
    where it stands at first; there it shares the tabs of the panel that ``beside`` names. It is
    open at first where it is ``shown``. In a low window it shares the tabs of ``beside_if_low``.
    """

    id: str
    words: str
    factory: Callable[[Session, Theme], Card]
    height: int
    area: Area = Area.RIGHT
    beside: str = ""
    beside_if_low: str = ""
    shown: bool = True

    @property
    def action(self) -> str:
        """The id of the action that shows or hides it."""
        return f"panel_{self.id}"


def _scores(session: Session, theme: Theme) -> Card:
    return ScoresPanel(session.scores, theme)


def _changes(session: Session, theme: Theme) -> Card:
    return ChangesPanel(session.editor, theme, session.authors)


def _issues(session: Session, theme: Theme) -> Card:
    return IssuesPanel(session.issues, session.editor, theme)


PANELS: tuple[PanelSpec, ...] = (
    PanelSpec("scores", QT_TRANSLATE_NOOP("actions", "&Scores"), _scores, 200),
    PanelSpec(
        "document",
        QT_TRANSLATE_NOOP("actions", "&Document"),
        DocumentPanel,
        170,
        beside_if_low="scores",
    ),
    PanelSpec("issues", QT_TRANSLATE_NOOP("actions", "&Issues"), _issues, 150),
    # The lowest changes its height with each segment and so moves none of the others.
    PanelSpec("changes", QT_TRANSLATE_NOOP("actions", "&Changes"), _changes, 200),
    PanelSpec("terms", QT_TRANSLATE_NOOP("actions", "&Terms"), TermsPanel, 240, beside="changes"),
    PanelSpec(
        "memory", QT_TRANSLATE_NOOP("actions", "Memor&y"), MemoryPanel, 240, beside="changes"
    ),
    PanelSpec(
        "errors",
        QT_TRANSLATE_NOOP("actions", "&MQM"),
        ErrorsPanel,
        240,
        beside="changes",
        shown=False,
    ),
    PanelSpec("notes", QT_TRANSLATE_NOOP("actions", "N&otes"), NotesPanel, 240, beside="changes"),
    PanelSpec(
        "history", QT_TRANSLATE_NOOP("actions", "&History"), HistoryPanel, 240, beside="changes"
    ),
    PanelSpec(
        "preview",
        QT_TRANSLATE_NOOP("actions", "Pre&view"),
        PreviewPanel,
        240,
        Area.BELOW,
        shown=False,
    ),
    PanelSpec(
        "concordance",
        QT_TRANSLATE_NOOP("actions", "Conco&rdance"),
        ConcordancePanel,
        240,
        Area.BELOW,
        beside="preview",
        shown=False,
    ),
    PanelSpec(
        "doubtful",
        QT_TRANSLATE_NOOP("actions", "Dou&btful first"),
        DoubtfulPanel,
        240,
        Area.BELOW,
        beside="preview",
        shown=False,
    ),
)
