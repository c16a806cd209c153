"""Which encoding the bytes of an RTF are in: by their font's character set, else the document's.

RTF Specification 1.9.1, “Font Table” and “Character Set”.
"""

from __future__ import annotations

import codecs

_CHARACTER_SETS = {
    77: "mac-roman", 128: "cp932", 129: "cp949", 130: "johab", 134: "cp936", 136: "cp950",
    161: "cp1253", 162: "cp1254", 163: "cp1258", 177: "cp1255", 178: "cp1256", 179: "cp1256",
    180: "cp1256", 181: "cp1255", 186: "cp1257", 204: "cp1251", 222: "cp874", 238: "cp1250",
    254: "cp437", 255: "cp850",
}  # fmt: skip
"""Those that name a script; 0 and 1 are that of the document."""
_NAMED = {
    0: "cp1252", 708: "iso8859-6", 709: "iso8859-6", 710: "cp864", 711: "cp864",
    10000: "mac-roman", 10004: "mac-arabic", 65001: "utf-8",
}  # fmt: skip
_FAMILIES = {"ansi": "cp1252", "mac": "mac-roman", "pc": "cp437", "pca": "cp850"}


def of_family(word: str) -> str | None:
    """Return the encoding that one of the words ``ansi``, ``mac``, ``pc``, ``pca`` means."""
    return _FAMILIES.get(word)


def of_page(number: int) -> str | None:
    """Return the encoding of a code page by its number, None for one that nobody knows."""
    name = _NAMED.get(number, f"cp{number}")
    try:
        return codecs.lookup(name).name
    except LookupError:
        return None


def of_character_set(number: int) -> str | None:
    """Return the encoding of a font's character set, None where it is the document's."""
    return _CHARACTER_SETS.get(number)
