"""The four kinds of Word documents: by suffix, and by the content type of their main part.

Word refuses a file whose suffix says another kind than its content type.
"""

from __future__ import annotations

import re
from pathlib import PurePath
from typing import TYPE_CHECKING

from translation.errors import ExportError
from translation.formats.docx.package import CONTENT_TYPES

if TYPE_CHECKING:
    from translation.formats.docx.package import Package

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_MACROS = "application/vnd.ms-word"
KINDS = {
    ".docx": f"{_WORD}.document.main+xml",
    ".dotx": f"{_WORD}.template.main+xml",
    ".docm": f"{_MACROS}.document.macroEnabled.main+xml",
    ".dotm": f"{_MACROS}.template.macroEnabledTemplate.main+xml",
}
_BY_TYPE = {type_.encode("ascii"): suffix for suffix, type_ in KINDS.items()}
_TYPE = re.compile("|".join(re.escape(type_) for type_ in KINDS.values()).encode("ascii"))


def of_kind(package: Package, name: str) -> dict[str, bytes]:
    """Return the parts to change so that a document is of the kind that ``name`` ends with.

    Raises ExportError holds_macros where that kind has none and the document has.
    """
    wanted = KINDS.get(PurePath(name).suffix.lower())
    types = package.zip.read(CONTENT_TYPES)
    found = _TYPE.search(types)
    if wanted is None or found is None or found[0] == wanted.encode("ascii"):
        return {}
    if _BY_TYPE[found[0]].endswith("m") and not wanted.startswith(_MACROS):
        raise ExportError("holds_macros", file=name)
    return {CONTENT_TYPES: types.replace(found[0], wanted.encode("ascii"), 1)}
