"""Which notices are said, for how long, and with which offer, by their codes."""

from __future__ import annotations

SAID_ELSEWHERE = frozenset({"furniture"})
"""Notices that the Document panel tells all the time."""
PASSING = frozenset(
    {
        *("exported", "reference_loaded", "project_found", "same_draft", "file_added"),
        *("nothing_to_paste", "pasted_line_ends", "pasted_without_codes", "one_line", "no_case"),
    }
)
"""Notices that something asked for was done: they go away by themselves."""
OF_DAMAGE = frozenset(
    {
        *("project_unsound", "project_history_damaged"),
        *("doubted_original", "doubted_history", "doubted_missing"),
    }
)
"""Notices of damage that a new project may be better off without."""
OF_COLUMNS = frozenset({"headed_languages", "columns_not_shown", "sheets_left_out"})
"""Notices after which a person may want other columns of a table."""
WITHOUT_COLUMNS = frozenset({"no_columns", "no_such_columns"})
"""Reasons why a table cannot be opened until a person says which columns hold what."""
OF_EXPORTS = frozenset(
    {
        *("exported", "unreviewed_drafts", "untranslated", "encoding_changed", "left_out"),
        *("formula_like", "cells_flattened", "formulas_kept", "cell_formats_lost"),
    }
)
"""Notices of an export: they are put away when the next begins."""
