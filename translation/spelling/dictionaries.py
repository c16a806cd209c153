"""Where Hunspell dictionaries lie, and which of them a language is written by."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import resources
from translation.model.language import primary_subtag

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

OWN = resources.FOLDER / "spelling"
_OFFICE = "share/extensions/dict-*"


class Dictionary(NamedTuple):
    """A dictionary: ``name`` as its files have it (en_GB), in ``folder``."""

    name: str
    folder: Path

    @property
    def tag(self) -> str:
        """Its language as a BCP 47 tag."""
        return self.name.replace("_", "-")


def folders() -> list[Path]:
    """Return the folders that can hold dictionaries, those of the program first."""
    home = Path.home()
    found = [OWN, *map(Path, filter(None, os.environ.get("DICPATH", "").split(os.pathsep)))]
    if sys.platform == "darwin":
        found += [home / "Library/Spelling", Path("/Library/Spelling")]
        found += _matching(Path("/Applications/LibreOffice.app/Contents/Resources/extensions"))
    elif sys.platform == "win32":
        for variable in ("ProgramFiles", "ProgramFiles(x86)"):
            if base := os.environ.get(variable):
                found += Path(base).glob(f"LibreOffice*/{_OFFICE}")
        if data := os.environ.get("APPDATA"):
            found += [Path(data) / "hunspell"]
    else:
        data = Path(os.environ.get("XDG_DATA_HOME") or home / ".local/share")
        found += [data / "hunspell", *map(Path, ("/usr/local/share/hunspell",))]
        found += map(Path, ("/usr/share/hunspell", "/usr/share/myspell/dicts"))
        for base in ("/usr/lib/libreoffice", "/opt/libreoffice"):
            found += Path(base).glob(_OFFICE)
    return found


def _matching(extensions: Path) -> Iterator[Path]:
    yield from extensions.glob("dict-*")


def installed(among: Iterable[Path] | None = None) -> list[Dictionary]:
    """Return the dictionaries that can be read, each name once, the program's own first."""
    found: dict[str, Dictionary] = {}
    for folder in folders() if among is None else among:
        for words in sorted(folder.glob("*.dic")):
            name = words.stem
            if name.startswith("hyph_") or not words.with_suffix(".aff").is_file():
                continue
            found.setdefault(name, Dictionary(name, folder))
    return list(found.values())


def best_for(language: str, among: Iterable[Dictionary]) -> Dictionary | None:
    """Return the dictionary that a language (a BCP 47 tag) is spelled by, None where none is.

    One of the same region, else one of the language alone, else the first of the language.
    """
    wanted = language.replace("_", "-").lower()
    ours = [d for d in among if primary_subtag(d.tag) == primary_subtag(wanted)]
    exact = [d for d in ours if d.tag.lower() == wanted]
    plain = [d for d in ours if d.tag.lower() == primary_subtag(wanted)]
    usual = [d for d in ours if _is_usual(d.tag)]
    return next(iter((*exact, *plain, *usual, *ours)), None)


def spelled_as(language: str, english: str) -> str:
    """Return the language by which one is spelled: ``english`` where a tag names no region of it.

    Of English only a region has a dictionary.
    """
    return english if language.lower() == "en" else language


def _is_usual(tag: str) -> bool:
    """Whether the region is named as the language: de-DE, fr-FR."""
    language, _, region = tag.lower().partition("-")
    return language == region
