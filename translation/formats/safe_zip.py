"""Opening zip files that may be hostile: counted, measured and named before anything is unpacked.

DOCX, ODT, PPTX, XLSX and EPUB are zips. What a directory says of sizes is checked, and the
unpacking is bounded by itself, because a directory can lie.
"""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from translation.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

MOST_ENTRIES = 10_000
LARGEST_PART = 64 * 1024 * 1024
"""Bytes of one part unpacked: a DOCX of 500 pages has about 5 MB of text and marks."""
LARGEST_TOTAL = 512 * 1024 * 1024
LARGEST_RATIO = 200
"""Bytes unpacked for each byte packed; text documents reach 30."""
SMALL = 8 * 1024 * 1024
"""Bytes that may be unpacked whatever the ratio."""
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = 0x1
_METHODS = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})
_LENGTHS, _LOCAL_HEADER = 26, 30
"""Where a local header says how long its name and its extra field are, and where these begin
(APPNOTE.TXT 4.3.7)."""
_OLDEST = (1980, 1, 1, 0, 0, 0)
_DAMAGE = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    OSError,
    ValueError,
    NotImplementedError,  # a flag that asks for a way of packing nobody has
)
"""What unpacking a part raises where the part is not as its record says."""


@dataclass(frozen=True, slots=True)
class SafeZip:
    """A zip whose directory was checked. ``name`` and ``format`` are for sentences."""

    data: bytes
    name: str
    format: str
    _infos: Mapping[str, zipfile.ZipInfo]
    _archive: zipfile.ZipFile
    """Stays open: opening it for each part takes squared time."""

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the parts, in the order of the directory."""
        return tuple(self._infos)

    def __contains__(self, part: object) -> bool:
        return part in self._infos

    def read(self, part: str) -> bytes:
        """Return a part unpacked; raises InputError bad_zip or zip_too_large."""
        info = self._infos.get(part)
        if info is None:
            raise _bad(self.name, self.format, f"it has no part “{part}”")
        return self._unpacked(info)

    def check(self) -> None:
        """Unpack every part once, piece by piece; raises InputError bad_zip where one is damaged.

        Parts that nobody reads are packed again with the others when a file is exported.
        """
        try:
            damaged = self._archive.testzip()
        except _DAMAGE as error:
            raise _bad(self.name, self.format, "one of its parts is damaged") from error
        if damaged is not None:
            raise _bad(self.name, self.format, f"its part “{damaged}” is damaged")

    def with_parts(
        self, changed: Mapping[str, bytes], without: frozenset[str] = frozenset()
    ) -> bytes:
        """Return the zip with some parts replaced; the others are kept as they are packed.

        Order, comments, times and attributes of the parts stay. Nothing changed gives the very
        bytes; a part that is not there is put at the end; those of ``without`` are left out.
        """
        same = all(part in self and self.read(part) == data for part, data in changed.items())
        if same and not without & self._infos.keys():
            return self.data
        made = io.BytesIO()
        with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
            new.comment = self._archive.comment
            for name, info in self._infos.items():
                if name in changed:
                    new.writestr(_like(info), changed[name])
                elif name not in without:
                    self._copy(info, new)
            for name in changed.keys() - self._infos.keys():
                new.writestr(zipfile.ZipInfo(name, _OLDEST), changed[name], zipfile.ZIP_DEFLATED)
        return made.getvalue()

    def _copy(self, info: zipfile.ZipInfo, new: zipfile.ZipFile) -> None:
        """Put a part into another zip as it is packed, which ``zipfile`` has no call for."""
        twin = _like(info)
        twin.CRC, twin.compress_size, twin.file_size = info.CRC, info.compress_size, info.file_size
        head = info.header_offset
        lengths = struct.unpack_from("<HH", self.data, head + _LENGTHS)
        start = head + _LOCAL_HEADER + sum(lengths)
        assert new.fp is not None
        new.fp.seek(new.start_dir)
        twin.header_offset = new.start_dir
        new.fp.write(twin.FileHeader(zip64=False))
        new.fp.write(self.data[start : start + info.compress_size])
        new.start_dir = new.fp.tell()
        new.filelist.append(twin)
        new.NameToInfo[twin.filename] = twin

    def _unpacked(self, info: zipfile.ZipInfo) -> bytes:
        try:
            with self._archive.open(info) as stream:
                data = stream.read(LARGEST_PART + 1)
        except _DAMAGE as error:
            raise _bad(self.name, self.format, f"its part “{info.filename}” is damaged") from error
        if len(data) > LARGEST_PART:
            raise _too_large(self.name, LARGEST_PART)
        return data


def open_zip(data: bytes, name: str, format_name: str, needed: Iterable[str] = ()) -> SafeZip:
    """Check the directory of a zip file called ``name`` and return it; nothing is unpacked yet.

    ``needed`` are parts that a file of ``format_name`` must have. Raises InputError: bad_zip,
    zip_too_large, zip_unsafe, encrypted.
    """
    if data.startswith(_OLE):
        if "EncryptedPackage".encode("utf-16-le") in data:
            raise InputError("encrypted", file=name)
        raise _bad(name, format_name, "it is an Office file of before 2007, or encrypted")
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        infos = archive.infolist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise _bad(name, format_name, "it is no zip file, or cut off") from error
    _check_names(infos, name)
    _check_sizes(infos, len(data), name)
    found = {info.filename: info for info in infos if not info.is_dir()}
    for part in needed:
        if part not in found:
            raise _bad(name, format_name, f"it has no part “{part}”")
    return SafeZip(data, name, format_name, found, archive)


def _check_names(infos: list[zipfile.ZipInfo], name: str) -> None:
    if len(infos) > MOST_ENTRIES:
        raise _unsafe(name, f"it holds more than {MOST_ENTRIES} parts")
    seen: set[str] = set()
    for info in infos:
        part = info.filename
        if part.lower() in seen:
            raise _unsafe(name, f"it holds the part “{part}” twice")
        seen.add(part.lower())
        pieces = part.replace("\\", "/").split("/")
        if ".." in pieces or part.startswith(("/", "\\")) or ":" in pieces[0]:
            raise _unsafe(name, f"its part “{part}” points outside the file")
        if not part.isprintable() or not part:
            raise _unsafe(name, "one of its parts has a name that nobody could type")
        if info.flag_bits & _ENCRYPTED:
            raise InputError("encrypted", file=name)
        if info.compress_type not in _METHODS:
            raise _unsafe(name, f"its part “{part}” is packed in a way no office program uses")


def _check_sizes(infos: list[zipfile.ZipInfo], packed: int, name: str) -> None:
    total = 0
    for info in infos:
        if info.file_size > LARGEST_PART:
            raise _too_large(name, LARGEST_PART)
        total += info.file_size
        if info.file_size > SMALL and info.file_size > LARGEST_RATIO * max(1, info.compress_size):
            raise _unsafe(name, f"its part “{info.filename}” swells when unpacked, as a bomb does")
    if total > LARGEST_TOTAL or total > max(SMALL, LARGEST_RATIO * packed):
        raise _too_large(name, min(LARGEST_TOTAL, max(SMALL, LARGEST_RATIO * packed)))


def _like(info: zipfile.ZipInfo) -> zipfile.ZipInfo:
    """Return a record of the same part for another zip: sizes and places are made anew."""
    twin = zipfile.ZipInfo(info.filename, max(info.date_time, _OLDEST))
    twin.compress_type = info.compress_type
    twin.comment = info.comment
    twin.external_attr, twin.create_system = info.external_attr, info.create_system
    return twin


def _bad(name: str, format_name: str, detail: str) -> InputError:
    return InputError("bad_zip", file=name, format=format_name, detail=detail)


def _unsafe(name: str, detail: str) -> InputError:
    return InputError("zip_unsafe", file=name, detail=detail)


def _too_large(name: str, limit: int) -> InputError:
    return InputError("zip_too_large", file=name, limit=f"{limit // (1024 * 1024)} MB")
