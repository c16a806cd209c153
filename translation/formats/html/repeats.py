"""Where a page repeats its headline and captions out of the text: title, summaries, alt texts.

They are no segments of their own, so that nobody translates them twice; they follow what stands
in the text.
"""

from __future__ import annotations

import re
from html import escape, unescape
from typing import TYPE_CHECKING

from translation.formats.html.tags import attribute_of, with_attribute
from translation.formats.html.tokens import Kind
from translation.formats.joining import without_codes
from translation.model.segment import Role

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Sequence

    from translation.formats.html.tokens import Token
    from translation.formats.html.tree import Page
    from translation.formats.joining import FilledUnit
    from translation.model.document import Document

_TITLES = frozenset({"dc.title", "og:title", "title", "twitter:title"})
_SUMMARIES = frozenset({"description", "og:description", "twitter:description"})
_HINTS = ("alt", "title", "placeholder")
_QUOTES = "\"'`´‘’‚“”„«»"
_LONGEST_TAG = 20_000
"""A longer tag holds an image or a script, and its alt text is not worth the search."""


class Repeats:
    """Knows the headline, captions and texts of attributes that were translated.

    ``loose`` are the anchors of the last.
    """

    def __init__(
        self, document: Document, filled: Sequence[FilledUnit], loose: Container[str]
    ) -> None:
        self._headlines: dict[str, str] = {}
        self._known: dict[str, str] = {}
        self._summaries: dict[str, str] = {}
        for one in filled:
            if one.unit.role not in (Role.HEADLINE, Role.CAPTION) and (
                one.unit.anchor not in loose
            ):
                continue
            segments = document.unit_segments(one.unit.id)
            source = "".join(s.lead + s.source + s.trail for s in segments)
            old = _collapsed(without_codes(source, one.unit))
            new = _collapsed(without_codes(one.joined.text, one.unit))
            self._known.setdefault(old, new)
            if one.unit.anchor in loose:
                self._summaries.setdefault(old, new)
            if one.unit.role is Role.HEADLINE:
                self._headlines.setdefault(old, new)

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
            new = content
            if named.lower() in _TITLES:
                new = self._with_headline(content)
            elif named.lower() in _SUMMARIES:
                new = self._summaries.get(content, content)
            return tag if new == content else with_attribute(tag, "content", new)
        for name in _HINTS:
            if f"{name}=" in tag.lower().replace(" ", ""):
                repeated = self._known.get(_collapsed(attribute_of(tag, name) or ""))
                tag = tag if repeated is None else with_attribute(tag, name, repeated)
        return tag

    def _with_headline(self, text: str) -> str:
        if text in self._headlines:
            return self._headlines[text]
        for old, new in self._headlines.items():
            if (found := repeated(old, text)) is not None:
                return f"{text[: found.start()]}{new}{text[found.end() :]}"
        return text


def repeated(headline: str, text: str) -> re.Match[str] | None:
    """Return where a text repeats a headline in whole words, None where it does not.

    Straight and typographic quotes are the same.
    """
    if not headline:
        return None
    pieces = (f"[{_QUOTES}]" if c in _QUOTES else re.escape(c) for c in headline)
    return re.search(rf"(?<!\w){''.join(pieces)}(?!\w)", text)


def _collapsed(text: str) -> str:
    return " ".join(text.split())
