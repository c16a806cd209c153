"""The one table of actions: menus, toolbar, shortcuts and the help sheet come from it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.action_spec import ActionSpec, ActionTable, Menu
from ui.actions.arranging import ARRANGING
from ui.actions.direction import DIRECTION
from ui.actions.docks import DOCKS
from ui.actions.doubting import DOUBTING
from ui.actions.edit import EDIT
from ui.actions.file import FILE
from ui.actions.filtering import FILTERING
from ui.actions.help import HELP
from ui.actions.marking import MARKING
from ui.actions.memory import MEMORY
from ui.actions.model import MODEL
from ui.actions.notes import NOTES
from ui.actions.palette import PALETTE
from ui.actions.places import GO
from ui.actions.project import PROJECT
from ui.actions.reviewing import REVIEWING
from ui.actions.rows import CHOOSING, REJECTING
from ui.actions.segment import SEGMENT
from ui.actions.source import SOURCE
from ui.actions.spelling import SPELLING
from ui.actions.terms import TERMS
from ui.actions.tools import ISSUES, TOOLS
from ui.actions.tracking import TRACKING
from ui.actions.typing import INSERT
from ui.actions.view import VIEW
from ui.marked import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from ui.commands.desk import Desk

MENUS: tuple[Menu, ...] = (
    Menu("file", QT_TRANSLATE_NOOP("actions", "&File")),
    Menu("edit", QT_TRANSLATE_NOOP("actions", "&Edit")),
    Menu("segment", QT_TRANSLATE_NOOP("actions", "&Segment")),
    Menu("go", QT_TRANSLATE_NOOP("actions", "&Go")),
    Menu("view", QT_TRANSLATE_NOOP("actions", "&View")),
    Menu("model", QT_TRANSLATE_NOOP("actions", "&Model")),
    Menu("tools", QT_TRANSLATE_NOOP("actions", "&Tools")),
    Menu("help", QT_TRANSLATE_NOOP("actions", "&Help")),
    Menu("recent", QT_TRANSLATE_NOOP("actions", "Open recen&t"), parent="file", after="open_url"),
    Menu("project", QT_TRANSLATE_NOOP("actions", "&Files of the project"), parent="file"),
    Menu("insert", QT_TRANSLATE_NOOP("actions", "Insert sy&mbol"), parent="edit", section=2),
    Menu("filters", QT_TRANSLATE_NOOP("actions", "F&ilter"), parent="edit", section=3),
    Menu("notes", QT_TRANSLATE_NOOP("actions", "&Notes and history"), parent="segment", section=4),
    Menu("matches", QT_TRANSLATE_NOOP("actions", "Memor&y"), parent="tools", section=1),
    Menu("mqm", QT_TRANSLATE_NOOP("actions", "M&QM"), parent="tools", section=1),
    Menu("terms", QT_TRANSLATE_NOOP("actions", "Termi&nology"), parent="tools", section=1),
    Menu("rows", QT_TRANSLATE_NOOP("actions", "Selected ro&ws"), parent="segment", section=4),
    Menu("review", QT_TRANSLATE_NOOP("actions", "Re&view"), parent="segment", section=4),
    Menu(
        "direction",
        QT_TRANSLATE_NOOP("actions", "Te&xt direction"),
        parent="segment",
        section=4,
    ),
    Menu(
        "kinds", QT_TRANSLATE_NOOP("actions", "&Changed, rejected, noted"), parent="go", section=1
    ),
    Menu("panels", QT_TRANSLATE_NOOP("actions", "&Panels"), parent="view", section=-1),
    Menu("table", QT_TRANSLATE_NOOP("actions", "La&yout"), parent="view", section=-1),
    Menu("theme", QT_TRANSLATE_NOOP("actions", "&Theme"), parent="view", section=-1),
)

_ALL: tuple[ActionSpec[Desk], ...] = (
    *FILE,
    *PROJECT,
    *EDIT,
    *FILTERING,
    *SOURCE,
    *INSERT,
    *SEGMENT,
    *REJECTING,
    *REVIEWING,
    *NOTES,
    *MARKING,
    *MEMORY,
    *CHOOSING,
    *ISSUES,
    *GO,
    *DOUBTING,
    *DIRECTION,
    *VIEW,
    *DOCKS,
    *TRACKING,
    *ARRANGING,
    *MODEL,
    *TOOLS,
    *SPELLING,
    *TERMS,
    *PALETTE,
    *HELP,
)

ACTIONS = tuple(sorted(_ALL, key=lambda spec: spec.section))
"""Those of one section of a menu stand together, whichever file they come from."""

TABLE = ActionTable(MENUS, ACTIONS)
