"""What test_pdf_pens and test_pdf_rows work with."""

from __future__ import annotations

import re
import unicodedata

from tests.translation.formats.pdf_files import visual
from translation.formats import FORMATS, ReadOptions
from translation.formats.pdf.drawn import DrawnPage
from translation.formats.pdf.order import Glyph
from translation.formats.pdf.pens import page_of
from translation.model.imported import ImportedFile
from translation.model.language import ARABIC_TO_ENGLISH

SPEC = next(spec for spec in FORMATS if spec.id == "pdf")


SIZE = 12.0


WIDE = 6.0
"""How far the pen goes on at a letter."""


Put = str | tuple[str, float] | tuple[str, float, float]
"""A glyph's text, its advance and how far from the pen's way it is set."""


def drawn(*puts: Put, shapes: bool = True) -> list[Glyph]:
    """Draw from left to right: marks over the next letter, everything else one after another."""
    made: list[Glyph] = []
    pen = 0.0
    known: dict[str, int] = {}
    for index, put in enumerate(puts):
        text, wide, offset = (put, WIDE, 0.0) if isinstance(put, str) else (*put, 0.0)[:3]
        is_mark = bool(unicodedata.combining(text[0]))
        wide, offset = (0.0, 2.0) if is_mark and isinstance(put, str) else (wide, offset)
        shape = (1, known.setdefault(text, len(known))) if shapes else None
        left = pen + offset
        made.append(Glyph(text, left, left + wide, 0, SIZE, index, shape=shape))
        pen += wide
    return made


def line(*puts: Put, shapes: bool = True) -> str:
    return text_of(drawn(*puts, shapes=shapes))


def text_of(glyphs: list[Glyph]) -> str:
    return "\n".join(found.text for found in page_of(DrawnPage(842, glyphs), True).lines)


def seen(text: str) -> list[str]:
    return list(visual(text))


def read(data: bytes) -> ImportedFile:
    assert SPEC.read
    return SPEC.read(data, ReadOptions("a.pdf", ARABIC_TO_ENGLISH))[0]


MARKS = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069\u0640\u200b-\u200d]")


def words(text: str) -> list[str]:
    return unicodedata.normalize("NFC", MARKS.sub("", unicodedata.normalize("NFKC", text))).split()
