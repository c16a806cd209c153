"""The text of a DOCX paragraph with its inline codes, and the way back from codes to elements.

Runs of the paragraph's prevailing formatting have no codes; a run of another one is a pair.
What stands before the first text and behind the last is left in its place, without codes.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from translation.formats.code_table import CodeTable
from translation.formats.docx.fields import merged_marks, says_something, with_fields
from translation.formats.docx.formatting import format_key, format_label, is_seen_on_blanks
from translation.formats.docx.names import R_PR, brief
from translation.formats.docx.tokens import BREAKS, Keep, Kind, Token, tokens
from translation.model.inline import CodeKind, InlineCode, code_character, code_index, strip_codes

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from lxml import etree

    from translation.formats.docx.formatting import FormatKey
    from translation.formats.docx.rules import Rules

_KINDS = {Kind.ALONE: CodeKind.ALONE, Kind.OPEN: CodeKind.OPEN, Kind.CLOSE: CodeKind.CLOSE}


class _Base(NamedTuple):
    """The prevailing formatting, and the first run that has it."""

    key: FormatKey
    run: etree._Element


@dataclass(frozen=True, slots=True)
class Reading:
    """A paragraph as it was read.

    ``lead`` and ``trail`` stay before and behind the text. ``tokens`` are those of the codes by
    place in the table; ``bases`` are the runs with the prevailing formatting, of the paragraph
    (None) and of what encloses text, by the element of its OPEN token.
    """

    text: str
    codes: tuple[InlineCode, ...]
    tokens: dict[int, Token]
    lead: tuple[Token, ...]
    trail: tuple[Token, ...]
    bases: dict[etree._Element | None, etree._Element]

    def worded_fields(self) -> int:
        """Return how many fields hold results with letters."""
        held = [
            place
            for place, token in self.tokens.items()
            if token.keep is Keep.HOLD and token.kind is Kind.OPEN
        ]
        whole = [token for token in self.lead if token.keep is Keep.HOLD]
        says = any(map(str.isalpha, strip_codes(self.text)))
        return len(whole) * says + sum(self._has_letters(place) for place in held)

    def _has_letters(self, opening: int) -> bool:
        closing = self.codes[opening].pair
        assert closing is not None
        inside = self.text.partition(code_character(opening))[2].partition(code_character(closing))
        return any(map(str.isalpha, strip_codes(inside[0])))


def read_paragraph(paragraphs: Sequence[etree._Element], name: str, rules: Rules) -> Reading | None:
    """Read a paragraph of the file ``name``, None where it holds no text to translate.

    It is several where the marks that end the first ones are deleted. Raises InputError
    too_many_codes.
    """
    found = [token for paragraph in paragraphs for token in tokens(paragraph, rules)]
    if not any(token.kind is Kind.TEXT and not token.text.isspace() for token in found):
        return None
    found = merged_marks(with_fields(found, rules))
    if not says_something(found):
        return None
    keys = {run: format_key(run.find(R_PR)) for token in found if (run := token.run) is not None}
    bases = _bases(found, keys)
    formatted = _Formatter(keys, bases).formatted(found)
    start, end = _middle(formatted)
    text, table, by_code = _coded(formatted[start:end], name)
    return Reading(
        text,
        table.codes,
        by_code,
        tuple(formatted[:start]),
        tuple(formatted[end:]),
        {element: base.run for element, base in bases.items()},
    )


def _bases(
    found: Sequence[Token], keys: Mapping[etree._Element, FormatKey]
) -> dict[etree._Element | None, _Base]:
    """Return the formatting of most characters, for the paragraph and for each enclosing one."""
    counts: dict[etree._Element | None, Counter[FormatKey]] = {}
    first: dict[etree._Element | None, FormatKey] = {}
    runs: dict[tuple[etree._Element | None, FormatKey], etree._Element] = {}
    enclosing: list[etree._Element | None] = [None]
    for token in found:
        if token.kind is Kind.TEXT and token.run is not None:
            key = keys[token.run]
            first.setdefault(enclosing[-1], key)
            counter = counts.setdefault(enclosing[-1], Counter())
            weight = len("".join(token.text.split()))  # blanks may go to a neighbour's formatting
            if weight:
                counter[key] += weight
            runs.setdefault((enclosing[-1], key), token.run)
        elif token.kind is Kind.OPEN:
            enclosing.append(token.element)
        elif token.kind is Kind.CLOSE:
            enclosing.pop()
    made = {}
    for element, counter in counts.items():
        key = counter.most_common(1)[0][0] if counter else first[element]
        made[element] = _Base(key, runs[element, key])
    return made


@dataclass(slots=True)
class _Formatter:
    """Puts a pair around each text whose formatting is not the prevailing one."""

    keys: Mapping[etree._Element, FormatKey]
    bases: dict[etree._Element | None, _Base]
    made: list[Token] = field(default_factory=list)
    open: Token | None = None
    key: FormatKey = ()

    def formatted(self, found: Sequence[Token]) -> list[Token]:
        enclosing: list[etree._Element | None] = [None]
        for token in found:
            if token.kind is Kind.TEXT:
                self._text(token, enclosing[-1])
            elif token.kind is Kind.OPEN:
                self._close()
                enclosing.append(token.element)
            elif token.kind is Kind.CLOSE:
                self._close()
                enclosing.pop()
            elif self.open and not self._is_within(token):
                self._close()
            self.made.append(token)
        self._close()
        return self.made

    def _is_within(self, token: Token) -> bool:
        """Tell whether a thing in the text leaves the pair open around it."""
        if token.run is None or token.keep is Keep.MARK:
            return True
        return self.keys[token.run] == self.key

    def _text(self, token: Token, enclosing: etree._Element | None) -> None:
        assert token.run is not None
        key = self.keys[token.run]
        base = self.bases[enclosing].key
        if token.text.isspace() and not is_seen_on_blanks(key):
            return  # Nobody sees the formatting of a blank: no pair for it.
        if self.open and key != self.key:
            self._close()
        if not self.open and key != base:
            self.key = key
            label = format_label(key, base)
            self.open = Token(Kind.OPEN, token.run, token.run, label=label, is_format=True)
            self.made.append(self.open)

    def _close(self) -> None:
        if self.open is None:
            return
        closing = self.open._replace(kind=Kind.CLOSE, label=f"/{self.open.label}")
        place = len(self.made)
        # What follows the text itself is no part of the pair.
        while self.made[place - 1].kind is Kind.ALONE:
            place -= 1
        self.made.insert(place, closing)
        self.open = None


def _middle(found: Sequence[Token]) -> tuple[int, int]:
    """Return where the text with codes starts and ends: outside, things stay where they are."""
    partner = _partners(found)
    texts = [place for place, token in enumerate(found) if token.kind is Kind.TEXT]
    first, last = texts[0], texts[-1]
    start = next(
        (k for k in range(first) if found[k].kind is Kind.OPEN and first < partner[k] <= last),
        first,
    )
    end = next(
        (
            k + 1
            for k in range(len(found) - 1, last, -1)
            if found[k].kind is Kind.CLOSE and start <= partner[k] <= last
        ),
        last + 1,
    )
    return start, end


def _partners(found: Sequence[Token]) -> dict[int, int]:
    partner: dict[int, int] = {}
    open_: list[int] = []
    for place, token in enumerate(found):
        if token.kind is Kind.OPEN:
            open_.append(place)
        elif token.kind is Kind.CLOSE:
            opening = open_.pop()
            partner[opening], partner[place] = place, opening
    return partner


def _coded(found: Sequence[Token], name: str) -> tuple[str, CodeTable, dict[int, Token]]:
    table = CodeTable(name)
    by_code: dict[int, Token] = {}
    pieces: list[str] = []
    openings: list[str] = []
    for token in found:
        if token.kind is Kind.TEXT:
            pieces.append(table.text(token.text))
            continue
        character = table.add(_code(token))
        by_code[code_index(character)] = token
        if token.kind is Kind.OPEN:
            openings.append(character)
        elif token.kind is Kind.CLOSE:
            table.tie(openings.pop(), character)
        pieces.append(character)
        if token.element.tag in BREAKS and not token.parts:
            pieces.append(
                " "
            )  # Without the code, as a model reads it, words must not run together.
    return "".join(pieces), table, by_code


def _code(token: Token) -> InlineCode:
    if token.kind is Kind.CLOSE:
        markup = f"<{token.label}>"
    elif token.label == "br":
        markup = "<br/>"  # by which every format knows a line break
    elif token.is_format:
        properties = token.element.find(R_PR)
        markup = "<w:r>" if properties is None else "".join(map(brief, properties)) or "<w:r>"
    else:
        markup = brief(token.element)
    is_half_field = token.keep is Keep.MARK and token.label == "field"
    return InlineCode(
        _KINDS[token.kind],
        markup[:400],
        token.label,
        deletable=token.keep in (Keep.DROP, Keep.MARK),
        movable=not is_half_field,
    )
