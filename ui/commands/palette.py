"""The command palette and the sheet of keys: finding what can be done, and by which key."""

from __future__ import annotations

import json
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QCoreApplication, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from app.settings.table import PALETTE_RECENT, SETTINGS, kept_json
from translation.model.inline import strip_codes
from ui import texts
from ui.action_spec import menu_title
from ui.commands.desk import HasActions, HasMessages, HasRecent, HasSide
from ui.commands.going import GoingDesk, go
from ui.commands.project import go_to_file
from ui.commands.settings import SettingsDesk, change_keys, change_setting
from ui.dialogs.palette_entry import PaletteEntry
from ui.name_tables import PAGE_TITLES
from ui.panels.table import PANELS
from ui.situation import why_not

if TYPE_CHECKING:
    from typing import Any

    from app.files.known_projects import KnownProject
    from app.settings.table import AnySetting
    from translation.model.segment import SourceFile
    from ui.action_spec import ActionSpec
    from ui.dialogs.palette import PaletteDialog
    from ui.panels.table import PanelSpec

MOST_RECENT = 12
"""So many of what was chosen last are offered first."""
RETURNS_WITHIN = 150
"""Milliseconds after which what was chosen is done, though the window has not come back."""


class PaletteDesk(GoingDesk, SettingsDesk, HasActions, HasMessages, HasRecent, HasSide, Protocol):
    """What these commands work with."""


def palette(desk: PaletteDesk) -> None:
    """Offer everything that can be done here, to be found by a few letters."""
    from ui.dialogs.palette import PaletteDialog

    entries = [
        *(_action(desk, spec) for spec in _by_menus(desk) if spec.id != "palette"),
        *(_panel(desk, spec) for spec in PANELS),
        *(_setting(desk, setting) for setting in SETTINGS if setting.page is not None),
        *_parts(desk),
        *(_file(desk, path) for path in desk.recent.paths),
    ]
    recent = _recent(desk)
    numbered = partial(_numbered, desk)
    dialog = PaletteDialog(entries, recent, numbered, desk.appearance.theme, desk.window)
    dialog.chosen.connect(partial(_do, desk, QApplication.focusWidget()))
    dialog.refused.connect(partial(_say_why_not, desk))
    projects = desk.session.projects
    hearing = projects.found.connect(partial(_add_projects, desk, dialog))
    dialog.destroyed.connect(lambda: QObject.disconnect(hearing))
    projects.look(desk.recent.paths)
    dialog.show()
    dialog.field.setFocus()


def key_sheet(desk: PaletteDesk) -> None:
    """Show every action with its keys, to be searched; it stays beside the window."""
    from ui.dialogs.key_sheet import KeySheet

    dialog = KeySheet(desk.keys, desk.window)
    dialog.change_wanted.connect(partial(change_keys, desk))
    dialog.show()


def _by_menus(desk: PaletteDesk) -> list[ActionSpec[Any]]:
    table = desk.keys.table
    return [spec for menu in table.menus for spec in table.of_menu(menu)]


def _action(desk: PaletteDesk, spec: ActionSpec[Any]) -> PaletteEntry:
    action = desk.actions[spec.id]
    place = next(menu_title(menu) for menu in desk.keys.table.menus if menu.id == spec.menu)
    shown = bool(desk.review.current_id())
    return PaletteEntry(
        spec.id,
        action.text().replace("&", ""),
        place.replace("&", ""),
        action.trigger,
        desk.keys.shown(spec),
        "" if action.isEnabled() else why_not(desk.session, spec.enabled_when, shown),
    )


def _panel(desk: PaletteDesk, spec: PanelSpec) -> PaletteEntry:
    name = QCoreApplication.translate("actions", spec.words).replace("&", "")
    words = QCoreApplication.translate("Palette", "{name} panel").format(name=name)
    place = QCoreApplication.translate("Palette", "go there")
    return PaletteEntry(f"panel:{spec.id}", words, place, partial(go_to_panel, desk, spec.id))


