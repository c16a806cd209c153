"""What languages are called in every language, and their codes: a table made from CLDR."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

TABLE = Path(__file__).resolve().parents[2] / "resources" / "text" / "language_names.tsv"
_HIDDEN = re.compile("[\u0610-\u061a\u0640\u064b-\u065f\u0670\u200b-\u200f\u202a-\u202e\ufeff]")
_ACCENTS = re.compile("[\u0300-\u036f\u0591-\u05c7]")
_BETWEEN = re.compile(
    "[\\s!-/:-@\\[-`{-~\u00a1-\u00bf\u060c\u061b\u061f\u06d4\u2010-\u2027\u2032-\u205e"
    "\u3000-\u303f\uff01-\uff20]+"
)
"""White space and punctuation; the vowel signs of Indian scripts are neither letters nor these."""
_SUBTAG = re.compile("[a-z]{2}|[0-9]{3}|latn|cyrl|arab|hebr|hans|hant|deva|guru|tfng")
_BRACKETED = re.compile(r"[(\[（]\s*([^)\]）]*?)\s*[)\]）]?\s*\Z")
_TRAILING = re.compile(r"[-_]([A-Za-z]{2})\Z")
_VARIANTS = {
    "uk": "GB", "usa": "US", "uae": "AE", "ksa": "SA", "simplified": "Hans", "traditional": "Hant",
    "简体": "Hans", "簡體": "Hans", "繁体": "Hant", "繁體": "Hant",
}  # fmt: skip
"""What people write for a region or a script that has another code."""


@dataclass(frozen=True, slots=True)
class LanguageName:
    """A language by its tag (BCP 47), its name in English, in itself and in Arabic, where known."""

    tag: str
    english: str
    own: str
    arabic: str = ""


def words_of(text: str) -> list[str]:
    """Return the words of a heading without case, accents, vowel marks and punctuation."""
    if text.isascii():
        return [word for word in _BETWEEN.split(text.lower()) if word]
    bare = _HIDDEN.sub("", unicodedata.normalize("NFKD", text.casefold()))
    plain = unicodedata.normalize("NFC", _ACCENTS.sub("", bare))
    return [word for word in _BETWEEN.split(plain) if word]


def languages_called(text: str) -> tuple[str, ...]:
    """Return the tags of the languages that a name or code may mean, the likeliest first.

    A name in whatever language, its words in any order (``Chinese (Simplified)``), a code of two
    or three letters, a tag, also as ``ar_SA``; what stands in brackets may be a region.
    """
    words = words_of(text)
    if not words:
        return ()
    if found := _table().by_name.get(_key(words)):
        return found
    if tag := _tag(words) if len(words) == 1 or re.search("[-_]", text) else "":
        return (tag,)
    bracket = _BRACKETED.search(text) or _TRAILING.search(text)
    if bracket is None or not bracket.start():
        return ()
    found = languages_called(text[: bracket.start()])
    said = _tag(words_of(bracket[1])) if words_of(bracket[1]) else ""
    if any(said.split("-")[0] == tag for tag in found):  # ``English (en-GB)``
        return (said,)
    variant = _variant(bracket[1])
    return tuple(f"{tag}-{variant}" for tag in found) if variant else found


def language_code(words: list[str]) -> str:
    """Return the tag that these words spell (``de``, ``de at``), empty where they spell none."""
    return _tag(words)


def name_of(tag: str) -> LanguageName | None:
    """Return what the language of a tag is called, None where the table has not got it."""
    names = _table().names
    return names.get(tag) or names.get(tag.replace("_", "-").split("-")[0].lower())


def _variant(text: str) -> str:
    """Return the region or script that stands in brackets: ``US``, ``en-US``, ``Simplified``."""
    words = words_of(text)
    last = words[-1] if words else ""
    if last in _VARIANTS:
        return _VARIANTS[last]
    is_region = len(last) == 2 and last.isascii() and (len(words) == 1 or bool(_tag(words)))
    return last.upper() if is_region else ""


def _tag(words: list[str]) -> str:
    primary = _table().codes.get(words[0], "") if words[0].isascii() else ""
    if not primary or not all(_SUBTAG.fullmatch(word) for word in words[1:]):
        return ""
    rest = (word.title() if len(word) == 4 else word.upper() for word in words[1:])
    return "-".join((primary, *rest))


def _key(words: list[str]) -> str:
    return " ".join(sorted(words))


@dataclass(frozen=True, slots=True)
class _Table:
    by_name: dict[str, tuple[str, ...]]
    codes: dict[str, str]
    names: dict[str, LanguageName]


@lru_cache(1)
def _table() -> _Table:
    """Read the table when it is first asked for. Names in English and their own count most."""
    by_name: dict[str, list[str]] = {}
    codes: dict[str, str] = {}
    names: dict[str, LanguageName] = {}
    later: list[tuple[str, str]] = []
    for line in TABLE.read_text(encoding="utf-8").splitlines():
        tag, others, english, own, *further = line.split("\t")
        arabic = next((name for name in (own, *further) if name.startswith("ال")), "")
        names[tag] = LanguageName(tag, english, own, arabic)
        if "-" not in tag:
            codes |= dict.fromkeys((tag, *others.split()), tag)
        for name in filter(None, (english, own)):
            by_name.setdefault(_key(words_of(name)), []).append(tag)
        later += ((name, tag) for name in filter(None, (own, *further)))
    for name, tag in later:
        words = words_of(name)
        by_name.setdefault(_key(words), []).append(tag)
        if len(words) == 1 and words[0].startswith("ال"):  # العربية، عربية، العربي، عربي
            bare = words[0].removesuffix("ة")
            for other in (words[0][2:], bare, bare[2:]):
                by_name.setdefault(other, []).append(tag)
    return _Table(
        {name: tuple(dict.fromkeys(tags)) for name, tags in by_name.items()}, codes, names
    )
