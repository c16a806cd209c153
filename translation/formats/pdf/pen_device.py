"""What pdfminer.six's interpreter draws of a page, noted glyph by glyph."""

from __future__ import annotations

import math
from typing import Any, NamedTuple

from translation.formats.pdf.order import SPACE
from translation.formats.pdf.rows import STRAIGHT

MOST_GLYPHS = 200_000
"""Glyphs of one page; a newspaper's has 20 000."""

_Matrix = tuple[float, float, float, float, float, float]


class Placed(NamedTuple):
    """A glyph as it was drawn: where the pen stood and where it went, in the page's space."""

    text: str
    pen: tuple[float, float]
    went: tuple[float, float]
    size: float
    quarter: int
    shape: tuple[int, int]
    span: int
    actual: str | None


def fonts() -> Any:
    """Return the library's keeper of fonts, with the widths that a file gives them."""
    from pdfminer.pdffont import PDFType1Font
    from pdfminer.pdfinterp import PDFResourceManager
    from pdfminer.pdftypes import resolve1

    class Fonts(PDFResourceManager):  # type: ignore[misc]
        def get_font(self, objid: Any, spec: Any) -> Any:
            """Return the font of this description; by its name alone Helvetica would be another."""
            font = super().get_font(objid, spec)
            widths = resolve1(spec.get("Widths"))
            if isinstance(font, PDFType1Font) and isinstance(widths, list):
                first = resolve1(spec.get("FirstChar", 0))
                font.widths = {first + at: resolve1(width) for at, width in enumerate(widths)}
            return font

    return Fonts()


class PenDevice:
    """Notes where the pen stands at each glyph: a device as the library's interpreter calls it."""

    def __init__(self) -> None:
        self.placed: list[Placed] = []
        self._matrix: _Matrix = (1, 0, 0, 1, 0, 0)
        self._spans: list[tuple[int, str | None]] = []
        self._count = 0

    def set_ctm(self, matrix: _Matrix) -> None:
        """Take the matrix from the text's space to the page's."""
        self._matrix = matrix

    def pass_over(self, *_: Any) -> None:
        """Draw nothing: pictures, lines, figures and points are no text."""

    begin_page = end_page = begin_figure = end_figure = pass_over
    paint_path = render_image = do_tag = pass_over

    def begin_tag(self, tag: Any, props: Any = None) -> None:
        """Begin a span of glyphs, which may have a text of its own."""
        self._count += 1
        self._spans.append((self._count, _actual_text(props)))

    def end_tag(self) -> None:
        """End the span that began last."""
        if self._spans:
            self._spans.pop()

    def render_string(self, textstate: Any, seq: Any, ncs: Any, graphicstate: Any) -> None:
        """Draw a string; the pen goes on by 9.4.4 of the standard."""
        font, size, rise = textstate.font, textstate.fontsize, textstate.rise
        if font is None or font.is_vertical():
            return
        scaling = textstate.scaling / 100
        matrix = _product(textstate.matrix, self._matrix)
        span, actual = next((s for s in reversed(self._spans) if s[1] is not None), (0, None))
        x, y = textstate.linematrix
        for piece in seq:
            if isinstance(piece, int | float):
                x -= piece / 1000 * size * scaling
            elif isinstance(piece, bytes):
                for code in font.decode(piece):
                    wide = font.char_width(code) * size * scaling
                    self._put(font, code, matrix, (x, y + rise), wide, size, span, actual)
                    x += wide + textstate.charspace * scaling
                    if code == ord(SPACE) and not font.is_multibyte():
                        x += textstate.wordspace * scaling
        textstate.linematrix = (x, y)

    def _put(
        self,
        font: Any,
        code: int,
        matrix: _Matrix,
        pen: tuple[float, float],
        wide: float,
        size: float,
        span: int,
        actual: str | None,
    ) -> None:
        a, b, c, d, e, f = matrix
        sign = -1 if size < 0 else 1
        turns = math.atan2(b * sign, a * sign) / (math.pi / 2)
        if len(self.placed) >= MOST_GLYPHS or abs(turns - round(turns)) > STRAIGHT:
            return
        text = _name(font, code)
        x, y = pen[0] * a + pen[1] * c + e, pen[0] * b + pen[1] * d + f
        numbers = (x, y, wide, size, *matrix)
        if not all(map(math.isfinite, numbers)):
            return
        self.placed.append(
            Placed(
                text,
                (x, y),
                (x + wide * a, y + wide * b),
                abs(size) * math.hypot(c, d),
                round(turns) % 4,
                (id(font), code),
                span,
                actual,
            )
        )


def _product(one: _Matrix, other: _Matrix) -> _Matrix:
    a, b, c, d, e, f = one
    to_a, to_b, to_c, to_d, to_e, to_f = other
    return (
        a * to_a + b * to_c,
        a * to_b + b * to_d,
        c * to_a + d * to_c,
        c * to_b + d * to_d,
        e * to_a + f * to_c + to_e,
        e * to_b + f * to_d + to_f,
    )


def _name(font: Any, code: int) -> str:
    """Return the text that the file gives a glyph, nothing for none."""
    from pdfminer.pdffont import PDFUnicodeNotDefined

    try:
        return str(font.to_unichr(code))
    except PDFUnicodeNotDefined:
        return ""


def _actual_text(properties: Any) -> str | None:
    from pdfminer.pdftypes import resolve1

    value = resolve1(properties.get("ActualText")) if isinstance(properties, dict) else None
    if not isinstance(value, bytes):
        return None
    if value.startswith(b"\xfe\xff"):
        return value[2:].decode("utf-16-be", "replace")
    return value.decode("utf-8" if value.startswith(b"\xef\xbb\xbf") else "latin-1", "replace")
