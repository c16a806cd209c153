"""Character references of HTML in a text that is no HTML: undone as the machine meant them.

Models trained on tokenised text write "country &apos; s" for "country's"; the blanks are the
tokeniser's and go with the reference.
"""

from __future__ import annotations

import html
import re

ENTITY = re.compile(r"&(?:[A-Za-z][A-Za-z0-9]{1,31}|#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6})\s?;")

_APOSTROPHES = r"(?:apos|#0?39|#[xX]27|rsquo|#8217)"
_QUOTES = r"(?:quot|#34|#[xX]22)"
_ENDING = re.compile(rf"(?<=\w)\s?&{_APOSTROPHES}\s?;\s?(?=(?:s|t|d|m|re|ve|ll)\b)")
_ELISION = re.compile(rf"(?<![^\W_])([A-Za-z]|[Qq]u|[JjLl]usqu)\s?&{_APOSTROPHES}\s?;\s?(?=\w)")
_PLURAL = re.compile(rf"(?<=s)\s&{_APOSTROPHES}\s?;(?=\s)")
_LEFT = re.compile(rf"\s?&(?P<name>{_APOSTROPHES}|{_QUOTES})\s?;\s?")


def find_entities(text: str) -> list[str]:
    """Return the character references of a text that name a character, in order."""
    return [found for found in ENTITY.findall(text) if _character(found) is not None]


def without_entities(text: str, source: str = "") -> str:
    """Return a text with its character references undone, but those that the source has too."""
    if "&" not in text or not find_entities(text):
        return text
    own = {_bare(entity) for entity in find_entities(source)}
    if not own:
        text = _ENDING.sub("'", text)
        text = _ELISION.sub(r"\1'", text)
        text = _PLURAL.sub("'", text)
        text = _with_quotes(text)

    def undone(found: re.Match[str]) -> str:
        character = None if _bare(found.group()) in own else _character(found.group())
        return found.group() if character is None else character

    return ENTITY.sub(undone, text)


def _with_quotes(text: str) -> str:
    """Return the text with quotes for references, the blanks inside each pair left out."""
    opened: dict[str, bool] = {}

    def quote(found: re.Match[str]) -> str:
        mark = "'" if re.fullmatch(_APOSTROPHES, found["name"]) else '"'
        opens = not opened.get(mark, False)
        opened[mark] = opens
        before, after = found.group()[:1].isspace(), found.group()[-1:].isspace()
        at_start, at_end = found.start() == 0, found.end() == len(found.string)
        if (before or at_start) and (after or at_end):  # it stands apart on both sides
            before, after = before and opens, after and not opens
        return f"{' ' * before}{mark}{' ' * after}"

    return _LEFT.sub(quote, text)


def _bare(entity: str) -> str:
    return entity.replace(" ", "")


def _character(entity: str) -> str | None:
    """Return the character that a reference names, None where there is none that text can hold."""
    character = html.unescape(_bare(entity))
    if character in (_bare(entity), "\ufffd") or not (
        character.isprintable() or character == "\u00a0"
    ):
        return None
    return character
