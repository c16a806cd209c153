"""The names TBX uses, and what they mean here.

Specifications: TBX 2008 (LISA, ISO 30042:2008; ``martif``) and ISO 30042:2019 (``tbx``) in both
its styles: DCA says what a category is in ``type``, DCT by the element's name.
"""

from __future__ import annotations

import re

from translation.model.term import TermStatus

NAMESPACE = "urn:iso:std:iso:30042:ed-2"
MIN = "http://www.tbxinfo.net/ns/min"
BASIC = "http://www.tbxinfo.net/ns/basic"

STATUS_NAMES = {
    TermStatus.PREFERRED: "preferredTerm-admn-sts",
    TermStatus.ADMITTED: "admittedTerm-admn-sts",
    TermStatus.FORBIDDEN: "deprecatedTerm-admn-sts",
}
"""Values of administrativeStatus; those of normativeAuthorization lack the suffix."""

STATUSES = {
    **{name.partition("-")[0]: status for status, name in STATUS_NAMES.items()},
    "supersededTerm": TermStatus.FORBIDDEN,
    "standardizedTerm": TermStatus.PREFERRED,
    "legalTerm": TermStatus.PREFERRED,
    "regulatedTerm": TermStatus.PREFERRED,
}

PARTS_OF_SPEECH = {"proper noun": "properNoun"}
"""Our words that TBX spells otherwise."""

_ESCAPED = re.compile(r"_x([0-9A-F]{4,6})_")
_NEVER = re.compile("[^A-Za-z0-9._-]")
_NEVER_FIRST = re.compile("[0-9.-]")


def xml_id(id_: str) -> str:
    """Return an entry's id as XML can hold it: other characters as ``_xHHHH_``."""
    text = _ESCAPED.sub(lambda found: f"_x005F_{found[0][1:]}", id_)
    text = _NEVER.sub(_escape, text)
    return _NEVER_FIRST.sub(_escape, text[:1]) + text[1:]


def _escape(found: re.Match[str]) -> str:
    return f"_x{ord(found[0]):04X}_"


def plain_id(id_: str) -> str:
    """Return the id that ``xml_id`` was given."""

    def plain(found: re.Match[str]) -> str:
        value = int(found[1], 16)
        return chr(value) if value <= 0x10FFFF else found[0]

    return _ESCAPED.sub(plain, id_)


def status_of(name: str) -> TermStatus | None:
    """Return what a status means here."""
    return STATUSES.get(name.strip().partition("-")[0])
