"""The command check as a page: each segment with issues, its texts, and the places marked.

One file that fetches nothing; whatever comes of files is escaped.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from translation.cli.check_command import labelled, message_apart
from translation.formats.html.own_page import content, head, in_language
from translation.model.mark import Side
from translation.quality.sentences import kept_apart
from translation.text.utf16 import from_utf16

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from translation.cli.check_command import Report
    from translation.model.issue import Issue
    from translation.quality import Subject
    from translation.work.checking import Checked

_STYLE = """
:root { color-scheme: light dark; }
body { margin: 2rem auto; max-width: 76rem; padding: 0 1rem;
  font: 1rem/1.6 "IBM Plex Sans", "Segoe UI", "Noto Sans", sans-serif; }
h1 { font-size: 1.25rem; } h2 { font-size: 1.0625rem; margin-top: 2rem; }
table { width: 100%; border-collapse: collapse; margin: .5rem 0 1rem; }
th, td { padding: .375rem .75rem; border-bottom: 1px solid #8884; vertical-align: top;
  text-align: start; overflow-wrap: anywhere; }
td.count { font-variant-numeric: tabular-nums; }
section { border-top: 2px solid #8886; padding: .5rem 0 1rem; break-inside: avoid; }
.texts { display: grid; grid-template-columns: 1fr 1fr; gap: 1.5rem; }
.texts p { margin: .25rem 0; overflow-wrap: anywhere; white-space: pre-line; }
[lang|=ar] { font-family: "Noto Naskh Arabic", "IBM Plex Sans Arabic", "Geeza Pro", serif;
  font-size: 1.125rem; line-height: 1.8; }
h3 { font-size: .8125rem; margin: 0; opacity: .75; }
ul { margin: .5rem 0 0; padding-inline-start: 1.25rem; }
.severity { font-weight: 600; } .quiet { opacity: .75; }
mark { background: none; color: inherit; text-decoration-line: underline;
  text-decoration-thickness: 2px; text-underline-offset: .2em; }
mark.error { text-decoration-style: wavy; text-decoration-color: #c9302c; }
mark.warning { text-decoration-style: dashed; text-decoration-color: #b36b00; }
mark.note { text-decoration-style: dotted; text-decoration-color: #2a6fb0; }
@media (max-width: 45rem) { .texts { grid-template-columns: 1fr; gap: 0; } }
@media print { body { margin: 0; max-width: none; } }
"""


def checks_page(reports: Sequence[Report]) -> str:
    """Return the page."""
    title = f"Checks: {', '.join(report.name for report in reports)}"
    parts = [
        head(title, _STYLE, in_language("en")) + "<body>",
    ]
    for report in reports:
        parts.append(f"<h1>{content(report.name)}</h1><p>{content(report.summary)}.</p>")
        parts += _counts(report)
        for one in report.checked:
            if one.open or one.dismissed:
                parts += _segment(report, one)
    return "\n".join([*parts, "</body></html>"])


def _counts(report: Report) -> Iterator[str]:
    counts = Counter((issue.severity, issue.check) for _, issue in report.issues)
    if counts:
        yield "<table><tr><th>Severity</th><th>Check</th><th>Issues</th></tr>"
        for (severity, check), count in sorted(counts.items(), key=lambda c: (-c[0][0], c[0][1])):
            cells = f"<td>{severity.name.lower()}</td><td>{content(check)}</td>"
            yield f'<tr>{cells}<td class="count">{count}</td></tr>'
        yield "</table>"


def _segment(report: Report, one: Checked) -> Iterator[str]:
    subject = one.subject
    yield f"<section><h3>{content(subject.segment_id)}</h3>"
    yield '<div class="texts">'
    for side, tag in ((Side.SOURCE, subject.pair.source), (Side.TARGET, subject.pair.target)):
        issues = [issue for issue in one.open if issue.side is side]
        text = subject.source if side is Side.SOURCE else subject.target
        yield f"<p {in_language(tag)}>{_marked(subject, text, issues)}</p>"
    yield "</div><ul>"
    for issue in one.open:
        yield _item(subject, issue)
    for found in one.dismissed:
        why = kept_apart(found.dismissal.reason) or "no reason given"
        who = f", {kept_apart(found.record.author)}" if found.record.author else ""
        said = f"dismissed{who}: {message_apart(found.issue)} — {why}"
        yield f'<li class="quiet" dir="ltr">{content(said)}</li>'
    yield "</ul></section>"


def _item(subject: Subject, issue: Issue) -> str:
    severity = issue.severity.name.lower()
    fixes = "".join(
        f"<br>→ <bdi {in_language(subject.pair.target)}>{content(labelled(subject, fix))}</bdi>"
        for fix in issue.fixes
    )
    said = f'<span dir="ltr">{content(message_apart(issue))}</span>'
    return f'<li><span class="severity">{severity}</span> {said}{fixes}</li>'


def _marked(subject: Subject, text: str, issues: Sequence[Issue]) -> str:
    """Return a text with the places of issues marked; of two that overlap, the graver one."""
    places: list[tuple[int, int, str]] = []
    for issue in sorted(issues, key=lambda one: (-one.severity, one.start)):
        start = from_utf16(text, issue.start)
        end = from_utf16(text, issue.start + issue.length)
        if start < end and all(end <= first or last <= start for first, last, _ in places):
            places.append((start, end, issue.severity.name.lower()))
    pieces, at = [], 0
    for start, end, severity in sorted(places):
        pieces.append(content(labelled(subject, text[at:start])))
        inside = content(labelled(subject, text[start:end]))
        pieces.append(f'<mark class="{severity}">{inside}</mark>')
        at = end
    return "".join([*pieces, content(labelled(subject, text[at:]))])
