"""Issues, scores and the whole document: the actions of the Tools menu."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.action_spec import ActionSpec
from ui.commands import files, issues, segments
from ui.marked import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from ui.commands.desk import Desk

TOOLS: tuple[ActionSpec[Desk], ...] = (
    ActionSpec(
        "issue_menu", QT_TRANSLATE_NOOP("actions", "&Mend or dismiss…"), "tools",
        issues.offer, ("Alt+Return", "Alt+Enter"), "issue",
        tip=QT_TRANSLATE_NOOP("actions", "What can be done about the issue at the caret"),
    ),
    ActionSpec(
        "apply_fix", QT_TRANSLATE_NOOP("actions", "Apply the &fix"), "tools", issues.apply_fix,
        ("Alt+Shift+Return", "Alt+Shift+Enter"), "fixable",
    ),
    ActionSpec(
        "dismiss_issue", QT_TRANSLATE_NOOP("actions", "D&ismiss the issue…"), "tools",
        issues.dismiss_first, (), "issue",
        tip=QT_TRANSLATE_NOOP("actions", "Let it stand, with a reason, until the texts change"),
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
        "statistics", QT_TRANSLATE_NOOP("actions", "S&tatistics…"), "tools", files.statistics,
        (), "document", section=1,
        tip=QT_TRANSLATE_NOOP(
            "actions", "Count words and segments by state, file and person, and today's pace"
        ),
    ),
    ActionSpec(
        "effort", QT_TRANSLATE_NOOP("actions", "Eff&ort…"), "tools", files.effort,
        (), "document", section=1,
        tip=QT_TRANSLATE_NOOP("actions", "Count time and keys by segment, if you want it"),
    ),
    ActionSpec(
        "report", QT_TRANSLATE_NOOP("actions", "&Report…"), "tools", files.report,
        (), "document", section=1,
        tip=QT_TRANSLATE_NOOP(
            "actions", "Write what was changed, scored and found, for a client to read"
        ),
    ),
    ActionSpec(
        "project_checks", QT_TRANSLATE_NOOP("actions", "Chec&ks of this project…"), "tools",
        issues.project_checks, (), "editable", section=2,
        tip=QT_TRANSLATE_NOOP("actions", "Which checks are run here, and your own rules"),
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
        files.refuse_broken_rules, (), section=2, is_on=files.refuses_broken_rules,
        tip=QT_TRANSLATE_NOOP(
            "actions", "When off, they open with a notice of the rule, the line and the id"
        ),
    ),
    ActionSpec(
        "columns", QT_TRANSLATE_NOOP("actions", "&Columns…"), "tools", files.columns,
        (), "document", section=2,
        tip=QT_TRANSLATE_NOOP("actions", "Say which columns of a table hold what"),
    ),
    ActionSpec(
        "all_furniture", QT_TRANSLATE_NOOP("actions", "&Bring all left-out text back"), "tools",
        segments.bring_all_back, (), "editable", section=3,
        tip=QT_TRANSLATE_NOOP("actions", "Translate the whole page: menus, comments and all"),
    ),
    ActionSpec(
        "doubts", QT_TRANSLATE_NOOP("actions", "Segments in &doubt…"), "tools", files.doubts, (),
        "doubts", section=3,
        tip=QT_TRANSLATE_NOOP("actions", "See what changed on the disk, and what it was before"),
    ),
)  # fmt: skip

ISSUES: tuple[ActionSpec[Desk], ...] = (
    ActionSpec(
        "next_issue", QT_TRANSLATE_NOOP("actions", "Next &issue"), "go", issues.next_issue,
        ("F8",), "document", section=1,
    ),
    ActionSpec(
        "previous_issue", QT_TRANSLATE_NOOP("actions", "Pre&vious issue"), "go",
        issues.previous_issue, ("Shift+F8",), "document", section=1,
    ),
)  # fmt: skip
