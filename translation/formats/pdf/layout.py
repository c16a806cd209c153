"""From the lines of a PDF's pages to its paragraphs, in the order in which they are read.

A page is cut at gutters into columns; lines are joined while the next one goes on where the
last one was full. What returns in the margins of most pages is page furniture.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from translation.formats.pdf.columns import Line, Page, columns, main_gutter
from translation.formats.pdf.stretched import with_whole_lines
from translation.model.language import is_right_to_left

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_MARGIN = 0.12
"""Share of a page's height, above and below, where running titles and page numbers stand."""

_SIZE_SHARE = 0.12
_LEADING_SHARE = 0.35
"""How much sizes and distances of lines of one paragraph can differ."""

_FULL = 0.85
"""Share of the widest line that the last one of a page has where its paragraph goes on."""

_NEARLY_FULL = 0.7
"""Share of the measure from which on a line without a stop at its end is no last one."""

_INDENT = 0.8
"""Of the letters' size: a line that starts that much further in begins a paragraph."""

_HANGING = 4.0
"""Of the letters' size: as far in the lines of a list's item can stand behind its number."""

_RTL = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_BULLET = re.compile(
    r"(?:[-*•·▪■●◦–—\uf0b7\uf0a7]|\(?(?:[0-9\u0660-\u0669]{1,3}|[A-Za-zأ-ي])[.)\-])\s"
)
_STOPS = (".", "!", "?", "؟", "…", "۔", ":", '."', ".”", ".»")
_HYPHEN = re.compile("[A-Za-z\u00c0-\u024f]-$")
_NOTE_NUMBER = re.compile(
    r"(?<=[.!?؟»)\"”])(?<![0-9\u0660-\u0669][.])[\[(]?[0-9\u0660-\u0669]{1,3}$"
)
"""A number of a footnote behind the stop of a sentence."""

