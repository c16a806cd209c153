"""The inline part of Markdown with positions: what is text and what becomes an inline code.

markdown-it-py decides what is what (CommonMark 0.31, sections 6.1 to 6.9, and GFM's
strikethrough); its rules are watched, so that each token is known by where it stands. Text stays
text: escapes and entities are undone, to be written again as needed.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any

from translation.formats.tag_codes import short_label
from translation.model.inline import CodeKind, InlineCode

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from markdown_it import MarkdownIt
    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token

    from translation.formats.code_table import CodeTable

BREAK_LABEL = "\u23ce"
NEWLINE = "\\\n"
BLANKS_NEWLINE = "  \n"
"""The two markups of a hard line break; some readers of Markdown know only the second."""

DEEPEST = 100
"""Levels of blocks or of inline elements; what lies deeper is left as it is."""

_DELIMITED = {"em": "i", "strong": "b", "s": "s"}
_RULES: tuple[str, ...] = (
    "newline",
    "escape",
    "backticks",
    "strikethrough",
    "emphasis",
    "link",
    "image",
)
_RULES += ("autolink", "html_inline", "entity")
_FOOTNOTE = re.compile(r"\[\^([^\]\s]+)\]")
_TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9-]*)")
_MARKUP = re.compile(r"[\n*_`\[\]<&\\!~]")
_VOID = frozenset({"area", "br", "col", "embed", "hr", "img", "input", "link", "meta", "wbr"})
_LAST_BRACKET = -1
"""The key in the parser's cache of positions, where none can be."""

_SPAN, _LABEL = "span", "label"


@cache
def parser() -> MarkdownIt:
    """Return the parser that all reading and checking of inline text goes through."""
    from markdown_it import MarkdownIt

    made = MarkdownIt("commonmark", {"maxNesting": DEEPEST}).enable(["table", "strikethrough"])
    ruler = made.inline.ruler
    rules = dict(zip(ruler.get_active_rules(), ruler.getRules(""), strict=True))
    for name in _RULES:
        ruler.at(name, _watched(name, rules[name]))
    made.inline.ruler2.disable("fragments_join")
    return made


def _watched(
    name: str, rule: Callable[[StateInline, bool], bool]
) -> Callable[[StateInline, bool], bool]:
    """Return a rule that tells its tokens where they stand, as ``meta["span"]``."""

    def run(state: StateInline, silent: bool) -> bool:
        if name in ("link", "image") and state.src[state.pos] in "[!" and not _may_close(state):
            return False
        if silent:
            return rule(state, True)
        start, before, pending = state.pos, len(state.tokens), bool(state.pending)
        label_end = -1
        if name == "link" and state.src[start] == "[":
            label_end = state.md.helpers.parseLinkLabel(state, start, True)
        elif name == "image" and state.src.startswith("![", start):
            label_end = state.md.helpers.parseLinkLabel(state, start + 1, False)
        if not rule(state, False):
            return False
        _place(name, state.tokens[before:], start, state.pos, label_end, pending)
        return True

    return run


def _may_close(state: StateInline) -> bool:
    """Tell whether any bracket closes after this place: else each would be looked for anew."""
    last = state.cache.get(_LAST_BRACKET)
    if last is None:
        last = state.cache[_LAST_BRACKET] = state.src.rfind("]")
    return last > state.pos


def _place(
    name: str, tokens: list[Token], start: int, end: int, label_end: int, pending: bool
) -> None:
    if name in ("emphasis", "strikethrough"):
        for token in tokens[pending:]:
            token.meta[_SPAN] = (start, start + len(token.content))
            start += len(token.content)
    elif name == "link":
        tokens[pending].meta[_SPAN] = (start, start + 1)
        tokens[-1].meta[_SPAN] = (label_end, end)
        tokens[-1].meta[_LABEL] = (start + 1, label_end)
    elif name == "autolink":
        tokens[pending].meta[_SPAN] = (start, end)
    elif tokens:
        tokens[-1].meta[_SPAN] = (start, end)
        tokens[-1].meta[_LABEL] = (start + 2, label_end)


def coded(raw: str, references: dict[str, Any], table: CodeTable) -> str:
    """Return inline Markdown as the text of a unit, its markup in the table of codes.

    ``raw`` is without the prefixes of its lines, which end in ``\\n``.
    """
    if not _MARKUP.search(raw):
        return table.text(raw.strip())
    md = parser()
    tokens = md.inline.parse(raw, md, references, [])
    return _Coding(raw, references, table).text(tokens)


