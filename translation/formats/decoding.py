"""Bytes to text: byte order marks, UTF-8, UTF-16, and a guess among the Arabic code pages."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from translation.errors import InputError
from translation.text import code_pages
from translation.text.charsets import chosen, declared

BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    # Before UTF-16: the mark of UTF-32 from the low end begins as that of UTF-16 does.
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
BINARY_SIGNATURES = (
    b"\xff\xd8\xff",  # JPEG
    b"\x89PNG",
    b"GIF8",
    b"%PDF-",
    b"PK\x03\x04",  # zip, DOCX, ODT, XLSX
    b"\xd0\xcf\x11\xe0",  # OLE: .doc, .xls
    b"\x1f\x8b",  # gzip
    b"BZh",
    b"\xfd7zXZ",
    b"7z\xbc\xaf",
    b"Rar!",
    b"\x7fELF",
    b"SQLite format 3\0",
    b"OggS",
    b"ID3",
    b"RIFF",
)
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_CONTROL_BYTE = re.compile(rb"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_EXPECTED = re.compile("[\t\r\n -~\u00a0-\u00ff\u0600-\u06ff\u200c-\u2029\ufb50-\ufefc]")
_UTF8_SEQUENCE = re.compile(
    rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}"
)
_CONTROL_C1 = re.compile("[\x80-\x9f]")
_SAMPLE = 100_000


@dataclass(frozen=True, slots=True)
class Decoded:
    """Decoded text without its byte order mark.

    ``(BOM if has_bom) + text.encode(encoding, "surrogatepass")`` gives the bytes back in the
    Unicode encodings, ``text.encode(encoding)`` in the others. ``guessed`` tells that the
    encoding was inferred from the look of the text; ``other`` names one that comes near.
    """

    text: str
    encoding: str
    has_bom: bool = False
    guessed: bool = False
    other: str = ""


def decode(data: bytes, name: str, encoding: str | None = None) -> Decoded:
    """Decode the bytes of a text file called ``name``.

    Raises InputError: unknown_encoding, undecodable, binary, empty, blank.
    """
    decoded = _decode_as(data, name, encoding) if encoding else _detect(data, name)
    if not decoded.text:
        raise InputError("empty", file=name)
    if not decoded.text.strip():
        raise InputError("blank", file=name)
    return decoded


def decode_declared(data: bytes, name: str, label: bytes | None) -> Decoded:
    """Decode by the label that the file itself bears, else by what its bytes look like.

    A label that is none of the Encoding Standard, or that the bytes belie, says nothing; a byte
    order mark says more. Whose label can be read byte by byte is not UTF-16 (HTML Standard,
    13.2.3.3).
    """
    codec = declared(label.decode("ascii", "replace")) if label else None
    marks = tuple(mark for mark, _ in BYTE_ORDER_MARKS)
    if codec is None or codec.startswith("utf-16") or data.startswith(marks):
        return decode(data, name)
    try:
        return decode(data, name, codec)
    except InputError as error:
        if error.reason != "undecodable":
            raise
        return decode(data, name)


def _decode_as(data: bytes, name: str, encoding: str) -> Decoded:
    """Decode in the encoding a person chose; a byte order mark of that encoding is taken off."""
    canonical = chosen(encoding)
    if canonical is None:
        raise InputError("unknown_encoding", file=name, encoding=encoding)
    try:
        bom, rest = _split_bom(data, canonical)
        return Decoded(_decode(rest, bom or canonical), bom or canonical, bool(bom))
    except UnicodeError as error:
        raise InputError("undecodable", file=name, encoding=encoding) from error


def _split_bom(data: bytes, canonical: str) -> tuple[str, bytes]:
    """Return the encoding a byte order mark names, if it is of this family, and the rest."""
    family = canonical.removesuffix("-sig").removesuffix("-le").removesuffix("-be")
    for mark, named in BYTE_ORDER_MARKS:
        if data.startswith(mark) and named.startswith(family) and family.startswith("utf-"):
            return named, data[len(mark) :]
    return "", data


def _detect(data: bytes, name: str) -> Decoded:
    for mark, encoding in BYTE_ORDER_MARKS:
        if data.startswith(mark):
            try:
                text = _decode(data[len(mark) :], encoding)
            except UnicodeError as error:
                if encoding == "utf-32-le":
                    continue  # UTF-16 with a NUL behind its mark
                raise InputError("undecodable", file=name, encoding=encoding) from error
            _refuse_controls(text, name)
            return Decoded(text, encoding, has_bom=True)
    if data.startswith(BINARY_SIGNATURES):
        raise InputError("binary", file=name)
    return _wide_unmarked(data) or _utf8(data, name) or _legacy(data, name)


def _utf8(data: bytes, name: str) -> Decoded | None:
    try:
        text = _decode(data, "utf-8")
    except UnicodeError as error:
        sample = data[:_SAMPLE]
        high = sum(byte > 0x7F for byte in sample)
        valid = sum(len(found) for found in _UTF8_SEQUENCE.findall(sample))
        if high and valid > 0.7 * high and not _looks_binary(sample):
            # UTF-8 with some damage: as a code page it would come out as nonsense.
            raise InputError("undecodable", file=name, encoding="UTF-8") from error
        return None
    _refuse_controls(text, name)
    return Decoded(text, "utf-8")


def _refuse_controls(text: str, name: str) -> None:
    """Refuse what is mostly control characters; a few in a text become inline codes."""
    if len(_CONTROL.findall(text, 0, _SAMPLE)) > 0.3 * min(len(text), _SAMPLE):
        raise InputError("binary", file=name)


def _wide_unmarked(data: bytes) -> Decoded | None:
    """Recognise UTF-32 and UTF-16 without a mark: they read as Arabic or Latin, bytes do not."""
    sample = data[:_SAMPLE]
    if len(data) % 2 or len(_CONTROL_BYTE.findall(sample)) < 0.1 * len(sample):
        return None
    for encoding in ("utf-32-le", "utf-32-be", "utf-16-le", "utf-16-be"):
        width = 4 if encoding.startswith("utf-32") else 2
        if len(data) % width:
            continue
        text = sample[: len(sample) // width * width].decode(encoding, "replace")
        if text and len(_EXPECTED.findall(text)) > 0.9 * len(text):
            return Decoded(_decode(data, encoding), encoding, guessed=True)
    return None


def _legacy(data: bytes, name: str) -> Decoded:
    """Guess a code page: the one in which the text is likeliest; another may come near."""
    sample = data[:_SAMPLE]
    if _looks_binary(sample):
        raise InputError("binary", file=name)
    ordered = sorted(code_pages.readings(sample), key=lambda r: -r.likelihood)
    for place, reading in enumerate(ordered):
        try:
            text = data.decode(reading.encoding)
        except UnicodeError:
            continue  # beyond the sample it is not this one
        if _CONTROL_C1.search(text):
            continue
        near = [
            other.encoding
            for other in ordered[place + 1 :]
            if reading.likelihood - other.likelihood < code_pages.NEAR
            and other.text != reading.text
        ]
        return Decoded(text, reading.encoding, guessed=True, other=near[0] if near else "")
    tried = " / ".join(("UTF-8", *code_pages.CANDIDATES))
    raise InputError("undecodable", file=name, encoding=tried)


def _looks_binary(sample: bytes) -> bool:
    return len(_CONTROL_BYTE.findall(sample)) > 0.02 * len(sample)


def _decode(data: bytes, encoding: str) -> str:
    """Decode strictly, yet let halves of surrogate pairs in: they become inline codes."""
    return data.decode(encoding, "surrogatepass" if encoding.startswith("utf-") else "strict")
