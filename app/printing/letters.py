"""Naming the letters of a PDF that Qt wrote as the letters they are.

Qt names each Arabic glyph by the form in which it joins its neighbours (U+FE91 for the first
letter of a word), so that a search for the word finds it only in viewers that fold such forms,
and what is copied is no Arabic anybody types. The maps from glyphs to characters (ToUnicode,
PDF 32000-1, 9.10.3) are plain text in Qt's files; no byte of them moves. Ligatures keep their
forms: of two characters for one glyph some viewers take the last first.
"""

from __future__ import annotations

import re
import unicodedata

_MAP = re.compile(rb"begincmap\n.*?\nendcmap", re.DOTALL)
_ARRAY = re.compile(rb"\[[^\]]*\]")
_FORM = re.compile(rb"<(F[BE][0-9A-F]{2})>")


def with_plain_letters(pdf: bytes) -> bytes:
    """Return the PDF, as long as it was, with the forms of Arabic letters named as letters."""
    return _MAP.sub(
        lambda found: _ARRAY.sub(lambda array: _FORM.sub(_letter, array[0]), found[0]), pdf
    )


def _letter(form: re.Match[bytes]) -> bytes:
    letter = unicodedata.normalize("NFKC", chr(int(form[1], 16)))
    return b"<%04X>" % ord(letter) if len(letter) == 1 else form[0]
