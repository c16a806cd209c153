"""Names of languages for pages without an interface language, and what letters tell of one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from translation.model.language import primary_subtag

if TYPE_CHECKING:
    from collections.abc import Iterable

_LETTER = re.compile(r"[^\W\d_]")
_ARABIC_LETTER = re.compile("[\u0620-\u064a\u066e-\u06d3\u06fa-\u06ff\u0750-\u077f\u08a0-\u08c7]")
_SOME = 20
"""Letters under which nothing can be told of a text."""

NAMES: dict[str, str] = {
    "ar": "Arabic", "bg": "Bulgarian", "ca": "Catalan", "ckb": "Central Kurdish", "cs": "Czech",
    "da": "Danish", "de": "German", "el": "Greek", "en": "English", "es": "Spanish",
    "et": "Estonian", "eu": "Basque", "fa": "Persian", "fi": "Finnish", "fr": "French",
    "ga": "Irish", "gl": "Galician", "he": "Hebrew", "hi": "Hindi", "hr": "Croatian",
    "hu": "Hungarian", "hy": "Armenian", "id": "Indonesian", "is": "Icelandic", "it": "Italian",
    "ja": "Japanese", "ka": "Georgian", "ko": "Korean", "lt": "Lithuanian", "lv": "Latvian",
    "mk": "Macedonian", "ms": "Malay", "mt": "Maltese", "nl": "Dutch", "no": "Norwegian",
    "pl": "Polish", "ps": "Pashto", "pt": "Portuguese", "ro": "Romanian", "ru": "Russian",
    "sk": "Slovak", "sl": "Slovenian", "sq": "Albanian", "sr": "Serbian", "sv": "Swedish",
    "sw": "Swahili", "th": "Thai", "tr": "Turkish", "uk": "Ukrainian", "ur": "Urdu",
    "vi": "Vietnamese", "zh": "Chinese",
}  # fmt: skip
"""By primary subtag (BCP 47)."""


OTHER_SCRIPTS = frozenset(
    {"ab", "am", "ar", "arz", "as", "ba", "be", "bg", "bn", "bo", "ckb", "cmn", "cv", "dv", "dz"}
    | {"el", "fa", "gu", "he", "hi", "hy", "ja", "ka", "kk", "km", "kn", "ko", "ky", "lo", "mai"}
    | {"mk", "ml", "mn", "mr", "my", "ne", "or", "os", "pa", "ps", "ru", "sa", "sd", "si", "syr"}
    | {"ta", "te", "tg", "th", "ti", "tt", "ug", "uk", "ur", "yi", "yue", "zh"}
)
"""Primary subtags of languages usually written in another script than the Latin one."""


def uses_other_script(code: str) -> bool:
    """Tell whether texts of this language (a BCP 47 tag) are in another script than the Latin."""
    return primary_subtag(code) in OTHER_SCRIPTS and "-latn" not in code.lower()


def language_name(code: str) -> str:
    """Return the English name of a language, its region kept: ``ar-JO`` gives Arabic (JO)."""
    name = NAMES.get(primary_subtag(code))
    if name is None:
        return code
    rest = code.replace("_", "-").partition("-")[2]
    return f"{name} ({rest})" if rest else name


def holds_little_arabic(texts: Iterable[str]) -> bool:
    """Tell whether hardly any letter, under one in ten, is of the Arabic script."""
    letters = arabic = 0
    for text in texts:
        letters += len(_LETTER.findall(text))
        arabic += len(_ARABIC_LETTER.findall(text))
    return letters >= _SOME and arabic * 10 < letters