def go_to_panel(desk: HasSide, panel: str) -> None:
    """Put the keyboard into a panel, which is shown where it was not."""
    desk.side.show_panel(panel)
    card = desk.side.panels[panel]
    inside = (part for part in card.findChildren(QWidget) if part.isVisibleTo(card))
    takes = (part for part in inside if part.focusPolicy() & Qt.FocusPolicy.TabFocus)
    next(takes, card).setFocus(Qt.FocusReason.ShortcutFocusReason)


def _setting(desk: PaletteDesk, setting: AnySetting) -> PaletteEntry:
    assert setting.page is not None
    page = QCoreApplication.translate("settings", PAGE_TITLES[setting.page])
    place = QCoreApplication.translate("Palette", "Preferences, {page}").format(page=page)
    words = QCoreApplication.translate("settings", setting.words)
    return PaletteEntry(
        f"setting:{setting.key}", words, place, partial(change_setting, desk, setting)
    )


def _file(desk: PaletteDesk, path: Path) -> PaletteEntry:
    name, folder = texts.file_name(path.name), texts.file_name(str(path.parent))
    return PaletteEntry(f"file:{path}", name, folder, partial(desk.session.files.open, path))


def _add_projects(desk: PaletteDesk, dialog: PaletteDialog, projects: list[KnownProject]) -> None:
    """Offer the projects that were found, but for those that are offered as recent ones."""
    recent = set(desk.recent.paths) | {Path(path) for path in desk.recent.left_out}
    dialog.add(
        [
            _file(desk, one.path)
            for one in projects
            if one.path not in recent and one.summary is not None and not one.is_open
        ]
    )


def _parts(desk: PaletteDesk) -> list[PaletteEntry]:
    """Return the entries of going to the files of the project, where it has several."""
    files = desk.session.document.files
    place = QCoreApplication.translate("Palette", "file of this project")
    return [
        PaletteEntry(f"part:{file.id}", texts.file_name(file.name), place, partial(_go, desk, file))
        for file in (files if len(files) > 1 else ())
    ]


def _go(desk: PaletteDesk, file: SourceFile) -> None:
    go_to_file(desk, file)


def _numbered(desk: PaletteDesk, number: int) -> PaletteEntry:
    """Return the entry of going to the segment of a number, told why not where there is none."""
    segments = desk.session.document.segments
    words = QCoreApplication.translate("Palette", "Go to segment {number}").format(number=number)
    reason = why_not(desk.session, "document")
    if not reason and not 1 <= number <= len(segments):
        told = QCoreApplication.translate("Palette", "The segments go from 1 to {last}.")
        reason = told.format(last=len(segments))
    if reason:
        return PaletteEntry("number", words, "", lambda: None, why_not=reason)
    segment = segments[number - 1]
    return PaletteEntry("number", words, strip_codes(segment.source), partial(go, desk, segment.id))


def _say_why_not(desk: PaletteDesk, entry: PaletteEntry) -> None:
    desk.messages.show_message(entry.why_not, passing=True)


def _do(desk: PaletteDesk, focus: QWidget | None, entry: PaletteEntry) -> None:
    """Do what was chosen, once the keyboard is again where it was."""
    if entry.id != "number":
        kept = [entry.id, *(one for one in _recent(desk) if one != entry.id)][:MOST_RECENT]
        written = json.dumps(kept, ensure_ascii=False)
        if not PALETTE_RECENT.allowed(written):
            desk.appearance.settings.keep(PALETTE_RECENT, written)
    desk.window.activateWindow()
    if focus is not None:
        focus.setFocus()
    # Cutting, pasting and the like ask where the keyboard is; the system gives it back in a while.
    QTimer.singleShot(0 if desk.window.isActiveWindow() else RETURNS_WITHIN, desk.window, entry.run)


def _recent(desk: PaletteDesk) -> list[str]:
    kept = kept_json(desk.appearance.settings.value(PALETTE_RECENT))
    return [one for one in kept if isinstance(one, str)] if isinstance(kept, list) else []
