"""The choice of a format for a file, to read it and to write it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from translation.errors import UsageError
from translation.formats.table import FORMATS
from translation.formats.unread import called_doc, no_reader
from translation.model.originals import is_one

if TYPE_CHECKING:
    from pathlib import Path

    from translation.formats.spec import FormatSpec
    from translation.model.document import Document


def find_reader(path: Path, data: bytes | None = None, wanted_id: str | None = None) -> FormatSpec:
    """Return the format to read ``path`` in: the one asked for, else by suffix and ``data``.

    Of formats that share a suffix the first one that recognises the data is taken. Raises
    UsageError unknown_format or cannot_read_format and InputError unknown_suffix, save_as,
    old_word or no_suffix. A path that is a folder or is missing is called that, whatever its
    suffix.
    """
    if wanted_id:
        spec = _by_id(wanted_id)
        if spec.read is None:
            raise UsageError("cannot_read_format", format=spec.name)
        return spec
    suffix = path.suffix.lower()
    found = [spec for spec in FORMATS if suffix in spec.suffixes and spec.read is not None]
    if not found:
        raise no_reader(path, suffix)
    if suffix == ".doc" and data is not None:
        return _by_id(called_doc(path, data))
    recognised = (spec for spec in found if data and spec.recognises and spec.recognises(data))
    plain = next((spec for spec in found if spec.recognises is None), found[0])
    return next(recognised, plain)


def find_writer(
    path: Path, document: Document | None = None, wanted_id: str | None = None
) -> FormatSpec:
    """Return the format to write ``path`` in: the one asked for, else by suffix and ``document``.

    Of formats that share a suffix the document's own is taken, else the first that can be made
    without an original. Raises UsageError unknown_format, cannot_write_format or no_format.
    """
    if wanted_id:
        spec = _by_id(wanted_id)
        if spec.write is None:
            raise UsageError("cannot_write_format", format=spec.name)
        return spec
    suffix = path.suffix.lower()
    found = [spec for spec in FORMATS if suffix in spec.suffixes and spec.write is not None]
    if not found:
        raise UsageError("no_format", file=path)
    whole = document if document is not None and is_one(document) else None
    own = {file.format for file in whole.files} if whole is not None else set()
    for spec in found:
        if spec.id in own:
            return spec
    return next((spec for spec in found if not spec.needs_original), found[0])


def writable_formats(document: Document) -> list[FormatSpec]:
    """Return the formats this document can be written in, in table order."""
    own = {file.format for file in document.files} if is_one(document) else set()
    return [
        spec
        for spec in FORMATS
        if spec.write is not None and (not spec.needs_original or own == {spec.id})
    ]


def _by_id(wanted_id: str) -> FormatSpec:
    for spec in FORMATS:
        if spec.id == wanted_id:
            return spec
    raise UsageError("unknown_format", format=wanted_id)
