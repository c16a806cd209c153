"""HTML out: source and translation side by side on one page that needs nothing else.

For reading, printing and passing round: rows have the numbers that the window shows, each side
runs its own way, drafts nobody reviewed are marked, page furniture is left out, notes stand below
their row, and nothing is fetched from anywhere. With tracked changes each target shows what was
taken out of its draft and put in, word by word.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from translation.errors.names import visible
from translation.formats.code_table import SPECIAL, character_name
from translation.formats.html.own_page import attribute, content, head, in_language
from translation.formats.joining import filling_notices
from translation.formats.noted import noted_of, noted_of_document
from translation.formats.spec import Written
from translation.model.inline import code_index, is_code
from translation.model.language import is_right_to_left
from translation.model.rejection import rejection_of
from translation.text.bidi import LRI, PDI, RLI, isolate_foreign_runs
from translation.text.languages import language_name
from translation.text.words import diff

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from translation.formats.noted import NoteLine
    from translation.formats.spec import WriteOptions
    from translation.model.document import Document
    from translation.model.inline import InlineCode
    from translation.model.segment import Segment, SourceFile, TranslationUnit

_STYLE = """
:root { color-scheme: light dark; --line: #8884; --quiet: #767676; --mark: #b35c00;
  --gone: #b3261e; --new: #0b6e3a; }
@media (prefers-color-scheme: dark) { :root { --quiet: #9a9a9a; --mark: #e39a4a; --gone: #f2938c;
  --new: #7fd1a4; } }
body { margin: 2rem auto; max-width: 76rem; padding: 0 1rem;
  font: 1rem/1.6 "IBM Plex Sans", "Segoe UI", "Noto Sans", sans-serif; }
h1 { font-size: 1.25rem; overflow-wrap: anywhere; }
p.key { color: var(--quiet); font-size: .875rem; }
table { width: 100%; border-collapse: collapse; table-layout: fixed; }
th { font-size: .8125rem; text-align: start; color: var(--quiet); font-weight: 600; }
th, td { padding: .5rem .75rem; border-bottom: 1px solid var(--line); vertical-align: top;
  text-align: start; overflow-wrap: anywhere; white-space: pre-wrap; }
col.number { width: 3rem; } col.state { width: 6.5rem; }
td.number, td.state { color: var(--quiet); font-size: .8125rem; }
:lang(ar), :lang(fa), :lang(ur) { font-family: "IBM Plex Sans Arabic", "Noto Sans Arabic",
  "Segoe UI", Tahoma, sans-serif; line-height: 1.8; }
tr.headline td.text { font-size: 1.25rem; font-weight: 600; }
tr.subheading td.text { font-weight: 600; }
tr.dateline td.text, tr.byline td.text, tr.caption td.text { color: var(--quiet); }
del { color: var(--gone); } ins { color: var(--new); text-decoration-thickness: .08em; }
del + ins { margin-inline-start: .15em; }
tr.draft td.target { font-style: italic; border-inline-start: 3px solid var(--mark); }
tr.draft td.state { color: var(--mark); }
p.note { margin: 0 0 .35rem; font-size: .875rem; border-inline-start: 3px solid var(--line);
  padding-inline-start: .6rem; white-space: pre-wrap; }
p.answer { margin-inline-start: 1.2rem; } p.settled, p.note b { color: var(--quiet); }
p.note b { font-weight: 600; font-size: .8125rem; display: block; }
code { direction: ltr; unicode-bidi: isolate; font-size: .75em; color: var(--quiet);
  border: 1px solid var(--line);
  border-radius: 3px; padding: 0 .25em; }
@media print { body { margin: 0; max-width: none; } tr { break-inside: avoid; } }
"""
_PIECES = re.compile(f"({SPECIAL.pattern})")
SIDES_FORMAT, CHANGES_FORMAT = "html-sides", "html-changes"
_EVERY = 200
_DRAFTS_KEY = "Rows with a coloured edge are machine drafts that nobody reviewed."
_CHANGES_KEY = "<del>Taken out</del> · <ins>put in</ins>"


def write(document: Document, options: WriteOptions) -> Written:
    """Write every segment as a row: number, source, target or draft, state."""
    return _written(document, options, changes=False)


def write_changes(document: Document, options: WriteOptions) -> Written:
    """Write the same, with what was changed of each draft."""
    return _written(document, options, changes=True)


def _written(document: Document, options: WriteOptions, *, changes: bool) -> Written:
    title = visible(", ".join(file.name for file in document.files) or options.name)
    notices = filling_notices(options.name, document)
    drafts = any(notice.code == "unreviewed_drafts" for notice in notices)
    keys = [_CHANGES_KEY] * changes + [_DRAFTS_KEY] * drafts
    body = "".join(_body(document, options, changes))
    page = _page(title, body, keys, _notes(noted_of_document(document)))
    return Written(page.encode("utf-8"), notices)


def _body(document: Document, options: WriteOptions, changes: bool) -> Iterator[str]:
    file_id, total = "", len(document.segments)
    for done, (unit, segment) in enumerate(_rows(document)):
        if done % _EVERY == 0:
            options.report(done, total)
        file = document.file(unit.file_id)
        if file.id != file_id:
            yield ("</tbody></table>\n" if file_id else "") + _table_head(file, document)
            file_id = file.id
        yield _row(document, unit, segment, options.number(document, segment), changes)
        if noted := noted_of(document, unit, segment):
            yield f'<tr class="notes"><td></td><td colspan="3">{_notes(noted)}</td></tr>\n'
    if file_id:
        yield "</tbody></table>\n"


def _rows(document: Document) -> Iterator[tuple[TranslationUnit, Segment]]:
    for unit, segments in document.by_unit():
        if not unit.is_furniture:
            for segment in segments:
                yield unit, segment


def _page(title: str, body: str, keys: list[str], notes: str) -> str:
    return (
        head(title, _STYLE, 'lang="en"')
        + "<body>\n"
        + f'<h1 dir="auto">{content(title)}</h1>\n'
        + "".join(f'<p class="key">{key}</p>\n' for key in keys)
        + notes
        + f"{body}</body>\n</html>\n"
    )


def _table_head(file: SourceFile, document: Document) -> str:
    name = f'<h2 dir="auto">{content(visible(file.name))}</h2>\n' if len(document.files) > 1 else ""
    source, target = file.pair.source, file.pair.target
    return (
        f'{name}<table>\n<colgroup><col class="number"><col><col><col class="state"></colgroup>\n'
        f"<thead><tr><th>#</th>{_heading(source)}{_heading(target)}<th>State</th></tr></thead>\n"
        "<tbody>\n"
    )


def _heading(language: str) -> str:
    return f"<th {in_language(language)}>{content(language_name(language))}</th>"


def _row(
    document: Document, unit: TranslationUnit, segment: Segment, number: int, changes: bool
) -> str:
    pair = document.file(unit.file_id).pair
    is_draft = segment.target is None and document.current_draft(segment) is not None
    state = "draft" if is_draft else segment.state.value
    said = "rejected" if rejection_of(document, segment.id) is not None else state
    target = _target(document, unit, segment, pair.target, changes)
    return (
        f'<tr id="{attribute(segment.id)}" class="{unit.role.value} {state}">'
        f'<td class="number">{number}</td>'
        f'<td class="text source" {in_language(pair.source)}>'
        f"{_with_codes(segment.source, unit.codes, pair.source)}</td>"
        f'<td class="text target" {in_language(pair.target)}>{target}</td>'
        f'<td class="state">{said}</td></tr>\n'
    )


def _notes(lines: Sequence[NoteLine]) -> str:
    """Return notes as paragraphs, each with who wrote it above; their letters say how they run."""
    made = []
    for line in lines:
        kinds = " ".join(["note"] + ["answer"] * line.is_answer + ["settled"] * line.is_settled)
        about = f"<b>{content(line.about)}</b>" if line.about else ""
        made.append(f'<p class="{kinds}" dir="auto">{about}{content(line.text)}</p>')
    return "\n".join(made)


def _target(
    document: Document, unit: TranslationUnit, segment: Segment, language: str, changes: bool
) -> str:
    draft = document.drafts.base(segment)
    if not changes or segment.target is None or draft is None:
        return _with_codes(document.shown_target(segment), unit.codes, language)
    made = []
    for part in diff(draft.text, segment.target):
        text = _with_codes(part.text, unit.codes, language)
        tag = {"delete": "del", "insert": "ins"}.get(part.kind)
        made.append(f"<{tag}>{text}</{tag}>" if tag else text)
    return "".join(made)


def _with_codes(text: str, codes: Sequence[InlineCode], language: str) -> str:
    """Return the text escaped, each inline code as a small label, never as live markup."""
    rtl = is_right_to_left(language)
    return "".join(
        _label(piece, codes) if SPECIAL.fullmatch(piece) else _with_isolates(piece, rtl)
        for piece in _PIECES.split(text)
    )


def _with_isolates(text: str, rtl: bool) -> str:
    """Return the text escaped, runs of the other direction kept together ("31 January 2022")."""
    shown, positions = isolate_foreign_runs(text, rtl)
    if not positions.inserted:
        return content(text)
    return (
        content(shown)
        .replace(LRI, '<bdi dir="ltr">')
        .replace(RLI, '<bdi dir="rtl">')
        .replace(PDI, "</bdi>")
    )


def _label(character: str, codes: Sequence[InlineCode]) -> str:
    if not is_code(character) or code_index(character) >= len(codes):
        return f"<code>{character_name(character)}</code>"
    code = codes[code_index(character)]
    return "<br>" if code.markup.startswith("<br") else f"<code>{content(code.label)}</code>"
