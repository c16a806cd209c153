"""What a dictionary says of words: which are wrong, and what they may have been."""

from __future__ import annotations

import unicodedata
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from translation.model.language import primary_subtag
from translation.spelling.dictionaries import OWN
from translation.spelling.nearness import by_nearness, one_step_away
from translation.text.spelled import plain_word

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from translation.spelling.dictionaries import Dictionary

LONGEST_ACRONYM = 6
"""Letters up to which a word in capitals is taken for an abbreviation."""
LONGEST_WORD = 60
"""Letters of a word beyond which nothing is said of it: Hunspell's own bound is near."""
MOST_SUGGESTED = 8
COMMON = 15_000
"""So many of the frequent words are common enough that a slip is likelier than a name."""
LEAST_SLIP = 4
"""Letters of a word from which on one letter's difference can be a slip."""


class Wrong(NamedTuple):
    """A stretch of a word that no dictionary knows; positions are in the word.

    ``slip`` tells that it is one letter away from a common word, whatever its capital says.
    """

    start: int
    length: int
    slip: bool


class Speller:
    """One dictionary, loaded."""

    def __init__(self, dictionary: Dictionary) -> None:
        from hunspell import Hunspell

        self.dictionary = dictionary
        self._hunspell = Hunspell(
            dictionary.name,
            hunspell_data_dir=str(dictionary.folder),
            system_encoding="UTF-8",
        )
        self._known: dict[str, tuple[Wrong, ...]] = {}

    @cached_property
    def frequent(self) -> Mapping[str, int]:
        """The frequent words of the language with their places, the most frequent first."""
        return frequent_words(primary_subtag(self.dictionary.tag))

    @cached_property
    def _scripts(self) -> frozenset[str]:
        """The scripts that the dictionary's words are written in."""
        path = self.dictionary.folder / f"{self.dictionary.name}.dic"
        with path.open("rb") as file:
            beginning = file.read(1 << 18)
        encoding = self._encoding()
        lines = beginning.decode(encoding, "replace").splitlines()[1:]
        sample = [line.partition("/")[0] for line in lines[:: max(1, len(lines) // 2000)]]
        counts: dict[str, int] = {}
        for word in sample:
            counts[script(word)] = counts.get(script(word), 0) + 1
        counts.pop("", None)
        most = max(counts.values(), default=0)
        return frozenset(name for name, count in counts.items() if count * 4 >= most)

    def _encoding(self) -> str:
        path = self.dictionary.folder / f"{self.dictionary.name}.aff"
        for line in path.read_bytes().splitlines():
            if line.lstrip(b"\xef\xbb\xbf").startswith(b"SET "):
                return line.split()[1].decode("ascii", "replace").replace("microsoft-", "")
        return "latin-1"

    def wrong(self, word: str) -> tuple[Wrong, ...]:
        """Return what of a word (as spelled_words gives it) is wrong; nothing where it is right."""
        found = self._known.get(word)
        if found is None:
            found = self._known[word] = self._look_up(word)
        return found

    def _look_up(self, word: str) -> tuple[Wrong, ...]:
        if len(word) > LONGEST_WORD or script(word) not in self._scripts:
            return ()
        if word.isupper() and len(word) <= LONGEST_ACRONYM:
            return ()
        if self.is_right(word):
            return ()
        pieces = _pieces(word)
        if len(pieces) == 1:
            return (Wrong(0, len(word), self._is_slip(word)),)
        return tuple(
            Wrong(start, len(piece), self._is_slip(piece))
            for start, piece in pieces
            if len(piece) > 1 and not self._is_right_piece(piece)
        )

    def is_right(self, word: str) -> bool:
        """Tell whether the dictionary knows a word, in its possessive too."""
        plain = plain_word(word)
        try:
            if self._hunspell.spell(plain):
                return True
            if plain.endswith(("'s", "'S")):
                return bool(self._hunspell.spell(plain[:-2]))
        except UnicodeEncodeError:  # a letter that the dictionary's character set has not
            return False
        return False

    def _is_right_piece(self, piece: str) -> bool:
        short = piece.isupper() and len(piece) <= LONGEST_ACRONYM
        return short or piece.lower() in _PREFIXES or self.is_right(piece)

    def _is_slip(self, word: str) -> bool:
        lower = plain_word(word).lower().removesuffix("'s")
        if len(lower) < LEAST_SLIP:
            return False
        frequent = self.frequent
        return any(frequent.get(near, COMMON) < COMMON for near in one_step_away(lower))

    def suggestions(self, word: str, beside: Iterable[str] = ()) -> list[str]:
        """Return what a word may have been, the likeliest first.

        ``beside`` are words that people added and names of the text.
        """
        plain = plain_word(word)
        try:
            offered = list(self._hunspell.suggest(plain))
        except UnicodeEncodeError:
            offered = []
        return self._ranked(word, [*offered, *self._near(plain)], beside)

    def near(self, word: str) -> list[str]:
        """Return the frequent words a letter away, the likeliest first: suggestions at no cost.

        The dictionary takes a quarter of a second over its own.
        """
        return self._ranked(word, self._near(plain_word(word)))

    def _near(self, plain: str) -> Iterator[str]:
        for other in one_step_away(plain.lower()):
            if other in self.frequent and self.is_right(other):
                yield _cased(other, plain)

    def _ranked(self, word: str, offered: Iterable[str], beside: Iterable[str] = ()) -> list[str]:
        plain = plain_word(word)
        ranked = by_nearness(plain, dict.fromkeys(offered), self.frequent, beside)
        curly = "\u2019" in word
        found = [w.replace("'", "\u2019") if curly else w for w in ranked if w != plain]
        return found[:MOST_SUGGESTED]


@lru_cache(maxsize=4)
def frequent_words(language: str) -> Mapping[str, int]:
    """Return the frequent words of a language (a primary subtag), empty where no list is kept."""
    path = OWN / f"frequent.{language}.txt"
    if not path.is_file():
        return {}
    words = path.read_text(encoding="utf-8").split()
    return {word: place for place, word in enumerate(words)}


@lru_cache(maxsize=4096)
def _script_of(character: str) -> str:
    return unicodedata.name(character, "").partition(" ")[0]


def script(word: str) -> str:
    """Return the script of a word's first letter as Unicode names it, "" where it has none."""
    return next((_script_of(c) for c in word if c.isalpha()), "")


def _pieces(word: str) -> list[tuple[int, str]]:
    """Return the parts between hyphens with their places."""
    found, start = [], 0
    for at, character in enumerate(word + "-"):
        if character in "-\u2010\u2011":
            if at > start:
                found.append((start, word[start:at]))
            start = at + 1
    return found


def _cased(word: str, like: str) -> str:
    """Write a word in small letters as another is written."""
    if like.isupper() and len(like) > 1:
        return word.upper()
    return word[:1].upper() + word[1:] if like[:1].isupper() else word


_PREFIXES = frozenset(
    "al el abu bin ibn ben abd de la le du van von non anti pre post pro co re un multi semi sub"
    " inter intra ex mid ultra neo pan bi tri counter cross self vice under over mini micro macro"
    " mega pseudo quasi socio geo eco euro afro anglo sino indo".split()
)
"""What stands before a hyphen without being a word of its own."""
