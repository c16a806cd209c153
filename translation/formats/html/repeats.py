"""Where a page repeats its headline and captions out of the text: title, summaries, alt texts.

They are no segments of their own, so that nobody translates them twice; they follow what stands
in the text.
"""

from __future__ import annotations

from html import escape, unescape
from typing import TYPE_CHECKING

from translation.formats.html.tags import attribute_of, with_attribute
from translation.formats.html.tokens import Kind
from translation.formats.joining import without_codes
from translation.model.segment import Role

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from translation.formats.html.tokens import Token
    from translation.formats.html.tree import Page
    from translation.formats.joining import FilledUnit
    from translation.model.document import Document

_SUMMARIES = frozenset({"dc.title", "og:title", "title", "twitter:title"})
_HINTS = ("alt", "title")
_LONGEST_TAG = 20_000
"""A longer tag holds an image or a script, and its alt text is not worth the search."""


class Repeats:
    """Knows the headline and captions that were translated."""

    def __init__(self, document: Document, filled: Sequence[FilledUnit]) -> None:
        self._headline: tuple[str, str] | None = None
        self._known: dict[str, str] = {}
        for one in filled:
            if one.unit.role not in (Role.HEADLINE, Role.CAPTION):
                continue
            segments = document.unit_segments(one.unit.id)
            source = "".join(s.lead + s.source + s.trail for s in segments)
            old = _collapsed(without_codes(source, one.unit))
            new = _collapsed(without_codes(one.joined.text, one.unit))
            self._known.setdefault(old, new)
            if one.unit.role is Role.HEADLINE and self._headline is None:
                self._headline = (old, new)

    def changed(self, page: Page) -> Iterator[tuple[int, Token, str]]:
        """Give each token that repeats a text: its number, itself, and what stands there now."""
        for number, token in enumerate(page.tokens if self._known else ()):
            if token.kind is Kind.RAW and token.name == "title":
                title = _collapsed(unescape(page.source(token)))
                if (new := self._with_headline(title)) != title:
                    yield number, token, escape(new, quote=False)
            elif token.kind is Kind.START and token.end - token.start < _LONGEST_TAG:
                tag = page.source(token)
                if (new := self.in_tag(tag)) != tag:
                    yield number, token, new

    def in_tag(self, tag: str) -> str:
        """Return a start tag with what it repeats in the words of the translation."""
        if tag[:5].lower() == "<meta":
            named = attribute_of(tag, "property") or attribute_of(tag, "name") or ""
            content = _collapsed(attribute_of(tag, "content") or "")
            if named.lower() in _SUMMARIES and (new := self._with_headline(content)) != content:
                return with_attribute(tag, "content", new)
            return tag
        for name in _HINTS:
            if f"{name}=" in tag.lower().replace(" ", ""):
                repeated = self._known.get(_collapsed(attribute_of(tag, name) or ""))
                tag = tag if repeated is None else with_attribute(tag, name, repeated)
        return tag

    def _with_headline(self, text: str) -> str:
        return text if self._headline is None else text.replace(*self._headline)


def _collapsed(text: str) -> str:
    return " ".join(text.split())
