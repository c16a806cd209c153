"""The table of matches by band as text, CSV and a page."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from translation.formats.html.own_page import content, head, in_language
from translation.formats.tables.formula_guard import guarded

if TYPE_CHECKING:
    from collections.abc import Iterator

    from translation.work.match_counts import Counted, FileCounts, MatchCounts

COLUMNS = ("Band", "Weight", "Segments", "Words", "Characters", "Weighted words", "Words, %")
_STYLE = """
:root { color-scheme: light dark; }
body { margin: 2rem auto; max-width: 60rem; padding: 0 1rem;
  font: 1rem/1.6 "IBM Plex Sans", "Segoe UI", "Noto Sans", sans-serif; }
h1 { font-size: 1.25rem; } h2 { font-size: 1.0625rem; margin-top: 2rem; }
table { width: 100%; border-collapse: collapse; margin: .5rem 0 1rem; }
th, td { padding: .375rem .75rem; border-bottom: 1px solid #8884; text-align: end; }
th:first-child, td:first-child { text-align: start; }
td { font-variant-numeric: tabular-nums; }
tr:last-child td { font-weight: 600; border-bottom: none; }
p { font-size: .875rem; }
@media print { body { margin: 0; max-width: none; } table { break-inside: avoid; } }
"""
_EXPLAINED = (
    "101 %: the same between the same neighbours. Repetitions: what stands earlier in the files and"
    " is not the same as anything in a memory. Each segment is counted once. Weighted words: words"
    " times the weight of the band."
)


def rows_of(found: MatchCounts, counts: FileCounts) -> Iterator[tuple[str, ...]]:
    """Give the lines of a file's table, the sum last."""
    total = counts.total
    for band, counted in zip(found.bands, counts.bands, strict=True):
        yield (band.name, f"{band.weight:.0%}".replace("%", " %"), *_cells(counted, total))
    yield ("total", "", *_cells(total, total))


def _cells(counted: Counted, total: Counted) -> tuple[str, ...]:
    part = 100 * counted.words / total.words if total.words else 0.0
    return (
        str(counted.segments),
        str(counted.words),
        str(counted.characters),
        f"{counted.weighted_words:.1f}",
        f"{part:.1f}",
    )


def as_text(found: MatchCounts) -> str:
    """Return the table of all files, columns by tabs."""
    lines = [COLUMNS, *rows_of(found, found.whole)]
    return "\n".join(map("\t".join, lines))


def as_csv(found: MatchCounts) -> bytes:
    """Return the tables of each file and of all; spreadsheets take it for UTF-8."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(("File", *COLUMNS))
    for counts in (*found.files, found.whole):
        name = guarded(counts.name) if counts.name else "all files"
        writer.writerows((name, *row) for row in rows_of(found, counts))
    return text.getvalue().encode("utf-8-sig", "replace")


def as_page(found: MatchCounts, memories: str) -> bytes:
    """Return the tables as a page that fetches nothing; ``memories`` are their names."""
    title = "Matches by band"
    parts = [
        head(title, _STYLE, in_language("en")) + "<body>",
        f"<h1>{title}</h1>",
        f"<p>{content(f'Memories: {memories}')}</p>",
        f"<p>{content(_EXPLAINED)}</p>",
    ]
    several = found.files if len(found.files) > 1 else ()
    named = [("All files" if several else found.files[0].name if found.files else "", found.whole)]
    for name, counts in (*named, *((one.name, one) for one in several)):
        parts.append(f"<h2>{content(name)}</h2><table>{_row('th', COLUMNS)}")
        parts += (_row("td", row) for row in rows_of(found, counts))
        parts.append("</table>")
    return ("\n".join([*parts, "</body></html>"]) + "\n").encode("utf-8", "replace")


def _row(tag: str, cells: tuple[str, ...]) -> str:
    return f"<tr>{''.join(f'<{tag}>{content(cell)}</{tag}>' for cell in cells)}</tr>"
