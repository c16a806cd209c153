"""The names XLIFF 2.0 to 2.2 use, and what they mean here.

Specifications: OASIS XLIFF 2.1 (2018-02-13), whose core has the namespace of 2.0, and XLIFF 2.2
(2025-03-13), whose core has one of its own. Elements of either are known by their local names;
what is put into a file is named as what stands there.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from translation.model.segment import SegmentState

if TYPE_CHECKING:
    from lxml import etree

CORE = "urn:oasis:names:tc:xliff:document:2.0"
CORE_22 = "urn:oasis:names:tc:xliff:document:2.2"
MATCHES = "urn:oasis:names:tc:xliff:matches:2.0"
METADATA = "urn:oasis:names:tc:xliff:metadata:2.0"
VERSIONS = ("2.0", "2.1", "2.2")

CATEGORY = "muraji"
"""``mda:metaGroup/@category`` of what we add for ourselves; also the prefix of our values."""

STATE_NAMES = {
    SegmentState.INITIAL: "initial",
    SegmentState.EDITED: "initial",
    SegmentState.CONFIRMED: "translated",
    SegmentState.REVIEWED: "reviewed",
    SegmentState.FINAL: "final",
}
"""``segment/@state``; XLIFF 2 knows nothing between initial and translated, so an edited
segment says so in ``subState``."""

STATES = {
    "translated": SegmentState.CONFIRMED,
    "reviewed": SegmentState.REVIEWED,
    "final": SegmentState.FINAL,
}
"""What a state means here; a target in any other is edited."""

EDITED = f"{CATEGORY}:edited"
DRAFT = f"{CATEGORY}:draft"
"""``subState`` of a target somebody began to edit, and of one that is a shown draft."""

REJECTED = f"{CATEGORY}:rejected"
"""``subState`` of a target that was sent back: the core has no state for that. Its state is
initial, for it is to be worked on again."""

SUB_STATES = {SegmentState.EDITED: EDITED}


def is_rejected(segment: etree._Element) -> bool:
    """Tell whether the ``subState`` of a segment says, that it was sent back, whose word it be."""
    prefix, _, value = segment.get("subState", "").partition(":")
    return bool(prefix) and value.casefold().startswith("rejected")


CODES = frozenset({"ph", "pc", "sc", "ec"})
ANNOTATIONS = frozenset({"mrk", "sm", "em"})
INLINE = CODES | ANNOTATIONS | {"cp"}


_CORES = ("", f"{{{CORE}", f"{{{CORE_22}")
"""What stands before the ``}`` of a name of the core; some programs name no namespace."""

ALL_OF_CORE = ("{}*", f"{{{CORE}}}*", f"{{{CORE_22}}}*")
"""What to ask a tree for to get every element of the core."""


@lru_cache(64)
def core(local: str) -> str:
    """Return the full name of an element of the core as new documents have it."""
    return f"{{{CORE}}}{local}"


@lru_cache(64)
def core_tags(local: str) -> tuple[str, ...]:
    """Return every full name that an element of the core may have."""
    return (local, f"{{{CORE}}}{local}", f"{{{CORE_22}}}{local}")


def beside(element: etree._Element, local: str) -> str:
    """Return the full name of an element of the core for where this one stands."""
    namespace, brace, _ = str(element.tag).rpartition("}")
    return f"{namespace}{brace}{local}"


def is_of_22(tag: object) -> bool:
    """Tell whether a tag is in the namespace of XLIFF 2.2."""
    return str(tag).startswith(f"{{{CORE_22}}}")


def core_name(element: object) -> str:
    """Return the name of an element of the core, ``*`` for others, nothing for comments."""
    return core_tag_name(getattr(element, "tag", None))


@lru_cache(1024)
def core_tag_name(tag: object) -> str:
    """Return the same of an element's tag."""
    if not isinstance(tag, str):
        return ""
    namespace, _, name = tag.rpartition("}")
    return name if namespace in _CORES else "*"
