"""The 78 bad inputs by number: what each is, and what the program does with it."""

from __future__ import annotations

from tests.bad_inputs.kinds import BadFile, BadInput
from tests.bad_inputs.packages import PACKAGES, PAGES
from tests.bad_inputs.texts import SEGMENTS, TEXTS
from tests.bad_inputs.xml_files import TMX, XLIFF

BAD_INPUTS: dict[int, BadInput] = TEXTS | SEGMENTS | XLIFF | TMX | PACKAGES | PAGES
LAST = 78
LARGE = 63
"""The one that has a bound of its own: three times its size."""


def every_file() -> list[tuple[str, BadFile]]:
    """Return every file with the name it goes by: its number, its place there, its suffix."""
    return [
        (f"{number}.{place}{file.name[file.name.rfind('.') :]}", file)
        for number, bad in sorted(BAD_INPUTS.items())
        for place, file in enumerate(bad.files, start=1)
    ]
