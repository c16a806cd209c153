"""The content of one paragraph of an OpenDocument text, as text with inline codes.

Spans are flattened into runs; of these only what looks different from most of its paragraph
becomes a pair of codes, so that marks of programs (revision ids, languages) make none. Links
and ruby are pairs always. Notes, fields, pictures, breaks and marks are codes of their own;
what no reader sees stays out of the text where it stands before or after all of it.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from translation.formats.code_table import CodeTable
from translation.formats.odt.names import STYLE_NAME, prefixed, qualified
from translation.formats.odt.runs import (
    BREAK,
    LINK,
    RUBY,
    SPACES,
    TAB,
    AloneNode,
    Chain,
    Group,
    Run,
    is_unseen,
    parts_of,
)
from translation.formats.odt.styles import Look, label
from translation.model.inline import (
    CodeKind,
    InlineCode,
    code_character,
    code_index,
    strip_codes,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

    from translation.formats.odt.blocks import Paragraph
    from translation.formats.odt.rules import Rules

_LABELS = {
    LINK: "link", RUBY: "ruby", TAB: "tab", BREAK: "br", qualified("draw:frame"): "img",
    qualified("text:bookmark-start"): "mark", qualified("text:bookmark-end"): "/mark",
    qualified("text:change-start"): "ins", qualified("text:change-end"): "/ins",
    qualified("office:annotation"): "comment", qualified("office:annotation-end"): "/comment",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class SpanNode:
    """What an opening code of a span stands for."""

    spans: Chain


@dataclass(frozen=True, slots=True)
class GroupNode:
    """What the opening code of a link or field stands for, and the spans of the text inside it."""

    element: etree._Element
    spans: Chain
    is_field: bool = False


Node = SpanNode | GroupNode | AloneNode


@dataclass(frozen=True, slots=True)
class InlineText:
    """A paragraph's text and what each of its codes stands for.

    ``before`` and ``after`` are elements without text at its edges, which no code stands for.
    """

    text: str
    codes: tuple[InlineCode, ...]
    nodes: dict[str, Node]
    spans: Chain
    before: tuple[AloneNode, ...]
    after: tuple[AloneNode, ...]

    @property
    def held(self) -> list[int]:
        """The places of the codes that are fields around their results."""
        opening = [code_index(c) for c, node in self.nodes.items() if _is_field(node)]
        return [place for first in opening for place in (first, first + 1)]

    def results(self) -> Iterator[tuple[GroupNode, str]]:
        """Give the fields, and what each shows."""
        for character, node in self.nodes.items():
            if isinstance(node, GroupNode) and node.is_field:
                inside = self.text.partition(character)[2]
                closing = code_character(code_index(character) + 1)
                yield node, strip_codes(inside.partition(closing)[0])


def read_inline(paragraph: Paragraph, rules: Rules, rtl: bool, name: str) -> InlineText:
    """Read a paragraph; raises InputError too_many_codes with the file's ``name``."""
    parts = parts_of(paragraph, rules, rtl)
    first, last = _edges(parts)
    writer = _Writer(CodeTable(name))
    text = writer.text(parts[first:last])
    before = tuple(part for part in parts[:first] if isinstance(part, AloneNode))
    after = tuple(part for part in parts[last:] if isinstance(part, AloneNode))
    spans = _prevailing(parts[first:last]).spans
    return InlineText(text, writer.table.codes, writer.nodes, spans, before, after)


def _edges(parts: list[Run | Group | AloneNode]) -> tuple[int, int]:
    """Return where what can be seen begins and ends."""
    seen = [at for at, part in enumerate(parts) if not is_unseen(part)]
    return (seen[0], seen[-1] + 1) if seen else (len(parts), len(parts))


