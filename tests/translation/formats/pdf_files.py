"""Small PDFs made by hand: each letter where the test wants it, its meaning in a ToUnicode map."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

WIDTH, HEIGHT = 595, 842
LETTER = 0.5
"""Of the size: how wide each letter and space is drawn."""


@dataclass(frozen=True)
class Drawn:
    """Letters drawn from left to right, in the order of ``text``, from ``left`` on."""

    text: str
    left: float = 72
    baseline: float = 700
    size: float = 12


def visual(text: str) -> str:
    """Return right-to-left text, no Latin in it, in the order in which a page shows it."""
    return text[::-1].translate(str.maketrans("()", ")("))


def right_aligned(lines: Sequence[str], top: float = 700, size: float = 12, right: float = 520):
    """Draw lines of Arabic under one another as any program draws them."""
    return [
        Drawn(visual(text), right - LETTER * size * len(text), top - 1.5 * size * number, size)
        for number, text in enumerate(lines)
    ]


def pdf(
    *pages: Sequence[Drawn],
    image_only: bool = False,
    trailer: str = "",
    turned: str = "1 0 0 1 0 0",
    rotate: int = 0,
) -> bytes:
    """Return a PDF of these pages, or of a page with nothing but a picture.

    ``turned`` is a matrix for all that is drawn, ``rotate`` how a viewer is to turn the pages.
    """
    text = "".join(drawn.text for page in pages for drawn in page)
    others = [letter for letter in dict.fromkeys(text) if not " " <= letter <= "~"]
    codes = {letter: ord(letter) for letter in text if " " <= letter <= "~"}
    # Every code has a shape in the font, else PDFium takes it for nothing at all.
    codes |= {letter: number for number, letter in enumerate(others, start=0xAE)}
    objects: dict[int, bytes] = {1: b"<</Type/Catalog/Pages 2 0 R>>"}
    objects[3] = (
        f"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding"
        f"/FirstChar 0/LastChar 255/Widths"
        f"[{'500 ' * 256}]/ToUnicode 4 0 R>>"
    ).encode()
    objects[4] = _stream("", _map({code: letter for letter, code in codes.items()}))
    objects[5] = _stream(
        "/Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8",
        b"\x80",
    )
    kids = []
    contents = [_drawn(page, codes) for page in pages] or [b""]
    for number, drawn in enumerate(contents):
        content = f"q {turned} cm\n".encode() + drawn + b"\nQ"
        if image_only:
            content = b"q 500 0 0 700 40 40 cm /I Do Q"
        page, stream = 6 + 2 * number, 7 + 2 * number
        kids.append(f"{page} 0 R")
        objects[page] = (
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 {WIDTH} {HEIGHT}]/Contents {stream} 0 R"
            f"/Rotate {rotate}"
            "/Resources<</Font<</F 3 0 R>>/XObject<</I 5 0 R>>>>>>"
        ).encode()
        objects[stream] = _stream("", content)
    objects[2] = f"<</Type/Pages/Kids[{' '.join(kids)}]/Count {len(kids)}>>".encode()
    return _file(objects, trailer)


def typeset(content: str, names: dict[int, str], widths: dict[int, int]) -> bytes:
    """Return a page of this content, its font /F with a name and a width for each code.

    Widths are in thousandths of the letters' size; a code without a name is drawn all the same.
    """
    objects = {
        1: b"<</Type/Catalog/Pages 2 0 R>>",
        2: b"<</Type/Pages/Kids[6 0 R]/Count 1>>",
        3: (
            b"<</Type/Font/Subtype/Type0/BaseFont/Made/Encoding/Identity-H/DescendantFonts[5 0 R]"
            b"/ToUnicode 4 0 R>>"
        ),
        4: _stream("", _map(names, digits=4)),
        5: (
            "<</Type/Font/Subtype/CIDFontType2/BaseFont/Made/CIDSystemInfo<</Registry(Adobe)"
            "/Ordering(Identity)/Supplement 0>>/DW 500/W["
            + " ".join(f"{code}[{width}]" for code, width in widths.items())
            + "]/FontDescriptor<</Type/FontDescriptor/FontName/Made/Flags 4>>>>"
        ).encode(),
        6: (
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 {WIDTH} {HEIGHT}]/Contents 7 0 R"
            "/Resources<</Font<</F 3 0 R>>>>>>"
        ).encode(),
        7: _stream("", content.encode()),
    }
    return _file(objects, "")


def encrypted() -> bytes:
    """Return a PDF whose password nobody knows."""
    unknown = "<" + "ab" * 32 + ">"
    standard = f"<</Filter/Standard/V 1/R 2/O {unknown}/U {unknown}/P -4>>"
    trailer = f"/Encrypt {standard}/ID[<{'cd' * 16}><{'cd' * 16}>]"
    return pdf([Drawn("text")], trailer=trailer)


def _drawn(page: Sequence[Drawn], codes: dict[str, int]) -> bytes:
    return "\n".join(
        f"BT /F {drawn.size} Tf {drawn.left} {drawn.baseline} Td"
        f" <{''.join(f'{codes[letter]:02x}' for letter in drawn.text)}> Tj ET"
        for drawn in page
    ).encode()


def _map(names: dict[int, str], digits: int = 2) -> bytes:
    entries = "\n".join(
        f"<{code:0{digits}x}> <{name.encode('utf-16-be').hex()}>" for code, name in names.items()
    )
    return (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /M def\n"
        f"1 begincodespacerange <{'0' * digits}> <{'f' * digits}> endcodespacerange\n"
        f"{len(names)} beginbfchar\n{entries}\n"
        "endbfchar endcmap end end"
    ).encode()


def _stream(head: str, data: bytes) -> bytes:
    return f"<<{head}/Length {len(data)}>>stream\n".encode() + data + b"\nendstream"


def _file(objects: dict[int, bytes], trailer: str) -> bytes:
    made = b"%PDF-1.7\n"
    places = {}
    for number in sorted(objects):
        places[number] = len(made)
        made += f"{number} 0 obj\n".encode() + objects[number] + b"\nendobj\n"
    rows = "".join(f"{places[number]:010d} 00000 n \n" for number in sorted(objects))
    table = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{rows}"
    end = f"trailer<</Size {len(objects) + 1}/Root 1 0 R{trailer}>>\nstartxref\n{len(made)}\n%%EOF"
    return made + table.encode() + end.encode()
