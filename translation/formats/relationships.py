"""Which part of an Office file leads to which (Open Packaging Conventions, ECMA-376 part 2)."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING

from translation.formats import safe_xml

if TYPE_CHECKING:
    from collections.abc import Callable

    from lxml import etree

    from translation.formats.safe_zip import SafeZip

Related = dict[str, dict[str, str]]
"""The names of parts by the kind of relationship (the end of its address) and its id."""


def relations(
    archive: SafeZip, part: str, parsed: Callable[[str], etree._Element] | None = None
) -> Related:
    """Return what ``part`` leads to ("" for the file itself); nothing outside is looked at.

    ``parsed`` gives the root of a part where its size is measured first. Raises InputError where
    the list is no XML.
    """
    folder, _, file = part.rpartition("/")
    rels = posixpath.join(folder, "_rels", f"{file}.rels")
    found: Related = {}
    if rels not in archive:
        return found
    if parsed is None:
        root = safe_xml.parse(archive.read(rels), f"{archive.name}: {rels}")
    else:
        root = parsed(rels)
    for relation in root:
        if relation.get("TargetMode") != "External":
            target = relation.get("Target", "")
            path = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
            kind = relation.get("Type", "").rpartition("/")[2]
            found.setdefault(kind, {})[relation.get("Id", "")] = path
    return found
