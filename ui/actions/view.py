"""What is shown and how: the actions of the View menu, its themes and panels."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from ui.action_spec import ActionSpec
from ui.actions.typing import SHOWN
from ui.commands import view
from ui.marked import QT_TRANSLATE_NOOP
from ui.panels.table import PANELS

if TYPE_CHECKING:
    from ui.commands.desk import Desk

_PANELS: tuple[ActionSpec[Desk], ...] = tuple(
    ActionSpec(
        panel.action, panel.words, "panels", partial(view.toggle_panel, panel=panel.id),
        is_on=partial(view.shows_panel, panel=panel.id), section=1,
    )
    for panel in PANELS
)  # fmt: skip
"""An action to show or hide each of the panels."""

VIEW: tuple[ActionSpec[Desk], ...] = (
    ActionSpec(
        "left_out_text", QT_TRANSLATE_NOOP("actions", "L&eft-out text"), "view",
        view.left_out_text, (), "document", section=0,
        is_on=view.shows_left_out_text,
        tip=QT_TRANSLATE_NOOP("actions", "Text outside the article, which can be brought back"),
    ),
    *SHOWN,
    ActionSpec(
        "zoom_in", QT_TRANSLATE_NOOP("actions", "&Larger text"), "view",
        partial(view.zoom, steps=+1), ("Ctrl++", "Ctrl+="), section=1,
    ),
    ActionSpec(
        "zoom_out", QT_TRANSLATE_NOOP("actions", "&Smaller text"), "view",
        partial(view.zoom, steps=-1), ("Ctrl+-",), section=1,
    ),
    ActionSpec(
        "zoom_reset", QT_TRANSLATE_NOOP("actions", "&Usual text size"), "view",
        partial(view.zoom, steps=0), ("Ctrl+0",), section=1,
    ),
    ActionSpec(
        "theme_system", QT_TRANSLATE_NOOP("actions", "As the s&ystem"), "theme",
        partial(view.choose_theme, name="system"), is_on=partial(view.has_theme, name="system"),
        choice="theme",
    ),
    ActionSpec(
        "theme_light", QT_TRANSLATE_NOOP("actions", "&Light"), "theme",
        partial(view.choose_theme, name="light"), is_on=partial(view.has_theme, name="light"),
        choice="theme",
    ),
    ActionSpec(
        "theme_dark", QT_TRANSLATE_NOOP("actions", "&Dark"), "theme",
        partial(view.choose_theme, name="dark"), is_on=partial(view.has_theme, name="dark"),
        choice="theme",
    ),
    ActionSpec(
        "theme_contrast", QT_TRANSLATE_NOOP("actions", "&High contrast"), "theme",
        partial(view.choose_theme, name="contrast"), is_on=partial(view.has_theme, name="contrast"),
        choice="theme",
    ),
    ActionSpec(
        "side_panels", QT_TRANSLATE_NOOP("actions", "&All panels"), "panels", view.side_panels,
        ("F9",), is_on=view.shows_panels,
    ),
    *_PANELS,
    ActionSpec(
        "full_screen", QT_TRANSLATE_NOOP("actions", "&Full screen"), "view", view.full_screen,
        ("F11",), section=2, is_on=view.is_full_screen,
    ),
)  # fmt: skip
