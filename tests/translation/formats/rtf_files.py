"""Small RTFs made by hand, as Word and LibreOffice write them."""

from __future__ import annotations

FONTS = (
    r"{\fonttbl{\f0\froman\fcharset0 Times New Roman;}{\f1\fbidi\fcharset178{\*\panose 0202}"
    r"Arabic Transparent;}{\f2\fcharset2 Symbol;}{\f3\fcharset128 MS Mincho;}"
    r"{\f4\fcharset204 Arial Cyr;}}"
)
STYLES = (
    r"{\stylesheet{\ql \snext0 Normal;}{\s1\ql\b \sbasedon0 heading 1;}{\s2 heading 2;}"
    r"{\*\cs10 \additive Default Paragraph Font;}{\s15 Title;}}"
)


def rtf(
    body: str | bytes, head: str = r"\ansi\ansicpg1252\deff0", tables: str = FONTS + STYLES
) -> bytes:
    """Return a document with this body, fonts and styles."""
    data = body if isinstance(body, bytes) else body.encode("latin-1")
    return b"{\\rtf1" + f"{head}{tables}".encode("latin-1") + b"\n" + data + b"}"


def escaped(text: str, encoding: str) -> str:
    """Return a text as old programs write it: each byte by its number."""
    return "".join(f"\\'{byte:02x}" for byte in text.encode(encoding))


def unicoded(text: str) -> str:
    """Return a text as Word writes it: UTF-16 with a question mark for old programs."""
    data = text.encode("utf-16-le")
    units = (
        int.from_bytes(data[at : at + 2], "little", signed=True) for at in range(0, len(data), 2)
    )
    return "".join(f"\\u{unit}?" for unit in units)


def rtf_article(text: str) -> bytes:
    """Return a text as Word might have saved it, with a note, a field and a picture."""
    lines = text.split("\n")
    body = rf"\pard\plain\s1\rtlpar {unicoded(lines[0])}\par "
    for number, line in enumerate(lines[1:]):
        run = unicoded(line) if number % 2 else rf"\f1 {escaped(line, 'cp1256')}"
        body += rf"\pard\rtlpar{{\rtlch\fcs1 \ab \ltrch\fcs0 {run}}}{{\footnote A note.}}\par "
    body += r"{\field{\*\fldinst PAGE}{\fldrslt 1}}{\pict\bin4 0123}{\v hidden}\cell\row"
    return rtf(body)
