"""Tags and placeholders in running text (``<b>``, ``</b>``, ``%s``) as inline codes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from translation.model.inline import CodeKind, InlineCode

if TYPE_CHECKING:
    import re
    from collections.abc import Callable, Sequence

    from translation.formats.code_table import CodeTable, Pair

LONGEST_LABEL = 20


def short_label(text: str) -> str:
    """Return what a chip can show of a markup."""
    return text if len(text) <= LONGEST_LABEL else text[: LONGEST_LABEL - 1] + "\u2026"


def with_codes(
    text: str,
    pattern: re.Pattern[str],
    table: CodeTable,
    as_text: Callable[[str], str],
    deletable: bool = False,
    lone_tags: bool = True,
) -> str:
    """Return the text with all that ``pattern`` matches as inline codes of the table.

    Its groups ``opens`` and ``closes`` hold the name of a tag; a tag and the one that closes it
    become a pair, all else stands alone. The same markup is the same code wherever it stands in
    the unit. ``as_text`` makes of the rest what a segment may hold. Without ``lone_tags`` a tag
    that none closes, nor itself, is text.
    """
    found = list(pattern.finditer(text))
    partners = _partners(found)
    if not lone_tags:
        kept = [place for place, match in enumerate(found) if _is_whole(match)]
        kept = sorted({*kept, *partners, *partners.values()})
        found = [found[place] for place in kept]
        partners = _partners(found)
    closing: dict[int, str] = {}
    seen: dict[str, int] = {}
    pieces: list[str] = []
    at = 0
    for place, match in enumerate(found):
        pieces.append(as_text(text[at : match.start()]))
        at = match.end()
        if place in closing:
            pieces.append(closing[place])
        elif place in partners:
            # A pair is known by its markup and by how often that came before: it may be nested.
            seen[match[0]] = seen.get(match[0], 0) + 1
            pair = _pair(match, found[partners[place]], table, seen[match[0]], deletable)
            closing[partners[place]] = pair.close
            pieces.append(pair.open)
        else:
            label = match.group("opens") or match.group("closes") or match[0]
            code = InlineCode(CodeKind.ALONE, match[0], short_label(label), deletable=deletable)
            pieces.append(table.add(code, ("markup", match[0])))
    return "".join([*pieces, as_text(text[at:])])


def _pair(
    opening: re.Match[str], closing: re.Match[str], table: CodeTable, time: int, deletable: bool
) -> Pair:
    name = short_label(opening.group("opens"))
    return table.add_pair(
        InlineCode(CodeKind.OPEN, opening[0], name, deletable=deletable),
        InlineCode(CodeKind.CLOSE, closing[0], f"/{name}", deletable=deletable),
        (opening[0], time),
    )


def _is_whole(match: re.Match[str]) -> bool:
    """Tell whether this needs nothing that closes it."""
    name = match.group("opens") or match.group("closes") or ""
    return not name or match[0].endswith("/>") or name.lower() == "br"


def _partners(found: Sequence[re.Match[str]]) -> dict[int, int]:
    """Return the place of the closing tag for each opening one that has one, properly nested."""
    partners: dict[int, int] = {}
    open_: list[tuple[str, int]] = []
    waiting: dict[str, int] = {}
    for place, match in enumerate(found):
        opens, closes = match.group("opens"), match.group("closes")
        if opens and not match[0].endswith("/>"):
            open_.append((opens.lower(), place))
            waiting[opens.lower()] = waiting.get(opens.lower(), 0) + 1
        elif closes and waiting.get(closes.lower()):
            while True:  # what was opened after it is closed by nobody
                name, start = open_.pop()
                waiting[name] -= 1
                if name == closes.lower():
                    partners[start] = place
                    break
    return partners
