"""Putting a translation into a paragraph of a DOCX: its codes become the original's elements."""

from __future__ import annotations

import re
from copy import deepcopy
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from translation.formats.docx.names import P_PR, R_, R_PR, XML_SPACE, T, w
from translation.formats.docx.styles import style_of
from translation.formats.docx.tokens import (
    BREAKS,
    HOLES,
    INSERTED,
    RUBY,
    SIMPLE_FIELD,
    Keep,
    Kind,
    Token,
)
from translation.formats.safe_xml import clean
from translation.model.inline import code_index, is_code

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml import etree

    from translation.formats.docx.direction import Direction
    from translation.formats.docx.text import Reading

_PIECES = re.compile("([\ue000-\uf8ff\n\t])")
_LINE, _TAB, _SYMBOL = w("br"), w("tab"), w("sym")
_NOT_INSERTED = frozenset({w("hyperlink"), SIMPLE_FIELD})
_BESIDE_HOLES = frozenset(w(n) for n in ("smartTagPr", "customXmlPr", "sdtPr", "sdtEndPr",
                                         "rubyPr", "rt"))  # fmt: skip


def fill(
    paragraphs: Sequence[etree._Element], reading: Reading, text: str, direction: Direction
) -> None:
    """Give a paragraph ``text``, well nested, with the codes of ``reading``; turn its direction.

    Things that a reader would miss and whose codes the text lacks go to its end. Of several
    that are one, the last takes all, as when their deleted marks are accepted.
    """
    for paragraph in paragraphs:
        direction.turn_paragraph(paragraph)
        for child in list(paragraph):
            if child.tag != P_PR:
                paragraph.remove(child)
    builder = _Builder(paragraphs[-1], reading, direction)
    for token in reading.lead:
        builder.add(token)
    level = len(builder.places)
    builder.text(text)
    while len(builder.places) > level:
        builder.leave()
    for token in reading.tokens.values():
        if token.keep in (Keep.STAY, Keep.MARK):
            builder.add(token)
    for token in reading.trail:
        builder.add(token)


@dataclass(slots=True)
class _Place:
    """Where content goes now: an element, and the properties of the runs that are made in it."""

    container: etree._Element
    run: etree._Element | None


