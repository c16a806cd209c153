"""The command compare as a page: scores, and side by side where draft sets differ most.

One file that fetches nothing; whatever comes of files is escaped.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from translation.cli.significance_output import (
    difference_text,
    interval_text,
    method_line,
    too_few,
)
from translation.formats.html.own_page import content, head, in_language
from translation.model.inline import strip_codes
from translation.scoring.differing import SEGMENT_METRIC, wins
from translation.scoring.metrics import LOWER_IS_BETTER

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from translation.scoring.differing import Differing
    from translation.scoring.metrics import MetricId
    from translation.scoring.significance import Significance
    from translation.work.draft_sets import DraftSets

_STYLE = """
:root { color-scheme: light dark; }
body { margin: 2rem auto; max-width: 76rem; padding: 0 1rem;
  font: 1rem/1.6 "IBM Plex Sans", "Segoe UI", "Noto Sans", sans-serif; }
h1 { font-size: 1.25rem; } h2 { font-size: 1.0625rem; margin-top: 2rem; }
table { width: 100%; border-collapse: collapse; margin: .5rem 0 1rem; }
th, td { padding: .375rem .75rem; border-bottom: 1px solid #8884; vertical-align: top;
  text-align: start; overflow-wrap: anywhere; }
td { font-variant-numeric: tabular-nums; }
code, caption { font-size: .8125rem; text-align: start; overflow-wrap: anywhere; }
table.texts { table-layout: fixed; }
@media print { body { margin: 0; max-width: none; } table { break-inside: avoid; } }
"""


def comparison_page(
    sets: DraftSets,
    found: Significance,
    scored: Sequence[Differing],
    shown: Sequence[Differing],
    title: str,
) -> str:
    """Return the page; ``shown`` are the segments to show side by side."""
    parts = [
        head(title, _STYLE, in_language("en")) + "<body>",
        f"<h1>{content(title)}</h1>",
        f"<p>{content(method_line(found))}. [95 % intervals]</p>",
    ]
    sentence = too_few(found)
    if sentence:
        parts.append(f"<p><strong>{content(sentence)}</strong></p>")
    for id_ in found.systems[0].scores:
        parts += _metric(sets.names, found, id_)
    parts += _wins(sets.names, scored)
    if shown:
        parts.append(f"<h2>Where they differ most, by {SEGMENT_METRIC} of the segment</h2>")
    for one in shown:
        parts += _example(sets, one)
    return "\n".join([*parts, "</body></html>"])


def _metric(names: Sequence[str], found: Significance, id_: MetricId) -> Iterator[str]:
    better = " (lower is better)" if id_ in LOWER_IS_BETTER else ""
    yield f"<h2>{id_.value}{better}</h2><table>"
    yield f"<caption>{content(found.systems[0].scores[id_].signature)}</caption>"
    yield _row("th", ("Drafts", "Score", "Less the first"))
    for name, system in zip(names, found.systems, strict=True):
        difference = system.differences.get(id_)
        score = f"{system.scores[id_].value:.2f} {interval_text(system.intervals[id_])}"
        yield _row("td", (name, score, difference_text(difference) if difference else ""))
    yield "</table>"


def _wins(names: Sequence[str], scored: Sequence[Differing]) -> Iterator[str]:
    if len(names) == 1:
        return
    yield f"<h2>Segments by {SEGMENT_METRIC}, against {content(names[0])}</h2><table>"
    yield _row("th", ("Drafts", "Better", "Worse", "The same"))
    for place, name in enumerate(names[1:], start=1):
        won = wins(scored, place)
        yield _row("td", (name, str(won.better), str(won.worse), str(won.same)))
    yield "</table>"


def _example(sets: DraftSets, one: Differing) -> Iterator[str]:
    """Give one segment: source and references above, the drafts side by side below."""
    segment = sets.document.segment(one.key)
    pair = sets.document.files[0].pair
    yield f"<h3>{content(one.key)}</h3>"
    if segment.source:
        yield f"<p {in_language(pair.source)}>{content(strip_codes(segment.source))}</p>"
    for text in sets.tallies[0].references(one.key):
        yield f"<p {in_language(pair.target)}><em>{content(text)}</em></p>"
    labels = [f"{name} {score:.1f}" for name, score in zip(sets.names, one.scores, strict=True)]
    texts = [tally.hypothesis(one.key) for tally in sets.tallies]
    yield '<table class="texts">' + _row("th", labels)
    yield _row("td", texts, in_language(pair.target)) + "</table>"


def _row(tag: str, cells: Iterable[str], attributes: str = 'dir="auto"') -> str:
    return f"<tr>{''.join(f'<{tag} {attributes}>{content(text)}</{tag}>' for text in cells)}</tr>"
