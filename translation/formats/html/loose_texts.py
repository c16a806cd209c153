"""Texts of a page that stand in no block: its title, alt texts and tips, labels of its forms.

The title is the article's headline where it says something else than that; the rest is left out
as page furniture is, to be brought back by whoever wants it. Their anchors are ``start:end`` as
those of blocks are: the title, an attribute's value or a label's text.
"""

from __future__ import annotations

from bisect import bisect_right
from html import unescape
from typing import TYPE_CHECKING, NamedTuple, Protocol

from translation.formats.code_table import SPECIAL
from translation.formats.html.ancestry import Inherited
from translation.formats.html.blocks import is_hidden, translates
from translation.formats.html.direction import has_letters
from translation.formats.html.tokens import SPACE, Kind, attributes
from translation.model.language import is_right_to_left
from translation.model.segment import Role

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence, Set

    from lxml import etree

    from translation.formats.html.inline import Placed
    from translation.formats.html.tokens import Token
    from translation.formats.html.tree import Page

_TIPS = frozenset({"alt", "title"})
_SUMMARIES = frozenset({"description", "og:description", "twitter:description"})
_LABELS = ("button", "label")
_FIELDS = ("input", "textarea")
_NOT_HIDDEN = frozenset({"datalist", "option", "select", *_LABELS})
_NO_TEXT = frozenset({"script", "style", "textarea", "title"})
LONGEST = 2000
"""Characters of an attribute's value that can be a text."""


class LooseText(NamedTuple):
    """A text and its place in the page; ``role`` is what it would be, were it brought back."""

    start: int
    end: int
    text: str
    role: Role
    is_label: bool = False

    @property
    def anchor(self) -> str:
        """The place in the words of the format."""
        return f"{self.start}:{self.end}"


def title_of(page: Page) -> LooseText | None:
    """Return the title of a page, None where it has none that a segment can hold."""
    for token in page.tokens:
        if token.kind is Kind.RAW and token.name == "title":
            text = _read(page.source(token))
            return LooseText(token.start, token.end, text, Role.HEADLINE) if text else None
    return None


def loose_texts(
    page: Page, article: Sequence[Placed], others: Sequence[Placed], language: str
) -> list[LooseText]:
    """Return the attributes and labels of a page that hold text in letters of ``language``.

    Of attributes those in the article and the page's summary, each text once; not what the
    article's blocks say anyhow, which follows them.
    """
    wanted = "rtl" if is_right_to_left(language) else "ltr"
    said = {one.block.plain for one in article}
    found = []
    for one in sorted(
        [*_attribute_texts(page, article, others), *_labels(page, [*article, *others])]
    ):
        if has_letters(one.text, wanted) and (one.is_label or one.text not in said):
            said.add(one.text)
            found.append(one)
    return found


def loose_places(page: Page) -> dict[str, bool]:
    """Return the anchors that loose texts of a page can have, and which are labels' texts."""
    found = {one.anchor: one.is_label for one in _labels(page, ())}
    title = title_of(page)
    if title is not None:
        found[title.anchor] = False
    for element, number in page.starts.items():
        wanted = {"content"} if element.tag == "meta" else _TIPS
        if wanted.intersection(element.keys()):
            for one in _values(page, page.tokens[number], wanted, Role.CAPTION):
                found[one.anchor] = False
    return found


def hidden_texts(page: Page, article: Sequence[Placed], language: str) -> int:
    """Count the pieces of text among the article's that nobody sees on the page."""
    wanted = "rtl" if is_right_to_left(language) else "ltr"
    inside, in_hidden = _Stretch(article), Inherited(lambda e: True if is_hidden(e) else None)
    count = 0
    for element, number in page.starts.items():
        if is_hidden(element) and inside.holds(page.tokens[number].start):
            above = element.getparent()
            is_outermost = above is None or not in_hidden(above)
            is_text = is_outermost and element.tag not in _NOT_HIDDEN | _NO_TEXT
            count += is_text and has_letters(_text_in(element), wanted)
    return count


