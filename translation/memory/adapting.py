"""Making a translation from a memory fit the source that was asked for: its codes, its numbers."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from typing import TYPE_CHECKING, NamedTuple

from translation.memory.percents import shape_of
from translation.model.inline import code_character, code_index, codes_in, has_codes, is_code
from translation.text.codes import add_missing_codes, needed_codes
from translation.text.words import words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from translation.model.inline import InlineCode

_NUMBER = re.compile(r"\d+(?:[.,\u066b\u066c]\d+)*")
_WESTERN = {ord(c): str(int(c)) for c in "٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹"} | {0x066B: ".", 0x066C: ","}


class Fitted(NamedTuple):
    """A translation as it fits, and whether numbers in it were changed for that."""

    text: str
    adapted: bool


def fitted(
    source: str,
    codes: Sequence[InlineCode],
    was: str,
    was_codes: Sequence[InlineCode],
    target: str,
) -> Fitted:
    """Return the translation of a source that was nearly this one, as it fits this one.

    Codes become those of ``source``, in their order where several are alike; what has no like is
    left out, and what a translation may not lack is put in. Numbers that another one stands for in
    ``source`` are changed in the translation, too, all of them or none.
    """
    text = _with_codes(source, codes, was, was_codes, target)
    changed = _numbers_changed(was, source)
    with_numbers = _with_numbers(text, changed) if changed else None
    return Fitted(text, False) if with_numbers is None else Fitted(with_numbers, True)


# --- codes -----------------------------------------------------------------------------------


def _with_codes(
    source: str, codes: Sequence[InlineCode], was: str, was_codes: Sequence[InlineCode], target: str
) -> str:
    if not has_codes(target) and not has_codes(source):
        return target
    here: dict[tuple[str, str], list[int]] = defaultdict(list)
    for index in codes_in(source):
        here[shape_of(codes, index)].append(index)
    like: dict[int, list[int]] = defaultdict(list)
    for index in codes_in(was):
        alike = here[shape_of(was_codes, index)]
        if alike:
            like[index].append(alike.pop(0))
    text = "".join(_code_here(character, like) for character in target)
    return add_missing_codes(source, text, _optional(source, text, codes))


def _code_here(character: str, like: dict[int, list[int]]) -> str:
    if not is_code(character):
        return character
    alike = like.get(code_index(character))
    return code_character(alike.pop(0)) if alike else ""


def _optional(source: str, text: str, codes: Sequence[InlineCode]) -> set[int]:
    return set(codes_in(source)) - set(needed_codes(source, text, codes))


# --- numbers ---------------------------------------------------------------------------------


def _numbers_changed(was: str, now: str) -> dict[str, str]:
    """Return the numbers that others stand for: the first of one that stands for two, {}."""
    from rapidfuzz.distance import Levenshtein

    old, new = words(was), words(now)
    changed: dict[str, str] = {}
    for step in Levenshtein.opcodes(old, new):
        if step.tag == "equal":
            continue
        before = _numbers(old[step.src_start : step.src_end])
        after = _numbers(new[step.dest_start : step.dest_end])
        if len(before) != len(after):
            return {}
        for one, other in zip(before, after, strict=True):
            if changed.setdefault(one, other) != other:
                return {}
    return {one: other for one, other in changed.items() if one != other}


def _numbers(tokens: Sequence[str]) -> list[str]:
    return [_western(token) for token in tokens if _NUMBER.fullmatch(token)]


def _western(number: str) -> str:
    return number.translate(_WESTERN)


def _with_numbers(target: str, changed: dict[str, str]) -> str | None:
    """Return a text with numbers changed, None where it lacks one of them or has it as a word."""
    found = Counter(_western(number) for number in _NUMBER.findall(target))
    if any(not found[number] for number in changed):
        return None
    return _NUMBER.sub(lambda one: changed.get(_western(one[0]), one[0]), target)
