"""What each paragraph of a news text is: headline, dateline, byline, sub-heading, furniture."""

from __future__ import annotations

import re
from itertools import zip_longest
from typing import TYPE_CHECKING

from translation.model.inline import strip_codes
from translation.model.segment import Role
from translation.text.bylines import is_byline
from translation.text.furniture import is_furniture, may_head

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["classify", "is_furniture"]

LONGEST_HEADLINE = 30
LONGEST_SUBHEADING = 10
LONGEST_DATELINE = 14
"""Words a headline, a sub-heading and a dateline can have."""

FEWEST_BELOW = 3
"""Words below a first line that is a question; fewer are its answer."""

_CLOSERS = "\"'\u2019\u201d»)]}\u200e\u200f"
_STOPS = ".!?؟…۔:؛;،,"
_ASKING = ("؟", "?", "!", "..", "…")
"""How headlines end that do end as sentences do."""
_STOP_INSIDE = re.compile(r"(?<![.\s])[.۔]\s")
_BULLET = re.compile(r"(?:[-*•·▪■●◦–—]|\(?(?:[0-9\u0660-\u0669]{1,3}|[A-Za-zأ-ي])[.)\-])\s")
_MONTHS = (
    "january|february|march|april|may|june|july|august|september|october|november|december"
    "|jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec"
    "|يناير|فبراير|مارس|أبريل|إبريل|ابريل|مايو|يونيو|يوليو|أغسطس|اغسطس|سبتمبر|أكتوبر|اكتوبر"
    "|نوفمبر|ديسمبر|كانون الثاني|شباط|آذار|نيسان|أيار|حزيران|تموز|آب|أيلول|تشرين الأول"
    "|تشرين الثاني|كانون الأول|جانفي|فيفري|أفريل|ماي|جوان|جويلية|أوت"
    "|محرم|صفر|ربيع الأول|ربيع الآخر|جمادى الأولى|جمادى الآخرة|رجب|شعبان|رمضان|شوال"
    "|ذو القعدة|ذي القعدة|ذو الحجة|ذي الحجة"
)
_NUMBER = r"[0-9\u0660-\u0669]"
_DATE = re.compile(
    rf"{_NUMBER}{{1,2}}(?:st|nd|rd|th)?\s+(?:{_MONTHS})\b"
    rf"|\b(?:{_MONTHS})\.?\s+{_NUMBER}{{1,2}}\b"
    rf"|{_NUMBER}{{1,4}}\s?[/.\-]\s?{_NUMBER}{{1,2}}\s?[/.\-]\s?{_NUMBER}{{2,4}}",
    re.IGNORECASE,
)


def classify(paragraphs: Sequence[str], language: str) -> list[Role]:
    """Return the role of each paragraph of a plain text, judged by its length, end and place.

    Furniture and bylines are known by tables; of the rest the first short one without a final
    stop is the headline, one with a date before the first full paragraph the dateline, a short one
    without a stop between others a sub-heading, a bulleted one a list item.
    """
    roles = [
        Role.FURNITURE if is_furniture(text, language) else Role.PARAGRAPH for text in paragraphs
    ]
    if len(roles) > 1 and may_head(paragraphs[0], language):
        roles[0] = Role.PARAGRAPH
    body = [i for i, role in enumerate(roles) if role is not Role.FURNITURE]
    texts = [strip_codes(paragraphs[i]).strip() for i in body]
    for index, role in zip(body, _body_roles(texts, language), strict=True):
        roles[index] = role
    return roles


def _body_roles(texts: list[str], language: str) -> list[Role]:
    roles: list[Role] = []
    missing = {Role.PARAGRAPH, Role.DATELINE, Role.HEADLINE}
    for text, following in zip_longest(texts, texts[1:]):
        is_top = Role.PARAGRAPH in missing and Role.HEADLINE not in missing
        if is_byline(text, language, is_apart=is_top or (following is None and bool(roles))):
            role = Role.BYLINE
        else:
            role = _body_role(text, following, missing, is_first=not roles)
        missing.discard(role)
        roles.append(role)
    return roles


def _body_role(text: str, following: str | None, missing: set[Role], *, is_first: bool) -> Role:
    """Return the role of a text; ``missing`` are those of the three that none has had so far."""
    if _BULLET.match(text):
        return Role.LIST_ITEM
    if Role.PARAGRAPH in missing:
        if Role.DATELINE in missing and _is_dateline(text):
            return Role.DATELINE
        if Role.HEADLINE in missing and _heads(text, following):
            return Role.HEADLINE
    is_between = following is not None and not is_first and not _is_dateline(text)
    if is_between and _is_heading(text, LONGEST_SUBHEADING) and _is_body(following or ""):
        return Role.SUBHEADING
    return Role.PARAGRAPH


def _heads(text: str, following: str | None) -> bool:
    if following is None:
        return False
    return _is_heading(text, LONGEST_HEADLINE) or _asks_above(text, following)


def _asks_above(text: str, following: str) -> bool:
    """Tell whether a text is one question or exclamation with something else than that below."""
    bare, below = (one.rstrip(_CLOSERS + " ") for one in (text, following))
    return (
        bare.endswith(_ASKING)
        and len(text.split()) <= LONGEST_HEADLINE
        and _STOP_INSIDE.search(bare) is None
        and len(below.split()) >= FEWEST_BELOW
        and not below.endswith(_ASKING)
    )


def _is_dateline(text: str) -> bool:
    return len(text.split()) <= LONGEST_DATELINE and not _ends(text) and bool(_DATE.search(text))


def _is_heading(text: str, most_words: int) -> bool:
    found = text.split()
    return len(found) <= most_words and any(c.isalpha() for c in text) and not _ends(text)


def _is_body(text: str) -> bool:
    return _ends(text) or len(text.split()) > LONGEST_SUBHEADING or bool(_BULLET.match(text))


def _ends(text: str) -> bool:
    """Tell whether a text ends as sentences and clauses do."""
    return text.rstrip(_CLOSERS + " ").endswith(tuple(_STOPS))
