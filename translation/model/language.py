"""Language pairs: which side is what, and which way each is written."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

_TAG = re.compile("[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*")
UNDETERMINED = "und"
"""The tag of a language that nobody names (BCP 47, section 4.1)."""

RIGHT_TO_LEFT = frozenset(
    {"ar", "arc", "ckb", "dv", "fa", "he", "ks", "ps", "sd", "syr", "ug", "ur", "yi"}
)
"""Primary language subtags (BCP 47) written from right to left in their usual script."""

RIGHT_TO_LEFT_SCRIPTS = frozenset({"Arab", "Hebr", "Nkoo", "Rohg", "Syrc", "Thaa", "Adlm"})


@lru_cache(maxsize=256)
def primary_subtag(code: str) -> str:
    """Return the language of a BCP 47 tag in lower case: ``ar-JO`` gives ``ar``."""
    return code.replace("_", "-").split("-", 1)[0].lower()


def is_language_tag(code: str) -> bool:
    """Tell whether this has the form of a BCP 47 tag, as XML Schema's ``language`` checks it."""
    return _TAG.fullmatch(code) is not None


def language_tag(code: str) -> str:
    """Return a code as a tag that any file can hold, UNDETERMINED where it is none."""
    tag = code.replace("_", "-")
    return tag if is_language_tag(tag) else UNDETERMINED


def is_right_to_left(code: str) -> bool:
    """Tell whether text in this language (a BCP 47 tag) runs from right to left."""
    for subtag in code.replace("_", "-").split("-")[1:]:
        if len(subtag) == 4 and subtag.isalpha():
            return subtag.title() in RIGHT_TO_LEFT_SCRIPTS
    return primary_subtag(code) in RIGHT_TO_LEFT


@dataclass(frozen=True, slots=True)
class LanguagePair:
    """Source and target language of a file, as BCP 47 tags."""

    source: str
    target: str

    @property
    def source_is_rtl(self) -> bool:
        """Whether the source runs from right to left."""
        return is_right_to_left(self.source)

    @property
    def target_is_rtl(self) -> bool:
        """Whether the target runs from right to left."""
        return is_right_to_left(self.target)

    def matches(self, other: LanguagePair) -> bool:
        """Tell whether both name the same two languages, regions aside."""
        return primary_subtag(self.source) == primary_subtag(other.source) and primary_subtag(
            self.target
        ) == primary_subtag(other.target)


ARABIC_TO_ENGLISH = LanguagePair("ar", "en")
"""The pair of an input that names none."""
