"""Pieces of a report's page: tables, texts and numbers, all that comes of files escaped.

Plain HTML that browsers and Qt's printer both lay out.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from translation.formats.html.own_page import attribute, in_language
from translation.model.language import is_right_to_left
from translation.reporting.words import Edition, words
from translation.text.bidi import FSI, LRI, PDI
from translation.text.words import diff

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


@dataclass(frozen=True, slots=True)
class Voice:
    """Who speaks: the edition, and with it words and sides; on paper or to a browser."""

    edition: Edition
    on_paper: bool = False

    def __call__(self, key: str, **facts: str) -> str:
        """Return the words of a key, escaped, filled with facts that run their own way."""
        apart_ = {name: f"{FSI}{fact}{PDI}" for name, fact in facts.items()}
        return safe(words(self.edition, key).format(**apart_))

    def listed(self, pieces: Iterable[str]) -> str:
        """Return pieces of HTML one after another."""
        return ("، " if self.edition.is_right_to_left else ", ").join(pieces)

    def percent(self, value: float) -> str:
        """Write a share in per cent."""
        return f"{value:.1f}٪" if self.edition.is_right_to_left else f"{value:.1f} %"

    @property
    def sides(self) -> tuple[str, str]:
        """The sides on which a line begins and ends, as HTML names them."""
        return ("right", "left") if self.edition.is_right_to_left else ("left", "right")


def number(value: float, places: int = 0) -> str:
    """Write a number, thousands apart."""
    return f"{value:,.{places}f}"


def safe(text: str) -> str:
    """Return a text that came of a file as HTML."""
    return attribute(text)


def apart(text: str) -> str:
    """Return a text of a file that runs its own way among others."""
    return f"{FSI}{safe(text)}{PDI}"


def figures(text: str) -> str:
    """Return figures with signs between them, which run from left to right in any edition."""
    return f"{LRI}{safe(text)}{PDI}"


def table(
    voice: Voice, headings: Sequence[str], rows: Iterable[Sequence[str]], texts: int = 1
) -> str:
    """Return a table of cells that are HTML already; columns behind the ``texts`` are numbers."""
    made = ['<table width="100%" cellspacing="0" cellpadding="5">']
    if headings:
        made.append(f"<thead>{_row(voice, 'th', headings, texts)}</thead>")
    made.append("<tbody>")
    made += [_row(voice, "td", row, texts) for row in rows]
    made.append("</tbody></table>")
    return "\n".join(made)


def _row(voice: Voice, tag: str, cells: Sequence[str], texts: int) -> str:
    start, end = voice.sides
    made = [
        f'<{tag} align="{start if place < texts else end}">{cell}</{tag}>'
        for place, cell in enumerate(cells)
    ]
    if voice.on_paper and voice.edition.is_right_to_left:
        made.reverse()  # Qt sets the columns of every table from left to right.
    return f"<tr>{''.join(made)}</tr>"


def running(text: str, language: str, tag: str = "p") -> str:
    """Return a text in its language, already HTML, as a paragraph of its own."""
    align = "right" if is_right_to_left(language) else "left"
    return f'<{tag} {in_language(language)} align="{align}">{text}</{tag}>'


def changes(before: str, after: str) -> str:
    """Return what became of a text: taken out struck, put in underlined."""
    made = []
    for part in diff(before, after):
        tag = {"delete": "del", "insert": "ins"}.get(part.kind)
        text = safe(part.text)
        made.append(f"<{tag}>{text}</{tag}>" if tag else text)
    return "".join(made)
