"""A translated page made new, for a document that was not opened from one: built by roles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from translation.errors.names import visible
from translation.formats.html.own_page import content, head, in_language
from translation.formats.joining import unit_text
from translation.formats.list_items import is_numbered, without_bullet
from translation.model.segment import Role

if TYPE_CHECKING:
    from collections.abc import Iterator

    from translation.formats.spec import WriteOptions
    from translation.model.document import Document

_EVERY = 200
_ELEMENTS = {
    Role.HEADLINE: ("<h1>", "</h1>"),
    Role.SUBHEADING: ("<h2>", "</h2>"),
    Role.DATELINE: ('<p class="dateline">', "</p>"),
    Role.BYLINE: ('<p class="byline">', "</p>"),
    Role.CAPTION: ('<p class="caption">', "</p>"),
    Role.LIST_ITEM: ("<li>", "</li>"),
    Role.CELL: ("<td>", "</td>"),
}
_NUMBERED_ITEM = '<li style="list-style: none">'
_AROUND = {Role.LIST_ITEM: ("<ul>", "</ul>"), Role.CELL: ("<table>", "</table>")}
_STYLE = """
body { max-width: 42rem; margin: 2rem auto; padding: 0 1rem; color: #1b1b1b; background: #fff;
  font: 1.0625rem/1.6 "IBM Plex Sans", "Segoe UI", "Noto Sans", sans-serif; }
:lang(ar), :lang(fa), :lang(ur) { font-family: "IBM Plex Sans Arabic", "Noto Sans Arabic",
  "Segoe UI", Tahoma, sans-serif; line-height: 1.8; }
h1 { font-size: 1.75rem; line-height: 1.3; } h2 { font-size: 1.25rem; margin-top: 2rem; }
p, li { white-space: pre-line; overflow-wrap: anywhere; }
p.dateline, p.byline, p.caption { color: #595959; font-size: .9375rem; }
table { border-collapse: collapse; } td { border: 1px solid #bbb; padding: .25rem .5rem; }
@media print { body { margin: 0; max-width: none; font-size: 11pt; }
  h1, h2 { break-after: avoid; } p { orphans: 3; widows: 3; } }
"""


def new_page(document: Document, options: WriteOptions) -> str:
    """Return the translated article as a page that needs nothing else.

    Inline codes are left out but for line breaks; furniture is left out.
    """
    languages = [file.pair.target for file in document.files] or ["en"]
    body = "".join(_body(document, options))
    names = ", ".join(file.name for file in document.files)
    title = _title(document) or visible(names or options.name)
    return head(title, _STYLE, in_language(languages[0])) + f"<body>\n{body}</body>\n</html>\n"


def _body(document: Document, options: WriteOptions) -> Iterator[str]:
    file_id, role, total = "", Role.PARAGRAPH, len(document.units)
    for done, (unit, segments) in enumerate(document.by_unit()):
        if done % _EVERY == 0:
            options.report(done, total)
        text = unit_text(document, unit, segments).text if unit.is_in_text else ""
        if not text:
            continue
        is_next_file = unit.file_id != file_id
        if is_next_file or unit.role is not role:
            yield _closing(role) if file_id else ""
            if is_next_file:
                yield "</article>\n" if file_id else ""
                yield f"<article {in_language(document.file(unit.file_id).pair.target)}>\n"
            yield _opening(unit.role)
        file_id, role = unit.file_id, unit.role
        start, end = _ELEMENTS.get(role, ("<p>", "</p>"))
        if role is Role.LIST_ITEM:
            text = without_bullet(text)
            start = _NUMBERED_ITEM if is_numbered(text) else start
        row = ("<tr>", "</tr>") if role is Role.CELL else ("", "")
        yield f"{row[0]}{start}{content(text)}{end}{row[1]}\n"
    if file_id:
        yield f"{_closing(role)}</article>\n"


def _opening(role: Role) -> str:
    return f"{_AROUND[role][0]}\n" if role in _AROUND else ""


def _closing(role: Role) -> str:
    return f"{_AROUND[role][1]}\n" if role in _AROUND else ""


def _title(document: Document) -> str:
    for unit, segments in document.by_unit():
        if unit.role is Role.HEADLINE:
            return " ".join(unit_text(document, unit, segments).text.split())
    return ""
