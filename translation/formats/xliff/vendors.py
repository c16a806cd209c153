"""What other programs write of segments beside XLIFF 1.2: one table, read both ways.

SDLXLIFF (Trados Studio) says it in ``sdl:seg`` elements, known by the ``mid`` of their ``mrk``;
MQXLIFF (memoQ) and MXLIFF (Phrase) in attributes of the trans-unit. TXLF (Wordfast Pro) has the
states of XLIFF and locks of its own. None of them is published; these are the names in their files.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

from translation.model.segment import SegmentState

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from lxml import etree

    from translation.formats.code_table import CodeTable

_SDL = "{http://sdl.com/FileTypes/SdlXliff/1.0}"
_MQ = "{MQXliff}"
PHRASE_NAMESPACE = "http://www.memsource.com/mxlf/2.0"
_M = f"{{{PHRASE_NAMESPACE}}}"
_LEVEL, _EDITED = f"{_M}level", f"{_M}level-edited"
_GS4TR = "{http://www.gs4tr.org/schema/xliff-ext}"
_GS4TR_LOCKED, _GS4TR_FACTS = f"{_GS4TR}locked", f"{_GS4TR}seginfo"
_IN_FACTS = r"""\slocked\s*=\s*["']([^"']*)"""
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
    rejected: Mapping[SegmentState, str] = field(default_factory=dict)
    """What says that a translation in a state was sent back; that of EDITED where no other does."""


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
    {
        SegmentState.EDITED: "RejectedTranslation",
        SegmentState.REVIEWED: "RejectedSignOff",
        SegmentState.FINAL: "RejectedSignOff",
    },
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
    rejected={SegmentState.EDITED: "Rejected"},
)
PHRASE = Vendor(
    f"{_M}confirmed", f"{_M}locked", {}, {}, f"{_M}trans-origin", frozenset({"mt", "nmt"}), "mt"
)
"""``m:confirmed`` counts the steps of the work flow that a segment went through: see PhraseMark."""

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

    @property
    def is_rejected(self) -> bool:
        """Whether the translation was sent back."""
        return self.element.get(self.vendor.state) in self.vendor.rejected.values()

    def put(
        self, state: SegmentState, is_draft: bool, retyped: bool, rejected: bool = False
    ) -> bool:
        """Say a state and whose the target is; False where the program has no word for that.

        A state of its own that means the same stays as it is. ``retyped`` says that the target
        is another than it was, ``rejected`` that it was sent back.
        """
        vendor = self.vendor
        if is_draft and not vendor.by_machine:
            return False
        if is_draft:
            state = SegmentState.EDITED
            self.element.set(vendor.origin, vendor.by_machine)
        elif self.is_machine:
            self.element.set(vendor.origin, vendor.by_hand)
        rejected = rejected and not is_draft and bool(vendor.rejected)
        if rejected is not self.is_rejected:
            word = vendor.rejected.get(self.state or state, vendor.rejected[SegmentState.EDITED])
            self.element.set(vendor.state, word if rejected else vendor.names[state])
        elif self.state is not state and (self.state or state is not SegmentState.INITIAL):
            self.element.set(vendor.state, vendor.names[state])
        return True


class PhraseMark(VendorMark):
    """How far a segment is in a work flow of several steps, of which the job is one.

    The root's ``m:level`` is the step; a segment that went through that many is confirmed here.
    """

    __slots__ = ()

    @property
    def _level(self) -> int:
        root = self.element.getroottree().getroot()
        return max(_number(root.get(_LEVEL)), 1)

    @property
    def state(self) -> SegmentState | None:
        """What was confirmed in an earlier step only is still to be looked at in this one."""
        done = _number(self.element.get(self.vendor.state)) >= self._level
        return SegmentState.CONFIRMED if done else SegmentState.EDITED

    @property
    def is_machine(self) -> bool:
        """Whether the target is a machine's, which nobody has touched."""
        if self.element.get(_EDITED) == "true" or _number(self.element.get(self.vendor.state)):
            return False
        return self.element.get(self.vendor.origin) in self.vendor.machine

    def put(
        self, state: SegmentState, is_draft: bool, retyped: bool, rejected: bool = False
    ) -> bool:
        """Say it in the steps; what is no longer confirmed here goes back to the one before."""
        if is_draft:
            self.element.set(self.vendor.origin, self.vendor.by_machine)
        elif retyped or (self.is_machine and not state.is_done):
            self.element.set(_EDITED, "true")
        done = state.is_done and not is_draft
        if done is not (self.state is SegmentState.CONFIRMED):
            self.element.set(self.vendor.state, str(self._level if done else self._level - 1))
        return True


def states_told(namespaces: Iterable[str]) -> frozenset[SegmentState] | None:
    """Return the states that the program tells apart whose namespaces a file declares.

    None where it has words for all of them.
    """
    if PHRASE_NAMESPACE in namespaces:
        return frozenset({SegmentState.INITIAL, SegmentState.EDITED, SegmentState.CONFIRMED})
    if _MQ.strip("{}") in namespaces:
        return frozenset(MEMOQ.names) - {SegmentState.FINAL}
    return None


def is_phrase(names: Iterable[object]) -> bool:
    """Tell whether there is an attribute of Phrase among these."""
    return any(str(name).startswith(_M) for name in names)


def phrase_text(table: CodeTable) -> Callable[[str], str]:
    """Return what makes codes of the tags that Phrase writes as text: ``{1}``, ``{2>`` ``<2}``."""
    from translation.formats.tag_codes import with_codes

    return lambda text: with_codes(text, _phrase_tag(), table, table.text) if text else ""


@lru_cache(1)
def _phrase_tag() -> re.Pattern[str]:
    """Return what finds such a tag: made when the first file of Phrase comes."""
    name = "[0-9]+|[a-zA-Z^_]+"
    return re.compile(rf"\{{(?P<opens>{name})>|<(?P<closes>{name})\}}|\{{(?:[0-9]+|j)\}}")


def is_locked_by_wordfast(given: Mapping[str, str], target: etree._Element | None) -> bool:
    """Tell whether a trans-unit, its target or the facts about that say that it is locked."""
    said = given.get(_GS4TR_LOCKED)
    if not said and target is not None:
        said = target.get(_GS4TR_LOCKED)
        if not said and (facts := target.get(_GS4TR_FACTS)):
            found = re.search(_IN_FACTS, facts)
            said = found[1] if found else None
    return bool(said) and str(said).lower() not in _UNLOCKED


def _number(value: str | None) -> int:
    return int(value) if value and value.isascii() and value.isdigit() else int(value == "true")


def vendor_mark(trans_unit: etree._Element, mid: str | None) -> VendorMark | None:
    """Return the mark of a segment, known by its ``mid``, None where it is the only one."""
    if is_phrase(trans_unit.keys()):
        return PhraseMark(PHRASE, trans_unit)
    if trans_unit.get(MEMOQ.state) is not None or trans_unit.get(MEMOQ.locked) is not None:
        return VendorMark(MEMOQ, trans_unit)
    for found in trans_unit.iterfind(f"{_SDL}seg-defs/{_SDL}seg"):
        if mid is None or found.get("id") == mid:
            return VendorMark(TRADOS, found)
    return None
