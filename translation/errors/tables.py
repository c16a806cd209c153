"""What is told of tables: their columns, and what an export leaves out.

Part of ``translation.errors.SENTENCES``.
"""

from __future__ import annotations

from translation.errors.plurals import Counted

TABLES: dict[str, str] = {
    "usage.bad_columns": (
        "“{columns}” does not name columns; write source=English,target=German or"
        " source=1,target=2."
    ),
    "usage.no_table": "{file} is not a table: it has no columns to choose.",
    "input.no_columns": (
        "{file}: no column is headed as the source. Its columns are: {columns}. Choose them"
        " (--columns source=…,target=…, by heading or number)."
    ),
    "input.no_such_columns": (
        "{file} has not the columns that were chosen. Its columns are: {columns}."
    ),
    "notice.left_out": "{file} leaves out what its format cannot hold: {what}.",
    "notice.headed_languages": (
        "{file}: by its headings it was taken for {source} → {target}; Tools → Columns… or"
        " --columns chooses others."
    ),
    "notice.columns_not_shown": "{file}: columns not shown here stay as they are: {columns}.",
    "notice.columns_not_kept": "{file}: columns that are not read were left out: {columns}.",
    "notice.keys_left_out": (
        "{file}: what stands under these names is neither read nor written again: {keys}."
    ),
    "notice.sheets_left_out": "{file}: sheets left as they are: {sheets}.",
    "notice.merged_rows": Counted(
        "{file}: {count} row whose cells are merged into one was left as it is.",
        "{file}: {count} rows whose cells are merged into one were left as they are.",
    ),
    "notice.rows_without_source": Counted(
        "{file}: {count} row with a translation but nothing to translate is not shown.",
        "{file}: {count} rows with a translation but nothing to translate are not shown.",
    ),
    "notice.formulas_kept": Counted(
        "{file}: {count} cell was left as it is, as its formula is that of cells beside it, too.",
        (
            "{file}: {count} cells were left as they are, as their formulas are those of cells"
            " beside them, too."
        ),
    ),
    "notice.cell_formats_lost": Counted(
        "{file}: {count} translation whose parts looked different in one cell now looks alike.",
        "{file}: {count} translations whose parts looked different in one cell now look alike.",
    ),
    "notice.formula_like": Counted(
        "{file}: a spreadsheet may take {count} translation for a formula.",
        "{file}: a spreadsheet may take {count} translations for formulas.",
    ),
    "notice.cells_flattened": Counted(
        (
            "{file}: line ends and separators in {count} translation became spaces, as the file has"
            " no quotes to hold them."
        ),
        (
            "{file}: line ends and separators in {count} translations became spaces, as the file"
            " has no quotes to hold them."
        ),
    ),
}
