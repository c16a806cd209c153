"""PDF out: the translated article, or both texts side by side for a client to read.

The pages are HTML as far as Qt's QTextDocument knows it (tables with widths on their cells,
``dir``, a few styles); a printer that the program brings lays them out. Each row of the side by
side pages is a table of its own, so that the printer can keep it on one sheet.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Protocol

from translation.errors import ExportError
from translation.errors.names import visible
from translation.formats.joining import filling_notices
from translation.formats.list_items import BULLET, is_numbered, without_bullet
from translation.formats.noted import noted_of, noted_of_document
from translation.formats.pdf.text import (
    DELETED,
    DRAFT,
    INSERTED,
    QUIET,
    changes,
    formatted,
    labelled,
    paragraph,
    plain,
)
from translation.formats.spec import Written
from translation.model.inline import strip_codes
from translation.model.language import ARABIC_TO_ENGLISH, is_right_to_left
from translation.model.segment import Role
from translation.text.bidi import runs_right_to_left
from translation.text.languages import language_name

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from translation.formats.noted import NoteLine
    from translation.formats.spec import WriteOptions
    from translation.model.document import Document
    from translation.model.segment import Segment, SourceFile, TranslationUnit

FORMAT, SIDES_FORMAT, CHANGES_FORMAT = "pdf", "pdf-sides", "pdf-changes"
UNITS_A_REPORT = 200

_TAGS = {Role.HEADLINE: "h1", Role.SUBHEADING: "h3"}
_STYLES = {
    Role.DATELINE: f"color:{QUIET}",
    Role.BYLINE: f"color:{QUIET}",
    Role.CAPTION: f"color:{QUIET}; font-size:9pt",
    Role.LIST_ITEM: "margin-left:14px; margin-right:14px",
}
_ROW = "margin:0; white-space:pre-wrap"
_ROW_STYLES = {
    Role.HEADLINE: "font-size:13pt; font-weight:600",
    Role.SUBHEADING: "font-weight:600",
    Role.DATELINE: f"color:{QUIET}",
    Role.BYLINE: f"color:{QUIET}",
    Role.CAPTION: f"color:{QUIET}",
}
NOTE = "#2b5fa8"
_LINE = "border-bottom:1px solid #cfcdc6"


class _TargetCell(Protocol):
    def __call__(
        self, document: Document, unit: TranslationUnit, segment: Segment, language: str
    ) -> str: ...


def write(document: Document, options: WriteOptions) -> Written:
    """Write the translated article; drafts nobody reviewed are used and counted in a notice.

    Raises ExportError no_printer or not_printed, and what the printer's report raises.
    """
    made: list[str] = []
    for unit, segments in _units(document, options):
        language = document.file(unit.file_id).pair.target
        content = _article_text(document, unit, segments, language)
        if content:
            tag, style = _TAGS.get(unit.role, "p"), _STYLES.get(unit.role, "")
            made.append(paragraph(content, language, style, tag))
    return _printed("".join(made), document, options)


def write_sides(document: Document, options: WriteOptions) -> Written:
    """Write source and target side by side, a row a segment; raises as ``write`` does."""
    key = f"{_mark('draft')} what a machine wrote and nobody has reviewed"
    return _printed(_rows(document, options, _shown, key), document, options)


def write_changes(document: Document, options: WriteOptions) -> Written:
    """Write them with what was changed of each draft; raises as ``write`` does."""
    key = (
        f'<span style="color:{DELETED}; text-decoration:line-through">taken out of the draft</span>'
        f' · <span style="color:{INSERTED}; text-decoration:underline">put in</span>'
        f" · {_mark('draft')} what a machine wrote and nobody has reviewed"
    )
    return _printed(_rows(document, options, _changed, key), document, options)


def _printed(body: str, document: Document, options: WriteOptions) -> Written:
    if options.printer is None:
        raise ExportError("no_printer", file=options.name)
    title = visible(", ".join(file.name for file in document.files) or options.name)
    pair = document.files[0].pair if document.files else ARABIC_TO_ENGLISH
    try:
        data = options.printer.pdf(
            f"<html><body>{body}</body></html>",
            title=title,
            right_to_left=is_right_to_left(pair.target),
            report=options.report,
        )
    except OSError as error:
        raise ExportError("not_printed", file=options.name) from error
    return Written(data, filling_notices(options.name, document))


def _units(
    document: Document, options: WriteOptions
) -> Iterator[tuple[TranslationUnit, Sequence[Segment]]]:
    """Give the units but for page furniture, and report how far it is."""
    total = len(document.units)
    for number, (unit, segments) in enumerate(document.by_unit()):
        if number % UNITS_A_REPORT == 0:
            options.report(number, total)
        if unit.is_in_text:
            yield unit, segments


def _article_text(
    document: Document, unit: TranslationUnit, segments: Sequence[Segment], language: str
) -> str:
    pieces: list[str] = []
    for segment in segments:
        text = document.shown_target(segment) if _has_target(document, segment) else segment.source
        pieces += [text, segment.trail or " "]
    text = "".join(pieces).strip()
    if unit.role is Role.LIST_ITEM and not is_numbered(strip_codes(text)):
        text = f"{BULLET} {without_bullet(text)}" if text else ""
    return formatted(text, unit.codes, language)


def _has_target(document: Document, segment: Segment) -> bool:
    return segment.target is not None or document.current_draft(segment) is not None


def _rows(document: Document, options: WriteOptions, cell: _TargetCell, key: str) -> str:
    made: list[str] = []
    file_id = ""
    for unit, segments in _units(document, options):
        file = document.file(unit.file_id)
        if file.id != file_id:
            made.append(_head(file, key))
            if not file_id:
                made += map(_note_row, noted_of_document(document))
            file_id = file.id
        style = "; ".join(filter(None, (_ROW, _ROW_STYLES.get(unit.role))))
        pair = file.pair
        for segment in segments:
            number = options.number(document, segment)
            source = labelled(segment.source, unit.codes, pair.source)
            target = cell(document, unit, segment, pair.target)
            made.append(
                _row(
                    f'<p style="margin:0; color:{QUIET}; font-size:8pt">{number}</p>',
                    paragraph(source, pair.source, style),
                    paragraph(target, pair.target, style),
                )
            )
            made += map(_note_row, noted_of(document, unit, segment))
    return "".join(made)


def _head(file: SourceFile, key: str) -> str:
    small = partial(paragraph, style=f"margin:0; color:{QUIET}; font-size:9pt")
    pair = file.pair
    return (
        f'<h2 style="margin-bottom:2px">{plain(visible(file.name))}</h2>'
        f'<p style="margin-top:0; margin-bottom:10px; font-size:8.5pt; color:{QUIET}">{key}</p>'
        + _row(
            "",
            small(plain(language_name(pair.source)), pair.source),
            small(plain(language_name(pair.target)), pair.target),
        )
    )


def _row(number: str, source: str, target: str) -> str:
    return (
        '<table width="100%" cellspacing="0" cellpadding="5" style="border-collapse:collapse"><tr>'
        f'<td width="6%" style="{_LINE}">{number}</td>'
        f'<td width="47%" style="{_LINE};padding-right:12px">{source}</td>'
        f'<td width="47%" style="{_LINE};padding-left:12px">{target}</td></tr></table>'
    )


def _note_row(line: NoteLine) -> str:
    """Return a note below its row; its letters say how it runs."""
    rtl = runs_right_to_left(line.text)
    shift, colour = 16 if line.is_answer else 0, QUIET if line.is_settled else NOTE
    side = "right" if rtl else "left"
    style = f"margin:0; margin-{side}:{shift}px; font-size:9pt; white-space:pre-wrap"
    about = f'<p style="margin:0; color:{QUIET}; font-size:8pt">{plain(line.about)}</p>'
    said = f'<span style="color:{colour}">{plain(line.text)}</span>'
    return (
        '<table width="100%" cellspacing="0" cellpadding="5" style="border-collapse:collapse"><tr>'
        f'<td width="6%"></td><td width="94%">{about if line.about else ""}'
        f"{paragraph(said, 'ar' if rtl else 'en', style)}</td></tr></table>"
    )


def _shown(document: Document, unit: TranslationUnit, segment: Segment, language: str) -> str:
    if not _has_target(document, segment):
        return f'<span style="color:{QUIET}">—</span>'
    shown = labelled(document.shown_target(segment), unit.codes, language)
    if segment.target is not None:
        return shown
    return f"{_mark('draft')} <i>{shown}</i>"


def _changed(document: Document, unit: TranslationUnit, segment: Segment, language: str) -> str:
    draft = document.drafts.base(segment)
    if segment.target is None or draft is None:
        return _shown(document, unit, segment, language)
    return changes(draft.text, segment.target, unit.codes, language)


def _mark(text: str) -> str:
    return f'<span style="color:{DRAFT}; font-size:8pt; font-weight:600">[{text}]</span>'
