"""When a PDF says that it was made: Qt writes the moment of writing, and has no word for another.

Both forms, that of the document information and that of XMP (PDF 32000-1, 7.9.4 and 14.3), are
plain text in Qt's files. What is put there is as long: no byte after it moves.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime

_INFORMATION = re.compile(rb"\(D:\d{14}(Z|[+-]\d\d'\d\d')\)")
_XMP = re.compile(rb'(?<=Date=")\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)(?=")')


def with_moment(pdf: bytes, moment: float) -> bytes:
    """Return the PDF, as long as it was, made at a moment (seconds since 1970)."""
    made = datetime.fromtimestamp(moment, UTC)
    zones = {b"Z": b"Z"}
    information = made.strftime("%Y%m%d%H%M%S").encode()
    xmp = made.strftime("%Y-%m-%dT%H:%M:%S").encode()
    pdf = _INFORMATION.sub(
        lambda found: b"(D:" + information + zones.get(found[1], b"+00'00'") + b")", pdf
    )
    return _XMP.sub(lambda found: xmp + zones.get(found[1], b"+00:00"), pdf)
