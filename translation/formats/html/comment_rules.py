"""Rules for readers' comments that stand below an article in blocks like its own.

They are known by what they say, among the last blocks, on a page that takes comments: an article
about comments has other words, and stands above.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from translation.text.normalise import for_matching

if TYPE_CHECKING:
    from translation.formats.html.blocks import Block

LAST_BLOCKS = 6
"""Blocks at the end of an article that can be such rules."""

_COMMENT = r"(?:ال|لل|بال)?(?:تعليق|تعليقات|مشاركات)\b"
_RULES = re.compile(
    rf"\b(?:شروط|ضوابط|قواعد|سياسه|قوانين|اداب|ارشادات) (?:\w+ )?{_COMMENT}"
    r"|\b(?:ال|لل)?(?:تعليقات|مشاركات|اراء) (?:المنشوره|الوارده|المسييه|المخالفه|قبل نشر\w*)\b"
    rf"|\b(?:لن|لا|سيتم|يتم|سوف|يمنع|يحظر|نحتفظ|تحتفظ|يحتفظ)(?: \w+){{0,4}}? "
    rf"(?:نشر|ينشر|تنشر|ننشر|حذف|بحذف|يحذف|تحذف|قبول|تعبر)(?: \w+){{0,2}} {_COMMENT}"
    r"|\b(?:تعليق|تعليقات)(?:ك|كم)\b"
    rf"|\b(?:اضف|اترك|اكتب|ارسل|شارك\w*) {_COMMENT}"
    r"|\bعنوان بريدك الالكتروني\b|\bالحقول (?:الالزاميه|المطلوبه)\b"
    r"|\byour (?:comment|e-?mail address)\b|\bcomments? (?:policy|rules|guidelines)\b"
    r"|\bcomments (?:are|will be) (?:moderated|removed|deleted|published)\b"
    r"|\brequired fields\b|\bleave a (?:comment|reply)\b"
)


def without_comment_rules(inside: list[Block], language: str) -> list[Block]:
    """Return the blocks of an article without the rules for comments among its last ones."""
    last = inside[-LAST_BLOCKS:]
    kept = [block for block in last if not _RULES.search(for_matching(block.plain, language))]
    return (
        [*inside[: len(inside) - len(last)], *kept] if kept or len(inside) > len(last) else inside
    )
