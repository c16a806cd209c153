"""HTML out: the page as it came with the translation in its place, or a page made new.

Of the original everything stays, character for character, but the translated text itself, what
the page says of its direction and language, and the headline where title and summary repeat it.
"""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, NamedTuple

from translation.errors import ExportError, InputError
from translation.formats.decoding import BYTE_ORDER_MARKS
from translation.formats.html.direction import Turn, Turning
from translation.formats.html.loose_texts import Inside, loose_places
from translation.formats.html.new import new_page
from translation.formats.html.read import FORMAT, original_page
from translation.formats.html.repeats import Repeats
from translation.formats.html.tags import keeps_text
from translation.formats.html.tokens import SPACE, is_xml
from translation.formats.joining import filled_units, filling_notices, the_original
from translation.formats.nesting import well_nested
from translation.formats.spec import Written
from translation.model.inline import code_index, is_code

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from translation.formats.html.inline import Placed
    from translation.formats.html.tree import Page
    from translation.formats.joining import FilledUnit
    from translation.formats.spec import WriteOptions
    from translation.model.document import Document
    from translation.model.segment import SourceFile

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
    changed = translated_page(document, file, page, found, filled, options)
    return Written(encoded(changed, file.encoding, file.original), notices)


def translated_page(
    document: Document,
    file: SourceFile,
    page: Page,
    found: Sequence[Placed],
    filled: Sequence[FilledUnit],
    options: WriteOptions,
    *,
    sheets_turned: bool = False,
) -> str:
    """Return the text of a page of ``file`` with the texts of ``filled`` in their places.

    ``sheets_turned`` says that the style sheets beside it run the way of the translation. Raises
    ExportError original_damaged.
    """
    changes = _changes(document, file, page, found, filled, options, sheets_turned)
    return "".join(_spliced(page, changes))


def _changes(
    document: Document,
    file: SourceFile,
    page: Page,
    found: Sequence[Placed],
    every: Sequence[FilledUnit],
    options: WriteOptions,
    sheets_turned: bool,
) -> list[_Change]:
    places = {one.anchor: place for place, one in enumerate(found)}
    lost = {one.unit.anchor for one in every} - places.keys()
    loose = loose_places(page) if lost else {}
    if lost - loose.keys():
        detail = "a paragraph is no longer in its place"
        raise ExportError("original_damaged", file=options.name, detail=detail)
    filled = [one for one in every if one.unit.anchor in places]
    at = {places[one.unit.anchor] for one in filled}
    turning = Turning(page, found, at, Turn(file.pair), sheets_turned=sheets_turned)
    repeats = Repeats(document, every, loose)
    changes = [
        _Change(start, end, escape(one.joined.text.strip(SPACE), quote=False))
        for one in every
        for start, end in [map(int, one.unit.anchor.split(":"))]
        if loose.get(one.unit.anchor)
    ]
    for done, one in enumerate(filled):
        if done % _EVERY == 0:
            options.report(done, len(filled))
        place = places[one.unit.anchor]
        text = _markup(one, found[place], turning.turn, repeats, is_xml(page.text))
        if place in turning.wrapped:
            text = turning.turn.wrapped(text)
        changes.append(_Change(found[place].start, found[place].end, text + found[place].unseen))
    inside = Inside(changes)
    around = {page.tokens[number]: tag for number, tag in turning.tags.items()}
    for number, token, repeated in repeats.changed(page):
        turned = turning.tags.get(number)
        around[token] = repeated if turned is None else repeats.in_tag(turned)
    changes += [
        _Change(token.start, token.end, tag)
        for token, tag in around.items()
        if token.start not in inside
    ]
    return sorted(changes)


def _markup(one: FilledUnit, place: Placed, turn: Turn, repeats: Repeats, xml: bool) -> str:
    """Return a translated text as markup, its codes as the page has them."""
    line_end = "\n" if place.keeps_space else "<br/>" if xml else "<br>"
    made: list[str] = []
    for character in well_nested(one.joined.text.strip(SPACE), one.unit.codes):
        index = code_index(character)
        if is_code(character) and index < len(place.markup):
            source = place.markup[index]
            is_tag = source.startswith("<") and not (source.startswith("</") or keeps_text(source))
            made.append(repeats.in_tag(turn.turned(source)) if is_tag else source)
        elif character == "\n":
            made.append(line_end)
        else:
            made.append(escape(character, quote=False))
    return "".join(made)


def _spliced(page: Page, changes: Sequence[_Change]) -> Iterator[str]:
    at = 0
    for change in changes:
        yield page.text[at : change.start]
        yield change.text
        at = change.end
    yield page.text[at:]


def encoded(text: str, encoding: str, original: bytes) -> bytes:
    """Return a page in the encoding it came in; what that cannot hold becomes a reference."""
    # These two would write a mark of their own accord.
    encoding = {"utf-8-sig": "utf-8", "utf-16": "utf-16-le"}.get(encoding, encoding)
    if not encoding.startswith("utf-"):
        return text.encode(encoding, "xmlcharrefreplace")
    data = text.encode(encoding, "surrogatepass")
    mark = next((mark for mark, of in BYTE_ORDER_MARKS if of == encoding), b"")
    return mark + data if mark and original.startswith(mark) else data
