"""Language pairs: which side is what, and which way each is written."""

from __future__ import annotations

from dataclasses import dataclass

RIGHT_TO_LEFT = frozenset(
    {"ar", "arc", "ckb", "dv", "fa", "he", "ks", "ps", "sd", "syr", "ug", "ur", "yi"}
)
"""Primary language subtags (BCP 47) written from right to left in their usual script."""

RIGHT_TO_LEFT_SCRIPTS = frozenset({"Arab", "Hebr", "Nkoo", "Rohg", "Syrc", "Thaa", "Adlm"})


def primary_subtag(code: str) -> str:
    """Return the language of a BCP 47 tag in lower case: ``ar-JO`` gives ``ar``."""
    return code.replace("_", "-").split("-", 1)[0].lower()


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
