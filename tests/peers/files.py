"""The file that every program is given: XLIFF 1.2, Arabic to English, all translated."""

from __future__ import annotations

from pathlib import Path

_ARABIC = "وقال رئيس البلدية إن الخط الجديد ينقل الركاب من الشمال إلى الجنوب في نصف ساعة واحدة"
_ENGLISH = "The mayor said that the new line carries riders from north to south in half an hour"
_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<xliff version="1.2" '
    'xmlns="urn:oasis:names:tc:xliff:document:1.2"><file original="a.txt" datatype="plaintext" '
    'source-language="ar" target-language="en"><body>\n'
)
_UNIT = (
    '<trans-unit id="n{n}"><source>{source} {n}.</source>'
    '<target state="translated">{target} {n}.</target></trans-unit>\n'
)


def write_file(path: Path, size: int) -> Path:
    """Write a file of ``size`` units of many lengths."""
    arabic, english = (text.split() for text in (_ARABIC * 3, _ENGLISH * 3))
    with path.open("w", encoding="utf-8") as out:
        out.write(_HEAD)
        for n in range(1, size + 1):
            words = 4 + n * 7 % 33
            source, target = (" ".join(text[:words]) for text in (arabic, english))
            out.write(_UNIT.format(n=n, source=source, target=target))
        out.write("</body></file></xliff>\n")
    return path
