"""The comments of a Word document, by the paragraphs they hang on (ISO/IEC 29500-1, 17.13.4)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from translation.errors.names import visible
from translation.formats.docx.names import w

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from lxml import etree

    from translation.formats.docx.package import Package

LONGEST = 10_000
"""Characters of a comment that are read: more is no remark."""


def comments_of(package: Package) -> Mapping[str, str]:
    """Return what the comments say, each behind the name of who wrote it, by their ids."""
    root = package.root_of(package.main, "comments")
    if root is None:
        return {}
    found = ((str(one.get(w("id"), "")), _said(one)) for one in root.iter(w("comment")))
    return {id_: said for id_, said in found if said}


def note_on(paragraphs: Iterable[etree._Element], comments: Mapping[str, str]) -> str:
    """Return the comments that hang on paragraphs, in order, a line each."""
    if not comments:
        return ""
    marks = (mark for one in paragraphs for mark in one.iter(w("commentReference")))
    ids = dict.fromkeys(str(mark.get(w("id"), "")) for mark in marks)
    return "\n".join(comments[id_] for id_ in ids if id_ in comments)


def _said(comment: etree._Element) -> str:
    lines = ("".join(t.text or "" for t in one.iter(w("t"))) for one in comment.iter(w("p")))
    text = "\n".join(line.strip() for line in lines if line.strip())[:LONGEST]
    author = visible(str(comment.get(w("author"), ""))).strip()
    return f"{author}: {text}" if author and text else text
