"""A block of a page as the text of a unit: what is a code, and which stretch of the page it fills.

What surrounds all of the text (a link around a heading, bold around a paragraph, pictures at its
ends) stays in the page; what is inside becomes codes, each with its markup as the page has it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from translation.errors import InputError
from translation.formats.code_table import CodeTable
from translation.formats.html.blocks import CODE_TAGS, VISIBLE_TAGS, Block, Tag, Text
from translation.formats.html.tokens import SPACE, VOID_TAGS, Kind
from translation.formats.html.tree import unparked
from translation.formats.tag_codes import short_label
from translation.model.inline import CodeKind, InlineCode

if TYPE_CHECKING:
    from lxml import etree

    from translation.formats.html.tokens import Token
    from translation.formats.html.tree import Page

_BLANKS = re.compile(r"[ \t\r\n\f\u2028\u2029]+")
_LONGEST_MARKUP = 300


@dataclass(frozen=True, slots=True)
class Placed:
    """A block's text with its codes, and its place in the page.

    ``start`` and ``end`` are positions in the page's text; ``markup`` is, for each code, what the
    page has for it; ``unseen`` is what else stands between, comments and the like.
    """

    block: Block
    text: str
    codes: tuple[InlineCode, ...]
    start: int
    end: int
    markup: tuple[str, ...]
    unseen: str
    keeps_space: bool

    @property
    def anchor(self) -> str:
        """The place in the words of the format."""
        return f"{self.start}:{self.end}"


def placed(block: Block, page: Page, name: str, keeps_space: bool) -> Placed:
    """Return a block as text, its white space collapsed unless it ``keeps_space``.

    Raises InputError for the page called ``name``: too_many_codes, and wrong_format where a text
    has no place of its own in the page.
    """
    parts = _inner(block.parts)
    if not parts or any(_is_lost(part) for part in parts):
        detail = "its markup cannot be followed"
        raise InputError("wrong_format", file=name, format="HTML", detail=detail)
    return _Placing(block, parts, page, name, keeps_space).done()


def _is_lost(part: Text | Tag) -> bool:
    if isinstance(part, Text):
        return not part.tokens and bool(part.text.strip(SPACE))
    return part.token is None and not part.closes


def _inner(parts: list[Text | Tag]) -> list[Text | Tag]:
    """Leave out at both ends what is no text, and the pairs that surround all that is left."""
    partners = _partners(parts)
    first, last = 0, len(parts) - 1
    while first <= last:
        if _is_outer(parts, partners, first, first, last):
            first += 1
        elif _is_outer(parts, partners, last, first, last):
            last -= 1
        elif partners.get(first) == last:
            first, last = first + 1, last - 1
        else:
            break
    return parts[first : last + 1]


def _is_outer(
    parts: list[Text | Tag], partners: dict[int, int], at: int, first: int, last: int
) -> bool:
    """Tell whether the part at one end can stay outside: no text, no half of an inner pair."""
    part = parts[at]
    if _is_read(part):
        return False
    if isinstance(part, Text) or not (part.opens or part.closes):
        return True
    partner = partners.get(at)
    if partner is None or not first <= partner <= last:
        return True
    return not any(map(_is_read, parts[min(at, partner) : max(at, partner) + 1]))


def _is_read(part: Text | Tag) -> bool:
    """Tell whether a part is text of the sentence, be it text that is not to be translated."""
    return bool(part.text.strip(SPACE)) if isinstance(part, Text) else part.kept


def _partners(parts: list[Text | Tag]) -> dict[int, int]:
    """Return for each start the place of its end, and the other way round."""
    found: dict[int, int] = {}
    open_: dict[etree._Element, int] = {}
    for at, part in enumerate(parts):
        if isinstance(part, Tag) and part.opens:
            open_[part.element] = at
        elif isinstance(part, Tag) and part.closes and part.element in open_:
            opening = open_.pop(part.element)
            found[opening], found[at] = at, opening
    return found


class _Placing:
    """Goes through the parts of one block once, in step with the tokens of the page."""

    def __init__(
        self, block: Block, parts: list[Text | Tag], page: Page, name: str, keeps_space: bool
    ) -> None:
        self.block, self.parts, self.page = block, parts, page
        self.keeps_space = keeps_space
        self.table = CodeTable(name)
        self.markup: list[str] = []
        self.pieces: list[str] = []
        self.unseen: list[str] = []
        self.openings: dict[etree._Element, str] = {}
        self.partners = _partners(parts)
        self.ends: dict[str, list[int]] = {}
        self.ends_from, self.ends_to = 0, -1
        first = parts[0]
        token = first.tokens[0] if isinstance(first, Text) else first.token
        assert token is not None
        self.next = token
        """The number of the first token that no part has taken yet."""
        self.start = page.tokens[token].start
        if isinstance(first, Text):
            source = page.source(page.tokens[token])
            self.start += len(source) - len(source.lstrip(SPACE))

    def done(self) -> Placed:
        at = 0
        while at < len(self.parts):
            part = self.parts[at]
            if isinstance(part, Text):
                self._text(part)
            elif part.closes:
                self._close(part)
            elif part.opens and not self._is_empty(at):
                self.openings[part.element] = self._add(part, self._source_of(part))
            else:
                self._whole(part)
                at = self.partners.get(at, at)
            at += 1
        end = self.page.tokens[self.next - 1].end
        if isinstance(self.parts[-1], Text):
            source = self.page.text[self.start : end]
            end -= len(source) - len(source.rstrip(SPACE))
        return Placed(
            self.block,
            "".join(self.pieces).strip(SPACE),
            self.table.codes,
            self.start,
            end,
            tuple(self.markup),
            "".join(self.unseen),
            self.keeps_space,
        )

    def _text(self, part: Text) -> None:
        text = unparked(part.text)
        text = text if self.keeps_space else _BLANKS.sub(" ", text)
        coded = self.table.text(text)
        if coded != text:
            self.markup += [code.markup for code in self.table.codes[len(self.markup) :]]
        self.pieces.append(coded)
        for token in part.tokens:
            self._pass_to(token)
            self.next = token + 1

    def _close(self, part: Tag) -> None:
        tag = str(part.element.tag)
        character = self._add(part, self._end_tag(tag) or f"</{tag}>")
        opening = self.openings.pop(part.element, None)
        if opening is not None:
            self.table.tie(opening, character)

    def _whole(self, part: Tag) -> None:
        """Take an element with all that is in it: as one code, or aside where nobody sees it."""
        tag = str(part.element.tag)
        source = self._source_of(part)
        if tag not in VOID_TAGS:
            start = self.next - 1
            self.next = max(self.next, self._last_inside(part.element) + 1)
            end = self._find_end(tag)
            self.next = self.next if end is None else end + 1
            source = self.page.text[self.page.tokens[start].start : self._last_taken.end]
        if part.hidden and tag not in VISIBLE_TAGS:
            self.unseen.append(source)
            return
        self._add(part, source)
        if tag == "br":  # Without the code, as a model reads it, the lines must not run together.
            self.pieces.append(" ")

    def _add(self, part: Tag, source: str) -> str:
        tag = str(part.element.tag)
        shown = source if len(source) <= _LONGEST_MARKUP else f"{source[:40]}\u2026"
        label = f"/{tag}" if part.closes else tag
        if part.kept:
            label = short_label(" ".join(str(part.element.xpath("string()")).split()))
        needed = tag in CODE_TAGS or tag in ("br", "img") or part.hidden or part.kept
        # Halves of pairs are tied once both are there; a lone half stands for itself.
        code = InlineCode(CodeKind.ALONE, shown, label, deletable=not needed)
        character = self.table.add(code)
        self.markup.append(source)
        self.pieces.append(character)
        return character

    @property
    def _last_taken(self) -> Token:
        return self.page.tokens[self.next - 1]

    def _source_of(self, part: Tag) -> str:
        assert part.token is not None
        self._pass_to(part.token)
        self.next = part.token + 1
        return self.page.source(self.page.tokens[part.token])

    def _is_empty(self, at: int) -> bool:
        """Tell whether nothing can be read between a start tag and its end."""
        last = self.partners.get(at)
        return last is not None and not any(map(_is_read, self.parts[at:last]))

    def _last_inside(self, element: etree._Element) -> int:
        """Return the number of the last token that the tree has inside an element."""
        page, last = self.page, -1
        for inner in element.iter():
            last = max(last, page.starts.get(inner, -1), *page.texts.get(inner, (-1,)))
            if inner is not element:
                last = max(last, *page.tails.get(inner, (-1,)))
        return last

    def _end_tag(self, name: str) -> str:
        """Take the end tag ``name`` if it is the next that matters, else nothing."""
        number = self._find_end(name)
        if number is None:
            return ""
        self._pass_to(number)
        self.next = number + 1
        return self.page.source(self._last_taken)

    def _find_end(self, name: str) -> int | None:
        """Return the number of the end tag ``name`` before the next start tag and text."""
        if not self.ends_from <= self.next <= self.ends_to:
            self._gather_ends()
        ahead = self.ends.get(name, [])
        while ahead and ahead[-1] < self.next:
            ahead.pop()
        return ahead[-1] if ahead else None

    def _gather_ends(self) -> None:
        """Look once over the end tags that follow, by name, the nearest last."""
        self.ends = {}
        self.ends_from = self.ends_to = self.next
        for number in range(self.next, len(self.page.tokens)):
            token = self.page.tokens[number]
            if token.kind is Kind.START or not self._is_blank(token):
                break
            if token.kind is Kind.END:
                self.ends.setdefault(token.name, []).append(number)
            self.ends_to = number
        for ahead in self.ends.values():
            ahead.reverse()

    def _is_blank(self, token: Token) -> bool:
        return token.kind not in (Kind.TEXT, Kind.CDATA) or not (
            self.page.source(token).strip(SPACE)
        )

    def _pass_to(self, number: int) -> None:
        """Keep what stands before a token and is no text: comments, ends of nothing."""
        for passed in range(self.next, number):
            token = self.page.tokens[passed]
            if token.kind is not Kind.TEXT:
                self.unseen.append(self.page.source(token))
