"""How files of others call categories and severities, and which of a typology they mean."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from translation.mqm.typology import Typology

NO_ERROR = "no-error"
"""What WMT's files have in place of category and severity where a rater found nothing."""

_OTHER_NAMES = {
    "fluency": "linguistic conventions",
    "verity": "audience appropriateness",
    "design": "design and markup",
    "awkward": "awkward style",
    "unidiomatic": "unidiomatic style",
    "company style": "organization style",
    "register": "language register",
    "inconsistent": "inconsistent use of terminology",
    "inappropriate for context": "wrong term",
    "untranslated text": "untranslated",
    "locale conventions": "locale convention",
}
"""Words of earlier versions of MQM, and of WMT's raters, for those of MQM Core."""


def category_name(typology: Typology, id_: str) -> str:
    """Return what a category is called in files: "Accuracy/Omission"."""
    found = typology.category(id_)
    if found is None:
        return id_
    above = typology.category(found.parent)
    return f"{above.words}/{found.words}" if above else found.words


def severity_name(typology: Typology, id_: str) -> str:
    """Return what a severity is called in files: "Major"."""
    found = typology.severity(id_)
    return found.words if found else id_


def category_of(typology: Typology, name: str) -> str:
    """Return the id of the category that a file means; the name itself where there is none.

    What the typology does not have below a category is that category.
    """
    if typology.category(name):
        return name
    parts = [_plain(part) for part in name.split("/", 1)]
    full = {_plain(category_name(typology, one.id)): one.id for one in typology.categories}
    if found := full.get("/".join(parts)):
        return found
    last = {_plain(one.words): one.id for one in typology.categories if one.parent}
    return last.get(parts[-1]) or full.get(parts[0]) or name.strip()


def severity_of(typology: Typology, name: str) -> str:
    """Return the id of the severity that a file means; the name itself where there is none."""
    wanted = _plain(name)
    for one in typology.severities:
        if wanted in (_plain(one.id), _plain(one.words)):
            return one.id
    return name.strip().lower()


def _plain(name: str) -> str:
    words = " ".join(re.sub(r"[_\s!]+", " ", name).casefold().split())
    return _OTHER_NAMES.get(words, words)