class _Writer:
    """Puts the parts together as text with codes."""

    def __init__(self, table: CodeTable) -> None:
        self.table = table
        self.nodes: dict[str, Node] = {}

    def text(self, parts: list[Run | Group | AloneNode]) -> str:
        common = _prevailing(parts)
        pieces: list[str] = []
        at = 0
        while at < len(parts):
            part = parts[at]
            if isinstance(part, Group):
                pieces.append(self._group(part))
            elif isinstance(part, AloneNode):
                pieces.append(self._alone(part))
            else:
                alike = _alike(parts, at)
                text = self.table.text("".join(run.text for run in alike))
                pieces.append(text if part.look == common.look else self._span(text, part, common))
                at += len(alike) - 1
            at += 1
        return "".join(pieces)

    def _span(self, text: str, run: Run, common: Run) -> str:
        if not text.strip():
            return text
        name = label(run.look, common.look)
        style = run.spans[-1].get(STYLE_NAME, "") if run.spans else ""
        return self._pair(SpanNode(run.spans), text, name, f'text:span text:style-name="{style}"')

    def _group(self, group: Group) -> str:
        if not group.parts:
            return self._alone(AloneNode(group.element, ()))
        node = GroupNode(group.element, _prevailing(group.parts).spans, group.is_field)
        text = self.text(group.parts)
        name = _LABELS.get(str(group.element.tag), "field")
        if group.is_field:
            name = _label(group.element)
        return self._pair(node, text, name, _markup(group.element))

    def _pair(self, node: Node, text: str, name: str, markup: str) -> str:
        pair = self.table.add_pair(
            InlineCode(CodeKind.OPEN, f"<{markup}>", name),
            InlineCode(CodeKind.CLOSE, f"</{markup.split(' ', 1)[0]}>", f"/{name}"),
        )
        self.nodes[pair.open] = node
        return f"{pair.open}{text}{pair.close}"

    def _alone(self, node: AloneNode) -> str:
        tag = str(node.element.tag)
        code = InlineCode(
            CodeKind.ALONE,
            f"<{_markup(node.element)}/>",
            "hidden" if node.is_hidden else _label(node.element),
            deletable=tag in (TAB, BREAK, SPACES),
        )
        character = self.table.add(code)
        self.nodes[character] = node
        # Without the code, as a model reads it, words must not run together.
        return character + " " if is_blank(node) else character


def _is_field(node: Node) -> bool:
    return isinstance(node, GroupNode) and node.is_field


def is_blank(node: Node | None) -> bool:
    """Tell whether a code is a tab or line break, after which a space is put and taken again."""
    return isinstance(node, AloneNode) and node.element.tag in (TAB, BREAK)


def _prevailing(parts: list[Run | Group | AloneNode]) -> Run:
    """Return a run that looks as most of these parts' own text does."""
    runs = [part for part in parts if isinstance(part, Run)]
    weights: Counter[Look] = Counter()
    for run in runs:
        weights[run.look] += len(run.text.strip())
    if not weights:
        return Run("", (), ())
    most = weights.most_common(1)[0][0]
    return next(run for run in runs if run.look == most)


def _alike(parts: list[Run | Group | AloneNode], start: int) -> list[Run]:
    """Return the runs from ``start`` on that look the same, blank ones between them counted."""
    first = parts[start]
    assert isinstance(first, Run)
    found, kept = [first], 1
    for at in range(start + 1, len(parts)):
        part = parts[at]
        if not isinstance(part, Run) or (part.look != first.look and part.text.strip()):
            break
        found.append(part)
        if part.look == first.look:
            kept = len(found)
    return found[:kept]


def _label(element: etree._Element) -> str:
    tag = str(element.tag)
    if tag == qualified("text:note"):
        citation = element.findtext(qualified("text:note-citation")) or ""
        return f"note {citation.strip()[:8]}".strip()
    return _LABELS.get(tag) or prefixed(tag).rpartition(":")[2][:12]


def _markup(element: etree._Element) -> str:
    """Return an element's start tag without its brackets, long values cut."""
    from html import escape

    if element.tag == BREAK:
        return "br"  # as every other format has it, so that they know a line break from this one
    attributes = "".join(
        f' {prefixed(str(name))}="{escape(str(value)[:200])}"'
        for name, value in element.attrib.items()
    )
    return f"{prefixed(str(element.tag))}{attributes}"
