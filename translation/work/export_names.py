"""The names that files get when they are written: the language in them is the text's."""

from __future__ import annotations

import os
import re
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from translation.errors.names import without_hidden
from translation.model.language import primary_subtag

if TYPE_CHECKING:
    from translation.model.language import LanguagePair

_LANGUAGE = re.compile(r"(.+)[._-]([A-Za-z]{2,3}(?:-[A-Za-z]{2,4})?)\Z", re.DOTALL)
LONGEST_NAME = 200
"""Bytes: file systems take 255, and a project beside the export wants some."""


def translated_stem(name: str, pair: LanguagePair) -> str:
    """Return what the translation of a file is called: "article.ar.txt" gives "article.en"."""
    stem = Path(without_hidden(Path(name).name)).stem.strip() or "translation"
    pair_tags = {primary_subtag(pair.source), primary_subtag(pair.target)}
    named = _LANGUAGE.match(stem)
    if named and primary_subtag(named[2]) in pair_tags:
        stem = named[1]
    return f"{stem}.{primary_subtag(pair.target)}"


def cut(stem: str, ending: str) -> str:
    """Return as much of a name as a file system takes with its ending."""
    room = LONGEST_NAME - len(ending.encode())
    return os.fsencode(stem)[:room].decode("utf-8", "ignore")


def translated_name(name: str, pair: LanguagePair, ending: str) -> str:
    """Return a name with an ending for the translation of a file: another than its own."""
    stem = cut(translated_stem(name, pair), ending)
    made = f"{stem}{ending}"
    return made if made != Path(name).name else f"{stem}-2{ending}"


def apart(name: str, used: set[str]) -> str:
    """Return a name that is not used yet, in whatever case: with a number where it must be."""
    stem, ending = Path(name).stem, Path(name).suffix
    for number in count(2):
        if name.casefold() not in used:
            break
        name = f"{stem}-{number}{ending}"
    return name