_DIGITS = re.compile("[0-9\u0660-\u0669]+")
_NUMBER_ALONE = re.compile(
    r"\W*(?:page|صفحة)?\W*[0-9\u0660-\u0669]{1,4}(?:\W*(?:of|من|/)\W*[0-9\u0660-\u0669]{1,4})?\W*",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class PdfParagraph:
    """A paragraph: ``page`` and ``number`` count from 0, ``size`` is that of its first line."""

    text: str
    size: float
    page: int
    number: int
    is_furniture: bool = False


def paragraphs(pages: Sequence[Page], language: str) -> list[PdfParagraph]:
    """Return the paragraphs of a document in reading order."""
    rtl = is_right_to_left(language)
    repeated = _repeated(pages)
    flow = _Flow(rtl)
    gutter: float | None = None
    for number, page in enumerate(pages):
        chrome = _chrome(page, repeated)
        taken = set(chrome)
        body = [line for line in page.lines if line not in taken]
        gutter = main_gutter(body) or gutter
        for column in columns(body, rtl, gutter):
            flow.add(column, number)
        for line in chrome:
            flow.add_furniture(line, number)
    return flow.made


class _Flow:
    """The text as it runs on from column to column and from page to page."""

    def __init__(self, rtl: bool) -> None:
        self.made: list[PdfParagraph] = []
        self._rtl = rtl
        # Which paragraph of the text itself came last, and its last line.
        self._open: int | None = None
        self._end: Line | None = None
        self._widest = 0.0
        self._on_page: Counter[int] = Counter()

    def add(self, column: Sequence[Line], page: int) -> None:
        """Add the paragraphs of a column; the first may go on with the last of the one before."""
        column = with_whole_lines(column, self._rtl)
        for place, group in enumerate(_groups(column, self._rtl)):
            text = _joined(group)
            if place == 0 and self._open is not None and self._goes_on_with(group[0]):
                before = self.made[self._open]
                self.made[self._open] = replace(before, text=_joined_texts(before.text, text))
            else:
                self._open = len(self.made)
                self._put(text, group[0].size, page)
            self._end = group[-1]
        self._widest = max((line.width for line in column), default=self._widest)

    def add_furniture(self, line: Line, page: int) -> None:
        """Add a line of the page's margins."""
        self._put(line.text, line.size, page, is_furniture=True)

    def _goes_on_with(self, line: Line) -> bool:
        return self._end is not None and _goes_over(self._end, line, self._widest)

    def _put(self, text: str, size: float, page: int, is_furniture: bool = False) -> None:
        self.made.append(PdfParagraph(text, size, page, self._on_page[page], is_furniture))
        self._on_page[page] += 1


def body_size(found: Sequence[PdfParagraph]) -> float:
    """Return the size in points that most of the text has."""
    weights: Counter[float] = Counter()
    for paragraph in found:
        if not paragraph.is_furniture:
            weights[round(paragraph.size * 2) / 2] += len(paragraph.text)
    return weights.most_common(1)[0][0] if weights else 0.0


def _repeated(pages: Sequence[Page]) -> set[str]:
    """Return the texts, numbers aside, that stand in the margins of many pages."""
    seen: Counter[str] = Counter()
    for page in pages:
        seen.update({_key(line) for line in page.lines if _is_margin(line, page)})
    fewest = max(2, 0.3 * len(pages))
    return {text for text, count in seen.items() if count >= fewest}


def _chrome(page: Page, repeated: set[str]) -> list[Line]:
    """Return the titles and numbers in a page's margins; a number in a row of text is a cell."""
    chrome = [line for line in page.lines if _is_margin(line, page) and _is_chrome(line, repeated)]
    taken = set(chrome)
    text = [line for line in page.lines if _is_margin(line, page) and line not in taken]
    return [
        line
        for line in chrome
        if _key(line) in repeated
        or not any(abs(line.baseline - other.baseline) < 0.3 * line.size for other in text)
    ]


def _key(line: Line) -> str:
    return _DIGITS.sub("0", " ".join(line.text.split()))


def _is_margin(line: Line, page: Page) -> bool:
    return not _MARGIN < line.baseline / max(page.height, 1.0) < 1 - _MARGIN


def _is_chrome(line: Line, repeated: set[str]) -> bool:
    return _NUMBER_ALONE.fullmatch(line.text) is not None or _key(line) in repeated


def _groups(column: Sequence[Line], rtl: bool) -> Iterator[list[Line]]:
    """Give the lines of a column, those of one paragraph together."""
    if not column:
        return
    left, right = min(line.left for line in column), max(line.right for line in column)
    ordered = sorted(column, key=lambda line: (-line.baseline, -line.right if rtl else line.left))
    usual = _leading(ordered)
    from_right = _from_right(ordered, (left, right), rtl)
    group = [ordered[0]]
    for line, following in pairwise(ordered):
        if _goes_on(line, following, usual, (left, right), from_right):
            group.append(following)
        else:
            yield group
            group = [following]
    yield group


def _from_right(column: Sequence[Line], sides: tuple[float, float], rtl: bool) -> bool:
    """Tell on which side the lines begin, by where most of them do in fact."""
    near = [
        sum(abs(edge - side) <= 0.5 * line.size for line, edge in zip(column, edges, strict=True))
        for side, edges in (
            (sides[0], [line.left for line in column]),
            (sides[1], [line.right for line in column]),
        )
    ]
    return rtl if 2 * min(near) > max(near) else near[1] > near[0]


def _leading(ordered: Sequence[Line]) -> float:
    """Return the usual distance of two lines, in sizes of their letters.

    Of few lines it is that behind one that is as wide as any, and does not end as sentences do.
    """
    widest = max(line.width for line in ordered)
    steps: Counter[float] = Counter()
    broken: set[float] = set()
    for line, following in pairwise(ordered):
        if line.baseline - following.baseline > 0.5 * line.size:
            step = round((line.baseline - following.baseline) / max(line.size, 1.0), 1)
            steps[step] += 1
            if line.width > _FULL * widest and not _ends(line) and line.size == following.size:
                broken.add(step)
    # Nearer than that no lines of one text stand, only cells of a table beside each other.
    likely = [step for step in steps if 0.9 <= step < 2.5]
    often = [step for step in likely if steps[step] > 1]
    return min(often or [step for step in likely if step in broken], default=1.2)


def _goes_on(
    line: Line, following: Line, usual: float, sides: tuple[float, float], from_right: bool
) -> bool:
    """Tell whether a paragraph goes on from one line to the next."""
    size = max(line.size, 1.0)
    step = (line.baseline - following.baseline) / size
    if not 0.5 < step < usual + _LEADING_SHARE or _BULLET.match(following.text):
        return False
    if abs(following.size - line.size) > _SIZE_SHARE * size:
        return False
    is_foreign = not (_RTL.search(line.text) or _RTL.search(following.text))
    start, next_start = (
        (sides[1] - line.right, sides[1] - following.right)
        if from_right and not is_foreign
        else (line.left - sides[0], following.left - sides[0])
    )
    most = _HANGING if _BULLET.match(line.text) else _INDENT
    if next_start - start > most * size and not _is_centred(line, following, sides):
        return False
    return _is_full(line, following, sides)


def _is_centred(line: Line, following: Line, sides: tuple[float, float]) -> bool:
    middles = [one.left + one.right for one in (line, following)]
    return abs(middles[0] - middles[1]) < line.size and line.left - sides[0] > line.size


def _is_full(line: Line, following: Line, sides: tuple[float, float]) -> bool:
    """Tell whether the first word of the next line would not have fitted.

    Beside a picture or a box lines are shorter: there one goes on that does not end as
    sentences do. (Who reads can split a paragraph, but not join two.)
    """
    measure = sides[1] - sides[0]
    if line.width > _NEARLY_FULL * measure and not _ends(line):
        return True
    word = following.text.split(maxsplit=1)[0]
    share = (len(word) + 1) / max(len(following.text), 1)
    room = measure - line.width
    return room < share * following.width + 0.5 * line.size


def _goes_over(latest: Line, first: Line, widest: float) -> bool:
    """Tell whether a paragraph goes on from the foot of a page to the head of the next."""
    if latest.width < _FULL * widest:
        return False
    alike = abs(latest.size - first.size) <= _SIZE_SHARE * latest.size
    return alike and not (_ends(latest) or _BULLET.match(first.text))


def _ends(line: Line) -> bool:
    text = _NOTE_NUMBER.sub("", line.text.rstrip("\"'”»)] "))
    return text.rstrip("\"'”»)] ").endswith(_STOPS)


def _joined(group: Sequence[Line]) -> str:
    text = ""
    for line in group:
        text = _joined_texts(text, line.text) if text else line.text
    return text


def _joined_texts(text: str, following: str) -> str:
    text, following = text.rstrip(), following.strip()
    if _HYPHEN.search(text) and following[:1].islower():
        return text[:-1] + following
    if text.endswith(("(", "[")) or _is_one_word(text, following):
        return text + following
    return f"{text} {following}"


def _is_one_word(text: str, following: str) -> bool:
    """Tell whether a line was broken after a sign inside a word: 2026-2028, Al-Azhar, a/b."""
    if text[-2:-1].isalnum() and following[:1].isalnum():
        sides = text[-2], following[0]
        return text.endswith(("-", "\u2010", "\u2013")) or (
            text.endswith("/") and len({side.isdigit() for side in sides}) == 1
        )
    return False
