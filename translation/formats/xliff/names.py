"""The names XLIFF 1.2 uses, and what they mean here.

Specification: OASIS XLIFF 1.2 (2008-02-01). Everything of ours that has no element of its own
stands in ``context`` elements whose types begin with ``x-``, as the standard provides.
"""

from __future__ import annotations

from translation.model.segment import Role, SegmentState

NAMESPACE = "urn:oasis:names:tc:xliff:document:1.2"
XML = "http://www.w3.org/XML/1998/namespace"
SPACE = f"{{{XML}}}space"
LANG = f"{{{XML}}}lang"
TOOL = "muraji"
TOOL_NAME = "Muraji"
CHARACTER = "x-character"
"""``ctype`` of a ``ph`` that stands for one character which XML or a segment cannot hold."""

STATE_NAMES = {
    SegmentState.INITIAL: "new",
    SegmentState.EDITED: "needs-review-translation",
    SegmentState.CONFIRMED: "translated",
    SegmentState.REVIEWED: "signed-off",
    SegmentState.FINAL: "final",
}
"""``target/@state`` of a segment with a target; a shown draft has DRAFT_STATE."""

DRAFT_STATE = "needs-review-translation"
MT_QUALIFIERS = frozenset({"mt-suggestion", "leveraged-mt"})
"""``target/@state-qualifier`` of targets that a machine wrote; we write the first."""

MT_SUGGESTION = "mt-suggestion"
REJECTED = "rejected-inaccurate"
"""``target/@state-qualifier`` of a translation that was sent back; there are ``rejected-grammar``,
``rejected-length`` and ``rejected-spelling``, too."""
UNTRANSLATED_STATES = frozenset({"new", "needs-translation"})
STATES = {name: state for state, name in STATE_NAMES.items()}
"""What a state means here; one that is not listed is edited."""

ROLES = {
    "heading": Role.SUBHEADING,
    "caption": Role.CAPTION,
    "cell": Role.CELL,
    "listitem": Role.LIST_ITEM,
    **{f"x-{role.value.replace('_', '-')}": role for role in Role},
}
"""What a ``restype`` means here."""

DATATYPES = {"txt": "plaintext", "html": "html"}
"""``file/@datatype`` by format; other formats are written ``x-FORMAT``."""


def is_rejected(qualifier: str | None) -> bool:
    """Tell whether a ``state-qualifier`` says that the translation was sent back."""
    return bool(qualifier) and str(qualifier).startswith("rejected-")


def restype(role: Role) -> str:
    """Return the ``restype`` of a role."""
    return f"x-{role.value.replace('_', '-')}"
