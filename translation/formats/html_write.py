"""HTML out: the page as it came with the translation in its place, or a page made new.

Of the original everything stays, character for character, but the translated text itself, what
the page says of its direction and language, and the headline where title and summary repeat it.
"""

from __future__ import annotations

from html import escape, unescape
from typing import TYPE_CHECKING, NamedTuple

from translation.errors import ExportError, InputError
from translation.formats.html_direction import Turn, Turning
from translation.formats.html_new import new_page
from translation.formats.html_read import FORMAT, original_page
from translation.formats.html_tags import attribute_of, with_attribute
from translation.formats.html_tokens import SPACE, Kind, is_xml
from translation.formats.joining import filled_units, filling_notices, the_original, without_codes
from translation.formats.nesting import well_nested
from translation.formats.spec import Written
from translation.model.inline import code_index, is_code
from translation.model.segment import Role

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from translation.formats.html_inline import Placed
    from translation.formats.html_tree import Page
    from translation.formats.joining import FilledUnit
    from translation.formats.spec import WriteOptions
    from translation.model.document import Document
    from translation.model.segment import SourceFile

_REPEATS_HEADLINE = frozenset({"og:title", "twitter:title", "title", "dc.title"})
_EVERY = 200


class _Change(NamedTuple):
    """What stands in the place of a stretch of the page."""

    start: int
    end: int
    text: str


def write(document: Document, options: WriteOptions) -> Written:
    """Write the translated page; drafts nobody reviewed are used and counted in a notice.

    Raises ExportError original_damaged.
    """
    notices = filling_notices(options.name, document)
    file = the_original(document, FORMAT)
    if file is None:
        return Written(new_page(document, options).encode("utf-8", "replace"), notices)
    filled = list(filled_units(document))
    if not filled:
        return Written(file.original, notices)
    try:
        page, found = original_page(file, options.report)
    except InputError as error:
        raise ExportError("original_damaged", file=options.name, detail=str(error)) from error
    changed = "".join(_spliced(page, _changes(document, file, page, found, filled, options)))
    return Written(_encoded(changed, file), notices)


def _changes(
    document: Document,
    file: SourceFile,
    page: Page,
    found: Sequence[Placed],
    filled: Sequence[FilledUnit],
    options: WriteOptions,
) -> list[_Change]:
    places = {one.anchor: place for place, one in enumerate(found)}
    if any(one.unit.anchor not in places for one in filled):
        detail = "a paragraph is no longer in its place"
        raise ExportError("original_damaged", file=options.name, detail=detail)
    turn = Turn(file.pair)
    turning = Turning(page, found, {places[one.unit.anchor] for one in filled}, turn)
    changes = []
    for done, one in enumerate(filled):
        if done % _EVERY == 0:
            options.report(done, len(filled))
        place = places[one.unit.anchor]
        text = _markup(one, found[place], turn, is_xml(page.text))
        if place in turning.wrapped:
            text = turn.wrapped(text)
        changes.append(_Change(found[place].start, found[place].end, text + found[place].unseen))
    inside = _Inside(changes)
    tags = (_Change(*page.tokens[number][1:3], tag) for number, tag in turning.tags.items())
    changes += [tag for tag in tags if tag.start not in inside]
    taken = {change.start for change in changes}
    repeated = _headlines(document, page, filled)
    return sorted([*changes, *(one for one in repeated if one.start not in taken)])


class _Inside:
    """Tells whether a position lies in one of the stretches of text that are replaced."""

    def __init__(self, changes: Sequence[_Change]) -> None:
        self.stretches = sorted(changes)
        self.starts = [change.start for change in self.stretches]

    def __contains__(self, position: int) -> bool:
        from bisect import bisect_right

        at = bisect_right(self.starts, position) - 1
        return at >= 0 and position < self.stretches[at].end


def _markup(one: FilledUnit, place: Placed, turn: Turn, xml: bool) -> str:
    """Return a translated text as markup, its codes as the page has them."""
    line_end = "\n" if place.keeps_space else "<br/>" if xml else "<br>"
    made: list[str] = []
    for character in well_nested(one.joined.text.strip(SPACE), one.unit.codes):
        index = code_index(character)
        if is_code(character) and index < len(place.markup):
            source = place.markup[index]
            is_tag = source.startswith("<") and not source.startswith("</")
            made.append(turn.turned(source) if is_tag else source)
        elif character == "\n":
            made.append(line_end)
        else:
            made.append(escape(character, quote=False))
    return "".join(made)


def _headlines(
    document: Document, page: Page, filled: Sequence[FilledUnit]
) -> Iterator[_Change]:
    """Give the places outside the text that repeat the headline: the title and summaries."""
    headline = next((one for one in filled if one.unit.role is Role.HEADLINE), None)
    if headline is None:
        return
    segments = document.unit_segments(headline.unit.id)
    source = "".join(s.lead + s.source + s.trail for s in segments)
    old = _collapsed(without_codes(source, headline.unit))
    new = _collapsed(without_codes(headline.joined.text, headline.unit))
    for token in page.tokens:
        text = page.source(token)
        if token.kind is Kind.RAW and token.name == "title":
            title = _collapsed(unescape(text))
            if old in title:
                changed = escape(title.replace(old, new), quote=False)
                yield _Change(token.start, token.end, changed)
        elif token.kind is Kind.START and token.name == "meta":
            named = attribute_of(text, "property") or attribute_of(text, "name") or ""
            content = _collapsed(attribute_of(text, "content") or "")
            if named.lower() in _REPEATS_HEADLINE and old in content:
                tag = with_attribute(text, "content", content.replace(old, new))
                yield _Change(token.start, token.end, tag)


def _collapsed(text: str) -> str:
    return " ".join(text.split())


def _spliced(page: Page, changes: Sequence[_Change]) -> Iterator[str]:
    at = 0
    for change in changes:
        yield page.text[at : change.start]
        yield change.text
        at = change.end
    yield page.text[at:]


def _encoded(text: str, file: SourceFile) -> bytes:
    """Return the page in the encoding it came in; what that cannot hold becomes a reference."""
    import codecs

    if not file.encoding.startswith("utf-"):
        return text.encode(file.encoding, "xmlcharrefreplace")
    marks = {"utf-8": codecs.BOM_UTF8, "utf-16-le": codecs.BOM_UTF16_LE}
    mark = marks.get(file.encoding, codecs.BOM_UTF16_BE)
    data = text.encode(file.encoding, "surrogatepass")
    return mark + data if file.original.startswith(mark) else data
