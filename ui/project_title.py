"""What a project is called where there is one line for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui import texts
from ui.marked import QT_TRANSLATE_N_NOOP

if TYPE_CHECKING:
    from collections.abc import Sequence

    from translation.model.originals import Original

_SEVERAL = QT_TRANSLATE_N_NOOP(
    "ProjectTitle", "{file} and {count} more file", "{file} and {count} more files"
)


def project_title(originals: Sequence[Original]) -> str:
    """Return the name of the first file, and how many others there are; "" for none."""
    if not originals:
        return ""
    name = texts.theirs(originals[0].name)
    if len(originals) == 1:
        return name
    return texts.translated("ProjectTitle", _SEVERAL, file=name, count=len(originals) - 1)
