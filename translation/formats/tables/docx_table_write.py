"""DOCX out: a table of segments that a colleague edits in a word processor and sends back.

A landscape page, a heading row repeated on each page, columns id, source, draft, target,
comment, state. Right-to-left texts stand in paragraphs with w:bidi and runs with w:rtl; inline
codes are written visibly, in the character style “Inline code”. Page furniture is left out. The
package is made by hand, as small as Word and LibreOffice take it: no author, no time of making,
the same bytes for the same document (ISO/IEC 29500-1, part 17).
"""

from __future__ import annotations

import io
import re
import zipfile
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from translation.formats.safe_xml import clean
from translation.formats.spec import Written
from translation.formats.tables.docx_table_parts import PARTS, SECTION
from translation.formats.tables.segment_table import document_rows
from translation.formats.visible_codes import VISIBLE_CODE
from translation.model.language import primary_subtag

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from translation.formats.spec import WriteOptions
    from translation.model.document import Document
    from translation.model.language import LanguagePair

FORMAT = "docx-table"
NAME = "DOCX table"
COLUMNS = ("id", "source", "draft", "target", "comment", "state")
_WIDTHS = {
    "id": 1100, "source": 3900, "draft": 3300, "target": 3900, "comment": 1900, "state": 1350,
}  # fmt: skip
"""In twentieths of a point; together the width between the margins."""
_SHADES = {"id": "F3F4F6", "source": "F3F4F6", "draft": "F3F4F6"}
_NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_TIME = (1980, 1, 1, 0, 0, 0)
_CODE = re.compile(f"\u200e?{VISIBLE_CODE.pattern}\u200e?")
"""A visible code with the left-to-right marks that segment_table puts around it."""
_PIECES = re.compile(rf"({_CODE.pattern}|\n|\t)")


def write(document: Document, options: WriteOptions) -> Written:
    """Write every segment that is no page furniture as a row."""
    body = "".join(_body(document, options))
    page = (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<w:document xmlns:w="{_NAMESPACE}"><w:body>{body}{SECTION}</w:body></w:document>'
    )
    return Written(_packed({**PARTS, "word/document.xml": page}))


def _packed(parts: Mapping[str, str]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            info = zipfile.ZipInfo(name, _TIME)
            archive.writestr(info, text.encode("utf-8"), zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _body(document: Document, options: WriteOptions) -> Iterator[str]:
    widths = "".join(f'<w:gridCol w:w="{_WIDTHS[name]}"/>' for name in COLUMNS)
    yield (
        '<w:tbl><w:tblPr><w:tblStyle w:val="SegmentTable"/>'
        f'<w:tblW w:w="{sum(_WIDTHS.values())}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        f"</w:tblPr><w:tblGrid>{widths}</w:tblGrid>"
    )
    heading = "".join(_cell(name, name, shade="E5E7EB", bold=True) for name in COLUMNS)
    yield f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{heading}</w:tr>"
    for _unit, segment, cells in document_rows(document, options.report, with_stamp=True):
        pair = document.pair_of(segment)
        row = "".join(_segment_cell(name, cells[name], pair) for name in COLUMNS)
        yield f"<w:tr>{row}</w:tr>"
    # Word wants a paragraph behind a table.
    yield '</w:tbl><w:p><w:pPr><w:spacing w:after="0"/></w:pPr></w:p>'


def _segment_cell(name: str, text: str, pair: LanguagePair) -> str:
    shade = _SHADES.get(name, "")
    match name:
        case "source":
            return _cell(name, text, shade, pair.source if pair.source_is_rtl else "")
        case "draft" | "target":
            return _cell(name, text, shade, pair.target if pair.target_is_rtl else "")
        case _:
            return _cell(name, text, shade)


def _cell(name: str, text: str, shade: str = "", rtl: str = "", *, bold: bool = False) -> str:
    """Return a cell; ``rtl`` is the language of a text that runs from right to left."""
    fill = f'<w:shd w:val="clear" w:color="auto" w:fill="{shade}"/>' if shade else ""
    look = f'<w:rtl/><w:lang w:bidi="{escape(primary_subtag(rtl))}"/>' if rtl else ""
    if bold:
        look = "<w:b/><w:bCs/>"
    elif name == "id":
        look = '<w:color w:val="6B7280"/><w:sz w:val="14"/><w:szCs w:val="14"/>'
    paragraph = "<w:pPr><w:bidi/></w:pPr>" if rtl else ""
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{_WIDTHS[name]}" w:type="dxa"/>{fill}</w:tcPr>'
        f"<w:p>{paragraph}{_runs(text, look)}</w:p></w:tc>"
    )


def _runs(text: str, look: str) -> str:
    """Return the text as runs; inline codes in runs of their own style."""
    runs = []
    for piece in _PIECES.split(text.replace("\r", "{U+000D}")):
        if piece == "\n":
            runs.append("<w:r><w:br/></w:r>")
        elif piece == "\t":
            runs.append("<w:r><w:tab/></w:r>")
        elif piece:
            form = '<w:rStyle w:val="InlineCode"/>' if _CODE.fullmatch(piece) else look
            mark = f"<w:rPr>{form}</w:rPr>" if form else ""
            shown = escape(clean(piece))
            runs.append(f'<w:r>{mark}<w:t xml:space="preserve">{shown}</w:t></w:r>')
    return "".join(runs)