def _text_in(element: etree._Element) -> str:
    return "".join(
        text
        for inner in element.iter()
        if inner.tag not in _NO_TEXT
        for text in (inner.text or "", (inner.tail or "") if inner is not element else "")
    )


def _attribute_texts(
    page: Page, article: Sequence[Placed], others: Sequence[Placed]
) -> Iterator[LooseText]:
    own = {one.block.owner for one in article}
    aside = {one.block.owner for one in others} - own
    inside = _Stretch(article)
    is_out = Inherited(
        lambda e: True if (is_hidden(e) and e.tag != "head") or e in aside else _keeps_texts(e)
    )
    for element, number in page.starts.items():
        token = page.tokens[number]
        if element.tag == "meta":
            named = (element.get("name") or element.get("property") or "").lower()
            if named in _SUMMARIES:
                yield from _values(page, token, {"content"}, Role.PARAGRAPH)
        elif (
            _TIPS.intersection(element.keys()) and inside.holds(token.start) and not is_out(element)
        ):
            yield from _values(page, token, _TIPS, Role.CAPTION)


def _keeps_texts(element: etree._Element) -> bool | None:
    """Tell whether an element keeps its texts as they are, None where it does not say."""
    said = translates(element)
    return None if said is None else not said


def _values(page: Page, tag: Token, wanted: Set[str], role: Role) -> Iterator[LooseText]:
    for attribute in attributes(page.text, tag):
        if attribute.name in wanted and 0 < len(attribute.value) <= LONGEST:
            text = _read(attribute.value)
            if text:
                yield LooseText(attribute.start, attribute.end, text, role)


def _labels(page: Page, blocks: Sequence[Placed]) -> Iterator[LooseText]:
    """Give the labels and buttons that stand in no sentence, and what fields say while empty."""
    in_sentence = Inside(blocks)
    for element in page.root.iter(*_LABELS):
        for number in (*page.texts.get(element, ()), *_tails_in(page, element)):
            token = page.tokens[number]
            source = page.source(token)
            text = _read(source)
            if text and token.start not in in_sentence:
                lead = len(source) - len(source.lstrip(SPACE))
                end = token.start + len(source.rstrip(SPACE))
                yield LooseText(token.start + lead, end, text, Role.PARAGRAPH, is_label=True)
    for element in page.root.iter(*_FIELDS):
        if element.get("placeholder") and element in page.starts:
            token = page.tokens[page.starts[element]]
            yield from _values(page, token, {"placeholder"}, Role.PARAGRAPH)


def _tails_in(page: Page, element: etree._Element) -> Iterator[int]:
    for inner in element.iterdescendants():
        if inner.tag not in _LABELS:
            yield from page.texts.get(inner, ())
        yield from page.tails.get(inner, ())


def _read(source: str) -> str:
    """Return what a reader makes of a text of the page, "" where no segment can hold it."""
    text = " ".join(unescape(source).split())
    return "" if SPECIAL.search(text) else text


class _Stretch:
    """The part of a page from the first of some blocks to the end of the last."""

    def __init__(self, blocks: Sequence[Placed]) -> None:
        self.start = min((one.start for one in blocks), default=0)
        self.end = max((one.end for one in blocks), default=0)

    def holds(self, position: int) -> bool:
        """Tell whether a position lies in it."""
        return self.start <= position < self.end


class Inside:
    """Tells whether a position lies in one of some stretches of the page."""

    def __init__(self, stretches: Iterable[_Stretched]) -> None:
        places = sorted((one.start, one.end) for one in stretches)
        self._starts = [start for start, _ in places]
        self._ends = [end for _, end in places]

    def __contains__(self, position: int) -> bool:
        at = bisect_right(self._starts, position) - 1
        return at >= 0 and position < self._ends[at]


class _Stretched(Protocol):
    @property
    def start(self) -> int: ...

    @property
    def end(self) -> int: ...
