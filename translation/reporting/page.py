"""A report as one page that fetches nothing, for browsers and, through Qt, for paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from translation import __version__
from translation.errors.names import visible
from translation.formats.html.own_page import head, in_language
from translation.reporting.sections import SECTIONS
from translation.reporting.tables import Voice, apart

if TYPE_CHECKING:
    from translation.reporting.review import Review
    from translation.reporting.words import Edition

_STYLE = """
body { margin: 2rem auto; max-width: 60rem; padding: 0 1rem; color: #1f2328; background: #ffffff;
  font: 1rem/1.6 "IBM Plex Sans", "Segoe UI", "Noto Sans", sans-serif; }
:lang(en) { font-family: "IBM Plex Sans", "Segoe UI", "Noto Sans", sans-serif; }
:lang(ar), :lang(fa), :lang(ur) { font-family: "IBM Plex Sans Arabic",
  "IBM Plex Sans", "Noto Sans Arabic", "Segoe UI", Tahoma, sans-serif; line-height: 1.8; }
h1 { font-size: 1.5rem; margin-bottom: .25rem; } h2 { font-size: 1.2rem; margin-top: 2.25rem;
  border-bottom: 2px solid #0b5c6b; padding-bottom: .2rem; }
h3 { font-size: 1rem; margin-bottom: .25rem; } h4 { font-size: .875rem; color: #57606a;
  margin: 1.25rem 0 .25rem; }
h4 + p, h4 + p + p { margin: .25rem 0; }
table { border-collapse: collapse; margin: .5rem 0 1rem; }
th { font-size: .8125rem; color: #57606a; font-weight: 600; }
th, td { border-bottom: 1px solid #d8d6cf; vertical-align: top; overflow-wrap: anywhere; }
td { font-variant-numeric: tabular-nums; }
.small { font-size: .8125rem; color: #57606a; overflow-wrap: anywhere; }
del { color: #b3261e; } ins { color: #0b6e3a; }
img { max-width: 100%; height: auto; }
@media print { body { margin: 0; max-width: none; } tr, img, h4 + p { break-inside: avoid; }
  h2, h3, h4 { break-after: avoid; } }
"""


_PAPER_STYLE = """
h1 { font-size: 17pt; } h2 { font-size: 13pt; margin-top: 16px; } h3 { font-size: 11pt; }
h4 { font-size: 9pt; color: #57606a; margin-top: 8px; margin-bottom: 2px; }
p { margin-top: 2px; margin-bottom: 4px; } td, th { border-bottom: 1px solid #d8d6cf; }
th { font-size: 9pt; color: #57606a; } .small { font-size: 8.5pt; color: #57606a; }
del { color: #b3261e; text-decoration: line-through; }
ins { color: #0b6e3a; text-decoration: underline; }
"""


def page(review: Review, edition: Edition, *, on_paper: bool = False) -> str:
    """Return the whole page; the same report always makes the same page.

    ``on_paper`` is for Qt's printer, which knows less of HTML than a browser.
    """
    voice = Voice(edition, on_paper)
    style = _PAPER_STYLE if on_paper else _STYLE
    made = [
        head(title(review, edition), style, in_language(edition.value), pictures=True),
        f"<body {in_language(edition.value)}>",
        f"<h1>{voice('report')}</h1>",
        f"<p>{voice.listed(apart(visible(one.name)) for one in review.statistics.files)}</p>",
    ]
    for section in SECTIONS:
        written = list(section.write(review, voice))
        if written:
            made += [f"<h2>{voice(section.id)}</h2>", *written]
    made += [f'<p class="small">{voice("made_by", version=__version__)}</p>', "</body></html>"]
    return "\n".join(made) + "\n"


def title(review: Review, edition: Edition) -> str:
    """Return what the page is called."""
    return f"{Voice(edition)('report')}: {review.title}"