@dataclass(slots=True)
class _Builder:
    """Builds the content of one paragraph."""

    paragraph: etree._Element
    reading: Reading
    direction: Direction
    places: list[_Place] = field(default_factory=list)
    used: set[Token] = field(default_factory=set)
    style: str = ""
    eats_blank: bool = False
    last: tuple[etree._Element, etree._Element] | None = None
    """The original run whose things were put last, and the run they were put into."""

    def __post_init__(self) -> None:
        self.style = style_of(self.paragraph.find(P_PR), "pStyle")
        self.places.append(_Place(self.paragraph, self.reading.bases.get(None)))

    def text(self, text: str) -> None:
        """Add a text with codes."""
        for piece in _PIECES.split(text):
            if not piece:
                continue
            if len(piece) == 1 and is_code(piece):
                self._code(piece)
            else:
                self._plain(piece)

    def add(self, token: Token) -> None:
        """Add what a token stands for: the element itself, or a copy where it is used already."""
        is_used = token in self.used
        if is_used and token.keep in (Keep.STAY, Keep.MARK):
            return
        self.used.add(token)
        if token.is_format:
            self._format(token)
        elif token.parts:
            self._parts(token, is_used)
        elif token.kind is Kind.OPEN:
            self._enter(token)
        elif token.kind is Kind.CLOSE:
            self.leave()
        elif token.kind is Kind.TEXT:
            self._plain(token.text)
        else:
            self._put(token, is_used)

    def leave(self) -> None:
        """Go out of what was entered last; the paragraph itself is never left."""
        self.last = None
        if len(self.places) > 1:
            self.places.pop()

    def _code(self, character: str) -> None:
        token = self.reading.tokens.get(code_index(character))
        if token is not None:
            self.add(token)
            self.eats_blank = token.element.tag in BREAKS and not token.parts
        elif code_index(character) < len(self.reading.codes):
            self._plain(self.reading.codes[code_index(character)].markup)

    def _plain(self, text: str) -> None:
        if self.eats_blank:
            text = text.removeprefix(" ")
        self.eats_blank = False
        run = self._run_for_text()
        if text in ("\n", "\t"):
            run.append(run.makeelement(_LINE if text == "\n" else _TAB))
        elif text:
            element = run.makeelement(T, {XML_SPACE: "preserve"})
            element.text = clean(text)
            run.append(element)

    def _run_for_text(self) -> etree._Element:
        place = self.places[-1]
        original = place.run
        if original is not None and self.last is not None and self.last[0] is original:
            return self.last[1]
        found = None if original is None else original.find(R_PR)
        made = self._new_run(found)
        self.last = None if original is None else (original, made)
        return made

    def _new_run(self, found: etree._Element | None) -> etree._Element:
        run = self.paragraph.makeelement(R_)
        self.places[-1].container.append(run)
        run.append(self.direction.run_properties(found, self.style, self.paragraph))
        return run

    def _hidden_run(self, original: etree._Element) -> etree._Element:
        run = self.paragraph.makeelement(R_)
        self.places[-1].container.append(run)
        if (found := original.find(R_PR)) is not None:
            run.append(deepcopy(found))
        return run

    def _format(self, token: Token) -> None:
        if token.kind is Kind.CLOSE:
            self.leave()
        else:
            self.last = None
            self.places.append(_Place(self.places[-1].container, token.run))

    def _parts(self, token: Token, is_used: bool) -> None:
        """Put all that one code stands for, as it was; the result of a field in its old run."""
        self.last = None
        for part in token.parts:
            if part.kind is Kind.OPEN and not part.is_format and not part.parts:
                self._enter(part)
            elif part.kind is Kind.CLOSE and not part.is_format and not part.parts:
                self.leave()
            elif part.parts:
                self._parts(part, is_used)
            else:
                self._put(part, is_used)
        self.last = None
        if token.kind is Kind.OPEN:
            run = self.reading.bases.get(token.element, self.places[-1].run)
            self.places.append(_Place(self.places[-1].container, run))
        elif token.kind is Kind.CLOSE:
            self.leave()

    def _put(self, token: Token, is_copy: bool) -> None:
        element = deepcopy(token.element) if is_copy else token.element
        element.tail = None
        if token.run is None:
            self.last = None
            self.places[-1].container.append(element)
            return
        is_hidden = token.label == "hidden"
        is_symbol = element.tag == _SYMBOL  # LibreOffice sets what follows in its font too
        if self.last is None or self.last[0] is not token.run or is_symbol:
            # What is hidden stays what it was: its language and direction, too.
            made = self._hidden_run(token.run) if is_hidden else self._new_run(token.run.find(R_PR))
            self.last = (token.run, made)
        self.last[1].append(element)
        if is_symbol or is_hidden:
            self.last = None

    def _enter(self, token: Token) -> None:
        """Open what encloses text: a copy of the element without its content."""
        self.last = None
        original = token.element
        shell = _shell(original)
        hole = shell
        if original.tag in HOLES:
            hole = shell.makeelement(HOLES[str(original.tag)])
            shell.append(hole)
        if original.tag in _NOT_INSERTED and next(original.iterancestors(*INSERTED), None) is None:
            self._leave_insertion()
        container = self.places[-1].container
        if original.tag == RUBY and token.run is not None:
            container = self._new_run(token.run.find(R_PR))
        container.append(shell)
        self.places.append(_Place(hole, self.reading.bases.get(original, self.places[-1].run)))

    def _leave_insertion(self) -> None:
        """Go on outside a tracked insertion, which may hold no link."""
        insertion = self.places[-1].container
        outside = insertion.getparent()
        if insertion.tag in INSERTED and outside is not None:
            for place in self.places:
                if place.container is insertion:
                    place.container = outside


def _shell(original: etree._Element) -> etree._Element:
    """Return a copy of what encloses text without its content."""
    try:
        shell = original.makeelement(original.tag, {str(k): str(v) for k, v in original.items()})
    except ValueError:  # an attribute whose prefix nobody declared can only be copied whole
        shell = deepcopy(original)
        del shell[:]
        shell.text = shell.tail = None
    for child in original:
        if child.tag in _BESIDE_HOLES:
            shell.append(deepcopy(child))
    return shell
