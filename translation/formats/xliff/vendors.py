"""What Trados Studio and memoQ write of segments beside XLIFF 1.2: one table, read both ways.

SDLXLIFF says it in ``sdl:seg`` elements, known by the ``mid`` of their ``mrk``; MQXLIFF in
attributes of the trans-unit. Neither format is published; these are the names in their files.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from translation.model.segment import SegmentState

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml import etree

_SDL = "{http://sdl.com/FileTypes/SdlXliff/1.0}"
_MQ = "{MQXliff}"
_UNLOCKED = frozenset({"", "no", "false", "0", "unlocked"})


@dataclass(frozen=True, slots=True)
class Vendor:
    """The names one program uses.

    ``names`` holds what is written for a state, ``states`` what else is understood; a target in
    any other is edited. ``machine`` are the values of ``origin`` that mean a machine's target;
    ``by_machine`` and ``by_hand`` are written.
    """

    state: str
    locked: str
    names: Mapping[SegmentState, str]
    states: Mapping[str, SegmentState]
    origin: str = ""
    machine: frozenset[str] = frozenset()
    by_machine: str = ""
    by_hand: str = ""


TRADOS = Vendor(
    "conf",
    "locked",
    {
        SegmentState.INITIAL: "NotTranslated",
        SegmentState.EDITED: "Draft",
        SegmentState.CONFIRMED: "Translated",
        SegmentState.REVIEWED: "ApprovedTranslation",
        SegmentState.FINAL: "ApprovedSignOff",
    },
    {"RejectedTranslation": SegmentState.EDITED, "RejectedSignOff": SegmentState.EDITED},
    "origin",
    frozenset({"mt", "nmt", "amt"}),
    "mt",
    "interactive",
)
MEMOQ = Vendor(
    f"{_MQ}status",
    f"{_MQ}locked",
    {
        SegmentState.INITIAL: "NotStarted",
        SegmentState.EDITED: "PartiallyEdited",
        SegmentState.CONFIRMED: "ManuallyConfirmed",
        SegmentState.REVIEWED: "Proofread",
        SegmentState.FINAL: "Proofread",
    },
    {
        "ConfirmedTranslator": SegmentState.CONFIRMED,
        "Reviewer1Confirmed": SegmentState.REVIEWED,
        "Rejected": SegmentState.EDITED,
    },
)
_READ = {
    vendor.state: {
        **{name: state for state, name in reversed(list(vendor.names.items()))},
        **vendor.states,
    }
    for vendor in (TRADOS, MEMOQ)
}


@dataclass(frozen=True, slots=True)
class VendorMark:
    """The element that says of one segment how far it is."""

    vendor: Vendor
    element: etree._Element

    @property
    def state(self) -> SegmentState | None:
        """The state it says, None where it says none that is known."""
        return _READ[self.vendor.state].get(self.element.get(self.vendor.state, ""))

    @property
    def is_locked(self) -> bool:
        """Whether the segment is not to be changed."""
        return self.element.get(self.vendor.locked, "").lower() not in _UNLOCKED

    @property
    def is_machine(self) -> bool:
        """Whether the target is a machine's."""
        vendor = self.vendor
        return bool(vendor.origin) and self.element.get(vendor.origin) in vendor.machine

    def put(self, state: SegmentState, is_draft: bool) -> bool:
        """Say a state and whose the target is; False where the program has no word for that.

        A state of its own that means the same stays as it is.
        """
        vendor = self.vendor
        if is_draft and not vendor.by_machine:
            return False
        if is_draft:
            state = SegmentState.EDITED
            self.element.set(vendor.origin, vendor.by_machine)
        elif self.is_machine:
            self.element.set(vendor.origin, vendor.by_hand)
        if self.state is not state and (self.state or state is not SegmentState.INITIAL):
            self.element.set(vendor.state, vendor.names[state])
        return True


def vendor_mark(trans_unit: etree._Element, mid: str | None) -> VendorMark | None:
    """Return the mark of a segment, known by its ``mid``, None where it is the only one."""
    if trans_unit.get(MEMOQ.state) is not None or trans_unit.get(MEMOQ.locked) is not None:
        return VendorMark(MEMOQ, trans_unit)
    for found in trans_unit.iterfind(f"{_SDL}seg-defs/{_SDL}seg"):
        if mid is None or found.get("id") == mid:
            return VendorMark(TRADOS, found)
    return None