class _Coding:
    def __init__(self, raw: str, environment: dict[str, Any], table: CodeTable) -> None:
        self.raw, self.environment, self.table = raw, environment, table
        self.pieces: list[str] = []
        self.open: list[str] = []
        self.tags: list[tuple[str, str]] = []

    def text(self, tokens: Sequence[Token]) -> str:
        at = 0
        for token in sorted((t for t in tokens if _SPAN in t.meta), key=lambda t: t.meta[_SPAN]):
            if token.type == "text" and token.content:
                continue  # a delimiter that delimits nothing
            start, end = token.meta[_SPAN]
            self._plain(self.raw[at:start])
            at = end
            self._token(token, self.raw[start:end].replace("\n", " "))
        self._plain(self.raw[at:])
        return "".join(self.pieces).strip()

    def _plain(self, text: str) -> None:
        at = 0
        for found in _FOOTNOTE.finditer(text):
            self.pieces.append(self.table.text(text[at : found.start()]))
            self._alone(found[0], short_label(f"note {found[1]}"))
            at = found.end()
        self.pieces.append(self.table.text(text[at:]))

    def _token(self, token: Token, raw: str) -> None:
        kind = token.type
        if kind == "text_special":
            self.pieces.append(self.table.text(token.content))
        elif kind == "softbreak":
            self._break(" ")
        elif kind == "hardbreak":
            markup = NEWLINE if raw.startswith("\\") else BLANKS_NEWLINE
            code = InlineCode(CodeKind.ALONE, markup, BREAK_LABEL, deletable=True)
            # Without the code, as a model reads it, the lines must not run together.
            self._break(self.table.add(code, "break") + " ")
        elif kind == "image":
            self._image(token)
        elif token.tag in _DELIMITED:
            self._paired(token.nesting, token.markup, _DELIMITED[token.tag])
        elif token.markup == "autolink" or kind == "code_inline":
            self._alone(raw, short_label(raw.strip("<`> ")))
        elif kind == "link_open":
            self._paired(1, raw, "link")
        elif kind == "link_close":
            self._paired(-1, self._destination(token, *token.meta[_SPAN]), "link")
        elif kind == "html_inline":
            self._tag(raw)

    def _break(self, made: str) -> None:
        if self.pieces:
            self.pieces[-1] = self.pieces[-1].rstrip(" ")
        self.pieces.append(made)

    def _alone(self, markup: str, label: str) -> str:
        character = self.table.add(InlineCode(CodeKind.ALONE, markup, label))
        self.pieces.append(character)
        return character

    def _paired(self, nesting: int, markup: str, label: str) -> None:
        if nesting > 0:
            self.open.append(self._alone(markup, label))
        else:
            self.table.tie(self.open.pop(), self._alone(markup, f"/{label}"))

    def _image(self, token: Token) -> None:
        (start, end), (alt_start, alt_end) = token.meta[_SPAN], token.meta[_LABEL]
        alt = self.raw[alt_start:alt_end]
        if not alt.strip():
            self._alone(self.raw[start:end].replace("\n", " "), "img")
            return
        self._paired(1, "![", "img")
        self.pieces.append(coded(alt, self.environment, self.table))
        self._paired(-1, self._destination(token, alt_end, end), "img")

    def _destination(self, token: Token, start: int, end: int) -> str:
        """Return what closes a link; one known by its own text keeps that text as its name."""
        raw = self.raw[start:end]
        if raw in ("]", "][]"):
            raw = f"][{self.raw[slice(*token.meta[_LABEL])]}]"
        return raw.replace("\n", " ")

    def _tag(self, raw: str) -> None:
        found = _TAG.match(raw)
        name = found[2].lower() if found else ""
        if found and found[1] and any(name == opened for opened, _ in self.tags):
            closing = self._alone(raw, f"/{name}")
            while True:  # what was opened after it is closed by nobody
                opened, character = self.tags.pop()
                if opened == name:
                    self.table.tie(character, closing)
                    return
        character = self._alone(raw, short_label(name or raw))
        if name == "br":
            self.pieces.append(" ")
        if found and not found[1] and name not in _VOID and not raw.endswith("/>"):
            self.tags.append((name, character))
