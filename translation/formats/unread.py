"""Files that no format reads by their suffix: what they may be, and what to say of them."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from translation.errors import InputError

if TYPE_CHECKING:
    from pathlib import Path

SAVED_AS: dict[str, str] = {
    **dict.fromkeys((".dot", ".pages", ".wpd"), ".docx"),
    **dict.fromkeys((".numbers", ".ods", ".xls", ".xlsb", ".xlsm"), ".xlsx"),
    **dict.fromkeys((".key", ".odp", ".pps", ".ppt"), ".pptx"),
    **dict.fromkeys((".azw", ".azw3", ".mobi"), ".epub"),
    **dict.fromkeys((".mht", ".mhtml"), ".html"),
}
"""What to save a file as that cannot be read, for those a translator may well be sent."""

_CALLED_DOC = ((b"{\\rtf", "rtf"), (b"PK\x03\x04", "docx"), (b"<", "html"))
"""What Word and web servers call .doc although it is something else, by how it begins."""


def called_doc(path: Path, data: bytes) -> str:
    """Return the format of what is called .doc; raises InputError old_word for what is one."""
    head = data[:100].lstrip(b"\xef\xbb\xbf \t\r\n")
    for beginning, format_id in _CALLED_DOC:
        if head.startswith(beginning):
            return format_id
    raise InputError("old_word", file=path)


def no_reader(path: Path, suffix: str) -> InputError:
    """Return why a file is refused whose suffix no format has."""
    # os.path, not Path: a name that is too long, or that nobody may look at, is simply none.
    if os.path.isdir(path):
        return InputError("directory", file=path)
    if not os.path.exists(path):
        return InputError("missing", file=path)
    if not suffix:
        return InputError("no_suffix", file=path)
    if instead := SAVED_AS.get(suffix):
        return InputError("save_as", file=path, suffix=suffix, instead=instead)
    return InputError("unknown_suffix", file=path, suffix=suffix)
