"""The one table of actions: menus, toolbar, shortcuts and the help sheet come from it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from ui.action_spec import ActionSpec, ActionTable, Menu
from ui.commands import files, help, models, segments, settings, view
from ui.marked import QT_TRANSLATE_NOOP
from ui.panels.table import PANELS

if TYPE_CHECKING:
    from ui.commands.desk import Desk

MENUS: tuple[Menu, ...] = (
    Menu("file", QT_TRANSLATE_NOOP("actions", "&File")),
    Menu("edit", QT_TRANSLATE_NOOP("actions", "&Edit")),
    Menu("segment", QT_TRANSLATE_NOOP("actions", "&Segment")),
    Menu("view", QT_TRANSLATE_NOOP("actions", "&View")),
    Menu("model", QT_TRANSLATE_NOOP("actions", "&Model")),
    Menu("tools", QT_TRANSLATE_NOOP("actions", "&Tools")),
    Menu("help", QT_TRANSLATE_NOOP("actions", "&Help")),
    Menu("recent", QT_TRANSLATE_NOOP("actions", "Open recen&t"), parent="file", after="open_url"),
    Menu("panels", QT_TRANSLATE_NOOP("actions", "&Panels"), parent="view"),
    Menu("theme", QT_TRANSLATE_NOOP("actions", "&Theme"), parent="view"),
)

_PANELS: tuple[ActionSpec[Desk], ...] = tuple(
    ActionSpec(
        panel.action, panel.words, "panels", partial(view.toggle_panel, panel=panel.id),
        checkable=True, section=1,
    )
    for panel in PANELS
)  # fmt: skip
"""An action to show or hide each of the panels."""

ACTIONS: tuple[ActionSpec[Desk], ...] = (
    # --- File ---
    ActionSpec(
        "open", QT_TRANSLATE_NOOP("actions", "&Open…"), "file", files.open_file,
        ("Ctrl+O",), toolbar="plain",
        tip=QT_TRANSLATE_NOOP("actions", "Open an article, a bilingual file or a project"),
    ),
    ActionSpec(
        "open_url", QT_TRANSLATE_NOOP("actions", "Open a &web page…"), "file", files.open_url,
        ("Ctrl+Shift+O",),
        tip=QT_TRANSLATE_NOOP("actions", "Fetch one page, once its address was looked at"),
    ),
    ActionSpec(
        "new", QT_TRANSLATE_NOOP("actions", "&New from text…"), "file", files.new, ("Ctrl+N",)
    ),
    ActionSpec(
        "new_from_clipboard", QT_TRANSLATE_NOOP("actions", "New from &clipboard"), "file",
        files.new_from_clipboard, ("Ctrl+Shift+N",),
    ),
    ActionSpec(
        "forget_recent", QT_TRANSLATE_NOOP("actions", "&Forget these"), "recent",
        files.forget_recent,
        tip=QT_TRANSLATE_NOOP("actions", "Remember none of the projects that were open"),
    ),
    ActionSpec(
        "restore_point", QT_TRANSLATE_NOOP("actions", "Make &restore point"), "file",
        files.restore_point, ("Ctrl+S",), "editable", section=1,
        tip=QT_TRANSLATE_NOOP("actions", "Every edit is saved at once; this marks a place in time"),
    ),
    ActionSpec(
        "restore_points", QT_TRANSLATE_NOOP("actions", "Restore &points…"), "file",
        files.restore_points, (), "document", section=1,
    ),
    ActionSpec(
        "backups", QT_TRANSLATE_NOOP("actions", "&Backups…"), "file", files.backups, (),
        section=1,
        tip=QT_TRANSLATE_NOOP("actions", "Open an earlier state of this project or of another"),
    ),
    ActionSpec(
        "export", QT_TRANSLATE_NOOP("actions", "&Export…"), "file", files.export,
        ("Ctrl+E",), "document", section=2, toolbar="plain",
        tip=QT_TRANSLATE_NOOP("actions", "Write the translation to a file of your choice"),
    ),
    ActionSpec(
        "import_return", QT_TRANSLATE_NOOP("actions", "&Import a returned table…"), "file",
        files.import_return, (), "editable", section=2,
        tip=QT_TRANSLATE_NOOP(
            "actions", "See what a colleague changed in a table, and take over what you choose"
        ),
    ),
    ActionSpec(
        "close_document", QT_TRANSLATE_NOOP("actions", "C&lose"), "file", files.close_document,
        ("Ctrl+W", "Ctrl+F4"), "document", section=3,
    ),
    ActionSpec(
        "quit", QT_TRANSLATE_NOOP("actions", "&Quit"), "file", files.quit,
        ("Ctrl+Q",), section=3,
    ),
    # --- Edit ---
    ActionSpec(
        "undo", QT_TRANSLATE_NOOP("actions", "&Undo"), "edit", segments.undo, ("Ctrl+Z",), "undo"
    ),
    ActionSpec(
        "redo", QT_TRANSLATE_NOOP("actions", "&Redo"), "edit", segments.redo,
        ("Ctrl+Y", "Ctrl+Shift+Z"), "redo",
    ),
    ActionSpec(
        "paste_plain", QT_TRANSLATE_NOOP("actions", "&Paste as plain text"), "edit",
        segments.paste_plain, ("Ctrl+Shift+V",), "editable_segment",
    ),
    ActionSpec(
        "filter", QT_TRANSLATE_NOOP("actions", "&Filter"), "edit", view.go_to_filter,
        ("Ctrl+F", "Ctrl+Shift+F"), "document", section=1,
    ),
    ActionSpec(
        "clear_filter", QT_TRANSLATE_NOOP("actions", "Show &all segments"), "edit",
        view.clear_filter, ("Ctrl+Shift+A",), "document", section=1,
    ),
    ActionSpec(
        "go_to", QT_TRANSLATE_NOOP("actions", "&Go to number…"), "edit", segments.go_to,
        ("Ctrl+G",), "document", section=1,
    ),
    ActionSpec(
        "preferences", QT_TRANSLATE_NOOP("actions", "Pr&eferences…"), "edit", settings.preferences,
        ("Ctrl+Shift+P",), section=2,
        tip=QT_TRANSLATE_NOOP("actions", "Look, keys, model, checks, and what is kept"),
    ),
    # --- Segment ---
    ActionSpec(
        "confirm", QT_TRANSLATE_NOOP("actions", "&Confirm"), "segment", segments.confirm,
        ("Ctrl+Return", "Ctrl+Enter"), "editable_segment", toolbar="shortcut",
        tip=QT_TRANSLATE_NOOP("actions", "Confirm this segment and go to the next unfinished one"),
    ),
    ActionSpec(
        "mark_reviewed", QT_TRANSLATE_NOOP("actions", "Mark &reviewed"), "segment",
        segments.mark_reviewed, ("Ctrl+Shift+R",), "editable_segment",
    ),
    ActionSpec(
        "mark_final", QT_TRANSLATE_NOOP("actions", "Mark &final"), "segment",
        segments.mark_final, ("Ctrl+Shift+L",), "editable_segment",
    ),
    ActionSpec(
        "unconfirm", QT_TRANSLATE_NOOP("actions", "&Unconfirm"), "segment", segments.unconfirm,
        ("Ctrl+Shift+U",), "editable_segment",
    ),
    ActionSpec(
        "next", QT_TRANSLATE_NOOP("actions", "&Next"), "segment", segments.next_segment,
        ("Ctrl+Down",), "document", section=1,
    ),
    ActionSpec(
        "previous", QT_TRANSLATE_NOOP("actions", "&Previous"), "segment", segments.previous_segment,
        ("Ctrl+Up",), "document", section=1,
    ),
    ActionSpec(
        "next_unfinished", QT_TRANSLATE_NOOP("actions", "Next unfinis&hed"), "segment",
        segments.go_to_unfinished, ("Ctrl+Shift+Down",), "document", section=1,
    ),
    ActionSpec(
        "insert_draft", QT_TRANSLATE_NOOP("actions", "Use the &draft"), "segment",
        segments.insert_draft, ("Ctrl+T", "Ctrl+M"), "editable_segment", section=2,
        tip=QT_TRANSLATE_NOOP("actions", "Put the machine's draft into the translation"),
    ),
    ActionSpec(
        "drafts", QT_TRANSLATE_NOOP("actions", "Other dr&afts…"), "segment", segments.drafts,
        ("Ctrl+Shift+T",), "editable_segment", section=2,
        tip=QT_TRANSLATE_NOOP("actions", "Show another of the drafts that this segment ever had"),
    ),
    ActionSpec(
        "copy_source", QT_TRANSLATE_NOOP("actions", "Copy the &source"), "segment",
        segments.copy_source, ("Ctrl+Ins",), "editable_segment", section=2,
    ),
    ActionSpec(
        "insert_code", QT_TRANSLATE_NOOP("actions", "&Insert missing code"), "segment",
        segments.insert_code, ("Ctrl+,",), "editable_segment", section=2,
        tip=QT_TRANSLATE_NOOP(
            "actions", "Insert the next bold, link or other mark of the source, around chosen words"
        ),
    ),
    ActionSpec(
        "clear", QT_TRANSLATE_NOOP("actions", "C&lear"), "segment", segments.clear,
        ("Ctrl+Shift+Del",), "editable_segment", section=2,
        tip=QT_TRANSLATE_NOOP("actions", "Back to the draft, as if never touched"),
    ),
    ActionSpec(
        "split", QT_TRANSLATE_NOOP("actions", "Spli&t"), "segment", segments.split,
        ("Ctrl+Shift+J",), "editable_segment", section=3,
        tip=QT_TRANSLATE_NOOP("actions", "Split where the source was clicked, else at the caret"),
    ),
    ActionSpec(
        "merge", QT_TRANSLATE_NOOP("actions", "&Merge with next"), "segment", segments.merge,
        ("Ctrl+J",), "editable_segment", section=3,
    ),
    ActionSpec(
        "furniture", QT_TRANSLATE_NOOP("actions", "Leave &out or bring back"), "segment",
        segments.toggle_furniture, ("Ctrl+Shift+X",), "editable_segment", section=3,
        tip=QT_TRANSLATE_NOOP("actions", "Page furniture gets no draft and counts nowhere"),
    ),
    ActionSpec(
        "all_furniture", QT_TRANSLATE_NOOP("actions", "&Bring all left-out text back"), "segment",
        segments.bring_all_back, (), "editable", section=3,
        tip=QT_TRANSLATE_NOOP("actions", "Translate the whole page: menus, comments and all"),
    ),
    # --- View ---
    ActionSpec(
        "left_out_text", QT_TRANSLATE_NOOP("actions", "L&eft-out text"), "view",
        view.left_out_text, (), "document", section=0, checkable=True,
        tip=QT_TRANSLATE_NOOP("actions", "Text outside the article, which can be brought back"),
    ),
    ActionSpec(
        "zoom_in", QT_TRANSLATE_NOOP("actions", "&Larger text"), "view",
        partial(view.zoom, steps=+1), ("Ctrl++", "Ctrl+="),
    ),
    ActionSpec(
        "zoom_out", QT_TRANSLATE_NOOP("actions", "&Smaller text"), "view",
        partial(view.zoom, steps=-1), ("Ctrl+-",),
    ),
    ActionSpec(
        "zoom_reset", QT_TRANSLATE_NOOP("actions", "&Usual text size"), "view",
        partial(view.zoom, steps=0), ("Ctrl+0",),
    ),
    ActionSpec(
        "theme_system", QT_TRANSLATE_NOOP("actions", "As the s&ystem"), "theme",
        partial(view.choose_theme, name="system"), checkable=True, choice="theme",
    ),
    ActionSpec(
        "theme_light", QT_TRANSLATE_NOOP("actions", "&Light"), "theme",
        partial(view.choose_theme, name="light"), checkable=True, choice="theme",
    ),
    ActionSpec(
        "theme_dark", QT_TRANSLATE_NOOP("actions", "&Dark"), "theme",
        partial(view.choose_theme, name="dark"), checkable=True, choice="theme",
    ),
    ActionSpec(
        "theme_contrast", QT_TRANSLATE_NOOP("actions", "&High contrast"), "theme",
        partial(view.choose_theme, name="contrast"), checkable=True, choice="theme",
    ),
    ActionSpec(
        "side_panels", QT_TRANSLATE_NOOP("actions", "&All panels"), "panels", view.side_panels,
        ("F9",), checkable=True,
    ),
    *_PANELS,
    ActionSpec(
        "full_screen", QT_TRANSLATE_NOOP("actions", "&Full screen"), "view", view.full_screen,
        ("F11",), section=2, checkable=True,
    ),
    # --- Model ---
    ActionSpec(
        "translate", QT_TRANSLATE_NOOP("actions", "&Translate"), "model", models.translate,
        ("F5",), "editable", toolbar="accent",
        tip=QT_TRANSLATE_NOOP("actions", "Draft every segment that has no translation yet"),
    ),
    ActionSpec(
        "translate_segment", QT_TRANSLATE_NOOP("actions", "Translate this &segment"), "model",
        models.translate_segment, ("Shift+F5",), "editable_segment",
    ),
    ActionSpec(
        "cancel", QT_TRANSLATE_NOOP("actions", "&Cancel"), "model", models.cancel,
        ("Esc",), "busy",
        tip=QT_TRANSLATE_NOOP("actions", "Stop the work that goes on in the background"),
    ),
    ActionSpec(
        "models", QT_TRANSLATE_NOOP("actions", "&Install or choose…"), "model", models.choose,
        section=1,
    ),
    ActionSpec(
        "model_folder", QT_TRANSLATE_NOOP("actions", "Use a &folder…"), "model", models.folder,
        section=1,
    ),
    # --- Tools ---
    ActionSpec(
        "apply_fix", QT_TRANSLATE_NOOP("actions", "Apply the &fix"), "tools", segments.apply_fix,
        ("Alt+Return", "Alt+Enter"), "fixable",
    ),
    ActionSpec(
        "next_issue", QT_TRANSLATE_NOOP("actions", "Next &issue"), "tools", segments.next_issue,
        ("F8", "F7"), "document",
    ),
    ActionSpec(
        "previous_issue", QT_TRANSLATE_NOOP("actions", "P&revious issue"), "tools",
        segments.previous_issue, ("Shift+F8",), "document",
    ),
    ActionSpec(
        "doubts", QT_TRANSLATE_NOOP("actions", "Segments in &doubt…"), "tools", files.doubts, (),
        "doubts",
        tip=QT_TRANSLATE_NOOP("actions", "See what changed on the disk, and what it was before"),
    ),
    ActionSpec(
        "load_reference", QT_TRANSLATE_NOOP("actions", "&Load a reference…"), "tools",
        files.load_reference, (), "document", section=1,
        tip=QT_TRANSLATE_NOOP("actions", "Score against an independent human translation"),
    ),
    ActionSpec(
        "signatures", QT_TRANSLATE_NOOP("actions", "What the &scores say…"), "tools",
        files.signatures, (), "document", section=1,
    ),
    ActionSpec(
        "languages", QT_TRANSLATE_NOOP("actions", "L&anguages…"), "tools", files.languages,
        (), "editable", section=2,
    ),
    ActionSpec(
        "encoding", QT_TRANSLATE_NOOP("actions", "Text &encoding…"), "tools", files.encoding,
        (), "document", section=2,
    ),
    ActionSpec(
        "strict", QT_TRANSLATE_NOOP("actions", "Refuse files that break r&ules"), "tools",
        files.refuse_broken_rules, (), section=2, checkable=True,
        tip=QT_TRANSLATE_NOOP(
            "actions", "Else they open with a notice that names the rule, the line and the id"
        ),
    ),
    ActionSpec(
        "columns", QT_TRANSLATE_NOOP("actions", "&Columns…"), "tools", files.columns,
        (), "document", section=2,
        tip=QT_TRANSLATE_NOOP("actions", "Say which columns of a table hold what"),
    ),
    # --- Help ---
    ActionSpec(
        "help", QT_TRANSLATE_NOOP("actions", "&Help and keys"), "help", help.show, ("F1",)
    ),
    ActionSpec(
        "about", QT_TRANSLATE_NOOP("actions", "&About and licences"), "help", help.about
    ),
)  # fmt: skip

TABLE = ActionTable(MENUS, ACTIONS)
