"""The names XLIFF 2.0 and 2.1 use, and what they mean here.

Specification: OASIS XLIFF 2.1 (2018-02-13), whose core has the namespace of 2.0.
"""

from __future__ import annotations

from functools import lru_cache

from translation.model.segment import SegmentState

CORE = "urn:oasis:names:tc:xliff:document:2.0"
MATCHES = "urn:oasis:names:tc:xliff:matches:2.0"
METADATA = "urn:oasis:names:tc:xliff:metadata:2.0"
VERSIONS = ("2.0", "2.1")

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

SUB_STATES = {SegmentState.EDITED: EDITED}

CODES = frozenset({"ph", "pc", "sc", "ec"})
ANNOTATIONS = frozenset({"mrk", "sm", "em"})
INLINE = CODES | ANNOTATIONS | {"cp"}


@lru_cache(64)
def core(local: str) -> str:
    """Return the full name of an element of the core."""
    return f"{{{CORE}}}{local}"


def core_name(element: object) -> str:
    """Return the name of an element of the core, ``*`` for others, nothing for comments."""
    return core_tag_name(getattr(element, "tag", None))


@lru_cache(1024)
def core_tag_name(tag: object) -> str:
    """Return the same of an element's tag."""
    if not isinstance(tag, str):
        return ""
    return tag[len(CORE) + 2 :] if tag.startswith(f"{{{CORE}}}") else "*"
