"""Which cell styles of a spreadsheet show a number as a date (ISO/IEC 29500-1, 18.8.30)."""

from __future__ import annotations

import re
from datetime import datetime, timedelta

from translation.formats import safe_xml

_BUILT_IN = frozenset((*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)))
_NOT_FORMAT = re.compile(r'"[^"]*"|\\.|\[(?!(?:h|m|s)+\])[^]]*\]|[_*].')
_DATE = re.compile("[dmyhs]", re.IGNORECASE)
_FIRST_DAY = datetime(1899, 12, 30)


def date_styles(data: bytes, name: str) -> frozenset[int]:
    """Return the numbers of the cell styles that show dates or times. Raises bad_xml."""
    root = safe_xml.parse(data, name)
    formats = {
        element.get("numFmtId"): element.get("formatCode", "") for element in root.iter("{*}numFmt")
    }
    forms = root.find("{*}cellXfs")
    found = set()
    for place, form in enumerate(() if forms is None else forms):
        number = form.get("numFmtId", "0")
        code = _NOT_FORMAT.sub("", formats.get(number, "")).partition(";")[0]
        built_in = number.isdecimal() and int(number) in _BUILT_IN
        if built_in or (code.lower() != "general" and _DATE.search(code)):
            found.add(place)
    return frozenset(found)


def date_text(number: str) -> str:
    """Return the date of a serial number as ISO 8601 writes it, the number where it is none."""
    try:
        moment = _FIRST_DAY + timedelta(days=float(number))
    except (ValueError, OverflowError):
        return number
    moment = moment.replace(microsecond=0)
    if moment.date() == _FIRST_DAY.date():
        return moment.time().isoformat()
    return moment.isoformat(" ") if moment.time() != moment.min.time() else str(moment.date())


def number_text(number: str) -> str:
    """Return a number as a person would write it: 3 for 3.0, no exponent where it has few digits.

    Spreadsheets keep numbers with 15 digits of precision.
    """
    try:
        value = float(number)
    except ValueError:
        return number
    if value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    return f"{value:.15g}"
